"""Answers as a workbook: one sheet for each area, drop-downs, help beside, progress in front."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from kompass.errors import KompassError
from kompass.intake.document import as_answer
from kompass.intake.sheets import (
    COLUMNS,
    FIRST_ROW,
    FRONT,
    HEAD,
    HEAD_ROW,
    KEPT,
    MISSING_EXTRA,
    PIECE,
    labels,
    letter,
    shown,
    visible,
)
from kompass.model.base import Lang, Text
from kompass.model.content import Content
from kompass.model.framework import Area, Fact
from kompass.packing import repacked

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_FONT: Final = "Calibri"
_OPEN, _HEADER = "FFF9E5", "0B3D70"
_PROGRESS: Final = Text(nb="Besvart", nn="Svart på")
_OF: Final = Text(nb="Av", nn="Av")
_AREA: Final = Text(nb="Område", nn="Område")
_HELP: Final = Text(
    nb="Svar i de gule cellene. Tomt betyr «vet ikke». Oppfølgingsspørsmål gjelder bare når det "
    "de følger, er på plass. Lagre fila og kjør kompass assess på den.",
    nn="Svar i dei gule cellene. Tomt tyder «veit ikkje». Oppfølgingsspørsmål gjeld berre når "
    "det dei følgjer, er på plass. Lagre fila og køyr kompass assess på henne.",
)
_ONLY_WHEN: Final = Text(
    nb="Bare når dette er på plass: {facts}", nn="Berre når dette er på plass: {facts}"
)
_NOT_ALLOWED: Final = Text(nb="Velg et svar fra lista.", nn="Vel eit svar frå lista.")


def write_workbook(document: Mapping[str, Any], content: Content, lang: Lang) -> bytes:
    """Return a document of answers as a workbook; the same document gives the same bytes.

    Args:
        document: Answers that `kompass.intake.answers` would accept.
        content: Where the questions are.
        lang: The language of questions and heads.

    Raises:
        KompassError: The extra for Excel is not installed.
    """
    try:
        from openpyxl import Workbook
    except ImportError:
        raise KompassError(MISSING_EXTRA(lang)) from None
    book = Workbook()
    front = book.active
    assert front is not None
    front.title = FRONT(lang)
    given: Mapping[str, Any] = document["answers"]
    counts: list[tuple[str, int]] = []
    for area in content.areas:
        asked = (name for it in content.questions_of(area) for name in it.facts)
        facts = [content.facts[name] for name in asked if name in given]
        if facts:
            sheet = book.create_sheet(_sheet_name(area, lang))
            _fill(sheet, area, facts, given, content, lang)
            counts.append((sheet.title, len(facts)))
    _front(front, document, counts, lang)
    _keep(book, document)
    return _stable(book, str(document["date"]))


def _sheet_name(area: Area, lang: Lang) -> str:
    return re.sub(r"[\[\]:*?/\\]", " ", f"{area.id} {area.name(lang)}")[:31]


def _fill(
    sheet: Worksheet,
    area: Area,
    facts: Sequence[Fact],
    given: Mapping[str, Any],
    content: Content,
    lang: Lang,
) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    _put(sheet, 1, 1, f"{area.id} {area.name(lang)}", bold=True, wrap=False)
    for at, column in enumerate(COLUMNS, start=1):
        _put(sheet, FIRST_ROW - 1, at, column.head(lang), head=True)
        sheet.column_dimensions[letter(column.key)].width = column.width
    validations: dict[str, DataValidation] = {}
    for row, fact in enumerate(facts, start=FIRST_ROW):
        answer, words = as_answer(given[fact.id]), labels(content, fact, lang)
        texts = {
            "id": fact.id,
            "question": _question(content, fact, lang),
            "meaning": "\n".join(
                f"{words[it]}: {content.value_text(fact.id, it)(lang)}"
                for it in content.answer_set(fact.id).values
            ),
            "ask": ", ".join(content.roles[role](lang) for role in fact.asks),
        }
        for at, column in enumerate(COLUMNS, start=1):
            text = shown(answer, column, words) if column.open else texts[column.key]
            _put(sheet, row, at, text, open_=column.open)
        options = ",".join(words.values())
        if options not in validations:
            validations[options] = DataValidation(
                type="list", formula1=f'"{options}"', allow_blank=True,
                showErrorMessage=True, error=_NOT_ALLOWED(lang),
            )  # fmt: skip
            sheet.add_data_validation(validations[options])
        validations[options].add(f"{letter('value')}{row}")
        lines = texts["meaning"].count("\n") + 1 + len(texts["meaning"]) // 75
        sheet.row_dimensions[row].height = 15 * max(2, lines, len(texts["question"]) // 45 + 1)
    sheet.row_dimensions[FIRST_ROW - 1].height = 32
    sheet.freeze_panes = f"{letter('meaning')}{FIRST_ROW}"
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False
    sheet.print_title_rows = f"{FIRST_ROW - 1}:{FIRST_ROW - 1}"
    _fit_page(sheet)


def _fit_page(sheet: Worksheet) -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _question(content: Content, fact: Fact, lang: Lang) -> str:
    text = f"{fact.question}  {fact.text(lang)}"
    if fact.follows:
        named = " / ".join(content.facts[name].text(lang) for name in fact.follows)
        text += f"\n({_ONLY_WHEN(lang).format(facts=named)})"
    return text


def _front(
    sheet: Worksheet, document: Mapping[str, Any], counts: Sequence[tuple[str, int]], lang: Lang
) -> None:
    _put(sheet, 1, 1, "kompass", bold=True)
    _put(sheet, 2, 1, _HELP(lang))
    values = {**document["municipality"], "date": document["date"]}
    for row, (key, name) in enumerate(HEAD, start=HEAD_ROW):
        _put(sheet, row, 1, name(lang))
        _put(sheet, row, 2, visible(values[key]), open_=True)
    start = HEAD_ROW + len(HEAD) + 1
    for at, head in enumerate((_AREA, _PROGRESS, _OF), start=1):
        _put(sheet, start, at, head(lang), head=True)
    for row, (title, count) in enumerate(counts, start=start + 1):
        last = FIRST_ROW + count - 1
        column, quoted = letter("value"), title.replace("'", "''")
        _put(sheet, row, 1, title)
        # The only formulas in the book: ours, over names of sheets that kompass chose.
        sheet.cell(row, 2).value = f"=COUNTA('{quoted}'!{column}{FIRST_ROW}:{column}{last})"
        sheet.cell(row, 3).value = count
    sheet.row_dimensions[2].height = 45
    sheet.column_dimensions["A"].width = 60
    sheet.column_dimensions["B"].width = 24
    _fit_page(sheet)
    sheet.protection.sheet = True


def _put(
    sheet: Worksheet,
    row: int,
    column: int,
    text: str,
    *,
    bold: bool = False,
    head: bool = False,
    open_: bool = False,
    wrap: bool = True,
) -> None:
    """Write text, and nothing but text: what looks like a formula stays what somebody wrote."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

    cell = sheet.cell(row, column)
    if text:
        cell.value = visible(text)
        cell.data_type = "s"
    cell.number_format = "@"
    cell.border = Border(bottom=Side(style="thin", color="D0D4DA"))
    cell.alignment = Alignment(wrap_text=wrap, vertical="top")
    if head:
        cell.font = Font(name=_FONT, bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor=_HEADER)
    elif bold:
        cell.font = Font(name=_FONT, bold=True, size=14)
    if open_:
        cell.protection = Protection(locked=False)
        cell.fill = PatternFill("solid", fgColor=_OPEN)


def _keep(book: Workbook, document: Mapping[str, Any]) -> None:
    """Write the whole document into a hidden sheet, in pieces that a cell can hold."""
    sheet = book.create_sheet(KEPT)
    rest = {name: it for name, it in document.items() if name != "answers"}
    rows = [("", rest), *document["answers"].items()]
    for row, (fact, value) in enumerate(rows, start=1):
        text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
        pieces = [text[at : at + PIECE] for at in range(0, len(text), PIECE)]
        for at, piece in enumerate((fact, *pieces), start=1):
            cell = sheet.cell(row, at)
            cell.value = piece
            cell.data_type = "s"
    sheet.sheet_state = "veryHidden"


def _stable(book: Workbook, day: str) -> bytes:
    """Return the bytes of a book without the time of day it was written at."""
    written = io.BytesIO()
    book.save(written)

    def undated(name: str, data: bytes) -> bytes:
        if name != "docProps/core.xml":
            return data
        return re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", f"{day}T00:00:00Z".encode(), data)

    return repacked(written.getvalue(), undated)
