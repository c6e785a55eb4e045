"""How sure a result is, in sentences that hold: what a screen has room for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, floor
from typing import Final

from kompass.assessment.findings import listed
from kompass.model.base import Lang
from kompass.model.result import Result
from kompass.model.uncertainty import Claims, Interval, Stability, Unknown
from kompass.report import words
from kompass.report.message import share
from kompass.report.numbers import exact, rounded

SURE: Final = 0.95
"""One area is called stronger than another when it is in so many of the draws."""
_OFTEN: Final = 0.75
"""Errors are said to cost more than they give when they do in so many of the draws."""


def stability(result: Result) -> Stability | None:
    """Return what becomes of points when answers are off; None where there is nothing to tell."""
    found = result.uncertainty
    return found.stability if found and result.total.coverage.answered else None


def unknown(result: Result) -> Unknown | None:
    """Return what is not answered; None where less than a point is open."""
    found = result.uncertainty
    return found.unknown if found and found.unknown.points >= 1 else None


def claims(result: Result) -> Claims | None:
    """Return what nothing documents; None where less than a point rests on it."""
    found = result.uncertainty
    return found.claims if found and found.claims.points >= 1 else None


def certainty_lines(result: Result, lang: Lang) -> Iterator[str]:
    """Yield how sure a result is; nothing where that is not worked out."""
    if tried := stability(result):
        low, high = outwards(tried.total)
        yield words.SLIPS_TOTAL(lang).format(
            every=words.every(tried.one_in, lang),
            low=low,
            high=high,
            cost=words.SLIPS_COST(lang) if costs(tried) else "",
        )
        yield from order(result, tried, lang)
        yield words.NOT_LEANING(lang)
    yield from halves(result, words.OPEN_HALF(lang), words.CLAIMED_HALF(lang))


def order(result: Result, tried: Stability, lang: Lang) -> Iterator[str]:
    """Yield what is sure about the strongest and the weakest area; nothing without two areas."""
    compared = [it for it in result.areas if it.id in tried.stronger]
    ranked = [it.id for it in sorted(compared, key=lambda it: (-exact(share(it)), it.id))]
    if len(ranked) < 2:
        return
    best, worst = ranked[0], ranked[-1]
    below = [it for it in ranked[1:] if tried.stronger[best][it] >= SURE]
    above = [it for it in ranked[:-1] if tried.stronger[it][worst] >= SURE]
    clauses = []
    if below:
        others = _areas(below, ranked[1:], lang)
        clauses.append(words.STRONGER(lang).format(area=best, others=others))
    if above not in ([], [best]):  # that the best is stronger has been said
        others = _areas(above, ranked[:-1], lang)
        clauses.append(words.WEAKER(lang).format(area=worst, others=others))
    if clauses:
        yield words.ORDER(lang).format(clauses=words.AND_ALSO(lang).join(clauses))
    else:
        yield words.NO_ORDER(lang)


def halves(result: Result, open_half: str, claimed_half: str) -> Iterator[str]:
    """Yield how few answers decide half of what is open, and half of what is not documented."""
    if (lacking := unknown(result)) and lacking.half < len(result.find_out_first):
        yield open_half.format(
            count=lacking.half,
            all=len(result.find_out_first),
            low=rounded(result.total.points, 0),
            high=rounded(result.total.high, 0),
        )
    if bare := claims(result):
        yield claimed_half.format(count=bare.half, points=rounded(bare.points, 0))


def costs(tried: Stability) -> bool:
    """Tell whether errors clearly cost more often than they give."""
    return tried.lower >= _OFTEN


def outwards(interval: Interval) -> tuple[int, int]:
    """Return an interval in whole points that holds all of it."""
    return floor(exact(interval.low)), ceil(exact(interval.high))


def _areas(some: Sequence[str], others: Sequence[str], lang: Lang) -> str:
    """Return some areas in running text, out of those they could have been."""
    missing = [it for it in others if it not in some]
    if not missing and len(some) > 1:
        return words.ALL_OTHERS(lang)
    if len(missing) == 1 and len(some) > 2:
        return words.ALL_BUT_ONE(lang).format(area=missing[0])
    return listed(sorted(some), lang)
