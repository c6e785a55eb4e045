"""Rounds: answered blindly, closed, laid side by side, and agreed upon."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import Visitor

from kompass.storage.entries import Edit
from kompass.web.app import make_app
from kompass.web.rounds import all_opinions, rounds_of, scope_of
from kompass.web.spread import Spread, spreads

QUESTION = "1.1.1"
GATE = "utvikler_lokaldemokratiet_planmessig"
EXTENT = "demokratiarbeid_utbredelse"
STRATEGY = "har_kommunikasjonsstrategi"
HOSTILE = "\"'><script>window.hit=1</script>"


class Person(Visitor):
    """One of several people in the same workspace, each in a browser of their own."""

    def __init__(self, visitor: Visitor, name: str) -> None:
        self.site = visitor.site
        self.client = TestClient(make_app(visitor.site), base_url="http://127.0.0.1")
        self.post("/hvem", {"do": "add", "name": name})
        [self.number] = [it.id for it in self.workspace.participants() if it.name == name]

    def say(self, id: int, fact: str, value: str, status: int = 200, base: int = 0,
            **parts: str) -> Any:  # fmt: skip
        """Answer blindly, as the page's own script does."""
        question = self.site.content.facts[fact].question
        data = {"token": self.site.token, f"{fact}.base": str(base), f"{fact}.value": value}
        data |= {f"{fact}.{key.replace('__', '.')}": it for key, it in parts.items()}
        at = f"/v/{id}/enighet/svar/{question}/{self.number}"
        found = self.client.post(at, data=data, headers={"X-Kompass": "live"})
        assert found.status_code == status, (found.status_code, found.text[:2000])
        return found.json()


@pytest.fixture
def people(visitor: Visitor) -> tuple[Person, Person, Person]:
    return Person(visitor, "Kari"), Person(visitor, "Ola"), Person(visitor, "Siri")


Three = tuple[Person, Person, Person]


def begun(visitor: Visitor, people: Three, scope: str = QUESTION, blank: bool = True) -> int:
    """Open a round for everybody, and return the assessment."""
    id = visitor.blank() if blank else visitor.example("amot-2026.json")
    asked = [str(it.number) for it in people]
    sent = {"token": visitor.site.token, "do": "open", "scope": scope, "people": asked}
    found = people[0].client.post(f"/v/{id}/enighet", data=sent)
    assert found.status_code == 200 and "kan svare nå" in found.text, found.text
    return id


def close(visitor: Visitor, id: int, which: str = QUESTION) -> str:
    """Close rounds, whoever has not finished."""
    return visitor.post(f"/v/{id}/enighet", {"close": which, "sure": "ja"})


def found(visitor: Visitor, id: int, question: str = QUESTION) -> dict[str, Spread]:
    """Return the answers to a question."""
    instrument = visitor.site.live(id).standing.instrument
    rounds = rounds_of(visitor.workspace, id, instrument.content, instrument.framework)
    answers = all_opinions(visitor.workspace, id)
    return {it.fact: it for it in spreads(instrument, rounds[question], answers)}


def agree(visitor: Visitor, id: int, fact: str, value: str, why: str = "", base: int = 0,
          status: int = 200) -> str:  # fmt: skip
    """Write down what was agreed."""
    question = visitor.site.content.facts[fact].question
    sent = {"fact": fact, "value": value, "why": why, "base": str(base)}
    return visitor.post(f"/v/{id}/enighet/{question}", sent, status=status)


def test_without_people_a_round_says_what_comes_first(visitor: Visitor) -> None:
    page = visitor.get(f"/v/{visitor.blank()}/enighet")
    assert "Legg først inn navnene" in page


def test_a_round_needs_something_to_answer_and_somebody_to_ask(
    visitor: Visitor, people: Three
) -> None:
    id = visitor.blank()
    page = visitor.post(f"/v/{id}/enighet", {"do": "open", "scope": "9.9"}, status=422)
    assert 'href="#scope"' in page and 'href="#people"' in page
    page = visitor.post(
        f"/v/{id}/enighet", {"do": "open", "scope": "1.2", "people": "99"}, status=422
    )
    assert '<option value="1.2" selected>' in page and 'href="#people"' in page
    assert not visitor.workspace.entries(id, "@round/")


