"""The programme of a plan: an order that holds together, and groups that do what is planned."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from kompass.assessment.standing import Standing
from kompass.model.answers import Answers
from kompass.model.base import Lang
from kompass.model.plan import Activity, Plan, Programme, Wishes
from kompass.planning.plan import make_plan
from kompass.planning.programme import NO_PROGRAMME

WISHES: list[dict[str, Any]] = [
    {},
    {"periods": 1, "capacity": 1.0},
    {"start": date(2026, 7, 1), "periods": 3},
    {"start": date(2027, 4, 1), "periods": 2, "capacity": 12.0},
    {"council": (date(2027, 5, 19), date(2027, 11, 24)), "periods": 3},
    {"start": date(2027, 1, 1), "capacity": 0.1, "periods": 2},
]


@pytest.fixture(params=["amot-2026 nb", "roros-2022 nn"])
def make(
    request: pytest.FixtureRequest,
    standing_of: Callable[[str], Standing],
    answers_of: Callable[[str], Answers],
    wish: Callable[..., Wishes],
) -> Callable[..., Plan]:
    example, lang = request.param.split()

    def make(**wishes: Any) -> Plan:
        language: Lang = lang
        return make_plan(
            standing_of(example), answers_of(example), wish(**wishes), language, prove=False
        )

    return make


def of(programme: Programme, *kinds: str) -> list[Activity]:
    return [it for it in programme.activities if it.kind in kinds]


@pytest.mark.parametrize("wishes", WISHES, ids=str)
def test_the_order_of_activities_holds_together(
    make: Callable[..., Plan], wishes: dict[str, Any]
) -> None:
    plan = make(**wishes)
    programme, done = plan.programme, plan.periods[-1].end
    every = programme.activities
    assert [it.id for it in every] == [f"A{at:02}" for at in range(1, len(every) + 1)]
    assert [it.deadline for it in every] == sorted(it.deadline for it in every)
    adopted, informed = every[0], of(programme, "IP")[0]
    assert adopted.kind == "BP" and adopted.deadline > date.fromisoformat(plan.date)
    assert adopted.deadline < informed.deadline < of(programme, "PJ")[-1].deadline
    assess, finish, recommend, conclude = every[-4:]
    assert (assess.kind, finish.kind, recommend.kind, conclude.kind) == ("PJ", "PJ", "BP", "EBP")
    assert done < assess.deadline < finish.deadline < recommend.deadline < conclude.deadline
    assert len(of(programme, "EBP")) == 1


@pytest.mark.parametrize("wishes", WISHES, ids=str)
def test_work_comes_before_the_report_on_it(
    make: Callable[..., Plan], wishes: dict[str, Any]
) -> None:
    plan = make(**wishes)
    for period in plan.periods[:-1]:
        own = [it for it in plan.programme.activities if f"{period.number}. halvår" in it.text]
        days = [it.deadline for it in own]
        assert days == sorted(set(days)), own
        assert [it.kind for it in own][-2 if period.council else -1 :] == (
            ["SR", "SR"] if period.council else ["SR"]
        )
        if period.council:
            assert own[-1].deadline == period.council[-1]


@pytest.mark.parametrize("wishes", WISHES, ids=str)
def test_nothing_is_due_on_a_weekend_or_in_july(
    make: Callable[..., Plan], wishes: dict[str, Any]
) -> None:
    plan = make(**wishes)
    tasks = plan.programme.study_tasks
    days = [it.deadline for it in plan.programme.activities]
    for day in [*days, *(it.deadline for it in tasks)]:
        assert day.weekday() < 5 and day.month != 7
    assert all(plan.periods[0].start < it.deadline <= plan.periods[0].end for it in tasks)


@pytest.mark.parametrize("wishes", WISHES, ids=str)
def test_every_step_has_a_group_and_every_decision_a_meeting(
    make: Callable[..., Plan], wishes: dict[str, Any]
) -> None:
    plan = make(**wishes)
    programme = plan.programme
    grouped = [id for group in programme.groups for id in group.steps]
    assert sorted(grouped) == sorted(it.id for it in plan.steps)
    for group in programme.groups:
        assert len(set(group.goals)) == 3 and programme.common_goal not in group.goals
        assert group.leader and len(group.members) >= 3
        assert {it.area for it in plan.steps if it.id in group.steps} == set(group.areas)
    decided = {it.steps[0]: it.deadline for it in of(programme, "BP") if it.steps}
    assert decided == {it.id: it.decided for it in plan.steps if it.decided}


def test_study_tasks_ask_what_nobody_has_answered(make: Callable[..., Plan]) -> None:
    tasks = make().programme.study_tasks
    assert 1 <= len(tasks) <= 4
    assert [it.decides for it in tasks] == sorted((it.decides for it in tasks), reverse=True)
    for task in tasks:
        assert len(task.facts) == len(task.elements) <= 6 and task.responsible


def test_content_without_texts_gives_a_plan_without_a_programme(
    standing_of: Callable[[str], Standing],
    answers_of: Callable[[str], Answers],
    wish: Callable[..., Wishes],
) -> None:
    from kompass.assessment.assess import stand
    from kompass.assessment.instrument import Instrument

    standing = standing_of("amot-2026")
    bare = standing.instrument.content.model_copy(update={"programme": None})
    answers = answers_of("amot-2026")
    instrument = Instrument(bare, answers.framework, standing.instrument.evaluator)
    plan = make_plan(stand(instrument, answers), answers, wish(), "nb", prove=False)
    assert plan.steps and plan.programme == NO_PROGRAMME
