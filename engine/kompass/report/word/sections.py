"""Pages on their side, in the middle of a file whose pages are upright."""

from __future__ import annotations

from copy import deepcopy
from typing import Final

from docx.document import Document as Word
from docx.oxml.ns import qn

from kompass.report.word.parts import MM, Piece, paragraph, piece
from kompass.report.word.template import page_of, section_at

_SIDE: Final = round(15 * MM)
"""The most that is left free around what stands on a page on its side."""
_CAPTION: Final = round(14 * MM)
"""What a caption takes under a picture."""
_LEAST: Final = round(60 * MM)


class Sections:
    """Turns pages where a report is written.

    Args:
        word: The file.
        place: The element the report goes in front of.
        style: The id of the style of a paragraph with nothing in it.
    """

    def __init__(self, word: Word, place: Piece, style: str) -> None:
        self._place = place
        self._section = section_at(word, place)
        self._style = style

    def begin(self) -> tuple[int, int]:
        """End the upright pages here; return the room for a picture on its side, in twips."""
        self._end(deepcopy(self._section))
        # The pages that follow are not the first of the section any longer.
        for tag in ("w:titlePg", "w:type", "w:pgNumType"):
            for it in self._section.findall(qn(tag)):
                self._section.remove(it)
        self._turned = self._on_its_side()
        size, margins = page_of(self._turned), self._turned.find(qn("w:pgMar"))
        wide = size[0] - sum(_margin(margins, it) for it in ("left", "right", "gutter"))
        high = size[1] - sum(_margin(margins, it) for it in ("top", "bottom"))
        return max(wide, _LEAST), max(high - _CAPTION, _LEAST)

    def end(self) -> None:
        """End the pages on their side here; what follows is upright again."""
        self._end(self._turned)

    def _on_its_side(self) -> Piece:
        turned = deepcopy(self._section)
        wide, high = sorted(page_of(turned), reverse=True)
        for tag in ("w:pgSz", "w:cols"):
            for it in turned.findall(qn(tag)):
                turned.remove(it)
        margins = turned.find(qn("w:pgMar"))
        size = piece("w:pgSz", w=wide, h=high, orient="landscape")
        if margins is None:
            turned.append(size)
            return turned
        margins.addprevious(size)
        headed = turned.find(qn("w:headerReference")) is not None
        for it in ("left", "right") if headed else ("left", "right", "top"):
            margins.set(qn(f"w:{it}"), str(min(_margin(margins, it), _SIDE)))
        return turned

    def _end(self, section: Piece) -> None:
        """End a section with the last paragraph that is written, or with one that is empty."""
        last = self._place.getprevious()
        if (
            last is None
            or last.tag != qn("w:p")
            or next(last.iter(qn("w:sectPr")), None) is not None
        ):
            last = paragraph(self._style)
            self._place.addprevious(last)
        last.get_or_add_pPr().append(section)


def _margin(margins: Piece | None, side: str) -> int:
    """Return a margin; one that is negative keeps headers out of the text, and counts as it is."""
    return abs(int(margins.get(qn(f"w:{side}"), 0))) if margins is not None else 0
