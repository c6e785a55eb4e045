"""How far computed points are from published ones, on municipalities coded from their reports."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kompass.assessment.assess import assess
from kompass.assessment.instrument import Instrument
from kompass.errors import KompassError
from kompass.inference.partition import Evaluator
from kompass.model.answers import Answers
from kompass.model.content import Content
from kompass.model.result import Numbers, Result

NEAR, FAR = 0.15, 0.25
"""Shares of a criterion's maximum: within the first is near, beyond the second is far."""


@dataclass(frozen=True)
class Published:
    """What an evaluation published: points per criterion, area and in all."""

    municipality: str
    year: int
    source: str
    total: float
    areas: Mapping[str, float]
    criteria: Mapping[str, float]


@dataclass(frozen=True)
class Comparison:
    """One criterion or area: published against computed, in three readings.

    Attributes:
        published: Points of the evaluation.
        stated: Points from answers that the report states.
        inferred: Points from these and those the coding guide infers.
        low: The least the points can be, from stated answers alone.
        high: The most they can be, from stated answers alone.
        max: The maximum.
    """

    id: str
    name: str
    published: float
    stated: float
    inferred: float
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
    return Case(published, answers.framework, tuple(areas), tuple(criteria))


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
                low=bare.low,
                high=bare.high,
                max=numbers.max,
            )


def spearman(one: list[float], other: list[float]) -> float:
    """Return Spearman's rank correlation, with mean ranks for ties; 0 where it has no meaning."""
    first, second = _ranks(one), _ranks(other)
    mean = (len(one) + 1) / 2
    covariance = sum((a - mean) * (b - mean) for a, b in zip(first, second, strict=True))
    spread = sum((a - mean) ** 2 for a in first) * sum((b - mean) ** 2 for b in second)
    return float(covariance / spread**0.5) if spread else 0.0


def _ranks(values: list[float]) -> list[float]:
    ordered = sorted(values)
    return [ordered.index(it) + (ordered.count(it) + 1) / 2 for it in values]


def kappa(one: Mapping[str, str], other: Mapping[str, str]) -> float:
    """Return Cohen's kappa of two readers, over the facts both were asked to answer."""
    facts = sorted(set(one) | set(other))
    pairs = [(one.get(fact, ""), other.get(fact, "")) for fact in facts]
    if not pairs:
        return 0.0
    count = len(pairs)
    observed = sum(a == b for a, b in pairs) / count
    values = {value for pair in pairs for value in pair}
    chance = sum(
        sum(a == value for a, _ in pairs) * sum(b == value for _, b in pairs) for value in values
    ) / (count * count)
    return 1.0 if chance == 1 else (observed - chance) / (1 - chance)
