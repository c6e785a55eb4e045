"""Reports made once: of the examples, and of a small content that takes milliseconds."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Literal

import pikepdf
import pytest

from kompass.assessment.assess import describe, stand
from kompass.assessment.instrument import Instrument
from kompass.assessment.passages import tell
from kompass.assessment.standing import Standing
from kompass.assessment.uncertainty import with_uncertainty
from kompass.content.loader import load
from kompass.content.passages import load_passages
from kompass.content.registers import municipalities, reference_figures
from kompass.inference.partition import ReferenceEvaluator
from kompass.intake.answers import World, read_answers
from kompass.intake.earlier import read_earlier
from kompass.model.answers import Adjustment, Answer, Answers, Municipality
from kompass.model.base import Lang
from kompass.model.content import Content
from kompass.model.earlier import Earlier, ReferenceFigure
from kompass.model.passage import Passages
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
    plain,
)
from kompass.report.html import as_html
from kompass.report.manuscript import write_manuscript
from kompass.report.material import Audience, Material
from kompass.report.pdf import as_pdf
from kompass.report.reader import read_report

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests" / "content" / "base"
FILES = {"amot": "amot-2026.json", "roros": "roros-2022.json"}
EARLIER = {"amot": (), "roros": ("roros-2014.earlier.json", "roros-2017.earlier.json")}
VOID = {"meta", "br", "hr", "img", "link", "input", "col", "wbr", "source", "area", "base"}

Name = Literal["amot", "roros"]


@dataclass(frozen=True)
class Made:
    """A report in every format that tests look at."""

    material: Material
    text: str

    @cached_property
    def document(self) -> Document:
        return read_report(self.text.encode(), "rapport.md")

    @cached_property
    def html(self) -> str:
        return as_html(self.document)

    @cached_property
    def page(self) -> Page:
        return Page(self.html)

    @cached_property
    def pdf(self) -> bytes:
        return as_pdf(self.document)[0]

    @cached_property
    def painted(self) -> str:
        return pdf_text(self.pdf)


class Workshop:
    """Makes reports from one content."""

    def __init__(
        self, content: Content, passages: Passages, figures: Sequence[ReferenceFigure]
    ) -> None:
        self.content = content
        self.passages = passages
        self.figures = tuple(figures)
        self.standing: Callable[[str], tuple[Answers, Standing]] = cache(self._standing)
        self.example: Callable[..., Made] = cache(self._example)

    def make(
        self,
        answers: Answers,
        lang: Lang = "nb",
        audience: Audience = "konsulent",
        earlier: Sequence[Earlier] = (),
        title: str | None = None,
        content: Content | None = None,
    ) -> Made:
        """Return the report of some answers."""
        instrument = Instrument(content or self.content, answers.framework, ReferenceEvaluator())
        return self._made(answers, stand(instrument, answers), lang, audience, earlier, title)

    def given(
        self,
        *adjustments: Adjustment,
        framework: str = "kommunekompasset-3.1",
        name: str = "Åmot",
        values: Mapping[str, Answer | str] | None = None,
    ) -> Answers:
        """Return answers without going through a file."""
        return Answers(
            schema_id="kompass/answers/1",
            framework=framework,
            municipality=Municipality(number="3422", name=name),
            date=datetime.date(2026, 3, 1),
            answers={
                fact: it if isinstance(it, Answer) else Answer(value=it)
                for fact, it in (values or {}).items()
            },
            adjustments=adjustments,
        )

    def read(self, name: Name) -> Answers:
        world = World(self.content, municipalities(ROOT))
        data = (ROOT / "examples" / FILES[name]).read_bytes()
        return read_answers(data, FILES[name], world).answers

    def _standing(self, name: Name) -> tuple[Answers, Standing]:
        answers = self.read(name)
        instrument = Instrument(self.content, answers.framework, ReferenceEvaluator())
        return answers, stand(instrument, answers)

    def _example(self, name: Name, lang: Lang = "nb", audience: Audience = "konsulent") -> Made:
        answers, standing = self.standing(name)
        earlier = [
            read_earlier((ROOT / "examples" / file).read_bytes(), file) for file in EARLIER[name]
        ]
        return self._made(answers, standing, lang, audience, earlier, None)

    def _made(
        self,
        answers: Answers,
        standing: Standing,
        lang: Lang,
        audience: Audience,
        earlier: Sequence[Earlier],
        title: str | None,
    ) -> Made:
        material = Material(
            result=with_uncertainty(describe(standing, answers, lang), standing),
            answers=answers,
            content=standing.instrument.content,
            passages=self.passages,
            told=tell(standing, self.passages, lang),
            earlier=earlier,
            figures=self.figures,
            audience=audience,
            title=title,
        )
        return Made(material, write_manuscript(material))


@pytest.fixture(scope="session")
def reports() -> Workshop:
    content = load(ROOT)
    return Workshop(content, load_passages(ROOT, content), reference_figures(ROOT))


@pytest.fixture(scope="session")
def little() -> Workshop:
    """One question, and no passages, so that findings stand where passages would."""
    return Workshop(load(BASE), Passages(), reference_figures(ROOT))


# What a document holds.


def all_blocks(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks with everything inside them, in order."""
    for block in blocks:
        yield block
        match block:
            case ListBlock(items=groups) | Columns(bodies=groups):
                for group in groups:
                    yield from all_blocks(group)
            case Quote(blocks=inner):
                yield from all_blocks(inner)
            case _:
                pass


