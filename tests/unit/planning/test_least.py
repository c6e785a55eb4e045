"""The least effort: nothing less reaches the target, and the steps can be taken as listed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies import contents, stated

from kompass.assessment.instrument import Instrument
from kompass.assessment.sheet import Sheet
from kompass.assessment.standing import Standing
from kompass.assessment.steps import WhatIf
from kompass.errors import InfeasiblePlanError
from kompass.inference.partition import ReferenceEvaluator
from kompass.model.content import Content
from kompass.model.least import Least
from kompass.model.plan import Wishes
from kompass.planning.calendar import half_years
from kompass.planning.least import least_effort, rounds
from kompass.planning.problem import Problem, Schedule
from kompass.planning.states import States

START = date(2027, 1, 1)


@st.composite
def standings(draw: st.DrawFn, questions: int) -> Standing:
    """Return a small municipality with answers to most questions."""
    content: Content = draw(contents(questions))
    answers = draw(stated(content, complete=draw(st.booleans())))
    instrument = Instrument(content, "test", ReferenceEvaluator())
    return Standing(instrument, Sheet(answers, frozenset(), {}, {}))


@st.composite
def targets(draw: st.DrawFn) -> tuple[float | None, dict[str, float]]:
    """Return a target in total, for the only area, or both."""
    total = draw(st.none() | st.integers(0, 100) | st.sampled_from((0.5, 33.3)))
    area = draw(st.none() | st.integers(0, 100))
    assume(total is not None or area is not None)
    return total, {} if area is None else {"1": float(area)}


def problem(standing: Standing, target: float | None, areas: dict[str, float]) -> Problem:
    """Return the same question as a plan without time, with a half-year for every step."""
    states = States(standing)
    periods = max((len(block.steps) for block in states.blocks), default=1)
    wishes = Wishes(start=START, periods=periods, target=target, areas=areas)
    return Problem(states, wishes, half_years(START, periods), in_time=False)


def schedules(wanted: Problem) -> Iterator[Schedule]:
    """Yield every way to take steps, in any order, that reaches the targets."""
    choices = [(None, *task.starts) for task in wanted.tasks]
    for starts in product(*choices):
        schedule = {
            task.id: start
            for task, start in zip(wanted.tasks, starts, strict=True)
            if start is not None
        }
        if not any(wanted.breaches(schedule)):
            yield schedule


def found_for(standing: Standing, target: float | None, areas: dict[str, float]) -> Least | None:
    try:
        return least_effort(standing, target, areas, "nb")
    except InfeasiblePlanError:
        return None


@given(standings(1), targets())
@settings(max_examples=40)
def test_nothing_less_reaches_the_target(
    standing: Standing, wanted: tuple[float | None, dict[str, float]]
) -> None:
    found, asked = found_for(standing, *wanted), problem(standing, *wanted)
    every = list(schedules(asked))
    assert (found is None) == (not every)
    if found is None:
        return
    least = min(map(asked.effort, every))
    assert found.effort == float(least)
    most = max(asked.points(it) for it in every if asked.effort(it) == least)
    assert found.total.after == float(most)


@given(standings(3), targets())
def test_the_solver_finds_nothing_less(
    standing: Standing, wanted: tuple[float | None, dict[str, float]]
) -> None:
    pytest.importorskip("highspy")
    from kompass.planning.exact import Search

    found, asked = found_for(standing, *wanted), problem(standing, *wanted)
    searched = Search(asked).solve()
    assert (found is None) == (searched is None)
    if found is not None and searched is not None:
        assert found.effort == float(asked.effort(searched.schedule))
        assert found.total.after == float(asked.points(searched.schedule))


@given(standings(3), targets())
def test_the_steps_can_be_taken_as_listed_and_give_what_is_said(
    standing: Standing, wanted: tuple[float | None, dict[str, float]]
) -> None:
    found = found_for(standing, *wanted)
    assume(found is not None)
    assert found is not None
    what_if, states = WhatIf(standing), States(standing)
    steps = standing.instrument.content.steps
    after, points = dict(standing.sheet.stated), what_if.now
    for step in found.steps:
        assert what_if.offered(steps[step.id], after)
        assert not any(what_if.offered(steps[it], after) for it in steps[step.id].requires)
        after = what_if.apply([steps[step.id]], after)
        assert step.expected == pytest.approx(float(what_if.points(after) - points))
        points = what_if.points(after)
    ids = [it.id for it in found.steps]
    assert what_if.points(after) == states.points(ids)
    assert found.total.after == float(states.points(ids))
    assert found.effort == float(
        sum((Fraction(str(it.effort.person_months)) for it in found.steps), Fraction(0))
    )
    if wanted[0] is not None:
        assert states.points(ids) >= Fraction(str(wanted[0]))


@given(standings(1))
def test_every_set_can_be_taken_in_its_rounds(standing: Standing) -> None:
    for block in States(standing).blocks:
        for mask, finished in rounds(block).items():
            assert (finished[-1] if finished else 0) == mask
            for before, after in zip((0, *finished), finished, strict=False):
                new = after & ~before
                assert new and before & ~after == 0
                assert new & ~block.ready[before] == 0


Stands = Callable[[str], Standing]


def test_a_target_that_is_reached_takes_nothing(standing_of: Stands) -> None:
    found = least_effort(standing_of("amot-2026"), 200, {"1": 40.0}, "nb")
    assert (found.steps, found.effort) == ((), 0)
    assert found.total.before == found.total.after


@pytest.mark.parametrize(
    ("target", "areas", "words"),
    [
        (700, {}, ["700", "det meste svarene gir rom for"]),
        (None, {"3": 99.0}, ["99", "område 3"]),
        (700, {"3": 99.0, "1": 10.0}, ["700", "område 3"]),
    ],
)
def test_out_of_reach_says_how_far_one_gets(
    standing_of: Stands, target: float | None, areas: dict[str, float], words: list[str]
) -> None:
    with pytest.raises(InfeasiblePlanError) as problem:
        least_effort(standing_of("amot-2026"), target, areas, "nb")
    assert [it for it in words if it not in str(problem.value)] == []


def test_targets_of_several_areas_are_reached_together(standing_of: Stands) -> None:
    wanted = {"3": 60.0, "7": 50.0}
    one = {area: least_effort(standing_of("amot-2026"), None, {area: points}, "nb").effort
           for area, points in wanted.items()}  # fmt: skip
    both = least_effort(standing_of("amot-2026"), None, wanted, "nb")
    # No step is of two areas, so what they take together is what each takes.
    assert both.effort == pytest.approx(sum(one.values()))
    assert all(both.areas[area].after >= points for area, points in wanted.items())
    more = least_effort(standing_of("amot-2026"), 400, wanted, "nb")
    alone = least_effort(standing_of("amot-2026"), 400, {}, "nb")
    assert more.effort >= alone.effort and more.effort >= both.effort
    assert more.total.after >= 400
    assert all(more.areas[area].after >= points for area, points in wanted.items())


def test_a_higher_target_never_takes_less(standing_of: Stands) -> None:
    efforts = [least_effort(standing_of("roros-2022"), at, {}, "nn").effort for at in
               (500, 520, 560, 600, 650, 690)]  # fmt: skip
    assert efforts == sorted(efforts) and efforts[0] == 0 < efforts[1]
