"""The pieces of a drawing. Everything written by others passes through here, and is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import Literal

from kompass.model.base import Lang
from kompass.report.charts.lettering import printable
from kompass.report.charts.style import (
    EARLIER,
    FONTS,
    INK,
    LABEL,
    LEADING,
    OWN,
    PAPER,
    TINT,
    WIDTH,
    Look,
    Shape,
)

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]

_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,99}")
_ALT_CHARACTERS = 4_000


def at(number: float) -> str:
    """Return a coordinate, always written the same way."""
    return f"{round(number, 2) + 0.0:.2f}"


def said(text: str, limit: int = 200) -> str:
    """Return somebody's text as it may stand in XML."""
    return escape(printable(text, limit))


def text(
    place: Point,
    content: str,
    size: float = LABEL,
    anchor: Anchor = "start",
    fill: str = INK,
    bold: bool = False,
    halo: bool = False,
    after: str = "",
) -> str:
    """Return a line of text with its baseline at ``place``.

    Args:
        place: Where the baseline starts, has its middle, or ends.
        content: What it says.
        size: Its font size.
        anchor: Which part of it is at ``place``.
        fill: Its colour.
        bold: Whether it is emphasised.
        halo: Whether to clear the lines behind it.
        after: What follows on the same line, not emphasised.
    """
    attributes = f' stroke="{PAPER}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"'
    weight = ' font-weight="600"' if bold else ""
    body = said(content)
    if after:
        body = f"<tspan{weight}>{body} </tspan><tspan>{said(after)}</tspan>"
        weight = ""
    return (
        f'<text x="{at(place[0])}" y="{at(place[1])}" font-size="{size:g}" '
        f'text-anchor="{anchor}" fill="{fill}"{weight}{attributes if halo else ""}>{body}</text>'
    )


def paragraph(
    place: Point,
    lines: Sequence[str],
    size: float = LABEL,
    anchor: Anchor = "start",
    fill: str = INK,
    bold: bool = False,
) -> str:
    """Return lines of text, the first with its baseline at ``place``."""
    x, y = place
    return "".join(
        text((x, y + index * size * LEADING), line, size, anchor, fill, bold)
        for index, line in enumerate(lines)
    )


def line(start: Point, end: Point, stroke: str, width: float = 1, dash: str = "") -> str:
    """Return a straight line."""
    return (
        f'<line x1="{at(start[0])}" y1="{at(start[1])}" x2="{at(end[0])}" y2="{at(end[1])}" '
        f'stroke="{stroke}" stroke-width="{width:g}"{_dashed(dash)}/>'
    )


def polyline(points: Sequence[Point], look: Look, closed: bool = False, fill: str = "none") -> str:
    """Return a line through points, in the look of its series."""
    name = "polygon" if closed else "polyline"
    return (
        f'<{name} points="{_points(points)}" fill="{fill}" fill-opacity="0.1" '
        f'stroke="{look.colour}" stroke-width="{look.width:g}" stroke-linejoin="round"'
        f"{_dashed(look.dash)}/>"
    )


def ring(points: Sequence[Point], stroke: str) -> str:
    """Return a closed line that things are measured by."""
    return f'<polygon points="{_points(points)}" fill="none" stroke="{stroke}"/>'


def box(
    left: float, top: float, wide: float, high: float, fill: str, stroke: str = "", dash: str = ""
) -> str:
    """Return a rectangle."""
    edge = f' stroke="{stroke}" stroke-width="1.2"{_dashed(dash)}' if stroke else ""
    return (
        f'<rect x="{at(left)}" y="{at(top)}" width="{at(max(wide, 0))}" '
        f'height="{at(max(high, 0))}" fill="{fill}"{edge}/>'
    )


def marker(place: Point, look: Look, hint: str = "", size: float = 4.2) -> str:
    """Return a series' marker; ``hint`` is what a browser shows when it is pointed at."""
    paint = (
        f'fill="{look.colour}" stroke="{PAPER}" stroke-width="1.2"'
        if look.filled
        else f'fill="{PAPER}" stroke="{look.colour}" stroke-width="1.8"'
    )
    drawn = _shape(look.shape, place, size, look, paint)
    return f"<g><title>{said(hint)}</title>{drawn}</g>" if hint else drawn


def _shape(shape: Shape, place: Point, size: float, look: Look, paint: str) -> str:
    x, y = place
    if shape == "circle":
        return f'<circle cx="{at(x)}" cy="{at(y)}" r="{size:g}" {paint}/>'
    if shape in ("cross", "plus"):
        reach = size if shape == "cross" else size * 1.3
        ends = (
            [((x - reach, y - reach), (x + reach, y + reach)),
             ((x - reach, y + reach), (x + reach, y - reach))]
            if shape == "cross"
            else [((x - reach, y), (x + reach, y)), ((x, y - reach), (x, y + reach))]
        )  # fmt: skip
        return "".join(
            line(a, b, colour, wide)
            for colour, wide in ((PAPER, 5), (look.colour, 2.6))
            for a, b in ends
        )
    far = size * 1.3
    corners: dict[str, list[Point]] = {
        "square": [(x - size, y - size), (x + size, y - size), (x + size, y + size),
                   (x - size, y + size)],
        "diamond": [(x, y - far), (x + far, y), (x, y + far), (x - far, y)],
        "up": [(x, y - far), (x + far, y + size), (x - far, y + size)],
        "down": [(x, y + far), (x + far, y - size), (x - far, y - size)],
    }  # fmt: skip
    return f'<polygon points="{_points(corners[shape])}" {paint}/>'


def stripes(id: str) -> str:
    """Return the pattern for what is stated without documentation."""
    return (
        f'<pattern id="{id}" patternUnits="userSpaceOnUse" width="6" height="6" '
        f'patternTransform="rotate(45)"><rect width="6" height="6" fill="{TINT}"/>'
        f'<rect width="2.2" height="6" fill="{OWN}"/></pattern>'
    )


def dots(id: str) -> str:
    """Return the pattern for what may be, but is not known."""
    return (
        f'<pattern id="{id}" patternUnits="userSpaceOnUse" width="6" height="6">'
        f'<rect width="6" height="6" fill="{PAPER}"/>'
        f'<circle cx="3" cy="3" r="0.9" fill="{EARLIER}"/></pattern>'
    )


def document(
    id: str,
    lang: Lang,
    height: float,
    title: str,
    alt: str,
    parts: Iterable[str],
    patterns: Iterable[str] = (),
    width: float = WIDTH,
) -> str:
    """Return a drawing, with what it is called and what it says.

    Raises:
        ValueError: The id cannot stand in a document.
    """
    if not _ID.fullmatch(id):
        raise ValueError(f"not an id: {id[:40]!r}")
    defs = "".join(patterns)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {at(height)}" '
        f'width="{width:g}" height="{at(height)}" role="img" lang="{lang}" '
        f'aria-labelledby="{id}-title {id}-desc" font-family="{escape(FONTS)}">'
        f'<title id="{id}-title">{said(title)}</title>'
        f'<desc id="{id}-desc">{said(alt, _ALT_CHARACTERS)}</desc>'
        + (f"<defs>{defs}</defs>" if defs else "")
        + f'<rect width="{width:g}" height="{at(height)}" fill="{PAPER}"/>{"".join(parts)}</svg>\n'
    )


def _points(points: Sequence[Point]) -> str:
    return " ".join(f"{at(x)},{at(y)}" for x, y in points)


def _dashed(dash: str) -> str:
    return f' stroke-dasharray="{dash}"' if dash else ""
