"""What stands before the first chapter: the front page and the table of contents."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from docx.oxml.ns import qn

from kompass.report.document import Document, Heading, plain
from kompass.report.prose import PROSE
from kompass.report.word.body import Tools
from kompass.report.word.parts import (
    MM,
    Piece,
    field,
    mark,
    opening,
    paragraph,
    piece,
    run,
    words,
)

CONTENTS_DEPTH: Final = 2
_OVER_TITLE: Final = round(45 * MM)


def bookmarks(document: Document) -> Mapping[str, str]:
    """Return a bookmark for every heading in the table of contents, by its anchor."""
    listed = document.headings(CONTENTS_DEPTH)
    # Nine digits as Word's own have, so that Word replaces them when it makes the table anew.
    return {it.anchor: f"_Toc{900_000_000 + at}" for at, it in enumerate(listed, start=1)}


def write_front(tools: Tools, put: Callable[[Piece], object]) -> None:
    """Write the front page: the title high on the page, the notice at its foot."""
    document, styles = tools.document, tools.styles
    over = _OVER_TITLE if styles.own else None
    if document.logo:
        put(paragraph(styles.id("Normal"), tools.pictures.logo(document.logo), before=over))
        over = round(12 * MM) if styles.own else None
    put(paragraph(styles.id("Title"), words(document.title), before=over))
    if document.subtitle:
        put(paragraph(styles.id("Subtitle"), words(document.subtitle)))
    if document.notice:
        notice = paragraph(styles.id("Forbehold"), words(document.notice))
        put(_at_foot(notice) if styles.own else notice)
        if styles.own:
            # What is placed on a page belongs to the page of the paragraph after it.
            put(paragraph(styles.id("Forbehold")))


def write_contents(tools: Tools, put: Callable[[Piece], object], width: int) -> None:
    """Write a table of contents that reads well before Word has worked out its page numbers."""
    headings = list(tools.document.headings(CONTENTS_DEPTH))
    if not headings:
        return
    styles = tools.styles
    title = words(PROSE["contents"](tools.document.lang))
    inside = [paragraph(styles.id("TOC Heading"), title, break_before=not styles.own)]
    entries = [_entry(tools, it, width) for it in headings]
    entries[0][1:1] = opening(f'TOC \\o "1-{CONTENTS_DEPTH}" \\h \\z \\u')
    entries[-1].append(mark("end"))
    gallery = piece("w:docPartGallery", val="Table of Contents")
    kind = piece("w:docPartObj", gallery, piece("w:docPartUnique"))
    content = piece("w:sdtContent", *inside, *entries)
    put(piece("w:sdt", piece("w:sdtPr", kind), content))


def _entry(tools: Tools, heading: Heading, width: int) -> Piece:
    """Return one line: a link to the heading, and room for its page."""
    style = tools.styles.id(f"toc {heading.level}")
    name = tools.bookmarks[heading.anchor]
    link = piece(
        "w:hyperlink",
        words(plain(heading.runs)),
        run(piece("w:tab")),
        *field(f"PAGEREF {name} \\h", ""),
        anchor=name,
        history=1,
    )
    return paragraph(style, link, tabs=_bare_tabs(tools, style, width))


def _bare_tabs(tools: Tools, style: str, width: int) -> Piece:
    """Return a style's tab stops without the dots, which would lead to a number not yet there."""
    stops = tools.styles.tabs(style) or [("right", str(width))]
    return piece("w:tabs", *(piece("w:tab", val=side, leader="none", pos=at) for side, at in stops))


def _at_foot(made: Piece) -> Piece:
    """Return a paragraph placed at the foot of its page."""
    place = piece(
        "w:framePr",
        w=round(150 * MM), wrap="notBeside",
        hAnchor="margin", vAnchor="margin", xAlign="left", yAlign="bottom",
    )  # fmt: skip
    made.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").addnext(place)
    return made
