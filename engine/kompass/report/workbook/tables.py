"""Sheets, tables and columns, and the words that every sheet shares."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812
from typing import Literal, TypeVar

from kompass.model.base import Lang
from kompass.model.result import Result
from kompass.report.material import Voice
from kompass.report.numbers import day

Cell = str | int | float | Date | None
Form = Literal["text", "whole", "tenth", "share", "date", "mark"]
"""How a column is shown; in a column of marks, cells that have one are filled."""
WORK, DECISION = "x", "V"
"""The marks: letters, so that it does not take colour to see them. V is for *vedtak*."""
T = TypeVar("T")


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Attributes:
        width: In characters.
        open: Whether it is left blank for the municipality to fill in.
        options: The only texts an open column takes; any text where there are none.
    """

    head: str
    width: int
    form: Form = "text"
    open: bool = False
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bars:
    """Bars drawn below a table.

    Attributes:
        heads: Of the columns drawn, what could be before what is.
        most: Where the scale ends.
    """

    heads: tuple[str, str]
    most: float


@dataclass(frozen=True)
class Table:
    """A table with at least one row.

    Attributes:
        name: What formulas call it: the same in every language.
        caption: What stands above it, where a sheet has several tables.
        total: A row below the table, outside its filter.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    total: tuple[Cell, ...] = ()
    bars: Bars | None = None


@dataclass(frozen=True)
class Sheet:
    """A sheet: a title, some lines, and tables one below the other.

    Attributes:
        lines: What stands above the tables, or why there are none.
        wide: Whether it needs the larger paper.
        across: How many pages its columns are printed on; the first column is on each of them.
    """

    name: str
    title: str
    lines: tuple[str, ...]
    tables: tuple[Table, ...]
    wide: bool = False
    across: int = 1


Made = tuple[Column, Callable[[T], Cell]]
"""A column, and what it holds of each item."""


def table(
    name: str,
    items: Iterable[T],
    made: Sequence[Made[T]],
    *,
    caption: str = "",
    total: tuple[Cell, ...] = (),
    bars: Bars | None = None,
) -> Table | None:
    """Return a table; None where it would be without rows, which a workbook does not allow."""
    rows = tuple(tuple(of(it) for _, of in made) for it in items)
    columns = tuple(column for column, _ in made)
    return Table(name, columns, rows, caption, total, bars) if rows else None


def blank(_: object) -> Cell:
    """Return what an open column holds of anything: nothing."""
    return None


class Pages(Voice):
    """How the sheets of a workbook are begun.

    Attributes:
        date: The ISO date of the answers behind them.
    """

    date: str

    def column(self, key: str, width: int, form: Form = "text") -> Column:
        """Return a column whose head is one of the report's own words."""
        return Column(self.say(key), width, form)

    def open(self, key: str, width: int, form: Form = "text", *options: str) -> Column:
        """Return a column for the municipality to fill in."""
        return Column(self.say(key), width, form, open=True, options=options)

    def sheet(
        self,
        key: str,
        *tables: Table | None,
        lines: Sequence[str] = (),
        empty: str = "",
        wide: bool = False,
        across: int = 1,
    ) -> Sheet:
        """Return a sheet of the tables that have rows; one without any says why it is empty."""
        kept = tuple(it for it in tables if it is not None)
        title = f"{self.say(key)} – {self.place}, {day(self.date)}"
        said = tuple(lines) if kept else (empty,)
        return Sheet(self.say(key), title, said, kept, wide, across)


class Frame(Pages):
    """What the sheets of one result share.

    Args:
        result: The assessment.
        lang: The language of everything that is not in the result.
    """

    def __init__(self, result: Result, lang: Lang) -> None:
        super().__init__(result.municipality, lang)
        self.result, self.date = result, result.date
        self._areas = {it.id: f"{it.id} {it.name}" for it in result.areas}
        self._criteria = {c.id: f"{c.id} {c.name}" for it in result.areas for c in it.criteria}

    @property
    def title(self) -> str:
        """What the workbook is called."""
        return self.say("title", name=self.place)

    def area(self, id: str) -> str:
        """Return an area's number and name."""
        return self._areas.get(id, id)

    def criterion(self, id: str) -> str:
        """Return a criterion's number and name."""
        return self._criteria.get(id, id)
