"""Filling in: what is shown, what is saved, and what two windows do to each other."""

from __future__ import annotations

import json
import re

import pytest
from tests.web.conftest import Visitor, links

from kompass.assessment.assess import assess
from kompass.desk.bench import Bench
from kompass.storage.entries import Edit
from kompass.web.selection import select

GATE = "utvikler_lokaldemokratiet_planmessig"
EXTENT = "demokratiarbeid_utbredelse"
LEARNING = "demokratiarbeid_laering"
STRATEGY = "har_kommunikasjonsstrategi"


def test_a_question_shows_only_the_facts_that_apply(visitor: Visitor) -> None:
    id = visitor.blank()
    page = visitor.get(f"/v/{id}/fyll-ut/1.1.1")
    assert f'id="fact-{GATE}"' in page
    assert f'<div class="slot" id="slot-{EXTENT}"></div>' in page


def test_a_follow_up_appears_when_the_answer_makes_it_apply(visitor: Visitor) -> None:
    id = visitor.blank()
    told = visitor.save(id, GATE, value="ja")
    assert told["status"] == "saved" and told["base"] == "1"
    assert f'id="fact-{EXTENT}"' in told["swap"][f"slot-{EXTENT}"]
    told = visitor.save(id, GATE, base=1, value="nei")
    assert told["swap"][f"slot-{EXTENT}"] == told["swap"][f"slot-{LEARNING}"] == ""


def test_the_field_in_use_is_never_swapped(visitor: Visitor) -> None:
    id = visitor.blank()
    told = visitor.save(id, GATE, value="ja", note="Slik gjør vi det")
    assert f"slot-{GATE}" not in told["swap"] and f"fact-{GATE}" not in told["swap"]


def test_an_answer_moves_the_points_at_once(visitor: Visitor) -> None:
    id = visitor.example("amot-2026.json")
    before = visitor.site.live(id).tallies["total"]
    entry = visitor.workspace.entry(id, STRATEGY)
    assert entry
    told = visitor.save(id, STRATEGY, base=entry.revision, value="ja")
    after = visitor.site.live(id).tallies["total"]
    assert after.points > before.points
    assert "Resultatet så langt" in told["swap"]["score"]


def test_only_questions_that_changed_are_evaluated_anew(visitor: Visitor) -> None:
    id = visitor.example("amot-2026.json")
    instrument = visitor.site.live(id).standing.instrument
    before = instrument.evaluations
    entry = visitor.workspace.entry(id, STRATEGY)
    assert entry
    visitor.save(id, STRATEGY, base=entry.revision, value="ja")
    # The question with the new answer: as known, as documented, at its best and at its worst.
    assert 0 < instrument.evaluations - before <= 4


def test_points_are_those_of_assess_on_the_exported_file(visitor: Visitor) -> None:
    id = visitor.example("amot-2026.json")
    visitor.save(id, "finnes_ikke_som_faktum", status=404, value="ja")
    entry = visitor.workspace.entry(id, STRATEGY)
    assert entry
    visitor.save(id, STRATEGY, base=entry.revision, value="delvis", note="Utkast")
    bench = Bench(None, "nb")
    answers = bench.accept(json.dumps(visitor.export(id)).encode(), "x.json").answers
    result = assess(bench.instrument(answers.framework, "reference"), answers)
    assert result.total.points == float(visitor.site.live(id).tallies["total"].points)
    assert answers.answers[STRATEGY].note == "Utkast"


def test_everything_about_an_answer_is_kept_and_shown_again(visitor: Visitor) -> None:
    id = visitor.blank()
    visitor.save(
        id, STRATEGY, value="planlagt", due="1.9.2027", note="I arbeid", comment="Spør Kari", flag="1",
        evidence__0__title="Sak 14/26", evidence__0__date="01.03.2026", evidence__0__kind="document",
        evidence__0__url="https://amot.example/sak", evidence__0__locator="side 3",
        evidence__1__title="", evidence__1__kind="document",
    )  # fmt: skip
    entry = visitor.workspace.entry(id, STRATEGY)
    assert entry and entry.body == {
        "value": "planlagt", "due": "2027-09-01", "note": "I arbeid", "comment": "Spør Kari",
        "flag": True,
        "evidence": [{"kind": "document", "title": "Sak 14/26", "date": "2026-03-01",
                      "url": "https://amot.example/sak", "locator": "side 3"}],
    }  # fmt: skip
    page = visitor.get(f"/v/{id}/fyll-ut/1.1.2")
    for text in ("01.09.2027", "I arbeid", "Spør Kari", "Sak 14/26", "01.03.2026", "side 3"):
        assert text in page


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"value": "ja", "due": "31.2.2026"}, "er ikke en dato"),
        (
            {"value": "ja", "evidence__0__date": "i fjor", "evidence__0__title": "Sak"},
            "ikke en dato",
        ),
        ({"value": "ja", "evidence__0__url": "javascript:alert(1)"}, "Skriv hele lenken"),
        ({"value": "ja", "evidence__0__locator": "side 3"}, "en tittel, en rolle eller en lenke"),
        ({"value": "kanskje"}, "kanskje"),
        ({"value": "ikke_aktuelt"}, "hvorfor"),
        ({"value": "ikke_aktuelt", "reason": "Vi har ikke"}, "ikke_aktuelt"),
    ],
)
def test_what_cannot_be_used_is_told_and_not_saved(
    visitor: Visitor, parts: dict[str, str], words: str
) -> None:
    id = visitor.blank()
    told = visitor.save(id, STRATEGY, 422, 0, **parts)
    assert told["status"] == "invalid" and told["base"] == "0"
    assert words in told["swap"][f"errors-{STRATEGY}"]
    assert visitor.workspace.entry(id, STRATEGY) is None


