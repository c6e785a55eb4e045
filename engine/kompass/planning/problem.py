"""A planning problem: tasks, half-years and wishes; and what a schedule of tasks comes to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TypeAlias

from kompass.model.plan import Wishes
from kompass.model.recommendation import NextStep
from kompass.planning.calendar import MONTHS, HalfYear, half_years
from kompass.planning.states import Block, Mask, States

Schedule: TypeAlias = Mapping[str, int]
"""The half-year, from 0, in which each chosen step begins."""


@dataclass(frozen=True)
class Task:
    """A step as work over time.

    Attributes:
        bit: Its place in its block's sets.
        work: Person-months in each half-year it lasts; exact.
        starts: The half-years it can begin in, so that it ends within the plan, and where the
            council can decide it if it must.
    """

    step: NextStep
    block: Block
    bit: int
    work: tuple[Fraction, ...]
    starts: tuple[int, ...]

    @property
    def id(self) -> str:
        """The step's id."""
        return self.step.id

    @property
    def length(self) -> int:
        """How many half-years it lasts."""
        return len(self.work)

    @cached_property
    def effort(self) -> Fraction:
        """Person-months in all."""
        return sum(self.work, Fraction(0))


def spread(step: NextStep) -> tuple[Fraction, ...]:
    """Return a step's person-months in each half-year, evenly over its months."""
    total, months = Fraction(str(step.effort.person_months)), step.effort.months
    parts = -(-months // MONTHS)
    return tuple(total * min(MONTHS, months - MONTHS * part) / months for part in range(parts))


class Problem:
    """What can be planned, and within what.

    Args:
        states: What the steps of each question give together.
        wishes: What the plan is asked for.
        periods: The half-years, as `half_years` gives them for the wishes.
        in_time: Whether steps take time and decisions need meetings; False asks only which
            steps, in which order.
    """

    def __init__(
        self, states: States, wishes: Wishes, periods: tuple[HalfYear, ...], in_time: bool = True
    ) -> None:
        self.states = states
        self.wishes = wishes
        self.periods = periods
        self.in_time = in_time
        excluded = frozenset(wishes.excluded)
        self.tasks: tuple[Task, ...] = tuple(
            sorted(
                (
                    self._task(block, bit)
                    for block in states.blocks
                    for bit, step in enumerate(block.steps)
                    if step.id not in excluded
                ),
                key=lambda it: it.id,
            )
        )
        self.task_of: Mapping[str, Task] = {task.id: task for task in self.tasks}

    def _task(self, block: Block, bit: int) -> Task:
        step = block.steps[bit]
        work = spread(step) if self.in_time else (Fraction(str(step.effort.person_months)),)
        last = len(self.periods) - len(work)
        starts = tuple(
            start
            for start in range(last + 1)
            if not self.in_time
            or step.decision == "administrativ"
            or self.periods[start + len(work) - 1].council
        )
        return Task(step, block, bit, work, starts)

    def wishing(self, wishes: Wishes) -> Problem:
        """Return the same problem with other wishes within the same half-years."""
        periods = self.periods
        if wishes.council != self.wishes.council:
            periods = half_years(wishes.start, wishes.periods, wishes.council)
        return Problem(self.states, wishes, periods, self.in_time)

    @property
    def seeks_points(self) -> bool:
        """Whether the plan seeks most points; with targets it seeks the least effort."""
        return self.wishes.target is None and not self.wishes.areas

    def finished(self, schedule: Schedule, period: int) -> frozenset[str]:
        """Return the steps that are finished by the end of a half-year."""
        return frozenset(
            id for id, start in schedule.items() if start + self.task_of[id].length - 1 <= period
        )

    def points(self, schedule: Schedule, period: int | None = None) -> Fraction:
        """Return the points in total at the end of a half-year, or of the plan."""
        return self.states.points(self.finished(schedule, self._last(period)))

    def area_points(self, schedule: Schedule, area: str) -> Fraction:
        """Return the points of an area at the end of the plan."""
        return self.states.area_points(area, self.finished(schedule, self._last(None)))

    def effort(self, schedule: Schedule) -> Fraction:
        """Return the person-months of all chosen steps."""
        return sum((self.task_of[id].effort for id in schedule), Fraction(0))

    def load(self, schedule: Schedule, role: str | None = None) -> tuple[Fraction, ...]:
        """Return the person-months in each half-year, of everybody or of one role."""
        load = [Fraction(0)] * len(self.periods)
        for id, start in schedule.items():
            task = self.task_of[id]
            if role in (None, task.step.responsible):
                for part, work in enumerate(task.work, start):
                    load[part] += work
        return tuple(load)

    def under_way(self, schedule: Schedule) -> tuple[int, ...]:
        """Return how many steps are under way in each half-year."""
        count = [0] * len(self.periods)
        for id, start in schedule.items():
            for part in range(start, start + self.task_of[id].length):
                count[part] += 1
        return tuple(count)

    def breaches(self, schedule: Schedule) -> Iterator[str]:
        """Yield, in words for developers, every rule that a schedule breaks. A plan breaks none."""
        for id, start in schedule.items():
            task = self.task_of[id]
            if start not in task.starts:
                yield f"{id} cannot begin in half-year {start}"
            done = task.block.mask(self.finished(schedule, start - 1))
            if not self.can_begin(task, done):
                yield f"{id} begins before what it needs is finished"
        wishes = self.wishes
        limits = [(None, wishes.capacity), *wishes.roles.items()]
        for role, limit in limits:
            if limit is not None and max(self.load(schedule, role)) > Fraction(str(limit)):
                yield f"more work than {limit} for {role or 'all'}"
        if wishes.at_once is not None and max(self.under_way(schedule)) > wishes.at_once:
            yield f"more than {wishes.at_once} steps at once"
        if wishes.target is not None and self.points(schedule) < Fraction(str(wishes.target)):
            yield f"the target {wishes.target} is not reached"
        for area, target in wishes.areas.items():
            if self.area_points(schedule, area) < Fraction(str(target)):
                yield f"the target {target} of area {area} is not reached"
        for id in wishes.must:
            if id not in schedule:
                yield f"{id} is not in the plan"

    @staticmethod
    def can_begin(task: Task, done: Mask) -> bool:
        """Tell whether a step can begin when a set of its block's steps is finished."""
        return bool(task.block.ready.get(done, 0) >> task.bit & 1)

    def _last(self, period: int | None) -> int:
        return len(self.periods) - 1 if period is None else period
