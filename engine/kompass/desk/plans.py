"""A plan as the bytes of a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Literal

from kompass.desk.rendering import RENDERED, Rendered, rendered

if TYPE_CHECKING:
    from kompass.model.plan import Plan

PLAN_FORMATS: Final = ("json", "md", "docx", "pdf", "html", "xlsx", "ics", "svg", "png")

_PICTURES: Final[Mapping[str, Literal["svg", "png"]]] = {"svg": "svg", "png": "png"}


def plan_file(plan: Plan, form: str) -> Rendered:
    """Return a plan in one of the formats it can be written in.

    Raises:
        KompassError: The PDF cannot be made.
    """
    if form == "json":
        return Rendered((plan.model_dump_json(by_alias=True, indent=2) + "\n").encode())
    if form == "xlsx":
        from kompass.report.plan_workbook import plan_workbook

        return Rendered(plan_workbook(plan))
    if form == "ics":
        from kompass.report.plan_calendar import plan_calendar

        return Rendered(plan_calendar(plan))
    if form in _PICTURES:
        from kompass.report.plan_picture import plan_picture

        return Rendered(plan_picture(plan, _PICTURES[form]))
    from kompass.report.plan_document import plan_markdown

    text = plan_markdown(plan).encode()
    if form not in RENDERED:
        return Rendered(text)
    from kompass.report.reader import read_report

    return rendered(read_report(text, "plan.md"), form)
