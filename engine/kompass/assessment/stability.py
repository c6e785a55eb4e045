"""How stable points are when some answers are one step off.

Each answer that counts is off with the same probability, upwards as often as downwards, by chance
and on its own. What nobody has answered stays unknown, and a step beyond the answer set is not
taken. Nobody mistakes part of a practice for a plan, so a step goes past the planned value: it says
what has been decided, not how much is in use.

The same answers give the same draws everywhere: nothing is used of NumPy's random numbers but the
raw integers of one bit generator, a stream that is the same in every version.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import reduce
from operator import add

import numpy as np
from numpy.random import PCG64
from numpy.typing import NDArray

from kompass.assessment.assess import TOTAL, add_up
from kompass.assessment.form import WORST
from kompass.assessment.standing import Tally
from kompass.assessment.variants import Units, Variants
from kompass.model.base import Lang
from kompass.model.framework import NOT_ASKED, AnswerSet
from kompass.model.uncertainty import Interval, Slips, Stability

DRAWS = 2000
SEED = 1
_CUT = 20
"""One in so many draws is cut off at each end of an interval: 90 of 100 are left."""
_RAW = 1 << 64
"""Raw integers lie from 0 to below this."""


def stability(variants: Variants, slips: Slips, lang: Lang, draws: int = DRAWS) -> Stability:
    """Try the answers many times, each time with some of them one step off.

    Raises:
        EngineError: The evaluators do not agree on the answers as they are.
    """
    tallies, unit = add_up(variants.standing), variants.many.unit
    areas = draw(variants, steps(slips.share, draws), draws)
    total: Units = reduce(add, areas.values(), np.zeros(draws, np.int64))
    compared = {id: it for id, it in areas.items() if _known(tallies[id])}
    return Stability(
        one_in=slips.one_in,
        why=slips.why(lang),
        draws=draws,
        lower=more(np.full(draws, int(tallies[TOTAL].points / unit)), total),
        total=interval(variants, total),
        areas={id: interval(variants, it) for id, it in areas.items()},
        stronger=_stronger(compared, {id: int(tallies[id].reachable / unit) for id in compared}),
    )


def steps(share: Fraction, draws: int) -> Iterator[NDArray[np.int8]]:
    """Yield how far one fact after another is off in every draw: -1, 0 or 1.

    A fact has the same draws whatever else is answered, so that results can be compared.
    """
    generator = PCG64(SEED)
    half = int(_RAW * share / 2)
    while True:
        raw = generator.random_raw(draws)
        yield np.where(raw < half, -1, raw < 2 * half).astype(np.int8)


def draw(variants: Variants, off: Iterator[NDArray[np.int8]], draws: int) -> Mapping[str, Units]:
    """Return what every area that is assessed gives in every draw.

    Args:
        variants: The answers as they are.
        off: How far every fact of the framework is off, in the order they are asked.
        draws: How many draws that is.
    """
    instrument = variants.standing.instrument
    found: dict[str, Units] = {}
    for question, form in instrument.forms.items():
        place = variants.standing.questions[question]
        stated = variants.stated(question, 1 + draws)
        for field, by in zip(form.fields, off, strict=False):
            if place.known[field.fact] > NOT_ASKED:
                column = stated[field.fact][1:]
                column[:] = _moved(column, by, instrument.content.answer_set(field.fact))
        if place.relevant:
            settled = variants.many.known(question, stated)
            found[question] = variants.units(question, settled, place.tally.points)[1:]
    nothing = np.zeros(draws, np.int64)
    return {
        area.id: reduce(add, (found.get(it, nothing) for it in asked), nothing)
        for area in instrument.content.areas
        if (asked := [it for c in area.criteria for it in instrument.framework.questions[c.id]])
    }


def _moved(
    column: NDArray[np.int8], by: NDArray[np.int8], answer_set: AnswerSet
) -> NDArray[np.int8]:
    """Return ranks moved by a step or none, past the planned value and within the set."""
    moved: NDArray[np.int8] = column + by
    if answer_set.planned is not None:
        moved += np.where(moved == answer_set.rank(answer_set.planned), by, 0).astype(np.int8)
    return moved.clip(WORST, answer_set.top)


def interval(variants: Variants, drawn: Units) -> Interval:
    """Return where points lie in 90 of 100 draws: the draws in order, without both ends."""
    cut = len(drawn) // _CUT
    ordered = np.sort(drawn)
    return Interval(
        low=variants.points(int(ordered[cut])), high=variants.points(int(ordered[-1 - cut]))
    )


def more(one: Units, other: Units) -> float:
    """Return the share of the draws where one is more than the other; equal counts as half."""
    wins = 2 * np.count_nonzero(one > other) + np.count_nonzero(one == other)
    return int(wins) / (2 * len(one))


def _stronger(
    areas: Mapping[str, Units], reachable: Mapping[str, int]
) -> dict[str, dict[str, float]]:
    """Return how often each area has more of what can be reached in it than each other has."""
    return {
        one: {
            other: more(areas[one] * reachable[other], areas[other] * reachable[one])
            for other in areas
            if other != one
        }
        for one in areas
    }


def _known(tally: Tally) -> bool:
    """Tell whether enough is known of an area to hold it against others."""
    return tally.reachable > 0 and 2 * tally.answered >= tally.asked
