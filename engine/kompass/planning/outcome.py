"""The points of a plan beside the points that came.

A step's expected points are what it adds to those finished before it, and a step changes facts of
one question only. So the steps that were to be finished by a day give together what the plan
expected on that day, for a question, an area and the whole alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import fsum

from kompass.assessment.assess import TOTAL, add_up
from kompass.assessment.form import WORST
from kompass.assessment.standing import Standing
from kompass.model.framework import NOT_ASKED, UNKNOWN
from kompass.model.plan import Level, Plan, PlannedStep
from kompass.model.status import Change, Outcome, Shortfall, StepStatus

_TINY = 1e-9
"""Points that are told apart differ by more: sums of floats of exact numbers are alike so far."""


def total(plan: Plan, standing: Standing, ended: int) -> Outcome:
    """Return the points of the whole.

    Args:
        plan: The plan.
        standing: Where the municipality stands now.
        ended: How many half-years of the plan have ended.
    """
    before = plan.total.before
    return Outcome(
        before=before,
        expected=plan.periods[ended - 1].points if ended else before,
        planned=plan.total.after,
        came=float(add_up(standing)[TOTAL].points),
    )


def areas(plan: Plan, standing: Standing, ended: int) -> dict[str, Outcome]:
    """Return the points of every area that plan and answers both have."""
    tallies = add_up(standing)
    return {
        id: _outcome(level, (it for it in _due(plan, ended) if it.area == id), tallies[id].points)
        for id, level in plan.areas.items()
        if id in tallies
    }


def questions(plan: Plan, standing: Standing, ended: int) -> dict[str, Outcome]:
    """Return the points of every question the plan was to change."""
    return {
        id: _outcome(
            level,
            (it for it in _due(plan, ended) if it.question == id),
            standing.questions[id].tally.points,
        )
        for id, level in plan.questions.items()
        if id in standing.questions
    }


def elsewhere(plan: Plan, standing: Standing, before: Standing) -> dict[str, Change]:
    """Return the questions the plan did not touch, and that have moved all the same."""
    return {
        id: Change(before=float(before.questions[id].tally.points), came=float(it.tally.points))
        for id, it in standing.questions.items()
        if id not in plan.questions and it.tally.points != before.questions[id].tally.points
    }


def shortfalls(
    plan: Plan,
    steps: Sequence[StepStatus],
    outcomes: Mapping[str, Outcome],
    standing: Standing,
    before: Standing | None,
    ended: int,
) -> Iterator[Shortfall]:
    """Yield the questions where all that was due is done, and points are lacking."""
    done = {it.id for it in steps if it.progress == "done"}
    for question, outcome in outcomes.items():
        due = [it.id for it in _due(plan, ended) if it.question == question]
        lacking = outcome.expected - outcome.came
        if due and done.issuperset(due) and lacking > _TINY:
            yield Shortfall(
                question=question,
                points=lacking,
                steps=tuple(due),
                lower=tuple(_lower(question, standing, before)),
                unanswered=tuple(_unanswered(question, standing, before)),
            )


def _due(plan: Plan, ended: int) -> Iterator[PlannedStep]:
    return (it for it in plan.steps if it.ends <= ended)


def _outcome(level: Level, due: Iterable[PlannedStep], came: Fraction) -> Outcome:
    return Outcome(
        before=level.before,
        expected=fsum([level.before, *(it.expected for it in due)]),
        planned=level.after,
        came=float(came),
    )


def _lower(question: str, standing: Standing, before: Standing | None) -> Iterator[str]:
    """Yield the facts that are known to have fallen.

    A follow-up is not asked any more because something else fell, and that is the reason.
    """
    for field in standing.instrument.forms[question].fields:
        if before and NOT_ASKED < standing.rank(field.fact) < before.rank(field.fact):
            yield field.fact


def _unanswered(question: str, standing: Standing, before: Standing | None) -> Iterator[str]:
    """Yield the facts that nobody answers any more, and that were above the worst."""
    known = standing.questions[question].known
    for fact in standing.instrument.forms[question].asked(known):
        if before and known[fact] == UNKNOWN and before.rank(fact) > WORST:
            yield fact
