"""The sheet of months: when there is work on each step, and when the council decides it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Date  # noqa: N812
from functools import partial
from math import ceil
from typing import Final

from kompass.model.plan import PlannedStep
from kompass.report.numbers import month
from kompass.report.plan_sheets.frame import Frame
from kompass.report.workbook.tables import DECISION, WORK, Cell, Column, Made, Sheet, table

_ACROSS: Final = 36
"""So many months have room on a page."""


def timeline(frame: Frame) -> Sheet:
    """Return the sheet of months."""
    months = list(_months(frame))
    made: list[Made[PlannedStep]] = [
        (frame.column("c_step", 56), lambda it: it.title),
        (frame.column("c_responsible", 24), lambda it: it.responsible),
        *((Column(f"{month(it)[:3]} {it.year}", 5, "mark"), partial(_mark, it)) for it in months),
    ]
    return frame.sheet(
        "s_timeline",
        table("kompass_framdrift", frame.plan.steps, made),
        lines=[frame.say("timeline_key", work=WORK, decision=DECISION)],
        empty=frame.say("empty"),
        wide=True,
        across=ceil(len(months) / _ACROSS),
    )


def _months(frame: Frame) -> Iterator[Date]:
    """Yield the first day of every month of the plan."""
    month, last = frame.plan.periods[0].start.replace(day=1), frame.plan.periods[-1].end
    while month <= last:
        yield month
        month = _following(month)


def _following(month: Date) -> Date:
    return Date(month.year + month.month // 12, month.month % 12 + 1, 1)


def _mark(month: Date, step: PlannedStep) -> Cell:
    """Return the mark of a month: the council decides the step, or else there is work on it."""
    if step.decided and step.decided.replace(day=1) == month:
        return DECISION
    return WORK if step.start.replace(day=1) <= month <= step.end else None
