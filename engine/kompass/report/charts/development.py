"""The line chart: how numbers have developed over years."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kompass.model.base import Lang
from kompass.report.charts import legend, svg, words
from kompass.report.charts.lettering import printable, shortened, width, wrap
from kompass.report.charts.model import Development, Series
from kompass.report.charts.scale import ticks
from kompass.report.charts.style import (
    AXIS,
    EDGE,
    GRID,
    INK,
    LABEL,
    LEADING,
    MUTED,
    SMALL,
    WIDTH,
    Look,
    behind_first,
    looks,
)
from kompass.report.numbers import rounded

_NAMES = 206.0
_SAMPLE = 40.0
_LEADER = 22.0
_RIGHT = WIDTH - EDGE - _NAMES - _SAMPLE - 8 - _LEADER
_TOP = 22.0
_LEAST_HIGH = 290.0
_BETWEEN = 8.0
_YEAR = re.compile(r"[0-9]{4}")


@dataclass(frozen=True)
class _Point:
    place: svg.Point
    year: str
    value: float


@dataclass(frozen=True)
class _Drawn:
    """A series as it stands in the frame: runs of points with gaps between them."""

    series: Series
    look: Look
    runs: list[list[_Point]]

    @property
    def last(self) -> _Point:
        return self.runs[-1][-1]

    @property
    def lined(self) -> bool:
        return any(len(it) > 1 for it in self.runs)


@dataclass(frozen=True)
class _Name:
    """A series' name beside the frame, its middle at ``y``."""

    drawn: _Drawn
    lines: list[str]
    y: float

    @property
    def height(self) -> float:
        return len(self.lines) * LABEL * LEADING


def draw(chart: Development, lang: Lang, id: str) -> str:
    """Return the chart as SVG."""
    known = [it for it in chart.series if any(value is not None for value in it.values)]
    names = [_called(it, chart, lang) for it in known]
    needed = sum(len(it) * LABEL * LEADING + _BETWEEN for it in names)
    bottom = _TOP + max(_LEAST_HIGH, needed)
    scale = ticks(chart.max)
    left = EDGE + max(width(label, SMALL) for _, label in scale) + 10
    across = _across(chart.years, left)
    drawn = [
        _Drawn(it, look, _runs(it, chart, across, bottom))
        for it, look in zip(known, looks(known), strict=True)
    ]
    parts = [_grid(chart, left, bottom), _years(chart.years, across, bottom)]
    parts += [_line(drawn[it], lang) for it in behind_first(known)]
    parts += [_numbers(drawn, bottom)]
    placed = [_Name(it, lines, it.last.place[1]) for it, lines in zip(drawn, names, strict=True)]
    parts += [_name(it) for it in _apart(placed, bottom)]
    return svg.document(id, lang, bottom + 34, chart.title, chart.alt, parts)


def _called(series: Series, chart: Development, lang: Lang) -> list[str]:
    """Return a series' name with its last number, which stays when the name is cut."""
    last = max(index for index, it in enumerate(series.values) if it is not None)
    late = last == len(series.values) - 1
    said = (words.NAMED if late else words.NAMED_EARLIER)(lang)
    points = rounded(series.values[last] or 0, 0)
    year = "" if late else shortened(printable(chart.years[last]), LABEL, _NAMES / 2)
    name = printable(series.name)
    lines = wrap(said.format(name=name, year=year, points=points), LABEL, _NAMES)
    if lines[-1].endswith(points):
        return lines
    name = shortened(name, LABEL, _NAMES * 1.4)
    return wrap(said.format(name=name, year=year, points=points), LABEL, _NAMES)


def _across(years: Sequence[str], left: float) -> list[float]:
    """Return where the years stand: as far apart as they are, if they are years."""
    first, last = left + 34.0, _RIGHT
    if len(years) == 1:
        return [last]
    shares = [float(it) for it in range(len(years))]
    if all(_YEAR.fullmatch(it) for it in years):
        numbers = [float(it) for it in years]
        if all(a < b for a, b in pairwise(numbers)):
            shares = [it - numbers[0] for it in numbers]
    return [first + (last - first) * it / shares[-1] for it in shares]


