"""A filled-in workbook as answers: only what somebody changed differs from what was written.

The workbook is somebody else's file: it is bounded in size, unpacked with care, and a formula
where an answer should be is a fault with the address of its cell, never a value.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date as Date  # noqa: N812
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from kompass.errors import Fault, InvalidAnswersError, KompassError
from kompass.intake.document import as_answer
from kompass.intake.sheets import (
    COLUMNS,
    DATES,
    FIRST_ROW,
    HEAD,
    HEAD_ROW,
    KEPT,
    MISSING_EXTRA,
    labels,
    letter,
    shown,
)
from kompass.model.base import LANGUAGES, Lang, Text
from kompass.model.content import Content
from kompass.model.framework import DONT_KNOW, Fact

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

MAX_UNPACKED: Final = 60_000_000
"""The most bytes a workbook may unpack to; a full one takes 3,000,000."""
MAX_PARTS: Final = 300
MAX_ROWS: Final = 5_000
MAX_COLUMNS: Final = 300
"""A cell far out makes a sheet as large as its place, and costs time and memory to walk."""

_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_NOT_OURS: Final = Text(
    nb="er ikke et skjema fra kompass. Lag et med kompass new -o skjema.xlsx.",
    nn="er ikkje eit skjema frå kompass. Lag eit med kompass new -o skjema.xlsx.",
)
_TOO_LARGE: Final = Text(
    nb="er for stor til å være et skjema.", nn="er for stor til å vere eit skjema."
)
_FORMULA: Final = Text(
    nb="cellen inneholder en formel. Skriv svaret som tekst.",
    nn="cella inneheld ein formel. Skriv svaret som tekst.",
)


@dataclass(frozen=True)
class Filled:
    """What a workbook holds.

    Attributes:
        data: The answers, as the bytes of a JSON document.
        places: The cell that each line of the document comes from.
    """

    data: bytes
    places: Mapping[int, str]

    def at_cells(self, fault: Fault) -> Fault:
        """Return a fault that names a cell instead of a line."""
        place = self.places.get(fault.line)
        named = f"{fault.file} [{place}]" if place else fault.file
        return replace(fault, file=named, line=0)


def read_workbook(data: bytes, name: str, content: Content, lang: Lang) -> Filled:
    """Read a workbook that `kompass.intake.workbook_writer` wrote and somebody filled in.

    Raises:
        InvalidAnswersError: A cell holds a formula; all such cells are named.
        KompassError: The extra for Excel is not installed.
    """
    book = _open(data, name, lang)
    if KEPT not in book.sheetnames:
        raise InvalidAnswersError([Fault(name, 0, _NOT_OURS(lang))])
    if any(it.max_row > MAX_ROWS or it.max_column > MAX_COLUMNS for it in book.worksheets):
        raise InvalidAnswersError([Fault(name, 0, _TOO_LARGE(lang))])
    document = _kept(book[KEPT], name, lang)
    cells: dict[tuple[str, str], str] = {}
    faults: list[Fault] = []
    for sheet in book.worksheets:
        if sheet.title == KEPT:
            continue
        if sheet is book.worksheets[0]:
            _read_head(sheet, document, cells, faults)
        else:
            _read_area(sheet, document, content, cells, faults)
    if faults:
        raise InvalidAnswersError(Fault(f"{name} [{it.file}]", 0, _FORMULA(lang)) for it in faults)
    text = json.dumps(document, ensure_ascii=False, indent=1)
    return Filled(text.encode("utf-8", "surrogatepass"), dict(_places(text, cells)))


def _open(data: bytes, name: str, lang: Lang) -> Workbook:
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise KompassError(MISSING_EXTRA(lang)) from None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            if len(parts) > MAX_PARTS or sum(it.file_size for it in parts) > MAX_UNPACKED:
                raise InvalidAnswersError([Fault(name, 0, _TOO_LARGE(lang))])
        return load_workbook(io.BytesIO(data), keep_links=False)
    except KompassError:
        raise
    except Exception as problem:
        # Whatever is wrong inside a foreign file, it is not a workbook of ours.
        raise InvalidAnswersError([Fault(name, 0, _NOT_OURS(lang))]) from problem


def _kept(sheet: Worksheet, name: str, lang: Lang) -> dict[str, Any]:
    rows: dict[str, Any] = {}
    try:
        for fact, *pieces in sheet.iter_rows(values_only=True):
            text = "".join(str(it) for it in pieces if it is not None)
            if text:
                rows[str(fact or "")] = json.loads(text)
        document: dict[str, Any] = dict(rows.pop(""))
    except (KeyError, TypeError, ValueError) as problem:
        raise InvalidAnswersError([Fault(name, 0, _NOT_OURS(lang))]) from problem
    return document | {"answers": rows}


def _read_head(
    sheet: Worksheet,
    document: dict[str, Any],
    cells: dict[tuple[str, str], str],
    faults: list[Fault],
) -> None:
    for row, (key, _) in enumerate(HEAD, start=HEAD_ROW):
        text = _text(sheet, f"B{row}", key in DATES, faults)
        owner = document if key == "date" else document["municipality"]
        if text and text != str(owner.get(key)):
            owner[key] = text
        cells["", key] = f"{sheet.title}!B{row}"


def _read_area(
    sheet: Worksheet,
    document: dict[str, Any],
    content: Content,
    cells: dict[tuple[str, str], str],
    faults: list[Fault],
) -> None:
    for row in range(FIRST_ROW, sheet.max_row + 1):
        fact = content.facts.get(str(sheet[f"{letter('id')}{row}"].value or "").strip())
        if fact is None:
            continue
        given = document["answers"].get(fact.id)
        answer = as_answer(given if given is not None else DONT_KNOW)
        spoken = [labels(content, fact, lang) for lang in LANGUAGES]
        changes: dict[str, str] = {}
        for column in COLUMNS:
            if column.open:
                address = f"{letter(column.key)}{row}"
                cells[fact.id, column.key] = f"{sheet.title}!{address}"
                text = _text(sheet, address, column.key in DATES, faults)
                if all(text != _plain(shown(answer, column, words)) for words in spoken):
                    changes[column.key] = text
        if changes:
            document["answers"][fact.id] = _changed(answer, changes, spoken, content, fact)


def _text(sheet: Worksheet, address: str, day: bool, faults: list[Fault]) -> str:
    """Return what a cell says; a formula is a fault and says nothing."""
    cell = sheet[address]
    value = cell.value
    if cell.data_type == "f":
        faults.append(Fault(f"{sheet.title}!{address}", 0, ""))
        return ""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, Date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = _plain(str(value))
    if day and (match := _DAY.fullmatch(text)):
        return f"{match[3]}-{int(match[2]):02d}-{int(match[1]):02d}"
    return text


def _plain(text: str) -> str:
    """Return text as it survives in a cell: XML knows one kind of line break."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _changed(
    answer: dict[str, Any],
    changes: Mapping[str, str],
    spoken: Sequence[Mapping[str, str]],
    content: Content,
    fact: Fact,
) -> dict[str, Any]:
    """Return an answer as the cells that differ say it."""
    evidence = [dict(it) for it in answer.get("evidence", ())]
    first = evidence.pop(0) if evidence else {}
    for column in COLUMNS:
        if column.key not in changes:
            continue
        text = changes[column.key]
        if column.key == "value":
            answer["value"] = _value(text, spoken, content, fact)
        else:
            _set(first if column.evidence else answer, column.key, text)
    if set(first) - {"kind"}:
        evidence.insert(0, {"kind": "document"} | first)
    if evidence:
        answer["evidence"] = evidence
    else:
        answer.pop("evidence", None)
    return answer