def runs_of(block: Block) -> Iterator[Runs]:
    """Yield every line of text in a block, but not those of blocks inside it."""
    match block:
        case Heading(runs=runs) | Paragraph(runs=runs):
            yield runs
        case Table(head=head, rows=rows, caption=caption):
            yield from head
            for row in rows:
                yield from row
            yield caption
        case Columns(heads=heads):
            yield from heads
        case ListBlock() | Quote() | Figure() | Verbatim() | Rule():
            pass


def text_of(document: Document) -> str:
    """Return all the text of a document, one line for each paragraph, cell and heading."""
    lines = [plain(runs) for block in all_blocks(document.blocks) for runs in runs_of(block)]
    return "\n".join(" ".join(line.split()) for line in lines)


# What a page holds.


@dataclass
class Element:
    """A start tag and what it encloses."""

    tag: str
    attrs: dict[str, str]
    parents: tuple[str, ...]
    text: str = ""
    inner: list[str] = field(default_factory=list)


class Page(HTMLParser):
    """A page as the standard library reads it.

    Attributes:
        elements: Every start tag in order.
        faults: Tags that do not match.
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.faults: list[str] = []
        self._open: list[Element] = []
        self.feed(html)
        self.close()
        self.faults += [f"<{it.tag}> is not closed" for it in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(
            tag, {key: value or "" for key, value in attrs}, tuple(it.tag for it in self._open)
        )
        if len(attrs) != len(element.attrs):
            self.faults.append(f"<{tag}> has an attribute twice")
        for outer in self._open:
            outer.inner.append(tag)
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1].tag != tag:
            self.faults.append(f"</{tag}> ends nothing")
            return
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def all(self, *tags: str) -> list[Element]:
        return [it for it in self.elements if it.tag in tags]

    def text(self, tag: str = "main") -> str:
        return " ".join(" ".join(it.text.split()) for it in self.all(tag))


@pytest.fixture(scope="session")
def parse() -> Callable[[str], Page]:
    return Page


# What a PDF holds.

_CODES = re.compile(rb"<([0-9A-Fa-f]+)>")


def pdf_text(data: bytes) -> str:
    """Return the text a PDF paints, through the fonts' own maps back to Unicode."""
    painted: list[str] = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            painted.append(_page_text(page))
    return "\n".join(painted)


def _page_text(page: Any) -> str:
    painted: list[str] = []
    maps: dict[str, dict[int, str]] = {}
    known: dict[int, str] = {}

    def walk(stream: Any, resources: Any) -> None:
        nonlocal known
        fonts = resources.get("/Font", {})
        for instruction in pikepdf.parse_content_stream(stream):
            operands, operator = instruction.operands, str(instruction.operator)
            match operator:
                case "Tf":
                    name = str(operands[0])
                    font = fonts[name]
                    key = str(font.objgen)
                    if key not in maps:
                        maps[key] = _unicode(font.ToUnicode.read_bytes())
                    known = maps[key]
                case "Tj" | "TJ":
                    parts = operands[0] if operator == "TJ" else [operands[0]]
                    for part in parts:
                        if isinstance(part, pikepdf.String):
                            painted.append(_decoded(bytes(part), known))
                case "ET":
                    painted.append("\n")
                case "Do":
                    inner = resources.XObject[operands[0]]
                    if inner.get("/Subtype") == "/Form":
                        walk(inner, inner.get("/Resources", resources))

    walk(page, page.Resources)
    return "".join(painted)


def _decoded(codes: bytes, known: dict[int, str]) -> str:
    return "".join(
        known.get(int.from_bytes(codes[at : at + 2], "big"), "\ufffd")
        for at in range(0, len(codes), 2)
    )


def _unicode(cmap: bytes) -> dict[int, str]:
    known: dict[int, str] = {}
    for kind, body in re.findall(rb"begin(bfchar|bfrange)(.*?)end", cmap, re.DOTALL):
        codes = [bytes.fromhex(it.decode()) for it in _CODES.findall(body)]
        step = 2 if kind == b"bfchar" else 3
        for at in range(0, len(codes), step):
            first, text = int.from_bytes(codes[at], "big"), codes[at + step - 1]
            last = int.from_bytes(codes[at + step - 2], "big")
            for offset in range(last - first + 1):
                shown = text[:-2] + (int.from_bytes(text[-2:], "big") + offset).to_bytes(2, "big")
                known[first + offset] = shown.decode("utf-16-be")
    return known
