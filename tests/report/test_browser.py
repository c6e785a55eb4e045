"""Reports in a real browser: nothing axe complains of, at any width, and nothing runs or is fetched."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from tests.report.conftest import ROOT, Name, Workshop
from tests.report.test_plan_gantt import many

from kompass.model.answers import Answer, Evidence
from kompass.model.base import Lang
from kompass.report.html import as_html
from kompass.report.material import Audience
from kompass.report.plan_document import plan_markdown
from kompass.report.reader import read_report

LOOK = ROOT / "tests" / "browser" / "look.mjs"
WIDTHS = ["wide", "phone", "narrow"]
EXAMPLES: dict[str, tuple[Name, Lang, Audience]] = {
    "amot-nb-leder": ("amot", "nb", "leder"),
    "roros-nn-innbygger": ("roros", "nn", "innbygger"),
    "amot-nb-konsulent": ("amot", "nb", "konsulent"),
    "roros-nn-konsulent": ("roros", "nn", "konsulent"),
}
WRITTEN = "written"
"""The page with what people write: attacks and very long words, in answers and by hand."""
PLAN = "plan"
"""A plan with its timeline, which is wider than the text around it."""
QUICK = ["amot-nb-leder", "roros-nn-innbygger", WRITTEN, PLAN]
LONG = ["amot-nb-konsulent", "roros-nn-konsulent"]
"""The longest reports, whose appendix axe takes a long time over."""
HIT = "window.hit=1"
ATTACKS = [
    f"<script>{HIT}</script>",
    f"<img src=x onerror={HIT}>",
    f"</title></style></svg></table><svg onload={HIT}>",
    f'" onmouseover="{HIT}" autofocus onfocus="{HIT}" x="',
    f"[x](javascript:{HIT})",
    f"![x](https://ond.example/x.png)<iframe srcdoc='<script>parent.{HIT}</script>'>",
    f"<style>@import url(https://ond.example)</style><body onload={HIT}>",
    "Menneskerettighetsorganisasjonsarbeider" * 20,
]


def missing() -> str:
    """Return what a browser test lacks on this machine; empty when it has everything."""
    if not shutil.which("node"):
        return "node is not installed"
    chromium = os.environ.get("KOMPASS_CHROMIUM") or "/usr/bin/chromium"
    if not Path(chromium).exists():
        return f"no browser at {chromium}: set KOMPASS_CHROMIUM"
    if not (LOOK.parent / "node_modules" / "playwright-core").is_dir():
        return "npm has not been run in tests/browser"
    return ""


pytestmark = pytest.mark.skipif(bool(missing()), reason=missing() or "nothing is missing")


def written(little: Workshop) -> str:
    """Return a page with an attack in every free text, and what people put in by hand."""
    proofs = tuple(Evidence(kind="document", title=it, locator=it) for it in ATTACKS)
    value = Answer(value="ja", evidence=proofs, note=ATTACKS[2])
    given = little.given(
        framework="prove-1", name=ATTACKS[1], values={"kommunikasjonsarbeid_satt_i_system": value}
    )
    made = little.make(given, title=ATTACKS[0])
    raw = "\n\n".join(f"{it}\n\n| {it} |\n|---|\n| {it} |" for it in ATTACKS)
    wide = " | ".join(["Kolonne med lang overskrift"] * 12)
    text = (
        f"{made.text}\n## Angrep\n\n{raw}\n\n## Tabell\n\n| {wide} |\n|{'---|' * 12}\n| {wide} |\n\n"
        f"Tabell: Bred {'a' * 300}\n\n| a |\n|---|\n| {'b' * 400} |\n\n## Tekst\n\n{'c' * 400}\n\n"
        f"[{'d' * 300}](https://a.no)\n\n> sitat `{'e' * 300}`\n\n```\n{'f' * 400}\n```\n\n"
        f"1. en\n   - to\n     - {'g' * 300}\n\n---\n\n::: kolonner\n**Bare én**\n\n- {'h' * 300}\n:::\n\n"
        f"### {'i' * 200}\n\nSlutt.\n\n## {'j' * 200}\n\nSlutt.\n"
    )
    return as_html(read_report(text.encode(), "rapport.md"))


class Looks:
    """Looks at each page once, two at a time."""

    def __init__(self, folder: Path, write: Callable[[str], str]) -> None:
        self.folder = folder
        self.write = write
        self.pool = ThreadPoolExecutor(2)
        self.started: dict[str, Future[Any]] = {}

    def at(self, name: str) -> Any:
        """Return what the browser tells of a page; start the others of its kind beside it."""
        for it in QUICK if name in QUICK else LONG:
            if it not in self.started:
                file = self.folder / f"{it}.html"
                file.write_text(self.write(it), "utf-8")
                self.started[it] = self.pool.submit(self.look, file)
        return self.started[name].result()

    @staticmethod
    def look(file: Path) -> Any:
        done = subprocess.run(
            ["node", str(LOOK), str(file)], capture_output=True, check=False, timeout=300
        )
        assert done.returncode == 0, done.stderr.decode()
        return json.loads(done.stdout)


@pytest.fixture(scope="module")
def looks(
    reports: Workshop, little: Workshop, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Looks]:
    def write(name: str) -> str:
        if name == PLAN:
            return as_html(read_report(plan_markdown(many(24)).encode(), "plan.md"))
        return written(little) if name == WRITTEN else reports.example(*EXAMPLES[name]).html

    made = Looks(tmp_path_factory.mktemp("pages"), write)
    yield made
    made.pool.shutdown(cancel_futures=True)


@pytest.fixture(params=[*QUICK, *(pytest.param(it, marks=pytest.mark.slow) for it in LONG)])
def seen(request: pytest.FixtureRequest, looks: Looks) -> Any:
    return looks.at(request.param)


def test_axe_has_nothing_against_it_at_any_width(seen: Any) -> None:
    assert [it["name"] for it in seen["views"]] == WIDTHS
    for view in seen["views"]:
        assert view["violations"] == [], view["name"]
        assert view["checked"] > 15


def test_nothing_reaches_beyond_the_screen(seen: Any) -> None:
    assert {it["name"]: it["overflow"] for it in seen["views"]} == dict.fromkeys(WIDTHS, 0)


def test_nothing_runs_and_nothing_is_fetched(seen: Any) -> None:
    assert seen["console"] == []
    assert seen["requests"] == []
    assert [it["scripts"] for it in seen["views"]] == [0, 0, 0]


def test_attacks_are_shown_as_text(looks: Looks) -> None:
    shown = " ".join(looks.at(WRITTEN)["views"][0]["text"].split())
    for attack in ATTACKS:
        assert attack in shown or attack[:120] in shown


def test_the_text_is_there(looks: Looks) -> None:
    shown = looks.at("roros-nn-innbygger")["views"][0]["text"]
    assert shown.startswith("Hopp til innhaldet\nEigenvurdering av Røros kommune\n")
    assert "Figur 1. Poeng i alt" in shown
    assert shown.count("Tabell ") >= 7
