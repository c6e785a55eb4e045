"""Workbooks as tests read them, and texts that nobody should be able to harm one with."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

HOSTILE = (
    '=HYPERLINK("http://x")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r\n=1+1",
    "#REF!",
    "http://ond.example",
    "😀" * 40_000,
    "\u202eשלום\u202c عربى",
    "a\x00\x1b[31m\x07\x85\ufffe\uffffb",
    "_x0041_ _x000D_",
    "</t></is></c><c><f>1+1</f></c><drawing /><tableParts >",
    'Chart 1" <dcterms:modified>2020-01-01T00:00:00Z \\g<1> &L&P',
    "lang " * 200_000,
    "linje\n" * 20_000,
)


def opened(data: bytes) -> Workbook:
    """Return a workbook as openpyxl reads it."""
    return load_workbook(io.BytesIO(data))


def tables(book: Workbook) -> Iterator[tuple[Worksheet, Table]]:
    """Yield every table with its sheet."""
    for sheet in book.worksheets:
        for table in sheet.tables.values():
            yield sheet, table


def bounds(table: Table) -> tuple[int, int, int, int]:
    """Return a table's first column, first row, last column and last row."""
    left, top, right, last = range_boundaries(table.ref)
    assert left and top and right and last
    return left, top, right, last


def rows(book: Workbook, name: str, *, below: int = 0) -> list[dict[str, Any]]:
    """Return a table's rows by their heads, and so many rows below it."""
    [(sheet, table)] = [it for it in tables(book) if it[1].displayName == name]
    left, top, right, last = bounds(table)
    found = list(sheet.iter_rows(top, last + below, left, right, values_only=True))
    return [dict(zip(map(str, found[0]), it, strict=True)) for it in found[1:]]


def texts(book: Workbook) -> Iterator[str]:
    """Yield every text in a workbook."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows(values_only=True):
            yield from (it for it in row if isinstance(it, str))


def unharmed(data: bytes) -> Workbook:
    """Return a workbook after seeing that every cell is a number, a day or a text that it can hold."""
    book = opened(data)
    for sheet in book.worksheets:
        for cell in (it for row in sheet.iter_rows() for it in row):
            assert cell.data_type in ("s", "n", "d"), cell.coordinate
            assert cell.hyperlink is None
            if isinstance(cell.value, str):
                assert len(cell.value.encode("utf-16-le")) <= 2 * 32_767
                assert not re.search(
                    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ufffe\uffff]", cell.value
                )
                assert cell.value.count("\n") < 253
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            part = archive.read(name).decode()
            assert name.startswith("xl/charts") or not re.search(r"<f[ >]|<hyperlink", part)
            assert part.count("<ignoredErrors>") <= 1
    return book
