"""What a reader should know about a plan, beside what it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kompass.assessment.findings import listed
from kompass.model.base import Lang
from kompass.model.framework import UNKNOWN
from kompass.model.plan import PlanNote
from kompass.model.recommendation import NextStep
from kompass.planning import wording
from kompass.planning.calendar import is_election_year
from kompass.planning.choose import Chosen
from kompass.planning.problem import Problem, Schedule

MANY = 5
"""Steps at once that are much for one role: a judgement, as most have other work to do."""

_CONSTITUTED = 10
"""The month by whose end a new council has constituted itself."""


def notes(problem: Problem, chosen: Chosen, lang: Lang) -> Iterator[PlanNote]:
    """Yield the notes of a plan."""
    if chosen.optimality.status == "greedy":
        yield PlanNote(code="not_proven", text=wording.BY_STEPS(lang))
    yield from _elections(problem, lang)
    yield from _burdened(problem, chosen.schedule, lang)
    yield from _untouched(problem, chosen.schedule, lang)
    yield from _unknown(problem, lang)


def _elections(problem: Problem, lang: Lang) -> Iterator[PlanNote]:
    first, last = problem.periods[0].start, problem.periods[-1].end
    for year in range(first.year, last.year + 1):
        begun = (first.year, first.month) <= (year, _CONSTITUTED)
        if is_election_year(year) and begun and (last.year, last.month) >= (year, _CONSTITUTED):
            text = wording.ELECTION_OWN if problem.wishes.council else wording.ELECTION
            yield PlanNote(code="election", text=text(lang).format(year=year))


def _burdened(problem: Problem, schedule: Schedule, lang: Lang) -> Iterator[PlanNote]:
    """Yield a note on each role with much at once, for the half-year when it has most."""
    busy: Counter[tuple[str, int]] = Counter()
    for id, start in schedule.items():
        task = problem.task_of[id]
        for period in range(start, start + task.length):
            busy[task.step.responsible, period + 1] += 1
    roles = problem.states.standing.instrument.content.roles
    for role in sorted({role for role, _ in busy}):
        most, period = max((count, -at) for (whose, at), count in busy.items() if whose == role)
        if most >= MANY:
            text = wording.ONE_ROLE(lang).format(role=roles[role](lang), steps=most, period=-period)
            yield PlanNote(code="one_role", text=text)


def _untouched(problem: Problem, schedule: Schedule, lang: Lang) -> Iterator[PlanNote]:
    touched = {problem.task_of[id].step.area for id in schedule}
    able = {task.step.area for task in problem.tasks}
    left = [
        wording.AREA_NAME(lang).format(area=area.id, name=area.name(lang))
        for area in problem.states.standing.instrument.content.areas
        if area.id in able - touched
    ]
    if touched and left:
        text = wording.UNTOUCHED(lang).format(areas=listed(left, lang))
        yield PlanNote(code="untouched", text=text)


def _unknown(problem: Problem, lang: Lang) -> Iterator[PlanNote]:
    steps = problem.states.standing.instrument.content.steps.values()
    unknown = sum(waits_for_answers(problem, step) for step in steps)
    if unknown:
        yield PlanNote(code="unknown", text=wording.UNKNOWN_STEPS(lang).format(steps=unknown))


def waits_for_answers(problem: Problem, step: NextStep) -> bool:
    """Tell whether a step is left out only because nobody knows where the municipality stands."""
    standing = problem.states.standing
    question = standing.instrument.content.facts[next(iter(step.changes))].question
    place = standing.questions.get(question)
    return (
        step.id not in problem.states.block_of
        and place is not None
        and place.relevant
        and any(place.known[fact] == UNKNOWN for fact in step.changes)
    )
