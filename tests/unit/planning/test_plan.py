"""Plans for the examples: what they promise is what the engine gives, and they say what they are."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from kompass.assessment.compare import what_if
from kompass.assessment.standing import Standing
from kompass.errors import InfeasiblePlanError
from kompass.model.answers import Answers
from kompass.model.plan import Plan, Wishes
from kompass.planning import choose
from kompass.planning.calendar import half_years
from kompass.planning.exact import Search
from kompass.planning.plan import make_plan
from kompass.planning.problem import Problem, spread
from kompass.planning.states import States

Wish = Callable[..., Wishes]
Make = Callable[..., Plan]
ASKED: list[dict[str, Any]] = [
    {},
    {"capacity": 3.0},
    {"periods": 2, "at_once": 4, "roles": {"kommunedirektor": 1.0}},
    {"capacity": None, "areas": {"3": 50.0}, "periods": 6},
    {"must": ("vedta-kommunikasjonsstrategi",), "periods": 3, "capacity": 4.0},
]


@pytest.fixture(scope="module")
def made() -> dict[str, Plan]:
    return {}


@pytest.fixture
def make(
    answers_of: Callable[[str], Answers],
    standing_of: Callable[[str], Standing],
    wish: Wish,
    made: dict[str, Plan],
) -> Make:
    """Make a plan, once for each wish."""

    def make(example: str = "amot-2026", prove: bool = True, **wishes: Any) -> Plan:
        key = f"{example} {prove} {wishes}"
        if key not in made:
            standing, answers = standing_of(example), answers_of(example)
            made[key] = make_plan(standing, answers, wish(**wishes), "nb", prove=prove)
        return made[key]

    return make


@pytest.mark.parametrize("wishes", ASKED, ids=str)
@pytest.mark.parametrize("prove", [True, False])
def test_a_replay_gives_exactly_the_promised_points(
    make: Make,
    standing_of: Callable[[str], Standing],
    answers_of: Callable[[str], Answers],
    wishes: dict[str, Any],
    prove: bool,
) -> None:
    plan = make("amot-2026", prove, **wishes)
    instrument = standing_of("amot-2026").instrument
    for period in plan.periods:
        changes: dict[str, str] = {}
        for step in plan.steps:
            if step.ends <= period.number:
                for fact, value in step.changes.items():
                    rank = instrument.content.answer_set(fact).rank
                    if fact not in changes or rank(changes[fact]) < rank(value):
                        changes[fact] = value
        after = what_if(instrument, answers_of("amot-2026"), changes, "nb").after
        assert after.total.points == period.points
    assert plan.periods[-1].points == plan.total.after == after.total.points
    assert {area.id: area.points for area in after.areas} == {
        id: level.after for id, level in plan.areas.items()
    }


def test_expected_points_add_up(make: Make) -> None:
    for example in ("amot-2026", "roros-2022"):
        plan = make(example)
        gain = plan.total.after - plan.total.before
        assert sum(it.expected for it in plan.steps) == pytest.approx(gain, abs=1e-9)
        assert sum(it.effort.person_months for it in plan.steps) == pytest.approx(plan.effort)
        moved = sum(it.after - it.before for it in plan.questions.values())
        assert moved == pytest.approx(gain, abs=1e-9)


@pytest.mark.parametrize("example", ["amot-2026", "roros-2022"])
def test_a_plan_keeps_to_what_it_was_given(make: Make, example: str) -> None:
    plan = make(example)
    by_id = {it.id: it for it in plan.steps}
    for period in plan.periods:
        work = sum(
            it.work[period.number - it.period]
            for it in plan.steps
            if it.period <= period.number <= it.ends
        )
        assert work == pytest.approx(period.effort) and work <= 6 + 1e-9
    for step in plan.steps:
        assert all(by_id[it].ends < step.period for it in step.requires)
        if step.decision == "politisk":
            assert step.decided in plan.periods[step.ends - 1].council
            assert step.start <= step.decided <= step.end
        else:
            assert step.decided is None


def test_the_plan_for_amot_is_proven_and_beats_the_simple_one(make: Make) -> None:
    plan = make()
    assert (plan.optimality.status, plan.optimality.gap) == ("optimal", 0.0)
    assert plan.optimality.greedy is not None
    assert plan.optimality.value == plan.total.after > plan.optimality.greedy
    assert plan.optimality.solver.startswith("HiGHS")


def test_targets_are_reached_with_less_work_than_the_simple_plan_takes(make: Make) -> None:
    wishes = {"target": 360.0, "areas": {"3": 50.0}, "periods": 4}
    plan, simple = make(**wishes), make(prove=False, **wishes)
    for it in (plan, simple):
        assert it.total.after >= 360 and it.areas["3"].after >= 50
    assert plan.optimality.aim == "effort"
    assert plan.optimality.value == pytest.approx(plan.effort)
    assert plan.effort < simple.effort


def test_the_same_input_gives_the_same_bytes(
    standing_of: Callable[[str], Standing], answers_of: Callable[[str], Answers], wish: Wish
) -> None:
    first, second = (
        make_plan(standing_of("roros-2022"), answers_of("roros-2022"), wish(periods=2), "nn")
        for _ in range(2)
    )
    assert first.model_dump_json() == second.model_dump_json()
    assert Plan.model_validate_json(first.model_dump_json(by_alias=True)) == first


def test_without_the_solver_the_plan_says_that_nothing_is_proven(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choose, "can_prove", lambda: False)
    plan = make(capacity=2.0)
    assert (plan.optimality.status, plan.optimality.bound) == ("greedy", None)
    assert [it.code for it in plan.notes if it.code == "not_proven"]
    assert plan.steps


def test_election_autumn_is_noted_and_kept_free(make: Make) -> None:
    plan = make()
    assert "2027" in next(it.text for it in plan.notes if it.code == "election")
    council = [day for period in plan.periods for day in period.council]
    assert not [day for day in council if day.year == 2027 and day.month in (9, 10)]
    days = (date(2027, 5, 5), date(2027, 10, 6), date(2028, 5, 5))
    given = make(council=days, capacity=2.0)
    assert [day for period in given.periods for day in period.council] == list(days)
    assert "Det nye kommunestyret" in next(it.text for it in given.notes if it.code == "election")
    before = make(capacity=2.0, periods=1)
    assert not [it for it in before.notes if it.code == "election"]


def test_much_on_one_role_and_areas_left_out_are_noted(make: Make) -> None:
    codes = {it.code: it.text for it in make(capacity=12.0, periods=2).notes}
    assert "(kommunedirektør)" in codes["one_role"]
    assert "område 2 Samfunnsutvikling" in codes["untouched"]
    shared = make(capacity=12.0, periods=2, roles={"kommunedirektor": 2.0})
    assert "kommunedirektør" not in str([it.text for it in shared.notes if it.code == "one_role"])


def refused(make: Make, **wishes: Any) -> str:
    with pytest.raises(InfeasiblePlanError) as refusal:
        make(**wishes)
    return str(refusal.value)


def test_a_target_beyond_reach_says_what_can_be_reached(make: Make) -> None:
    text = refused(make, target=790.0, areas={"3": 100.0, "4": 99.0})
    assert "790 poeng" in text and "657,3" in text
    assert "område 3" in text and "område 4" in text


def test_only_wishes_that_clash_are_named(make: Make) -> None:
    text = refused(make, target=500.0, areas={"2": 50.0}, roles={"hr": 5.0}, at_once=30)
    assert "500 poeng" in text and "6 månedsverk" in text
    assert "område 2" not in text and "HR" not in text and "30" not in text
    assert "Det meste som lar seg nå" in text


def test_each_wish_in_a_clash_is_needed_for_it(
    standing_of: Callable[[str], Standing], wish: Wish
) -> None:
    from kompass.planning.conflicts import clashing

    states = States(standing_of("amot-2026"))
    wishes = wish(
        target=420.0, roles={"hr": 0.0}, excluded=("avklar-felles-retning-for-kvaliteten",)
    )
    problem = Problem(states, wishes, half_years(wishes.start, wishes.periods))
    left, clash = clashing(problem, "nb")
    assert clash and not Search(left).feasible()
    for one in clash:
        assert Search(left.wishing(one.given_up(left.wishes))).feasible()


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("too-long", "tar 12 måneder"),
        ("in-place", "på plass"),
        ("unknown", "svart på"),
    ],
)
def test_a_step_that_cannot_be_taken_says_why(
    make: Make, standing_of: Callable[[str], Standing], step: str, words: str
) -> None:
    standing = standing_of("amot-2026")
    steps, able = standing.instrument.content.steps, States(standing).block_of
    known = {id: [standing.rank(fact) for fact in it.changes] for id, it in steps.items()}
    candidates = {
        "too-long": (id for id, it in steps.items() if it.effort.months == 12 and id in able),
        "in-place": (id for id, it in known.items() if id not in able and min(it) > 0),
        "unknown": (id for id, it in known.items() if id not in able and -1 in it and 0 not in it),
    }
    chosen = next(candidates[step])
    text = refused(make, must=(chosen,), periods=1)
    assert chosen in text and words in text


def test_effort_is_spread_over_the_months(standing_of: Callable[[str], Standing]) -> None:
    steps = standing_of("amot-2026").instrument.content.steps.values()
    nine = next(it for it in steps if it.effort.months == 9)
    total = Fraction(str(nine.effort.person_months))
    assert spread(nine) == (total * 2 / 3, total / 3)
    assert all(sum(spread(it)) == Fraction(str(it.effort.person_months)) for it in steps)


def test_the_plan_has_its_schema(make: Make) -> None:
    from jsonschema import Draft202012Validator

    schema = Plan.model_json_schema(by_alias=True, mode="serialization")
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(make().model_dump_json(by_alias=True)))
