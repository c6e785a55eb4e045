"""What the lines, markers and patterns of a chart mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kompass.report.charts import svg
from kompass.report.charts.lettering import width, wrap
from kompass.report.charts.style import EDGE, LEADING, OWN, SMALL, WIDTH, Look

_LINE = 46.0
_AREA = 24.0
_TICK = 12.0
_GAP = 22.0
_SIZE = SMALL + 0.5
_ROOM = 300.0


@dataclass(frozen=True)
class Entry:
    """A sample, drawn from a point at its left and half-way down, and what it means."""

    sample: Callable[[svg.Point], str]
    wide: float
    label: str


def series(label: str, look: Look, lined: bool = True) -> Entry:
    """Return the entry of a line, or of a marker that stands alone."""
    wide = _LINE if lined else _TICK
    return Entry(lambda it: sample(it, look, wide, lined), wide, label)


def sample(start: svg.Point, look: Look, wide: float, lined: bool) -> str:
    """Return a piece of a line with its marker."""
    x, y = start
    drawn = svg.polyline([(x, y), (x + wide, y)], look) if lined else ""
    return drawn + svg.marker((x + wide / 2, y), look)


def area(label: str, fill: str, stroke: str = OWN, dash: str = "") -> Entry:
    """Return the entry of a part of a bar."""
    return Entry(lambda it: svg.box(it[0], it[1] - 6, _AREA, 12, fill, stroke, dash), _AREA, label)


def mark(label: str, draw: Callable[[float, float, float], str]) -> Entry:
    """Return the entry of an upright mark, which ``draw`` draws at x from top to bottom."""
    return Entry(lambda it: draw(it[0] + _TICK / 2, it[1] - 7, it[1] + 8), _TICK, label)


def room(entries: Sequence[Entry]) -> float:
    """Return the width of a legend in one row, of labels that need no more than a line."""
    wide = sum(it.wide + 8 + width(it.label, _SIZE) for it in entries)
    return wide + _GAP * (len(entries) - 1)


def draw(
    entries: Sequence[Entry],
    top: float,
    left: float = EDGE,
    centred: bool = False,
    paper: float = WIDTH,
) -> tuple[str, float]:
    """Return the legend below ``top`` on paper of some width, and where it ends."""
    if not entries:
        return "", top
    rows: list[list[tuple[Entry, list[str], float]]] = [[]]
    used = 0.0
    for entry in entries:
        lines = wrap(entry.label, _SIZE, _ROOM)
        wide = entry.wide + 8 + max(width(it, _SIZE) for it in lines)
        if rows[-1] and used + wide > paper - EDGE - left:
            rows.append([])
            used = 0
        rows[-1].append((entry, lines, wide))
        used += wide + _GAP
    parts: list[str] = []
    for row in rows:
        taken = sum(wide for _, _, wide in row) + _GAP * (len(row) - 1)
        x = (paper - taken) / 2 if centred else left
        for entry, lines, wide in row:
            parts.append(entry.sample((x, top + 8)))
            parts.append(svg.paragraph((x + entry.wide + 8, top + 12), lines, _SIZE))
            x += wide + _GAP
        top += max(len(lines) for _, lines, _ in row) * _SIZE * LEADING + 7
    return "".join(parts), top
