"""How charts look: in colour, in grey print, and to those who do not tell colours apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from kompass.report.charts.model import Role, Series

Shape = Literal["circle", "square", "diamond", "up", "down", "cross", "plus"]

WIDTH: Final = 760.0
EDGE: Final = 12.0
FONTS: Final = 'Inter, "Liberation Sans", Arial, sans-serif'
LABEL: Final = 13.0
SMALL: Final = 11.5
LEADING: Final = 1.24
"""From one line of text to the next, in font sizes."""

PAPER: Final = "#ffffff"
INK: Final = "#1e2b3c"
MUTED: Final = "#5a6675"
GRID: Final = "#d9dee5"
AXIS: Final = "#7b8794"
OWN: Final = "#0b5394"
TINT: Final = "#e4edf6"
EARLIER: Final = "#5f6f82"
REFERENCE: Final = "#a84f00"


@dataclass(frozen=True)
class Look:
    """How a series is drawn. No two series of a chart share both dash and marker."""

    colour: str
    width: float
    dash: str
    shape: Shape
    filled: bool


@dataclass(frozen=True)
class _Family:
    colour: str
    width: float
    dashes: tuple[str, str]
    shapes: tuple[Shape, Shape, Shape, Shape]
    filled: bool


_FAMILIES: Final[Mapping[Role, _Family]] = {
    "own": _Family(OWN, 2.8, ("", "14 4"), ("circle", "square", "diamond", "down"), True),
    "earlier": _Family(EARLIER, 2, ("7 4", "2 3"), ("square", "circle", "diamond", "down"), False),
    "reference": _Family(REFERENCE, 2, ("11 4 2 4", "5 3"), ("up", "cross", "plus", "down"), True),
}


def looks(series: Sequence[Series]) -> list[Look]:
    """Return how each series of a chart is drawn."""
    seen: Counter[Role] = Counter()
    out = []
    for it in series:
        index = seen[it.role]
        seen[it.role] += 1
        family = _FAMILIES[it.role]
        dash = family.dashes[(index + index // 4) % 2]
        shape = family.shapes[index % 4]
        out.append(Look(family.colour, family.width, dash, shape, family.filled))
    return out


def behind_first(series: Sequence[Series]) -> list[int]:
    """Return the order to draw series in: one's own last, so that nothing covers it."""
    order: Mapping[Role, int] = {"reference": 0, "earlier": 1, "own": 2}
    return sorted(range(len(series)), key=lambda index: (order[series[index].role], -index))
