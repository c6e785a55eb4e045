"""How far computed points are from published ones, on municipalities coded from their reports."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kompass.assessment.assess import assess
from kompass.assessment.instrument import Instrument
from kompass.authoring.columns import Columns, compare_columns
from kompass.authoring.correlation import spearman
from kompass.errors import KompassError
from kompass.inference.partition import Evaluator
from kompass.model.answers import Answers
from kompass.model.content import Content
from kompass.model.result import Numbers, Result
from kompass.model.rule import KINDS, FindingKind

NEAR, FAR = 0.15, 0.25
"""Shares of a criterion's maximum: within the first is near, beyond the second is far."""


@dataclass(frozen=True)
class Published:
    """What an evaluation published: points per criterion, area and in all, and its columns.

    Attributes:
        columns: The kinds that each topic has in the three-column tables.
    """

    municipality: str
    year: int
    source: str
    total: float
    areas: Mapping[str, float]
    criteria: Mapping[str, float]
    columns: Mapping[str, tuple[FindingKind, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Comparison:
    """One criterion or area: published against computed, in three readings.

    Attributes:
        published: Points of the evaluation.
        stated: Points from answers that the report states.
        inferred: Points from these and those the coding guide infers.
        expected: The same, with what nobody answered at the level of what somebody did.
        low: The least the points can be, from stated answers alone.
        high: The most they can be, from stated answers alone.
        max: The maximum.
    """

    id: str
    name: str
    published: float
    stated: float
    inferred: float
    expected: float
    low: float
    high: float
    max: float

    @property
    def error(self) -> float:
        """Computed (stated and inferred) minus published, in points."""
        return self.inferred - self.published

    @property
    def share(self) -> float:
        """The size of the error as a share of the maximum."""
        return abs(self.error) / self.max

    @property
    def enclosed(self) -> bool:
        """Whether the published points lie between low and high of stated answers alone."""
        return self.low - 0.05 <= self.published <= self.high + 0.05


@dataclass(frozen=True)
class Case:
    """One municipality: its covered areas and criteria compared."""

    published: Published
    framework: str
    areas: tuple[Comparison, ...]
    criteria: tuple[Comparison, ...]
    columns: Columns

    @property
    def total(self) -> tuple[float, float, float]:
        """Published, computed and expected points of all criteria that the content covers."""
        return (
            sum(it.published for it in self.criteria),
            sum(it.inferred for it in self.criteria),
            sum(it.expected for it in self.criteria),
        )

    @property
    def mean_share(self) -> float:
        """The mean absolute error of the criteria, as a share of their maxima."""
        return sum(it.share for it in self.criteria) / len(self.criteria)

    @property
    def near(self) -> float:
        """The share of criteria within `NEAR` of their maximum."""
        return sum(it.share <= NEAR for it in self.criteria) / len(self.criteria)

    @property
    def enclosed(self) -> float:
        """The share of criteria whose published points lie within [low, high] of stated only."""
        return sum(it.enclosed for it in self.criteria) / len(self.criteria)

    @property
    def rank_correlation(self) -> float:
        """Spearman's correlation of the criteria's shares of their maxima."""
        return spearman(
            [it.published / it.max for it in self.criteria],
            [it.inferred / it.max for it in self.criteria],
        )


def read_published(file: Path) -> Published:
    """Read a file of published points.

    Raises:
        KompassError: The file does not hold what it should.
    """
    try:
        data = json.loads(file.read_text("utf-8"))
        return Published(
            municipality=data["municipality"],
            year=int(data["year"]),
            source=data["source"],
            total=float(data["total"]),
            areas={str(id): float(points) for id, points in data["areas"].items()},
            criteria={str(id): float(points) for id, points in data["criteria"].items()},
            columns={
                str(topic): tuple(kind for kind in KINDS if kind in kinds)
                for topic, kinds in data.get("columns", {}).items()
            },
        )
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as problem:
        raise KompassError(f"{file}: kan ikke leses som publiserte poeng ({problem})") from problem


def only_stated(answers: Answers) -> Answers:
    """Return the answers without those a coder inferred."""
    kept = {fact: it for fact, it in answers.answers.items() if it.basis != "inferred"}
    return answers.model_copy(update={"answers": kept})


def compare(content: Content, answers: Answers, published: Published, evaluator: Evaluator) -> Case:
    """Compare computed points with published ones, for everything the content covers."""
    instrument = Instrument(content, answers.framework, evaluator)
    whole = assess(instrument, answers)
    stated = assess(instrument, only_stated(answers))
    criteria = _pair(_criteria(whole), _criteria(stated), published.criteria)
    areas = _pair(_areas(whole), _areas(stated), published.areas)
    columns = compare_columns(content, whole.findings, published.columns)
    return Case(published, answers.framework, tuple(areas), tuple(criteria), columns)


def _criteria(result: Result) -> Mapping[str, tuple[str, Numbers]]:
    return {
        it.id: (it.name, it)
        for area in result.areas
        for it in area.criteria
        if it.status == "assessed"
    }


def _areas(result: Result) -> Mapping[str, tuple[str, Numbers]]:
    covered = {it.id: (it.name, it) for it in result.areas if it.reachable == it.max}
    return dict(covered)


def _pair(
    whole: Mapping[str, tuple[str, Numbers]],
    stated: Mapping[str, tuple[str, Numbers]],
    published: Mapping[str, float],
) -> Iterator[Comparison]:
    for id, (name, numbers) in whole.items():
        if id in published and id in stated:
            bare = stated[id][1]
            yield Comparison(
                id=id,
                name=name,
                published=published[id],
                stated=bare.points,
                inferred=numbers.points,
                expected=_expected(numbers),
                low=bare.low,
                high=bare.high,
                max=numbers.max,
            )


def _expected(numbers: Numbers) -> float:
    """Return the points if the unanswered part is as good as the answered part.

    A report is silent about much that an evaluator saw. The silence is no reason to raise a
    scale, and no reason to count as zero when scales are judged.
    """
    known = numbers.reachable - (numbers.high - numbers.low)
    return numbers.low * numbers.reachable / known if known > 0 else numbers.reachable / 2
