"""The step-by-step plan: again and again the step that gives most for the effort.

It needs no solver and proves nothing. It is what a plan falls back on, and what the exact search
has to beat.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kompass.planning.problem import Problem, Schedule, Task
from kompass.planning.states import members


def greedy(problem: Problem) -> Schedule | None:
    """Return a schedule that keeps every wish, or None when none is found this way."""
    search = _Search(problem)
    if not search.take_wanted() or not search.reach_targets():
        return None
    schedule = search.schedule
    return schedule if not any(problem.breaches(schedule)) else None


@dataclass(frozen=True, slots=True)
class Missing:
    """Points that targets still lack, in total and by area."""

    total: Fraction
    areas: Mapping[str, Fraction]


class _Search:
    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.schedule: dict[str, int] = {}

    def take_wanted(self) -> bool:
        """Take the steps that must be in the plan, each with what it needs."""
        return all(
            id in self.schedule
            or (id in self.problem.task_of and self._take(self.problem.task_of[id]))
            for id in self.problem.wishes.must
        )

    def reach_targets(self) -> bool:
        """Add steps while they give points, or until the targets are reached."""
        while not self._enough():
            more = next(self._ways_on(), None)
            if more is None:
                return self.problem.seeks_points
            self.schedule |= more
        if not self.problem.seeks_points:
            self._drop_idle()
        return True

    def _ways_on(self) -> Iterator[dict[str, int]]:
        """Yield steps, with what they need and when they begin: most for the effort first."""
        missing = self._missing()
        rated = []
        for task in self.problem.tasks:
            if task.id not in self.schedule:
                chain = self._chain(task)
                gain = self._gain(chain, missing)
                if chain and gain > 0:
                    effort = sum((it.effort for it in chain), Fraction(0))
                    rated.append((-gain / effort, task.id, chain))
        for _, _, chain in sorted(rated, key=lambda it: it[:2]):
            more = self._placed(chain)
            if more:
                yield more

    def _gain(self, chain: Sequence[Task], missing: Missing | None) -> Fraction:
        """Return what some steps of one question would give of what is sought."""
        if not chain:
            return Fraction(0)
        block = chain[0].block
        taken = block.mask(self.schedule)
        gain = block.points[taken | block.mask(it.id for it in chain)] - block.points[taken]
        if missing is None:
            return gain
        return min(gain, missing.total) + min(gain, missing.areas.get(block.area, Fraction(0)))

    def _missing(self) -> Missing | None:
        """Return what the targets still lack; None where points are sought."""
        problem, wishes = self.problem, self.problem.wishes
        if problem.seeks_points:
            return None
        total = Fraction(0)
        if wishes.target is not None:
            total = max(total, Fraction(str(wishes.target)) - problem.points(self.schedule))
        areas = {
            area: max(Fraction(0), Fraction(str(target)) - problem.area_points(self.schedule, area))
            for area, target in wishes.areas.items()
        }
        return Missing(total, areas)

    def _enough(self) -> bool:
        missing = self._missing()
        return missing is not None and not missing.total and not any(missing.areas.values())

    def _drop_idle(self) -> None:
        """Take out steps that the targets can do without, the most costly first."""
        for task in sorted(self.problem.tasks, key=lambda it: (-it.effort, it.id)):
            if task.id in self.schedule and task.id not in self.problem.wishes.must:
                without = {id: start for id, start in self.schedule.items() if id != task.id}
                if not any(self.problem.breaches(without)):
                    self.schedule = without

    def _take(self, task: Task) -> bool:
        more = self._placed(self._chain(task))
        self.schedule |= more or {}
        return bool(more)

    def _placed(self, chain: Sequence[Task]) -> dict[str, int] | None:
        """Return the earliest starts of steps that follow one another, or None without room."""
        starts: dict[str, int] = {}
        for task in chain:
            start = self._earliest(task, starts)
            if start is None:
                return None
            starts[task.id] = start
        return starts or None

    def _chain(self, task: Task) -> tuple[Task, ...]:
        """Return the fewest steps after which a step can begin, then it; () when it never can."""
        block, task_of = task.block, self.problem.task_of
        taken, own = block.mask(self.schedule), 1 << task.bit
        enough = (
            mask
            for mask, ready in block.ready.items()
            if mask & taken == taken and not mask & own and ready & own
        )
        mask = min(enough, key=lambda it: (it.bit_count(), it), default=None)
        if mask is None:
            return ()
        needed = [block.steps[bit].id for bit in members(mask & ~taken)]
        if not all(id in task_of for id in needed):
            return ()
        return self._in_order(task, [task_of[id] for id in needed])

    def _in_order(self, task: Task, needed: list[Task]) -> tuple[Task, ...]:
        """Return steps in an order in which each can begin, and the step last; () without one."""
        done, order = task.block.mask(self.schedule), []
        while needed:
            able = [it for it in needed if self.problem.can_begin(it, done)]
            if not able:
                return ()
            order.append(able[0])
            done |= 1 << able[0].bit
            needed = [it for it in needed if it is not able[0]]
        return (*order, task)

    def _earliest(self, task: Task, more: Schedule) -> int | None:
        """Return the first half-year a step can begin in beside everything chosen."""
        trial = {**self.schedule, **more}
        for start in task.starts:
            done = task.block.mask(self.problem.finished(trial, start - 1))
            if self.problem.can_begin(task, done) and self._has_room(task, start, trial):
                return start
        return None

    def _has_room(self, task: Task, start: int, schedule: Schedule) -> bool:
        problem, wishes = self.problem, self.problem.wishes
        role = task.step.responsible
        limits = [(None, wishes.capacity), (role, wishes.roles.get(role))]
        for whose, limit in limits:
            if limit is not None:
                load = problem.load(schedule, whose)
                for part, work in enumerate(task.work, start):
                    if load[part] + work > Fraction(str(limit)):
                        return False
        if wishes.at_once is None:
            return True
        count = problem.under_way(schedule)
        return all(count[part] < wishes.at_once for part in range(start, start + task.length))
