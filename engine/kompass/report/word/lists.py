"""Lists: bullets and numbers by style; every numbered list counts from its own start."""

from __future__ import annotations

from typing import Any, Final

from docx.document import Document as Word
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.parts.numbering import NumberingPart

from kompass.report.word.parts import Piece, parsed, piece
from kompass.report.word.styles import Styles

DEEPEST: Final = 3
_MOST: Final = 32_767
"""The largest number Word counts to in a list."""
_BULLETS: Final = ("•", "–", "•")


class Lists:
    """Gives the items of lists their style and number."""

    def __init__(self, word: Word, styles: Styles) -> None:
        self.word = word
        self.styles = styles
        self._bullets: int | None = None
        self._numbers: int | None = None

    def bullet(self, depth: int, outermost: str) -> tuple[str, tuple[int, int] | None]:
        """Return the style of a bullet, and a numbering where the style draws none.

        Args:
            depth: How many lists it is inside, itself among them.
            outermost: The style of bullets that are inside no other list.
        """
        style = self.styles.id(outermost if depth == 1 else f"List Bullet {depth}")
        if self.styles.numbering(style):
            return style, None
        if self._bullets is None:
            self._bullets = self._num(self._abstract("bullet"))
        return style, (self._bullets, depth - 1)

    def numbered(self, depth: int, start: int) -> tuple[str, tuple[int, int]]:
        """Return the style of a new list's items, and a numbering that begins at ``start``."""
        style = self.styles.id("List Number" if depth == 1 else f"List Number {depth}")
        abstract, level = self._abstract_of(style)
        if abstract is None:
            if self._numbers is None:
                self._numbers = self._abstract("decimal")
            abstract, level = self._numbers, depth - 1
        number = self._num(abstract, level, max(0, min(start, _MOST)))
        return style, (number, level)

    @property
    def _root(self) -> Piece:
        part: Any
        try:
            part = self.word.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
        except KeyError:
            # A file without a list has no such part, and python-docx makes none.
            part = NumberingPart(
                PackURI("/word/numbering.xml"),
                CONTENT_TYPE.WML_NUMBERING,
                parse_xml(f"<w:numbering {nsdecls('w')}/>"),
                self.word.part.package,
            )
            self.word.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
        return part.element

    def _abstract_of(self, style: str) -> tuple[int | None, int]:
        """Return the definition that a style's numbers follow, if it has any."""
        number = self.styles.numbering(style)
        for num in self._root.findall(qn("w:num")) if number else ():
            if number and num.get(qn("w:numId")) == str(number[0]):
                return int(num.find(qn("w:abstractNumId")).get(qn("w:val"))), number[1]
        return None, 0

    def _abstract(self, form: str) -> int:
        """Add a definition of our own: bullets or numbers, on every depth."""
        root = self._root
        used = [int(it.get(qn("w:abstractNumId"))) for it in root.findall(qn("w:abstractNum"))]
        number = max(used, default=-1) + 1
        levels = piece("w:multiLevelType", val="multilevel")
        made = piece("w:abstractNum", levels, abstractNumId=number)
        for level in range(DEEPEST):
            text = _BULLETS[level] if form == "bullet" else f"%{level + 1}."
            inside = (
                f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
                f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{360 * (level + 1)}"'
                ' w:hanging="360"/></w:pPr>'
            )
            one: Any = parsed("w:lvl", inside)
            one.set(qn("w:ilvl"), str(level))
            made.append(one)
        # The schema has all definitions before the first list.
        first = root.find(qn("w:num"))
        if first is None:
            root.append(made)
        else:
            first.addprevious(made)
        return number

    def _num(self, abstract: int, level: int = 0, start: int | None = None) -> int:
        root = self._root
        lists = root.findall(qn("w:num"))
        number = max((int(it.get(qn("w:numId"))) for it in lists), default=0) + 1
        made = piece("w:num", piece("w:abstractNumId", val=abstract), numId=number)
        if start is not None:
            override = piece("w:startOverride", val=start)
            made.append(piece("w:lvlOverride", override, ilvl=level))
        if lists:
            lists[-1].addnext(made)
        else:
            root.append(made)
        return number
