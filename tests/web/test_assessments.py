"""The list of assessments, and what comes in and goes out as files."""

from __future__ import annotations

import json
import re
from io import BytesIO
from typing import Any

import pytest
from tests.web.conftest import EXAMPLES, Visitor

from kompass.desk.bench import Bench
from kompass.web.ask import who_mark

AMOT = EXAMPLES / "amot-2026.json"
STRATEGY = "har_kommunikasjonsstrategi"
FORM = {
    "municipality": "Åmot",
    "date": "1.3.2026",
    "framework": "kommunekompasset-3.1",
    "start": "",
}


def made(visitor: Visitor) -> int:
    """Return the id of the assessment made last."""
    return visitor.workspace.assessments()[0].id


def test_an_empty_workspace_says_how_to_begin(visitor: Visitor) -> None:
    page = visitor.get("/")
    assert "ingen vurderinger ennå" in page and 'href="/ny"' in page


@pytest.mark.parametrize("wanted", ["3422", "Åmot", "3422 Åmot", "åmot"])
def test_a_municipality_is_found_by_number_or_name(visitor: Visitor, wanted: str) -> None:
    visitor.post("/ny", FORM | {"municipality": wanted})
    [it] = visitor.workspace.assessments()
    assert (it.number, it.name, it.date) == ("3422", "Åmot", "2026-03-01")


def test_every_municipality_of_the_register_can_be_chosen(visitor: Visitor) -> None:
    page = visitor.get("/ny")
    chosen = re.findall(r'<option value="(\d{4}) ', page)
    assert len(chosen) == len(set(chosen)) == 357


def test_what_is_wrong_in_the_form_is_said_all_at_once_and_kept(visitor: Visitor) -> None:
    sent = {"municipality": "Åmodt", "date": "31.02.2026", "population": "mange", "framework": "x"}
    page = visitor.post("/ny", sent, status=422)
    assert "Mente du Åmot" in page
    for name in sent:
        assert f'href="#{name}"' in page and f'id="{name}-e"' in page
    assert 'value="Åmodt"' in page and 'value="mange"' in page
    assert not visitor.workspace.assessments()


def test_last_years_answers_can_be_where_to_begin(visitor: Visitor) -> None:
    visitor.post(
        "/ny", FORM | {"date": "01.03.2027"}, files={"file": ("a.json", AMOT.read_bytes())}
    )
    id = made(visitor)
    document = visitor.export(id)
    given = json.loads(AMOT.read_text("utf-8"))
    assert document["date"] == "2027-03-01"
    assert {k: v["value"] for k, v in document["answers"].items()} == {
        k: v if isinstance(v, str) else v["value"] for k, v in given["answers"].items()
    }
    [change, *_] = visitor.workspace.history(id, STRATEGY)
    assert change.why == "Svar fra 2026-03-01"


def test_an_assessment_here_can_be_where_to_begin(visitor: Visitor) -> None:
    id = visitor.example("amot-2026.json")
    visitor.post(
        "/ny", FORM | {"start": str(id), "date": "01.03.2027", "framework": "kommunekompasset-3.2"}
    )
    assert visitor.export(made(visitor))["framework"] == "kommunekompasset-3.2"
    assert visitor.export(made(visitor))["answers"] == visitor.export(id)["answers"]


def test_a_file_in_and_out_is_the_same_file(visitor: Visitor) -> None:
    id = visitor.example("amot-2026.json")
    given = Bench(None, "nb").accept(AMOT.read_bytes(), "a.json").answers
    back = Bench(None, "nb").accept(json.dumps(visitor.export(id)).encode(), "b.json").answers
    assert back.model_copy(update={"schema_uri": None, "answers": {}}) == given.model_copy(
        update={"schema_uri": None, "answers": {}}
    )
    unknown = {name for name, it in given.answers.items() if it.value == "vet_ikke"}
    assert {k: v for k, v in given.answers.items() if k not in unknown} == {
        k: v.model_copy(update={"extensions": given.answers[k].extensions})
        for k, v in back.answers.items()
        if k not in unknown
    }


