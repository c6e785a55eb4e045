"""A report as a Word file that somebody will go on writing in: real styles, fields and tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from docx.document import Document as Word
from docx.oxml.ns import qn

from kompass.report.document import Document
from kompass.report.layout import clean
from kompass.report.word.body import Body, Tools
from kompass.report.word.front import bookmarks, write_contents, write_front
from kompass.report.word.inline import Inline
from kompass.report.word.lists import Lists
from kompass.report.word.own import TEXT_WIDTH, new_file, write_footer
from kompass.report.word.parts import Piece, piece
from kompass.report.word.pictures import Pictures
from kompass.report.word.saving import ask_for_update, saved, set_properties
from kompass.report.word.sections import Sections
from kompass.report.word.styles import Styles
from kompass.report.word.template import make_room, open_template, text_width

_IN_FOOTER: Final = 100
"""The most characters of the title that a footer has room for."""


def as_docx(document: Document, template: bytes | None = None) -> bytes:
    """Return a document as a Word file.

    Args:
        document: The report.
        template: A Word file whose styles, headers and pages are kept. The report goes in place
            of its paragraph ``{{innhold}}``, or else of everything in it.

    Raises:
        UsageError: The template or the logo cannot be used.
        KompassError: A chart cannot be drawn.
    """
    lang = document.language
    if template is None:
        word, styles = new_file(lang)
        write_footer(word, styles, clean(document.title, _IN_FOOTER))
        place, width = word.element.body.sectPr, TEXT_WIDTH
    else:
        word = open_template(template)
        styles = Styles(word, own=False)
        place = make_room(word)
        width = text_width(word, place)
    _write(document, word, styles, place, width)
    set_properties(word, document, lang)
    ask_for_update(word)
    return saved(word)


def _write(document: Document, word: Word, styles: Styles, place: Piece, width: int) -> None:
    tools = Tools(
        document=document,
        styles=styles,
        inline=Inline(word, styles),
        lists=Lists(word, styles),
        pictures=Pictures(document, word),
        sections=Sections(word, place, styles.id("Tabelltekst")),
        bookmarks=bookmarks(document),
        first_bookmark=_next_bookmark(word),
    )
    put = _speaking(place.addprevious, styles, document.language)
    write_front(tools, put)
    write_contents(tools, put, width)
    Body(tools, put, width).report(document.blocks)


def _speaking(
    put: Callable[[Piece], object], styles: Styles, lang: str
) -> Callable[[Piece], object]:
    """Return ``put`` for a language that a template may not have."""

    def put_marked(it: Piece) -> None:
        for run in it.iter(qn("w:r")):
            run.get_or_add_rPr().append(piece("w:lang", val=lang))
        put(it)

    return put if styles.language() == lang else put_marked


def _next_bookmark(word: Word) -> int:
    numbers = [int(it.get(qn("w:id"), 0)) for it in word.element.iter(qn("w:bookmarkStart"))]
    return max(numbers, default=0) + 1
