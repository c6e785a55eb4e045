"""Wishes that can be seen to be hopeless before anything is searched."""

from __future__ import annotations

from collections.abc import Iterator

from kompass.errors import InfeasiblePlanError
from kompass.model.base import Lang
from kompass.model.framework import NOT_ASKED, UNKNOWN
from kompass.planning import wording
from kompass.planning.calendar import MONTHS
from kompass.planning.numbers import number
from kompass.planning.problem import Problem


def refuse_hopeless(problem: Problem, lang: Lang) -> None:
    """Refuse wishes that no capacity and no order of steps can meet, all at once.

    Raises:
        InfeasiblePlanError: With one line for each.
    """
    lines = [*_steps(problem, lang), *_targets(problem, lang)]
    if lines:
        raise InfeasiblePlanError("\n".join(lines))


def _steps(problem: Problem, lang: Lang) -> Iterator[str]:
    standing = problem.states.standing
    for id in problem.wishes.must:
        step = standing.instrument.content.steps[id]
        if id in problem.states.block_of:
            if problem.in_time and step.effort.months > MONTHS * len(problem.periods):
                months, all_months = step.effort.months, MONTHS * len(problem.periods)
                yield wording.TOO_LONG(lang).format(step=id, months=months, all=all_months)
            continue
        ranks = {fact: standing.rank(fact) for fact in step.changes}
        unknown = ", ".join(fact for fact, rank in ranks.items() if rank == UNKNOWN)
        question = standing.instrument.content.facts[next(iter(step.changes))].question
        place = standing.questions.get(question)
        if place is None or not place.relevant or all(it == NOT_ASKED for it in ranks.values()):
            yield wording.NOT_ASKED(lang).format(step=id)
        elif unknown:
            yield wording.UNKNOWN_FACTS(lang).format(step=id, facts=unknown)
        else:
            yield wording.IN_PLACE(lang).format(step=id)


def _targets(problem: Problem, lang: Lang) -> Iterator[str]:
    states, wishes = problem.states, problem.wishes
    if wishes.target is not None:
        most = float(states.points(states.block_of))
        if wishes.target > most:
            text = wording.BEYOND(lang)
            yield text.format(points=number(wishes.target), most=number(most))
    for area, target in wishes.areas.items():
        most = float(states.area_points(area, states.block_of))
        if target > most:
            text = wording.BEYOND_AREA(lang)
            yield text.format(points=number(target), area=area, most=number(most))