def test_two_windows_do_not_write_over_each_other(visitor: Visitor) -> None:
    id = visitor.blank()
    visitor.save(id, STRATEGY, value="ja", note="Den ene")
    told = visitor.save(id, STRATEGY, status=409, base=0, value="nei", note="Den andre")
    box = told["swap"][f"conflict-{STRATEGY}"]
    assert "Den ene" in box and "Den andre" in box and told["base"] == "0"
    entry = visitor.workspace.entry(id, STRATEGY)
    assert entry and entry.body["value"] == "ja"
    kept = visitor.save(
        id, STRATEGY, base=0, seen="1", choice="mine", value="nei", note="Den andre"
    )
    assert kept["status"] == "saved" and kept["base"] == "2"
    history = visitor.workspace.history(id, STRATEGY)
    assert [it.new and it.new["value"] for it in history] == ["nei", "ja"]


def test_whoever_takes_the_others_answer_is_shown_it(visitor: Visitor) -> None:
    id = visitor.blank()
    visitor.save(id, STRATEGY, value="ja", note="Den ene")
    told = visitor.save(id, STRATEGY, base=0, seen="1", choice="theirs", value="nei")
    assert told["status"] == "saved" and told["base"] == "1"
    assert "Den ene" in told["swap"][f"fact-{STRATEGY}"]


def test_a_third_answer_meanwhile_is_a_new_conflict(visitor: Visitor) -> None:
    id = visitor.blank()
    visitor.save(id, STRATEGY, value="ja")
    visitor.save(id, STRATEGY, base=1, value="delvis")
    told = visitor.save(id, STRATEGY, status=409, seen="1", choice="mine", value="nei")
    assert "Delvis" in told["swap"][f"conflict-{STRATEGY}"]


def test_without_javascript_one_button_saves_the_page(visitor: Visitor) -> None:
    id = visitor.blank()
    sent = {f"{GATE}.base": "0", f"{GATE}.value": "ja", "go": "next"}
    page = visitor.post(f"/v/{id}/fyll-ut/1.1.1?utvalg=alt", sent)
    # New follow-ups are shown before the next question.
    assert f'id="fact-{EXTENT}"' in page and "Svarene er lagret" in page
    sent = {f"{EXTENT}.base": "0", f"{EXTENT}.value": "alle", "go": "next"}
    page = visitor.post(f"/v/{id}/fyll-ut/1.1.1?utvalg=alt", sent)
    assert "1.1.2" in re.findall(r"<h1>(.*?)</h1>", page)[0]


def test_without_javascript_what_was_typed_is_shown_again_with_what_is_wrong(
    visitor: Visitor,
) -> None:
    id = visitor.blank()
    sent = {
        f"{STRATEGY}.base": "0", f"{STRATEGY}.value": "planlagt", f"{STRATEGY}.due": "snart",
        f"{STRATEGY}.note": "Teksten min", "kommunikasjonsarbeid_satt_i_system.base": "0",
        "kommunikasjonsarbeid_satt_i_system.value": "nei",
    }  # fmt: skip
    page = visitor.post(f"/v/{id}/fyll-ut/1.1.2?utvalg=alt", sent, status=422)
    assert "Teksten min" in page and 'value="snart"' in page and "ds-error-summary" in page
    # What could be used is saved.
    assert visitor.workspace.entry(id, "kommunikasjonsarbeid_satt_i_system")
    assert visitor.workspace.entry(id, STRATEGY) is None


