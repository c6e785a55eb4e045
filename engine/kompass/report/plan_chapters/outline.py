"""What the document of a plan holds, chapter by chapter: what its template sets in order."""

from __future__ import annotations

from dataclasses import dataclass

from kompass.model.plan import Plan, PlannedStep
from kompass.report.charts.schedule import Gantt
from kompass.report.numbers import day_of_year, rounded, short, short_months
from kompass.report.plan_chapters import making
from kompass.report.plan_chapters.gantt import charts
from kompass.report.plan_chapters.halves import (
    HalfPart,
    HalfRow,
    half_parts,
    half_rows,
    remarks,
)
from kompass.report.plan_chapters.message import AreaRow, area_rows, message, total_row
from kompass.report.plan_chapters.programme import ProgrammePart
from kompass.report.plan_chapters.voice import LEAST, PlanVoice


@dataclass(frozen=True)
class StepRow:
    """A step as a table tells it."""

    title: str
    responsible: str
    begins: str
    in_use: str
    decided: str
    effort: str
    points: str


class PlanOutline(PlanVoice):
    """A plan's chapters, in the order they are read.

    Args:
        plan: The plan.
        title: What the document is called; None for the usual name.
    """

    def __init__(self, plan: Plan, title: str | None = None) -> None:
        super().__init__(plan, title)
        self.programme = ProgrammePart(self)
        self.charts: tuple[Gantt, ...] = charts(self)

    @property
    def message(self) -> tuple[str, ...]:
        """The plan in short."""
        return tuple(message(self))

    @property
    def areas(self) -> tuple[AreaRow, ...]:
        """What the plan does to each area, and in total."""
        return area_rows(self)

    @property
    def total(self) -> AreaRow:
        """What the plan does in total."""
        return total_row(self)

    @property
    def glance(self) -> str:
        """What the tables and the chart show."""
        turned = any(it.wide for it in self.charts)
        return self.say("glance_intro" if turned else "glance_upright")

    @property
    def halves(self) -> tuple[HalfRow, ...]:
        """The half-years, a row each."""
        return half_rows(self)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the half-years do not say by themselves."""
        return tuple(remarks(self))

    @property
    def steps(self) -> tuple[StepRow, ...]:
        """The steps in the order of the chart, a row each."""
        return tuple(_row(it, self.titles[it.id]) for it in self.by_area)

    @property
    def parts(self) -> tuple[HalfPart, ...]:
        """The chapters on half-years."""
        return tuple(half_parts(self))

    @property
    def frames(self) -> str:
        """What the plan was asked for."""
        return " ".join(making.frames(self))

    @property
    def choice(self) -> str:
        """How the steps were chosen."""
        return " ".join(making.choice(self))

    @property
    def worth(self) -> tuple[str, ...]:
        """What the numbers are worth."""
        return tuple(making.worth(self))


def _row(step: PlannedStep, title: str) -> StepRow:
    return StepRow(
        title=title,
        responsible=step.responsible,
        begins=short_months(step.start, step.start),
        in_use=short_months(step.end, step.end),
        decided=day_of_year(step.decided) if step.decided else "–",
        effort=short(step.effort.person_months),
        points=f"+{rounded(step.expected)}" if step.expected >= LEAST else "–",
    )