def test_the_workbook_holds_the_same_answers(visitor: Visitor) -> None:
    id = visitor.example("amot-2026.json")
    found = visitor.client.get(f"/v/{id}/eksport.xlsx")
    assert 'filename="amot-2026.xlsx"' in found.headers["content-disposition"]
    answers = Bench(None, "nb").accept(found.content, "a.xlsx").answers
    exported = Bench(None, "nb").accept(json.dumps(visitor.export(id)).encode(), "b").answers
    assert answers.answers == exported.answers


def test_names_leave_only_when_asked(visitor: Visitor) -> None:
    id = visitor.blank()
    kari = visitor.workspace.add_participant("Kari Nordmann")
    visitor.client.cookies.set("kompass_who", who_mark(visitor.site, kari.id))
    visitor.save(id, STRATEGY, value="ja")
    assert visitor.workspace.history(id, STRATEGY)[0].by == "Kari Nordmann"
    assert "Kari" not in json.dumps(visitor.export(id))
    named = json.loads(visitor.get(f"/v/{id}/eksport.json?navn=ja"))
    assert named["answers"][STRATEGY]["by"] == "Kari Nordmann"
    Bench(None, "nb").accept(json.dumps(named).encode(), "named.json")


def upload(document: Any) -> dict[str, Any]:
    return {"file": ("svar.json", json.dumps(document).encode())}


def test_a_file_is_merged_and_disagreement_stays_open(visitor: Visitor) -> None:
    id = visitor.blank()
    visitor.save(id, STRATEGY, value="ja")
    document = visitor.export(id)
    document["answers"] = {STRATEGY: "nei", "utvikler_lokaldemokratiet_planmessig": "delvis"}
    page = visitor.post(f"/v/{id}/importer", files=upload(document))
    assert "1 svar er hentet inn" in page and "1 svar er ulike" in page
    answers = visitor.export(id)["answers"]
    assert answers[STRATEGY]["value"] == "ja"
    assert answers["utvikler_lokaldemokratiet_planmessig"]["value"] == "delvis"
    again = visitor.post(f"/v/{id}/importer", files=upload(document))
    assert "0 svar er hentet inn" in again


def test_a_file_of_another_municipality_is_refused(visitor: Visitor) -> None:
    id = visitor.blank()
    document = visitor.export(id) | {"municipality": {"number": "5025", "name": "Røros"}}
    assert "Fila gjelder Røros" in visitor.post(
        f"/v/{id}/importer", status=422, files=upload(document)
    )


@pytest.mark.parametrize("data", [b"", b"{", b"PK\x03\x04tull", b"\xff\xfe", b"[" * 100_000])
def test_a_malformed_file_is_explained(visitor: Visitor, data: bytes) -> None:
    id = visitor.blank()
    page = visitor.post(f"/v/{id}/importer", status=422, files={"file": ("a.json", data)})
    assert "file-e" in page


def test_a_file_with_faults_lists_them_with_their_lines(visitor: Visitor) -> None:
    id = visitor.blank()
    document = visitor.export(id)
    document["answers"] = {"har_kommunikasjonsstrateg": "ja", STRATEGY: "kanskje"}
    page = visitor.post(f"/v/{id}/importer", status=422, files=upload(document))
    assert "svar.json:1" in page and STRATEGY in page


def test_a_copy_is_its_own(visitor: Visitor) -> None:
    id = visitor.example("amot-2026.json")
    visitor.post(f"/v/{id}/kopier")
    copy = made(visitor)
    assert copy != id and visitor.export(copy) == visitor.export(id)
    visitor.save(copy, STRATEGY, base=1, value="ja")
    assert visitor.export(id)["answers"][STRATEGY]["value"] == "nei"


