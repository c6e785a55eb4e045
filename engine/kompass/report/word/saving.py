"""The properties of a Word file, and its bytes: the same every time."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Final

from docx.document import Document as Word
from docx.oxml.ns import qn

from kompass.packing import repacked
from kompass.report.document import Document
from kompass.report.layout import clean
from kompass.report.word.parts import piece, printable

_LONGEST: Final = 255
"""The most characters a property may have."""
_EPOCH: Final = "2000-01-01"
"""The file's date where a document has none: never the clock's."""
_AFTER_UPDATE: Final = (
    "w:hdrShapeDefaults", "w:footnotePr", "w:endnotePr", "w:compat", "w:docVars", "w:rsids",
    "m:mathPr", "w:attachedSchema", "w:themeFontLang", "w:clrSchemeMapping",
    "w:doNotIncludeSubdocsInStats", "w:shapeDefaults", "w:decimalSymbol", "w:listSeparator",
)  # fmt: skip


def set_properties(word: Word, document: Document, lang: str) -> None:
    """Write what the file is called, whose it is, and the day it describes."""
    day = datetime.fromisoformat(document.date or _EPOCH).replace(tzinfo=UTC)
    properties = word.core_properties
    properties.title = _short(document.title)
    properties.subject = _short(document.subtitle)
    properties.comments = _short(document.notice)
    properties.author = properties.last_modified_by = _short(document.author)
    properties.language = lang
    # python-docx wants a time without a zone, and writes it as UTC.
    properties.created = properties.modified = day.replace(tzinfo=None)
    properties.revision = 1


def ask_for_update(word: Word) -> None:
    """Have Word work out the page numbers when it opens the file."""
    settings = word.settings.element
    if settings.find(qn("w:updateFields")) is None:
        known = {qn(it) for it in _AFTER_UPDATE if it.startswith("w:")}
        after = next((it for it in settings if it.tag in known), None)
        made = piece("w:updateFields", val="true")
        if after is None:
            settings.append(made)
        else:
            after.addprevious(made)


def saved(word: Word) -> bytes:
    """Return a file's bytes, without the time of day it was written at."""
    written = io.BytesIO()
    word.save(written)
    return repacked(written.getvalue())


def _short(text: str) -> str:
    return clean(printable(text), _LONGEST)
