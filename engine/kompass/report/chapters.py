"""The chapters on areas: what each is about, its criteria, findings and next steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from kompass.assessment.findings import listed
from kompass.model.result import AreaResult, CriterionResult, Finding, Rating, StepResult
from kompass.model.rule import KINDS
from kompass.report import words
from kompass.report.charts.model import Bars
from kompass.report.figures import Figures
from kompass.report.material import Audience, Frame
from kompass.report.numbers import rounded, short

_STEPS: Final[Mapping[Audience, int]] = {"konsulent": 8, "leder": 5, "innbygger": 0}
_TOLD_STEPS: Final[Mapping[Audience, int]] = {"konsulent": 3, "leder": 1, "innbygger": 0}
_FINDINGS: Final[Mapping[Audience, int]] = {"konsulent": 1000, "leder": 1000, "innbygger": 4}
"""How many findings of each kind an area shows."""


@dataclass(frozen=True)
class CriterionPart:
    """What is said of one criterion."""

    criterion: CriterionResult
    line: str
    paragraphs: tuple[str, ...]
    raises: str
    unknown: str


@dataclass(frozen=True)
class AreaPart:
    """A chapter on one area.

    Attributes:
        chart: None where there is nothing to draw.
        steps: The next steps shown in a table, and how many there are beside them.
        told: The steps that are written out.
    """

    area: AreaResult
    about: str
    line: str
    chart: Bars | None
    criteria: tuple[CriterionPart, ...]
    columns: tuple[tuple[str, tuple[str, ...]], ...]
    steps: tuple[StepResult, ...]
    more_steps: int
    told: tuple[StepResult, ...]


class Chapters:
    """Writes the chapters on areas.

    Args:
        frame: What the report is made from.
        figures: Its charts.
    """

    def __init__(self, frame: Frame, figures: Figures) -> None:
        self.frame = frame
        self.figures = figures

    def area(self, area: AreaResult) -> AreaPart:
        """Return the chapter on an area."""
        about = self.frame.material.passages.about.get(area.id)
        offered = [it for it in self.frame.result.next_steps if it.area == area.id]
        shown = offered[: _STEPS[self.frame.audience]]
        assessed = [it for it in area.criteria if it.status == "assessed"]
        return AreaPart(
            area=area,
            about=about(self.frame.lang) if about else "",
            line=self._area_line(area),
            chart=self.figures.criteria(area, assessed),
            criteria=tuple(self._criterion(it) for it in assessed),
            columns=tuple(self._columns(area)),
            steps=tuple(shown),
            more_steps=len(offered) - len(shown),
            told=tuple(offered[: _TOLD_STEPS[self.frame.audience]]),
        )

    def _area_line(self, area: AreaResult) -> str:
        documented = high = ""
        if area.points - area.documented >= 0.5:
            documented = self.frame.say("area_documented", documented=rounded(area.documented, 0))
        if area.high - area.points >= 0.5:
            high = self.frame.say("area_high", high=rounded(area.high, 0))
        return self.frame.say(
            "area_points",
            place=self.frame.place,
            points=rounded(area.points, 0),
            reachable=rounded(area.reachable, 0),
            documented=documented,
            high=high,
        )

    def _criterion(self, criterion: CriterionResult) -> CriterionPart:
        told = self.frame.material.told.get(criterion.id, ())
        if not criterion.reachable:
            silent = self.frame.say("not_relevant_all")
        else:
            answered = criterion.coverage.answered
            silent = self.frame.say("no_findings" if answered else "criterion_silent")
        if not self.frame.material.passages.sentences.get(criterion.id):
            found = [it.text for it in self.frame.result.findings if it.criterion == criterion.id]
            told = (" ".join(found),) if found else ()
        return CriterionPart(
            criterion=criterion,
            line=self._criterion_line(criterion),
            paragraphs=told or (silent,),
            raises=self._raises(criterion),
            unknown=self._unknown(criterion),
        )

    def _criterion_line(self, it: CriterionResult) -> str:
        parts = [
            self.frame.say("criterion_points", points=rounded(it.points), max=short(it.reachable))
        ]
        if it.adjusted is not None:
            parts.append(self.frame.say("criterion_adjusted", adjusted=rounded(it.adjusted)))
        if it.points - it.documented >= 0.05:
            parts.append(self.frame.say("criterion_documented", documented=rounded(it.documented)))
        if it.high - it.points >= 0.05:
            parts.append(self.frame.say("criterion_high", high=rounded(it.high)))
        return ", ".join(parts)

    def _raises(self, criterion: CriterionResult) -> str:
        steps = sorted(
            (
                it
                for it in self.frame.result.next_steps
                if it.criterion == criterion.id and it.gain > 0
            ),
            key=lambda it: (-it.gain, it.id),
        )[:2]
        if steps:
            named = [
                self.frame.say("step_gain", title=it.title, gain=rounded(it.gain)) for it in steps
            ]
            return self.frame.say("raises", steps=listed(named, self.frame.lang))
        full = criterion.reachable and criterion.reachable - criterion.points < 0.05
        return self.frame.say("full") if full else ""

    def _unknown(self, criterion: CriterionResult) -> str:
        coverage = criterion.coverage
        missing = coverage.asked - coverage.answered
        if not missing or not coverage.answered:
            return ""
        return self.frame.say(
            "unknown_one" if missing == 1 else "unknown_some",
            missing=missing,
            asked=coverage.asked,
            points=rounded(criterion.high - criterion.points),
        )

    def _columns(self, area: AreaResult) -> Iterator[tuple[str, tuple[str, ...]]]:
        for kind in KINDS:
            found = [
                it for it in self.frame.result.findings if (it.area, it.kind) == (area.id, kind)
            ]
            shown = _spread(found, _FINDINGS[self.frame.audience])
            texts = [self._finding(it) for it in shown]
            if len(found) > len(shown):
                texts.append(self.frame.say("findings_more", count=len(found) - len(shown)))
            yield words.KINDS[kind](self.frame.lang), tuple(texts)

    def _finding(self, finding: Finding) -> str:
        marks = [finding.question or finding.criterion]
        if finding.kind == "strength" and self._is_unlearnt(finding):
            marks.append(self.frame.say("unlearnt"))
        if finding.adjusted is not None and self.frame.audience == "konsulent":
            marks.append(self.frame.say("reworded"))
        return f"{finding.text} ({', '.join(marks)})"

    def _is_unlearnt(self, finding: Finding) -> bool:
        """Tell whether nothing is learnt of what a finding praises, and it does not say so itself.

        A strength that nobody has looked at the effect of must not read as finished.
        """
        facts = self.frame.material.content.facts
        if any(facts[it].kind == "learning" for it in finding.because if it in facts):
            return False
        ratings = self.ratings.get(finding.question or "", {})
        return "result" in ratings and ratings["result"].high == 0

    @cached_property
    def ratings(self) -> Mapping[str, Mapping[str, Rating]]:
        """The ratings of every question."""
        return {
            question.id: question.ratings
            for area in self.frame.result.areas
            for criterion in area.criteria
            for question in criterion.questions
        }


def _spread(findings: Sequence[Finding], limit: int) -> list[Finding]:
    """Return at most so many findings: one of each criterion in turn, in the order they stand."""
    if len(findings) <= limit:
        return list(findings)
    turns: dict[str, int] = {}
    ranked = []
    for at, finding in enumerate(findings):
        turn = turns[finding.criterion] = turns.get(finding.criterion, 0) + 1
        ranked.append((turn, at, finding))
    chosen = sorted(ranked, key=lambda it: it[:2])[:limit]
    return [finding for _, _, finding in sorted(chosen, key=lambda it: it[1])]