def _value(
    text: str, spoken: Sequence[Mapping[str, str]], content: Content, fact: Fact
) -> str | int:
    """Return the value that a word stands for in any language; an empty cell is unknown."""
    if not text:
        return DONT_KNOW
    by_word = {label.casefold(): value for words in spoken for value, label in words.items()}
    value = by_word.get(text.casefold(), text)
    whole = content.answer_set(fact.id).integer and re.fullmatch(r"\d{1,3}", value)
    return int(value) if whole else value


def _set(owner: dict[str, Any], key: str, text: str) -> None:
    if text:
        owner[key] = text
    else:
        owner.pop(key, None)


def _places(text: str, cells: Mapping[tuple[str, str], str]) -> Iterator[tuple[int, str]]:
    """Yield the cell behind each line of the document, as `json.dumps` lays it out."""
    fact, key, inside = "", "value", False
    for number, line in enumerate(text.split("\n"), start=1):
        depth = len(line) - len(line.lstrip(" "))
        named = re.match(r' *"([^"]+)":', line)
        if depth == 1 and named:
            inside, fact, key = named[1] == "answers", "", named[1]
        elif inside and depth == 2 and named:
            fact, key = named[1], "value"
        elif (named and depth > 2) or (named and not inside):
            key = named[1]
        place = cells.get((fact, key)) or cells.get((fact, "value"))
        if place:
            yield number, place
