"""Bars in per cent: what is documented, what is stated, and what may be."""

from __future__ import annotations

from dataclasses import dataclass

from kompass.model.base import Lang
from kompass.report.charts import legend, portions, svg, words
from kompass.report.charts.lettering import width, wrap
from kompass.report.charts.model import Bar, Bars
from kompass.report.charts.portions import Patterns
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
)
from kompass.report.numbers import rounded, short

_NAMES = 250.0
_THICK = 18.0
_GAP = 13.0
_TOP = 10.0


@dataclass(frozen=True)
class _Row:
    bar: Bar
    lines: list[str]
    points: str
    of: str
    up_to: str

    @property
    def height(self) -> float:
        numbers = _THICK + (SMALL * LEADING if self.up_to else 0)
        return max(len(self.lines) * LABEL * LEADING, numbers)


@dataclass(frozen=True)
class _Frame:
    left: float
    right: float

    def x(self, value: float, most: float) -> float:
        return self.left + (self.right - self.left) * min(value / most, 1)


def draw(chart: Bars, lang: Lang, id: str) -> str:
    """Return the chart as SVG."""
    patterns = Patterns(id)
    rows = [_row(it, lang) for it in chart.bars]
    numbers = max(max(width(f"{it.points} {it.of}", LABEL), width(it.up_to, SMALL)) for it in rows)
    frame = _Frame(EDGE + _NAMES + 14, WIDTH - EDGE - numbers - 14)
    bottom = _TOP + sum(it.height + _GAP for it in rows)
    parts = [_grid(frame, bottom, lang)]
    y = _TOP + _GAP / 2
    for row in rows:
        parts.append(_bar(row, frame, y, patterns))
        y += row.height + _GAP
    parts.append(svg.line((frame.left, _TOP), (frame.left, bottom), AXIS, 1.4))
    drawn, end = legend.draw(_entries(chart, lang, patterns), bottom + 32)
    return svg.document(
        id, lang, end + 6, chart.title, chart.alt, [*parts, drawn], patterns.define()
    )


def _row(bar: Bar, lang: Lang) -> _Row:
    points, high = rounded(bar.points), rounded(bar.high)
    more = bar.high > bar.points and high != points
    return _Row(
        bar=bar,
        lines=wrap(bar.label, LABEL, _NAMES),
        points=points,
        of=words.OF(lang).format(max=short(bar.max)),
        up_to=words.UP_TO(lang).format(high=high) if more else "",
    )


def _grid(frame: _Frame, bottom: float, lang: Lang) -> str:
    parts = []
    for share in (0, 25, 50, 75, 100):
        x = frame.x(share, 100)
        label = words.PER_CENT(lang).format(share=rounded(share, 0))
        parts.append(svg.line((x, _TOP), (x, bottom), GRID))
        parts.append(svg.text((x, bottom + 16), label, SMALL, "middle", MUTED))
    return "".join(parts)


def _bar(row: _Row, frame: _Frame, top: float, patterns: Patterns) -> str:
    bar = row.bar
    middle = top + row.height / 2
    above = middle - _THICK / 2
    first = middle - (len(row.lines) - 1) * LABEL * LEADING / 2 + LABEL * 0.36
    parts = [svg.paragraph((EDGE, first), row.lines)]
    parts.append(portions.draw(bar, lambda it: frame.x(it, bar.max), above, _THICK, patterns))
    if bar.reference is not None:
        parts.append(portions.tick(frame.x(bar.reference, bar.max), above - 3, above + _THICK + 3))
    last = WIDTH - EDGE
    baseline = middle + LABEL * 0.36 - (SMALL * LEADING / 2 if row.up_to else 0)
    parts.append(_points((last, baseline), row))
    if row.up_to:
        parts.append(svg.text((last, baseline + SMALL * LEADING), row.up_to, SMALL, "end", MUTED))
    return "".join(parts)


def _points(place: svg.Point, row: _Row) -> str:
    return svg.text(place, row.points, LABEL, "end", INK, bold=True, after=row.of)


def _entries(chart: Bars, lang: Lang, patterns: Patterns) -> list[legend.Entry]:
    bars = chart.bars
    entries = portions.entries(bars, lang, patterns)
    if any(it.reference is not None for it in bars):
        label = chart.reference or words.REFERENCE(lang)
        entries.append(legend.mark(label, portions.tick))
    return entries
