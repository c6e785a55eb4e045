"""A consultant's adjustments."""

from __future__ import annotations

import pytest
from markupsafe import escape
from tests.web.conftest import Visitor

from kompass.storage.entries import Edit

RATING = {
    "question": "1.1.2",
    "dimension": "system",
    "to": "7",
    "reason": "Sett i møte",
    "by": "Kari",
}


def test_a_rating_is_adjusted_beside_the_rules_own(visitor: Visitor) -> None:
    id = visitor.example("amot-2026.json")
    before = visitor.site.live(id).tallies["total"].points
    page = visitor.post(f"/v/{id}/justering", RATING)
    assert "Sett i møte" in page and "Kari" in page and "Med justeringer" in page
    assert visitor.site.live(id).tallies["total"].points == before
    exported = visitor.export(id)["adjustments"]
    assert exported == [
        {
            "question": "1.1.2",
            "dimension": "system",
            "to": 7,
            "reason": "Sett i møte",
            "by": "konsulent",
        }
    ]
    take_back = {"remove": "@adjust/1.1.2/system", "base": "1 @adjust/1.1.2/system"}
    page = visitor.post(f"/v/{id}/justering", take_back)
    assert "Ingenting er justert" in page and "adjustments" not in visitor.export(id)
    assert len(visitor.workspace.history(id, "@adjust/1.1.2/system")) == 2


def test_a_finding_is_reworded_or_taken_out(visitor: Visitor) -> None:
    id = visitor.example("amot-2026.json")
    finding = visitor.site.result(visitor.site.live(id), "nb").findings[0]
    form = visitor.get(f"/v/{id}/justering?funn={finding.id}")
    assert "Tom tekst tar funnet ut" in form
    sent = {"finding": finding.id, "text": "Ny ordlyd", "reason": "Klarere", "by": "Kari"}
    page = visitor.post(f"/v/{id}/justering", sent)
    assert "Ny ordlyd" in page
    base = f"1 @adjust/{finding.id}"
    page = visitor.post(f"/v/{id}/justering", sent | {"text": "", "base": base})
    assert "Tatt ut" in page and "Ny ordlyd" in page, "what was decided before is its history"
    assert "Funn som er tatt ut" in visitor.get(f"/v/{id}/resultat")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("question", "9.9.9"),
        ("dimension", "x"),
        ("to", "11"),
        ("to", "x"),
        ("to", "0101"),
        ("reason", ""),
        ("by", ""),
    ],
)
def test_an_adjustment_that_makes_no_sense_is_not_saved(
    visitor: Visitor, name: str, value: str
) -> None:
    id = visitor.example("amot-2026.json")
    page = visitor.post(f"/v/{id}/justering", RATING | {name: value}, status=422)
    assert f'href="#{name}"' in page
    assert not visitor.workspace.entries(id, "@adjust/")


def test_two_who_adjust_the_same_do_not_overwrite_each_other(visitor: Visitor) -> None:
    id = visitor.example("amot-2026.json")
    visitor.post(f"/v/{id}/justering", RATING)
    page = visitor.post(f"/v/{id}/justering", RATING | {"to": "9", "by": "Ola"}, status=409)
    assert "alt bestemt noe annet: 7" in page
    kept = visitor.workspace.entry(id, "@adjust/1.1.2/system")
    assert kept and kept.body["to"] == 7
    base = page.split('name="base" value="')[-1].split('"')[0]
    again = RATING | {"to": "9", "by": "Ola", "base": base}
    assert "<strong>9</strong>" in visitor.post(f"/v/{id}/justering", again)
    stale = {"remove": "@adjust/1.1.2/system", "base": base}
    visitor.post(f"/v/{id}/justering", stale, status=409)


def test_an_adjustment_opened_for_change_can_become_one_of_another_rating(visitor: Visitor) -> None:
    id = visitor.example("amot-2026.json")
    visitor.post(f"/v/{id}/justering", RATING)
    form = visitor.get(f"/v/{id}/justering?sporsmal=1.1.2&del=system")
    assert 'value="7"' in form and 'value="Sett i møte"' in form
    base = "1 @adjust/1.1.2/system"
    visitor.post(f"/v/{id}/justering", RATING | {"question": "1.1.1", "base": base})
    assert len(visitor.workspace.entries(id, "@adjust/")) == 2


def test_an_adjustment_that_no_longer_fits_is_told_of(visitor: Visitor) -> None:
    id = visitor.example("amot-2026.json")
    stray = {"finding": "finst.ikkje", "text": "Ord", "reason": "Grunn", "by": "Kari"}
    visitor.workspace.save(id, [Edit("@adjust/finst.ikkje", stray, 0)])
    live = visitor.site.live(id)
    [note] = [it for it in visitor.site.result(live, "nb").notes if it.code == "adjustment_unused"]
    for page in ("justering", "resultat"):
        assert str(escape(note.text)) in visitor.get(f"/v/{id}/{page}")