@pytest.mark.parametrize(("scope", "count"), [("1", 10), ("1.1", 2), ("1.1.2", 1), ("kjerne", 75)])
def test_a_round_is_about_an_area_a_criterion_a_question_or_the_hours_picture(
    visitor: Visitor, people: Three, scope: str, count: int
) -> None:
    id = begun(visitor, people, scope)
    framework = visitor.site.content.frameworks["kommunekompasset-3.1"]
    wanted = scope_of(visitor.site.content, framework, scope)
    assert len(visitor.workspace.entries(id, "@round/")) == len(wanted)
    assert len(wanted) == count or scope == "1"


def test_the_hours_picture_asks_the_core_facts_and_what_they_follow(visitor: Visitor) -> None:
    content = visitor.site.content
    wanted = scope_of(content, content.frameworks["kommunekompasset-3.1"], "kjerne")
    asked = {fact for facts in wanted.values() for fact in facts or ()}
    assert asked >= {it.id for it in content.facts_of("kommunekompasset-3.1") if it.core}
    for fact in asked:
        assert asked >= set(content.facts[fact].follows)


def test_nobody_sees_what_others_answer_before_it_is_closed(
    visitor: Visitor, people: Three
) -> None:
    id = begun(visitor, people)
    kari, ola, _ = people
    kari.say(id, GATE, "delvis", note="Hemmelig merknad")
    pages = [
        ola.get(path)
        for path in (
            f"/v/{id}/enighet", f"/v/{id}/enighet/{QUESTION}?navn=ja", f"/v/{id}/historikk",
            f"/v/{id}/enighet/svar/{QUESTION}", f"/v/{id}/historikk/{GATE}", f"/v/{id}/",
            f"/v/{id}/fyll-ut/{QUESTION}", f"/v/{id}/sok?q=Hemmelig", f"/v/{id}/eksport.json",
        )
    ]  # fmt: skip
    for page in pages:
        assert "Hemmelig merknad" not in page
    assert "checked" not in pages[3].split("<main")[1].split("</main")[0]
    ola.get(f"/v/{id}/enighet/svar/{QUESTION}/{kari.number}", 403)
    # How many answers somebody has left would tell what the first one was.
    assert "i gang" not in pages[0] and "Venter på" in pages[0]
    assert "Hemmelig merknad" in kari.get(f"/v/{id}/enighet/svar/{QUESTION}")


def test_answers_appear_once_it_is_closed_and_names_when_asked_for(
    visitor: Visitor, people: Three
) -> None:
    id = begun(visitor, people)
    people[0].say(id, GATE, "delvis", note="Fra planen")
    people[1].say(id, GATE, "nei")
    page = close(visitor, id)
    assert "Fra planen" in page and "2 ulike svar" in page
    assert "Kari" not in page and "Ola" not in page
    page = visitor.get(f"/v/{id}/enighet/{QUESTION}?navn=ja")
    assert "Delvis: Kari" in page and "Nei: Ola" in page


def test_follow_ups_come_by_ones_own_answers(visitor: Visitor, people: Three) -> None:
    id = begun(visitor, people)
    told = people[0].say(id, GATE, "ja")
    assert f'id="fact-{EXTENT}"' in told["swap"][f"slot-{EXTENT}"]
    assert f"/enighet/svar/{QUESTION}/{people[0].number}" in told["swap"][f"slot-{EXTENT}"]
    assert f'<div class="slot" id="slot-{EXTENT}"></div>' in people[1].get(
        f"/v/{id}/enighet/svar/{QUESTION}"
    )
    told = people[0].say(id, GATE, "nei", base=1)
    assert told["swap"][f"slot-{EXTENT}"] == "" and told["base"] == "2"


def test_whoever_has_answered_everything_asked_is_waited_for_no_more(
    visitor: Visitor, people: Three
) -> None:
    id = begun(visitor, people, "1.1.2")
    [kari, ola, siri] = people
    for fact in visitor.site.content.questions["1.1.2"].facts:
        if f'id="fact-{fact}"' in kari.get(f"/v/{id}/enighet/svar/1.1.2"):
            for it in people:
                it.say(id, fact, "vet_ikke")
    assert "alle er ferdige" in visitor.get(f"/v/{id}/enighet")
    # Nobody is left to wait for: it closes without a question.
    assert "Lukke før" not in visitor.post(f"/v/{id}/enighet", {"close": "1.1.2"})
    [entry] = visitor.workspace.entries(id, "@round/").values()
    assert entry.body["status"] == "closed" and entry.body["opened_by"] == "Kari"
    assert entry.body["participants"] == [kari.number, ola.number, siri.number]


