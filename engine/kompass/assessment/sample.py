"""The check that columns say what the deciding evaluator says: a sample of the rows, once more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import numpy as np

from kompass.assessment.assess import TOTAL
from kompass.assessment.columns import Table
from kompass.assessment.form import Stated
from kompass.assessment.instrument import Instrument
from kompass.assessment.results import Results
from kompass.errors import EngineError
from kompass.inference.columnar import Columns, Mask
from kompass.inference.expression import Ranks
from kompass.inference.partition import Partition
from kompass.model.framework import UNKNOWN

STATES = ("known", "best", "worst", "documented")
"""The ways to read one row's answers, as `Rated` names them."""


def check_sample(
    instrument: Instrument, table: Table, results: Results, sample: int, seed: int
) -> None:
    """Settle, score and find some rows one by one, and compare.

    Args:
        instrument: What the results were made with. Its evaluator decides.
        table: What the results were made from.
        results: The results to check.
        sample: How many rows; all of them where there are no more.
        seed: What the choice of rows starts from.

    Raises:
        EngineError: A row differs, or the evaluator failed.
    """
    for row in chosen(results.rows, sample, seed):
        _Row(instrument, table, results, row).check()


def chosen(rows: int, sample: int, seed: int) -> tuple[int, ...]:
    """Return the rows of a sample, in order; the same on every machine and for every NumPy."""
    if sample >= rows:
        return tuple(range(rows))
    chance = np.random.PCG64(seed)
    found: set[int] = set()
    while len(found) < sample:
        found.add(chance.random_raw() % rows)
    return tuple(sorted(found))


class _Row:
    """One row, assessed as a municipality by itself."""

    def __init__(self, instrument: Instrument, table: Table, results: Results, row: int) -> None:
        self.instrument = instrument
        self.results = results
        self.row = row
        self.stated = _answers(table.stated, row)
        self.documented = _answers(table.documented, row)
        self.aside = {question for question, mask in table.not_relevant.items() if mask[row]}
        self.points = dict.fromkeys(STATES, Fraction(0))

    def check(self) -> None:
        """Compare every question, what looks at several, and the points of it all."""
        instrument = self.instrument
        ranks = dict[str, int]()
        for question in instrument.content.questions:
            if question not in instrument.forms:
                ranks |= instrument.unknown_ranks(question)
            elif question in self.aside:
                ranks |= self._set_aside(question)
            else:
                ranks |= self._question(question)
        across = instrument.finding_partition(None)
        self._fired(across, instrument.evaluator.fired(across, ranks), self.results.findings)
        self._equal("ranks", ranks, _at(self.results.ranks, self.row))
        total = self.results.tallies[TOTAL]
        units = (total.points, total.high, total.low, total.documented)
        found = {
            it: self.results.unit * int(one[self.row])
            for it, one in zip(STATES, units, strict=True)
        }
        self._equal("points in all", self.points, found)

    def _question(self, question: str) -> Ranks:
        instrument, form = self.instrument, self.instrument.forms[question]
        known, best = form.known(self.stated), form.best(self.stated)
        states = (known, best, form.worst(self.stated), form.known(self.documented))
        score = instrument.score_partition(question)
        self._fired(score, instrument.score(question, known).fired, self.results.cases)
        for state, ranks in zip(STATES, states, strict=True):
            scored = instrument.score(question, ranks)
            self.points[state] += instrument.worth[question] * scored.sum
            found = getattr(self.results.ratings[question], state)
            self._equal(f"{score.id}, {state}", scored.ratings, _at(found, self.row))
        ranks = instrument.finding_ranks(question, known, best)
        findings = instrument.finding_partition(question)
        self._fired(findings, instrument.evaluator.fired(findings, ranks), self.results.findings)
        return ranks

    def _set_aside(self, question: str) -> Ranks:
        instrument, nothing = self.instrument, frozenset[str]()
        score = instrument.score_partition(question)
        self._fired(score, nothing, self.results.cases)
        for state in STATES:
            found = getattr(self.results.ratings[question], state)
            unrated = dict.fromkeys(instrument.dimensions, UNKNOWN)
            self._equal(f"{score.id}, {state}", unrated, _at(found, self.row))
        self._fired(instrument.finding_partition(question), nothing, self.results.findings)
        return instrument.unknown_ranks(question)

    def _fired(
        self, partition: Partition, expected: frozenset[str], found: Mapping[str, Mask]
    ) -> None:
        wrong = [id for id in partition.rules if bool(found[id][self.row]) != (id in expected)]
        self._refuse(partition.id, wrong)

    def _equal(
        self, where: str, expected: Mapping[str, object], found: Mapping[str, object]
    ) -> None:
        self._refuse(where, [it for it in expected if expected[it] != found[it]])

    def _refuse(self, where: str, wrong: Sequence[str]) -> None:
        if wrong:
            raise EngineError(
                f"columns and {self.instrument.evaluator.name} differ in row {self.row}, "
                f"{where}: {', '.join(wrong)}"
            )


def _answers(columns: Columns, row: int) -> Stated:
    return {name: rank for name, rank in _at(columns, row).items() if rank != UNKNOWN}


def _at(columns: Columns, row: int) -> Ranks:
    return {name: int(column[row]) for name, column in columns.items()}
