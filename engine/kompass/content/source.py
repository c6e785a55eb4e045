"""The shape of content files, as authors write them. The loader expands these to the model."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from kompass.model.base import Lang, Text, Value
from kompass.model.framework import FactKind
from kompass.model.recommendation import Effort, Practice
from kompass.model.rule import FindingKind
from kompass.model.uncertainty import Slips

Snake = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
Kebab = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
QuestionId = Annotated[str, StringConstraints(pattern=r"^[1-9]\.[1-9]\.[1-9][0-9]?$")]
CriterionId = Annotated[str, StringConstraints(pattern=r"^[1-9]\.[1-9]$")]
When = Any
"""A condition; read by `kompass.content.conditions`, which gives better messages."""


class CriterionSource(Value):
    """A criterion with its published maximum."""

    id: CriterionId
    max: int
    name: Text


class AreaSource(Value):
    """An area with its criteria."""

    id: str
    perspective: str
    name: Text
    criteria: tuple[CriterionSource, ...]


class PerspectiveSource(Value):
    """One of the four perspectives."""

    id: str
    name: Text


class VersionSource(Value):
    """A version: the questions it asks, or what it adds to another version."""

    id: str
    name: Text
    announced_questions: int
    extends: str | None = None
    questions: dict[CriterionId, tuple[QuestionId, ...]] = {}


class FrameworkFile(Value):
    """questionnaires/<family>/framework.yaml."""

    family: str
    content: str
    name: Text
    notice: Text
    languages: dict[Lang, tuple[str, ...]]
    dimensions: dict[str, Text]
    perspectives: tuple[PerspectiveSource, ...]
    areas: tuple[AreaSource, ...]
    versions: tuple[VersionSource, ...] = Field(min_length=1)
    retired: dict[Snake, Snake] = {}


class ValueSource(Value):
    """One value of an answer set."""

    label: Text
    meaning: Text


class RangeSource(Value):
    """Whole numbers from the worst to the best."""

    worst: int = Field(ge=0)
    best: int = Field(le=20)


class AnswerSetSource(Value):
    """An answer set: named values, best first, or a range of whole numbers."""

    planned: str | None = None
    values: dict[Snake, ValueSource] | None = None
    range: RangeSource | None = None


class AnswersFile(Value):
    """questionnaires/<family>/answers.yaml."""

    answer_sets: dict[Snake, AnswerSetSource]
    roles: dict[Snake, Text]


class FactSource(Value):
    """A fact under a question."""

    id: Snake
    kind: FactKind | None = None
    core: bool = False
    asked_when: When = None
    asks: tuple[str, ...] = Field(min_length=1)
    answers: str
    text: Text
    counts_as: dict[str, Text] = {}
    evidence: Text
    not_relevant: Text | None = None


class QuestionSource(Value):
    """A question with its facts."""

    id: QuestionId
    text: Text
    why: Text
    facts: tuple[FactSource, ...] = Field(min_length=1)


class QuestionnaireFile(Value):
    """questionnaires/<family>/<criterion>-….yaml."""

    criterion: CriterionId
    questions: tuple[QuestionSource, ...]


class ScaleSource(Value):
    """A shared scale."""

    of: str
    points: dict[str, Annotated[int, Field(ge=0, le=10)]]
    untuned: dict[str, Annotated[int, Field(ge=0, le=10)]] = {}
    why: str


class ScalesFile(Value):
    """rules/<family>/scales.yaml."""

    scales: dict[Snake, ScaleSource]
    slips: Slips | None = None


class TopicsFile(Value):
    """rules/<family>/topics.yaml."""

    topics: dict[Kebab, tuple[CriterionId, ...]]


class ScoreSource(Value):
    """A score rule: a fact on a scale, a fact with numbers of its own, or a condition."""

    id: Kebab
    fact: str | None = None
    scale: str | None = None
    points: dict[str, int] | int | None = None
    when: When = None
    reads: tuple[str, ...] = ()
    because: Text | None = None
    why: str | None = None


class SlotSource(Value):
    """One phrase that may fill a slot."""

    when: When = None
    text: Text


class FindingSource(Value):
    """A finding rule, or the pattern ``status`` that stands for three."""

    id: Kebab
    pattern: Literal["status"] | None = None
    kind: FindingKind | None = None
    topic: Kebab
    fact: str | None = None
    when: When = None
    text: Text | None = None
    strength: Text | None = None
    challenge: Text | None = None
    weakness: Text | None = None
    slots: dict[Snake, tuple[SlotSource, ...]] = {}


class DerivedSource(Value):
    """A derived fact."""

    id: Snake
    when: When


class QuestionRulesSource(Value):
    """The rules of one question."""

    question: QuestionId
    bands: dict[Literal["drawer", "unwritten", "nothing"], str] = {}
    derived: tuple[DerivedSource, ...] = ()
    score: dict[str, tuple[ScoreSource, ...]]
    findings: tuple[FindingSource, ...]


class RulesFile(Value):
    """rules/<family>/<criterion>-….yaml."""

    criterion: CriterionId
    rules: tuple[QuestionRulesSource, ...]


class CrossSource(FindingSource):
    """A finding rule that looks at several questions; it belongs to one criterion."""

    criterion: CriterionId


class CrossFile(Value):
    """rules/<family>/cross.yaml."""

    findings: tuple[CrossSource, ...]


class StepSource(Value):
    """A next step."""

    id: Kebab
    title: Text
    finish: Text
    why: Text
    how: tuple[Text, ...] = Field(min_length=3, max_length=6)
    changes: dict[str, str] = Field(min_length=1)
    requires: tuple[str, ...] = ()
    effort: Effort
    responsible: str
    decision: Literal["politisk", "administrativ"]
    works_when: Text
    practice: Practice | None = None
    sdg: tuple[Annotated[int, Field(ge=1, le=17)], ...] = ()
    legal: str | None = None


class RecommendationsFile(Value):
    """recommendations/<family>/<criterion>-….yaml."""

    criterion: CriterionId
    steps: tuple[StepSource, ...]


class RatingsExpected(Value):
    """Ratings an author case expects."""

    system: int | None = None
    extent: int | None = None
    result: int | None = None


class CaseSource(Value):
    """One author case."""

    name: str
    given: dict[str, str | int]
    expect: dict[QuestionId, RatingsExpected] = {}
    finds: tuple[str, ...] = ()
    not_finds: tuple[str, ...] = ()
    says: dict[str, Text | dict[str, str]] = {}
    offers: tuple[str, ...] = ()
    not_offers: tuple[str, ...] = ()


class CasesFile(Value):
    """tests/rules/<family>/<criterion>-….yaml."""

    cases: tuple[CaseSource, ...]


class SayingSource(Value):
    """One way to say a sentence."""

    when: When
    text: Text
    slots: dict[Snake, tuple[SlotSource, ...]] = {}


class SentenceSource(Value):
    """A sentence of a passage."""

    id: Kebab
    paragraph: bool = False
    say: tuple[SayingSource, ...] = Field(min_length=1)


class PassageFile(Value):
    """passages/<family>/<criterion>-….yaml."""

    criterion: CriterionId
    sentences: tuple[SentenceSource, ...] = Field(min_length=1)


class AboutSource(Value):
    """What an area is about."""

    id: str
    about: Text


class AboutFile(Value):
    """passages/<family>/areas.yaml."""

    areas: tuple[AboutSource, ...]
