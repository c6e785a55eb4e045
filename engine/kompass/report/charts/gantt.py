"""The Gantt chart: steps as bars over half-years, with the meetings that decide them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Date  # noqa: N812
from typing import Final

from kompass.model.base import Lang
from kompass.report.charts import legend, svg, words
from kompass.report.charts.gantt_layout import (
    BETWEEN,
    TURNED,
    UPRIGHT,
    Frame,
    Row,
    Size,
    gives,
)
from kompass.report.charts.lettering import width, wrap
from kompass.report.charts.schedule import Gantt, Half, Step
from kompass.report.charts.style import (
    AXIS,
    EDGE,
    GRID,
    INK,
    LEADING,
    MUTED,
    OWN,
    REFERENCE,
    TINT,
    Look,
)
from kompass.report.numbers import day_of_year, months, rounded, short, short_month

_TALLEST: Final = 725.0
"""What a page on its side has room for beside a caption and a footer, at that width."""
_ALONE: Final = 790.0
"""What a page on its side has room for when there is nothing else on it."""
_TOP: Final = 4.0
_HEADING: Final = 20.0
_DECIDED: Final = Look(REFERENCE, 2, "", "diamond", True)


def draw(chart: Gantt, lang: Lang, id: str, heading: str = "", foot: str = "") -> str:
    """Return the chart as SVG.

    Args:
        chart: What to draw.
        lang: The language of the words inside the chart.
        id: What the ids inside the drawing begin with; unique on its page.
        heading: What stands over a drawing that has no page around it.
        foot: What stands under it.
    """
    for size in TURNED if chart.wide else (UPRIGHT,):
        parts, height = _drawn(chart, Frame(chart, size, lang), lang, heading, foot)
        if not chart.wide or height <= (_ALONE if heading else _TALLEST):
            break
    else:
        size = TURNED[0]  # too many for a page: let them be readable
        parts, height = _drawn(chart, Frame(chart, size, lang), lang, heading, foot)
    return svg.document(id, lang, height, chart.title, chart.alt, parts, width=size.paper)


def _drawn(
    chart: Gantt, frame: Frame, lang: Lang, heading: str, foot: str
) -> tuple[list[str], float]:
    """Return the parts of the drawing, and how high it is."""
    size = frame.size
    rows = frame.rows(chart)
    over, top = _over(heading, size)
    top += _TOP + 2 * size.line + 6
    bottom = top + sum(it.high for it in rows)
    parts = [over, _heads(chart, frame, lang, top)]
    y = top
    for row in rows:
        parts.append(_band(row, frame, y))
        y += row.high
    parts += _grid(chart, frame, top, bottom)
    y = top
    for row in rows:
        parts.append(_row(row, frame, y, lang))
        y += row.high
    parts.append(svg.line((EDGE, bottom), (size.paper - EDGE, bottom), AXIS, 1.2))
    sums, end = _sums(chart, frame, lang, bottom)
    entries = _entries(chart, lang)
    beside = EDGE + legend.room(entries) + BETWEEN <= frame.sums
    drawn, below = legend.draw(entries, (bottom if beside else end) + 8, paper=size.paper)
    under, end = _under(foot, size, max(end, below) + 4)
    return [*parts, *sums, drawn, under], end


def _over(heading: str, size: Size) -> tuple[str, float]:
    """Return what stands over the chart, and the room it takes."""
    if not heading:
        return "", 0.0
    lines = wrap(heading, _HEADING, size.paper - 2 * EDGE, 2)
    drawn = svg.paragraph((EDGE, _HEADING + 4), lines, _HEADING, bold=True)
    return drawn, len(lines) * _HEADING * LEADING + 12


def _under(foot: str, size: Size, top: float) -> tuple[str, float]:
    """Return what stands under the chart, and where it ends."""
    if not foot:
        return "", top
    lines = wrap(foot, size.small, size.paper - 2 * EDGE)
    drawn = svg.paragraph((EDGE, top + size.line + 4), lines, size.small, fill=MUTED)
    return drawn, top + len(lines) * size.line + 12


def _heads(chart: Gantt, frame: Frame, lang: Lang, top: float) -> str:
    """Return the heads of the columns: over the bars, years and half-years."""
    letters = frame.size.letters
    baseline = top - 7
    parts = [
        svg.text((EDGE, baseline), words.STEP(lang), letters, fill=MUTED),
        svg.text((frame.who, baseline), words.WHO(lang), letters, fill=MUTED),
        svg.text((frame.points, baseline), words.GIVES(lang), letters, "end", MUTED),
    ]
    if frame.right < frame.decided:
        parts.append(
            svg.text((frame.decided, baseline), words.DECIDED(lang), letters, "end", MUTED)
        )
    halves = [(it.start, it.end, _half(it)) for it in chart.periods]
    over = baseline - frame.size.line
    parts += _between(frame, _years(frame), over, INK, bold=True)
    parts += _between(frame, halves, baseline, MUTED)
    return "".join(parts)


def _half(period: Half) -> str:
    """Return the months of a half-year, as short as they can be: ``jan–juni``."""
    return "–".join(short_month(it).rstrip(".") for it in (period.start, period.end))


def _years(frame: Frame) -> Iterator[tuple[Date, Date, str]]:
    """Yield the part of each calendar year that is drawn."""
    for year in range(frame.first.year, frame.last.year + 1):
        start, end = max(Date(year, 1, 1), frame.first), min(Date(year, 12, 31), frame.last)
        yield start, end, str(year)


def _between(
    frame: Frame,
    spans: list[tuple[Date, Date, str]] | Iterator[tuple[Date, Date, str]],
    baseline: float,
    fill: str,
    bold: bool = False,
) -> Iterator[str]:
    """Yield texts in the middle of their spans, where there is room for them."""
    letters, free = frame.size.letters, frame.left
    for start, end, text in spans:
        middle = (frame.x(start) + frame.x(end, 1)) / 2
        half = width(text, letters) / 2
        if middle - half >= free and middle + half <= frame.right:
            yield svg.text((middle, baseline), text, letters, "middle", fill, bold)
            free = middle + half + 4


def _band(row: Row, frame: Frame, top: float) -> str:
    """Return what lies behind a row: a tint behind the name of a group, a line over a step."""
    if row.step is None:
        return svg.box(EDGE, top, frame.size.paper - 2 * EDGE, row.high, TINT)
    return svg.line((EDGE, top), (frame.size.paper - EDGE, top), GRID, 0.7)


def _grid(chart: Gantt, frame: Frame, top: float, bottom: float) -> Iterator[str]:
    """Yield a line where each half-year begins, and a dashed one in the middle of it."""
    for period in chart.periods:
        x, middle = frame.x(period.start), _quarter(period)
        yield svg.line((x, top - 4), (x, bottom), AXIS, 0.9)
        yield svg.line((frame.x(middle), top), (frame.x(middle), bottom), AXIS, 0.6, "1.5 3")
    yield svg.line((frame.right, top - 4), (frame.right, bottom), AXIS, 0.9)


def _quarter(period: Half) -> Date:
    """Return the first day of a half-year's second quarter."""
    later = period.start.month + 2
    middle = Date(period.start.year + later // 12, later % 12 + 1, 1)
    return min(middle, period.end)


def _row(row: Row, frame: Frame, top: float, lang: Lang) -> str:
    size = frame.size
    middle = top + row.high / 2
    if row.step is None:
        return svg.text((EDGE + 4, _baseline(middle, 1, size.letters)), row.lines[0], size.letters,
                        bold=True)  # fmt: skip
    step = row.step
    parts = [
        svg.paragraph(
            (EDGE, _baseline(middle, len(row.lines), size.letters)), row.lines, size.letters
        ),
        svg.paragraph(
            (frame.who, _baseline(middle, len(row.people), size.small)), row.people,
            size.small, fill=MUTED,
        ),
        _bar(step, frame, middle, lang),
    ]  # fmt: skip
    baseline = _baseline(middle, 1, size.letters)
    if step.decided:
        parts.append(svg.marker((frame.x(step.decided), middle), _DECIDED, size=size.letters / 3))
        said = day_of_year(step.decided)
        parts.append(svg.text((frame.decided, baseline), said, size.letters, "end", MUTED))
    parts.append(svg.text((frame.points, baseline), gives(step), size.letters, "end", bold=True))
    return "".join(parts)


def _baseline(middle: float, lines: int, letters: float) -> float:
    """Return the baseline of the first of some lines around a middle."""
    return middle - (lines - 1) * letters * LEADING / 2 + letters * 0.36


def _bar(step: Step, frame: Frame, middle: float, lang: Lang) -> str:
    thick = frame.size.letters * 0.8
    left, right = frame.x(step.start), frame.x(step.end, 1)
    hint = words.SPAN(lang).format(
        name=step.label, who=step.who, months=months(step.start, step.end)
    )
    drawn = svg.box(left, middle - thick / 2, max(right - left, 1.5), thick, OWN)
    return f"<g><title>{svg.said(hint, 400)}</title>{drawn}</g>"


def _sums(chart: Gantt, frame: Frame, lang: Lang, top: float) -> tuple[list[str], float]:
    """Return the work in each half-year and the points at its end, where there is room."""
    size = frame.size
    room = min(frame.x(it.end, 1) - frame.x(it.start) for it in chart.periods) - 6
    efforts = [short(it.effort) for it in chart.periods]
    points = [rounded(it.points, 0) for it in chart.periods]
    if chart.capacity is not None:
        fuller = words.OF_CAPACITY(lang)
        said = [fuller.format(effort=it, capacity=short(chart.capacity)) for it in efforts]
        efforts = said if max(width(it, size.letters) for it in said) <= room else efforts
    if max(width(it, size.letters) for it in (*efforts, *points)) > room:
        return [], top
    parts = []
    for name, values, bold in ((words.MONTHS, efforts, False), (words.AT_END, points, True)):
        top += size.line + 2
        parts.append(svg.text((frame.left - BETWEEN, top), name(lang), size.letters, "end", MUTED))
        for period, value in zip(chart.periods, values, strict=True):
            middle = (frame.x(period.start) + frame.x(period.end, 1)) / 2
            parts.append(svg.text((middle, top), value, size.letters, "middle", bold=bold))
    return parts, top


def _entries(chart: Gantt, lang: Lang) -> list[legend.Entry]:
    entries = [legend.area(words.WORKED_ON(lang), OWN)]
    if any(it.decided for it in chart.steps):
        entries.append(legend.series(words.COUNCIL(lang), _DECIDED, lined=False))
    return entries
