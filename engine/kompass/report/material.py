"""What a report is made from, and what every part of it asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from kompass.model.answers import Answers
from kompass.model.base import Lang, Text
from kompass.model.content import Content
from kompass.model.earlier import Earlier, ReferenceFigure
from kompass.model.passage import Passages
from kompass.model.result import AreaResult, Result
from kompass.report.comparison import Comparison, compare_with
from kompass.report.layout import clean
from kompass.report.prose import PROSE

Audience = Literal["leder", "konsulent", "innbygger"]


@dataclass(frozen=True)
class Material:
    """Everything a report is made from.

    Attributes:
        told: The paragraphs of each criterion.
        title: What the report is called; None for the usual name.
    """

    result: Result
    answers: Answers
    content: Content
    passages: Passages
    told: Mapping[str, tuple[str, ...]]
    earlier: Sequence[Earlier]
    figures: Sequence[ReferenceFigure]
    audience: Audience
    title: str | None = None


class Voice:
    """A municipality, and the words that are said about it.

    Args:
        municipality: What the answers tell of it: its name at least.
        lang: The language of everything that is not in a result or a plan.
    """

    words: Mapping[str, Text] = PROSE

    def __init__(self, municipality: Mapping[str, Any], lang: Lang) -> None:
        self.municipality = municipality
        self.lang: Lang = lang

    def say(self, key: str, **values: object) -> str:
        """Return one of the report's own sentences."""
        return self.words[key](self.lang).format(**values)

    @property
    def place(self) -> str:
        """The municipality as it is named in running text; its number where it has no name."""
        known = self.municipality
        name = clean(str(known["name"]), 80) or clean(str(known.get("number", "")), 20)
        return name if "kommun" in name.lower() else self.say("municipality", name=name)


class Frame(Voice):
    """A material with what it is compared with.

    Args:
        material: What the report is made from.
    """

    def __init__(self, material: Material) -> None:
        super().__init__(material.result.municipality, material.result.lang)
        self.result: Result = material.result
        self.material = material
        self.audience = material.audience
        self.comparison: Comparison = compare_with(
            material.result, material.earlier, material.figures
        )
        self.adjusted = material.result.total.adjusted is not None

    @property
    def covered(self) -> tuple[AreaResult, ...]:
        """The areas that are assessed."""
        return tuple(it for it in self.result.areas if it.status == "assessed")

    def series_name(self, it: Earlier) -> str:
        """Return what a year is called in charts and tables."""
        return self.say("earlier_series" if it.rules is None else "earlier_own", year=it.year)
