"""How a Gantt chart is laid out: how large everything is, and where its columns and rows stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date  # noqa: N812
from itertools import groupby
from typing import Final

from kompass.model.base import Lang
from kompass.report.charts import words
from kompass.report.charts.lettering import shortened, width, wrap
from kompass.report.charts.schedule import Gantt, Step
from kompass.report.charts.style import EDGE, LABEL, LEADING, WIDTH
from kompass.report.numbers import day_of_year, rounded

BETWEEN: Final = 12.0
"""From one column to the next."""
_WIDE: Final = 1120.0
_LEAST: Final = 0.05
"""A gain that is smaller is written without a number."""


@dataclass(frozen=True)
class Size:
    """How large everything is.

    Attributes:
        paper: The width of the drawing.
        letters: The size of the letters.
        lines: The most lines of a step's name.
        names: The most room for the names of steps.
    """

    paper: float
    letters: float
    lines: int
    names: float

    @property
    def line(self) -> float:
        return self.letters * LEADING

    @property
    def small(self) -> float:
        """The size of the letters that say who is responsible."""
        return self.letters * 0.9

    @property
    def people(self) -> float:
        """The most room for those who are responsible."""
        return self.small * 14

    @property
    def gap(self) -> float:
        """What is free between one row and the next; next to nothing where letters are small."""
        return max(0.4, (self.letters - 9.7) * 2.2)


UPRIGHT: Final = Size(WIDTH, LABEL, 4, 214)
TURNED: Final = (
    *(Size(_WIDE, it / 10, 2, 470) for it in (130, 125, 120, 115, 110, 105, 101, 97)),
    *(Size(_WIDE, it / 10, 1, 540) for it in (105, 101, 97, 95)),
)
"""From the roomiest to the one that has room for 45 steps on a page."""


@dataclass(frozen=True)
class Row:
    """A step, or the name of a group when ``step`` is None."""

    lines: list[str]
    people: list[str]
    high: float
    step: Step | None = None


class Frame:
    """Where everything stands across the page: what the columns begin or end at."""

    def __init__(self, chart: Gantt, size: Size, lang: Lang) -> None:
        letters = size.letters

        def room(*texts: str) -> float:
            return max(width(it, letters) for it in texts)

        head = words.STEP(lang), words.WHO(lang), words.DECIDED(lang), words.GIVES(lang)
        self.size = size
        self.first, self.last = chart.periods[0].start, chart.periods[-1].end
        decided = [day_of_year(it.decided) for it in chart.steps if it.decided]
        names = min(size.names, room(head[0], *(it.label for it in chart.steps)))
        people = min(size.people, room(head[1], *(it.who for it in chart.steps)))
        self.names, self.people = names, people
        self.who = EDGE + names + BETWEEN
        sums = room(words.MONTHS(lang), words.AT_END(lang))
        self.left = max(self.who + people, EDGE + sums) + BETWEEN
        self.sums = self.left - BETWEEN - sums
        self.points = size.paper - EDGE
        self.decided = self.points - room(head[3], *map(gives, chart.steps)) - BETWEEN
        taken = room(head[2], *decided) + BETWEEN if decided else 0.0
        self.right = self.decided - taken

    def x(self, day: Date, after: int = 0) -> float:
        """Return where a day begins, or a day so many days after it."""
        days = (self.last - self.first).days + 1
        return self.left + (self.right - self.left) * ((day - self.first).days + after) / days

    def rows(self, chart: Gantt) -> list[Row]:
        """Return the groups' names and the steps, each with the room it takes."""
        size = self.size
        rows = []
        for group, steps in groupby(chart.steps, key=lambda it: it.group):
            if group:
                name = shortened(group, size.letters, size.paper - 2 * EDGE)
                rows.append(Row([name], [], size.line + size.gap))
            for it in steps:
                lines = wrap(it.label, size.letters, self.names, size.lines)
                people = wrap(it.who, size.small, self.people, size.lines)
                high = max(len(lines), len(people)) * size.line + size.gap
                rows.append(Row(lines, people, high, it))
        return rows


def gives(step: Step) -> str:
    """Return what a step adds, as it is written."""
    return f"+{rounded(step.points)}" if step.points >= _LEAST else "–"
