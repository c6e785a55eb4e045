"""The chapter on how sure the picture is, and the appendix on what to document first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Final

from kompass.model.result import AreaResult
from kompass.model.uncertainty import Claims, Interval, Stability
from kompass.report import certainty, words
from kompass.report.material import Frame
from kompass.report.numbers import exact, rounded
from kompass.report.prose import PROSE

_FIVE: Final = Fraction(5, 100)
"""The share of a total that evaluators make nothing of, up or down."""


@dataclass(frozen=True)
class IntervalRow:
    """An area: where its points lie, and the areas it is surely stronger than."""

    area: AreaResult
    interval: str
    stronger: str


@dataclass(frozen=True)
class IntervalTable:
    """Where the points of every area lie, and those of all together."""

    caption: str
    rows: tuple[IntervalRow, ...]
    total: str


class Sureness:
    """Writes the chapter on how sure the picture is.

    Args:
        frame: What the report is made from.
    """

    def __init__(self, frame: Frame) -> None:
        self.frame = frame

    @property
    def before(self) -> tuple[str, ...]:
        """The paragraphs before the table: what was tried, and what came of it."""
        tried = certainty.stability(self.frame.result)
        return tuple(self._tried(tried)) if tried else ()

    @property
    def table(self) -> IntervalTable | None:
        """The table of areas; None where nothing was tried."""
        tried = certainty.stability(self.frame.result)
        if tried is None:
            return None
        every = words.every(tried.one_in, self.frame.lang)
        return IntervalTable(
            caption=self.frame.say("certainty_caption", every=every),
            rows=tuple(self._row(it, tried) for it in self.frame.covered),
            total=_dashed(tried.total),
        )

    @property
    def after(self) -> tuple[str, ...]:
        """The paragraphs after the table: what it does not show."""
        result, lang = self.frame.result, self.frame.lang
        tried = certainty.stability(result)
        limits = tuple(self._limits(tried)) if tried else ()
        halves = certainty.halves(
            result, PROSE["certainty_open"](lang), PROSE["certainty_claims"](lang)
        )
        rest = " ".join(halves)
        return (*limits, rest) if rest else limits

    @property
    def claims(self) -> Claims | None:
        """What to document first; None where little or nothing lacks documentation."""
        return certainty.claims(self.frame.result)

    @property
    def documents_give(self) -> str:
        """What documenting everything in the appendix gives, in points."""
        first = self.claims.first if self.claims else ()
        return rounded(sum(it.points for it in first), 0)

    def _tried(self, tried: Stability) -> Iterator[str]:
        say, result = self.frame.say, self.frame.result
        low, high = certainty.outwards(tried.total)
        sentences = [
            say(
                "certainty_try",
                draws=f"{tried.draws:,}".replace(",", " "),
                every=words.every(tried.one_in, self.frame.lang),
            ),
            say("certainty_total", low=low, high=high),
        ]
        if certainty.costs(tried):
            points = rounded(result.total.points, 0)
            sentences.append(say("certainty_lower", count=floor(100 * tried.lower), points=points))
        yield " ".join(sentences)
        for order in certainty.order(result, tried, self.frame.lang):
            yield f"{order} {say('certainty_areas')}"

    def _row(self, area: AreaResult, tried: Stability) -> IntervalRow:
        weaker = tried.stronger.get(area.id, {})
        sure = [it for it, often in weaker.items() if often >= certainty.SURE]
        return IntervalRow(area, _dashed(tried.areas[area.id]), ", ".join(sure) or "–")

    def _limits(self, tried: Stability) -> Iterator[str]:
        say, total = self.frame.say, self.frame.result.total
        yield tried.why
        low, high = (float(exact(total.points) * (1 + it)) for it in (-_FIVE, _FIVE))
        yield " ".join(
            (
                say(
                    "certainty_leaning",
                    documented=rounded(total.documented, 0),
                    points=rounded(total.points, 0),
                ),
                say("certainty_five", low=rounded(low, 0), high=rounded(high, 0)),
            )
        )


def _dashed(interval: Interval) -> str:
    low, high = certainty.outwards(interval)
    return str(low) if low == high else f"{low}–{high}"