def test_without_javascript_a_conflict_is_shown_on_the_page(visitor: Visitor) -> None:
    id = visitor.blank()
    visitor.save(id, STRATEGY, value="ja")
    sent = {f"{STRATEGY}.base": "0", f"{STRATEGY}.value": "nei"}
    page = visitor.post(f"/v/{id}/fyll-ut/1.1.2?utvalg=alt", sent, status=409)
    assert "To har svart samtidig" in page and f'name="{STRATEGY}.choice"' in page
    sent |= {f"{STRATEGY}.seen": "1", f"{STRATEGY}.choice": "mine"}
    visitor.post(f"/v/{id}/fyll-ut/1.1.2?utvalg=alt", sent)
    entry = visitor.workspace.entry(id, STRATEGY)
    assert entry and entry.body["value"] == "nei"


def test_a_question_can_be_set_aside_with_a_reason_and_taken_back(gated: Visitor) -> None:
    id = gated.blank()
    told = gated.save(id, GATE, value="ja")
    told = gated.save(id, GATE, status=422, base=1, value="ikke_aktuelt")
    assert "Skriv hvorfor" in told["swap"][f"errors-{GATE}"]
    told = gated.save(id, GATE, base=1, value="ikke_aktuelt", reason="Kommunen har ikke dette")
    assert told["swap"][f"slot-{EXTENT}"] == ""
    page = gated.get(f"/v/{id}/fyll-ut/1.1.1")
    assert "teller ikke med" in page and page.count('class="fact"') == 1
    assert "Kommunen har ikke dette" in page
    gated.save(id, GATE, base=2, value="nei")
    assert "teller ikke med" not in gated.get(f"/v/{id}/fyll-ut/1.1.1")


def test_what_the_form_does_not_show_is_kept(visitor: Visitor) -> None:
    id = visitor.blank()
    body = {"value": "ja", "basis": "stated", "extensions": {"egen": 1}}
    visitor.workspace.save(id, [Edit(STRATEGY, body, 0)])
    visitor.save(id, STRATEGY, base=1, value="delvis")
    entry = visitor.workspace.entry(id, STRATEGY)
    assert entry and entry.body == {**body, "value": "delvis"}


@pytest.mark.parametrize(
    "code", ["alt", "kjerne", "mangler", "uten-bevis", "flagg", "rolle-hr", "tull"]
)
def test_every_selection_leads_through_its_questions(visitor: Visitor, code: str) -> None:
    id = visitor.example("amot-2026.json")
    visitor.save(id, STRATEGY, base=1, value="nei", flag="1")
    page = visitor.get(f"/v/{id}/fyll-ut?utvalg={code}")
    seen = 0
    if code == "uten-bevis":
        assert "Ingenting igjen her" in page  # every answer of the example has its locator
        return
    while seen < 100:
        seen += 1
        following = re.search(r'rel="next" href="([^"]+)"', page)
        assert following
        if "fyll-ut" not in following[1]:
            break
        page = visitor.get(following[1].replace("&amp;", "&"))
    live = visitor.site.live(id)
    asked = select(live, code, "nb").questions
    assert seen <= len(asked) and seen > 0


def test_the_hours_picture_shows_core_facts_alone(visitor: Visitor) -> None:
    id = visitor.blank()
    content = visitor.site.content
    page = visitor.get(f"/v/{id}/fyll-ut/1.1.2?utvalg=kjerne")
    shown = re.findall(r'id="fact-(\w+)"', page)
    assert shown and all(content.facts[it].core for it in shown)
    assert "Vis hele spørsmålet" in page


def test_a_whole_criterion_can_be_filled_in_on_one_page(visitor: Visitor) -> None:
    id = visitor.blank()
    page = visitor.get(f"/v/{id}/fyll-ut/1.1")
    asked = visitor.site.content.frameworks["kommunekompasset-3.1"].questions["1.1"]
    assert all(f'id="q-{it}"' in page for it in asked)
    assert any("/fyll-ut/1.2?" in it for it in links(page))


def test_an_unknown_question_is_a_page_with_the_nearest_name(visitor: Visitor) -> None:
    id = visitor.blank()
    assert "Finner ikke siden" in visitor.get(f"/v/{id}/fyll-ut/9.9.9", 404)
    visitor.get("/v/99/fyll-ut/1.1.1", 404)


@pytest.mark.parametrize("lang", ["nb", "nn"])
def test_pages_speak_the_chosen_language(visitor: Visitor, lang: str) -> None:
    id = visitor.blank()
    page = visitor.get(f"/v/{id}/fyll-ut/1.1.1?lang={lang}")
    assert f'<html lang="{lang}"' in page
    assert ("ordinære politiske møte?" in page) == (lang == "nn")
    # The choice is remembered.
    assert f'<html lang="{lang}"' in visitor.get("/")
