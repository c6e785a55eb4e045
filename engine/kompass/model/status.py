"""How a plan went: what is done by the answers of a later year, and what came of it."""

from __future__ import annotations

from datetime import date as Date  # noqa: N812 - the field is called `date`
from typing import Any, Literal

from pydantic import Field

from kompass.model.base import Lang, Value
from kompass.model.plan import PlanNote

STATUS_SCHEMA = "kompass/plan-status/1"

Progress = Literal["done", "under_way", "not_begun", "unknown"]


class StepStatus(Value):
    """A planned step, as the answers have it.

    Attributes:
        progress: ``done`` when everything it was to change has reached its value; ``under_way``
            when something has, has come further than when it was planned, or is decided and not
            in use; ``unknown`` when the answers do not say, which is not the same as
            ``not_begun``.
        reached: Facts that have reached their value.
        further: Facts that have come further, but not all the way.
        planned: Facts that are decided and not in use.
        missing: Facts that stand where they stood.
        fallen: Facts that stand lower than when the plan was made.
        unknown: Facts nobody has answered.
        documented: Whether everything that is reached has documentation.
        late: Its end has passed, and something it was to change is known not to be there.
        early: Done before its end.
    """

    id: str
    title: str
    criterion: str
    question: str
    responsible: str
    end: Date
    progress: Progress
    reached: tuple[str, ...]
    further: tuple[str, ...]
    planned: tuple[str, ...]
    missing: tuple[str, ...]
    fallen: tuple[str, ...]
    unknown: tuple[str, ...]
    documented: bool
    late: bool
    early: bool
    expected: float


class Slipped(Value):
    """Something planned whose day has passed, and that is still not in use."""

    fact: str
    text: str
    due: Date
    months: int = Field(ge=0)


class Outcome(Value):
    """Points of the whole, an area or a question.

    Attributes:
        before: When the plan was made.
        expected: By the plan, at the end of the last half-year that has ended.
        planned: By the plan, when all of it is done.
        came: By the answers.
    """

    before: float
    expected: float
    planned: float
    came: float


class Change(Value):
    """Points of a question the plan did not touch, when the plan was made and now."""

    before: float
    came: float


class Shortfall(Value):
    """A question where every step that was due is done, and the points still did not come.

    Attributes:
        points: How many are lacking.
        steps: The steps that are done.
        lower: Facts that are answered lower than when the plan was made.
        unanswered: Facts that had a good answer then, and have none now. These and `lower` are
            known only with the answers from when the plan was made.
    """

    question: str
    points: float
    steps: tuple[str, ...]
    lower: tuple[str, ...]
    unanswered: tuple[str, ...]


class PlanStatus(Value):
    """A plan read against the answers of a later year.

    Attributes:
        planned: The ISO date of the answers the plan was made from.
        date: The ISO date of the answers it is read against.
        ended: How many of the plan's half-years have ended by then.
        periods: How many it has.
        comparable: Whether the points are; not when the framework is another.
        total: Points in total.
        areas: The same by area.
        questions: The same for the questions the plan was to change.
        outside: Points that came, or went, in questions the plan did not touch.
        elsewhere: Those of them that moved, by id; None without the answers from when the plan
            was made.
        shortfalls: Where what is done did not give what was expected.
    """

    schema_id: Literal["kompass/plan-status/1"] = Field(alias="schema")
    lang: Lang
    notice: str
    municipality: dict[str, Any]
    planned: str
    date: str
    ended: int
    periods: int
    comparable: bool
    total: Outcome
    areas: dict[str, Outcome]
    area_names: dict[str, str]
    questions: dict[str, Outcome]
    outside: float
    elsewhere: dict[str, Change] | None
    shortfalls: tuple[Shortfall, ...]
    steps: tuple[StepStatus, ...]
    slipped: tuple[Slipped, ...]
    notes: tuple[PlanNote, ...]
