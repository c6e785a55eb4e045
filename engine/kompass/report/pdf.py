"""A report as PDF: tagged, PDF/UA-1 and PDF/A-2a in one, the same bytes every time."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.resources import as_file, files
from typing import Final

import typst

from kompass.errors import KompassError
from kompass.report.document import Document
from kompass.report.fonts import font_folder
from kompass.report.prose import PROSE
from kompass.report.typeset import Typesetter

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
    pdf = compiled(f"{look}\n{body}", values, date)
    return pdf, frozenset(typesetter.replaced)


def compiled(source: str, values: dict[str, str], date: str) -> bytes:
    """Return Typst source as a PDF.

    Raises:
        KompassError: Typst refused.
    """
    when = datetime.fromisoformat(date).replace(tzinfo=UTC)
    with as_file(font_folder()) as fonts:
        try:
            compiler = typst.Compiler(
                root=str(fonts),
                font_paths=[str(fonts)],
                ignore_system_fonts=True,
                sys_inputs=values,
            )
            made = compiler.compile(
                source.encode(), format="pdf", pdf_standards=STANDARDS, timestamp=when
            )
        except typst.TypstError as problem:
            hints = " ".join(problem.hints)
            raise KompassError(
                f"PDF-en kan ikke lages: {problem.message} {hints}".strip()
            ) from None
    assert isinstance(made, bytes)
    return made
