"""What the assessment of many municipalities gives, one a row of every column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from fractions import Fraction
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from kompass.assessment.columns import Counts, set_aside
from kompass.inference.columnar import Columns, Mask

Units: TypeAlias = NDArray[np.int64]
"""Exact points, in whole units of `Results.unit`."""


@dataclass(frozen=True, slots=True)
class Rated:
    """The ratings of one question by dimension, 0 to 10; ``UNKNOWN`` where it is not relevant.

    Attributes:
        known: With what is known.
        best: With every unknown answer at its best.
        worst: With every unknown answer at its worst.
        documented: With what is known and documented.
    """

    known: Columns
    best: Columns
    worst: Columns
    documented: Columns

    def without(self, aside: Mask) -> Rated:
        """Return the same with no rating in the rows that are set aside."""
        return Rated(*(set_aside(getattr(self, it.name), aside) for it in fields(self)))


@dataclass(frozen=True, slots=True)
class Tallies:
    """A `Tally` a row: points in units, and how many facts are asked and answered."""

    points: Units
    documented: Units
    low: Units
    high: Units
    reachable: Units
    max: Units
    asked: Counts
    answered: Counts

    def __add__(self, other: Tallies) -> Tallies:
        """Return both added up, row by row."""
        both = ((getattr(self, it.name), getattr(other, it.name)) for it in fields(self))
        return Tallies(*(one + another for one, another in both))

    def without(self, aside: Mask) -> Tallies:
        """Return the same with only the maximum left in the rows that are set aside."""
        left = Tallies(*(getattr(self, it.name) * ~aside for it in fields(self)))
        return replace(left, max=self.max)


@dataclass(frozen=True)
class Results:
    """Every row assessed.

    Attributes:
        rows: How many.
        unit: The points of one unit: points are units times this, exactly.
        ranks: The rank of every property as finding rules see it, ratings' lows and highs too.
        ratings: The ratings of every question.
        cases: The rows where each score case holds, by its id.
        findings: The rows where each finding rule and each phrase for a slot holds, by its id.
        tallies: What every question, criterion and area adds up to, and `TOTAL`.
    """

    rows: int
    unit: Fraction
    ranks: Columns
    ratings: Mapping[str, Rated]
    cases: Mapping[str, Mask]
    findings: Mapping[str, Mask]
    tallies: Mapping[str, Tallies]

    def in_points(self, units: Units) -> NDArray[np.float64]:
        """Return units as points, each the float nearest to the exact number."""
        points: NDArray[np.float64] = units * self.unit.numerator / self.unit.denominator
        return points
