"""The questions of one municipality in many variants of its answers, in whole units of points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kompass.assessment.many import Many
from kompass.assessment.standing import QuestionStanding, Standing
from kompass.errors import EngineError
from kompass.inference.columnar import Columns
from kompass.model.framework import UNKNOWN

Units = NDArray[np.int64]


class Variants:
    """A standing whose questions can be tried with other answers, many at once.

    Args:
        standing: The answers as they are.
    """

    def __init__(self, standing: Standing) -> None:
        self.standing = standing
        self.many = Many(standing.instrument)

    @cached_property
    def relevant(self) -> Mapping[str, QuestionStanding]:
        """The questions that are not set aside."""
        return {id: it for id, it in self.standing.questions.items() if it.relevant}

    def points(self, units: int) -> float:
        """Return units as points."""
        return float(units * self.many.unit)

    def stated(self, question: str, rows: int) -> dict[str, NDArray[np.int8]]:
        """Return the answers to a question as they are, in so many rows."""
        stated = self.standing.sheet.stated
        fields = self.standing.instrument.forms[question].fields
        return {it.fact: np.full(rows, stated.get(it.fact, UNKNOWN), np.int8) for it in fields}

    def units(self, question: str, settled: Columns, first: Fraction) -> Units:
        """Return what a question gives in every row.

        Args:
            question: Its id.
            settled: The ranks that rules see.
            first: The points of the first row, which are known from the standing.

        Raises:
            EngineError: The first row gives something else: the evaluators do not agree.
        """
        sums = self.many.rating_sum(question, settled).astype(np.int64)
        units: Units = sums * self.many.units(question)
        if int(units[0]) * self.many.unit != first:
            raise EngineError(
                f"{question}: {self.points(int(units[0]))} points in columns, not {float(first)}"
            )
        return units


def subsets(names: tuple[str, ...]) -> Iterator[tuple[str, NDArray[np.bool_]]]:
    """Yield every name with the sets it is in, one set a row: ``n`` is in those with bit ``n``."""
    numbers = np.arange(1 << len(names))
    for at, name in enumerate(names):
        yield name, (numbers >> at & 1).astype(bool)
