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
            when something has, or has come further than when it was planned; ``unknown`` when
            the answers do not say, which is not the same as ``not_begun``.
        reached: Facts that have reached their value.
        further: Facts that have come further, but not all the way.
        missing: Facts that stand where they stood.
        unknown: Facts nobody has answered.
        documented: Whether everything that is reached has documentation.
        late: Not done, and its end has passed.
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
    missing: tuple[str, ...]
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
    """Points when the plan was made, as they were to be when it is done, and as they are."""

    before: float
    planned: float
    came: float


class PlanStatus(Value):
    """A plan read against the answers of a later year.

    Attributes:
        planned: The ISO date of the answers the plan was made from.
        date: The ISO date of the answers it is read against.
        ended: How many of the plan's half-years have ended by then.
        periods: How many it has.
        expected: Points in total that the plan had by then.
        total: Points in total.
        areas: The same by area.
        questions: The same for the questions the plan was to change.
        outside: Points that came, or went, in questions the plan did not touch.
    """

    schema_id: Literal["kompass/plan-status/1"] = Field(alias="schema")
    lang: Lang
    notice: str
    municipality: dict[str, Any]
    planned: str
    date: str
    ended: int
    periods: int
    expected: float
    total: Outcome
    areas: dict[str, Outcome]
    area_names: dict[str, str]
    questions: dict[str, Outcome]
    outside: float
    steps: tuple[StepStatus, ...]
    slipped: tuple[Slipped, ...]
    notes: tuple[PlanNote, ...]
