"""One number on its scale, with what it can be at least and at most."""

from __future__ import annotations

from dataclasses import dataclass

from kompass.model.base import Lang
from kompass.report.charts import legend, portions, svg, words
from kompass.report.charts.lettering import printable, shortened, width, wrap
from kompass.report.charts.model import Band, Mark
from kompass.report.charts.portions import Patterns
from kompass.report.charts.scale import ticks
from kompass.report.charts.style import (
    AXIS,
    EDGE,
    GRID,
    INK,
    LABEL,
    LEADING,
    MUTED,
    REFERENCE,
    SMALL,
    WIDTH,
)
from kompass.report.numbers import rounded, short

_LEFT = EDGE + 12
_RIGHT = WIDTH - EDGE - 20
_THICK = 32.0
_LARGE = 20.0


@dataclass(frozen=True)
class _Placed:
    """A number to compare with: where it is on the scale, and where its name stands."""

    x: float
    top: float
    anchor: svg.Anchor
    lines: list[str]


def draw(chart: Band, lang: Lang, id: str) -> str:
    """Return the chart as SVG."""
    patterns = Patterns(id)
    placed, top = _place(chart, _LARGE + 26, lang)
    top += 6
    bottom = top + _THICK
    parts = [
        svg.text(
            (_LEFT, _LARGE + 6), rounded(chart.points, 0), _LARGE, "start", INK, True,
            after=words.OF_POINTS(lang).format(max=short(chart.max)),
        )
    ]  # fmt: skip
    parts.append(_grid(chart, top, bottom))
    parts.append(portions.draw(chart, lambda it: _x(chart, it), top, _THICK, patterns))
    for it in sorted(placed, key=lambda it: it.x):
        parts.append(svg.line((it.x, it.top), (it.x, top), REFERENCE, 1, "2 2"))
        parts.append(portions.tick(it.x, top - 4, bottom + 4))
    parts += [_mark(it) for it in placed]
    if chart.high > chart.low:
        parts.append(_range(chart, bottom + 34, lang))
        bottom += 32
    drawn, end = legend.draw(portions.entries([chart], lang, patterns), bottom + 38, left=_LEFT)
    return svg.document(
        id, lang, end + 6, chart.title, chart.alt, [*parts, drawn], patterns.define()
    )


def _x(chart: Band, value: float) -> float:
    return _LEFT + (_RIGHT - _LEFT) * min(value / chart.max, 1)


def _place(chart: Band, top: float, lang: Lang) -> tuple[list[_Placed], float]:
    """Return the names, each in rows of its own, and where they end.

    A name stands after its thread where it has room there. The rightmost of those is nearest to
    the band, so that no thread passes through it; the others, above, the other way round.
    """
    after: list[tuple[float, list[str], svg.Anchor]] = []
    before: list[tuple[float, list[str], svg.Anchor]] = []
    for mark in sorted(chart.references, key=lambda it: (it.value, it.name)):
        x = _x(chart, mark.value)
        said = _named(mark, lang)
        right, left = WIDTH - EDGE - x - 8, x - 8 - EDGE
        if width(said, LABEL) <= right or right >= left:
            after.append((x, wrap(said, LABEL, right), "start"))
        else:
            before.insert(0, (x, wrap(said, LABEL, left), "end"))
    placed = []
    for x, lines, anchor in [*before, *after]:
        placed.append(_Placed(x, top, anchor, lines))
        top += len(lines) * LABEL * LEADING + 4
    return placed, top


def _named(mark: Mark, lang: Lang) -> str:
    name = shortened(printable(mark.name), LABEL, (WIDTH - 2 * EDGE) * 0.9)
    return words.NAMED(lang).format(name=name, points=rounded(mark.value, 0))


def _mark(placed: _Placed) -> str:
    x = placed.x + (7 if placed.anchor == "start" else -7)
    return "".join(
        svg.text(
            (x, placed.top + LABEL * (0.95 + index * LEADING)), line, LABEL, placed.anchor,
            halo=True,
        )
        for index, line in enumerate(placed.lines)
    )  # fmt: skip


def _grid(chart: Band, top: float, bottom: float) -> str:
    parts = []
    for value, label in ticks(chart.max, 8):
        x = _x(chart, value)
        parts.append(svg.line((x, top), (x, bottom + 6), GRID))
        parts.append(svg.text((x, bottom + 19), label, SMALL, "middle", MUTED))
    frame = svg.box(_LEFT, top, _RIGHT - _LEFT, bottom - top, "none", AXIS)
    return "".join([*parts, frame])


def _range(chart: Band, y: float, lang: Lang) -> str:
    """Return a bracket from the least to the most, and what it means."""
    low, high = _x(chart, chart.low), _x(chart, chart.high)
    said = words.INTERVAL(lang).format(low=rounded(chart.low, 0), high=rounded(chart.high, 0))
    half = width(said, LABEL) / 2
    middle = min(max((low + high) / 2, EDGE + half), WIDTH - EDGE - half)
    ends = "".join(svg.line((x, y - 5), (x, y + 5), INK, 1.6) for x in (low, high))
    return (
        svg.line((low, y), (high, y), INK, 1.6)
        + ends
        + svg.text((middle, y + 19), said, LABEL, "middle")
    )
