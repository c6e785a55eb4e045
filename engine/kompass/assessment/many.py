"""The assessment of many municipalities at once, in columns.

It settles, scores and finds exactly as a `Standing` and `find` do for one, and re-runs a sample of
the rows through the instrument's own evaluator to show it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, reduce
from math import lcm
from operator import add

import numpy as np
from numpy.typing import NDArray

from kompass.assessment.assess import TOTAL
from kompass.assessment.columns import Counts, Table, coverage, set_aside, settle, undocumented
from kompass.assessment.instrument import Instrument
from kompass.assessment.results import Rated, Results, Tallies
from kompass.assessment.sample import check_sample
from kompass.inference.columnar import Columns, Mask, fired, rows_of
from kompass.inference.expression import rating_properties
from kompass.model.content import MAX_RATING
from kompass.model.framework import UNKNOWN

SAMPLE = 32
"""How many rows of every call are assessed once more, one by one."""


class Many:
    """An instrument that assesses whole columns.

    Args:
        instrument: The framework to assess with. Its evaluator re-runs the samples.
    """

    def __init__(self, instrument: Instrument) -> None:
        self.instrument = instrument

    @cached_property
    def unit(self) -> Fraction:
        """A whole fraction of a point that every rating point is a whole number of."""
        return Fraction(1, lcm(*(it.denominator for it in self.instrument.worth.values())))

    def units(self, question: str) -> int:
        """Return what one rating point of a question gives, in units."""
        return int(self.instrument.worth[question] / self.unit)

    def known(self, question: str, stated: Columns) -> Columns:
        """Return the ranks that rules see: what is not stated, or not surely asked, is unknown."""
        return settle(self.instrument.forms[question], stated)

    def best(self, question: str, stated: Columns) -> Columns:
        """Return the ranks with every unknown answer at its best."""
        return settle(self.instrument.forms[question], stated, unstated="top")

    def worst(self, question: str, stated: Columns) -> Columns:
        """Return the ranks with every unknown answer at its worst."""
        return settle(self.instrument.forms[question], stated, unstated="worst")

    def ratings(self, question: str, columns: Columns) -> Columns:
        """Return the rating of every dimension of a question, for settled ranks."""
        cases = fired(self.instrument.score_partition(question), columns)
        return self.rate(question, cases, rows_of(columns))

    def rating_sum(self, question: str, columns: Columns) -> Counts:
        """Return the ratings of all dimensions added up, for settled ranks."""
        return _sum(self.ratings(question, columns))

    def rate(self, question: str, cases: Mapping[str, Mask], rows: int) -> Columns:
        """Return the ratings that the fired score cases add up to."""
        totals = {name: np.zeros(rows, np.int16) for name in self.instrument.dimensions}
        for rule in self.instrument.content.score_rules_of[question]:
            for case in rule.cases:
                totals[rule.dimension] += cases[case.id] * np.int16(case.points)
        return {name: np.minimum(it, MAX_RATING).astype(np.int8) for name, it in totals.items()}

    def add_up(self, questions: Mapping[str, Tallies], rows: int) -> Mapping[str, Tallies]:
        """Return what every question, criterion and area adds up to, by its id, and `TOTAL`."""
        tallies = dict(questions)
        areas = self.instrument.content.areas
        for area in areas:
            for criterion in area.criteria:
                asked = self.instrument.framework.questions[criterion.id]
                nothing = _nothing(rows, 0 if asked else int(criterion.max / self.unit))
                tallies[criterion.id] = reduce(add, (questions[it] for it in asked), nothing)
            tallies[area.id] = reduce(add, (tallies[it.id] for it in area.criteria))
        tallies[TOTAL] = reduce(add, (tallies[area.id] for area in areas))
        return tallies

    def assess(
        self,
        stated: Columns,
        documented: Columns | None = None,
        not_relevant: Mapping[str, Mask] | None = None,
        sample: int = SAMPLE,
        seed: int = 0,
    ) -> Results:
        """Assess every row, and some of them once more.

        Args:
            stated: The rank of every answer, as in `Table`.
            documented: What is stated and documented; None where nothing is documented.
            not_relevant: The rows where a question is set aside.
            sample: How many rows to re-run through the instrument's evaluator.
            seed: What the choice of those rows starts from.

        Raises:
            EngineError: A row of the sample came out differently, or could not be re-run.
            ValueError: The columns are not of ranks, or of several lengths.
        """
        nobody = dict.fromkeys(stated, np.full(rows_of(stated), UNKNOWN, np.int8))
        proven = undocumented(stated) if documented is None else {**nobody, **documented}
        table = Table(stated, proven, not_relevant or {})
        table.check()
        results = self._assess(table)
        check_sample(self.instrument, table, results, sample, seed)
        return results

    def _assess(self, table: Table) -> Results:
        instrument, rows = self.instrument, rows_of(table.stated)
        nobody = np.full(rows, UNKNOWN, np.int8)
        ranks: dict[str, NDArray[np.int8]] = {}
        ratings: dict[str, Rated] = {}
        cases: dict[str, Mask] = {}
        findings: dict[str, Mask] = {}
        tallies: dict[str, Tallies] = {}
        for question in instrument.content.questions:
            if question not in instrument.forms:
                ranks |= dict.fromkeys(instrument.unknown_ranks(question), nobody)
                continue
            part = self._question(question, table)
            ranks |= part.ranks
            ratings[question] = part.ratings
            cases |= part.cases
            findings |= part.findings
            tallies[question] = part.tallies
        findings |= fired(instrument.finding_partition(None), ranks)
        return Results(rows, self.unit, ranks, ratings, cases, findings, self.add_up(tallies, rows))

    def _question(self, question: str, table: Table) -> _Part:
        instrument, form = self.instrument, self.instrument.forms[question]
        known = self.known(question, table.stated)
        cases = fired(instrument.score_partition(question), known)
        ratings = Rated(
            known=self.rate(question, cases, rows_of(known)),
            best=self.ratings(question, self.best(question, table.stated)),
            worst=self.ratings(question, self.worst(question, table.stated)),
            documented=self.ratings(question, self.known(question, table.documented)),
        )
        ranks = dict(known)
        for dimension in instrument.dimensions:
            low, high = rating_properties(question, dimension)
            ranks[low], ranks[high] = ratings.known[dimension], ratings.best[dimension]
        part = _Part(
            ranks=ranks,
            ratings=ratings,
            cases=cases,
            findings=fired(instrument.finding_partition(question), ranks),
            tallies=self._tallies(question, ratings, *coverage(form, known)),
        )
        aside = table.not_relevant.get(question)
        return part if aside is None else part.without(aside)

    def _tallies(self, question: str, ratings: Rated, asked: Counts, answered: Counts) -> Tallies:
        unit = np.int64(self.units(question))
        most = np.full(len(asked), unit * MAX_RATING * len(self.instrument.dimensions))
        return Tallies(
            points=_sum(ratings.known) * unit,
            documented=_sum(ratings.documented) * unit,
            low=_sum(ratings.worst) * unit,
            high=_sum(ratings.best) * unit,
            reachable=most,
            max=most,
            asked=asked,
            answered=answered,
        )


@dataclass(frozen=True, slots=True)
class _Part:
    """One question in every row."""

    ranks: Columns
    ratings: Rated
    cases: Mapping[str, Mask]
    findings: Mapping[str, Mask]
    tallies: Tallies

    def without(self, aside: Mask) -> _Part:
        """Return the same with nothing known, given or found in the rows that are set aside."""
        return _Part(
            ranks=set_aside(self.ranks, aside),
            ratings=self.ratings.without(aside),
            cases={id: mask & ~aside for id, mask in self.cases.items()},
            findings={id: mask & ~aside for id, mask in self.findings.items()},
            tallies=self.tallies.without(aside),
        )


def _sum(ratings: Columns) -> Counts:
    """Return the ratings of all dimensions added up."""
    zero = np.zeros(rows_of(ratings), np.int16)
    return reduce(add, ratings.values(), zero)


def _nothing(rows: int, most: int) -> Tallies:
    """Return what nothing adds up to, where a criterion that is not covered could have given."""
    points, counts = np.zeros(rows, np.int64), np.zeros(rows, np.int16)
    return Tallies(points, points, points, points, points, points + most, counts, counts)
