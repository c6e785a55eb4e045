"""Result, report, plan and adjustments."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from threading import Event
from typing import Any

import pytest
from markupsafe import escape
from tests.web.conftest import Visitor, links
from tests.web.test_adjust import RATING

from kompass.desk.plans import PLAN_FORMATS
from kompass.web import words, words_people, words_results
from kompass.web.all_words import ALL
from kompass.web.jobs import Job, Product

FIRST = {"docx": b"PK", "pdf": b"%PDF", "html": b"<!doctype", "md": b"---", "xlsx": b"PK",
         "json": b"{", "ics": b"BEGIN:VCALENDAR", "svg": b"<svg", "png": b"\x89PNG"}  # fmt: skip
PLAN = {"form": "json", "periods": "2", "capacity": "3", "start": "2027-01", "target": "",
        "area": "", "area_target": ""}  # fmt: skip


def finished(visitor: Visitor, page: str) -> Any:
    """Wait for the job of a page, and return what became of it."""
    at = page.split('data-poll="')[1].split('"')[0] if "data-poll" in page else ""
    until = time.monotonic() + 120
    while at and time.monotonic() < until:
        told = json.loads(visitor.client.get(at, headers={"X-Kompass": "live"}).text)
        if told["done"]:
            return told["html"]
        time.sleep(0.05)
    return page


def file_of(visitor: Visitor, html: str) -> bytes:
    """Return the file a finished job offers."""
    at = html.split('href="')[1].split('"')[0]
    return visitor.client.get(at).content


def test_no_text_stands_in_two_places() -> None:
    parts = [words.WORDS, words_people.WORDS, words_results.WORDS]
    assert len(ALL) == sum(map(len, parts))
    assert all(it.nn for it in ALL.values())


@pytest.mark.parametrize("lang", ["nb", "nn"])
def test_findings_and_steps_are_those_of_the_result(visitor: Visitor, lang: Any) -> None:
    id = visitor.example("amot-2026.json")
    page = visitor.get(f"/v/{id}/resultat?alle=1&lang={lang}")
    whole = visitor.site.result(visitor.site.live(id), lang)
    for it in whole.findings:
        assert str(escape(it.text)) in page
    for step in whole.next_steps:
        assert str(escape(step.title)) in page


def test_an_area_and_a_kind_can_be_seen_alone(visitor: Visitor) -> None:
    id = visitor.example("amot-2026.json")
    page = visitor.get(f"/v/{id}/resultat?omrade=3&slag=weakness")
    whole = visitor.site.result(visitor.site.live(id), "nb")
    wanted = {it.text for it in whole.findings if it.area == "3" and it.kind == "weakness"}
    assert wanted
    assert {it.text for it in whole.findings if str(escape(it.text)) in page} == wanted


def test_a_blank_assessment_has_a_result_page(visitor: Visitor) -> None:
    assert "Ingen funn her ennå" in visitor.get(f"/v/{visitor.blank()}/resultat")


@pytest.mark.parametrize("form", ["docx", "pdf", "html", "md", "xlsx"])
def test_a_report_is_made_in_every_format(visitor: Visitor, form: str) -> None:
    id = visitor.example("roros-2022.json")
    sent = {"form": form, "audience": "innbygger", "title": "Prøve <b>"}
    page = visitor.post(f"/v/{id}/rapport", sent)
    data = file_of(visitor, finished(visitor, page))
    assert data[:20].lower().startswith(FIRST[form].lower())


def test_a_report_is_the_one_of_the_command_line(visitor: Visitor, tmp_path: Any) -> None:
    id = visitor.example("roros-2022.json")
    sent = {"form": "md", "audience": "konsulent", "title": ""}
    page = visitor.post(f"/v/{id}/rapport", sent)
    exported = tmp_path / "svar.json"
    exported.write_text(visitor.get(f"/v/{id}/eksport.json"), "utf-8")
    command = [sys.executable, "-m", "kompass", "report", exported, "--engine", "reference"]
    subprocess.run([*command, "-o", tmp_path / "r.md"], check=True)
    assert file_of(visitor, finished(visitor, page)).decode() == (tmp_path / "r.md").read_text(
        "utf-8"
    )


def test_what_is_wrong_with_an_order_is_said(visitor: Visitor) -> None:
    id = visitor.blank()
    page = visitor.post(
        f"/v/{id}/rapport", {"form": "exe", "audience": "alle"}, status=422,
        files={"earlier": ("x.json", b"tull")},
    )  # fmt: skip
    for name in ("form", "audience", "earlier"):
        assert f'href="#{name}"' in page


@pytest.mark.parametrize("form", PLAN_FORMATS)
def test_a_plan_is_made_in_every_format(visitor: Visitor, form: str) -> None:
    id = visitor.example("roros-2022.json")
    page = visitor.post(f"/v/{id}/plan", PLAN | {"form": form, "periods": "1", "capacity": "1,5"})
    data = file_of(visitor, finished(visitor, page))
    assert data[:20].startswith(FIRST[form])


def test_wishes_that_clash_are_explained_on_the_page(visitor: Visitor) -> None:
    id = visitor.example("amot-2026.json")
    page = visitor.post(f"/v/{id}/plan", PLAN | {"target": "799"})
    told = finished(visitor, page)
    assert "kunne ikke lages" in told and "799" in told


def test_what_is_wrong_with_wishes_is_said_all_at_once(visitor: Visitor) -> None:
    id = visitor.example("amot-2026.json")
    step = visitor.site.result(visitor.site.live(id), "nb").next_steps[0].id
    page = visitor.post(
        f"/v/{id}/plan",
        {"form": "x", "periods": "0", "capacity": "mye", "start": "2020-01", "target": "-3",
         "area": "", "area_target": "60", "must": step, "excluded": step},
        status=422,
    )  # fmt: skip
    for name in ("form", "periods", "capacity", "start", "target", "area", "must"):
        assert f'href="#{name}"' in page, name
    assert 'value="mye"' in page


def test_last_years_plan_is_read_against_the_answers(visitor: Visitor) -> None:
    id = visitor.example("amot-2026.json")
    plan = file_of(visitor, finished(visitor, visitor.post(f"/v/{id}/plan", PLAN)))
    page = visitor.post(f"/v/{id}/plan/status", files={"plan": ("plan.json", plan)})
    first = json.loads(plan)["steps"][0]["title"]
    assert first in page
    other = visitor.example("roros-2022.json")
    visitor.post(f"/v/{other}/plan/status", files={"plan": ("plan.json", plan)}, status=422)
    visitor.post(f"/v/{id}/plan/status", files={"plan": ("plan.json", b"[]")}, status=422)


def test_answers_can_be_saved_while_a_plan_is_searched_for(visitor: Visitor) -> None:
    id = visitor.example("amot-2026.json")
    page = visitor.post(f"/v/{id}/plan", PLAN | {"periods": "4", "capacity": "6"})
    told = visitor.save(id, "har_kommunikasjonsstrategi", base=1, value="ja")
    assert told["status"] == "saved"
    assert file_of(visitor, finished(visitor, page))


def test_another_assessments_job_is_not_shown(visitor: Visitor) -> None:
    id, other = visitor.example("roros-2022.json"), visitor.blank()
    visitor.post(f"/v/{id}/rapport", {"form": "md", "audience": "leder"})
    visitor.get(f"/v/{other}/jobb/1", 404)
    visitor.get(f"/v/{id}/jobb/99", 404)


HOSTILE = """<script>alert("x")</script>' onx="y"""


