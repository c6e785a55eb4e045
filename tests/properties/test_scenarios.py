"""Scenarios: a step in one is what the step is, whatever stands beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import contents, stated

from kompass.assessment.assess import stand
from kompass.assessment.compare import what_if
from kompass.assessment.instrument import Instrument
from kompass.assessment.scenario import Trial, try_out
from kompass.assessment.steps import WhatIf
from kompass.inference.partition import ReferenceEvaluator
from kompass.model.answers import Answer, Answers, Municipality
from kompass.model.content import Content
from kompass.model.framework import DONT_KNOW, NOT_ASKED, UNKNOWN
from kompass.model.scenario import Scenario


def answers(content: Content, ranks: Mapping[str, int]) -> Answers:
    return Answers(
        schema_id="kompass/answers/1",
        framework="test",
        municipality=Municipality(number="0301", name="Oslo"),
        date=date(2026, 1, 1),
        answers={
            fact: Answer(value=content.answer_set(fact).value(rank)) for fact, rank in ranks.items()
        },
    )


@st.composite
def cases(draw: st.DrawFn, setting: bool = False) -> tuple[Instrument, Answers, Scenario]:
    """Return a municipality and a scenario of steps; with some answers set too, if wanted."""
    content: Content = draw(contents(1))
    given_answers = answers(content, draw(stated(content, complete=draw(st.booleans()))))
    steps = draw(st.lists(st.sampled_from(sorted(content.steps)), max_size=6, unique=True))
    changes = {
        fact: draw(st.sampled_from((*content.answer_set(fact).values, DONT_KNOW)))
        for fact in (draw(st.lists(st.sampled_from(sorted(content.facts)), max_size=3, unique=True))
                     if setting else ())
    }  # fmt: skip
    instrument = Instrument(content, "test", ReferenceEvaluator())
    return instrument, given_answers, Scenario(name="x", changes=changes, steps=tuple(steps))


def points(trial: Trial) -> float:
    return trial.moves.after.total.points


@given(cases())
def test_steps_give_what_they_give_taken_one_by_one_in_the_order_told(
    case: tuple[Instrument, Answers, Scenario],
) -> None:
    trial = try_out(*case, "nb")
    place = WhatIf(stand(case[0], case[1]))
    # An answer to what is perhaps not asked counts as unknown, also for the steps that follow.
    assume(all(place.standing.rank(fact) != UNKNOWN for fact in case[1].answers))
    assert points(trial) == float(place.points(place.apply([it.step for it in trial.taken])))
    assert [it.step.id for it in trial.taken if it.wanted] == list(
        dict.fromkeys(it.step.id for it in trial.taken if it.step.id in case[2].steps)
    )
    assert {it.step.id for it in trial.taken if it.wanted} == set(case[2].steps)


@given(cases(), st.data())
def test_the_order_of_steps_does_not_matter(
    case: tuple[Instrument, Answers, Scenario], data: st.DataObject
) -> None:
    instrument, given_answers, scenario = case
    shuffled = scenario.model_copy(
        update={"steps": tuple(data.draw(st.permutations(scenario.steps)))}
    )
    one, other = (try_out(instrument, given_answers, it, "nb") for it in (scenario, shuffled))
    assert points(one) == points(other)
    assert dict(one.changes) == dict(other.changes)
    assert {it.step.id for it in one.taken} == {it.step.id for it in other.taken}


@given(cases(setting=True))
def test_steps_lower_nothing_and_leave_the_unknown_unknown(
    case: tuple[Instrument, Answers, Scenario],
) -> None:
    instrument, given_answers, scenario = case
    trial = try_out(instrument, given_answers, scenario, "nb")
    without = try_out(instrument, given_answers, scenario.model_copy(update={"steps": ()}), "nb")
    assert points(trial) >= points(without)
    content = instrument.content
    for taken in trial.taken:
        assert taken.changes.keys() | taken.left.keys() == taken.step.changes.keys()
        assert not taken.changes.keys() & taken.left.keys()
        for fact, value in taken.changes.items():
            rank = content.answer_set(fact).rank
            assert rank(value) >= rank(taken.step.changes[fact])
            set_to = scenario.changes.get(fact)
            assert set_to != DONT_KNOW
            assert set_to is None or rank(value) >= rank(set_to)
    for fact, value in scenario.changes.items():
        assert fact in trial.changes
        if value == DONT_KNOW:
            assert trial.changes[fact] == DONT_KNOW


@given(cases(setting=True))
def test_the_changes_told_are_all_there_is(case: tuple[Instrument, Answers, Scenario]) -> None:
    instrument, given_answers, scenario = case
    trial = try_out(instrument, given_answers, scenario, "nb")
    again = what_if(instrument, given_answers, trial.changes, "nb")
    assert again == trial.moves


@given(cases())
def test_what_must_come_first_comes_first_and_is_named(
    case: tuple[Instrument, Answers, Scenario],
) -> None:
    trial = try_out(*case, "nb")
    place = WhatIf(stand(case[0], case[1]))
    after = dict(place.standing.sheet.stated)
    for taken in trial.taken:
        if taken.changes:
            needed = [case[0].content.steps[it] for it in taken.step.requires]
            assert not any(place.offered(it, after) for it in needed)
        after = place.apply([taken.step], after)
    named = set(case[2].steps)
    for taken in trial.taken:
        for id in taken.step.requires if taken.changes else ():
            named.add(id)
    assert {it.step.id for it in trial.taken} <= named


@given(cases())
def test_what_is_left_alone_is_left_for_the_reason_told(
    case: tuple[Instrument, Answers, Scenario],
) -> None:
    trial = try_out(*case, "nb")
    standing = stand(case[0], case[1])
    for taken in trial.taken:
        for fact, reason in taken.left.items():
            rank = standing.rank(fact)
            target = case[0].content.answer_set(fact).rank(taken.step.changes[fact])
            assert {
                "unknown": rank == UNKNOWN,
                "not_asked": rank == NOT_ASKED,
                "in_place": rank >= target,
                "not_relevant": False,
            }[reason]
