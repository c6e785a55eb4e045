"""The workspace in a real browser: the journeys, and nothing axe complains of on any page."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from tests.web.conftest import EXAMPLES, ROOT
from tests.web.test_serve import Server

from kompass.assessment.assess import assess
from kompass.desk.bench import Bench
from kompass.intake.document import as_answer
from kompass.report.numbers import rounded

BROWSER = ROOT / "tests" / "browser"
GATE = "utvikler_lokaldemokratiet_planmessig"
EXTENT = "demokratiarbeid_utbredelse"
STRATEGY = "har_kommunikasjonsstrategi"


def missing() -> str:
    """Return what a browser test lacks on this machine; empty when it has everything."""
    if not shutil.which("node"):
        return "node is not installed"
    chromium = os.environ.get("KOMPASS_CHROMIUM") or "/usr/bin/chromium"
    if not Path(chromium).exists():
        return f"no browser at {chromium}: set KOMPASS_CHROMIUM"
    if not (BROWSER / "node_modules" / "playwright-core").is_dir():
        return "npm has not been run in tests/browser"
    return ""


pytestmark = pytest.mark.skipif(bool(missing()), reason=missing() or "nothing is missing")


def run(script: str, **asked: Any) -> Any:
    """Run a browser script, and return what it tells."""
    done = subprocess.run(
        ["node", str(BROWSER / script), json.dumps(asked)],
        capture_output=True,
        check=False,
        timeout=540,
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    it = Server(tmp_path / "ws")
    yield it
    it.process.kill()
    it.process.communicate()


def make(server: Server, file: Path | None = None) -> int:
    """Make an assessment through the form, and return its id."""
    sent = {"token": server.token(), "municipality": "3422", "date": "01.03.2026",
            "framework": "kommunekompasset-3.1", "start": "", "population": ""}  # fmt: skip
    files = {"file": (file.name, file.read_bytes())} if file else None
    answer = httpx2.post(server.address + "/ny", data=sent, files=files, timeout=60)
    return int(answer.headers["location"].strip("/").split("/")[-1])


def quiet(told: Any) -> None:
    assert told["console"] == [] and told["requests"] == []


def test_area_1_for_amot_by_keyboard_alone(server: Server, tmp_path: Path) -> None:
    content = Bench(None, "nb").content
    given = json.loads((EXAMPLES / "amot-2026.json").read_text("utf-8"))["answers"]
    criteria = {it.id for it in content.areas[0].criteria}
    asked = [
        (it, [(fact, as_answer(given[fact])["value"]) for fact in content.questions[it].facts
              if as_answer(given.get(fact, "vet_ikke"))["value"] != "vet_ikke"])
        for it in content.frameworks["kommunekompasset-3.1"].asked
        if content.questions[it].criterion in criteria
    ]  # fmt: skip
    asked = [(question, facts) for question, facts in asked if facts]
    told = run("journey.mjs", base=server.address, journey="keyboard", answers=asked)
    quiet(told)
    exported = server.get(f"{told['at']}eksport.json")
    answers = {fact: value for _, facts in asked for fact, value in facts}
    kept = {fact: it["value"] for fact, it in json.loads(exported)["answers"].items()}
    assert kept == answers
    # Closed and opened again: the same points as `kompass assess` on the exported file, and a PDF.
    server.stop()
    again = Server(tmp_path / "ws")
    pdf = tmp_path / "rapport.pdf"
    seen = run("journey.mjs", base=again.address, journey="report", at=told["at"], file=str(pdf))
    again.process.kill()
    again.process.communicate()
    quiet(seen)
    assert seen["total"] == told["total"] and seen["chosen"] == "pdf"
    assert seen["name"] == "amot-2026-konsulent.pdf" and pdf.read_bytes().startswith(b"%PDF")
    bench = Bench(None, "nb")
    read = bench.accept(exported.encode(), "x.json").answers
    total = assess(bench.instrument(read.framework, "reference"), read).total
    assert told["total"] == f"{rounded(total.low)}–{rounded(total.high)}"


@pytest.mark.parametrize("take", ["mine", "theirs"])
def test_two_windows_show_each_other_what_they_answered(server: Server, take: str) -> None:
    id = make(server)
    at = f"/v/{id}/fyll-ut/1.1.2?utvalg=alt"
    told = run(
        "journey.mjs", base=server.address, journey="windows", at=at, fact=STRATEGY, take=take
    )
    quiet(told)
    assert "To har svart samtidig" in told["conflict"]
    assert told["shown"] == ("nei" if take == "mine" else "ja") and told["state"] == "saved"
    kept = json.loads(server.get(f"/v/{id}/eksport.json"))["answers"][STRATEGY]["value"]
    assert kept == told["shown"]


def test_what_is_typed_survives_that_the_server_is_away(server: Server) -> None:
    id = make(server, EXAMPLES / "amot-2026.json")
    at = f"/v/{id}/fyll-ut/1.1.2?utvalg=alt"
    told = run("journey.mjs", base=server.address, journey="away", at=at, fact=STRATEGY)
    assert "Ikke lagret ennå" in told["said"]
    assert told["note"] == "Skrevet mens kompass var borte"
    assert told["note"] in server.get(f"/v/{id}/eksport.json")


def test_everything_can_be_filled_in_without_javascript(server: Server) -> None:
    told = run("journey.mjs", base=server.address, journey="plain", gate=GATE, follow=EXTENT)
    quiet(told)
    assert (told["before"], told["after"], told["checked"]) == (0, 1, True)
    assert "Svarene er lagret" in told["alert"]


def test_the_focus_stays_where_it_is_when_follow_ups_come_and_go(server: Server) -> None:
    id = make(server)
    at = f"/v/{id}/fyll-ut/1.1.1?utvalg=alt"
    told = run("journey.mjs", base=server.address, journey="focus", at=at, gate=GATE, follow=EXTENT)
    quiet(told)
    assert told["focused"] == f"{GATE}-ja" and told["focused_after"] == f"{GATE}-nei"


def test_axe_finds_nothing_where_something_has_gone_wrong(server: Server) -> None:
    id = make(server)
    at = f"/v/{id}/fyll-ut/1.1.2?utvalg=alt"
    gate = "kommunikasjonsarbeid_satt_i_system"
    told = run(
        "journey.mjs", base=server.address, journey="errors", at=at, fact=STRATEGY, gate=gate
    )
    quiet(told)
    assert len(told["complaints"]) == 4 and told["overflow"] <= 0
    assert not any(told["complaints"].values()), told["complaints"]
    assert "ds-error-summary" in told["focus"]


PAGES = [
    "/", "/ny", "/v/1/", "/v/1/omrade/1", "/v/1/mangler", "/v/1/fyll-ut/1.1.2",
    "/v/1/fyll-ut/1.1?utvalg=kjerne", "/v/1/hvorfor/1.1.2", "/v/1/historikk",
    f"/v/1/historikk/{STRATEGY}", "/v/1/sok?q=strategi", "/v/1/importer", "/v/1/resultat",
    "/v/1/resultat?omrade=3", "/v/1/rapport", "/v/1/plan", "/v/1/justering", "/v/2/resultat", "/hvem", "/deltakere", "/v/1/enighet", "/v/2/enighet", "/v/2/", "/v/2/mangler",
    "/v/2/fyll-ut?utvalg=flagg", "/v/99/",
]  # fmt: skip


@pytest.mark.parametrize("view", ["wide", "dark", "phone", "narrow", "plain"])
def test_axe_finds_nothing_on_any_page(server: Server, view: str) -> None:
    make(server, EXAMPLES / "amot-2026.json")
    make(server)
    for it in run("pages.mjs", base=server.address, paths=PAGES, views=[view], open=True):
        assert it["violations"] == [], (it["path"], it["violations"])
        assert it["console"] == [] and it["requests"] == [], it
        assert it.get("overflow", 0) <= 0, it["path"]
        assert it["status"] == (404 if it["path"] == "/v/99/" else 200), it["path"]
