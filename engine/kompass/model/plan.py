"""A plan: which next steps to take, when, by whom, and what they are expected to give."""

from __future__ import annotations

from datetime import date as Date  # noqa: N812 - the field is called `date`
from typing import Any, Literal

from pydantic import Field

from kompass.model.base import Lang, Value
from kompass.model.recommendation import Effort
from kompass.model.result import FrameworkInfo, Generator

PLAN_SCHEMA = "kompass/plan/1"


class Wishes(Value):
    """What a plan was asked for.

    Attributes:
        start: The first day of the first half-year.
        periods: How many half-years.
        capacity: Person-months in a half-year; None is no limit.
        roles: Person-months in a half-year for steps a role is responsible for.
        at_once: Most steps under way in one half-year; None is no limit.
        target: Points to reach in total.
        areas: Points to reach in an area.
        must: Steps that shall be taken.
        excluded: Steps that shall not be taken.
        council: Days the council meets; empty is the ordinary calendar.
    """

    start: Date
    periods: int = Field(ge=1, le=20)
    capacity: float | None = Field(None, ge=0)
    roles: dict[str, float] = {}
    at_once: int | None = Field(None, ge=1)
    target: float | None = None
    areas: dict[str, float] = {}
    must: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    council: tuple[Date, ...] = ()


class Level(Value):
    """Points before the plan and when it is carried out, for the whole, an area or a question."""

    before: float
    after: float
    max: float


class Period(Value):
    """One half-year.

    Attributes:
        effort: Person-months of work in it.
        points: Expected points in total at its end.
        council: Days on which the council can decide.
    """

    number: int
    start: Date
    end: Date
    effort: float
    points: float
    council: tuple[Date, ...]


class PlannedStep(Value):
    """A step in the plan.

    Attributes:
        period: The half-year it begins in.
        ends: The half-year it is in use from the end of.
        role: The id of the role that is responsible.
        work: Person-months in each half-year from `period` to `ends`.
        changes: The facts it raises, and to which value.
        was: The values they had when the plan was made; a follow-up that was not asked had none.
        expected: Points it adds when it is taken after everything that ends before it.
        requires: Steps of the plan that come first.
        decided: The council meeting that decides it; None for what the administration decides.
    """

    id: str
    title: str
    why: str
    how: tuple[str, ...]
    works_when: str
    under_way: bool
    area: str
    criterion: str
    question: str
    period: int
    ends: int
    start: Date
    end: Date
    role: str
    responsible: str
    effort: Effort
    work: tuple[float, ...]
    changes: dict[str, str]
    was: dict[str, str] = {}
    expected: float
    requires: tuple[str, ...]
    decision: Literal["politisk", "administrativ"]
    decided: Date | None
    sdg: tuple[int, ...]


class Optimality(Value):
    """How good the plan is known to be.

    Attributes:
        status: ``optimal`` is proven best; ``bounded`` is best so far, within `gap`; ``greedy``
            is put together step by step, without proof.
        aim: What was sought: the most points, or the least effort that reaches the targets.
        value: What the plan has of that: points, or person-months.
        bound: No plan can be better than this; None where nothing is proven.
        gap: The distance to the bound as a share of the value; 0 is proven best.
        greedy: What the step-by-step plan would have had; None where it found no plan.
        solver: What searched, with its version.
    """

    status: Literal["optimal", "bounded", "greedy"]
    aim: Literal["points", "effort"]
    value: float
    bound: float | None
    gap: float | None
    greedy: float | None
    solver: str


class Role(Value):
    """Somebody's part in the programme: what it is called, who has it, and what they do."""

    id: str
    name: str
    holder: str
    task: str


class Group(Value):
    """A working group: its areas, steps and three of the United Nations' goals."""

    id: str
    name: str
    areas: tuple[str, ...]
    leader: str
    members: tuple[str, ...]
    steps: tuple[str, ...]
    goals: tuple[int, ...]


class Activity(Value):
    """Something that happens on a day or by a day.

    Attributes:
        kind: BP decision point, IP information point, PJ process work, SR status report, EBP
            final decision point.
        deadline: The day, or the last day.
        steps: The steps it is about, if any.
    """

    id: str
    kind: Literal["BP", "IP", "PJ", "SR", "EBP"]
    text: str
    deadline: Date
    responsible: tuple[str, ...]
    group: str | None = None
    steps: tuple[str, ...] = ()


class StudyTask(Value):
    """Something to find out: unknown answers of one area that decide points."""

    id: str
    name: str
    area: str
    deadline: Date
    responsible: tuple[str, ...]
    elements: tuple[str, ...]
    facts: tuple[str, ...]
    decides: float


class Programme(Value):
    """The plan as an improvement programme: people, activities and goals.

    Attributes:
        name: Empty where the content has no texts for programmes; then the rest is too.
        common_goal: The goal that goes through all groups; 0 is none.
    """

    name: str
    goal: str
    roles: tuple[Role, ...]
    groups: tuple[Group, ...]
    activities: tuple[Activity, ...]
    study_tasks: tuple[StudyTask, ...]
    common_goal: int
    goal_names: dict[int, str]


class PlanNote(Value):
    """Something the reader should know about the plan."""

    code: str
    step: str | None = None
    text: str


class Plan(Value):
    """A whole plan, in one language.

    Attributes:
        area_names: What the areas are called, by the ids of `areas`.
    """

    schema_id: Literal["kompass/plan/1"] = Field(alias="schema")
    lang: Lang
    notice: str
    framework: FrameworkInfo
    generator: Generator
    answers_sha256: str
    municipality: dict[str, Any]
    date: str
    wishes: Wishes
    optimality: Optimality
    total: Level
    areas: dict[str, Level]
    area_names: dict[str, str] = {}
    questions: dict[str, Level]
    effort: float
    periods: tuple[Period, ...]
    steps: tuple[PlannedStep, ...]
    programme: Programme
    notes: tuple[PlanNote, ...] = ()
