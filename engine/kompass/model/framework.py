"""The instrument: areas, criteria, questions, facts and the values a fact can take."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from kompass.model.base import Text, Value
from kompass.model.condition import Condition, facts_read

FactKind = Literal["practice", "document", "detail", "extent", "learning"]

UNKNOWN = -1
"""The rank of an answer nobody has given: outside every order."""
NOT_ASKED = 0
"""The rank of a follow-up that does not apply: known, and below its whole order."""
DONT_KNOW = "vet_ikke"
NOT_RELEVANT = "ikke_aktuelt"


class AnswerSet(Value):
    """A closed, ordered set of values, best first.

    Attributes:
        values: The values, best first.
        integer: Whether the values are written as whole numbers in an answers file.
        planned: The value that means "decided, not in use", if the set has one.
        labels: What a value is called in running text.
        meanings: What a value counts as where a fact does not say it more precisely.
    """

    id: str
    values: tuple[str, ...]
    integer: bool = False
    planned: str | None = None
    labels: dict[str, Text]
    meanings: dict[str, Text]

    @property
    def top(self) -> int:
        """The rank of the best value; ranks run from 1 (worst) to this."""
        return len(self.values)

    def rank(self, value: str) -> int:
        """Return the rank of a value: 1 is the worst.

        Raises:
            ValueError: The set has no such value.
        """
        return len(self.values) - self.values.index(value)

    def value(self, rank: int) -> str:
        """Return the value with a rank between 1 and `top`."""
        return self.values[len(self.values) - rank]


class Scale(Value):
    """What each value of an answer set gives, declared once. Values not listed give 0.

    Attributes:
        untuned: What a value gave before it was tuned on published evaluations, where it was.
            Nothing scores with it; the swap test starts from it.
    """

    id: str
    of: str
    points: dict[str, int]
    untuned: dict[str, int] = {}
    why: str


class Fact(Value):
    """One thing a person in the municipality can answer without judging quality.

    Attributes:
        core: Whether it belongs to the picture that an hour gives.
        asks: Roles that usually know the answer.
        answers: The id of its answer set.
        asked_when: A condition over earlier facts of the question; None is always.
        counts_as: What must be true for each value.
        evidence: Documentation that usually exists.
        not_relevant: When the whole question may be set aside; only a gate fact has it.
    """

    id: str
    question: str
    kind: FactKind
    core: bool = False
    asks: tuple[str, ...]
    answers: str
    asked_when: Condition | None = None
    text: Text
    counts_as: dict[str, Text]
    evidence: Text
    not_relevant: Text | None = None

    @property
    def follows(self) -> tuple[str, ...]:
        """The facts this one follows up; evidence here counts for them too."""
        return facts_read(self.asked_when)


class DerivedFact(Value):
    """A fact worked out from others: ``ja`` or ``nei``, unknown when any input is unknown."""

    id: str
    question: str
    when: Condition


class Question(Value):
    """What one question asks, and the facts that answer it."""

    id: str
    criterion: str
    text: Text
    why: Text
    facts: tuple[str, ...]
    bands: dict[str, str] = {}


class Criterion(Value):
    """A criterion with its published maximum points."""

    id: str
    name: Text
    max: int = Field(gt=0)


class Area(Value):
    """One of the eight areas of 100 points."""

    id: str
    name: Text
    perspective: str
    criteria: tuple[Criterion, ...]


class Framework(Value):
    """A version of the instrument: which questions it asks under each criterion."""

    id: str
    name: Text
    announced_questions: int
    questions: dict[str, tuple[str, ...]]

    @property
    def asked(self) -> tuple[str, ...]:
        """Every question of this version, in order."""
        return tuple(question for ids in self.questions.values() for question in ids)
