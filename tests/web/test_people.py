"""Names in the workspace: chosen, changed and removed, and never more than names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.web.conftest import Visitor

from kompass.storage.workspace import Workspace
from kompass.web.site import Site
from kompass.web.words_people import WORDS

HOSTILE = "\"'><script>window.hit=1</script>"


def add(visitor: Visitor, name: str, role: str = "", **rest: str) -> str:
    """Add somebody, and be them."""
    return visitor.post("/hvem", {"do": "add", "name": name, "role": role, **rest})


def test_a_name_follows_the_answers_into_the_history(visitor: Visitor) -> None:
    id = visitor.blank()
    add(visitor, "Kari", "kommunedirektør")
    assert "Du svarer som Kari." in visitor.get("/hvem")
    visitor.save(id, "har_kommunikasjonsstrategi", value="ja")
    assert "Kari" in visitor.get(f"/v/{id}/historikk/har_kommunikasjonsstrategi")
    assert visitor.workspace.history(id)[0].by == "Kari"


def test_one_can_be_somebody_else_and_nobody(visitor: Visitor) -> None:
    add(visitor, "Kari")
    add(visitor, "Ola")
    [kari, _] = visitor.workspace.participants()
    visitor.post("/hvem", {"do": "choose", "who": str(kari.id)})
    assert "Du svarer som Kari." in visitor.get("/hvem")
    visitor.post("/hvem", {"do": "leave"})
    assert "Du svarer uten navn" in visitor.get("/hvem")
    assert "Velg et navn i listen." in visitor.post("/hvem", {"who": "99"}, status=422)


def test_the_choice_is_kept_from_scripts_and_other_sites(visitor: Visitor) -> None:
    sent = {"token": visitor.site.token, "do": "add", "name": "Kari"}
    found = visitor.client.post("/hvem", data=sent, follow_redirects=False)
    cookie = found.headers["set-cookie"].lower()
    assert "kompass_who=" in cookie and "httponly" in cookie and "samesite=strict" in cookie


def test_nobody_becomes_somebody_else_in_another_workspace(
    visitor: Visitor, tmp_path: Path
) -> None:
    add(visitor, "Kari")
    with Workspace.open(tmp_path / "other") as workspace:
        workspace.add_participant("Ola")
        other = Visitor(Site(workspace, engine="reference"))
        other.client.cookies = visitor.client.cookies
        assert "Du svarer uten navn" in other.get("/hvem")
        other.site.jobs.close()


@pytest.mark.parametrize("path", ["/v/1/", "/v/1/fyll-ut/1.1.1?utvalg=kjerne"])
def test_one_comes_back_to_where_one_was(visitor: Visitor, path: str) -> None:
    sent = {"token": visitor.site.token, "do": "add", "name": "Kari", "fra": path}
    found = visitor.client.post("/hvem", data=sent, follow_redirects=False)
    assert (found.status_code, found.headers["location"]) == (303, path)


@pytest.mark.parametrize(
    "back",
    ["//ond.example", "https://ond.example", "/\\ond.example", "\\\\ond.example", "/\t/ond.example",
     "/\n/ond.example", "javascript:alert(1)", "ond.example", "/%0d\r\nx: y"],
)  # fmt: skip
def test_nobody_is_sent_to_another_site(visitor: Visitor, back: str) -> None:
    sent = {"token": visitor.site.token, "do": "leave", "fra": back}
    found = visitor.client.post("/hvem", data=sent, follow_redirects=False)
    assert found.headers["location"] == "/"
    page = visitor.client.get("/hvem", params={"fra": back}).text
    assert "ond.example" not in re.sub(r"lang=n.", "", page.split("<main")[1])


def test_a_form_that_cannot_be_used_comes_back_as_it_was_typed(visitor: Visitor) -> None:
    page = visitor.post("/hvem", {"do": "add", "name": "  ", "role": "ordfører"}, status=422)
    assert "Skriv et navn." in page and 'value="ordfører"' in page and 'href="#name"' in page
    page = visitor.post("/hvem", {"do": "add", "name": "x" * 81, "role": "y" * 81}, status=422)
    assert page.count("Bruk høyst 80 tegn. Dette er 81.") == 4
    add(visitor, "Kari")
    page = visitor.post("/hvem", {"do": "add", "name": " KARI "}, status=422)
    assert "Det finnes allerede en som heter KARI" in page
    assert len(visitor.workspace.participants()) == 1


def test_somebody_can_be_given_another_name(visitor: Visitor) -> None:
    add(visitor, "Kari")
    add(visitor, "Ola")
    [kari, ola] = visitor.workspace.participants()
    sent = {"do": "rename", "who": str(kari.id), "name": "Kari  Moen", "role": "rådgiver"}
    assert "Navnet er lagret." in visitor.post("/deltakere", sent)
    assert visitor.workspace.participants()[0].name == "Kari Moen"
    sent |= {"who": str(ola.id), "name": "kari moen"}
    page = visitor.post("/deltakere", sent, status=422)
    assert f'href="#name-{ola.id}"' in page and 'value="kari moen"' in page
    visitor.post("/deltakere", {"do": "rename", "who": "99", "name": "x"}, status=404)


def test_somebody_is_removed_after_a_yes_and_their_answers_stay(visitor: Visitor) -> None:
    id = visitor.blank()
    add(visitor, "Kari")
    visitor.save(id, "har_kommunikasjonsstrategi", value="ja")
    [kari] = visitor.workspace.participants()
    sent = {"do": "remove", "who": str(kari.id)}
    assert "Fjerne Kari?" in visitor.post("/deltakere", sent)
    assert visitor.workspace.participants()
    assert "Navnet er fjernet." in visitor.post("/deltakere", sent | {"sure": "ja"})
    assert not visitor.workspace.participants()
    assert "Du svarer uten navn" in visitor.get("/hvem")
    assert visitor.workspace.history(id)[0].by == "Kari"


def test_hostile_names_are_shown_as_they_are_written(visitor: Visitor) -> None:
    id = visitor.blank()
    add(visitor, HOSTILE, HOSTILE, fra=f"/v/{id}/")
    for path in ("/hvem", "/deltakere", f"/v/{id}/enighet", f"/v/{id}/"):
        page = visitor.get(path)
        assert "<script>window" not in page and "&lt;script&gt;" in page


@pytest.mark.parametrize(("lang", "said"), [("nb", "ingen innlogging"), ("nn", "inga innlogging")])
def test_it_is_said_that_names_are_no_lock(visitor: Visitor, lang: str, said: str) -> None:
    assert said in visitor.get(f"/hvem?lang={lang}")


def test_every_text_is_in_both_languages_with_the_same_values() -> None:
    for key, text in WORDS.items():
        places = [sorted(re.findall(r"\{(\w+)\}", text(lang))) for lang in ("nb", "nn")]
        assert places[0] == places[1], key
