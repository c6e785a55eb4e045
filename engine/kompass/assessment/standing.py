"""Where a municipality stands: every question settled and scored, in exact numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from kompass.assessment.form import Stated
from kompass.assessment.instrument import Instrument
from kompass.assessment.sheet import Sheet
from kompass.inference.expression import Ranks
from kompass.model.framework import UNKNOWN


@dataclass(frozen=True, slots=True)
class Tally:
    """Exact points and coverage of a question, or of anything questions add up to."""

    points: Fraction = Fraction(0)
    documented: Fraction = Fraction(0)
    low: Fraction = Fraction(0)
    high: Fraction = Fraction(0)
    reachable: Fraction = Fraction(0)
    max: Fraction = Fraction(0)
    asked: int = 0
    answered: int = 0
    proven: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Return both added up."""
        return Tally(
            self.points + other.points,
            self.documented + other.documented,
            self.low + other.low,
            self.high + other.high,
            self.reachable + other.reachable,
            self.max + other.max,
            self.asked + other.asked,
            self.answered + other.answered,
            self.proven + other.proven,
        )


@dataclass(frozen=True, slots=True)
class QuestionStanding:
    """One question: the ranks that rules see, and those with unknown answers at their best."""

    question: str
    relevant: bool
    known: Ranks
    best: Ranks
    tally: Tally


class Standing:
    """A sheet settled on an instrument, question by question.

    Args:
        instrument: The framework to assess with.
        sheet: The answers.
        before: Where other answers on the same instrument left the municipality. A question
            that is answered as it was there stands as it stood, and is not settled again.
    """

    def __init__(
        self, instrument: Instrument, sheet: Sheet, before: Standing | None = None
    ) -> None:
        self.instrument = instrument
        self.sheet = sheet
        self._proven = sheet.proven(instrument.content)
        self._documented = sheet.documented(instrument.content)
        self.questions: Mapping[str, QuestionStanding] = {
            question: before.questions[question]
            if before and self._state(question) == before._state(question)
            else self._stand(question, self._documented, self._proven)
            for question in instrument.framework.asked
        }

    def _state(self, question: str) -> object:
        """Return everything of the answers that a question's standing depends on."""
        stated, facts = self.sheet.stated, self.instrument.content.questions[question].facts
        return (
            question in self.sheet.not_relevant,
            [(stated.get(it), self._documented.get(it), it in self._proven) for it in facts],
        )

    def _stand(self, question: str, documented: Stated, proven: frozenset[str]) -> QuestionStanding:
        instrument, stated = self.instrument, self.sheet.stated
        maximum = instrument.maximum(question)
        if question in self.sheet.not_relevant:
            nothing = instrument.unknown_ranks(question)
            return QuestionStanding(question, False, nothing, nothing, Tally(max=maximum))
        form = instrument.forms[question]
        known, best = form.known(stated), form.best(stated)
        asked = tuple(form.asked(known))
        answered = [name for name in asked if known[name] != UNKNOWN]
        tally = Tally(
            points=instrument.points(question, known),
            documented=instrument.points(question, form.known(documented)),
            low=instrument.points(question, form.worst(stated)),
            high=instrument.points(question, best),
            reachable=maximum,
            max=maximum,
            asked=len(asked),
            answered=len(answered),
            proven=sum(name in proven for name in answered),
        )
        return QuestionStanding(question, True, known, best, tally)

    def set_aside(self) -> tuple[str, ...]:
        """Return the stated facts that are not asked here and now, in order."""
        aside: list[str] = []
        for question, form in self.instrument.forms.items():
            asked = set(form.asked(self.questions[question].known))
            relevant = self.questions[question].relevant
            aside += [
                field.fact
                for field in form.fields
                if field.fact in self.sheet.stated and not (relevant and field.fact in asked)
            ]
        return tuple(aside)

    def rank(self, fact: str) -> int:
        """Return what rules see of a fact; unknown when its question is not asked here."""
        standing = self.questions.get(self.instrument.content.facts[fact].question)
        return standing.known[fact] if standing else UNKNOWN
