"""The result of an assessment: what scripts read, and what every report is made from."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from kompass.model.base import Lang, Value
from kompass.model.recommendation import Effort
from kompass.model.rule import FindingKind
from kompass.model.uncertainty import Uncertainty

RESULT_SCHEMA = "kompass/result/1"


class Coverage(Value):
    """How many facts are asked, answered, and answered with documentation."""

    asked: int
    answered: int
    documented: int


class Numbers(Value):
    """The numbers that stand at every level, in points and unrounded.

    Attributes:
        points: What known answers give. Equal to `low`.
        documented: What is left when positive answers without evidence are set aside.
        low: The least the points can be, whatever the unknown answers are.
        high: The most they can be.
        reachable: The maximum without questions that are not relevant or not covered yet.
        max: The instrument's own maximum.
        adjusted: Points with a consultant's adjustments; None where nothing is adjusted.
    """

    points: float
    documented: float
    low: float
    high: float
    reachable: float
    max: float
    coverage: Coverage
    adjusted: float | None = None


class AdjustedRating(Value):
    """What somebody decided that a rating should be, and why."""

    to: int
    reason: str
    by: str


class Rating(Value):
    """A rating from 0 to 10, and what it could be if unknown answers were at their best."""

    points: int
    high: int
    adjusted: AdjustedRating | None = None


class Contribution(Value):
    """What one rule gave to one dimension, why, and from which facts."""

    rule: str
    dimension: str
    points: int
    reason: str
    because: tuple[str, ...]


class QuestionResult(Numbers):
    """One question. Without ratings when it is not relevant."""

    id: str
    text: str
    status: Literal["assessed", "not_relevant"]
    ratings: dict[str, Rating]
    contributions: tuple[Contribution, ...]


class CriterionResult(Numbers):
    """One criterion with its questions."""

    id: str
    name: str
    status: Literal["assessed", "not_covered"]
    questions: tuple[QuestionResult, ...]


class AreaResult(Numbers):
    """One of the eight areas."""

    id: str
    name: str
    status: Literal["assessed", "not_covered"]
    criteria: tuple[CriterionResult, ...]


class AdjustedFinding(Value):
    """What a finding said before somebody reworded it, and why."""

    was: str
    reason: str
    by: str


class Finding(Value):
    """A strength, a challenge or a weakness, with the rule and the facts behind it."""

    id: str
    kind: FindingKind
    topic: str
    area: str
    criterion: str
    question: str | None
    text: str
    rule: str
    because: tuple[str, ...]
    adjusted: AdjustedFinding | None = None


class Suppressed(Value):
    """A finding that somebody took out, and why."""

    finding: Finding
    reason: str
    by: str


class StepResult(Value):
    """A next step, with what it gives here and now.

    Attributes:
        gain: Points with the step and its unmet prerequisites, minus points with those alone.
        gain_alone: Points the step gives without its prerequisites.
        changes: The facts it raises here, and to which value.
        find_out_first: Unknown facts it touches; they give no gain until known.
        under_way: Whether something it changes is planned already.
        requires: Prerequisites that are not met.
    """

    id: str
    title: str
    why: str
    how: tuple[str, ...]
    works_when: str
    area: str
    criterion: str
    addresses: tuple[str, ...]
    changes: dict[str, str]
    gain: float
    gain_alone: float
    effort: Effort
    effort_with_prerequisites: Effort
    find_out_first: tuple[str, ...]
    under_way: bool
    responsible: str
    decision: str
    sdg: tuple[int, ...]
    requires: tuple[str, ...]
    legal: str | None = None
    practice: dict[str, Any] | None = None


class FindOut(Value):
    """An unknown fact, and by how many points its question can move until it is known."""

    fact: str
    question: str
    text: str
    asks: tuple[str, ...]
    decides: float


class UnderWay(Value):
    """Something planned or decided, not in use: no points yet."""

    fact: str
    question: str
    text: str
    due: str | None


class Note(Value):
    """Something the reader should know about how the answers were used."""

    code: str
    fact: str | None = None
    text: str


class FrameworkInfo(Value):
    """Which version of which content the result was made with."""

    id: str
    name: str
    content: str
    sha256: str
    rules_sha256: str
    dimensions: tuple[str, ...]


class Generator(Value):
    """What made the result."""

    name: str
    version: str
    engine: str


class Result(Value):
    """A whole assessment.

    Attributes:
        uncertainty: How sure it is; None where that is not worked out, which takes NumPy.
    """

    schema_id: Literal["kompass/result/1"] = Field(alias="schema")
    lang: Lang
    notice: str
    framework: FrameworkInfo
    generator: Generator
    answers_sha256: str
    municipality: dict[str, Any]
    date: str
    total: Numbers
    areas: tuple[AreaResult, ...]
    findings: tuple[Finding, ...]
    next_steps: tuple[StepResult, ...]
    find_out_first: tuple[FindOut, ...]
    under_way: tuple[UnderWay, ...]
    notes: tuple[Note, ...]
    suppressed: tuple[Suppressed, ...] = ()
    uncertainty: Uncertainty | None = None
