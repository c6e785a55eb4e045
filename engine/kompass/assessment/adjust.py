"""A consultant's adjustments: what somebody decided beside what the rules say.

The rules' own numbers and findings stand as they are. An adjustment stands beside them with its
reason and the name of who made it, and adds up on its own; it changes no gain and no agreement.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from kompass.assessment import wording
from kompass.assessment.standing import Standing
from kompass.model.answers import Adjustment, FindingAdjustment, RatingAdjustment
from kompass.model.base import Lang
from kompass.model.result import AdjustedFinding, AdjustedRating, Finding, Note, Suppressed


class Adjustments:
    """The adjustments of an answers file, applied to a standing.

    Args:
        standing: What the rules made of the answers.
        adjustments: What somebody decided; at most one of each rating and each finding.
    """

    def __init__(self, standing: Standing, adjustments: Sequence[Adjustment]) -> None:
        self._standing = standing
        self._ratings: dict[tuple[str, str], RatingAdjustment] = {}
        self._findings: dict[str, FindingAdjustment] = {}
        for it in adjustments:
            if isinstance(it, FindingAdjustment):
                self._findings[it.finding] = it
            else:
                self._ratings[it.question, it.dimension] = it
        self._points = {it: self._adjust(it) for it, _ in self._ratings if self._relevant(it)}

    def rating(self, question: str, dimension: str) -> AdjustedRating | None:
        """Return the adjustment of one rating, where there is one that can be used."""
        found = self._ratings.get((question, dimension))
        if found is None or not self._relevant(question):
            return None
        return AdjustedRating(to=found.to, reason=found.reason, by=found.by)

    def total(self, questions: Iterable[str]) -> float | None:
        """Return what questions add up to with adjustments; None where none is adjusted."""
        names = tuple(questions)
        if self._points.keys().isdisjoint(names):
            return None
        own = self._standing.questions
        return float(sum(self._points.get(it, own[it].tally.points) for it in names))

    def findings(
        self, found: Iterable[Finding]
    ) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
        """Return findings as adjusted, and those that somebody took out."""
        kept: list[Finding] = []
        out: list[Suppressed] = []
        for finding in found:
            change = self._findings.get(finding.id)
            if change is None:
                kept.append(finding)
            elif change.text is None:
                out.append(Suppressed(finding=finding, reason=change.reason, by=change.by))
            else:
                was = AdjustedFinding(was=finding.text, reason=change.reason, by=change.by)
                kept.append(finding.model_copy(update={"text": change.text, "adjusted": was}))
        return tuple(kept), tuple(out)

    def notes(self, found: Iterable[Finding], lang: Lang) -> tuple[Note, ...]:
        """Return a note on each adjustment that had nothing to change."""
        there = {it.id for it in found}
        idle = [it for it in self._findings if it not in there]
        idle += [
            f"{question} {dimension}"
            for question, dimension in self._ratings
            if not self._relevant(question)
        ]
        text = wording.ADJUSTMENT_UNUSED(lang)
        return tuple(Note(code="adjustment_unused", text=text.format(of=it)) for it in idle)

    def _adjust(self, question: str) -> Fraction:
        """Return the points of a question with its adjustments."""
        standing = self._standing
        place, instrument = standing.questions[question], standing.instrument
        own = instrument.score(question, place.known).ratings
        moved = (
            adjusted.to - own[dimension]
            for dimension in instrument.dimensions
            if (adjusted := self.rating(question, dimension)) is not None
        )
        return place.tally.points + instrument.worth[question] * sum(moved)

    def _relevant(self, question: str) -> bool:
        place = self._standing.questions.get(question)
        return place is not None and place.relevant
