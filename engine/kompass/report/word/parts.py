"""Pieces of WordprocessingML. Text goes in as text only, so none of it can be markup or a field."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml

Piece = Any
"""An XML element; lxml comes without types."""

MM: Final = 1440 / 25.4
"""Twips, twentieths of a point, in a millimetre."""
EMU: Final = 635
"""Units of drawings in a twip."""

# What XML cannot hold, and the marks that turn the direction of all that follows them.
_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    "|[\u202a-\u202e\u2066-\u2069\ufeff]"
)


def printable(text: str) -> str:
    """Return a text with only what a Word file can hold, on one line."""
    return re.sub(r"[\t\n\r\x85\u2028\u2029]", " ", _UNPRINTABLE.sub("", text))


def piece(tag: str, *inside: Piece | None, **attributes: str | int) -> Piece:
    """Return a new element; attributes are in the namespace of Word."""
    made: Piece = OxmlElement(tag, {qn(f"w:{name}"): str(it) for name, it in attributes.items()})
    made.extend([it for it in inside if it is not None])
    return made


def parsed(tag: str, inside: str) -> Piece:
    """Return an element around XML that kompass itself has written."""
    return parse_xml(f"<{tag} {nsdecls('w')}>{inside}</{tag}>")


def words(text: str, *look: Piece | None) -> Piece:
    """Return a run of text.

    Args:
        text: What it says.
        look: Its properties, in the order the schema has them.
    """
    letters = piece("w:t")
    letters.set(qn("xml:space"), "preserve")
    letters.text = printable(text)
    return run(letters, *look)


def run(inside: Piece, *look: Piece | None) -> Piece:
    """Return a run around one thing."""
    given = [it for it in look if it is not None]
    return piece("w:r", piece("w:rPr", *given) if given else None, inside)


def mark(kind: str) -> Piece:
    """Return a field's ``begin``, ``separate`` or ``end``."""
    return run(piece("w:fldChar", fldCharType=kind))


def opening(instruction: str) -> list[Piece]:
    """Return the runs of a field up to what it shows. The instruction is never anyone's text."""
    code = piece("w:instrText")
    code.set(qn("xml:space"), "preserve")
    code.text = f" {instruction} "
    return [mark("begin"), run(code), mark("separate")]


def field(instruction: str, shown: str) -> list[Piece]:
    """Return the runs of a field, with what it shows until Word works it out anew."""
    return [*opening(instruction), *([words(shown)] if shown else []), mark("end")]


def bookmark(name: str, number: int, inside: Iterable[Piece]) -> list[Piece]:
    """Return content with a bookmark around it."""
    return [
        piece("w:bookmarkStart", id=number, name=name),
        *inside,
        piece("w:bookmarkEnd", id=number),
    ]


def paragraph(
    style: str,
    *inside: Piece,
    keep_next: bool = False,
    break_before: bool = False,
    number: tuple[int, int] | None = None,
    ruled: bool = False,
    tabs: Piece | None = None,
    before: int | None = None,
    right: bool = False,
) -> Piece:
    """Return a paragraph; its properties stand in the order the schema has them.

    Args:
        style: The id of its style.
        inside: Its runs.
        keep_next: Whether it stays on the page of the next paragraph.
        break_before: Whether it begins a page.
        number: The numbering it belongs to, and its level there.
        ruled: Whether it is a line across the page.
        tabs: Its own tab stops.
        before: The room over it, in twips, instead of the style's.
        right: Whether it is set to the right.
    """
    properties = piece(
        "w:pPr",
        piece("w:pStyle", val=style),
        piece("w:keepNext") if keep_next else None,
        piece("w:pageBreakBefore") if break_before else None,
        _numbered(*number) if number else None,
        _line() if ruled else None,
        tabs,
        None if before is None else piece("w:spacing", before=before),
        piece("w:jc", val="right") if right else None,
    )
    return piece("w:p", properties, *inside)


def _numbered(number: int, level: int) -> Piece:
    return piece("w:numPr", piece("w:ilvl", val=level), piece("w:numId", val=number))


def _line() -> Piece:
    return piece("w:pBdr", piece("w:bottom", val="single", sz=4, space=1, color="B8C2CE"))
