"""The evaluator for many rows at once: a condition becomes comparisons of whole columns.

A row is one set of answers, a municipality or a draw in a simulation. Where the other evaluators
ask which rules hold for one row, this one asks for which rows a rule holds. It says exactly what
`expression.holds` says of each row, and needs NumPy.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, reduce
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from kompass.inference.expression import Every, Expression, In, Never, Some
from kompass.inference.partition import Partition

Columns: TypeAlias = Mapping[str, NDArray[np.int8]]
"""The rank of every property, one value a row, in columns of one length.

A value is ``UNKNOWN`` (-1), ``NOT_ASKED`` (0), or a rank from 1 to the property's top.
"""

Mask: TypeAlias = NDArray[np.bool_]
"""The rows where something holds. Masks are shared between rules: never write into one."""


def rows_of(columns: Columns) -> int:
    """Return how many rows columns have; none when there is no column."""
    return len(next(iter(columns.values()), ()))


def holds(expression: Expression, columns: Columns, wanted: bool = True) -> Mask:
    """Tell where an expression is known to hold (or, not ``wanted``, known not to)."""
    return _Walk(columns).holds(expression, wanted)


def fired(partition: Partition, columns: Columns) -> Mapping[str, Mask]:
    """Return the rows where each rule of a partition holds, by the rule's id."""
    walk = _Walk(columns)
    return {id: walk.holds(tree) for id, tree in partition.rules.items()}


class _Walk:
    """One walk through expressions over the same columns; a comparison is made once."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._rows = rows_of(columns)
        self._compared: dict[tuple[str, frozenset[int]], Mask] = {}

    def holds(self, expression: Expression, wanted: bool = True) -> Mask:
        match expression:
            case In(properties=properties, ranks=accepted, top=top):
                chosen = accepted if wanted else _complement(accepted, top)
                return self._join(True, [self._compare(name, chosen, top) for name in properties])
            case Never(part=part):
                return self.holds(part, not wanted)
            case Every(parts=parts) | Some(parts=parts):
                every = isinstance(expression, Every) == wanted
                return self._join(every, [self.holds(part, wanted) for part in parts])

    def _join(self, every: bool, masks: list[Mask]) -> Mask:
        if not masks:
            return np.full(self._rows, every)
        return reduce(np.logical_and if every else np.logical_or, masks)

    def _compare(self, name: str, accepted: frozenset[int], top: int) -> Mask:
        mask = self._compared.get((name, accepted))
        if mask is None:
            column = self._columns[name]
            masks = [_within(column, low, high, top) for low, high in _runs(accepted)]
            mask = self._compared[name, accepted] = self._join(False, masks)
        return mask


def _within(column: NDArray[np.int8], low: int, high: int, top: int) -> Mask:
    """Return where a rank lies from ``low`` to ``high``, both known ranks."""
    within: Mask
    if low == high:
        within = column == low
    elif high == top:  # no rank is above the top
        within = column >= low
    else:  # without its sign the unknown, -1, is 255: above every rank
        within = column.view(np.uint8) <= high
        if low > 0:
            within &= column >= low
    return within


@cache
def _complement(ranks: frozenset[int], top: int) -> frozenset[int]:
    return In((), ranks, top).complement


@cache
def _runs(ranks: frozenset[int]) -> tuple[tuple[int, int], ...]:
    """Return the unbroken runs of ranks, as their first and last."""
    firsts = sorted(rank for rank in ranks if rank - 1 not in ranks)
    lasts = sorted(rank for rank in ranks if rank + 1 not in ranks)
    return tuple(zip(firsts, lasts, strict=True))
