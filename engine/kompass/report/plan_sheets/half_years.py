"""The sheet of half-years: work and points in each, who has the work, and what areas gain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from math import fsum

from kompass.model.plan import Level, Period
from kompass.report.numbers import day
from kompass.report.plan_sheets.frame import Frame
from kompass.report.workbook.tables import Cell, Column, Made, Sheet, Table, table


@dataclass(frozen=True)
class Load:
    """The work of those who are responsible, in person-months.

    Attributes:
        work: In each half-year.
        limit: The most in a half-year; None where nobody set one.
    """

    name: str
    work: tuple[float, ...]
    limit: float | None


def half_years(frame: Frame) -> Sheet:
    """Return the sheet of half-years."""
    lines = [frame.say("load_note")]
    if not frame.plan.wishes.council:
        lines.append(frame.say("w_ordinary"))
    return frame.sheet(
        "s_half_years", _effort(frame), _loads(frame), _areas(frame), lines=lines, wide=True
    )


def _effort(frame: Frame) -> Table | None:
    plan, capacity = frame.plan, frame.plan.wishes.capacity
    begun, finished = [it.period for it in plan.steps], [it.ends for it in plan.steps]
    made: list[Made[Period]] = [
        (frame.column("c_half", 32), lambda it: _name(frame, it.number)),
        (frame.column("h_from", 13, "date"), lambda it: it.start),
        (frame.column("h_to", 13, "date"), lambda it: it.end),
        (frame.column("c_work", 13, "tenth"), lambda it: it.effort),
        (frame.column("h_capacity", 13, "tenth"), lambda _: capacity),
        (frame.column("h_begin", 13, "whole"), lambda it: begun.count(it.number)),
        (frame.column("h_finish", 13, "whole"), lambda it: finished.count(it.number)),
        (frame.column("c_at_end", 13, "tenth"), lambda it: it.points),
        (frame.column("h_meetings", 24), _meetings),
    ]
    room = None if capacity is None else capacity * len(plan.periods)
    total = (frame.say("c_total"), None, None, plan.effort, room, len(begun), len(finished))
    return table(
        "kompass_halvaar",
        plan.periods,
        made,
        caption=frame.say("by_half_year"),
        total=(*total, plan.total.after, None),
    )


def _name(frame: Frame, number: int) -> str:
    return frame.say("half", number=number)


def _meetings(period: Period) -> Cell:
    return "\n".join(day(it.isoformat()) for it in period.council)


def _loads(frame: Frame) -> Table | None:
    """Return who has how much work; a role without steps has no row."""
    loads = sorted(_load(frame), key=lambda it: it.name)
    numbers = range(len(frame.plan.periods))
    made: list[Made[Load]] = [(frame.column("c_responsible", 32), lambda it: it.name)]
    made += [(Column(_name(frame, at + 1), 13, "tenth"), partial(_work, at=at)) for at in numbers]
    made.append((frame.column("c_total", 13, "tenth"), lambda it: fsum(it.work)))
    total: list[Cell] = [frame.say("c_total"), *(it.effort for it in frame.plan.periods)]
    total.append(frame.plan.effort)
    if frame.plan.wishes.roles:
        made.append((frame.column("h_limit", 13, "tenth"), lambda it: it.limit))
        total.append(None)
    return table("kompass_ansvar", loads, made, caption=frame.say("by_role"), total=tuple(total))


def _load(frame: Frame) -> Iterator[Load]:
    plan = frame.plan
    for role in {it.role for it in plan.steps}:
        work = [0.0] * len(plan.periods)
        for step in (it for it in plan.steps if it.role == role):
            for at, months in enumerate(step.work, start=step.period - 1):
                work[at] += months
        yield Load(frame.role(role), tuple(work), plan.wishes.roles.get(role))


def _work(load: Load, at: int) -> Cell:
    return load.work[at] or None


def _areas(frame: Frame) -> Table | None:
    made: list[Made[tuple[str, Level]]] = [
        (frame.column("c_area", 32), lambda it: it[0]),
        (frame.column("c_before", 13, "tenth"), lambda it: it[1].before),
        (frame.column("c_after", 13, "tenth"), lambda it: it[1].after),
        (frame.column("c_change", 13, "tenth"), lambda it: it[1].after - it[1].before),
        (frame.column("c_max", 13, "tenth"), lambda it: it[1].max),
    ]
    total = tuple(of((frame.say("c_total"), frame.plan.total)) for _, of in made)
    return table(
        "kompass_omrader",
        ((frame.area(id), level) for id, level in frame.plan.areas.items()),
        made,
        caption=frame.say("areas_caption"),
        total=total,
    )
