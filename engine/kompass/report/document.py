"""A report without a format: the blocks that Word, PDF and HTML are written from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kompass.model.base import Lang
from kompass.report.charts.model import Chart


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look. A line break is a run of its own: one newline."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    href: str | None = None


Runs = tuple[Run, ...]


def plain(runs: Sequence[Run]) -> str:
    """Return the text of runs without their look."""
    return "".join(run.text for run in runs).replace("\n", " ")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 is a chapter. The anchor is unique in the document."""

    level: int
    runs: Runs
    anchor: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; every item is blocks of its own.

    Attributes:
        start: The first number of an ordered list; None for bullets.
    """

    items: tuple[tuple[Block, ...], ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage set apart: a note, a warning."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head of one row; the first column names its row.

    Attributes:
        numeric: For each column, whether it holds numbers and is set to the right.
        number: Its number among the document's tables; None without a caption.
    """

    head: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    numeric: tuple[bool, ...]
    caption: Runs = ()
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with its number among the document's figures.

    Attributes:
        turned: Whether it stands alone on a page on its side, where the format has pages.
    """

    chart: Chart
    number: int
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns side by side, each with a heading: strengths, challenges, weaknesses."""

    heads: tuple[Runs, ...]
    bodies: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Text shown as it stands."""

    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line between parts."""


Block = Heading | Paragraph | ListBlock | Quote | Table | Figure | Columns | Verbatim | Rule


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture for the front page.

    Attributes:
        format: ``png``, ``jpg`` or ``svg``.
        alt: What it shows, for those who cannot see it.
    """

    data: bytes
    format: str
    alt: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report.

    Attributes:
        title: What it is called, on the front page and in the file's properties.
        subtitle: A line under the title.
        author: Whose report it is.
        date: The day it describes, as an ISO date; files are dated with it, never with the clock.
        notice: What kompass is not; stands on the front page and at the foot of every page.
    """

    lang: Lang
    title: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    author: str = ""
    date: str = ""
    notice: str = ""
    logo: Logo | None = field(default=None)

    @property
    def language(self) -> str:
        """The language as files name it: ``nb-NO`` or ``nn-NO``."""
        return f"{self.lang}-NO"

    def headings(self, deepest: int = 6) -> Iterator[Heading]:
        """Yield the headings down to a level, in order."""
        return (it for it in self.blocks if isinstance(it, Heading) and it.level <= deepest)
