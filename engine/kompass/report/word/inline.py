"""Runs of a document as runs in Word; links only to the web and to e-mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final
from urllib.parse import quote, urlsplit

from docx.document import Document as Word
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from kompass.report.document import Run, Runs
from kompass.report.word.parts import Piece, piece, printable, run, words
from kompass.report.word.styles import Styles

_LINK: Final = re.compile(r"(?i)^(https?://[^/\s]|mailto:[^\s])")
_LONGEST: Final = 2_000
"""Word refuses a file with an address of more than 2083 characters."""


class Inline:
    """Writes runs."""

    def __init__(self, word: Word, styles: Styles) -> None:
        self.part = word.part
        self.styles = styles

    def runs(self, runs: Runs) -> Iterator[Piece]:
        """Yield what stands in a paragraph."""
        for href, group in groupby(runs, key=lambda it: it.href):
            address = _address(href) if href else None
            if address is None:
                yield from map(self._run, group)
                continue
            link = piece("w:hyperlink", *(self._run(it, linked=True) for it in group))
            key = self.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            link.set(qn("r:id"), key)
            yield link

    def _run(self, it: Run, linked: bool = False) -> Piece:
        if it.text == "\n":
            return run(piece("w:br"))
        style = "Hyperlink" if linked else "HTML Code" if it.code else None
        return words(
            it.text,
            piece("w:rStyle", val=self.styles.id(style)) if style else None,
            piece("w:b") if it.strong else None,
            piece("w:i") if it.emphasis else None,
        )


def _address(href: str) -> str | None:
    """Return an address a Word file can hold, or None where the text must stand alone."""
    if not _LINK.match(href):
        return None
    try:
        urlsplit(href)
    except ValueError:
        return None
    address = quote(printable(href).strip(), safe="%/:=&?~#+!$,;'@()*[]")
    return address if len(address) <= _LONGEST else None
