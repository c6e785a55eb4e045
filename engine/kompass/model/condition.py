"""The condition language, as authors' conditions stand after loading.

A condition is ``all``, ``any``, ``not`` or a comparison of a fact with values of its own answer
set, or of a rating with a number. It holds no logic of its own: `kompass.inference` gives it its
meaning.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from kompass.model.base import Value

Order = Literal["at_least", "at_most", "above", "below"]


class Compare(Value):
    """A fact compared with values: one of several (``in``), or one in the order of its set."""

    type: Literal["fact"] = "fact"
    fact: str
    op: Literal["in"] | Order
    values: tuple[str, ...]


class CompareRating(Value):
    """A question's rating (0 to 10) in one dimension compared with a number."""

    type: Literal["rating"] = "rating"
    question: str
    dimension: str
    op: Order
    value: int = Field(ge=0, le=10)


class All(Value):
    """Holds when every part holds; an empty one always does."""

    type: Literal["all"] = "all"
    parts: tuple[Condition, ...]


class AnyOf(Value):
    """Holds when at least one part holds."""

    type: Literal["any"] = "any"
    parts: tuple[Condition, ...]


class Not(Value):
    """Holds when the part is known not to hold."""

    type: Literal["not"] = "not"
    part: Condition


Condition = Annotated[Compare | CompareRating | All | AnyOf | Not, Field(discriminator="type")]


def leaves(condition: Condition) -> Iterator[Compare | CompareRating]:
    """Yield every comparison in a condition, in the order it is written."""
    match condition:
        case All(parts=parts) | AnyOf(parts=parts):
            for part in parts:
                yield from leaves(part)
        case Not(part=part):
            yield from leaves(part)
        case _:
            yield condition


def facts_read(condition: Condition | None) -> tuple[str, ...]:
    """Return the facts a condition compares, each once, in the order it is written."""
    if condition is None:
        return ()
    found = (leaf.fact for leaf in leaves(condition) if isinstance(leaf, Compare))
    return tuple(dict.fromkeys(found))


for _model in (All, AnyOf, Not):
    _model.model_rebuild()
