"""What everything that is told about one plan in sheets and in a calendar shares."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from kompass.model.plan import Plan
from kompass.report.plan_chapters.voice import PlanVoice
from kompass.report.plan_sheets.prose import WORDS
from kompass.report.workbook.tables import Column, Pages

_STATUSES: Final = ("x_not_begun", "x_begun", "x_done")
"""How far something has come, in the order it goes."""


class Frame(Pages, PlanVoice):
    """A plan, its names, and the words it is told in.

    Args:
        plan: The plan; its language is the language of everything.
    """

    words = WORDS

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan)
        self.date = plan.date
        self._groups = {it.id: it.name for it in plan.programme.groups}
        self._responsible = {it.role: it.responsible for it in plan.steps}

    def steps(self, ids: Iterable[str]) -> str:
        """Return the titles of steps in a cell; of one that is not in the plan, its id."""
        return stacked([self.titles.get(it, it) for it in ids])

    def group(self, id: str | None) -> str:
        """Return the name of a group; nothing where there is none."""
        return "" if id is None else self._groups.get(id, id)

    def numbered_goal(self, number: int) -> str:
        """Return the number and the name of one of the United Nations' goals."""
        return f"{number} {self.plan.programme.goal_names.get(number, '')}".rstrip()

    def role(self, id: str) -> str:
        """Return what those are called who are responsible."""
        return self._responsible.get(id, id)

    def kind(self, kind: str) -> str:
        """Return a kind of activity in words, with its letters."""
        return f"{self.say(kind)} ({kind})"

    def follow_up(self) -> tuple[Column, Column]:
        """Return the columns in which people write how far something has come."""
        statuses = map(self.say, _STATUSES)
        return self.open("x_status", 14, "text", *statuses), self.open("x_remark", 30)


def stacked(texts: Sequence[str]) -> str:
    """Return texts in a cell, one below the other, with dashes that show where each begins."""
    return "\n".join(f"– {it}" for it in texts) if len(texts) > 1 else "".join(texts)
