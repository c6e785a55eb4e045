"""How sure a result is: against every way answers can be off, be documented and turn out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import chain, combinations

import pytest
from exact import distribution, together
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import contents, stated, text

from kompass.assessment.assess import TOTAL, add_up
from kompass.assessment.fewest import Fewest, Options
from kompass.assessment.instrument import Instrument
from kompass.assessment.sheet import Sheet
from kompass.assessment.stability import draw, steps
from kompass.assessment.standing import Standing
from kompass.assessment.uncertainty import uncertainty
from kompass.assessment.variants import Variants
from kompass.inference.partition import ReferenceEvaluator
from kompass.model.content import Content
from kompass.model.framework import UNKNOWN
from kompass.model.uncertainty import Slips, Stability, Together, Uncertainty

REFERENCE = ReferenceEvaluator()


def make(content: Content, one_in: int = 5) -> Instrument:
    slips = Slips(one_in=one_in, why=text("w"))
    return Instrument(
        content.model_copy(update={"slips": slips}), next(iter(content.frameworks)), REFERENCE
    )


def sure(standing: Standing) -> Uncertainty:
    found = uncertainty(standing, "nb")
    assert found is not None
    return found


def stable(standing: Standing) -> Stability:
    found = sure(standing).stability
    assert found is not None
    return found


def subsets(names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return chain.from_iterable(combinations(names, count) for count in range(len(names) + 1))


def total(standing: Standing, field: str) -> Fraction:
    points: Fraction = getattr(add_up(standing)[TOTAL], field)
    return points


def most_of(curve: Sequence[tuple[int, Fraction]], most: int) -> list[float]:
    """Return what 1, 2, 3 … things are worth at most; no longer than all are worth."""
    best = [max(worth for count, worth in curve if count <= at) for at in range(most + 1)]
    needed = best.index(best[-1])
    return [float(it) for it in best[1 : needed + 1]]


def half_is_least(found: Together) -> bool:
    curve = (0.0, *found.curve)
    before = found.half == 0 or 2 * curve[found.half - 1] < found.points
    return before and 2 * curve[found.half] >= found.points


# The fewest things that are worth most.


@st.composite
def options(draw: st.DrawFn, question: int) -> Options:
    """Return things whose worth together is any at all, but never less for more of them."""
    names = tuple(
        f"f{question}{it}" for it in draw(st.permutations("abc"[: draw(st.integers(0, 3))]))
    )
    worth = [0]
    for chosen in range(1, 1 << len(names)):
        least = max(worth[chosen & ~(1 << at)] for at in range(len(names)) if chosen >> at & 1)
        worth.append(least + draw(st.integers(0, 3)))
    return Options(names, worth)


@given(st.data())
def test_the_few_chosen_are_those_of_brute_force(data: st.DataObject) -> None:
    made = [data.draw(options(at)) for at in range(data.draw(st.integers(0, 4)))]
    fewest = Fewest(made)
    worth = {
        chosen: sum(
            it.worth[sum(1 << at for at, name in enumerate(it.names) if name in chosen)]
            for it in made
        )
        for chosen in subsets([name for it in made for name in it.names])
    }
    best = [
        max(it for chosen, it in worth.items() if len(chosen) <= count)
        for count in range(len(fewest.curve))
    ]
    assert fewest.curve == best
    assert fewest.curve[-1] == max(worth.values())
    assert len(fewest.curve) == 1 or fewest.curve[-2] < fewest.curve[-1]
    for count, points in enumerate(fewest.curve):
        picks = fewest.picks(count)
        names = tuple(name for name, _ in picks)
        assert len(names) <= count
        assert sum(it for _, it in picks) == points
        assert worth[tuple(it for one in made for it in one.names if it in names)] == points
        for it in made:
            taken = [name for name in names if name in it.names]
            own = dict(picks)
            for at, name in enumerate(taken):
                with_it = sum(1 << it.names.index(one) for one in taken[: at + 1])
                assert sum(own[one] for one in taken[: at + 1]) == it.worth[with_it], name


# Answers that are off.


@settings(max_examples=25)
@given(contents(most_questions=2), st.data())
def test_points_stay_within_what_errors_can_make_of_them(
    content: Content, data: st.DataObject
) -> None:
    instrument = make(content, data.draw(st.integers(2, 20)))
    standing = Standing(instrument, Sheet(data.draw(stated(content)), frozenset(), {}, {}))
    found = stable(standing)
    exact = together(
        distribution(standing, question, Fraction(1, found.one_in)) for question in instrument.forms
    )
    assert found.total == found.areas["1"]
    assert found.total.low <= found.total.high
    assert {found.total.low, found.total.high} <= {float(it) for it in exact}
    variants = Variants(standing)
    drawn = draw(variants, steps(Fraction(1, found.one_in), 100), 100)["1"]
    assert {int(it) * variants.many.unit for it in drawn} <= exact.keys()
    assert 0 <= found.lower <= 1
    if all(it == UNKNOWN for place in standing.questions.values() for it in place.known.values()):
        assert (found.total.low, found.total.high, found.lower) == (0, 0, 0.5)


@given(contents(), st.data())
def test_nobody_can_be_wrong_about_nothing(content: Content, data: st.DataObject) -> None:
    """Without answers that count, points do not move, and neither do those set aside."""
    gates = [name for name, fact in content.facts.items() if fact.not_relevant]
    aside = {content.facts[name].question: "x" for name in gates}
    answers = data.draw(stated(content))
    only = {name: rank for name, rank in answers.items() if content.facts[name].question in aside}
    found = stable(Standing(make(content), Sheet(only, frozenset(), aside, {})))
    assert (found.total.low, found.total.high, found.lower) == (0, 0, 0.5)


@given(contents(), st.data())
def test_the_order_of_answers_and_evidence_move_no_draw(
    content: Content, data: st.DataObject
) -> None:
    answers = data.draw(stated(content))
    turned = dict(reversed(answers.items()))
    instrument = make(content)
    one = stable(Standing(instrument, Sheet(answers, frozenset(), {}, {})))
    other = stable(Standing(make(content), Sheet(turned, frozenset(answers), {}, {})))
    assert one.model_dump_json() == other.model_dump_json()


@pytest.fixture(scope="module")
def instruments(real: Content) -> list[Instrument]:
    return [Instrument(real, id, REFERENCE) for id in real.frameworks]


@settings(max_examples=8)
@given(st.data())
def test_of_two_areas_one_is_stronger_or_they_are_even(
    instruments: list[Instrument], data: st.DataObject
) -> None:
    instrument = data.draw(st.sampled_from(instruments))
    sheet = Sheet(data.draw(stated(instrument.content)), frozenset(), {}, {})
    standing = Standing(instrument, sheet)
    found, tallies = stable(standing), add_up(standing)
    for one, others in found.stronger.items():
        assert 2 * tallies[one].answered >= tallies[one].asked
        assert others.keys() == found.stronger.keys() - {one}
        for other, often in others.items():
            assert often + found.stronger[other][one] == 1
    left_out = found.areas.keys() - found.stronger.keys()
    assert all(2 * tallies[it].answered < tallies[it].asked for it in left_out)


# Answers without documentation, and answers nobody has given.


@settings(max_examples=15)
@given(contents(most_questions=2), st.data())
def test_documents_settle_what_brute_force_says(content: Content, data: st.DataObject) -> None:
    instrument = make(content)
    answers = data.draw(stated(content))
    evidenced = frozenset(name for name in answers if data.draw(st.booleans()))
    sheet = Sheet(answers, evidenced, {}, {})
    standing = Standing(instrument, sheet)
    found = sure(standing).claims
    now = total(standing, "documented")
    assert found.points == float(total(standing, "points") - now)

    def settles(names: tuple[str, ...]) -> Fraction:
        shown = replace(sheet, evidenced=evidenced | set(names))
        return total(Standing(instrument, shown), "documented") - now

    candidates = sorted(answers.keys() - sheet.proven(content))
    tried = [(len(it), settles(it)) for it in subsets(candidates)]
    assert list(found.curve) == most_of(tried, len(candidates))
    assert half_is_least(found)
    first = tuple(it.fact for it in found.first)
    assert len(first) == found.half
    assert float(settles(first)) == pytest.approx(sum(it.points for it in found.first))
    for at, document in enumerate(found.first, start=1):
        rise = settles(first[:at]) - settles(first[: at - 1])
        assert document.points == pytest.approx(float(rise))


@settings(max_examples=15)
@given(contents(most_questions=2), st.data())
def test_unknown_answers_decide_what_brute_force_says(
    content: Content, data: st.DataObject
) -> None:
    instrument = make(content)
    answers = data.draw(stated(content))
    standing = Standing(instrument, Sheet(answers, frozenset(), {}, {}))
    found = sure(standing).unknown
    high = total(standing, "high")
    assert found.points == float(high - total(standing, "low"))
    asked = [
        name
        for question, form in instrument.forms.items()
        for name in form.asked(standing.questions[question].known)
        if standing.rank(name) == UNKNOWN
    ]

    def decides(names: tuple[str, ...]) -> Fraction:
        worst = {**answers, **dict.fromkeys(names, 1)}
        return high - total(Standing(instrument, Sheet(worst, frozenset(), {}, {})), "high")

    tried = [(len(it), decides(it)) for it in subsets(asked)]
    assert list(found.curve) == most_of(tried, len(asked))
    assert half_is_least(found)
    assert float(decides(found.first)) == pytest.approx((0.0, *found.curve)[found.half])
