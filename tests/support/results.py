"""Results made by hand, for what is said about one: points and coverage, nothing behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kompass.model.earlier import Earlier
from kompass.model.result import (
    AreaResult,
    Coverage,
    CriterionResult,
    FrameworkInfo,
    Generator,
    Numbers,
    Result,
)

ASKED = 20
"""How many facts are asked at every level."""


def criterion(
    id: str, points: float, reachable: float = 25, covered: bool = True, answered: int = ASKED
) -> CriterionResult:
    """Return a criterion that is called after its id."""
    return CriterionResult(
        id=id, name=f"Kriterium {id}", status="assessed" if covered else "not_covered",
        questions=(), **_numbers(points, reachable, answered),
    )  # fmt: skip


def area(
    id: str, *points: float, reachable: float = 25, covered: bool = True, answered: int = ASKED
) -> AreaResult:
    """Return an area with one criterion for each number of points."""
    criteria = tuple(
        criterion(f"{id}.{at}", it, reachable, covered, answered)
        for at, it in enumerate(points, start=1)
    )
    return AreaResult(
        id=id, name=f"Område {id}", status="assessed" if covered else "not_covered",
        criteria=criteria, **_numbers(sum(points), reachable * len(points), answered),
    )  # fmt: skip


def result(
    *areas: AreaResult,
    answered: int = ASKED,
    population: int | None = None,
    date: str = "2026-03-01",
    total: Mapping[str, Any] | None = None,
    framework: str = "ny",
) -> Result:
    """Return a result with areas; its total is theirs added up, save what ``total`` says."""
    points, reachable = sum(it.points for it in areas), sum(it.reachable for it in areas)
    numbers = {
        **_numbers(points, reachable, answered),
        **(total or {}),
    }
    return Result(
        schema_id="kompass/result/1",
        lang="nb",
        notice="",
        framework=FrameworkInfo(
            id=framework, name=framework, content="1", sha256="", rules_sha256="regler",
            dimensions=(),
        ),
        generator=Generator(name="kompass", version="1", engine="reference"),
        answers_sha256="",
        municipality={"name": "Prøve"} | ({} if population is None else {"population": population}),
        date=date,
        total=Numbers(**numbers),
        areas=tuple(areas),
        findings=(), next_steps=(), find_out_first=(), under_way=(), notes=(),
    )  # fmt: skip


def earlier(year: int, framework: str | None = "ny", rules: str | None = "regler") -> Earlier:
    """Return an earlier year; the same framework and rules as `result` unless told otherwise."""
    return Earlier(
        municipality="Prøve", year=year, framework=framework, rules=rules, source="x", note="",
        total=1, areas={}, criteria={},
    )  # fmt: skip


def _numbers(points: float, reachable: float, answered: int) -> dict[str, Any]:
    """Return numbers where all points are certain and documented."""
    return {
        "points": points, "documented": points, "low": points, "high": points,
        "reachable": reachable, "max": reachable,
        "coverage": Coverage(asked=ASKED, answered=answered, documented=answered),
    }  # fmt: skip


def words(paragraphs: Sequence[str]) -> str:
    """Return paragraphs as one text."""
    return "\n".join(paragraphs)
