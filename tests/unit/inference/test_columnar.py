"""Columns of ranks: every comparison there is, and how many rows come out."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray

from kompass.inference.columnar import fired, holds, rows_of
from kompass.inference.expression import Every, Expression, In, Never, Some
from kompass.inference.expression import holds as holds_in_one
from kompass.inference.partition import Partition

LEAF = In(("f",), frozenset({2, 3}), 4)


def column(*ranks: int) -> NDArray[np.int8]:
    return np.array(ranks, np.int8)


@pytest.mark.parametrize("top", [1, 2, 4, 10])
def test_every_set_of_ranks_is_compared_as_in_one_row(top: int) -> None:
    ranks = range(-1, top + 1)
    columns = {"f": column(*ranks)}
    for size in range(top + 2):
        for accepted in combinations(range(top + 1), size):
            leaf = In(("f",), frozenset(accepted), top)
            for wanted in (True, False):
                expected = [holds_in_one(leaf, {"f": rank}, wanted) for rank in ranks]
                assert holds(leaf, columns, wanted).tolist() == expected, (accepted, wanted)


def test_every_property_of_a_comparison_counts() -> None:
    both = In(("low", "high"), frozenset({5, 6, 7}), 10)
    columns = {"low": column(4, 5, 5, -1), "high": column(5, 8, 7, 7)}
    assert holds(both, columns).tolist() == [False, False, True, False]
    assert holds(both, columns, wanted=False).tolist() == [False, False, False, False]


@pytest.mark.parametrize("rows", [0, 1, 3])
@pytest.mark.parametrize(
    ("empty", "expected"),
    [
        (Every(()), True),
        (Some(()), False),
        (Never(Every(())), False),
        (In((), LEAF.ranks, 4), True),
    ],
    ids=str,
)
def test_what_looks_at_nothing_has_all_rows(rows: int, empty: Expression, expected: bool) -> None:
    columns = {"f": column(*range(rows))}
    assert holds(empty, columns).tolist() == [expected] * rows
    assert holds(Every((empty, LEAF)), columns).shape == (rows,)


def test_no_columns_have_no_rows() -> None:
    assert rows_of({}) == 0
    assert holds(Every(()), {}).shape == (0,)


def test_a_comparison_of_several_rules_is_made_once() -> None:
    class Read(dict[str, NDArray[np.int8]]):
        def __getitem__(self, name: str) -> NDArray[np.int8]:
            read.append(name)
            return super().__getitem__(name)

    read: list[str] = []
    same = In(("f",), frozenset({2, 3}), 4)
    other = In(("g",), frozenset({2, 3}), 4)
    rules: dict[str, Expression] = {
        "a": LEAF,
        "b": Every((same, other)),
        "c": Some((Never(same), LEAF)),
    }
    found = fired(Partition("p", rules, {}), Read(f=column(1, 2), g=column(2, -1)))
    assert sorted(read) == ["f", "f", "g"]  # accepted, refused, and the other
    assert {id: mask.tolist() for id, mask in found.items()} == {
        "a": [False, True], "b": [False, False], "c": [True, True],
    }  # fmt: skip


def test_a_property_without_a_column_is_loud() -> None:
    with pytest.raises(KeyError, match="f"):
        holds(LEAF, {"g": column(1)})
