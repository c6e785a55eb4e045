"""How sure a result is, on one small question and on Åmot."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import islice
from math import sqrt
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from exact import Distribution, below, distribution, off_by, together

from kompass.assessment.assess import describe, stand
from kompass.assessment.fewest import Fewest, Options
from kompass.assessment.instrument import Instrument
from kompass.assessment.sheet import Sheet
from kompass.assessment.stability import draw, stability, steps
from kompass.assessment.standing import Standing
from kompass.assessment.uncertainty import uncertainty, with_uncertainty
from kompass.assessment.variants import Variants
from kompass.content.loader import load
from kompass.content.registers import municipalities
from kompass.errors import EngineError
from kompass.inference.partition import ReferenceEvaluator
from kompass.intake.answers import World, read_answers
from kompass.intake.schema import result_schema
from kompass.model.answers import Answer, Answers, Evidence, Municipality
from kompass.model.base import LANGUAGES, Text
from kompass.model.content import Content
from kompass.model.uncertainty import Slips, Stability, Uncertainty

ROOT = Path(__file__).parents[3]
BASE = ROOT / "tests" / "content" / "base"
PRACTICE, EXTENT, LEARNING = (
    "kommunikasjonsarbeid_satt_i_system",
    "kommunikasjonsarbeid_utbredelse",
    "kommunikasjonsarbeid_laering",
)
STRATEGY, PROFILE = "har_kommunikasjonsstrategi", "har_grafisk_profil"
PROOF = (Evidence(kind="document", title="Bevis"),)
SLIPS = Slips(one_in=5, why=Text(nb="fordi", nn="fordi"))


@pytest.fixture(scope="module")
def content() -> Content:
    return load(BASE).model_copy(update={"slips": SLIPS})


@pytest.fixture(scope="module")
def instrument(content: Content) -> Instrument:
    return Instrument(content, "prove-1", ReferenceEvaluator())


@pytest.fixture(scope="module")
def real() -> Content:
    return load(ROOT)


@pytest.fixture(scope="module")
def amot(real: Content) -> Standing:
    file = ROOT / "examples" / "amot-2026.json"
    world = World(real, municipalities(ROOT))
    answers = read_answers(file.read_bytes(), file.name, world).answers
    return stand(Instrument(real, answers.framework, ReferenceEvaluator()), answers)


def answers(**values: Any) -> Answers:
    return Answers(
        schema_id="kompass/answers/1",
        framework="prove-1",
        municipality=Municipality(number="0301", name="Oslo"),
        date=date(2026, 1, 1),
        answers={k: v if isinstance(v, Answer) else Answer(value=v) for k, v in values.items()},
    )


def sure(instrument: Instrument, **values: Any) -> Uncertainty:
    found = uncertainty(stand(instrument, answers(**values)), "nb")
    assert found is not None
    return found


def stable(standing: Standing) -> Stability:
    found = uncertainty(standing, "nb")
    assert found is not None
    assert found.stability is not None
    return found.stability


# Answers that are off.


def test_the_draws_are_the_same_everywhere() -> None:
    """These bytes must never change: they decide what is said of a municipality."""
    first = list(islice(steps(Fraction(1, 5), 2000), 3))
    assert first[0][:12].tolist() == [0, 0, 1, 0, 0, 0, 0, 0, 0, -1, 0, 0]
    drawn = b"".join(it.tobytes() for it in first)
    assert hashlib.sha256(drawn).hexdigest()[:16] == "64c4a1af83199cb5"


def test_a_step_up_is_as_likely_as_a_step_down() -> None:
    count = 2000
    for column in islice(steps(Fraction(1, 5), count), 20):
        slack = 4 * sqrt(count * 0.1 * 0.9)
        assert abs(int((column == 1).sum()) - count / 10) < slack
        assert abs(int((column == -1).sum()) - count / 10) < slack
        assert set(column.tolist()) == {-1, 0, 1}


def assert_drawn(found: Stability, low: float, high: float, exact: Distribution) -> None:
    """Both ends lie where the exact distribution has them, but for the luck of the draws."""
    slack = 4 * sqrt(0.05 * 0.95 / found.draws)
    for end, share in ((low, 0.05), (high, 0.95)):
        points = min(exact, key=lambda it: abs(float(it) - end))
        assert float(points) == pytest.approx(end)
        assert float(below(exact, points)) < share + slack
        assert float(below(exact, points) + exact[points]) > share - slack


def test_the_interval_is_that_of_the_exact_distribution(instrument: Instrument) -> None:
    given = answers(
        **{
            PRACTICE: "delvis",
            EXTENT: "noen",
            LEARNING: "av_og_til",
            STRATEGY: "ja",
            PROFILE: "nei",
        }
    )
    standing = stand(instrument, given)
    found = stable(standing)
    [question] = standing.questions
    exact = distribution(standing, question, Fraction(1, 5))
    assert sum(exact.values()) == 1
    assert len(exact) > 20
    assert_drawn(found, found.total.low, found.total.high, exact)
    now = standing.questions[question].tally.points
    lower = float(below(exact, now) + exact[now] / 2)
    assert abs(found.lower - lower) < 4 * sqrt(0.25 / found.draws)


def of_area(standing: Standing, area: str) -> Distribution:
    instrument = standing.instrument
    [found] = [it for it in instrument.content.areas if it.id == area]
    asked: Iterable[str] = (
        question for it in found.criteria for question in instrument.framework.questions[it.id]
    )
    return together(distribution(standing, it, Fraction(1, 5)) for it in asked)


def test_areas_of_amot_have_their_exact_intervals_and_order(amot: Standing) -> None:
    found = stable(amot)
    three, four = of_area(amot, "3"), of_area(amot, "4")
    for area, exact in (("3", three), ("4", four)):
        assert_drawn(found, found.areas[area].low, found.areas[area].high, exact)
    stronger = sum(
        often * (below(four, points) + four.get(points, Fraction(0)) / 2)
        for points, often in three.items()
    )
    assert abs(found.stronger["3"]["4"] - float(stronger)) < 4 * sqrt(0.25 / found.draws)
    assert float(stronger) > 0.95


def test_amot_reads_the_same_as_before(amot: Standing) -> None:
    """A change here is a change in what a municipality is told: make it on purpose."""
    found = stable(amot)
    assert found.one_in == 5
    assert (found.total.low, found.total.high) == pytest.approx((240.93333, 275.38333))
    assert found.lower == 0.857
    assert found.areas.keys() == found.stronger.keys() == set("12345678")


def test_the_best_answers_can_only_be_too_good(instrument: Instrument, content: Content) -> None:
    best = {name: content.answer_set(name).top for name in content.facts}
    found = stable(Standing(instrument, Sheet(best, frozenset(), {}, {})))
    assert found.total.low < found.total.high == 100
    assert found.lower > 0.5
    worst = dict.fromkeys(content.facts, 1)
    found = stable(Standing(instrument, Sheet(worst, frozenset(), {}, {})))
    assert found.total.low == 0
    assert found.lower < 0.5


def test_a_step_goes_past_a_plan(instrument: Instrument) -> None:
    """A no that is off is a part of a practice, and gives points; a plan would give none."""
    found = sure(instrument, **{PRACTICE: "nei"}).stability
    assert found is not None
    assert (found.total.low, found.total.high) == pytest.approx((0, 100 * 4 / 30))
    planned = sure(instrument, **{PRACTICE: "planlagt"}).stability
    assert planned is not None
    assert planned.total == found.total


def test_an_answer_that_is_set_aside_is_not_off(instrument: Instrument) -> None:
    """It counts as it stands where an error makes it asked after all."""
    variants = Variants(stand(instrument, answers(**{PRACTICE: "nei", EXTENT: "noen"})))
    drawn = draw(variants, steps(Fraction(1, 2), 500), 500)["1"]
    assert {variants.points(int(it)) for it in drawn} == {0, 100 * 8 / 30}


def test_unknown_answers_are_never_off(instrument: Instrument) -> None:
    assert sure(instrument).stability == sure(instrument, **{PRACTICE: "vet_ikke"}).stability
    found = sure(instrument).stability
    assert found is not None
    assert (found.total.low, found.total.high) == (0, 0)


def test_a_fact_has_the_same_draws_whatever_else_is_answered(amot: Standing) -> None:
    """Areas that are not touched stay as they are, so that two years can be held together."""
    content = amot.instrument.content
    changed = dict(amot.sheet.stated)
    for name in content.facts:
        if content.facts[name].question.startswith("1."):
            changed.pop(name, None)
    other = Standing(amot.instrument, replace(amot.sheet, stated=changed))
    before, after = stable(amot), stable(other)
    assert before.areas["1"] != after.areas["1"]
    assert {id: it for id, it in before.areas.items() if id != "1"} == {
        id: it for id, it in after.areas.items() if id != "1"
    }
    assert "1" not in after.stronger  # nothing of it is answered
    assert all("1" not in others for others in after.stronger.values())


def test_an_area_that_is_set_aside_is_not_held_against_others(amot: Standing) -> None:
    aside = {it: "x" for it in amot.instrument.framework.asked if it.startswith("2.")}
    found = stable(Standing(amot.instrument, replace(amot.sheet, not_relevant=aside)))
    assert (found.areas["2"].low, found.areas["2"].high) == (0, 0)
    assert found.stronger.keys() == set("1345678")


def test_areas_are_held_against_each_other_by_what_can_be_reached(amot: Standing) -> None:
    """Area 3 with one criterion out of four is no weaker for that."""
    aside = {it: "x" for it in amot.instrument.framework.asked if it[:3] in {"3.1", "3.2", "3.4"}}
    standing = Standing(amot.instrument, replace(amot.sheet, not_relevant=aside))
    found = stable(standing)
    kept = [it for it in standing.questions if it.startswith("3.3.")]
    three = together(distribution(standing, it, Fraction(1, 5)) for it in kept)
    six = of_area(standing, "6")
    reachable = sum(amot.instrument.maximum(it) for it in kept)
    stronger = sum(
        often * (below(six, points * 100 / reachable) + six.get(points * 100 / reachable, 0) / 2)
        for points, often in three.items()
    )
    assert reachable == 30
    assert abs(found.stronger["3"]["6"] - float(stronger)) < 4 * sqrt(0.25 / found.draws)
    assert found.stronger["3"]["6"] > 0.6


def test_fewer_draws_give_a_cut_of_their_own(amot: Standing) -> None:
    """Of 20 draws one is cut off at each end; of 19 none."""
    variants = Variants(amot)
    twenty = stability(variants, SLIPS, "nb", draws=20)
    nineteen = stability(variants, SLIPS, "nb", draws=19)
    assert nineteen.total.low < twenty.total.low < twenty.total.high < nineteen.total.high


def test_content_that_does_not_say_how_often_tries_nothing(content: Content) -> None:
    silent = content.model_copy(update={"slips": None})
    found = sure(Instrument(silent, "prove-1", ReferenceEvaluator()), **{PROFILE: "ja"})
    assert found.stability is None
    assert found.claims.points > 0


def test_the_content_says_how_often_and_why_in_both_languages(real: Content) -> None:
    assert real.slips is not None
    assert real.slips.share == Fraction(1, real.slips.one_in)
    assert all(getattr(real.slips.why, lang) for lang in LANGUAGES)


def test_the_reason_counts_what_the_readers_answered(real: Content) -> None:
    """The numbers it names are those of examples/*.readings.json, and every time it is a step."""
    differ = common = 0
    for file in sorted((ROOT / "examples").glob("*.readings.json")):
        for name, pair in json.loads(file.read_text("utf-8"))["answers"].items():
            if None in pair or name not in real.facts:
                continue
            common += 1
            one, other = (real.answer_set(name).rank(it) for it in pair)
            if one != other:
                differ += 1
                assert other in {off_by(real.answer_set(name), one, it) for it in (-1, 1)}, name
    assert real.slips is not None
    assert all(f" {differ} av {common} " in real.slips.why(lang) for lang in LANGUAGES)


def test_a_standing_that_says_something_else_is_an_error(instrument: Instrument) -> None:
    standing = stand(instrument, answers(**{PROFILE: "ja"}))
    [question] = standing.questions
    place = standing.questions[question]
    wrong = replace(place, tally=replace(place.tally, points=place.tally.points + 1))
    standing.questions = {question: wrong}
    with pytest.raises(EngineError, match=question):
        uncertainty(standing, "nb")


# The fewest things that are worth most.


def test_equal_choices_fall_to_the_first() -> None:
    twins = [Options(("b",), (0, 4)), Options(("a",), (0, 4)), Options(("d", "c"), (0, 4, 4, 4))]
    fewest = Fewest(twins)
    assert fewest.curve == [0, 4, 8, 12]
    assert [fewest.picks(it) for it in range(3)] == [(), (("b", 4),), (("a", 4), ("b", 4))]
    assert fewest.picks(3) == (("a", 4), ("b", 4), ("c", 4))
    assert fewest.half == 2


def test_what_adds_most_comes_first() -> None:
    fewest = Fewest([Options(("a", "b"), (0, 1, 5, 6)), Options(("c",), (0, 3))])
    assert fewest.picks(3) == (("b", 5), ("c", 3), ("a", 1))


def test_what_is_worth_something_only_together_is_chosen_together() -> None:
    fewest = Fewest([Options(("a", "b"), (0, 0, 0, 9)), Options(("c",), (0, 2))])
    assert fewest.curve == [0, 2, 9, 11]
    assert fewest.picks(2) == (("a", 0), ("b", 9))
    assert fewest.picks(3) == (("c", 2), ("a", 0), ("b", 9))


# Answers without documentation.


def test_evidence_on_use_is_worth_more_than_on_the_thing(instrument: Instrument) -> None:
    """Shown to be used widely, the practice is shown as well: System 6 and Omfang 10."""
    found = sure(instrument, **{PRACTICE: "ja", EXTENT: "alle", PROFILE: "ja"}).claims
    assert found.points == pytest.approx(100 * 17 / 30)
    assert found.curve == pytest.approx((100 * 16 / 30, 100 * 17 / 30))
    assert found.half == 1
    [first] = found.first
    assert (first.fact, first.question) == (EXTENT, "1.1.2")
    assert first.points == pytest.approx(100 * 16 / 30)
    assert first.text.endswith("?")
    assert first.evidence.startswith("Eksempler fra ulike virksomheter")
    assert first.asks


def test_what_is_documented_already_is_not_asked_for(instrument: Instrument) -> None:
    used = Answer(value="alle", evidence=PROOF)
    found = sure(instrument, **{PRACTICE: "ja", EXTENT: used, PROFILE: "ja"}).claims
    assert found.curve == pytest.approx((100 / 30,))
    assert [it.fact for it in found.first] == [PROFILE]
    shown = Answer(value="ja", evidence=PROOF)
    done = sure(instrument, **{PRACTICE: "ja", EXTENT: used, PROFILE: shown}).claims
    assert (done.points, done.curve, done.half, done.first) == (0, (), 0, ())


def test_plans_and_absence_need_no_documents(instrument: Instrument) -> None:
    found = sure(instrument, **{PRACTICE: "nei", STRATEGY: "planlagt", PROFILE: "nei"}).claims
    assert (found.points, found.half, found.first) == (0, 0, ())


def test_without_any_evidence_half_of_amot_takes_few_documents(amot: Standing) -> None:
    bare = Standing(amot.instrument, replace(amot.sheet, evidenced=frozenset()))
    found = uncertainty(bare, "nb")
    assert found is not None
    claims = found.claims
    points = sum((it.tally.points for it in bare.questions.values()), Fraction(0))
    assert claims.points == claims.curve[-1] == float(points)
    assert 2 * claims.curve[claims.half - 1] >= claims.points > 2 * claims.curve[claims.half - 2]
    assert claims.half < len(claims.curve) / 3
    assert len(claims.first) == 10
    assert sum(it.points for it in claims.first) == pytest.approx(claims.curve[9])
    order = [(-round(it.points, 9), it.fact) for it in claims.first]
    assert order == sorted(order)


def test_everything_of_amot_is_documented(amot: Standing) -> None:
    found = uncertainty(amot, "nb")
    assert found is not None
    assert (found.claims.points, found.claims.curve, found.claims.first) == (0, (), ())


# Answers nobody has given.


def test_the_practice_decides_half_of_a_question_nobody_answered(instrument: Instrument) -> None:
    """Everything that hangs on it goes with it: System 6, Omfang 10, Resultat 10."""
    found = sure(instrument).unknown
    assert found.points == 100
    assert found.curve[0] == pytest.approx(100 * 26 / 30)
    assert (found.half, found.first) == (1, (PRACTICE,))


def test_unknown_and_find_out_first_tell_the_same(amot: Standing, real: Content) -> None:
    """What decides most alone is what one answer decides, and nobody is named twice."""
    given = answers()
    result = with_uncertainty(describe(amot, given, "nb"), amot)
    assert result.uncertainty is not None
    found = result.uncertainty.unknown
    assert found.curve[0] == pytest.approx(result.find_out_first[0].decides)
    assert set(found.first) <= {it.fact for it in result.find_out_first}
    assert len(set(found.first)) == len(found.first) == 10
    assert found.points == pytest.approx(result.total.high - result.total.low)


# The result.


def test_without_numpy_a_result_says_that_it_does_not_know(
    instrument: Instrument, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = answers(**{PROFILE: "ja"})
    standing = stand(instrument, given)
    plain = describe(standing, given, "nb")
    monkeypatch.setitem(sys.modules, "numpy", None)
    assert uncertainty(standing, "nb") is None
    told = with_uncertainty(plain, standing)
    *notes, last = told.notes
    assert (*notes,) == plain.notes
    assert last.code == "no_uncertainty" and "kompass-egenvurdering[plan]" in last.text
    assert told.uncertainty is None
    assert told.model_copy(update={"notes": plain.notes}) == plain


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_result_keeps_to_its_schema(instrument: Instrument, lang: Any) -> None:
    given = answers(**{PRACTICE: "ja", EXTENT: "alle"})
    standing = stand(instrument, given)
    result = with_uncertainty(describe(standing, given, lang), standing)
    data = json.loads(result.model_dump_json(by_alias=True))
    jsonschema.Draft202012Validator(result_schema()).validate(data)
    assert data["uncertainty"]["stability"]["draws"] == 2000
    [first] = data["uncertainty"]["claims"]["first"]
    assert first["text"] == instrument.content.facts[EXTENT].text(lang)
    assert data["uncertainty"]["stability"]["why"] == "fordi"
    without = {**data, "uncertainty": None}
    jsonschema.Draft202012Validator(result_schema()).validate(without)
    del without["uncertainty"]
    jsonschema.Draft202012Validator(result_schema()).validate(without)


def test_the_same_answers_give_the_same_bytes(amot: Standing) -> None:
    again = Standing(
        Instrument(amot.instrument.content, amot.instrument.framework.id, ReferenceEvaluator()),
        amot.sheet,
    )
    one, other = uncertainty(amot, "nn"), uncertainty(again, "nn")
    assert one is not None
    assert other is not None
    assert one.model_dump_json() == other.model_dump_json()
