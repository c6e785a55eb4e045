"""A report as PDF: tagged, PDF/UA-1 and PDF/A-2a in one, the same bytes every time."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.resources import files
from typing import Final

import typst

from kompass.report.document import Document
from kompass.report.prose import PROSE
from kompass.report.typeset import Typesetter
from kompass.report.typesetting import compiled

STANDARDS: Final[list[typst.PDFStandard]] = ["ua-1", "a-2a"]
_UNDATED: Final = "2000-01-01"
"""The file's day where a document has no date: never the clock's."""


def as_pdf(document: Document) -> tuple[bytes, frozenset[str]]:
    """Return a document as PDF, and the characters that the font did not have.

    Raises:
        KompassError: Typst refused; its own words are in the message.
    """
    typesetter = Typesetter(document)
    body = typesetter.write()
    look = files("kompass.report").joinpath("templates").joinpath("report.typ").read_text("utf-8")
    date = document.date or _UNDATED
    values = {
        # A title of characters that do not show is none, and PDF/UA needs one.
        "title": typesetter.text(document.title).strip() or "kompass",
        "subtitle": typesetter.text(document.subtitle),
        "author": typesetter.text(document.author),
        "notice": typesetter.text(document.notice),
        "date": date,
        "lang": document.lang,
        "contents": PROSE["contents"](document.lang),
    }
    pdf = compiled(
        f"{look}\n{body}",
        values,
        "PDF-en kan ikke lages",
        format="pdf",
        pdf_standards=STANDARDS,
        timestamp=datetime.fromisoformat(date).replace(tzinfo=UTC),
    )
    return pdf, frozenset(typesetter.replaced)
