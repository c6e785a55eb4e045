"""Sheets as a workbook: tables that can be filtered, columns to fill in, the same bytes twice."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest
from typing import Any, Final, Literal
from xml.sax.saxutils import quoteattr

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.chart.series_factory import SeriesFactory
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.filters import AutoFilter, FilterColumn
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table as ListObject
from openpyxl.worksheet.table import TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from kompass.model.base import Lang
from kompass.packing import repacked
from kompass.report.layout import clean, wrap
from kompass.report.prose import PROSE
from kompass.report.workbook.tables import DECISION, Bars, Cell, Column, Form, Sheet, Table

_Role = Literal["head", "row", "open", "total"]

_FORMATS: Final[dict[Form, str]] = {
    "text": "@", "whole": "0", "tenth": "0.0", "share": "0%", "date": "dd.mm.yyyy", "mark": "@",
}  # fmt: skip
_MOST: Final = 32_767
"""Most characters in a cell, counted as UTF-16."""
_LINES: Final = 250
"""Most line feeds in a cell; a spreadsheet takes three more."""
_HIGHEST: Final = 409
"""The highest a row can be, in points."""
_SEEN: Final = 4000
"""More characters than the highest row shows of any column."""
_ROW: Final = 15
_CHART_ROWS: Final = 18
_A3, _A4 = 8, 9

_ILLEGAL: Final = re.compile(r"[\ud800-\udfff\ufffe\uffff]")
_CODE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""A spreadsheet reads ``_x0041_`` as a letter, unless its first character is written so too."""

_NO_WARNINGS: Final = (
    '<ignoredErrors><ignoredError sqref="A1:Z9999" numberStoredAsText="1" twoDigitTextYear="1"/>'
    "</ignoredErrors>"
)
"""Numbers of criteria and questions are texts, and meant to be; no green corners for them."""

_FONT: Final = "Calibri"
_PLAIN, _BOLD = Font(name=_FONT, size=11), Font(name=_FONT, size=11, bold=True)
_TITLE, _CAPTION = (Font(name=_FONT, size=it, bold=True) for it in (16, 13))
_LINE: Final = Font(name=_FONT, size=11, color="5A6675")
_WHITE: Final = Font(name=_FONT, size=11, bold=True, color="FFFFFF")
_WHITE_MARK: Final = Font(bold=True, color="FFFFFF")
_NOTHING: Final = PatternFill()
_DARK, _YELLOW, _BLUE = (PatternFill("solid", fgColor=it) for it in ("0B3D70", "FFF9E5", "E4EDF6"))
_DARK_MARK, _MARK = (PatternFill("solid", bgColor=it) for it in ("0B3D70", "A9C6E6"))
_ROLES: Final[dict[_Role, tuple[Font, PatternFill]]] = {
    "head": (_WHITE, _DARK), "row": (_PLAIN, _NOTHING), "open": (_PLAIN, _YELLOW),
    "total": (_BOLD, _BLUE),
}  # fmt: skip
_RULE: Final = Border(bottom=Side(style="thin", color="D0D4DA"))
_WHOLE_LINE: Final = Alignment(vertical="center")
_LEFT, _RIGHT = (
    Alignment(wrap_text=True, vertical="top", horizontal=it, indent=1) for it in ("left", "right")
)
_MIDDLE: Final = Alignment(wrap_text=True, vertical="top", horizontal="center")
_ALIGNED: Final[dict[Form, Alignment]] = {"text": _LEFT, "date": _LEFT, "mark": _MIDDLE}
"""Numbers stand to the right."""
_POSSIBLE, _POINTS, _GRID = "C9D3DF", "0B5394", "D9DEE5"


@dataclass(frozen=True)
class Book:
    """A workbook, before it is a file.

    Attributes:
        creator: The program that made it, with its version.
        day: The ISO date it is from.
        lang: The language of the sheets.
        notice: What stands at the foot of every printed page.
    """

    title: str
    creator: str
    day: str
    lang: Lang
    notice: str
    sheets: tuple[Sheet, ...]


def write_book(book: Book) -> bytes:
    """Return a workbook as the bytes of a file; the same workbook gives the same bytes.

    Numbers are stored as they are and rounded only by the way they are shown. Every text is
    stored as text, so that nothing anybody wrote can become a formula or a link.
    """
    made = Workbook()
    _name_styles(made, book.sheets)
    for at, sheet in enumerate(book.sheets):
        place = made.create_sheet(_text(sheet.name), at)
        _fill(place, sheet, book.lang)
        _set_up_print(place, sheet, book.notice)
    made.remove(made.worksheets[-1])  # the empty one that a new book comes with
    made.active = 0
    about = made.properties
    about.title, about.language = _text(book.title), f"{book.lang}-NO"
    about.creator = _text(book.creator)
    about.created = datetime.fromisoformat(book.day)
    return _packed(made, book.day, PROSE["x_chart_alt"](book.lang))


