"""What a Gantt chart shows: steps over half-years, with the days on which they are decided."""

from __future__ import annotations

from datetime import date as Date  # noqa: N812
from itertools import pairwise
from typing import Annotated, Any, Final, Literal, Self

from pydantic import BeforeValidator, model_validator

from kompass.model.base import Value
from kompass.report.charts.fields import Label, Number, Pictured, counted, refused
from kompass.report.layout import clean

MOST_STEPS: Final = 400
_FEW: Final = 10
"""So many steps have room on a page that is upright."""
_LONGEST: Final = 366 * 12
"""The most days."""


def _day(value: Any) -> Date:
    """Read a day as TOML or JSON has it; pydantic alone takes numbers for seconds since 1970."""
    if type(value) is Date:
        return value
    try:
        return Date.fromisoformat(value)
    except (TypeError, ValueError):
        raise refused("Dagen skal være skrevet som 2027-01-31.") from None


Day = Annotated[Date, BeforeValidator(_day)]
"""A day in the calendar."""


class Half(Value):
    """One half-year, with the work in it, in person-months, and the points at its end."""

    start: Day
    end: Day
    effort: Number
    points: Number


class Step(Value):
    """One step.

    Attributes:
        group: What it stands under; steps of one group follow each other.
        who: Who is responsible.
        end: The day it is in use.
        points: What it adds, in points.
        decided: The council meeting that decides it.
    """

    group: Label
    label: Label
    who: Label
    start: Day
    end: Day
    points: Number
    decided: Day | None = None


class Gantt(Pictured):
    """Steps over half-years.

    Attributes:
        capacity: Person-months a half-year has room for, if that is limited.
    """

    kind: Literal["gantt"] = "gantt"
    capacity: Number | None = None
    periods: tuple[Half, ...]
    steps: tuple[Step, ...]

    @property
    def wide(self) -> bool:
        """Whether it takes a page of its own, turned on its side."""
        return len(self.steps) > _FEW

    @model_validator(mode="after")
    def _drawable(self) -> Self:
        counted(self.periods, "halvår", 1, 20)
        counted(self.steps, "steg", 1, MOST_STEPS)
        for period in self.periods:
            if period.end <= period.start:
                raise refused(f"Halvåret fra {period.start} slutter før det begynner.")
        for before, after in pairwise(self.periods):
            if after.start <= before.end:
                raise refused(f"Halvåret fra {after.start} begynner før det forrige er slutt.")
        first, last = self.periods[0].start, self.periods[-1].end
        if (last - first).days > _LONGEST:
            raise refused("Halvårene går over mer enn tolv år.")
        for step in self.steps:
            days = (step.start, step.decided or step.start, step.end)
            if not first <= min(days) <= max(days) <= last or step.end < step.start:
                raise refused(
                    f"«{clean(step.label, 60)}» skal begynne, vedtas og være i bruk mellom "
                    f"{first} og {last}."
                )
        return self