def test_what_is_deleted_can_be_brought_back_until_it_is_removed_for_good(visitor: Visitor) -> None:
    id = visitor.example("amot-2026.json")
    before = visitor.export(id)
    page = visitor.post(f"/v/{id}/slett")
    assert "kan hentes fram igjen" in page and f"/v/{id}/angre" in page
    visitor.get(f"/v/{id}/", 404)
    visitor.post(f"/v/{id}/angre")
    assert visitor.export(id) == before
    visitor.post(f"/v/{id}/slett")
    asked = visitor.post(f"/v/{id}/fjern")
    assert "for godt" in asked and visitor.workspace.assessments(deleted=True)
    visitor.post(f"/v/{id}/fjern", {"sure": "ja"})
    assert not visitor.workspace.assessments(deleted=True)


def test_an_assessment_by_an_unknown_framework_can_still_be_listed(visitor: Visitor) -> None:
    visitor.blank("kommunekompasset-9")
    assert "kjenner ikke kommunekompasset-9" in visitor.get("/")


def test_history_shows_every_answer_and_brings_one_back(visitor: Visitor) -> None:
    id = visitor.blank()
    visitor.save(id, STRATEGY, value="ja", note="Først")
    visitor.save(id, STRATEGY, base=1, value="nei")
    page = visitor.get(f"/v/{id}/historikk/{STRATEGY}")
    assert "Først" in page and page.count("<li>") == 2
    first = visitor.workspace.history(id, STRATEGY)[-1]
    visitor.post(f"/v/{id}/historikk/{STRATEGY}", {"change": str(first.id)})
    entry = visitor.workspace.entry(id, STRATEGY)
    assert entry and entry.body == {"value": "ja", "note": "Først"} and entry.revision == 3
    assert "Hentet fram igjen" in visitor.get(f"/v/{id}/historikk")
    visitor.post(f"/v/{id}/historikk/{STRATEGY}", {"change": "999"}, status=404)


def test_search_finds_questions_and_what_is_written(visitor: Visitor) -> None:
    id = visitor.blank()
    visitor.save(id, STRATEGY, value="ja", note="Arkivsak 14/26")
    assert STRATEGY in visitor.get(f"/v/{id}/sok?q=arkivsak")
    assert STRATEGY in visitor.get(f"/v/{id}/sok?q=KOMMUNIKASJONSSTRATEGI gjelder")
    assert "Ingen treff" in visitor.get(f"/v/{id}/sok?q=xyzzy")


def test_why_tells_the_rule_the_answers_and_what_would_change_it(visitor: Visitor) -> None:
    id = visitor.example("amot-2026.json")
    page = visitor.get(f"/v/{id}/hvorfor/1.1.2")
    live = visitor.site.live(id)
    [_, *rules] = re.findall(r"<code>(.*?)</code>", page) or ["", ""]
    assert "1.1.2" in page and "Dette ville endret poengene" in page
    assert live.standing.questions["1.1.2"].tally.points > 0 and rules


def test_the_change_that_is_promised_is_the_change_that_comes(visitor: Visitor) -> None:
    id = visitor.example("amot-2026.json")
    from kompass.web.views import why

    live = visitor.site.live(id)

    class Asked:
        site, lang = visitor.site, "nb"

    promised = list(why._changes(Asked(), live, "1.1.2"))  # type: ignore[arg-type]
    assert promised
    for it in promised:
        copy = visitor.workspace.duplicate(id)
        value = next(
            value
            for value, label in visitor.site.content.answer_set(it.fact).labels.items()
            if label("nb").casefold() == it.then.casefold()
        )
        entry = visitor.workspace.entry(copy, it.fact)
        before = visitor.site.live(copy).tallies["total"].points
        visitor.save(copy, it.fact, base=entry.revision if entry else 0, value=value)
        after = visitor.site.live(copy).tallies["total"].points
        assert float(after - before) == pytest.approx(it.gain), it


def test_the_exported_workbook_can_be_read_back_in(visitor: Visitor) -> None:
    id = visitor.example("amot-2026.json")
    data = visitor.client.get(f"/v/{id}/eksport.xlsx").content
    page = visitor.post(f"/v/{id}/importer", files={"file": ("a.xlsx", BytesIO(data))})
    assert "0 svar er hentet inn" in page
