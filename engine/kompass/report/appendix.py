"""The appendices: every question with its reasons and sources, and what is not answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kompass.model.answers import Evidence
from kompass.model.result import AreaResult, QuestionResult
from kompass.report import words
from kompass.report.layout import clean
from kompass.report.material import Audience, Frame

_UNKNOWN: Final[Mapping[Audience, int]] = {"konsulent": 1000, "leder": 15, "innbygger": 0}
_SOURCES: Final = 6
"""How many sources of one question are named."""


@dataclass(frozen=True)
class QuestionRow:
    """One question in the appendix."""

    question: QuestionResult
    ratings: tuple[str, ...]
    reasons: tuple[tuple[str, str], ...]
    notes: str
    sources: str


class Appendix:
    """Writes the appendices.

    Args:
        frame: What the report is made from.
    """

    def __init__(self, frame: Frame) -> None:
        self.frame = frame

    @property
    def unknown_limit(self) -> int:
        """How many unanswered facts the appendix lists."""
        return _UNKNOWN[self.frame.audience]

    def questions(self, area: AreaResult) -> Iterator[QuestionRow]:
        """Yield the appendix's rows for one area."""
        for criterion in area.criteria:
            for question in criterion.questions:
                yield QuestionRow(
                    question,
                    tuple(
                        self._rating(question, it) for it in self.frame.result.framework.dimensions
                    ),
                    tuple(self._reasons(question)),
                    self._notes(question),
                    self._sources(question),
                )

    def _rating(self, question: QuestionResult, dimension: str) -> str:
        rating = question.ratings.get(dimension)
        if rating is None:
            return "–"
        if rating.adjusted is not None:
            return f"{rating.adjusted.to}* ({rating.points})"
        return str(rating.points)

    def _reasons(self, question: QuestionResult) -> Iterator[tuple[str, str]]:
        """Yield why each dimension got its points; a reason without a dimension says why none."""
        if question.status == "not_relevant":
            yield "", self.frame.say("not_relevant_all")
        elif not question.coverage.answered:
            yield "", self.frame.say("nothing_known")
        elif not question.contributions:
            yield "", self.frame.say("no_reason")
        for dimension in self.frame.result.framework.dimensions:
            given = [it.reason for it in question.contributions if it.dimension == dimension]
            if given:
                yield words.dimension(dimension, self.frame.lang), " ".join(given)

    def _notes(self, question: QuestionResult) -> str:
        """Return what those who answered have noted: the particulars a consultant writes from."""
        facts = self.frame.material.content.questions[question.id].facts
        answers = (self.frame.material.answers.answers.get(it) for it in facts)
        notes = [clean(it.note, 300).rstrip(".") for it in answers if it and it.note]
        return self.frame.say("notes_of", notes=". ".join(dict.fromkeys(notes))) if notes else ""

    def _sources(self, question: QuestionResult) -> str:
        facts = self.frame.material.content.questions[question.id].facts
        found: dict[str, dict[str, None]] = {}
        for fact in facts:
            answer = self.frame.material.answers.answers.get(fact)
            for evidence in answer.evidence if answer else ():
                places = found.setdefault(cited(evidence), {})
                if evidence.locator:
                    places[clean(evidence.locator, 120)] = None
        if not found:
            return self.frame.say("no_sources") if question.coverage.answered else ""
        named = [_with_places(name, list(places)) for name, places in found.items()]
        if len(named) > _SOURCES:
            more = self.frame.say("unanswered_more", count=len(named) - _SOURCES).rstrip(".")
            named = [*named[:_SOURCES], more]
        return self.frame.say("sources", sources=". ".join(named))


def cited(evidence: Evidence) -> str:
    """Return a piece of evidence as a report cites it, without the place in it."""
    name = clean(evidence.title or evidence.role or evidence.url or evidence.kind, 200)
    return f"{name} ({evidence.date.isoformat()})" if evidence.date else name


def _with_places(name: str, places: Sequence[str]) -> str:
    if not places:
        return name
    more = "" if len(places) <= _SOURCES else " …"
    return f"{name}: {'; '.join(places[:_SOURCES])}{more}"
