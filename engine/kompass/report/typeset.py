"""A document as Typst markup. All text stands in string literals, so none of it can be markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import sqrt
from typing import Final

from kompass.report.charts import draw
from kompass.report.document import (
    Block,
    Columns,
    Document,
    Figure,
    Heading,
    ListBlock,
    Logo,
    Paragraph,
    Quote,
    Rule,
    Run,
    Runs,
    Table,
    Verbatim,
    plain,
)
from kompass.report.fonts import covered

MISSING: Final = "▢"
"""What stands for a character the font does not have."""
_NARROW: Final = 14
"""Columns with at most so many characters keep their own width; the others share what is left."""
_WIDEST: Final = 600
_JOINED: Final = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\u00ad]")


class Typesetter:
    """Writes a document as Typst.

    Attributes:
        replaced: Characters the font does not have, which another now stands for.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.replaced: set[str] = set()

    def write(self) -> str:
        """Return the document's body; the look of it is set elsewhere."""
        front = [f"#front({self.logo(self.document.logo)})", "#contents()"]
        return "\n\n".join([*front, self.blocks(self.document.blocks)])

    def text(self, text: str) -> str:
        """Return a text with only characters the font has."""
        return in_font(text, self.replaced)

    def literal(self, text: str) -> str:
        """Return a text as a Typst string literal."""
        return _quoted(self.text(text))

    def logo(self, logo: Logo | None) -> str:
        if logo is None:
            return "none"
        data = ", ".join(str(it) for it in logo.data)
        alt = self.literal(logo.alt)
        return f'image(bytes(({data},)), format: "{logo.format}", height: 25mm, alt: {alt})'

    def block(self, block: Block) -> str:
        match block:
            case Heading(level=level, runs=runs):
                return f"#heading(level: {level})[{self.inline(runs)}]"
            case Paragraph(runs=runs):
                return self.inline(runs)
            case ListBlock(items=items, start=None):
                return f"#list({', '.join(f'[{self.blocks(it)}]' for it in items)})"
            case ListBlock(items=items, start=start):
                parts = ", ".join(f"[{self.blocks(it)}]" for it in items)
                return f"#enum(start: {start}, {parts})"
            case Quote(blocks=blocks):
                return f"#quote(block: true)[{self.blocks(blocks)}]"
            case Table():
                return self.table(block)
            case Figure():
                return self.figure(block)
            case Columns():
                return self.columns(block)
            case Verbatim(text=text):
                return f"#raw({self.literal(text)}, block: true)"
            case Rule():
                return "#line(length: 100%, stroke: 0.5pt + line-grey)"

    def blocks(self, blocks: Iterable[Block]) -> str:
        return "\n\n".join(self._written(tuple(blocks)))

    def _written(self, blocks: Sequence[Block]) -> Iterator[str]:
        """Yield blocks as written; a paragraph that leads to a list stays on its page."""
        for block, following in pairwise((*blocks, None)):
            if isinstance(block, Paragraph) and isinstance(following, ListBlock):
                yield f"#lead[{self.inline(block.runs)}]"
            elif block is not None:
                yield self.block(block)

    def inline(self, runs: Runs) -> str:
        return "".join(self.run(it) for it in runs)

    def run(self, run: Run) -> str:
        if run.text == "\n":
            return "#linebreak()"
        text = f"#{self.literal(run.text)};"
        if run.code:
            text = f"#raw({self.literal(run.text)});"
        if run.emphasis:
            text = f"#emph[{text}]"
        if run.strong:
            text = f"#strong[{text}]"
        if run.href and not run.href.startswith("#"):
            text = f"#link({_quoted(run.href)})[{text}]"
        return text

    def figure(self, figure: Figure) -> str:
        chart = figure.chart
        drawing = _quoted(self.text(draw(chart, self.document.lang, f"f{figure.number}")))
        alt = self.literal(chart.alt)
        fit = 'width: 100%, height: 100%, fit: "contain"' if figure.turned else "width: 100%"
        image = f'image(bytes({drawing}), format: "svg", {fit}, alt: {alt})'
        if figure.turned:
            image = f"block(height: 1fr, {image})"
        made = f"figure({image}, alt: {alt}, caption: [#{self.literal(chart.title)};])"
        return f"#turned({made})" if figure.turned else f"#{made}"

    def table(self, table: Table) -> str:
        sides = ", ".join("right" if it else "left" for it in table.numeric)
        head = ", ".join(f"[{self.inline(it)}]" for it in table.head)
        rows = ",\n".join(", ".join(f"[{self.inline(cell)}]" for cell in row) for row in table.rows)
        made = (
            f"table(columns: ({', '.join(_widths(table))},), align: ({sides},),\n"
            f"table.header({head}),\n{rows})"
        )
        if table.number is None:
            return f"#{made}"
        return f"#figure({made}, caption: [{self.inline(table.caption)}])"

    def columns(self, block: Columns) -> str:
        heads = ", ".join(f"[{self.inline(it)}]" for it in block.heads)
        bodies = ",\n".join(f"[{self.blocks(it)}]" for it in block.bodies)
        share = ", ".join("1fr" for _ in block.heads)
        return (
            f"#table(columns: ({share},), stroke: 0.5pt + line-grey,\n"
            f"table.header({heads}),\n{bodies})"
        )


def in_font(text: str, replaced: set[str]) -> str:
    """Return a text with only characters the font has; what another stands for is added."""
    known = covered()
    shown = []
    for character in _JOINED.sub("", text):
        if character == "\n" or ord(character) in known:
            shown.append(character)
        elif character.isspace():
            shown.append(" ")
        else:
            replaced.add(character)
            shown.append(MISSING)
    return "".join(shown)


def _quoted(text: str) -> str:
    """Return a text as a Typst string literal, as it stands."""
    safe = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", " ")
    return f'"{safe}"'


def _widths(table: Table) -> list[str]:
    """Return the width of each column: short ones their own, the others a share by length."""
    columns = zip(table.head, *table.rows, strict=True)
    longest = [max(len(plain(cell)) for cell in column) for column in columns]
    # By the square root: a column of long texts gets more room, but leaves some to the others.
    widths = ["auto" if it <= _NARROW else f"{sqrt(min(it, _WIDEST)):.1f}fr" for it in longest]
    if "auto" in widths and not any(it.endswith("fr") for it in widths):
        widths[0] = "1fr"
    return widths
