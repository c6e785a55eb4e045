"""Bars of what next steps give, with the work they take."""

from __future__ import annotations

from kompass.model.base import Lang
from kompass.report.charts import svg, words
from kompass.report.charts.lettering import width, wrap
from kompass.report.charts.model import Gain, Gains
from kompass.report.charts.style import AXIS, EDGE, GRID, INK, LABEL, LEADING, OWN, WIDTH
from kompass.report.numbers import short

_NAMES = 290.0
_THICK = 18.0
_GAP = 14.0
_TOP = 8.0
_LEAST = 0.1
"""The least gain that can be written."""


def draw(chart: Gains, lang: Lang, id: str) -> str:
    """Return the chart as SVG."""
    room = max(width(" ".join(_said(it, lang)), LABEL) for it in chart.gains)
    left, right = EDGE + _NAMES + 14, WIDTH - EDGE - room - 10
    most = max(it.gain for it in chart.gains) or 1
    parts = []
    y = _TOP
    for index, gain in enumerate(chart.gains):
        lines = wrap(gain.label, LABEL, _NAMES)
        high = max(len(lines) * LABEL * LEADING, _THICK) + _GAP
        if index:
            parts.append(svg.line((EDGE, y), (WIDTH - EDGE, y), GRID))
        parts.append(_bar(gain, lines, y + high / 2, left, (right - left) * gain.gain / most, lang))
        y += high
    parts.append(svg.line((left, _TOP), (left, y), AXIS, 1.4))
    return svg.document(id, lang, y + 8, chart.title, chart.alt, parts)


def _said(gain: Gain, lang: Lang) -> tuple[str, str]:
    points = words.GAIN(lang).format(gain=short(gain.gain))
    if 0 < gain.gain < _LEAST / 2:
        points = words.LITTLE(lang).format(least=short(_LEAST))
    return points, words.WORK(lang).format(months=short(gain.months))


def _bar(gain: Gain, lines: list[str], middle: float, left: float, long: float, lang: Lang) -> str:
    first = middle - (len(lines) - 1) * LABEL * LEADING / 2 + LABEL * 0.36
    points, work = _said(gain, lang)
    return (
        svg.paragraph((EDGE, first), lines)
        + (svg.box(left, middle - _THICK / 2, long, _THICK, OWN) if long else "")
        + svg.text(
            (left + long + 10, middle + LABEL * 0.36), points, LABEL, "start", INK, True, after=work
        )
    )
