"""The hour's picture: knowing more never tells less, and the best choice is the best."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import contents

from kompass.assessment.instrument import Instrument
from kompass.authoring.hour import Hour, core, picture
from kompass.authoring.samples import municipalities
from kompass.inference.partition import ReferenceEvaluator
from kompass.model.content import Content


def make(content: Content) -> Instrument:
    return Instrument(content, next(iter(content.frameworks)), ReferenceEvaluator())


@settings(max_examples=15)
@given(contents(most_questions=2), st.data())
def test_knowing_more_never_tells_less(content: Content, data: st.DataObject) -> None:
    hour = Hour(make(content))
    some = data.draw(st.sets(st.sampled_from(sorted(content.facts))))
    more = some | data.draw(st.sets(st.sampled_from(sorted(content.facts))))
    assert 0 <= hour.told(some) <= hour.told(more) <= 1
    assert hour.told(()) == 0
    assert hour.told(content.facts) == 1
    assert 0 <= hour.minutes(some) <= hour.minutes(more)


@settings(max_examples=10, deadline=None)
@given(contents(most_questions=2), st.data())
def test_the_best_choice_is_the_best_of_all(content: Content, data: st.DataObject) -> None:
    hour = Hour(make(content))
    questions = {name: fact.question for name, fact in content.facts.items()}
    count = data.draw(st.integers(len(content.questions), len(content.questions) + 1))
    covering = [
        hour.told(it)
        for it in combinations(sorted(content.facts), count)
        if {questions[name] for name in it} == set(content.questions)
    ]
    best = hour.best(count)
    assert len(best) == count
    assert hour.told(best) == pytest.approx(max(covering))


@settings(max_examples=5)
@given(contents())
def test_made_up_municipalities_are_complete_and_the_same_again(content: Content) -> None:
    instrument = make(content)
    made = list(municipalities(instrument, 5))
    assert made == list(municipalities(instrument, 5))
    assert made != list(municipalities(instrument, 5, seed=2))
    for ranks in made:
        assert set(ranks) == set(content.facts)
        assert all(1 <= rank <= content.answer_set(it).top for it, rank in ranks.items())


@settings(max_examples=5)
@given(contents())
def test_a_picture_lies_between_nothing_and_the_best(content: Content) -> None:
    hour = Hour(make(content))
    assert core(hour.instrument) == ()
    seen = picture(hour, tuple(content.questions[it].facts[0] for it in content.questions))
    assert seen.facts == len(content.questions)
    assert 0 <= seen.told <= seen.at_best <= 1
    assert 0 <= seen.by_chance <= 1
    with pytest.raises(ValueError, match="cannot cover"):
        hour.best(len(content.questions) - 1)
