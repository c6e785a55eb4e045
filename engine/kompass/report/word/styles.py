"""Styles by name: the ones a file has, and the ones it lacks, which are added."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from docx.document import Document as Word
from docx.oxml.ns import qn

from kompass.report.word.look import STYLES, Style
from kompass.report.word.parts import Piece, parsed, piece

_SHOWY: Final = ("color", "shd", "pBdr", "pageBreakBefore")
"""What a style added to a municipality's template goes without."""


class Styles:
    """The styles of a file.

    Attributes:
        own: Whether the file's look is kompass' own, not a template's.
    """

    def __init__(self, word: Word, own: bool) -> None:
        self.own = own
        self.root: Piece = word.styles.element
        # By name without case: Word writes «heading 1», LibreOffice «Heading 1».
        self.known: dict[tuple[str, str], Piece] = {}
        for it in self.root.findall(qn("w:style")):
            name = it.find(qn("w:name"))
            if name is not None:
                kind = it.get(qn("w:type")) or "paragraph"
                self.known.setdefault((kind, str(name.get(qn("w:val"))).casefold()), it)

    def find(self, name: str) -> Piece | None:
        """Return the style of a name, if the file has it."""
        return self.known.get((_spec(name).kind, name.casefold()))

    def id(self, *names: str) -> str:
        """Return the id of the first of these styles that the file has, or of a new first one."""
        found = next((it for it in map(self.find, names) if it is not None), None)
        if found is None:
            found = self.add(names[0], _spec(names[0]))
        return str(found.get(qn("w:styleId")))

    def add(self, name: str, spec: Style) -> Piece:
        """Add a style to the file, plainly unless the look is kompass' own."""
        # Word itself writes the names of built-in headings and captions in small letters.
        stored = name.lower() if name.startswith(("Heading", "Caption")) else name
        style = piece("w:style", type=spec.kind, styleId=self._free_id(name))
        if spec.custom:
            style.set(qn("w:customStyle"), "1")
        style.append(piece("w:name", val=stored))
        if spec.base:
            base = self.known.get((spec.kind, spec.base.casefold()))
            if base is not None:
                style.append(piece("w:basedOn", val=base.get(qn("w:styleId"))))
        if spec.following and (after := self.find(spec.following)) is not None:
            style.append(piece("w:next", val=after.get(qn("w:styleId"))))
        style.append(piece("w:qFormat"))
        style.extend(dressing(spec))
        if not self.own:
            _undress(style)
        self.root.append(style)
        self.known[(spec.kind, name.casefold())] = style
        return style

    def numbering(self, style_id: str) -> tuple[int, int] | None:
        """Return the numbering that a style gives its paragraphs, and the level there."""
        for style in self._lineage(style_id):
            number = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
            if number is not None:
                level = number.getparent().find(qn("w:ilvl"))
                return int(number.get(qn("w:val"))), int(
                    0 if level is None else level.get(qn("w:val"))
                )
        return None

    def breaks_page(self, style_id: str) -> bool:
        """Return whether paragraphs of a style begin a page."""
        path = f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}"
        return any(it.find(path) is not None for it in self._lineage(style_id))

    def language(self) -> str:
        """Return the language of text that says nothing about its own."""
        defaults = f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}"
        normal = self.known.get(("paragraph", "normal"))
        of_normal = None if normal is None else normal.find(f"{qn('w:rPr')}/{qn('w:lang')}")
        found = self.root.find(defaults) if of_normal is None else of_normal
        return "" if found is None else str(found.get(qn("w:val"), ""))

    def tabs(self, style_id: str) -> list[tuple[str, str]]:
        """Return the tab stops of a style: the side each aligns to, and where it is."""
        for style in self._lineage(style_id):
            stops = style.findall(f"{qn('w:pPr')}/{qn('w:tabs')}/{qn('w:tab')}")
            if stops:
                return [(str(it.get(qn("w:val"))), str(it.get(qn("w:pos")))) for it in stops]
        return []

    def _lineage(self, style_id: str) -> Iterator[Piece]:
        """Yield a style and those it builds on; a circle in a broken template ends."""
        by_id = {it.get(qn("w:styleId")): it for it in self.known.values()}
        current: Any = style_id
        while (style := by_id.pop(current, None)) is not None:
            yield style
            base = style.find(qn("w:basedOn"))
            current = None if base is None else base.get(qn("w:val"))

    def _free_id(self, name: str) -> str:
        wanted = re.sub(r"\s", "", name[:1].upper() + name[1:])
        taken = {it.get(qn("w:styleId")) for it in self.known.values()}
        return next(it for it in (wanted, *(f"{wanted}{n}" for n in range(99))) if it not in taken)


def dressing(spec: Style) -> list[Piece]:
    """Return the elements that hold a style's look."""
    made = [
        parsed(tag, inside)
        for tag, inside in (("w:pPr", spec.paragraph), ("w:rPr", spec.letters))
        if inside
    ]
    return made + list(parsed("w:style", spec.table))


def _spec(name: str) -> Style:
    return STYLES[name]


def _undress(style: Piece) -> None:
    for tag in _SHOWY:
        for it in list(style.iter(qn(f"w:{tag}"))):
            it.getparent().remove(it)
