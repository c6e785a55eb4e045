"""The best plan, found and proven with HiGHS.

A mixed-integer programme over two kinds of variables: whether a step begins in a half-year, and
which set of a question's steps is finished at the end of each. The second kind carries the
points that the engine gave each set, so overlapping steps are counted once, and what must come
first follows from which sets can come about. Choosing among a question's sets is a convex
combination that whole starts force to one set, which keeps the relaxation tight: real plans are
proven best at the root or near it.

Ties are broken by a second search among the best plans: points early, then little effort, then
steps in the order of their ids. Nothing depends on time: what bounds the search is a number of
nodes, so the same input gives the same plan.
"""

from __future__ import annotations

import importlib.metadata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from math import ceil, gcd
from typing import TYPE_CHECKING, TypeAlias

from kompass.errors import EngineError
from kompass.planning.problem import Problem, Schedule, Task
from kompass.planning.states import Block, Mask

if TYPE_CHECKING:
    import highspy

WORK = 3_000_000
"""Most nodes of one search, times columns: large searches have slower nodes, and get fewer.

Two years of a real plan have some 3,000 columns and take sixty nodes at most; see
benchmarks/plan.py.
"""

Terms: TypeAlias = Mapping[int, float]
"""A linear expression: what each column counts."""

TIES = 10
"""A search among plans that are equally good gets one node in so many: a good one will do."""

_CENT = 100
"""Efforts are given in at most hundredths of a person-month."""
_NEVER = float("inf")


@dataclass(frozen=True)
class Found:
    """What a search came to.

    Attributes:
        schedule: The best schedule it found.
        bound: No schedule is better than this: points in total, or person-months.
        proven: Whether the schedule is proven best.
    """

    schedule: Schedule
    bound: float
    proven: bool


def solver_name() -> str:
    """Return the solver's name and version."""
    return f"HiGHS {importlib.metadata.version('highspy')}"


@dataclass
class _Rows:
    """Rows of a linear programme, as they are added."""

    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    start: list[int] = field(default_factory=lambda: [0])
    index: list[int] = field(default_factory=list)
    value: list[float] = field(default_factory=list)

    def add(self, terms: Mapping[int, float], lower: float, upper: float) -> None:
        self.index += terms
        self.value += terms.values()
        self.start.append(len(self.index))
        self.lower.append(lower)
        self.upper.append(upper)


