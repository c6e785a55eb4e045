"""A plan as Markdown: what a person edits, and Word, PDF and HTML are made from."""

from __future__ import annotations

from kompass.model.plan import Plan
from kompass.report.manuscript import set_in_order
from kompass.report.plan_chapters.outline import PlanOutline

_TEMPLATE = "plan.md.j2"


def plan_markdown(plan: Plan, title: str | None = None) -> str:
    """Return a plan as Markdown.

    Args:
        plan: The plan; its language is the language of the document.
        title: What the document is called; None for the usual name.
    """
    return set_in_order(_TEMPLATE, plan.lang, o=PlanOutline(plan, title), plan=plan)
