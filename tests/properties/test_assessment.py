"""The invariants of the engine, over random contents and over the real one."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import contents, stated

from kompass.assessment.findings import find
from kompass.assessment.instrument import Instrument
from kompass.assessment.sheet import Sheet
from kompass.assessment.standing import QuestionStanding, Standing, Tally
from kompass.assessment.steps import WhatIf, offers
from kompass.inference.partition import Evaluator, ReferenceEvaluator
from kompass.model.content import Content
from kompass.model.framework import NOT_ASKED, UNKNOWN

REFERENCE = ReferenceEvaluator()


def make(content: Content) -> Instrument:
    return Instrument(content, next(iter(content.frameworks)), REFERENCE)


def standing(instrument: Instrument, answers: dict[str, int]) -> Standing:
    return Standing(instrument, Sheet(answers, frozenset(), {}, {}))


def total(place: Standing) -> Tally:
    tally = Tally()
    for question in place.questions.values():
        tally = tally + question.tally
    return tally


def ratings(place: Standing, question: QuestionStanding) -> dict[str, int]:
    return dict(place.instrument.score(question.question, question.known).ratings)


@given(contents(), st.data())
def test_ratings_stay_within_their_range(content: Content, data: st.DataObject) -> None:
    place = standing(make(content), data.draw(stated(content)))
    for question in place.questions.values():
        assert all(0 <= it <= 10 for it in ratings(place, question).values())
        assert question.tally.points <= place.instrument.maximum(question.question)


@given(contents())
def test_the_best_answers_give_everything_and_the_worst_nothing(content: Content) -> None:
    instrument = make(content)
    best = {name: content.answer_set(name).top for name in content.facts}
    assert total(standing(instrument, best)).points == 100
    assert total(standing(instrument, dict.fromkeys(content.facts, 1))).points == 0


@given(contents(), st.data())
def test_a_better_answer_never_lowers_a_rating(content: Content, data: st.DataObject) -> None:
    instrument = make(content)
    answers = data.draw(stated(content, complete=True))
    name = data.draw(st.sampled_from(sorted(answers)))
    better = {**answers, name: min(answers[name] + 1, content.answer_set(name).top)}
    before, after = standing(instrument, answers), standing(instrument, better)
    for question in before.questions:
        low = ratings(before, before.questions[question])
        high = ratings(after, after.questions[question])
        assert all(high[it] >= low[it] for it in low)
        for fact, rank in before.questions[question].known.items():
            if rank > NOT_ASKED:
                assert after.questions[question].known[fact] > NOT_ASKED


@given(contents(), st.data())
def test_the_numbers_are_in_order_at_every_level(content: Content, data: st.DataObject) -> None:
    answers = data.draw(stated(content))
    evidenced = frozenset(name for name in answers if data.draw(st.booleans()))
    gates = [name for name, fact in content.facts.items() if fact.not_relevant]
    aside = {content.facts[name].question: "x" for name in gates if data.draw(st.booleans())}
    place = Standing(make(content), Sheet(answers, evidenced, aside, {}))
    tallies = [question.tally for question in place.questions.values()]
    for tally in [*tallies, total(place)]:
        assert 0 <= tally.documented <= tally.points == tally.low
        assert tally.low <= tally.high <= tally.reachable <= tally.max
        assert tally.proven <= tally.answered <= tally.asked


def completions(
    content: Content, instrument: Instrument, question: str, known: dict[str, int]
) -> Iterator[dict[str, int]]:
    """Yield every way to answer what is not answered, over the value sets alone."""
    form = instrument.forms[question]
    free = [it for it in form.fields if it.fact not in known]
    for ranks in product(*(range(1, it.top + 1) for it in free)):
        yield {**known, **{it.fact: rank for it, rank in zip(free, ranks, strict=True)}}


@settings(max_examples=30)
@given(contents(most_questions=1), st.data())
def test_low_and_high_are_those_of_brute_force(content: Content, data: st.DataObject) -> None:
    instrument = make(content)
    answers = data.draw(stated(content))
    place = standing(instrument, answers)
    [question] = place.questions
    points = [
        instrument.points(question, instrument.forms[question].known(whole))
        for whole in completions(content, instrument, question, answers)
    ]
    tally = place.questions[question].tally
    assert (tally.low, tally.high) == (min(points), max(points))


@settings(max_examples=30)
@given(contents(most_questions=1), st.data())
def test_findings_persist_in_every_completion(content: Content, data: st.DataObject) -> None:
    instrument = make(content)
    answers = data.draw(stated(content))
    [question] = instrument.forms
    found = {it.id for it in find(standing(instrument, answers), "nb")}
    for whole in list(completions(content, instrument, question, answers))[:80]:
        assert found <= {it.id for it in find(standing(instrument, whole), "nb")}


@given(contents(), st.data())
def test_planned_and_unknown_give_no_points(content: Content, data: st.DataObject) -> None:
    """In the real content by its scales; here: unknown gives exactly what the worst gives."""
    instrument = make(content)
    answers = data.draw(stated(content))
    worst = {**dict.fromkeys(content.facts, 1), **answers}
    for question in instrument.forms:
        form = instrument.forms[question]
        unknown = instrument.points(question, form.known(answers))
        assert unknown == instrument.points(question, form.worst(answers))
        assert instrument.points(question, form.known(worst)) >= unknown


@given(contents(), st.data())
def test_incremental_equals_fresh(content: Content, data: st.DataObject) -> None:
    """A what-if re-runs only what it touches, and gives what a whole new assessment gives."""
    instrument = make(content)
    answers = data.draw(stated(content))
    what_if = WhatIf(standing(instrument, answers))
    steps = data.draw(st.lists(st.sampled_from(sorted(content.steps)), max_size=4))
    after = what_if.apply([content.steps[it] for it in steps])
    fresh = standing(Instrument(content, "test", REFERENCE), after)
    assert what_if.points(after) == total(fresh).points


@given(contents(), st.data())
def test_a_step_never_lowers_anything(content: Content, data: st.DataObject) -> None:
    instrument = make(content)
    place = standing(instrument, data.draw(stated(content)))
    for offer in offers(place):
        assert offer.gain >= 0
        assert offer.gain_alone >= 0
        after = standing(instrument, WhatIf(place).apply([offer.step]))
        for question, before in place.questions.items():
            low, high = ratings(place, before), ratings(after, after.questions[question])
            assert all(high[it] >= low[it] for it in low)


def climb(instrument: Instrument, answers: dict[str, int]) -> Fraction:
    """Apply offered steps until none is left; return the points that gives."""
    for _ in range(len(instrument.content.steps) + 1):
        place = standing(instrument, answers)
        what_if = WhatIf(place)
        step = next((it for it in instrument.content.steps.values() if what_if.offered(it)), None)
        if step is None:
            return total(place).points
        answers = what_if.apply([step])
    raise AssertionError("steps never run out")


@given(contents(), st.data())
def test_steps_lead_all_the_way(content: Content, data: st.DataObject) -> None:
    answers = data.draw(stated(content, complete=True))
    assert climb(make(content), answers) == 100


@given(contents(), st.data())
def test_order_of_answers_does_not_matter(content: Content, data: st.DataObject) -> None:
    answers = data.draw(stated(content))
    shuffled = dict(data.draw(st.permutations(list(answers.items()))))
    one, other = standing(make(content), answers), standing(make(content), shuffled)
    assert [it.tally for it in one.questions.values()] == [
        it.tally for it in other.questions.values()
    ]
    assert find(one, "nb") == find(other, "nb")
    assert [it.order for it in offers(one)] == [it.order for it in offers(other)]


@given(contents(), st.data())
def test_both_evaluators_give_the_same_assessment(
    durable: Evaluator, content: Content, data: st.DataObject
) -> None:
    answers = data.draw(stated(content))
    one = standing(make(content), answers)
    other = Standing(Instrument(content, "test", durable), Sheet(answers, frozenset(), {}, {}))
    assert [it.tally for it in one.questions.values()] == [
        it.tally for it in other.questions.values()
    ]
    assert find(one, "nb") == find(other, "nb")


@given(contents(), st.data())
def test_what_is_set_aside_counts_for_nothing(content: Content, data: st.DataObject) -> None:
    answers = data.draw(stated(content))
    place = standing(make(content), answers)
    aside = set(place.set_aside())
    without = {name: rank for name, rank in answers.items() if name not in aside}
    other = standing(make(content), without)
    assert total(place).points == total(other).points
    for question in place.questions.values():
        for name in aside & set(question.known):
            assert question.known[name] in (UNKNOWN, NOT_ASKED)


@pytest.fixture(scope="module")
def instruments(real: Content) -> list[Instrument]:
    return [Instrument(real, id, REFERENCE) for id in real.frameworks]


def random_answers(data: st.DataObject, content: Content, complete: bool) -> dict[str, int]:
    return data.draw(stated(content, complete=complete))


@settings(max_examples=20)
@given(st.data())
def test_real_content_keeps_the_order_of_numbers(
    instruments: list[Instrument], data: st.DataObject
) -> None:
    instrument = data.draw(st.sampled_from(instruments))
    answers = random_answers(data, instrument.content, complete=False)
    evidenced = frozenset(data.draw(st.sets(st.sampled_from(sorted(instrument.content.facts)))))
    place = Standing(instrument, Sheet(answers, evidenced & set(answers), {}, {}))
    for question in place.questions.values():
        tally = question.tally
        assert tally.documented <= tally.points == tally.low <= tally.high <= tally.reachable


@settings(max_examples=20)
@given(st.data())
def test_real_content_is_monotone(instruments: list[Instrument], data: st.DataObject) -> None:
    instrument = data.draw(st.sampled_from(instruments))
    answers = random_answers(data, instrument.content, complete=True)
    before = total(standing(instrument, answers)).points
    for name in data.draw(st.lists(st.sampled_from(sorted(answers)), max_size=6)):
        top = instrument.content.answer_set(name).top
        better = {**answers, name: min(answers[name] + 1, top)}
        assert total(standing(instrument, better)).points >= before


@settings(max_examples=5)
@given(st.data())
def test_real_steps_lead_all_the_way(instruments: list[Instrument], data: st.DataObject) -> None:
    """From any complete answers: while points are lacking, some offered step gives more."""
    instrument = data.draw(st.sampled_from(instruments))
    answers = random_answers(data, instrument.content, complete=True)
    reachable = sum((instrument.maximum(it) for it in instrument.forms), Fraction(0))
    place = standing(instrument, answers)
    if total(place).points < reachable:
        assert max(offer.gain for offer in offers(place)) > 0
    assert climb(instrument, answers) == reachable


def test_real_content_from_best_to_worst(instruments: list[Instrument]) -> None:
    for instrument in instruments:
        best = {it: instrument.content.answer_set(it).top for it in instrument.content.facts}
        covered = {
            it.id: it.max
            for area in instrument.content.areas
            for it in area.criteria
            if instrument.framework.questions[it.id]
        }
        assert total(standing(instrument, best)).points == sum(covered.values())
        worst = dict.fromkeys(instrument.content.facts, 1)
        assert total(standing(instrument, worst)).points == 0


@settings(max_examples=15)
@given(st.data())
def test_real_findings_never_contradict_each_other(
    instruments: list[Instrument], data: st.DataObject
) -> None:
    instrument = data.draw(st.sampled_from(instruments))
    answers = random_answers(data, instrument.content, complete=True)
    kinds: dict[tuple[str, str | None], list[str]] = {}
    at_all: set[str | None] = set()
    opposites: dict[tuple[str, str], set[str]] = {}
    for finding in find(standing(instrument, answers), "nb"):
        kinds.setdefault((finding.topic, finding.question), []).append(finding.kind)
        opposites.setdefault((finding.topic, finding.criterion), set()).add(finding.kind)
        at_all.add(finding.question)
        assert "{" not in finding.text
    assert all(len(it) == 1 for (_, question), it in kinds.items() if question)
    assert not any({"strength", "weakness"} <= it for it in opposites.values())
    assert at_all >= set(instrument.forms)
