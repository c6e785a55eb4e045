"""A bar in portions: what is documented, what is stated without that, and what may be."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kompass.model.base import Lang
from kompass.report.charts import legend, svg, words
from kompass.report.charts.model import Band, Bar
from kompass.report.charts.style import EARLIER, OWN, PAPER, REFERENCE

_DASH = "3 2.5"


@dataclass(frozen=True)
class Patterns:
    """The fills of a document, by the id it begins its ids with."""

    id: str

    @property
    def stated(self) -> str:
        return f"{self.id}-stated"

    @property
    def possible(self) -> str:
        return f"{self.id}-possible"

    def define(self) -> list[str]:
        """Return the patterns' definitions."""
        return [svg.stripes(self.stated), svg.dots(self.possible)]


def draw(
    it: Bar | Band, x: Callable[[float], float], top: float, thick: float, patterns: Patterns
) -> str:
    """Return the portions of a bar; ``x`` tells where a number stands."""
    start, points = x(0), x(it.points)
    documented = x(min(it.documented, it.points))
    high = x(max(it.high, it.points))
    parts = []
    if high > points:
        fill = f"url(#{patterns.possible})"
        parts.append(svg.box(points, top, high - points, thick, fill, EARLIER, _DASH))
    if points > documented:
        fill = f"url(#{patterns.stated})"
        parts.append(svg.box(documented, top, points - documented, thick, fill, OWN))
    if documented > start:
        parts.append(svg.box(start, top, documented - start, thick, OWN, OWN))
    return "".join(parts)


def tick(x: float, top: float, bottom: float) -> str:
    """Return the mark of a number to compare with, visible on white and on a bar."""
    head = f"{svg.at(x - 5)},{svg.at(top - 4)} {svg.at(x + 5)},{svg.at(top - 4)}"
    return (
        svg.line((x, top), (x, bottom), PAPER, 6)
        + svg.line((x, top), (x, bottom), REFERENCE, 2.6)
        + f'<polygon points="{head} {svg.at(x)},{svg.at(top + 4)}" fill="{REFERENCE}"/>'
    )


def entries(items: Iterable[Bar | Band], lang: Lang, patterns: Patterns) -> list[legend.Entry]:
    """Return the legend of the portions that occur."""
    bars = tuple(items)
    out = []
    if any(it.documented > 0 and it.points > 0 for it in bars):
        out.append(legend.area(words.DOCUMENTED(lang), OWN))
    if any(it.points > it.documented for it in bars):
        out.append(legend.area(words.STATED(lang), f"url(#{patterns.stated})"))
    if any(it.high > it.points for it in bars):
        fill = f"url(#{patterns.possible})"
        out.append(legend.area(words.POSSIBLE(lang), fill, EARLIER, _DASH))
    return out