class Search:
    """The programme for one problem.

    Args:
        problem: What to plan.
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.last = len(problem.periods) - 1
        self._begins: dict[tuple[str, int], int] = {}
        self._holds: dict[tuple[str, int], dict[Mask, int]] = {}
        self._rows = _Rows()
        self._count = 0
        for task in problem.tasks:
            for start in task.starts:
                self._begins[task.id, start] = self._new()
        self._whole = self._count
        self._blocks = self._used_blocks()
        for block in self._blocks:
            for period in range(self.last + 1):
                self._holds[block.question, period] = {mask: self._new() for mask in block.points}
        self._nodes = 1 + WORK // (1 + self._count)
        self._constrain()

    def solve(self, hint: Schedule | None = None) -> Found | None:
        """Return the best schedule, or None when there is none.

        Args:
            hint: A schedule to begin from.

        Raises:
            EngineError: The solver failed.
        """
        aims = self._aims()
        first = self._run(aims[0], hint, self._nodes)
        if first is None:
            return None
        schedule = first.schedule
        for aim, following in pairwise(aims):
            self._rows.add(aim, self._value(aim, schedule) - _step(aim) / 2, _NEVER)
            again = self._run(following, schedule, 1 + self._nodes // TIES)
            schedule = again.schedule if again else schedule
        return Found(schedule, self._bound(first.bound), first.proven)

    def most(self, area: str | None = None) -> Schedule | None:
        """Return a schedule with as many points as can be, in total or in one area."""
        aim = self._points(self.last) if area is None else self._area_points(area)
        found = self._run(aim, None, self._nodes)
        return found.schedule if found else None

    def _bound(self, bound: float) -> float:
        """Return a bound on the first aim as points in total, or as person-months."""
        if self.problem.seeks_points:
            return float(self.problem.states.now) + bound * float(self.problem.states.unit)
        return -bound / _CENT

    def feasible(self) -> bool:
        """Tell whether any schedule keeps every wish."""
        return self._run({}, None, self._nodes) is not None

    def _aims(self) -> tuple[Terms, ...]:
        """Return what is sought, all to be as large as possible, the most important first."""
        final = self._points(self.last)
        early: Counter[int] = Counter()
        for period in range(self.last):
            early.update(self._points(period))
        effort = {
            column: -float(self.problem.task_of[id].effort * _CENT)
            for (id, _), column in self._begins.items()
        }
        if self.problem.seeks_points:
            return final, dict(early), effort
        return effort, final, dict(early)

    def _points(self, period: int, blocks: Iterable[Block] | None = None) -> Terms:
        """Return the points at the end of a half-year, beyond those of today, in whole units."""
        unit = self.problem.states.unit
        return {
            column: float((block.points[mask] - block.points[0]) / unit)
            for block in (self._blocks if blocks is None else blocks)
            for mask, column in self._holds[block.question, period].items()
            if mask
        }

    def _area_points(self, area: str) -> Terms:
        return self._points(self.last, (it for it in self._blocks if it.area == area))

    def _starts(self, id: str) -> Iterator[tuple[int, int]]:
        """Yield when a step can begin, and the column that says it does."""
        task = self.problem.task_of.get(id)
        for start in task.starts if task else ():
            yield start, self._begins[id, start]

    def _new(self) -> int:
        self._count += 1
        return self._count - 1

    def _used_blocks(self) -> tuple[Block, ...]:
        used = {task.block.question: task.block for task in self.problem.tasks}
        return tuple(used[question] for question in sorted(used))

    def _constrain(self) -> None:
        problem, wishes = self.problem, self.problem.wishes
        if any(id not in problem.task_of for id in wishes.must):
            self._rows.add({}, 1.0, 1.0)
        for task in problem.tasks:
            columns = {self._begins[task.id, start]: 1.0 for start in task.starts}
            self._rows.add(columns, float(task.id in wishes.must), 1.0)
            for start in task.starts:
                self._constrain_start(task, start)
        for block in self._blocks:
            for period in range(self.last + 1):
                self._constrain_sets(block, period)
        self._limit(wishes.capacity)
        for role, limit in sorted(wishes.roles.items()):
            self._limit(limit, role)
        if wishes.at_once is not None:
            for period in range(self.last + 1):
                self._rows.add({it: 1.0 for it, _ in self._busy(period)}, -_NEVER, wishes.at_once)
        self._constrain_targets()

    def _constrain_start(self, task: Task, start: int) -> None:
        """A step begins only where the finished set lets it."""
        column = self._begins[task.id, start]
        if start == 0:
            if not self.problem.can_begin(task, 0):
                self._rows.add({column: 1.0}, 0.0, 0.0)
            return
        sets = self._holds[task.block.question, start - 1]
        able = {sets[mask]: 1.0 for mask in sets if self.problem.can_begin(task, mask)}
        self._rows.add({**able, column: -1.0}, 0.0, _NEVER)

    def _constrain_sets(self, block: Block, period: int) -> None:
        """One set is finished, and it is the set of the steps that have had their time."""
        sets = self._holds[block.question, period]
        self._rows.add(dict.fromkeys(sets.values(), 1.0), 1.0, 1.0)
        for bit, step in enumerate(block.steps):
            terms = {column: 1.0 for mask, column in sets.items() if mask >> bit & 1}
            for start, column in self._starts(step.id):
                if start + self.problem.task_of[step.id].length - 1 <= period:
                    terms[column] = -1.0
            self._rows.add(terms, 0.0, 0.0)

    def _constrain_targets(self) -> None:
        problem, unit = self.problem, self.problem.states.unit
        targets: list[tuple[Terms, Fraction]] = []
        if problem.wishes.target is not None:
            wanted = Fraction(str(problem.wishes.target)) - problem.states.now
            targets.append((self._points(self.last), wanted))
        for area, target in sorted(problem.wishes.areas.items()):
            now = problem.states.area_points(area, ())
            targets.append((self._area_points(area), Fraction(str(target)) - now))
        for terms, wanted in targets:
            self._rows.add(terms, ceil(wanted / unit), _NEVER)

    def _limit(self, limit: float | None, role: str | None = None) -> None:
        if limit is not None:
            for period in range(self.last + 1):
                terms = {column: float(work) for column, work in self._busy(period, role)}
                self._rows.add(terms, -_NEVER, limit)

    def _busy(self, period: int, role: str | None = None) -> Iterator[tuple[int, Fraction]]:
        """Yield the starts that make work in a half-year, and how much; of one role, or all."""
        for task in self.problem.tasks:
            if role in (None, task.step.responsible):
                for start in task.starts:
                    if 0 <= period - start < task.length:
                        yield self._begins[task.id, start], task.work[period - start]

    def _value(self, aim: Terms, schedule: Schedule) -> float:
        columns = self._columns(schedule)
        return sum(value for column, value in aim.items() if column in columns)

    def _columns(self, schedule: Schedule) -> frozenset[int]:
        """Return the columns that are 1 for a schedule; all others are 0."""
        chosen = {self._begins[id, start] for id, start in schedule.items()}
        for period in range(self.last + 1):
            done = self.problem.finished(schedule, period)
            for block in self._blocks:
                chosen.add(self._holds[block.question, period][block.mask(done)])
        return frozenset(chosen)

    def _run(self, aim: Terms, hint: Schedule | None, nodes: int) -> Found | None:
        import highspy
        import numpy as np

        if not self._count:
            # No step can be taken: doing nothing is all there is, if it is enough.
            return None if any(self.problem.breaches({})) else Found({}, 0.0, True)
        solver = highspy.Highs()  # type: ignore[no-untyped-call]
        for option, value in (
            ("output_flag", False),
            ("threads", 1),
            ("random_seed", 1),
            ("mip_max_nodes", nodes),
            ("mip_rel_gap", 0.0),
            # Every aim moves in whole steps: less than one step from the bound is the best.
            ("mip_abs_gap", 0.99 * _step(aim)),
        ):
            solver.setOptionValue(option, value)
        programme = highspy.HighsLp()
        programme.num_col_ = self._count
        programme.num_row_ = len(self._rows.lower)
        programme.col_cost_ = np.array([aim.get(it, 0.0) for it in range(self._count)])
        programme.col_lower_ = np.zeros(self._count)
        programme.col_upper_ = np.ones(self._count)
        programme.row_lower_ = np.array(self._rows.lower)
        programme.row_upper_ = np.array(self._rows.upper)
        programme.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        programme.a_matrix_.start_ = np.array(self._rows.start, dtype=np.int32)
        programme.a_matrix_.index_ = np.array(self._rows.index, dtype=np.int32)
        programme.a_matrix_.value_ = np.array(self._rows.value)
        whole, free = highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous
        programme.integrality_ = [whole if it < self._whole else free for it in range(self._count)]
        programme.sense_ = highspy.ObjSense.kMaximize
        solver.passModel(programme)
        if hint is not None:
            start = highspy.HighsSolution()
            ones = self._columns(hint)
            start.col_value = [float(it in ones) for it in range(self._count)]
            solver.setSolution(start)
        solver.run()
        return self._read(solver, aim)

    def _read(self, solver: highspy.Highs, aim: Terms) -> Found | None:
        import highspy

        status, info = solver.getModelStatus(), solver.getInfo()
        known = highspy.HighsModelStatus
        if status in (known.kInfeasible, known.kUnboundedOrInfeasible):
            return None
        if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            if status == known.kOptimal or status not in (
                known.kSolutionLimit,
                known.kIterationLimit,
            ):
                raise EngineError(f"HiGHS failed: {solver.modelStatusToString(status)}")
            return None
        values = solver.getSolution().col_value
        schedule = {
            id: start for (id, start), column in self._begins.items() if values[column] > 0.5
        }
        return Found(schedule, info.mip_dual_bound, status == known.kOptimal)


def _step(aim: Terms) -> int:
    """Return the largest whole number that divides everything an aim can come to."""
    return gcd(*(round(it) for it in aim.values())) or 1