def _name_styles(book: Workbook, sheets: Sequence[Sheet]) -> None:
    """Give every look of a cell a name: quicker than one cell at a time, and easy to change."""
    used = {it.form for sheet in sheets for table in sheet.tables for it in table.columns}
    for role, (font, fill) in _ROLES.items():
        for form, shown in _FORMATS.items():
            if form not in used:
                continue
            style = NamedStyle(_style(role, form))
            style.font, style.fill, style.border = font, fill, _RULE
            style.alignment = _ALIGNED.get(form, _RIGHT)
            style.number_format = "@" if role == "head" else shown
            book.add_named_style(style)


def _style(role: _Role, form: Form) -> str:
    return f"kompass {role} {form}"


def _fill(place: Worksheet, sheet: Sheet, lang: Lang) -> None:
    """Write a sheet from the top: its title, its lines, its tables."""
    place.sheet_view.showGridLines = False
    _put_text(place, 1, sheet.title, _TITLE)
    for row, line in enumerate(sheet.lines, start=2):
        _put_text(place, row, line, _LINE)
    place.sheet_format.defaultRowHeight, place.sheet_format.customHeight = _ROW, True
    place.row_dimensions[1].height = 26
    _set_widths(place, sheet.tables)
    row = len(sheet.lines) + 2
    for it in sheet.tables:
        if it.caption:
            _put_text(place, row, it.caption, _CAPTION)
            place.row_dimensions[row].height = 24
            row += 1
        if place.freeze_panes is None:
            place.freeze_panes = place.cell(row + 1, 2).coordinate
        # Printed again on every page that follows: the heads of the table that goes on longest.
        place.print_title_rows = f"{row}:{row}"
        last = _write_table(place, it, row, lang)
        if it.bars is not None:
            _draw(place, it, it.bars, row, lang)
            last += _CHART_ROWS
            place.row_breaks.append(Break(id=last))
        row = last + 2


def _set_widths(place: Worksheet, tables: Sequence[Table]) -> None:
    for at, columns in enumerate(zip_longest(*(it.columns for it in tables)), start=1):
        wanted = max(it.width for it in columns if it is not None)
        place.column_dimensions[get_column_letter(at)].width = wanted


def _put_text(place: Worksheet, row: int, text: str, font: Font) -> None:
    _set(place, row, 1, _text(text))
    place.cell(row, 1).font, place.cell(row, 1).alignment = font, _WHOLE_LINE


def _set(place: Worksheet, row: int, column: int, text: str, kind: str = "s") -> None:
    """Write text, and nothing but text: what looks like a formula stays what somebody wrote.

    With the kind ``n`` the text is a number, in full: openpyxl itself would round it.
    """
    cell = place.cell(row, column)
    cell.value = text
    cell.data_type = kind


def _write_table(place: Worksheet, table: Table, top: int, lang: Lang) -> int:
    """Write a table with its heads in a row, and return its last row."""
    heads = _distinct([_text(it.head) for it in table.columns])
    for at, head in enumerate(heads, start=1):
        _set(place, top, at, head)
        place.cell(top, at).style = _style("head", table.columns[at - 1].form)
    _set_height(place, top, heads, table.columns)
    for row, values in enumerate(table.rows, start=top + 1):
        _write_row(place, row, values, table.columns, "row")
    last = top + len(table.rows)
    marks = []
    for at, column in enumerate(table.columns, start=1):
        letter = get_column_letter(at)
        cells = f"{letter}{top + 1}:{letter}{last}"
        if column.open:
            _guard(place, column, cells, lang)
        elif column.form == "mark":
            marks.append(cells)
    if marks:
        _fill_marks(place, " ".join(marks))
    listed = ListObject(displayName=table.name, ref=f"A{top}:{get_column_letter(len(heads))}{last}")
    listed.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    listed.autoFilter = _filter(table, listed.ref)
    place.add_table(listed)
    if table.total:
        last += 1
        _write_row(place, last, table.total, table.columns, "total")
    return last


def _filter(table: Table, ref: str) -> AutoFilter:
    """Return a table's filter, without buttons that would cover the heads of narrow marks."""
    marks = (at for at, it in enumerate(table.columns) if it.form == "mark")
    return AutoFilter(ref, filterColumn=[FilterColumn(it, hiddenButton=True) for it in marks])


def _distinct(heads: Sequence[str]) -> list[str]:
    """Return heads as a table wants them: no two alike, whatever a framework calls its parts."""
    seen: dict[str, int] = {}
    found = []
    for it in heads:
        count = seen[it.casefold()] = seen.get(it.casefold(), 0) + 1
        found.append(it if count == 1 else f"{it} ({count})")
    return found


def _write_row(
    place: Worksheet, row: int, values: Sequence[Cell], columns: Sequence[Column], role: _Role
) -> None:
    for at, (value, column) in enumerate(zip(values, columns, strict=True), start=1):
        cell = place.cell(row, at)
        cell.style = _style("open" if column.open and role == "row" else role, column.form)
        if isinstance(value, str):
            if text := _text(value):
                _set(place, row, at, text)
        elif isinstance(value, float):
            _set(place, row, at, repr(value), "n")
        elif value is not None:
            cell.value = value
            if column.form == "text":  # a number where others are texts is still a number
                cell.number_format = "General"
    _set_height(place, row, values, columns)


