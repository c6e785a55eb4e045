"""The assessment on one small, real question: unknowns, evidence, plans, steps, explanations."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kompass.assessment.assess import assess, stand
from kompass.assessment.compare import what_if
from kompass.assessment.explain import cheapest_change
from kompass.assessment.instrument import Instrument
from kompass.assessment.steps import offers
from kompass.content.loader import load
from kompass.inference.partition import ReferenceEvaluator
from kompass.model.answers import (
    Answer,
    Answers,
    Evidence,
    FindingAdjustment,
    Municipality,
    RatingAdjustment,
)
from kompass.model.content import Content
from kompass.model.result import Result

BASE = Path(__file__).parents[2] / "content" / "base"
PRACTICE, EXTENT, LEARNING = (
    "kommunikasjonsarbeid_satt_i_system",
    "kommunikasjonsarbeid_utbredelse",
    "kommunikasjonsarbeid_laering",
)
STRATEGY, PROFILE = "har_kommunikasjonsstrategi", "har_grafisk_profil"
PROOF = (Evidence(kind="document", title="Bevis"),)


@pytest.fixture(scope="module")
def content() -> Content:
    return load(BASE)


@pytest.fixture(scope="module")
def instrument(content: Content) -> Instrument:
    return Instrument(content, "prove-1", ReferenceEvaluator())


def answers(**values: Any) -> Answers:
    return Answers(
        schema_id="kompass/answers/1",
        framework="prove-1",
        municipality=Municipality(number="0301", name="Oslo"),
        date=date(2026, 1, 1),
        answers={k: v if isinstance(v, Answer) else Answer(value=v) for k, v in values.items()},
    )


def result(instrument: Instrument, given: Answers) -> Result:
    return assess(instrument, given)


def codes(found: Result) -> list[str]:
    return [note.code for note in found.notes if note.code != "reference_engine"]


def test_a_planned_strategy_gives_nothing_and_is_shown(instrument: Instrument) -> None:
    planned = Answer(value="planlagt", due=date(2027, 6, 1))
    found = result(instrument, answers(**{STRATEGY: planned}))
    assert found.total.points == 0
    [under_way] = found.under_way
    assert (under_way.fact, under_way.due) == (STRATEGY, "2027-06-01")
    assert "Fullfør" in under_way.text
    step = next(it for it in found.next_steps if STRATEGY in it.changes)
    assert step.under_way
    assert step.title.startswith("Fullfør")


def test_an_answer_that_is_not_asked_is_set_aside_and_kept_in_high(instrument: Instrument) -> None:
    known_not = result(instrument, answers(**{PRACTICE: "nei", EXTENT: "alle"}))
    assert codes(known_not) == ["set_aside"]
    assert known_not.total.points == 0
    unknown = result(instrument, answers(**{EXTENT: "noen"}))
    assert codes(unknown) == ["set_aside"]
    # Had the practice been in place, the stated "noen" would count, not the best value.
    [area] = unknown.areas
    ratings = area.criteria[0].questions[0].ratings
    assert (ratings["extent"].points, ratings["extent"].high) == (0, 4)


def test_dont_know_is_not_no(instrument: Instrument) -> None:
    silent = result(instrument, answers())
    unknown = result(instrument, answers(**{PROFILE: "vet_ikke"}))
    assert silent.total == unknown.total
    assert silent.findings == unknown.findings == ()
    assert result(instrument, answers(**{PROFILE: "nei"})).findings


def test_evidence_on_use_proves_the_thing(instrument: Instrument) -> None:
    plain = result(instrument, answers(**{PRACTICE: "ja", EXTENT: "alle"}))
    assert (plain.total.documented, plain.total.coverage.documented) == (0, 0)
    used = answers(**{PRACTICE: "ja", EXTENT: Answer(value="alle", evidence=PROOF)})
    proven = result(instrument, used)
    assert proven.total.documented == proven.total.points > 0
    # Evidence that nobody does it proves nothing about the practice.
    nobody = answers(**{PRACTICE: "ja", EXTENT: Answer(value="ingen", evidence=PROOF)})
    assert result(instrument, nobody).total.documented == 0


def test_evidence_on_the_practice_does_not_prove_its_spread(instrument: Instrument) -> None:
    given = answers(**{PRACTICE: Answer(value="ja", evidence=PROOF), EXTENT: "alle"})
    found = result(instrument, given)
    question = found.areas[0].criteria[0].questions[0]
    assert question.documented == pytest.approx(100 * 6 / 30)
    assert question.points == pytest.approx(100 * 16 / 30)


def test_a_question_that_is_not_relevant_leaves_the_reachable(content: Content) -> None:
    fact = content.facts[PRACTICE]
    gate = fact.model_copy(update={"not_relevant": fact.text})
    changed = content.model_copy(update={"facts": {**content.facts, PRACTICE: gate}})
    instrument = Instrument(changed, "prove-1", ReferenceEvaluator())
    aside = Answer(value="ikke_aktuelt", reason="Nabokommunen gjør det for oss.")
    found = result(instrument, answers(**{PRACTICE: aside, PROFILE: "ja"}))
    assert (found.total.points, found.total.reachable, found.total.max) == (0, 0, 100)
    assert found.findings == ()
    assert found.next_steps == ()
    assert codes(found) == ["not_relevant", "set_aside"]
    assert found.areas[0].criteria[0].questions[0].status == "not_relevant"


def test_steps_start_with_what_must_come_first(instrument: Instrument) -> None:
    given = answers(**{PRACTICE: "delvis", EXTENT: "noen", LEARNING: "aldri"})
    by_id = {offer.step.id: offer for offer in offers(stand(instrument, given))}
    learning = by_id["laer-av-tall-og-tilbakemeldinger"]
    assert [it.id for it in learning.prerequisites] == ["samme-kommunikasjonspraksis-overalt"]
    assert learning.gain == learning.gain_alone == Fraction(100 * 10, 30)
    assert learning.effort.person_months == 2.5
    practice = by_id["samme-kommunikasjonspraksis-overalt"]
    assert practice.gain == Fraction(100 * 8, 30)  # System 4 to 6, Omfang 4 to 10
    assert set(by_id) == {learning.step.id, practice.step.id}


def test_a_step_says_what_to_find_out_first(instrument: Instrument) -> None:
    found = result(instrument, answers(**{PRACTICE: "delvis"}))
    [step] = found.next_steps
    assert step.find_out_first == (EXTENT,)
    assert step.changes == {PRACTICE: "ja"}
    assert step.gain == pytest.approx(100 * 2 / 30)


def test_what_is_new_has_not_spread(instrument: Instrument) -> None:
    moves = what_if(instrument, answers(**{PRACTICE: "nei"}), {PRACTICE: "ja"}, "nb")
    assert moves.newly_asked == (EXTENT, LEARNING)
    question = moves.after.areas[0].criteria[0].questions[0]
    assert {name: it.points for name, it in question.ratings.items()} == {
        "system": 6, "extent": 0, "result": 0,
    }  # fmt: skip
    spread = what_if(
        instrument, answers(**{PRACTICE: "nei"}), {PRACTICE: "ja", EXTENT: "alle"}, "nb"
    )
    assert spread.newly_asked == (LEARNING,)


def test_a_what_if_can_go_down(instrument: Instrument) -> None:
    given = answers(**{PRACTICE: "ja", EXTENT: "alle", PROFILE: "ja"})
    moves = what_if(instrument, given, {PRACTICE: "nei"}, "nb")
    assert moves.after.total.points < moves.before.total.points
    assert moves.newly_asked == ()


def test_find_out_first_is_ordered_by_what_it_decides(instrument: Instrument) -> None:
    found = result(instrument, answers())
    decides = [it.decides for it in found.find_out_first]
    assert decides == sorted(decides, reverse=True)
    assert found.find_out_first[0].fact == PRACTICE
    # Everything that hangs on the practice goes with it: System 6, Omfang 10, Resultat 10.
    assert decides[0] == pytest.approx(100 * 26 / 30)
    assert EXTENT not in {it.fact for it in found.find_out_first}


def test_the_cheapest_change(instrument: Instrument) -> None:
    given = answers(**{PRACTICE: "delvis", EXTENT: "noen", LEARNING: "aldri", PROFILE: "nei"})
    change = cheapest_change(stand(instrument, given), "1.1.2")
    assert change is not None
    # One answer, one step: learning and extent both qualify; the id decides.
    assert change.raises == ((LEARNING, "aldri", "av_og_til"),)
    assert change.gain == Fraction(100 * 5, 30)
    best = answers(
        **{PRACTICE: "ja", EXTENT: "alle", LEARNING: "systematisk", STRATEGY: "ja", PROFILE: "ja",
           "kommunikasjonsressurs_satt_av": "ja"}
    )  # fmt: skip
    assert cheapest_change(stand(instrument, best), "1.1.2") is None


def adjusted(given: Answers, *changes: dict[str, Any]) -> Answers:
    named = tuple(
        (FindingAdjustment if "finding" in it else RatingAdjustment)(
            reason="sett i dokumentene", by="NN", **it
        )
        for it in changes
    )
    return given.model_copy(update={"adjustments": named})


def test_an_adjusted_rating_stands_beside_the_one_of_the_rules(instrument: Instrument) -> None:
    given = answers(**{PROFILE: "ja"})
    alone = result(instrument, given)
    found = result(
        instrument, adjusted(given, {"question": "1.1.2", "dimension": "system", "to": 9})
    )
    assert alone.total.points == pytest.approx(100 / 30)
    assert alone.total.adjusted is None
    [question] = found.areas[0].criteria[0].questions
    rating = question.ratings["system"]
    assert (rating.points, rating.adjusted and rating.adjusted.to) == (1, 9)
    for level in (found.total, found.areas[0], found.areas[0].criteria[0], question):
        assert level.points == pytest.approx(100 / 30)
        assert level.adjusted == pytest.approx(100 * 9 / 30)
    assert [it.gain for it in found.next_steps] == [it.gain for it in alone.next_steps]
    assert found.findings == alone.findings
    assert codes(found) == []


def test_a_finding_can_be_reworded_or_taken_out(instrument: Instrument) -> None:
    given = answers(**{PROFILE: "ja", "kommunikasjonsressurs_satt_av": "nei"})
    alone = {it.id: it for it in result(instrument, given).findings}
    found = result(
        instrument,
        adjusted(
            given,
            {"finding": "1.1.2.profil-styrke", "text": "Har en profil alle kjenner."},
            {"finding": "1.1.2.ressurs-svakhet"},
        ),
    )
    [kept] = [it for it in found.findings if it.id == "1.1.2.profil-styrke"]
    assert kept.text == "Har en profil alle kjenner."
    assert kept.adjusted is not None
    assert kept.adjusted.was == alone[kept.id].text
    [out] = found.suppressed
    assert out.finding == alone["1.1.2.ressurs-svakhet"]
    assert (out.reason, out.by) == ("sett i dokumentene", "NN")
    assert {it.id for it in found.findings} == set(alone) - {out.finding.id}
    assert all(out.finding.id not in step.addresses for step in found.next_steps)
    assert found.total == result(instrument, given).total


def test_an_adjustment_with_nothing_to_change_is_noted(instrument: Instrument) -> None:
    given = answers(**{PROFILE: "ja"})
    found = result(instrument, adjusted(given, {"finding": "1.1.2.profil-svakhet", "text": "x"}))
    assert codes(found) == ["adjustment_unused"]
    assert any("1.1.2.profil-svakhet" in note.text for note in found.notes)


def test_every_contribution_names_its_rule_reason_and_facts(instrument: Instrument) -> None:
    found = result(instrument, answers(**{PRACTICE: "ja", EXTENT: "de_fleste"}))
    contributions = found.areas[0].criteria[0].questions[0].contributions
    assert [(it.rule, it.points, it.because) for it in contributions] == [
        ("1.1.2.system.praksis=ja", 6, (PRACTICE,)),
        ("1.1.2.extent.utbredelse=de_fleste", 8, (EXTENT,)),
    ]
    assert all(it.reason for it in contributions)


def test_findings_name_the_facts_they_rest_on(instrument: Instrument) -> None:
    found = result(instrument, answers(**{PRACTICE: "ja", EXTENT: "alle", STRATEGY: "ja"}))
    strength = next(it for it in found.findings if it.id == "1.1.2.styrer")
    assert set(strength.because) == {STRATEGY, EXTENT}
    assert strength.text.endswith("alle virksomheter.")


def test_both_languages(instrument: Instrument) -> None:
    given = answers(**{PRACTICE: "nei", STRATEGY: "nei"})
    one, other = assess(instrument, given, "nb"), assess(instrument, given, "nn")
    assert [it.id for it in one.findings] == [it.id for it in other.findings]
    assert one.findings[0].text != other.findings[0].text
    assert one.total == other.total


def test_derived_facts(content: Content, tmp_path: Path) -> None:
    import shutil

    root = tmp_path / "content"
    shutil.copytree(BASE, root)
    file = root / "rules/kommunekompasset-3/1.1-kommunikasjon.yaml"
    text = file.read_text("utf-8")
    text = text.replace(
        "    score:\n",
        "    derived:\n"
        "      - {id: kommuniserer_med_retning, when: {har_kommunikasjonsstrategi: ja,"
        " kommunikasjonsarbeid_satt_i_system: [ja, delvis]}}\n"
        "    score:\n",
    ).replace(
        "when: {har_kommunikasjonsstrategi: [planlagt, nei], kommunikasjonsarbeid_satt_i_system: ja}",
        "when: {kommuniserer_med_retning: nei, har_kommunikasjonsstrategi: [planlagt, nei],"
        " kommunikasjonsarbeid_satt_i_system: ja}",
    )
    file.write_text(text, "utf-8")
    instrument = Instrument(load(root), "prove-1", ReferenceEvaluator())
    found = result(instrument, answers(**{STRATEGY: "nei", PRACTICE: "ja"}))
    finding = next(it for it in found.findings if it.id == "1.1.2.praksis-uten-strategi")
    assert set(finding.because) == {STRATEGY, PRACTICE}
    # An unknown input makes the derived fact unknown, so nothing that reads it can be said.
    assert not result(instrument, answers(**{STRATEGY: "nei"})).findings


def test_what_is_decided_but_not_in_use_is_a_challenge(instrument: Instrument) -> None:
    def kinds(value: str) -> set[tuple[str, str]]:
        found = result(instrument, answers(**{PROFILE: value})).findings
        return {(it.id, it.kind) for it in found if it.topic == "grafisk-profil"}

    assert kinds("nei") == {("1.1.2.profil-svakhet", "weakness")}
    assert kinds("planlagt") == {("1.1.2.profil-svakhet", "challenge")}
