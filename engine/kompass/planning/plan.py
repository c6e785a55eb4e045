"""A plan: wishes in, a document out."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from kompass.assessment.assess import TOTAL, add_up, answers_digest, framework_info, generator
from kompass.assessment.standing import Standing
from kompass.model.answers import Answers
from kompass.model.base import Lang
from kompass.model.plan import PLAN_SCHEMA, Level, Period, Plan, Wishes
from kompass.planning.calendar import half_years
from kompass.planning.choose import choose
from kompass.planning.notes import notes
from kompass.planning.problem import Problem, Schedule
from kompass.planning.programme import make_programme
from kompass.planning.states import States
from kompass.planning.steps import planned_steps
from kompass.planning.wishes import refuse_hopeless


def make_plan(
    standing: Standing, answers: Answers, wishes: Wishes, lang: Lang, prove: bool = True
) -> Plan:
    """Plan which next steps to take, and when.

    Args:
        standing: Where the municipality stands.
        answers: The answers it stands on.
        wishes: What the plan is asked for.
        lang: The language of every text in the plan.
        prove: Whether to search for the best with the solver, where it is installed.

    Returns:
        The plan. The same input gives the same plan, byte for byte.

    Raises:
        InfeasiblePlanError: No plan meets every wish.
        EngineError: The evaluator or the solver failed.
    """
    within = half_years(wishes.start, wishes.periods, wishes.council)
    problem = Problem(States(standing), wishes, within)
    refuse_hopeless(problem, lang)
    chosen = choose(problem, lang, prove)
    schedule = chosen.schedule
    instrument = standing.instrument
    periods = tuple(_periods(problem, schedule))
    steps = planned_steps(problem, schedule, lang)
    total = _level(standing, TOTAL, problem.points(schedule))
    return Plan(
        schema_id=PLAN_SCHEMA,
        lang=lang,
        notice=instrument.content.notice(lang),
        framework=framework_info(instrument, lang),
        generator=generator(instrument),
        answers_sha256=answers_digest(answers),
        municipality=answers.municipality.model_dump(exclude_none=True),
        date=answers.date.isoformat(),
        wishes=wishes,
        optimality=chosen.optimality,
        total=total,
        areas={
            area.id: _level(standing, area.id, problem.area_points(schedule, area.id))
            for area in instrument.content.areas
        },
        area_names={area.id: area.name(lang) for area in instrument.content.areas},
        questions=dict(_questions(problem, schedule)),
        effort=float(problem.effort(schedule)),
        periods=periods,
        steps=steps,
        programme=make_programme(
            standing,
            steps,
            periods,
            wishes,
            total,
            answers.date.isoformat(),
            answers.municipality.name,
            lang,
        ),
        notes=tuple(notes(problem, chosen, lang)),
    )


def _periods(problem: Problem, schedule: Schedule) -> Iterator[Period]:
    load = problem.load(schedule)
    for number, period in enumerate(problem.periods):
        yield Period(
            number=number + 1,
            start=period.start,
            end=period.end,
            effort=float(load[number]),
            points=float(problem.points(schedule, number)),
            council=period.council,
        )


def _level(standing: Standing, level: str, after: Fraction) -> Level:
    before = add_up(standing)[level]
    return Level(before=float(before.points), after=float(after), max=float(before.reachable))


def _questions(problem: Problem, schedule: Schedule) -> Iterator[tuple[str, Level]]:
    """Yield the questions the plan touches."""
    for block in problem.states.blocks:
        mask = block.mask(schedule)
        if mask:
            before, after = float(block.points[0]), float(block.points[mask])
            maximum = float(problem.states.standing.instrument.maximum(block.question))
            yield block.question, Level(before=before, after=after, max=maximum)
