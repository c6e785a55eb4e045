"""A plan as a workbook: to filter, to fill in, and to see month by month."""

from __future__ import annotations

from kompass.model.plan import Plan
from kompass.report.plan_sheets.about import about
from kompass.report.plan_sheets.frame import Frame
from kompass.report.plan_sheets.half_years import half_years
from kompass.report.plan_sheets.programme import activities, groups, study_tasks
from kompass.report.plan_sheets.steps import advice, steps
from kompass.report.plan_sheets.timeline import timeline
from kompass.report.workbook.writing import Book, write_book


def plan_workbook(plan: Plan) -> bytes:
    """Return a plan as an Excel workbook, in its own language; the same plan, the same bytes."""
    frame = Frame(plan)
    sheets = (steps, half_years, timeline, advice, activities, groups, study_tasks, about)
    return write_book(
        Book(
            title=frame.title,
            creator=f"{plan.generator.name} {plan.generator.version}",
            day=plan.date,
            lang=plan.lang,
            notice=plan.notice,
            sheets=tuple(it(frame) for it in sheets),
        )
    )
