"""The spider chart: several series over the same axes."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin
from typing import Final

from kompass.model.base import Lang
from kompass.report.charts import legend, svg, words
from kompass.report.charts.lettering import balanced, width
from kompass.report.charts.model import Series, Spider
from kompass.report.charts.scale import ticks
from kompass.report.charts.style import (
    AXIS,
    EDGE,
    GRID,
    LEADING,
    MUTED,
    OWN,
    SMALL,
    WIDTH,
    Look,
    behind_first,
    looks,
)
from kompass.report.numbers import rounded

_RADIUS = 174.0
_AWAY = 15.0
_NAME = 12.5
_WIDEST = 230.0
_CENTRE = WIDTH / 2
_SIDES: Final[tuple[tuple[int, svg.Anchor, int], ...]] = ((-1, "end", -1), (1, "start", 1))
"""The sides of an upright axis: which way, how text is anchored, and which axis is next."""


@dataclass(frozen=True)
class _Caption:
    """An axis' name and number, placed around a centre at (0, 0)."""

    x: float
    top: float
    anchor: svg.Anchor
    lines: list[str]
    number: str

    @property
    def height(self) -> float:
        return _height(self.lines, self.number)


def draw(chart: Spider, lang: Lang, id: str) -> str:
    """Return the chart as SVG."""
    captions = _captions(chart, lang)
    top = min(it.top for it in captions)
    bottom = max(it.top + it.height for it in captions)
    middle = (_CENTRE, EDGE - top)
    known = [it for it in chart.series if any(value is not None for value in it.values)]
    styles = looks(known)
    parts = [_web(chart, middle), _scale(chart, middle)]
    parts += [_series(chart, known[it], styles[it], middle, lang) for it in behind_first(known)]
    parts += [_caption(it, middle) for it in captions]
    entries = [legend.series(it.name, look) for it, look in zip(known, styles, strict=True)]
    drawn, end = legend.draw(entries, middle[1] + bottom + 18, centred=True)
    return svg.document(id, lang, end + 6, chart.title, chart.alt, [*parts, drawn])


def _around(chart: Spider, index: int, share: float, middle: svg.Point) -> svg.Point:
    """Return the point on an axis at a share of the radius."""
    turn = 2 * pi * index / len(chart.axes)
    return middle[0] + _RADIUS * share * sin(turn), middle[1] - _RADIUS * share * cos(turn)


def _web(chart: Spider, middle: svg.Point) -> str:
    axes = range(len(chart.axes))
    inner = [value / chart.max for value, _ in ticks(chart.max)[1:] if value < chart.max]
    rings = [svg.ring([_around(chart, it, share, middle) for it in axes], GRID) for share in inner]
    spokes = [svg.line(middle, _around(chart, it, 1, middle), GRID) for it in axes]
    edge = svg.ring([_around(chart, it, 1, middle) for it in axes], AXIS)
    return "".join([*rings, *spokes, edge])


def _scale(chart: Spider, middle: svg.Point) -> str:
    """Return the numbers along the first axis, on its clearer side, where no line crosses them."""
    clearest: list[str] = []
    for side, anchor, neighbour in _SIDES:
        shown: list[str] = []
        for value, label in ticks(chart.max):
            x, y = _around(chart, 0, value / chart.max, middle)
            near, far = x + side * 4, x + side * (8 + width(label, SMALL))
            crossed = any(
                min(near, far) < at[0] < max(near, far) and abs(at[1] - y) < SMALL * 0.7
                for series in chart.series
                for at in _way(chart, series, neighbour, middle)
            )
            if not crossed:
                shown.append(
                    svg.text((x + side * 6, y + 4), label, SMALL, anchor, MUTED, halo=True)
                )
        clearest = shown if len(shown) > len(clearest) else clearest
    return "".join(clearest)


def _way(chart: Spider, series: Series, neighbour: int, middle: svg.Point) -> list[svg.Point]:
    """Return points along a series from the first axis to a neighbour."""
    start, end = series.values[0], series.values[neighbour]
    if start is None or end is None:
        return []
    a = _around(chart, 0, start / chart.max, middle)
    b = _around(chart, neighbour % len(chart.axes), end / chart.max, middle)
    return [(a[0] + (b[0] - a[0]) * it / 100, a[1] + (b[1] - a[1]) * it / 100) for it in range(101)]


def _series(chart: Spider, series: Series, look: Look, middle: svg.Point, lang: Lang) -> str:
    places = [
        None if value is None else _around(chart, index, value / chart.max, middle)
        for index, value in enumerate(series.values)
    ]
    known = [it for it in places if it is not None]
    if len(known) == len(places):
        fill = look.colour if series.role == "own" else "none"
        parts = [svg.polyline(known, look, closed=True, fill=fill)]
    else:
        pairs = zip(places, [*places[1:], places[0]], strict=True)
        parts = [svg.polyline([a, b], look) for a, b in pairs if a and b]
    for axis, value, place in zip(chart.axes, series.values, places, strict=True):
        if place is not None and value is not None:
            hint = words.HINT(lang).format(name=series.name, where=axis, points=rounded(value, 0))
            parts.append(svg.marker(place, look, hint))
    return "".join(parts)


def _captions(chart: Spider, lang: Lang) -> list[_Caption]:
    """Return where the axes' names stand: outside the web, and clear of each other."""
    own = next((it for it in chart.series if it.role == "own"), None)
    out = []
    for index, axis in enumerate(chart.axes):
        turn = 2 * pi * index / len(chart.axes)
        x, y = (_RADIUS + _AWAY) * sin(turn), -(_RADIUS + _AWAY) * cos(turn)
        upright = abs(sin(turn)) < 0.01
        room = WIDTH / 2 - EDGE / 2 - abs(x)
        if upright:
            beside = (_RADIUS + _AWAY) * sin(2 * pi / len(chart.axes))
            room = 2 * beside - 16
        lines = balanced(axis, _NAME, min(room, _WIDEST))
        value = own.values[index] if own else None
        number = "" if value is None else words.POINTS(lang).format(points=rounded(value, 0))
        high = _height(lines, number)
        anchor: svg.Anchor = "middle" if upright else "start" if x > 0 else "end"
        out.append(_Caption(x, y - high / 2 - cos(turn) * high / 2, anchor, lines, number))
    return out


def _height(lines: list[str], number: str) -> float:
    return len(lines) * _NAME * LEADING + (SMALL * LEADING + 1 if number else 0)


def _caption(caption: _Caption, middle: svg.Point) -> str:
    x, first = middle[0] + caption.x, middle[1] + caption.top + _NAME * 0.9
    drawn = svg.paragraph((x, first), caption.lines, _NAME, caption.anchor, bold=True)
    if not caption.number:
        return drawn
    below = first + len(caption.lines) * _NAME * LEADING
    return drawn + svg.text((x, below), caption.number, SMALL + 0.5, caption.anchor, OWN)
