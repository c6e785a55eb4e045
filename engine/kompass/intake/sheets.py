"""How answers lie in a workbook: what the writer writes and the reader reads.

One row is one fact, found again by its id and never by its place. The rows show what people
change; the whole document lies in a hidden sheet, so that nothing is lost on the way and back.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any, Final

from kompass.model.base import Lang, Text
from kompass.model.content import Content
from kompass.model.framework import DONT_KNOW, NOT_RELEVANT, Fact

KEPT: Final = "_kompass"
"""The hidden sheet: the document without its answers, then one fact a row."""
FRONT: Final = Text(nb="Oversikt", nn="Oversyn")
FIRST_ROW: Final = 3
"""The first row of facts in a sheet of an area; the title and the heads stand above."""
PIECE: Final = 30_000
"""Most characters in a cell of the hidden sheet; a spreadsheet holds 32,767."""
SIGNATURE: Final = b"PK\x03\x04"

MISSING_EXTRA: Final = Text(
    nb="Excel trenger tillegget excel: pip install 'kompass-egenvurdering[excel]'.",
    nn="Excel treng tillegget excel: pip install 'kompass-egenvurdering[excel]'.",
)

_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Column:
    """A column of an area's sheet.

    Attributes:
        key: What it holds: a key of the answer, or of its first evidence.
        evidence: Whether the key is one of the evidence.
        open: Whether people write in it.
    """

    key: str
    head: Text
    width: int
    evidence: bool = False
    open: bool = True


COLUMNS: Final = (
    Column("question", Text(nb="Spørsmål", nn="Spørsmål"), 48, open=False),
    Column("meaning", Text(nb="Hva svarene betyr", nn="Kva svara tyder"), 70, open=False),
    Column("value", Text(nb="Svar", nn="Svar"), 15),
    Column("title", Text(nb="Dokument", nn="Dokument"), 30, evidence=True),
    Column("date", Text(nb="Dato", nn="Dato"), 12, evidence=True),
    Column("url", Text(nb="Lenke", nn="Lenkje"), 24, evidence=True),
    Column("locator", Text(nb="Sted i dokumentet", nn="Stad i dokumentet"), 18, evidence=True),
    Column("note", Text(nb="Notat", nn="Notat"), 36),
    Column("due", Text(nb="Frist for det planlagte", nn="Frist for det planlagde"), 14),
    Column("reason", Text(nb="Grunn til ikke aktuelt", nn="Grunn til ikkje aktuelt"), 24),
    Column("ask", Text(nb="Spør gjerne", nn="Spør gjerne"), 26, open=False),
    Column("id", Text(nb="Id", nn="Id"), 40, open=False),
)
_LETTERS: Final = {it.key: letter for it, letter in zip(COLUMNS, ascii_uppercase, strict=False)}
DATES: Final = frozenset({"date", "due"})
HEAD: Final = (
    ("number", Text(nb="Kommunenummer", nn="Kommunenummer")),
    ("name", Text(nb="Kommune", nn="Kommune")),
    ("date", Text(nb="Svarene gjelder", nn="Svara gjeld")),
)
"""What can be changed on the front sheet, from its third row down, in the second column."""
HEAD_ROW: Final = 3
_SPECIAL: Final[Mapping[str, Text]] = {
    DONT_KNOW: Text(nb="vet ikke", nn="veit ikkje"),
    NOT_RELEVANT: Text(nb="ikke aktuelt", nn="ikkje aktuelt"),
}


def letter(key: str) -> str:
    """Return the letter of a column."""
    return _LETTERS[key]


def visible(text: object) -> str:
    """Return text as a cell can hold it: without control characters, within its length."""
    return _ILLEGAL.sub("", str(text))[:PIECE]


def labels(content: Content, fact: Fact, lang: Lang) -> dict[str, str]:
    """Return the words for each value that a fact may have, best first."""
    answer_set = content.answer_set(fact.id)
    words = {
        value: answer_set.labels[value](lang) if value in answer_set.labels else value
        for value in answer_set.values
    }
    words[DONT_KNOW] = _SPECIAL[DONT_KNOW](lang)
    if fact.not_relevant is not None:
        words[NOT_RELEVANT] = _SPECIAL[NOT_RELEVANT](lang)
    return words


def shown(answer: Mapping[str, Any], column: Column, words: Mapping[str, str]) -> str:
    """Return what a cell shows of an answer; an unknown answer is an empty cell."""
    source: Any = answer
    if column.evidence:
        evidence = answer.get("evidence") or [{}]
        source = evidence[0]
    value = source.get(column.key)
    if value is None or (column.key == "value" and value == DONT_KNOW):
        return ""
    return visible(words.get(str(value), value) if column.key == "value" else value)