def _runs(
    series: Series, chart: Development, across: Sequence[float], bottom: float
) -> list[list[_Point]]:
    values = series.values
    if len(values) < len(chart.years):
        values = (*[None] * (len(chart.years) - 1), values[0])
    runs: list[list[_Point]] = [[]]
    for year, x, value in zip(chart.years, across, values, strict=True):
        if value is None:
            runs.append([])
        else:
            y = bottom - (bottom - _TOP) * min(value / chart.max, 1)
            runs[-1].append(_Point((x, y), year, value))
    return [it for it in runs if it]


def _grid(chart: Development, left: float, bottom: float) -> str:
    parts = []
    for value, label in ticks(chart.max):
        y = bottom - (bottom - _TOP) * value / chart.max
        parts.append(svg.line((left, y), (_RIGHT + 8, y), GRID if value else AXIS))
        parts.append(svg.text((left - 8, y + 4), label, SMALL, "end", MUTED))
    return "".join(parts)


def _years(years: Sequence[str], across: Sequence[float], bottom: float) -> str:
    """Return the years below the frame, from the last one back, as many as there is room for."""
    parts: list[str] = []
    free = WIDTH
    for year, x in reversed(list(zip(years, across, strict=True))):
        label = shortened(printable(year), SMALL, 90)
        half = width(label, SMALL) / 2
        parts.append(svg.line((x, bottom), (x, bottom + 5), AXIS))
        if x + half <= free:
            parts.append(svg.text((x, bottom + 19), label, SMALL, "middle", MUTED))
            free = x - half - 8
    return "".join(parts)


def _line(drawn: _Drawn, lang: Lang) -> str:
    parts = []
    for run in drawn.runs:
        if len(run) > 1:
            parts.append(svg.polyline([it.place for it in run], drawn.look))
        for it in run:
            hint = words.HINT(lang).format(
                name=drawn.series.name, where=it.year, points=rounded(it.value, 0)
            )
            parts.append(svg.marker(it.place, drawn.look, hint))
    return "".join(parts)


def _numbers(drawn: Sequence[_Drawn], bottom: float) -> str:
    """Return the numbers of one's own series, where nothing is in the way."""
    points = [it for line in drawn for run in line.runs for it in run]
    taken = [_around(it.place) for it in points]
    named = {line.last for line in drawn}
    parts = []
    for line in drawn:
        for run in line.runs if line.series.role == "own" else ():
            for point in run:
                if point in named:
                    continue
                x, y = point.place
                number = rounded(point.value, 0)
                half = width(number, SMALL) / 2
                for baseline in (y - 9, y + 18):
                    area = (x - half, baseline - SMALL, x + half, baseline + 2)
                    if baseline < bottom - 2 and not any(_meet(area, it) for it in taken):
                        parts.append(
                            svg.text((x, baseline), number, SMALL, "middle", INK, True, halo=True)
                        )
                        taken.append(area)
                        break
    return "".join(parts)


_Area = tuple[float, float, float, float]


def _around(place: svg.Point) -> _Area:
    return place[0] - 5, place[1] - 5, place[0] + 5, place[1] + 5


def _meet(one: _Area, other: _Area) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _apart(names: Sequence[_Name], bottom: float) -> list[_Name]:
    """Return names moved up or down until none meets another, all within the frame."""
    ordered = sorted(names, key=lambda it: it.y)
    placed: list[_Name] = []
    free = _TOP
    for it in ordered:
        y = max(it.y, free + it.height / 2)
        placed.append(replace(it, y=y))
        free = y + it.height / 2 + _BETWEEN
    limit = bottom + _BETWEEN
    for index in reversed(range(len(placed))):
        it = placed[index]
        y = min(it.y, limit - it.height / 2)
        placed[index] = replace(it, y=y)
        limit = y - it.height / 2 - _BETWEEN
    return placed


def _name(name: _Name) -> str:
    """Return a series' name, with a sample of its line, and a thread to where it ends."""
    x, y = name.drawn.last.place
    start = _RIGHT + _LEADER
    first = name.y - (len(name.lines) - 1) * LABEL * LEADING / 2 + LABEL * 0.36
    return (
        svg.line((x + 8, y), (start - 4, name.y), AXIS, 1, "1 3" if x < _RIGHT - 1 else "")
        + legend.sample((start, name.y), name.drawn.look, _SAMPLE, name.drawn.lined)
        + svg.paragraph((start + _SAMPLE + 8, first), name.lines)
    )
