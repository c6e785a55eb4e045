"""What errors do to points, worked out exactly: every way the answers can be off, weighed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import product

from kompass.assessment.standing import Standing
from kompass.model.framework import NOT_ASKED, AnswerSet

Distribution = Mapping[Fraction, Fraction]
"""The probability of every number of points."""


def distribution(standing: Standing, question: str, share: Fraction) -> Distribution:
    """Return how the points of a question fall when its answers are off, one by one."""
    instrument, place = standing.instrument, standing.questions[question]
    form, stated = instrument.forms[question], standing.sheet.stated
    given = [it for it in form.fields if place.known[it.fact] > NOT_ASKED]
    found: dict[Fraction, Fraction] = defaultdict(Fraction)
    for way in product((-1, 0, 1), repeat=len(given)):
        off = {
            it.fact: off_by(instrument.content.answer_set(it.fact), stated[it.fact], step)
            for it, step in zip(given, way, strict=True)
        }
        slips = sum(map(abs, way))
        points = instrument.points(question, form.known({**stated, **off}))
        found[points] += (share / 2) ** slips * (1 - share) ** (len(given) - slips)
    return found


def off_by(answer_set: AnswerSet, rank: int, step: int) -> int:
    """Return a rank a step up or down the set; a plan is no step between no and partly."""
    planned = answer_set.planned and answer_set.rank(answer_set.planned)
    ladder = [it for it in range(1, answer_set.top + 1) if it == rank or it != planned]
    at = ladder.index(rank) + step
    return ladder[min(max(at, 0), len(ladder) - 1)]


def together(parts: Iterable[Distribution]) -> Distribution:
    """Return how the sum of independent points falls."""
    whole: Distribution = {Fraction(0): Fraction(1)}
    for part in parts:
        summed: dict[Fraction, Fraction] = defaultdict(Fraction)
        for points, often in whole.items():
            for more, as_often in part.items():
                summed[points + more] += often * as_often
        whole = summed
    return whole


def below(found: Distribution, points: Fraction) -> Fraction:
    """Return how often points are lower than that."""
    return sum((often for it, often in found.items() if it < points), Fraction(0))