@pytest.mark.parametrize("lang", ["nb", "nn"])
def test_what_people_write_is_never_markup(visitor: Visitor, lang: str) -> None:
    id = visitor.example("roros-2022.json")
    visitor.get(f"/?lang={lang}")
    finding = visitor.site.result(visitor.site.live(id), "nb").findings[0].id
    said = {"text": HOSTILE, "reason": HOSTILE, "by": HOSTILE}
    pages = [
        visitor.post(f"/v/{id}/justering", RATING | {"reason": HOSTILE, "by": HOSTILE}),
        visitor.post(f"/v/{id}/justering", said | {"finding": finding}),
        visitor.post(f"/v/{id}/justering", RATING | {"to": HOSTILE}, status=422),
        visitor.get(f"/v/{id}/resultat"),
        visitor.post(f"/v/{id}/plan", dict.fromkeys(PLAN, HOSTILE), status=422),
        visitor.post(f"/v/{id}/rapport", {"title": HOSTILE, "form": HOSTILE}, status=422),
    ]
    for page in pages:
        assert "<script>alert" not in page and '" onx' not in page
        assert "&lt;script&gt;" in page


@pytest.mark.parametrize("path", ["rapport", "plan", "plan/status", "justering"])
def test_what_does_not_come_from_a_page_here_is_refused(visitor: Visitor, path: str) -> None:
    id = visitor.blank()
    visitor.post(f"/v/{id}/{path}", {"token": "x"}, status=403)


