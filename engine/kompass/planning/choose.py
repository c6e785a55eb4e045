"""The schedule for a problem: the best that can be found and proven, or the step-by-step one."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from importlib.util import find_spec

from kompass.errors import InfeasiblePlanError
from kompass.model.base import Lang
from kompass.model.plan import Optimality
from kompass.planning import wording
from kompass.planning.greedy import greedy
from kompass.planning.problem import Problem, Schedule

GREEDY = "greedy"


@dataclass(frozen=True)
class Chosen:
    """A schedule, and how good it is known to be."""

    schedule: Schedule
    optimality: Optimality


def can_prove() -> bool:
    """Tell whether the solver is installed."""
    return all(find_spec(name) is not None for name in ("highspy", "numpy"))


def choose(problem: Problem, lang: Lang, prove: bool = True) -> Chosen:
    """Return the schedule to plan with. It is never worse than the step-by-step one.

    Args:
        problem: What to plan, within what.
        lang: The language of an explanation.
        prove: Whether to search with the solver, where it is installed.

    Raises:
        InfeasiblePlanError: No schedule keeps every wish; or, without the solver, none was found.
        EngineError: The solver failed.
    """
    simple = greedy(problem)
    if not (prove and can_prove()):
        if simple is None:
            raise InfeasiblePlanError(wording.NOT_FOUND(lang))
        return Chosen(simple, _step_by_step(problem, simple))
    from kompass.planning.conflicts import explain
    from kompass.planning.exact import Search, solver_name

    found = Search(problem).solve(simple)
    if found is None:
        raise InfeasiblePlanError(explain(problem, lang))
    schedule = found.schedule
    if simple is not None and _is_better(problem, simple, schedule):
        schedule = simple  # the search was cut short before it got as far
    value = _value(problem, schedule)
    return Chosen(
        schedule,
        Optimality(
            status="optimal" if found.proven else "bounded",
            aim="points" if problem.seeks_points else "effort",
            value=float(value),
            bound=float(value) if found.proven else found.bound,
            gap=0.0 if found.proven else abs(found.bound / float(value) - 1),
            greedy=None if simple is None else float(_value(problem, simple)),
            solver=solver_name(),
        ),
    )


def _step_by_step(problem: Problem, schedule: Schedule) -> Optimality:
    value = float(_value(problem, schedule))
    return Optimality(
        status="greedy",
        aim="points" if problem.seeks_points else "effort",
        value=value,
        bound=None,
        gap=None,
        greedy=value,
        solver=GREEDY,
    )


def _value(problem: Problem, schedule: Schedule) -> Fraction:
    return problem.points(schedule) if problem.seeks_points else problem.effort(schedule)


def _is_better(problem: Problem, one: Schedule, other: Schedule) -> bool:
    if problem.seeks_points:
        return problem.points(one) > problem.points(other)
    return problem.effort(one) < problem.effort(other)
