"""A report as one HTML file: no script, nothing fetched, readable with any aid."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from html import escape
from importlib.resources import files
from typing import Final

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from kompass.report.charts import draw
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
    Run,
    Runs,
    Table,
    Verbatim,
    plain,
)
from kompass.report.prose import PROSE

_MIME: Final = {"png": "image/png", "jpg": "image/jpeg", "svg": "image/svg+xml"}


def as_html(document: Document) -> str:
    """Return a document as a whole HTML page."""
    templates = files("kompass.report").joinpath("templates")
    writer = _Writer(document)
    logo = document.logo
    return _page().render(
        document=document,
        lang=document.language,
        css=Markup(templates.joinpath("report.css").read_text("utf-8")),
        logo=logo and f"data:{_MIME[logo.format]};base64,{base64.b64encode(logo.data).decode()}",
        chapters=[
            {"anchor": it.anchor, "text": plain(it.runs)} for it in document.headings(deepest=1)
        ],
        contents=PROSE["contents"](document.lang),
        skip=PROSE["skip"](document.lang),
        body=Markup("".join(writer.blocks(document.blocks))),
    )


@cache
def _page() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    template = files("kompass.report").joinpath("templates").joinpath("report.html.j2")
    return environment.from_string(template.read_text("utf-8"))


class _Writer:
    def __init__(self, document: Document) -> None:
        self.lang = document.lang

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            yield self.block(block)

    def block(self, block: Block) -> str:
        match block:
            case Heading(level=level, runs=runs, anchor=anchor):
                tag = f"h{min(level + 1, 6)}"
                return f'<{tag} id="{escape(anchor)}">{inline(runs)}</{tag}>\n'
            case Paragraph(runs=runs):
                return f"<p>{inline(runs)}</p>\n"
            case ListBlock():
                return self.list(block)
            case Quote(blocks=blocks):
                return f"<blockquote>{''.join(self.blocks(blocks))}</blockquote>\n"
            case Table():
                return self.table(block)
            case Figure():
                return self.figure(block)
            case Columns():
                return self.columns(block)
            case Verbatim(text=text):
                return f"<pre>{escape(text)}</pre>\n"
            case Rule():
                return "<hr>\n"

    def figure(self, figure: Figure) -> str:
        id = f"figur-{figure.number}"
        drawing = draw(figure.chart, self.lang, id)
        label = PROSE["figure"](self.lang).format(number=figure.number)
        caption = f"<figcaption>{label} {escape(figure.chart.title)}</figcaption>"
        if not figure.turned:
            return f"<figure>{drawing}{caption}</figure>\n"
        named = f'role="region" tabindex="0" aria-labelledby="{id}-title"'
        scroll = f'<div class="scroll" {named}>{drawing}</div>'
        return f'<figure class="turned">{scroll}{caption}</figure>\n'

    def list(self, block: ListBlock) -> str:
        tag = "ul" if block.start is None else "ol"
        start = f' start="{block.start}"' if block.start not in (None, 1) else ""
        items = "".join(f"<li>{self.item(it)}</li>\n" for it in block.items)
        return f"<{tag}{start}>\n{items}</{tag}>\n"

    def item(self, blocks: Sequence[Block]) -> str:
        """Return a list item; a single paragraph needs no tags of its own."""
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            return inline(blocks[0].runs)
        return "".join(self.blocks(blocks))

    def table(self, table: Table) -> str:
        if table.number is None:
            name = escape(" – ".join(plain(it) for it in table.head))
            named, caption = f'aria-label="{name}"', ""
        else:
            id, number = f"tabell-{table.number}", PROSE["table"](self.lang)
            label = number.format(number=table.number)
            named = f'aria-labelledby="{id}"'
            caption = f'<caption id="{id}">{label} {inline(table.caption)}</caption>\n'
        rows = [f'<div class="scroll" role="region" tabindex="0" {named}>\n<table>{caption}']
        head = "".join(
            f'<th scope="col"{_right(numeric)}>{inline(cell)}</th>'
            for cell, numeric in zip(table.head, table.numeric, strict=True)
        )
        rows.append(f"<thead><tr>{head}</tr></thead>\n<tbody>\n")
        rows += [f"<tr>{self.row(row, table.numeric)}</tr>\n" for row in table.rows]
        rows.append("</tbody></table></div>\n")
        return "".join(rows)

    def row(self, row: Sequence[Runs], numeric: Sequence[bool]) -> str:
        first, *rest = (inline(it) for it in row)
        cells = "".join(
            f"<td{_right(right)}>{cell}</td>" for cell, right in zip(rest, numeric[1:], strict=True)
        )
        return f'<th scope="row"{_right(numeric[0])}>{first}</th>{cells}'

    def columns(self, block: Columns) -> str:
        parts = [
            f'<section><p class="head">{inline(head)}</p>{"".join(self.blocks(body))}</section>\n'
            for head, body in zip(block.heads, block.bodies, strict=True)
        ]
        return f'<div class="columns">\n{"".join(parts)}</div>\n'


def inline(runs: Runs) -> str:
    """Return runs as HTML."""
    return "".join(_run(it) for it in runs)


def _run(run: Run) -> str:
    if run.text == "\n":
        return "<br>"
    text = escape(run.text)
    if run.code:
        text = f"<code>{text}</code>"
    if run.emphasis:
        text = f"<em>{text}</em>"
    if run.strong:
        text = f"<strong>{text}</strong>"
    return f'<a href="{escape(run.href)}">{text}</a>' if run.href else text


def _right(numeric: bool) -> str:
    return ' class="num"' if numeric else ""