@pytest.mark.parametrize("page", ["resultat", "rapport", "plan", "justering"])
def test_a_blank_assessment_has_every_page_in_both_languages(visitor: Visitor, page: str) -> None:
    id = visitor.blank()
    nb, nn = (visitor.get(f"/v/{id}/{page}?lang={lang}") for lang in ("nb", "nn"))
    assert 'lang="nb"' in nb and 'lang="nn"' in nn and nb != nn


def test_from_a_plan_that_cannot_be_made_the_way_back_keeps_what_was_typed(
    visitor: Visitor,
) -> None:
    id = visitor.example("roros-2022.json")
    step = visitor.site.result(visitor.site.live(id), "nb").next_steps[0].id
    page = visitor.post(f"/v/{id}/plan", PLAN | {"target": "799", "capacity": "1,5", "must": step})
    back = links(finished(visitor, page))[-1]
    form = visitor.get(back)
    assert 'value="799"' in form and 'value="1,5"' in form
    [chosen] = re.findall(r'name="must" value="([^"]+)"[^>]* checked', form)
    assert chosen == step


@pytest.mark.parametrize(
    ("name", "value"),
    [("periods", "0019"), ("start", "9999-12"), ("start", "0001-01"), ("area", "3")],
)
def test_wishes_out_of_range_are_refused(visitor: Visitor, name: str, value: str) -> None:
    id = visitor.blank()
    page = visitor.post(f"/v/{id}/plan", PLAN | {name: value}, status=422)
    at = "area_target" if name == "area" else name
    assert f'href="#{at}"' in page


def test_a_script_that_asks_for_a_forgotten_job_is_told_to_stop(visitor: Visitor) -> None:
    at = f"/v/{visitor.blank()}/jobb/7"
    told = json.loads(visitor.client.get(at, headers={"X-Kompass": "live"}).text)
    assert told["done"] and "finnes ikke lenger" in told["html"]


def test_without_javascript_the_page_of_a_job_asks_again_by_itself(visitor: Visitor) -> None:
    id = visitor.blank()
    gate = Event()

    def work(job: Job) -> Product:
        gate.wait(60)
        return Product("x.txt", "text/plain", b"x")

    job = visitor.site.jobs.start(id, "Lager x", work)
    try:
        assert 'http-equiv="refresh"' in visitor.get(f"/v/{id}/jobb/{job.number}")
        visitor.get(f"/v/{id}/jobb/{job.number}/fil", 404)
    finally:
        gate.set()
    job.future.result(60)
    page = visitor.get(f"/v/{id}/jobb/{job.number}")
    assert (
        'http-equiv="refresh"' not in page and file_of(visitor, page.split('id="job"')[1]) == b"x"
    )