def test_closing_early_tells_who_has_not_finished(visitor: Visitor, people: Three) -> None:
    id = begun(visitor, people)
    people[0].say(id, GATE, "nei")
    page = visitor.post(f"/v/{id}/enighet", {"close": QUESTION})
    assert "Lukke før alle er ferdige?" in page and "Ola, Siri" in page
    assert visitor.workspace.entry(id, f"@round/{QUESTION}").body["status"] == "open"  # type: ignore[union-attr]
    # Somebody who is removed is not waited for.
    visitor.workspace.remove_participant(people[1].number)
    assert "Ola" not in visitor.post(f"/v/{id}/enighet", {"close": "alle"})


def test_a_closed_round_takes_no_answers(visitor: Visitor, people: Three) -> None:
    id = begun(visitor, people)
    people[0].say(id, GATE, "nei")
    close(visitor, id)
    told = people[0].say(id, GATE, "ja", status=409, base=1)
    assert "Runden er lukket" in told["message"]
    assert visitor.workspace.entry(id, f"@opinion/{people[0].number}/{GATE}").body["value"] == "nei"  # type: ignore[union-attr]


def test_a_round_closed_while_an_answer_is_on_its_way_refuses_it(
    visitor: Visitor, people: Three, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = begun(visitor, people)
    save, key = visitor.workspace.save, f"@round/{QUESTION}"

    def late(number: int, edits: list[Edit], *rest: Any) -> Any:
        if edits[-1].key.startswith("@opinion/"):
            monkeypatch.setattr(visitor.workspace, "save", save)
            entry = visitor.workspace.entry(id, key)
            assert entry
            save(id, [Edit(key, {**entry.body, "status": "closed"}, entry.revision)])
        return save(number, edits, *rest)

    monkeypatch.setattr(visitor.workspace, "save", late)
    people[0].say(id, GATE, "nei", status=409)
    assert not visitor.workspace.entries(id, "@opinion/")


def test_somebody_who_joins_is_asked_too(visitor: Visitor, people: Three) -> None:
    id = visitor.blank()
    kari, ola, _ = people
    kari.post(f"/v/{id}/enighet", {"do": "open", "scope": QUESTION, "people": str(kari.number)})
    ola.say(id, GATE, "nei", status=403)
    page = ola.post(f"/v/{id}/enighet", {"join": QUESTION})
    assert "Svarene dine, Ola" in page
    ola.say(id, GATE, "nei")


def test_two_windows_do_not_write_over_each_other(visitor: Visitor, people: Three) -> None:
    id = begun(visitor, people)
    people[0].say(id, GATE, "ja")
    told = people[0].say(id, GATE, "nei", status=409)
    assert told["status"] == "conflict" and "choice" in told["swap"][f"conflict-{GATE}"]


def test_an_answer_is_never_saved_as_somebody_elses(visitor: Visitor, people: Three) -> None:
    id = begun(visitor, people)
    kari, ola, _ = people
    sent = {f"{GATE}.base": "0", f"{GATE}.value": "ja"}
    ola.post(f"/v/{id}/enighet/svar/{QUESTION}/{kari.number}", sent, status=403)
    visitor.post(f"/v/{id}/enighet/svar/{QUESTION}/{kari.number}", sent, status=403)
    assert not visitor.workspace.entries(id, "@opinion/")


def test_it_works_without_a_script(visitor: Visitor, people: Three) -> None:
    id = begun(visitor, people)
    at = f"/v/{id}/enighet/svar/{QUESTION}/{people[0].number}"
    page = people[0].post(at, {f"{GATE}.base": "0", f"{GATE}.value": "ja", "go": "next"})
    assert f'id="fact-{EXTENT}"' in page  # a follow-up has come: the page is not left
    page = people[0].post(
        at, {f"{GATE}.base": "1", f"{GATE}.value": "ja", f"{GATE}.evidence.0.locator": "s. 3"},
        status=422,
    )  # fmt: skip
    assert "Gi dokumentasjonen en tittel" in page and 'value="s. 3"' in page
    assert "opinion" not in str(visitor.export(id))


def test_spread_is_measured_simply(visitor: Visitor, people: Three) -> None:
    id = begun(visitor, people, "1.1.2")
    for person, value in zip(people, ("ja", "nei", "vet_ikke"), strict=True):
        person.say(id, STRATEGY, value)
    close(visitor, id, "1.1.2")
    it = found(visitor, id, "1.1.2")[STRATEGY]
    assert (it.steps, it.of, it.different, it.unknown, it.answered) == (3, 3, 2, 1, 3)
    assert it.agreed is None
    # The whole scale lies between them: all that the fact decides is in dispute.
    assert it.weight == it.decides > 0


@pytest.mark.parametrize(
    ("values", "share"),
    [(("ja", "delvis", "ja"), Fraction(1, 3)), (("ja", "vet_ikke", "ja"), Fraction(1, 3)),
     (("ja", "planlagt", "vet_ikke"), Fraction(1)), (("ja", "ja", "ja"), Fraction(0)),
     (("vet_ikke", "vet_ikke", "vet_ikke"), Fraction(0))],
)  # fmt: skip
def test_what_is_worth_discussing_grows_with_the_distance(
    visitor: Visitor, people: Three, values: tuple[str, ...], share: Fraction
) -> None:
    id = begun(visitor, people, "1.1.2")
    for person, value in zip(people, values, strict=True):
        person.say(id, STRATEGY, value)
    close(visitor, id, "1.1.2")
    it = found(visitor, id, "1.1.2")[STRATEGY]
    assert it.weight == it.decides * share


def test_what_a_fact_decides_is_what_its_best_and_worst_differ_in(
    visitor: Visitor, people: Three
) -> None:
    id = begun(visitor, people, "1.1.2")
    for person in people:
        person.say(id, STRATEGY, "ja")
    close(visitor, id, "1.1.2")
    it = found(visitor, id, "1.1.2")[STRATEGY]
    instrument = visitor.site.instrument("kommunekompasset-3.1")
    form = instrument.forms["1.1.2"]
    best = instrument.points("1.1.2", form.best({}))
    assert it.decides == best - instrument.points("1.1.2", form.best({STRATEGY: 1}))


def test_what_follows_an_answer_taken_back_does_not_count(visitor: Visitor, people: Three) -> None:
    id = begun(visitor, people)
    people[0].say(id, GATE, "ja")
    people[0].say(id, EXTENT, "alle")
    people[0].say(id, GATE, "nei", base=1)
    close(visitor, id)
    assert found(visitor, id)[EXTENT].answered == 0


def test_the_most_worth_discussing_stands_first(visitor: Visitor, people: Three) -> None:
    id = begun(visitor, people, "1.1")
    for person, value in zip(people, ("ja", "nei", "ja"), strict=True):
        person.say(id, STRATEGY, value)
        person.say(id, GATE, value)
    page = close(visitor, id, "alle")
    order = re.findall(r'enighet/[\d.]+#fact-(\w+)"', page)
    weights = {**found(visitor, id), **found(visitor, id, "1.1.2")}
    assert set(order) == {GATE, STRATEGY}
    assert order == sorted(order, key=lambda it: -weights[it].weight)


def test_a_reason_is_needed_where_people_disagreed(visitor: Visitor, people: Three) -> None:
    id = begun(visitor, people)
    people[0].say(id, GATE, "delvis")
    people[1].say(id, GATE, "nei")
    close(visitor, id)
    page = agree(visitor, id, GATE, "delvis", status=422)
    assert "Skriv hvorfor det ble dette" in page
    assert f'href="#agree-{GATE}-reason"' in page and '<option value="delvis" selected>' in page
    assert "Velg svaret dere" in agree(visitor, id, GATE, "", status=422)
    agree(visitor, id, GATE, "vet_ikke", "x", status=422)
    assert visitor.workspace.entry(id, GATE) is None
    page = agree(visitor, id, GATE, "delvis", "Planen er vedtatt, men ikke i bruk overalt.")
    assert "Avklart: Delvis" in page
    [change] = visitor.workspace.history(id, GATE)
    assert change.why == ("Planen er vedtatt, men ikke i bruk overalt. (Enighet: 1 Delvis, 1 Nei.)")
    assert change.new == {"value": "delvis", "note": "Planen er vedtatt, men ikke i bruk overalt."}


def test_what_stands_is_kept_and_what_people_can_show_is_added(
    visitor: Visitor, people: Three
) -> None:
    id = begun(visitor, people, "1.1.2", blank=False)
    before = visitor.workspace.entry(id, STRATEGY)
    assert before and before.body["evidence"]
    for person in people:
        person.say(
            id, STRATEGY, "ja", evidence__0__title="Strategien", evidence__0__date="1.2.2026"
        )
    close(visitor, id, "1.1.2")
    agree(visitor, id, STRATEGY, "ja", base=before.revision)
    after = visitor.workspace.entry(id, STRATEGY)
    assert after and after.body["value"] == "ja"
    assert after.body.get("note") == before.body.get("note")
    shown = {"kind": "document", "title": "Strategien", "date": "2026-02-01"}
    assert after.body["evidence"] == [*before.body["evidence"], shown]


def test_an_answer_changed_meanwhile_is_not_written_over(visitor: Visitor, people: Three) -> None:
    id = begun(visitor, people)
    for person in people:
        person.say(id, GATE, "nei")
    close(visitor, id)
    visitor.save(id, GATE, value="ja")
    page = agree(visitor, id, GATE, "nei", status=409)
    assert "endret i mellomtiden, til «Ja»" in page and 'name="base" value="1"' in page
    page = visitor.post(f"/v/{id}/enighet", {"do": "take", f"base.{GATE}": "0"})
    assert "1 svar er ikke tatt med" in page
    assert visitor.workspace.entry(id, GATE).body["value"] == "ja"  # type: ignore[union-attr]
    agree(visitor, id, GATE, "nei", base=1)
    assert visitor.workspace.entry(id, GATE).body["value"] == "nei"  # type: ignore[union-attr]


@pytest.mark.parametrize("where", ["/enighet", f"/enighet/{QUESTION}"])
def test_what_all_agree_on_is_taken_in_at_once(visitor: Visitor, people: Three, where: str) -> None:
    id = begun(visitor, people)
    for person in people:
        person.say(id, GATE, "ja")
        person.say(id, EXTENT, "noen" if person is people[0] else "alle")
    close(visitor, id)
    page = visitor.get(f"/v/{id}{where}")
    bases = dict(re.findall(r'name="(base\.\w+)" value="(\d+)"', page))
    assert set(bases) == {f"base.{GATE}"}
    page = visitor.post(f"/v/{id}{where}", {"do": "take", **bases})
    assert "1 svar er tatt med." in page
    [change] = visitor.workspace.history(id, GATE)
    assert change.why == "Enighet: 3 Ja." and change.new == {"value": "ja"}
    assert visitor.workspace.entry(id, EXTENT) is None
    assert "base." not in visitor.get(f"/v/{id}{where}")


def test_it_is_not_agreement_when_some_were_not_asked(visitor: Visitor, people: Three) -> None:
    id = begun(visitor, people)
    people[0].say(id, GATE, "ja")
    people[0].say(id, EXTENT, "alle")
    people[1].say(id, GATE, "nei")
    close(visitor, id)
    it = found(visitor, id)[EXTENT]
    assert it.agreed is None and (it.answered, it.took_part) == (1, 2)
    assert "1 av 2 har svart på dette" in visitor.get(f"/v/{id}/enighet/{QUESTION}")


def test_nothing_is_agreed_while_a_round_is_open(visitor: Visitor, people: Three) -> None:
    id = begun(visitor, people)
    people[0].say(id, GATE, "nei")
    agree(visitor, id, GATE, "nei", status=409)
    assert visitor.workspace.entry(id, GATE) is None


def test_a_new_round_begins_with_what_each_one_answered(visitor: Visitor, people: Three) -> None:
    id = begun(visitor, people)
    people[0].say(id, GATE, "nei")
    close(visitor, id)
    agree(visitor, id, GATE, "nei")
    sent = {"do": "open", "scope": QUESTION, "people": str(people[0].number)}
    visitor.post(f"/v/{id}/enighet", sent)
    page = people[0].get(f"/v/{id}/enighet/svar/{QUESTION}")
    assert re.search(rf'id="{GATE}-nei"[^>]* checked', page)
    round = visitor.workspace.entry(id, f"@round/{QUESTION}")
    assert round and "settled" not in round.body


def test_a_wider_round_takes_nothing_from_one_that_was(visitor: Visitor, people: Three) -> None:
    id = begun(visitor, people)
    for person in people:
        person.say(id, GATE, "ja")
        person.say(id, EXTENT, "alle")
    close(visitor, id)
    agree(visitor, id, GATE, "ja")
    sent = {"do": "open", "scope": "kjerne", "people": str(people[0].number)}
    visitor.post(f"/v/{id}/enighet", sent)
    round = visitor.workspace.entry(id, f"@round/{QUESTION}")
    assert round and round.body["settled"] == {GATE: "ja"} and "facts" not in round.body
    assert EXTENT in people[0].get(f"/v/{id}/enighet/svar/{QUESTION}")


def test_no_name_leaves_the_workspace(visitor: Visitor, people: Three) -> None:
    id = begun(visitor, people)
    for person in people:
        person.say(id, GATE, "nei", note="Sagt av meg")
    close(visitor, id)
    people[0].post(f"/v/{id}/enighet/{QUESTION}", {"do": "take", f"base.{GATE}": "0"})
    told = json.dumps(visitor.export(id))
    assert "Kari" not in told and "Sagt av meg" not in told and '"nei"' in told


def test_a_question_set_aside_by_all_keeps_its_reason(gated: Visitor) -> None:
    people = Person(gated, "Kari"), Person(gated, "Ola"), Person(gated, "Siri")
    id = begun(gated, people)
    people[0].say(id, GATE, "ikke_aktuelt", status=422)
    for person in people:
        told = person.say(id, GATE, "ikke_aktuelt", reason="Gjelder ikke her")
    assert told["status"] == "saved"
    assert "alle er ferdige" in gated.get(f"/v/{id}/enighet")
    close(gated, id)
    gated.post(f"/v/{id}/enighet", {"do": "take", f"base.{GATE}": "0"})
    entry = gated.workspace.entry(id, GATE)
    assert entry and entry.body == {"value": "ikke_aktuelt", "reason": "Gjelder ikke her"}


def test_hostile_text_is_shown_as_it_was_written(visitor: Visitor, people: Three) -> None:
    id = begun(visitor, people)
    odd = Person(visitor, HOSTILE)
    odd.post(f"/v/{id}/enighet", {"join": QUESTION})
    odd.say(id, GATE, "nei", note=HOSTILE, evidence__0__title=HOSTILE)
    people[0].say(id, GATE, "ja", note=HOSTILE)
    pages = [visitor.get(f"/v/{id}/enighet"), visitor.post(f"/v/{id}/enighet", {"close": "alle"})]
    close(visitor, id)
    at = f"/v/{id}/enighet/{QUESTION}?navn=ja"
    pages += [visitor.get(at), agree(visitor, id, GATE, HOSTILE, HOSTILE, status=422)]
    pages += [agree(visitor, id, GATE, "nei", HOSTILE), visitor.get(f"/v/{id}/historikk")]
    pages += [visitor.get(at)]
    for page in pages:
        assert "<script>window" not in page
    assert "&lt;script&gt;" in pages[2]


@pytest.mark.parametrize("lang", ["nb", "nn"])
def test_pages_speak_the_chosen_language(visitor: Visitor, people: Three, lang: str) -> None:
    id = begun(visitor, people)
    people[0].get(f"/v/{id}/?lang={lang}")
    page = people[0].get(f"/v/{id}/enighet/svar/{QUESTION}")
    assert ("Ingen ser svara dine" in page) == (lang == "nn")
    page = people[0].post(f"/v/{id}/enighet", {"close": QUESTION})
    assert ("Desse har ikkje svara" in page) == (lang == "nn")


def test_what_does_not_exist_is_a_page(visitor: Visitor, people: Three) -> None:
    id = begun(visitor, people)
    people[0].get(f"/v/{id}/enighet/9.9.9", 404)
    people[0].get(f"/v/{id}/enighet/svar/1.1.2", 404)
    people[0].get("/v/99/enighet", 404)
    visitor.post(f"/v/{id}/enighet", {"join": "1.1.2"}, status=404)
    page = visitor.get(f"/v/{id}/enighet/svar/{QUESTION}")
    assert "Hvem er du?" in page and f'value="/v/{id}/enighet/svar/{QUESTION}"' in page
