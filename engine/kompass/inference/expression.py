"""Conditions in the form evaluators use: trees over integers.

Every fact becomes a *property* whose value is a rank: ``UNKNOWN`` (-1), ``NOT_ASKED`` (0), or 1
(worst) up to the best. A rating is two properties, its low and its high, from 0 to 10. A leaf
says which ranks it accepts. That makes every comparison of the language the same thing, a set,
and the negation of a comparison its complement among *known* ranks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from kompass.errors import EngineError
from kompass.model.condition import All, AnyOf, Compare, CompareRating, Condition, Not
from kompass.model.content import MAX_RATING, Content
from kompass.model.framework import UNKNOWN

Ranks: TypeAlias = Mapping[str, int]
"""The rank of every property a partition reads."""


@dataclass(frozen=True, slots=True)
class In:
    """Every one of ``properties`` has a rank in ``ranks``, out of 0 to ``top``."""

    properties: tuple[str, ...]
    ranks: frozenset[int]
    top: int

    @property
    def complement(self) -> frozenset[int]:
        """The known ranks that are not accepted."""
        return frozenset(range(self.top + 1)) - self.ranks


@dataclass(frozen=True, slots=True)
class Every:
    """All parts hold."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """At least one part holds."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Never:
    """The part is known not to hold."""

    part: Expression


Expression: TypeAlias = In | Every | Some | Never


def rating_properties(question: str, dimension: str) -> tuple[str, str]:
    """Return the names of the two properties that carry a rating's low and high."""
    return f"{question}/{dimension}/low", f"{question}/{dimension}/high"


def holds(expression: Expression, ranks: Ranks, wanted: bool = True) -> bool:
    """Tell whether an expression is known to hold (or, not ``wanted``, known not to).

    This is the specification of the language. It is two-valued over known answers: a comparison
    with an unknown rank is false, and so is its negation.
    """
    match expression:
        case In(properties=properties, ranks=accepted):
            chosen = accepted if wanted else expression.complement
            return all(ranks[name] in chosen for name in properties)
        case Never(part=part):
            return holds(part, ranks, not wanted)
        case Every(parts=parts):
            return (all if wanted else any)(holds(part, ranks, wanted) for part in parts)
        case Some(parts=parts):
            return (any if wanted else all)(holds(part, ranks, wanted) for part in parts)


def because(expression: Expression, ranks: Ranks, wanted: bool = True) -> tuple[str, ...]:
    """Return the properties that make an expression hold, or () when it does not hold."""
    if not holds(expression, ranks, wanted):
        return ()
    match expression:
        case In(properties=properties):
            return properties
        case Never(part=part):
            return because(part, ranks, not wanted)
        case Every(parts=parts) | Some(parts=parts):
            found = (name for part in parts for name in because(part, ranks, wanted))
            return tuple(dict.fromkeys(found))


def lower(condition: Condition, content: Content) -> Expression:
    """Turn a loaded condition into an expression over ranks.

    Raises:
        EngineError: The condition names something the content does not know; checked content
            never does.
    """
    match condition:
        case All(parts=parts):
            return Every(tuple(lower(part, content) for part in parts))
        case AnyOf(parts=parts):
            return Some(tuple(lower(part, content) for part in parts))
        case Not(part=part):
            return Never(lower(part, content))
        case CompareRating():
            names = rating_properties(condition.question, condition.dimension)
            return In(names, _ordered(condition.op, condition.value, MAX_RATING), MAX_RATING)
        case Compare():
            return _lower_compare(condition, content)


def _lower_compare(compare: Compare, content: Content) -> In:
    if compare.fact in content.derived:
        rank_of = {"nei": 1, "ja": 2}
        ranks, top = [rank_of[value] for value in compare.values], 2
    elif compare.fact in content.facts:
        answer_set = content.answer_set(compare.fact)
        ranks, top = [answer_set.rank(value) for value in compare.values], answer_set.top
    else:
        raise EngineError(f"condition on unknown fact {compare.fact}")
    accepted = frozenset(ranks) if compare.op == "in" else _ordered(compare.op, ranks[0], top)
    return In((compare.fact,), accepted, top)


def _ordered(op: str, rank: int, top: int) -> frozenset[int]:
    accept: dict[str, Callable[[int], bool]] = {
        "at_least": lambda other: other >= rank,
        "at_most": lambda other: other <= rank,
        "above": lambda other: other > rank,
        "below": lambda other: other < rank,
    }
    return frozenset(filter(accept[op], range(top + 1)))


assert UNKNOWN < 0  # no leaf accepts it, whatever its ranks
