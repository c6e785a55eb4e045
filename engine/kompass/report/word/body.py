"""The blocks of a report, written into a Word file or into one of its cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kompass.model.base import Text
from kompass.report.document import (
    Block,
    Columns,
    Document,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Rule,
    Runs,
    Table,
    Verbatim,
)
from kompass.report.prose import PROSE
from kompass.report.word import tables
from kompass.report.word.inline import Inline
from kompass.report.word.lists import DEEPEST, Lists
from kompass.report.word.parts import Piece, bookmark, field, paragraph, piece, run, words
from kompass.report.word.pictures import Pictures
from kompass.report.word.sections import Sections
from kompass.report.word.styles import Styles

_AFTER_TABLE: Final = 200
"""The room over what follows a table, in twips; a table has none of its own."""
_SIDES: Final = 216
_LEAST_CELL: Final = 567


@dataclass(frozen=True, slots=True)
class Tools:
    """What writing takes, the same for every place in a file.

    Attributes:
        bookmarks: The bookmark of each heading in the table of contents, by the heading's anchor.
        first_bookmark: The number of the first of them.
    """

    document: Document
    styles: Styles
    inline: Inline
    lists: Lists
    pictures: Pictures
    sections: Sections
    bookmarks: Mapping[str, str]
    first_bookmark: int


class Body:
    """Writes blocks in one place, of a width in twips."""

    def __init__(
        self,
        tools: Tools,
        put: Callable[[Piece], object],
        width: int,
        bullets: str = "List Bullet",
    ) -> None:
        self.tools = tools
        self.bullets = bullets
        self.put = put
        self.width = width
        self.styles = tools.styles
        self.after_table = False
        self.new_page = False

    def report(self, blocks: Sequence[Block]) -> None:
        """Write a whole report, from the top of a page."""
        first = blocks[0] if blocks else None
        chapter = isinstance(first, Heading) and first.level == 1
        self.new_page = not (chapter and self.styles.breaks_page(self.styles.id("Heading 1")))
        self.blocks(blocks)
        self.close()

    def blocks(self, blocks: Iterable[Block], depth: int = 0) -> None:
        """Write blocks, ``depth`` lists deep; a paragraph that leads to a list stays with it."""
        for block, following in pairwise((*blocks, None)):
            if isinstance(block, Paragraph) and isinstance(following, ListBlock):
                runs = self.tools.inline.runs(block.runs)
                self._paragraph(self._running(depth), *runs, keep_next=True)
            elif block is not None:
                self.block(block, depth)

    def block(self, block: Block, depth: int) -> None:
        """Write one block."""
        match block:
            case Heading():
                self._heading(block)
            case Paragraph(runs=runs):
                self._paragraph(self._running(depth), *self.tools.inline.runs(runs))
            case ListBlock():
                self._list(block, depth)
            case Quote(blocks=blocks):
                self._quote(blocks, depth)
            case Table():
                self._table(block)
            case Figure():
                self._figure(block)
            case Columns():
                self._columns(block)
            case Verbatim(text=text):
                self._verbatim(text)
            case Rule():
                self._paragraph(self.styles.id("Normal"), ruled=True)

    def close(self) -> None:
        """End the place with a paragraph, which Word wants after a table."""
        if self.after_table:
            self._paragraph(self.styles.id("Tabelltekst"))

    def _paragraph(
        self,
        style: str,
        *inside: Piece,
        number: tuple[int, int] | None = None,
        ruled: bool = False,
        keep_next: bool = False,
    ) -> None:
        self.put(
            paragraph(
                style,
                *inside,
                number=number,
                ruled=ruled,
                keep_next=keep_next,
                break_before=self.new_page,
                before=_AFTER_TABLE if self.after_table else None,
            )
        )
        self.after_table = self.new_page = False

    def _running(self, depth: int) -> str:
        """Return the style of running text, so many lists deep."""
        if not depth:
            return self.styles.id("Normal")
        level = min(depth, DEEPEST)
        return self.styles.id("List Continue" if level == 1 else f"List Continue {level}")

    def _heading(self, heading: Heading) -> None:
        style = self.styles.id(f"Heading {min(heading.level, 4)}")
        inside = list(self.tools.inline.runs(heading.runs))
        names = self.tools.bookmarks
        if name := names.get(heading.anchor):
            number = self.tools.first_bookmark + list(names).index(heading.anchor)
            inside = bookmark(name, number, inside)
        # A heading has its own room over it, also after a table.
        self.after_table = False
        self._paragraph(style, *inside)

    def _list(self, block: ListBlock, depth: int) -> None:
        depth += 1
        level = min(depth, DEEPEST)
        number: tuple[int, int] | None
        if block.start is None:
            style, number = self.tools.lists.bullet(level, self.bullets)
        else:
            style, number = self.tools.lists.numbered(level, block.start)
        for item in block.items:
            first, rest = _first(item)
            self._paragraph(style, *self.tools.inline.runs(first), number=number)
            self.blocks(rest, depth)

    def _quote(self, blocks: Iterable[Block], depth: int) -> None:
        style = self.styles.id("Intense Quote", "Quote")
        for block in blocks:
            if isinstance(block, Paragraph):
                self._paragraph(style, *self.tools.inline.runs(block.runs))
            else:
                self.block(block, depth)

    def _verbatim(self, text: str) -> None:
        inside: list[Piece] = []
        for line in text.splitlines() or [""]:
            inside += [run(piece("w:br"))] if inside else []
            inside.append(words(line.expandtabs(4)))
        self._paragraph(self.styles.id("HTML Preformatted"), *inside)

    def _figure(self, figure: Figure) -> None:
        if not figure.turned:
            self._drawn(figure, self.tools.pictures.chart(figure, self.width))
            return
        self.close()
        width, height = self.tools.sections.begin()
        self.after_table = self.new_page = False
        self._drawn(figure, self.tools.pictures.chart(figure, width, height))
        self.tools.sections.end()

    def _drawn(self, figure: Figure, drawing: Piece) -> None:
        self._paragraph(self.styles.id("Normal"), drawing, keep_next=True)
        self._caption(PROSE["figure"], figure.number, [words(figure.chart.title)])

    def _caption(
        self, label: Text, number: int, inside: Sequence[Piece], *, keep_next: bool = False
    ) -> None:
        before, after = label(self.tools.document.lang).split("{number}")
        counted = field(f"SEQ {before.strip()} \\* ARABIC", str(number))
        text = [words(before), *counted, words(f"{after} "), *inside]
        self._paragraph(self.styles.id("Caption"), *text, keep_next=keep_next)

    def _table(self, table: Table) -> None:
        if table.number is not None:
            caption = list(self.tools.inline.runs(table.caption))
            self._caption(PROSE["table"], table.number, caption, keep_next=True)
        letter = tables.LETTER if self.styles.own else tables.WIDE_LETTER
        widths = tables.widths(table, self.width, letter)
        rows = [self._row(table.head, widths, table.numeric, head=True)]
        rows += [self._row(it, widths, table.numeric) for it in table.rows]
        self._framed(widths, rows, named=True)

    def _framed(self, widths: Sequence[int], rows: Iterable[Piece], *, named: bool) -> None:
        self.close()
        own = self.styles.own or self.styles.find("Kompass tabell") is not None
        style = self.styles.id("Kompass tabell" if own else "Table Grid")
        self.put(tables.frame(style, widths, rows, named=named))
        self.after_table = True

    def _row(
        self,
        cells: Sequence[Runs],
        widths: Sequence[int],
        numeric: Sequence[bool],
        head: bool = False,
    ) -> Piece:
        style = self.styles.id("Tabellhode" if head else "Tabelltekst")
        made = [
            tables.cell(width, paragraph(style, *self.tools.inline.runs(runs), right=right))
            for runs, width, right in zip(cells, widths, numeric, strict=True)
        ]
        return tables.row(made, head=head, whole=head or not tables.is_tall(cells, widths))

    def _columns(self, block: Columns) -> None:
        count = len(block.heads)
        widths = tables.shared(self.width, [0] * count, [1.0] * count)
        head = self._row(block.heads, widths, [False] * count, head=True)
        cells = [self._cell(it, width) for it, width in zip(block.bodies, widths, strict=True)]
        # One row holds it all: it has to be broken between pages.
        self._framed(widths, [head, tables.row(cells, whole=False)], named=False)

    def _cell(self, blocks: Sequence[Block], width: int) -> Piece:
        cell = tables.cell(width)
        inner = Body(self.tools, cell.append, max(width - _SIDES, _LEAST_CELL), "Tabellpunkt")
        inner.blocks(blocks)
        inner.close()
        if not blocks:
            cell.append(paragraph(self.styles.id("Tabelltekst")))
        return cell


def _first(item: Sequence[Block]) -> tuple[Runs, Sequence[Block]]:
    """Return the text that stands beside an item's bullet, and the rest of the item."""
    if item and isinstance(item[0], Paragraph):
        return item[0].runs, item[1:]
    return (), item
