"""Reads a report's Markdown, as kompass wrote it or as somebody edited it, into a document.

CommonMark with tables, and four things more: front matter, ``Tabell: …`` under a table as its
caption, ``::: kolonner`` for columns side by side, and fenced ``diagram`` blocks in TOML that are
drawn as charts. Raw HTML is text. Nothing is fetched and no file is opened.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date as Date  # noqa: N812
from typing import Any, Final, cast

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from pydantic import TypeAdapter, ValidationError

from kompass.errors import Fault, InvalidReportError, did_you_mean
from kompass.model.base import LANGUAGES, Lang
from kompass.report.charts.model import Chart
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
from kompass.report.layout import clean

MOST: Final = 5_000_000
"""The most bytes of a report that is read."""

COLUMNS: Final = "kolonner"
DIAGRAM: Final = "diagram"
_CAPTION = re.compile(r"^(?:Tabell|Table):\s+")
_KEYS: Final = ("title", "subtitle", "author", "date", "lang", "notice")
_LINK = re.compile(r"(?i)(?:https?://|mailto:|#).{1,2000}")
_TOML_LINE = re.compile(r"at line (\d+)")
_KINDS: Final = ("spider", "bars", "development", "gains", "interval", "gantt")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]|[\ud800-\udfff]")
_CHART: TypeAdapter[Chart] = TypeAdapter(Chart)


def read_report(data: bytes, name: str) -> Document:
    """Return the document that a Markdown file describes.

    Args:
        data: The bytes of the file.
        name: What the file is called in messages.

    Raises:
        InvalidReportError: With every fault that was found.
    """
    if len(data) > MOST:
        raise InvalidReportError(
            [Fault(name, 0, f"rapporten er større enn {MOST // 1_000_000} MB")]
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InvalidReportError([Fault(name, 0, "fila er ikke UTF-8; lagre den slik")]) from None
    return _Reader(name).read(_CONTROL.sub("", text))


class _Reader:
    def __init__(self, name: str) -> None:
        self.name = name
        self.faults: list[Fault] = []
        self.tables = self.figures = self.headings = 0
        self.level = 0

    def read(self, text: str) -> Document:
        tree = SyntaxTreeNode(_parser().parse(text))
        meta: dict[str, str] = {}
        nodes = list(tree.children)
        if nodes and nodes[0].type == "front_matter":
            meta = self._front_matter(nodes.pop(0).content)
        lang = meta.get("lang", "nb")
        first = nodes[0] if nodes else None
        if first is not None and first.type == "heading" and first.tag == "h1":
            # The heading is what a person sees and edits, so it counts before the front matter.
            heading = " ".join(plain(self._inline(nodes.pop(0))).split())
            meta["title"] = heading or meta.get("title", "")
        blocks = tuple(self._blocks(nodes))
        if self.faults:
            raise InvalidReportError(self.faults)
        return Document(
            lang=cast(Lang, lang),
            title=meta.get("title") or self.name,
            blocks=blocks,
            subtitle=meta.get("subtitle", ""),
            author=meta.get("author", ""),
            date=meta.get("date", ""),
            notice=meta.get("notice", ""),
        )

    def _fault(self, line: int, text: str) -> None:
        self.faults.append(Fault(self.name, line, text))

    def _front_matter(self, text: str) -> dict[str, str]:
        meta: dict[str, str] = {}
        for line, row in enumerate(text.splitlines(), start=2):
            key, colon, value = (part.strip() for part in row.partition(":"))
            if not row.strip() or row.lstrip().startswith("#"):
                continue
            if not colon or key not in _KEYS:
                self._fault(line, f"ukjent linje i hodet: {key[:60]}.{did_you_mean(key, _KEYS)}")
                continue
            if value.startswith('"'):
                try:
                    value = str(json.loads(value, strict=False))
                except ValueError:
                    self._fault(line, f"{key}: hermetegnene går ikke opp")
                    continue
            meta[key] = value = " ".join(value.split())
            if key == "date" and value and not _is_day(value):
                self._fault(
                    line, f"date skal være en dag, skrevet som 2026-03-01, ikke {value[:40]}"
                )
            if key == "lang" and value not in LANGUAGES:
                self._fault(line, f"lang er {value[:40]}; velg {' eller '.join(LANGUAGES)}")
        return meta

    def _blocks(self, nodes: Sequence[SyntaxTreeNode]) -> Iterator[Block]:
        at = 0
        while at < len(nodes):
            node = nodes[at]
            at += 1
            if node.type == "table":
                following = nodes[at] if at < len(nodes) else None
                caption = self._caption(following)
                at += caption is not None
                yield self._table(node, caption or ())
            else:
                yield from self._block(node)

    def _block(self, node: SyntaxTreeNode) -> Iterator[Block]:
        match node.type:
            case "heading":
                yield self._heading(node)
            case "paragraph":
                yield Paragraph(self._inline(node))
            case "bullet_list" | "ordered_list":
                items = tuple(tuple(self._blocks(it.children)) for it in node.children)
                first = node.attrs.get("start", 1)
                yield ListBlock(items, int(first) if node.type == "ordered_list" else None)
            case "blockquote":
                yield Quote(tuple(self._blocks(node.children)))
            case "fence" if node.info.strip() == DIAGRAM:
                yield from self._figure(node)
            case "fence" | "code_block":
                yield Verbatim(node.content.rstrip("\n"))
            case "hr":
                yield Rule()
            case _ if node.type == f"container_{COLUMNS}":
                yield from self._columns(node)
            case _:
                yield from self._blocks(node.children)

    def _heading(self, node: SyntaxTreeNode) -> Heading:
        """Read a heading; one that no table of contents can hold is a fault."""
        runs, level, line = self._inline(node), max(1, int(node.tag[1]) - 1), _line(node)
        if not clean(plain(runs)):
            self._fault(line, "overskriften er tom; skriv noe i den eller ta den bort")
        elif node.parent is not None and node.parent.type != "root":
            self._fault(line, "en overskrift kan ikke stå i en liste, et sitat eller en kolonne")
        elif level > self.level + 1:
            marks = "#" * (self.level + 2)
            self._fault(line, f"overskriften hopper over et nivå; bruk {marks} her")
        self.level = level
        self.headings += 1
        return Heading(level, runs, f"del-{self.headings}")

    def _figure(self, node: SyntaxTreeNode) -> Iterator[Block]:
        line = _line(node)
        try:
            chart = _CHART.validate_python(_with_gaps(tomllib.loads(node.content)))
        except tomllib.TOMLDecodeError as problem:
            found = _TOML_LINE.search(str(problem))
            self._fault(
                line + int(found[1]) if found else line,
                f"diagrammet er ikke gyldig TOML: {problem}",
            )
            return
        except ValidationError as problem:
            for error in problem.errors():
                self._fault(line, f"diagrammet{_place(error['loc'])}: {_explain(error)}")
            return
        self.figures += 1
        # Inside a list or a column there is no page to turn.
        turned = chart.wide and node.parent is not None and node.parent.type == "root"
        yield Figure(chart, self.figures, turned)

    def _columns(self, node: SyntaxTreeNode) -> Iterator[Block]:
        """Read columns: each begins with a paragraph that is bold from end to end."""
        heads: list[Runs] = []
        bodies: list[list[SyntaxTreeNode]] = []
        for child in node.children:
            runs = self._inline(child) if child.type == "paragraph" else ()
            if runs and all(it.strong for it in runs):
                heads.append(tuple(Run(it.text) for it in runs))
                bodies.append([])
            elif bodies:
                bodies[-1].append(child)
            else:
                yield from self._block(child)
        if heads:
            yield Columns(tuple(heads), tuple(tuple(self._blocks(it)) for it in bodies))

    def _caption(self, node: SyntaxTreeNode | None) -> Runs | None:
        if node is None or node.type != "paragraph":
            return None
        runs = self._inline(node)
        if not runs or not _CAPTION.match(runs[0].text):
            return None
        first = Run(_CAPTION.sub("", runs[0].text), runs[0].strong, runs[0].emphasis)
        return (first, *runs[1:])

    def _table(self, node: SyntaxTreeNode, caption: Runs) -> Table:
        rows = [row for part in node.children for row in part.children]
        cells = [tuple(self._inline(cell) for cell in row.children) for row in rows]
        numeric = tuple("right" in str(cell.attrs.get("style", "")) for cell in rows[0].children)
        self.tables += bool(caption)
        number = self.tables if caption else None
        return Table(cells[0], tuple(cells[1:]), numeric, caption, number)

    def _inline(self, node: SyntaxTreeNode) -> Runs:
        return tuple(_joined(_runs(node, {})))


def _line(node: SyntaxTreeNode) -> int:
    return node.map[0] + 1 if node.map else 0


def _is_day(text: str) -> bool:
    try:
        return re.fullmatch(r"[12]\d{3}-\d\d-\d\d", text) is not None and bool(
            Date.fromisoformat(text)
        )
    except ValueError:
        return False


def _place(path: Sequence[int | str]) -> str:
    """Return where in a diagram something stands, as people count: ``, bars 2, points``."""
    steps = path[1:] if path and path[0] in _KINDS else path
    words = (f" {it + 1}" if isinstance(it, int) else f", {it}" for it in steps)
    return "".join(words)


def _explain(error: Mapping[str, Any] | Any) -> str:
    match error["type"]:
        case "missing":
            return "mangler"
        case "extra_forbidden":
            return "er ikke en kjent nøkkel her"
        case "union_tag_invalid" | "union_tag_not_found":
            return f"kind skal være {', '.join(_KINDS)}"
        case "float_type" | "float_parsing":
            return "skal være et tall"
        case "string_type":
            return "skal være tekst"
        case "tuple_type":
            return "skal være en liste"
        case "literal_error":
            return f"skal være {error['ctx']['expected'].replace(' or ', ' eller ')}"
        case _:
            return str(error["msg"])


def _with_gaps(source: dict[str, Any]) -> dict[str, Any]:
    """Return a chart's source with ``""`` among the values of a series read as: not known."""
    series = source.get("series")
    for it in series if isinstance(series, list) else ():
        if isinstance(it, dict) and isinstance(it.get("values"), list):
            it["values"] = [None if value == "" else value for value in it["values"]]
    return source


def _runs(node: SyntaxTreeNode, look: dict[str, Any]) -> Iterator[Run]:
    for child in node.children:
        match child.type:
            case "text" | "text_special":
                yield Run(child.content, **look)
            case "softbreak":
                yield Run(" ", **look)
            case "hardbreak":
                yield Run("\n")
            case "code_inline":
                yield Run(child.content, **{**look, "code": True})
            case "strong":
                yield from _runs(child, {**look, "strong": True})
            case "em":
                yield from _runs(child, {**look, "emphasis": True})
            case "link" if _LINK.fullmatch(str(child.attrs.get("href", ""))):
                yield from _runs(child, {**look, "href": str(child.attrs["href"])})
            case "image":
                yield Run(child.content, **look)
            case _:
                yield from _runs(child, look)


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    """Join neighbours of one look; drop what is empty."""
    last: Run | None = None
    for run in runs:
        if not run.text:
            continue
        if last is not None and "\n" not in (last.text, run.text) and _look(last) == _look(run):
            last = Run(last.text + run.text, *_look(last))
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last


def _look(run: Run) -> tuple[bool, bool, bool, str | None]:
    return run.strong, run.emphasis, run.code, run.href


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    return parser.use(front_matter_plugin).use(container_plugin, COLUMNS)
