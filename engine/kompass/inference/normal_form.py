"""Disjunctive normal form: the only shape of rule that durable-rules evaluates reliably.

``not`` is pushed to the leaves, ``any`` becomes several conjuncts, and a conjunct that another one
makes superfluous is dropped. Each conjunct maps properties to the ranks they may have.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kompass.errors import RuleTooLargeError
from kompass.inference.expression import Every, Expression, In, Never, Some

MAX_CONJUNCTS = 256
"""Most alternatives one rule may expand to. Ten times what a readable rule needs."""


@dataclass(frozen=True, slots=True)
class Conjunct:
    """Ranks that properties must have, all at once. ``tops`` are their highest ranks."""

    ranks: tuple[tuple[str, frozenset[int]], ...]
    tops: tuple[int, ...]

    def implies(self, other: Conjunct) -> bool:
        """Tell whether everything that satisfies this also satisfies ``other``."""
        mine = dict(self.ranks)
        return all(name in mine and mine[name] <= ranks for name, ranks in other.ranks)


_Draft = dict[str, tuple[frozenset[int], int]]


def normal_form(expression: Expression) -> tuple[Conjunct, ...]:
    """Return the conjuncts of which at least one holds exactly when the expression does.

    Raises:
        RuleTooLargeError: The expression expands to more than `MAX_CONJUNCTS`.
    """
    conjuncts = [_finish(draft) for draft in _drafts(expression, wanted=True)]
    return tuple(_absorb(conjuncts))


def _drafts(expression: Expression, wanted: bool) -> list[_Draft]:
    match expression:
        case In(properties=properties, ranks=accepted, top=top):
            ranks = accepted if wanted else expression.complement
            return [{name: (ranks, top) for name in properties}] if ranks else []
        case Never(part=part):
            return _drafts(part, not wanted)
        case Every(parts=parts) | Some(parts=parts):
            alternatives = (_drafts(part, wanted) for part in parts)
            if isinstance(expression, Some) == wanted:
                return _limited(draft for drafts in alternatives for draft in drafts)
            product: list[_Draft] = [{}]
            for drafts in alternatives:
                product = _limited(_join(a, b) for a in product for b in drafts)
            return product


def _join(one: _Draft, other: _Draft) -> _Draft | None:
    joined = dict(one)
    for name, (ranks, top) in other.items():
        both = joined[name][0] & ranks if name in joined else ranks
        if not both:
            return None
        joined[name] = (both, top)
    return joined


def _limited(drafts: Iterable[_Draft | None]) -> list[_Draft]:
    kept: list[_Draft] = []
    for draft in drafts:
        if draft is not None and draft not in kept:
            kept.append(draft)
        if len(kept) > MAX_CONJUNCTS:
            raise RuleTooLargeError(
                f"the condition expands to more than {MAX_CONJUNCTS} alternatives; "
                "split the rule, or name values instead of nesting any and not"
            )
    return kept


def _finish(draft: _Draft) -> Conjunct:
    names = sorted(draft)
    return Conjunct(
        tuple((name, draft[name][0]) for name in names), tuple(draft[name][1] for name in names)
    )


def _absorb(conjuncts: list[Conjunct]) -> list[Conjunct]:
    unique = list(dict.fromkeys(conjuncts))
    return [
        one for one in unique if not any(other != one and one.implies(other) for other in unique)
    ]
