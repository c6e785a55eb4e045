"""The steps of a plan, in words, days and expected points."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from kompass.assessment.standing import Standing
from kompass.assessment.steps import is_planned
from kompass.model.base import Lang
from kompass.model.framework import NOT_ASKED, UNKNOWN
from kompass.model.plan import PlannedStep
from kompass.model.recommendation import NextStep
from kompass.planning.calendar import add_months
from kompass.planning.problem import Problem, Schedule, Task


def planned_steps(problem: Problem, schedule: Schedule, lang: Lang) -> tuple[PlannedStep, ...]:
    """Return the steps of a schedule, in the order they are finished.

    What each is expected to give is what it adds to those before it, so that the whole adds up.
    """
    order = sorted(schedule, key=lambda id: (_ends(problem, schedule, id), schedule[id], id))
    found, before = [], problem.states.now
    for count, id in enumerate(order, 1):
        after = problem.states.points(order[:count])
        found.append(_step(problem, schedule, problem.task_of[id], after - before, lang))
        before = after
    return tuple(sorted(found, key=lambda it: (it.period, it.ends, it.criterion, it.id)))


def _ends(problem: Problem, schedule: Schedule, id: str) -> int:
    return schedule[id] + problem.task_of[id].length - 1


def _step(
    problem: Problem, schedule: Schedule, task: Task, expected: Fraction, lang: Lang
) -> PlannedStep:
    standing, step = problem.states.standing, task.step
    content = standing.instrument.content
    first, last = schedule[step.id], _ends(problem, schedule, step.id)
    start = problem.periods[first].start
    ready = add_months(start, step.effort.months) - timedelta(days=1)
    decided = _decided(step, problem.periods[last].council, ready)
    changes = dict(_changes(standing, step))
    under_way = any(is_planned(standing, fact) for fact in changes)
    return PlannedStep(
        id=step.id,
        title=(step.finish if under_way else step.title)(lang),
        why=step.why(lang),
        how=tuple(it(lang) for it in step.how),
        works_when=step.works_when(lang),
        under_way=under_way,
        area=step.area,
        criterion=step.criterion,
        question=task.block.question,
        period=first + 1,
        ends=last + 1,
        start=start,
        end=max(ready, decided or ready),
        role=step.responsible,
        responsible=content.roles[step.responsible](lang),
        effort=step.effort,
        work=tuple(map(float, task.work)),
        changes=changes,
        was={
            fact: content.answer_set(fact).value(rank)
            for fact in changes
            if (rank := standing.rank(fact)) > NOT_ASKED
        },
        expected=float(expected),
        requires=tuple(it for it in step.requires if it in schedule),
        decision=step.decision,
        decided=decided,
        sdg=step.sdg,
    )


def _decided(step: NextStep, council: tuple[date, ...], ready: date) -> date | None:
    """Return the last meeting that can decide a step before it shall be in use, or the next."""
    if step.decision == "administrativ":
        return None
    in_time = [day for day in council if day <= ready]
    return in_time[-1] if in_time else council[0]


def _changes(standing: Standing, step: NextStep) -> Iterator[tuple[str, str]]:
    """Yield what a step raises here; what nobody has answered, it leaves alone."""
    content = standing.instrument.content
    for fact, value in step.changes.items():
        if UNKNOWN < standing.rank(fact) < content.answer_set(fact).rank(value):
            yield fact, value
