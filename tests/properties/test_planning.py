"""Plans: what the search finds is best, breaks no rule, and gives what it promises."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies import contents, stated

from kompass.assessment.instrument import Instrument
from kompass.assessment.sheet import Sheet
from kompass.assessment.standing import Standing
from kompass.assessment.steps import WhatIf
from kompass.inference.partition import ReferenceEvaluator
from kompass.model.content import Content
from kompass.model.plan import Wishes
from kompass.planning.calendar import half_years
from kompass.planning.greedy import greedy
from kompass.planning.problem import Problem, Schedule
from kompass.planning.states import States

pytest.importorskip("highspy")
from kompass.planning.exact import Search

START = date(2027, 1, 1)


@st.composite
def standings(draw: st.DrawFn, questions: int = 3) -> Standing:
    """Return a small municipality with answers to most questions."""
    content: Content = draw(contents(questions))
    answers = draw(stated(content, complete=draw(st.booleans())))
    instrument = Instrument(content, "test", ReferenceEvaluator())
    return Standing(instrument, Sheet(answers, frozenset(), {}, {}))


@st.composite
def wishes(draw: st.DrawFn, content: Content, most_periods: int = 4) -> Wishes:
    """Return wishes of every kind; some clash."""
    maybe = st.none() | st.sampled_from((0.5, 1.0, 2.5, 6.0))
    steps = st.lists(st.sampled_from(sorted(content.steps)), max_size=2, unique=True)
    must, excluded = draw(steps), draw(steps)
    target = draw(st.none() | st.integers(1, 100))
    return Wishes(
        start=START,
        periods=draw(st.integers(1, most_periods)),
        capacity=draw(maybe),
        roles={"hr": draw(st.sampled_from((0.0, 1.0, 2.5)))} if draw(st.booleans()) else {},
        at_once=draw(st.none() | st.integers(1, 3)),
        target=target,
        areas={"1": float(draw(st.integers(1, 100)))} if draw(st.booleans()) else {},
        must=tuple(it for it in must if it not in excluded) if draw(st.booleans()) else (),
        excluded=tuple(excluded) if draw(st.booleans()) else (),
        council=(date(2027, 3, 3), date(2028, 11, 1)) if draw(st.booleans()) else (),
    )


def problem(standing: Standing, wanted: Wishes) -> Problem:
    return Problem(
        States(standing), wanted, half_years(wanted.start, wanted.periods, wanted.council)
    )


def schedules(wanted: Problem) -> Iterator[Schedule]:
    """Yield every schedule that keeps the wishes."""
    choices = [(None, *task.starts) for task in wanted.tasks]
    for starts in product(*choices):
        schedule = {
            task.id: start
            for task, start in zip(wanted.tasks, starts, strict=True)
            if start is not None
        }
        if not any(wanted.breaches(schedule)):
            yield schedule


@given(standings(questions=1), st.data())
@settings(max_examples=60)
def test_no_schedule_is_better_than_the_one_that_is_found(
    standing: Standing, data: st.DataObject
) -> None:
    wanted = problem(standing, data.draw(wishes(standing.instrument.content, most_periods=3)))
    found = Search(wanted).solve()
    every = list(schedules(wanted))
    assert (found is None) == (not every)
    if found is None:
        return
    assert found.proven and not list(wanted.breaches(found.schedule))
    if wanted.seeks_points:
        assert wanted.points(found.schedule) == max(map(wanted.points, every))
    else:
        assert wanted.effort(found.schedule) == min(map(wanted.effort, every))


@given(standings(questions=1), st.data())
def test_among_the_best_points_come_early_and_work_is_little(
    standing: Standing, data: st.DataObject
) -> None:
    asked = data.draw(wishes(standing.instrument.content, most_periods=3))
    wanted = problem(standing, asked.model_copy(update={"target": None, "areas": {}}))
    found = Search(wanted).solve()
    assume(found is not None)
    assert found is not None

    def worth(schedule: Schedule) -> tuple[Fraction, Fraction, Fraction]:
        each = [wanted.points(schedule, period) for period in range(len(wanted.periods))]
        return each[-1], sum(each, Fraction(0)), -wanted.effort(schedule)

    assert worth(found.schedule) == max(map(worth, schedules(wanted)))


@given(standings(), st.data())
def test_the_step_by_step_plan_breaks_no_rule_and_is_never_better(
    standing: Standing, data: st.DataObject
) -> None:
    wanted = problem(standing, data.draw(wishes(standing.instrument.content)))
    simple, found = greedy(wanted), Search(wanted).solve()
    if simple is None:
        return
    assert not list(wanted.breaches(simple))
    assert found is not None and found.proven
    if wanted.seeks_points:
        assert wanted.points(found.schedule) >= wanted.points(simple)
    else:
        assert wanted.effort(found.schedule) <= wanted.effort(simple)


@given(standings(), st.data())
def test_more_to_work_with_is_never_worse(standing: Standing, data: st.DataObject) -> None:
    asked = data.draw(wishes(standing.instrument.content))
    asked = asked.model_copy(update={"target": None, "areas": {}, "capacity": asked.capacity or 1})
    more: dict[str, Any] = data.draw(
        st.sampled_from(
            (
                {"capacity": (asked.capacity or 0) + 1},
                {"capacity": None},
                {"periods": asked.periods + 1},
                {"roles": {}},
                {"at_once": None},
                {"council": ()},
                {"excluded": ()},
                {"must": ()},
            )
        )
    )
    less = Search(problem(standing, asked)).solve()
    assume(less is not None)
    assert less is not None
    richer = problem(standing, asked.model_copy(update=more))
    found = Search(richer).solve()
    assert found is not None
    assert richer.points(found.schedule) >= problem(standing, asked).points(less.schedule)


@given(standings(), st.data())
def test_taking_the_steps_one_by_one_gives_exactly_what_is_promised(
    standing: Standing, data: st.DataObject
) -> None:
    asked = data.draw(wishes(standing.instrument.content))
    schedule = greedy(wanted := problem(standing, asked)) or {}
    what_if, after = WhatIf(standing), dict(standing.sheet.stated)
    for period in range(len(wanted.periods)):
        new = wanted.finished(schedule, period) - wanted.finished(schedule, period - 1)
        for id in data.draw(st.permutations(sorted(new))):
            after = what_if.apply([wanted.task_of[id].step], after)
        assert what_if.points(after) == wanted.points(schedule, period)


@given(standings())
def test_every_set_of_steps_gives_what_the_engine_gives(standing: Standing) -> None:
    what_if = WhatIf(standing)
    for block in States(standing).blocks:
        for mask, points in block.points.items():
            changes: dict[str, int] = {}
            for bit, step in enumerate(block.steps):
                if mask >> bit & 1:
                    for fact, rank in what_if.target(step).items():
                        changes[fact] = max(rank, changes.get(fact, 0))
            after = what_if.change(changes, standing.sheet.stated)
            before = standing.questions[block.question].tally.points
            assert what_if.points(after) - what_if.now == points - before
            assert points >= block.points[0]
