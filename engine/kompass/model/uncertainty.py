"""How sure a result is: answers that may be wrong, answers that lack, and claims without proof."""

from __future__ import annotations

from fractions import Fraction

from pydantic import Field

from kompass.model.base import Text, Value


class Slips(Value):
    """How often an answer is taken to be one step off. It moves no points.

    Attributes:
        one_in: Every so many-th answer is off.
        why: What that rests on, for readers of a report.
    """

    one_in: int = Field(ge=2)
    why: Text

    @property
    def share(self) -> Fraction:
        """The share of the answers that are off."""
        return Fraction(1, self.one_in)


class Interval(Value):
    """Points from `low` to `high`."""

    low: float
    high: float


class Stability(Value):
    """What becomes of points when some answers are one step off, each by chance and on its own.

    Attributes:
        one_in: Every so many-th answer is off, upwards as often as downwards.
        why: What that rests on.
        draws: How many times it was tried.
        lower: The share of the draws where the total is lower than the result's; a total that is
            the same counts as half.
        total: Where the total lies in 90 of 100 draws: the 5 lowest and 5 highest are cut off.
        areas: The same of every area that is assessed, by its id.
        stronger: The share of the draws where one area has more of what can be reached in it than
            another; as much counts as half. Only areas of which at least half is answered.
    """

    one_in: int
    why: str
    draws: int
    lower: float
    total: Interval
    areas: dict[str, Interval]
    stronger: dict[str, dict[str, float]]


class Together(Value):
    """How few of many answers settle how much, when the best are chosen.

    Attributes:
        points: What all of them settle together.
        curve: The most points that 1, 2, 3 … of them settle; it ends where more settle no more.
        half: The fewest that settle at least half of `points`; 0 where there are none.
    """

    points: float
    curve: tuple[float, ...]
    half: int


class Unknown(Together):
    """Unknown answers: the points that are open until they are known.

    Attributes:
        first: The `half` facts, or ten at most, that settle most together; what decides most
            comes first. `Result.find_out_first` says more of each.
    """

    first: tuple[str, ...]


class Document(Value):
    """An answer that points rest on, and that nothing documents.

    Attributes:
        evidence: What documentation usually exists.
        points: What documenting it adds to documenting those before it.
    """

    fact: str
    question: str
    text: str
    asks: tuple[str, ...]
    evidence: str
    points: float


class Claims(Together):
    """Claims: the points that rest on answers without documentation.

    Attributes:
        first: The `half` answers, or ten at most, that settle most together.
    """

    first: tuple[Document, ...]


class Uncertainty(Value):
    """How sure a result is, in three ways that must not be mixed up.

    Attributes:
        stability: Answers that may be a step off; None where the content does not say how often
            that happens.
        unknown: Answers nobody has given.
        claims: Answers nobody has documented.
    """

    stability: Stability | None
    unknown: Unknown
    claims: Claims
