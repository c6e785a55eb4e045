"""Following a plan up: facts decide what is done, and points are what the engine gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kompass.assessment.assess import stand
from kompass.assessment.standing import Standing
from kompass.errors import UsageError
from kompass.model.answers import Answer, Answers, Evidence
from kompass.model.base import Lang
from kompass.model.plan import Plan, PlannedStep, Wishes
from kompass.model.status import PlanStatus
from kompass.planning.plan import make_plan
from kompass.planning.status import follow_up

PROOF = (Evidence(kind="document", title="Sak 12/28"),)


@pytest.fixture(scope="module")
def plan(standing_of: Callable[[str], Standing], answers_of: Callable[[str], Answers]) -> Plan:
    wishes = Wishes(start=date(2027, 1, 1), periods=4, capacity=6.0)
    return make_plan(standing_of("amot-2026"), answers_of("amot-2026"), wishes, "nb", prove=False)


@pytest.fixture
def later(
    plan: Plan,
    standing_of: Callable[[str], Standing],
    answers_of: Callable[[str], Answers],
) -> Callable[..., PlanStatus]:
    """Return how the plan went, with some answers changed."""

    def later(
        changes: Mapping[str, Any] | None = None,
        on: date = date(2029, 1, 1),
        of: Plan | None = None,
        then: Answers | None = None,
        lang: Lang = "nb",
        **update: Any,
    ) -> PlanStatus:
        before = answers_of("amot-2026")
        told = {
            fact: it if isinstance(it, Answer) else Answer(value=it, evidence=PROOF)
            for fact, it in (changes or {}).items()
        }
        answers = before.model_copy(
            update={"date": on, "answers": {**before.answers, **told}, **update}
        )
        standing = stand(standing_of("amot-2026").instrument, answers)
        return follow_up(of or plan, standing, answers, lang, then)

    return later


def changes_of(plan: Plan, steps: Iterable[PlannedStep], standing: Standing) -> dict[str, str]:
    """Return what some steps change; the follow-ups they make asked are at their worst."""
    content = standing.instrument.content
    found: dict[str, str] = {}
    for step in steps:
        for fact, value in step.changes.items():
            rank = content.answer_set(fact).rank
            if fact not in found or rank(found[fact]) < rank(value):
                found[fact] = value
    stated = dict(standing.sheet.stated)
    for fact, value in found.items():
        stated[fact] = content.answer_set(fact).rank(value)
    for question in plan.questions:
        form = standing.instrument.forms[question]
        for fact in form.asked(form.known(stated)):
            if fact not in found and standing.rank(fact) == 0:
                found[fact] = content.answer_set(fact).values[-1]
    return found


def test_a_plan_carried_out_gives_exactly_what_it_promised(
    plan: Plan, later: Callable[..., PlanStatus], standing_of: Callable[[str], Standing]
) -> None:
    status = later(changes_of(plan, plan.steps, standing_of("amot-2026")))
    assert {it.progress for it in status.steps} == {"done"}
    assert status.total.came == status.total.planned == status.total.expected == plan.total.after
    assert all(it.came == it.planned for it in status.questions.values())
    assert all(it.came == it.planned for it in status.areas.values())
    assert status.outside == 0
    assert all(it.documented and not it.late for it in status.steps)
    assert (status.ended, status.periods) == (4, 4)


def test_nothing_done_is_told_as_nothing(later: Callable[..., PlanStatus], plan: Plan) -> None:
    status = later()
    assert {it.progress for it in status.steps} == {"not_begun"}
    assert status.total.came == status.total.before == plan.total.before
    assert all(it.late for it in status.steps)


@given(chosen=st.sets(st.integers(0, 30)))
@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_what_is_taken_is_done_and_nothing_else_begins_by_itself(
    plan: Plan,
    later: Callable[..., PlanStatus],
    standing_of: Callable[[str], Standing],
    chosen: set[int],
) -> None:
    by_id = {it.id: it for it in plan.steps}
    taken = {it.id for at, it in enumerate(plan.steps) if at in chosen}
    while more := {need for id in taken for need in by_id[id].requires} - taken:
        taken |= more
    changes = changes_of(plan, (by_id[id] for id in taken), standing_of("amot-2026"))
    status = later(changes)
    done = {it.id for it in status.steps if it.progress == "done"}
    assert taken <= done
    reached = {id for id, it in by_id.items() if it.changes.items() <= changes.items()}
    assert done <= taken | reached
    assert plan.total.before <= status.total.came <= plan.total.after


def test_part_of_the_way_is_under_way(later: Callable[..., PlanStatus], plan: Plan) -> None:
    step = next(it for it in plan.steps if "nei" in it.was.values() and len(it.was) == 1)
    [fact] = [fact for fact, was in step.was.items() if was == "nei"]
    [found] = [it for it in later({fact: "planlagt"}).steps if it.id == step.id]
    assert (found.progress, found.planned) == ("under_way", (fact,))
    assert not found.missing


def test_what_was_planned_and_still_is_has_begun(
    later: Callable[..., PlanStatus], plan: Plan
) -> None:
    step = next(it for it in plan.steps if "nei" in it.was.values() and len(it.was) == 1)
    [fact] = step.was
    finish = step.model_copy(update={"was": {fact: "planlagt"}, "under_way": True})
    old = plan.model_copy(update={"steps": (finish,)})
    [found] = later({fact: "planlagt"}, of=old).steps
    assert (found.progress, found.planned) == ("under_way", (fact,))
    [found] = later({fact: "nei"}, of=old).steps
    assert (found.progress, found.fallen, found.late) == ("not_begun", (fact,), True)


def test_what_has_come_halfway_is_further(later: Callable[..., PlanStatus], plan: Plan) -> None:
    step = next(it for it in plan.steps if "nei" in it.was.values() and len(it.was) == 1)
    [fact] = step.was
    raised = step.model_copy(update={"changes": {fact: "ja"}})
    [found] = later({fact: "delvis"}, of=plan.model_copy(update={"steps": (raised,)})).steps
    assert (found.progress, found.further, found.documented) == ("under_way", (fact,), False)


def test_unknown_is_not_no(later: Callable[..., PlanStatus], plan: Plan) -> None:
    step = next(it for it in plan.steps if len(it.was) == len(it.changes))
    [found] = [
        it for it in later(dict.fromkeys(step.changes, "vet_ikke")).steps if it.id == step.id
    ]
    assert found.progress == "unknown" and set(found.unknown) == set(step.changes)
    assert found.end < date(2029, 1, 1) and not found.late


def test_a_claim_is_done_and_not_documented(
    later: Callable[..., PlanStatus], plan: Plan, standing_of: Callable[[str], Standing]
) -> None:
    changes = changes_of(plan, plan.steps[:1], standing_of("amot-2026"))
    bare = later({fact: Answer(value=value) for fact, value in changes.items()})
    assert (bare.steps[0].progress, bare.steps[0].documented) == ("done", False)
    assert later(changes).steps[0].documented


def test_late_is_after_the_end_and_early_before(
    later: Callable[..., PlanStatus], plan: Plan, standing_of: Callable[[str], Standing]
) -> None:
    step = plan.steps[0]
    changes = changes_of(plan, [step], standing_of("amot-2026"))
    assert not later(on=step.end).steps[0].late
    assert later(on=date(2028, 12, 30)).steps[0].late
    assert later(changes, on=date(2027, 2, 1)).steps[0].early
    assert not later(changes).steps[0].early


def test_expected_points_follow_the_half_years_that_have_ended(
    later: Callable[..., PlanStatus], plan: Plan
) -> None:
    assert later(on=date(2027, 6, 29)).total.expected == plan.total.before
    for period in plan.periods:
        assert later(on=period.end).total.expected == period.points


def test_expected_points_are_those_of_the_steps_that_have_ended(
    later: Callable[..., PlanStatus], plan: Plan, standing_of: Callable[[str], Standing]
) -> None:
    for period in plan.periods:
        ended = [it for it in plan.steps if it.ends <= period.number]
        changes = changes_of(plan, ended, standing_of("amot-2026"))
        status = later(changes, on=period.end)
        outcomes = (status.total, *status.areas.values(), *status.questions.values())
        assert [it.came for it in outcomes] == pytest.approx([it.expected for it in outcomes])
        assert status.shortfalls == ()


def test_what_is_planned_and_past_its_day_has_slipped(later: Callable[..., PlanStatus]) -> None:
    fact = "har_kommunikasjonsstrategi"
    due = Answer(value="planlagt", due=date(2028, 3, 15))
    [slip] = later({fact: due}, on=date(2028, 6, 14)).slipped
    assert (slip.fact, slip.months) == (fact, 2)
    assert not later({fact: due}, on=date(2028, 3, 15)).slipped
    in_use = due.model_copy(update={"value": "ja"})
    assert not later({fact: in_use}, on=date(2028, 6, 14)).slipped


def test_what_moves_elsewhere_stands_apart(later: Callable[..., PlanStatus], plan: Plan) -> None:
    fact, question = "har_kommunikasjonsstrategi", "1.1.2"
    assert question not in plan.questions
    status = later({fact: "ja"})
    assert status.outside == pytest.approx(status.total.came - plan.total.before) != 0
    assert status.elsewhere is None


def test_with_the_earlier_answers_it_is_told_where(
    later: Callable[..., PlanStatus], answers_of: Callable[[str], Answers]
) -> None:
    then = answers_of("amot-2026")
    status = later({"har_kommunikasjonsstrategi": "ja"}, then=then)
    assert status.elsewhere is not None
    [(question, change)] = status.elsewhere.items()
    assert question == "1.1.2"
    assert change.came - change.before == pytest.approx(status.outside)
    assert later(then=then).elsewhere == {}


def test_other_earlier_answers_are_refused(
    later: Callable[..., PlanStatus], answers_of: Callable[[str], Answers]
) -> None:
    other = answers_of("amot-2026").model_copy(update={"date": date(2026, 3, 2)})
    with pytest.raises(UsageError, match="--before"):
        later(then=other)


def test_what_is_done_and_gave_less_is_told_with_its_reason(
    later: Callable[..., PlanStatus],
    plan: Plan,
    standing_of: Callable[[str], Standing],
    answers_of: Callable[[str], Answers],
) -> None:
    standing, then = standing_of("amot-2026"), answers_of("amot-2026")
    changes = changes_of(plan, plan.steps, standing)
    assert later(changes, then=then).shortfalls == ()
    question, fact = _counts_beside_the_plan(plan, changes, standing)
    worst = standing.instrument.content.answer_set(fact).values[-1]

    [found] = later({**changes, fact: worst}, then=then).shortfalls
    assert (found.question, found.lower) == (question, (fact,))
    outcome = later({**changes, fact: worst}).questions[question]
    assert found.points == pytest.approx(outcome.expected - outcome.came) and found.points > 0

    [found] = later({**changes, fact: "vet_ikke"}, then=then).shortfalls
    assert fact in found.unanswered and found.lower == ()

    for value in (worst, "vet_ikke"):
        [found] = later({**changes, fact: value}).shortfalls
        assert (found.lower, found.unanswered) == ((), ())


def _counts_beside_the_plan(
    plan: Plan, changes: Mapping[str, str], standing: Standing
) -> tuple[str, str]:
    """Return a question of the plan, and an answer to it that gives points and is not planned."""
    content = standing.instrument.content
    stated = dict(standing.sheet.stated)
    stated |= {fact: content.answer_set(fact).rank(value) for fact, value in changes.items()}
    for question in plan.questions:
        form = standing.instrument.forms[question]
        points = standing.instrument.points(question, form.known(stated))
        for field in form.fields:
            fact, lowered = field.fact, form.known({**stated, field.fact: 1})
            stays = all(lowered[it] >= stated[it] for it in changes if it in lowered)
            counts = standing.instrument.points(question, lowered) < points
            if fact not in changes and stated.get(fact, 0) > 1 and stays and counts:
                return question, fact
    raise AssertionError("no answer gives points beside the plan")


def test_of_a_question_set_aside_the_answers_do_not_say(
    later: Callable[..., PlanStatus], plan: Plan
) -> None:
    step = plan.steps[0]
    fact = next(iter(step.changes))
    aside = Answer(value="ikke_aktuelt", reason="Gjelder ikke oss")
    status = later({fact: aside})
    assert status.steps[0].progress == "unknown" and status.shortfalls == ()
    assert status.questions[step.question].came == 0


def test_unlike_things_are_said_to_be_unlike(later: Callable[..., PlanStatus], plan: Plan) -> None:
    def codes(**update: Any) -> list[str]:
        framework = plan.framework.model_copy(update=update)
        return [it.code for it in later(of=plan.model_copy(update={"framework": framework})).notes]

    assert codes() == []
    assert later().comparable
    assert codes(id="kommunekompasset-3.2") == ["other_framework"]
    assert codes(rules_sha256="0" * 64) == ["other_rules"]
    assert [it.code for it in later(on=date(2026, 3, 1)).notes] == ["not_later"]
    gone = plan.steps[0].model_copy(update={"changes": {"finnes_ikke": "ja"}})
    old = plan.model_copy(update={"steps": (gone, *plan.steps[1:])})
    assert [it.code for it in later(of=old).notes] == ["gone"]
    assert later(of=old).steps[0].progress == "unknown"


def test_a_plan_in_another_language_is_told_in_the_wanted_one(
    later: Callable[..., PlanStatus], plan: Plan, standing_of: Callable[[str], Standing]
) -> None:
    own = plan.steps[0].model_copy(update={"title": "Vårt eget ord"})
    edited = plan.model_copy(update={"steps": (own, *plan.steps[1:])})
    assert later(of=edited).steps[0].title == "Vårt eget ord"
    content = standing_of("amot-2026").instrument.content
    told = later(of=edited, lang="nn").steps[0]
    known = content.steps[own.id]
    assert told.title in (known.title("nn"), known.finish("nn"))
    assert told.responsible == content.roles[own.role]("nn")


def test_another_municipality_is_refused(
    plan: Plan, later: Callable[..., PlanStatus], answers_of: Callable[[str], Answers]
) -> None:
    with pytest.raises(UsageError, match="3430"):
        later(
            municipality=answers_of("amot-2026").municipality.model_copy(update={"number": "3430"})
        )