def _set_height(
    place: Worksheet, row: int, values: Sequence[Cell], columns: Sequence[Column]
) -> None:
    """Make a row as high as its longest text: not every program does so by itself.

    A column's width counts digits, and letters are a little narrower.
    """
    lines = (
        sum(len(wrap(line, round(1.1 * column.width))) for line in value[:_SEEN].split("\n"))
        for value, column in zip(values, columns, strict=True)
        if isinstance(value, str)
    )
    place.row_dimensions[row].height = min(_HIGHEST, _ROW * max(lines, default=1) + 2)


def _guard(place: Worksheet, column: Column, cells: str, lang: Lang) -> None:
    """Let an open column take what it is for, and nothing else."""
    if column.options:
        rule = DataValidation(type="list", formula1=f'"{",".join(column.options)}"')
        rule.error = PROSE["x_choose"](lang)
    elif column.form == "date":
        rule = DataValidation(type="date", operator="greaterThan", formula1="36526")  # from 2000 on
        rule.error = PROSE["x_give_date"](lang)
    else:
        return
    rule.allow_blank = rule.showErrorMessage = True
    rule.add(cells)
    place.add_data_validation(rule)


def _fill_marks(place: Worksheet, cells: str) -> None:
    """Fill cells that have a mark, also those that somebody writes or moves later."""
    make: Any = CellIsRule  # its stubs say nothing of what it takes
    decided = make("equal", [f'"{DECISION}"'], True, font=_WHITE_MARK, fill=_DARK_MARK)
    place.conditional_formatting.add(cells, decided)
    place.conditional_formatting.add(cells, make("notEqual", ['""'], fill=_MARK))


def _draw(place: Worksheet, table: Table, bars: Bars, top: int, lang: Lang) -> None:
    """Draw columns of a table as bars below it, each in front of the one before."""
    chart, last = BarChart(), top + len(table.rows)
    chart.type, chart.overlap, chart.gapWidth = "bar", 100, 45
    chart.title = PROSE["profile_caption"](lang)
    known = [it.head for it in table.columns]
    for head, colour in zip(bars.heads, (_POSSIBLE, _POINTS), strict=True):
        column = known.index(head) + 1
        values = Reference(place, min_col=column, min_row=top, max_row=last)
        series = SeriesFactory(values, title_from_data=True)
        series.graphicalProperties.solidFill = colour
        chart.series.append(series)
    chart.set_categories(Reference(place, min_col=2, min_row=top + 1, max_row=last))
    chart.x_axis.scaling.orientation = "maxMin"  # the first area on top, as in the table
    chart.y_axis.crosses = "max"
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = 0, bars.most
    chart.y_axis.number_format = "0"
    assert chart.y_axis.majorGridlines is not None
    chart.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill=_GRID))
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.legend.position = "b"
    chart.width, chart.height = 25, (_CHART_ROWS - 2) * 0.53
    place.add_chart(chart, f"A{last + 3}")


def _set_up_print(place: Worksheet, sheet: Sheet, notice: str) -> None:
    place.page_setup.orientation = "landscape"
    place.page_setup.paperSize = _A3 if sheet.wide else _A4
    place.page_setup.fitToWidth, place.page_setup.fitToHeight = sheet.across, 0
    if sheet.across > 1:
        place.print_title_cols = "A:A"
    place.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = place.page_margins
    margins.left = margins.right = margins.top = 0.4
    margins.bottom = 0.6
    footer = place.oddFooter
    assert footer is not None
    footer.left.size = footer.right.size = 8
    # In a footer an ampersand begins a code.
    footer.left.text = clean(_ILLEGAL.sub("", notice), 180).replace("&", "&&")
    footer.right.text = "&P / &N"


def _text(text: str) -> str:
    """Return text as a cell can hold it: nothing unseen in it, and within the length of a cell."""
    lines = "\n".join(clean(it, _MOST) for it in text.split("\n", _LINES))
    units = _CODE.sub("_x005F_", _ILLEGAL.sub("", lines)).encode("utf-16-le")
    if len(units) <= 2 * _MOST:
        return units.decode("utf-16-le")
    return units[: 2 * (_MOST - 1)].decode("utf-16-le", "ignore") + "…"


def _packed(book: Workbook, day: str, alt: str) -> bytes:
    """Return the bytes of a book of a day, without the time it was written at.

    What openpyxl cannot say is added: what the chart shows (``alt``), for those who do not see it,
    and which warnings the tables do not need.
    """
    written = io.BytesIO()
    book.save(written)

    def completed(name: str, data: bytes) -> bytes:
        text = data.decode()
        if name == "docProps/core.xml":
            text = re.sub(r"(<dcterms:modified[^>]*>)[^<]*", rf"\g<1>{day}T00:00:00Z", text)
        elif name.startswith("xl/drawings/drawing"):
            text = text.replace('name="Chart 1"', f'name="Chart 1" descr={quoteattr(alt)}')
        elif name.startswith("xl/worksheets/sheet"):
            text = re.sub("(?=<drawing |<tableParts )", _NO_WARNINGS, text, count=1)
        return text.encode()

    return repacked(written.getvalue(), completed)
