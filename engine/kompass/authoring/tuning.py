"""Tuning the shared scales on published evaluations, and the swap test that keeps it honest.

Points are linear in the numbers of the scales: each score rule looks one answer up in one scale.
So a municipality is a table of lookups, and a set of scales can be tried without assessing anew.
Only the middle values are free: the best is what makes a dimension add up to 10, the worst and
the planned give nothing. Few numbers, whole, bounded, and shared by every question: there is
little to overfit with, and the swap test says how much was.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import floor
from typing import Final

from kompass.assessment.assess import add_up, stand
from kompass.assessment.instrument import Instrument
from kompass.assessment.standing import Standing
from kompass.authoring.agreement import Published
from kompass.model.answers import Answers
from kompass.model.content import Content
from kompass.model.framework import NOT_ASKED, UNKNOWN

Table = dict[str, dict[str, int]]
"""The points of each value, for each scale."""

BOUNDS: Final[Mapping[str, tuple[float, float]]] = {
    "delvis": (0.3, 0.75),
    "de_fleste": (0.6, 0.8),
    "noen": (0.2, 0.5),
    "av_og_til": (0.3, 0.6),
}
"""The share of the best value that a middle value may give: part of a thing is neither nothing
nor nearly all, whatever two municipalities happen to say. Practice in most units, learnt from now
and then, may give at most 80 % of a question without documents (`states.BANDS`); that is what
bounds ``de_fleste`` and ``av_og_til``; ``noen`` is at most half of the units. Every value not
named here stands still."""

RELUCTANCE: Final = 0.0002
"""What one step away from the numbers of today must gain in mean error to be worth taking."""


@dataclass(frozen=True)
class Lookups:
    """One municipality as lookups: what the scales are asked, and what was published.

    Attributes:
        name: The municipality.
        asked: For each criterion, the points per rating point, the scale and the answer.
        published: The published points of these criteria.
        maximum: The maximum of these criteria.
    """

    name: str
    asked: Mapping[str, tuple[tuple[float, str, str], ...]]
    published: Mapping[str, float]
    maximum: Mapping[str, float]

    def points(self, table: Table) -> Mapping[str, float]:
        """Return the points of each criterion with these scales."""
        return {
            criterion: sum(weight * table[scale].get(value, 0) for weight, scale, value in lookups)
            for criterion, lookups in self.asked.items()
        }


@dataclass(frozen=True)
class Fit:
    """How well scales fit a municipality.

    Attributes:
        criterion: The mean absolute error of the criteria, as a share of their maxima.
        total: The error of their sum, as a share of the published sum (of the maximum when
            nothing was published); negative is too strict.
    """

    criterion: float
    total: float


def lookups(instrument: Instrument, answers: Answers, published: Published) -> Lookups:
    """Return a municipality as lookups, with every answer its coders gave.

    What nobody answered counts as what somebody did, criterion by criterion, as in
    `Comparison.expected`: scales are not raised to make up for a report's silence. Rules with
    numbers of their own are left out: no scale moves them.
    """
    standing, content = stand(instrument, answers), instrument.content
    whole = _known(standing)
    asked: dict[str, list[tuple[float, str, str]]] = {}
    maximum = {it.id: it.max for area in content.areas for it in area.criteria}
    for rule in content.score_rules:
        place = standing.questions.get(rule.question)
        if place is None or rule.scale is None:
            continue
        criterion = content.questions[rule.question].criterion
        found = asked.setdefault(criterion, [])
        fact = getattr(rule.cases[0].when, "fact", "")
        rank = place.known.get(fact, UNKNOWN)
        if rank > NOT_ASKED:
            value = content.answer_set(fact).values[-rank]
            weight = instrument.worth[rule.question] * whole[criterion]
            found.append((float(weight), rule.scale, value))
    shown = {it: tuple(found) for it, found in asked.items() if it in published.criteria}
    return Lookups(
        published.municipality,
        shown,
        {it: published.criteria[it] for it in shown},
        {it: maximum[it] for it in shown},
    )


def _known(standing: Standing) -> Mapping[str, Fraction]:
    """Return what each criterion must be multiplied with to stand for all of it."""
    return {
        name: it.reachable / known if (known := it.reachable - (it.high - it.low)) else Fraction(1)
        for name, it in add_up(standing).items()
    }


def measure(place: Lookups, table: Table) -> Fit:
    """Return how well scales fit a municipality."""
    points = place.points(table)
    errors = [abs(points[it] - place.published[it]) / place.maximum[it] for it in points]
    total = sum(place.published.values())
    whole = total or sum(place.maximum.values())
    return Fit(sum(errors) / len(errors), (sum(points.values()) - total) / whole)


def today(content: Content) -> Table:
    """Return the scales as they stand."""
    values = {name: content.answer_sets[scale.of].values for name, scale in content.scales.items()}
    return {
        name: {value: scale.points.get(value, 0) for value in values[name]}
        for name, scale in content.scales.items()
    }


def untuned(content: Content) -> Table:
    """Return the scales as they stood before any was tuned: where a swap test starts."""
    return {name: points | content.scales[name].untuned for name, points in today(content).items()}


def tune(places: Sequence[Lookups], start: Table) -> Table:
    """Return scales that fit municipalities better, by moving one number at a time.

    What is made small is the mean error of the criteria plus that of the total, each as a share,
    plus `RELUCTANCE` for every step away from today. It ends when no single step of one or two
    helps; the order of trying is fixed, so the same input gives the same scales.
    """
    table = {name: dict(points) for name, points in start.items()}
    best = _loss(places, table, start)
    better = True
    while better:
        better = False
        for option in list(_neighbours(table)):
            loss = _loss(places, option, start)
            if loss < best - 1e-9:
                table, best, better = option, loss, True
                break
    return table


def _loss(places: Sequence[Lookups], table: Table, start: Table) -> float:
    fits = [measure(it, table) for it in places]
    moved = sum(abs(table[n][v] - start[n][v]) for n in table for v in table[n])
    return sum(it.criterion + abs(it.total) / 2 for it in fits) / len(fits) + RELUCTANCE * moved


def _neighbours(table: Table) -> Iterator[Table]:
    for name, points in table.items():
        best = max(points.values())
        for value, given in points.items():
            low, high = (floor(share * best) for share in BOUNDS.get(value, (0, 0)))
            for moved in (given + 1, given - 1, given + 2, given - 2):
                row = {**points, value: moved}
                if low <= moved <= high and _ordered(row):
                    yield {**table, name: row}


def _ordered(points: Mapping[str, int]) -> bool:
    """Return whether a better answer is never worth less."""
    return all(better >= worse for better, worse in pairwise(points.values()))
