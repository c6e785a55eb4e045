"""``kompass plan status`` from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kompass.model.status import PlanStatus
from kompass.report.reader import read_report

if TYPE_CHECKING:
    from tests.cli.conftest import Runner, Valid, Write

FACT = "har_kommunikasjonsstrategi"
ELSEWHERE = {
    "har_demokratistrategi": ("vedta-strategi-for-lokaldemokratiet", "ja"),
    "utvikler_lokaldemokratiet_planmessig": ("ta-i-bruk-faste-arbeidsmater-for-deltakelse", "nei"),
}
"""Facts of another question: the step that changes each, and its later answer."""


@pytest.fixture
def plan(inside: Runner, write: Write, valid: Valid, tmp_path: Path) -> Path:
    file = tmp_path / "plan.json"
    outcome = inside("plan", write(valid()), "--start", "2027-01", "--greedy", "-o", file)
    assert outcome.code == 0, outcome.errors
    return file


@pytest.fixture
def later(write: Write, valid: Valid) -> Path:
    answers = valid(date="2028-02-01")
    answers["answers"] |= {FACT: "ja", "kommunikasjonsressurs_satt_av": "planlagt"}
    return write(answers, "neste.json")


def test_what_is_done_and_what_is_not(inside: Runner, plan: Path, later: Path) -> None:
    outcome = inside("plan", "status", plan, later)
    assert outcome.code == 0, outcome.errors
    text = outcome.text
    assert "Gjort" in text and "Meldt ferdig, ikke dokumentert" in text
    assert "I gang" in text and "kompass plan" in text and "Planen regnet med" in text


@pytest.mark.parametrize("lang", ["nb", "nn"])
def test_markdown_can_be_rendered(
    inside: Runner, plan: Path, later: Path, tmp_path: Path, lang: str
) -> None:
    target = tmp_path / "status.md"
    arguments = ("--format", "md", "--lang", lang, "-o", target)
    assert inside("plan", "status", plan, later, *arguments).code == 0
    document = read_report(target.read_bytes(), "status.md")
    assert document.lang == lang and "Åmot kommune" in document.title
    assert inside("render", target, "-o", tmp_path / "status.html").code == 0


def test_json_has_its_schema_and_the_same_bytes(inside: Runner, plan: Path, later: Path) -> None:
    first, second = (inside("plan", "status", plan, later, "--format", "json") for _ in range(2))
    assert first.stdout == second.stdout
    assert PlanStatus.model_validate_json(first.stdout).steps
    assert first.data["schema"] == "kompass/plan-status/1"


def test_what_is_no_plan_is_refused_with_its_line(
    inside: Runner, later: Path, write: Write, plan: Path
) -> None:
    outcome = inside("plan", "status", later, later)
    assert outcome.code == 4 and "kompass/plan/1" in outcome.errors
    broken: Any = json.loads(plan.read_text("utf-8"))
    broken["totall"] = broken.pop("total")
    broken["effort"] = "mye"
    outcome = inside("plan", "status", write(broken, "brukket.json"), later)
    assert outcome.code == 4
    assert "Mente du total?" in outcome.errors and "total mangler" in outcome.errors
    assert "effort" in outcome.errors
    assert inside("plan", "status", write(b"{", "tom.json"), later).code == 4
    assert inside("plan", "status", "-", "-").code == 2
    assert inside("plan", "status", "finnes-ikke.json", later).code == 2


def test_another_municipality_is_refused(
    inside: Runner, plan: Path, write: Write, valid: Valid
) -> None:
    other = write(valid(municipality={"number": "3430", "name": "Os"}), "os.json")
    outcome = inside("plan", "status", plan, other)
    assert outcome.code == 2 and "3430" in outcome.errors


def test_text_in_a_plan_moves_no_cursor(
    inside: Runner, plan: Path, later: Path, write: Write, tmp_path: Path
) -> None:
    hostile: Any = json.loads(plan.read_text("utf-8"))
    hostile["steps"][0] |= {"title": "\x1b[2J<script>", "responsible": "\x1b]0;x\x07"}
    outcome = inside("plan", "status", write(hostile, "ond.json"), later)
    assert outcome.code == 0 and b"\x1b" not in outcome.stdout
    target = tmp_path / "status.md"
    inside("plan", "status", write(hostile, "ond.json"), later, "--format", "md", "-o", target)
    html = inside("render", target, "--format", "html").stdout
    assert b"&lt;script" in html and b"<script" not in html and b"\x1b" not in html


def test_the_earlier_answers_say_what_moved_elsewhere(
    inside: Runner, write: Write, valid: Valid, tmp_path: Path
) -> None:
    first, plan = write(valid(), "forst.json"), tmp_path / "plan.json"
    without = [word for step, _ in ELSEWHERE.values() for word in ("--not", step)]
    assert inside("plan", first, "--start", "2027-01", *without, "-o", plan).code == 0
    changed = valid(date="2028-02-01")
    changed["answers"] |= {fact: value for fact, (_, value) in ELSEWHERE.items()}
    later = write(changed, "neste.json")
    assert "Endret utenfor planen" not in inside("plan", "status", plan, later).text
    outcome = inside("plan", "status", plan, later, "--before", first)
    assert outcome.code == 0 and "Endret utenfor planen" in outcome.text
    assert "- 1.1.1 " in outcome.text and "fra 3,7 til" in outcome.text
    outcome = inside("plan", "status", plan, later, "--before", later)
    assert outcome.code == 2 and "--before" in outcome.errors


def test_points_of_another_framework_are_not_compared(
    inside: Runner, plan: Path, later: Path, write: Write
) -> None:
    old: Any = json.loads(plan.read_text("utf-8"))
    old["framework"] |= {"id": "noe-annet", "name": "Noe annet"}
    text = inside("plan", "status", write(old, "gammel.json"), later).text
    assert "Noe annet" in text and "Planen regnet med" not in text and "I mål" not in text
    assert "Gjort" in text
