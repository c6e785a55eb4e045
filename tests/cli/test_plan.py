"""``kompass plan`` from the command line: wishes, files, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kompass.content.location import content_root
from kompass.model.plan import Plan

if TYPE_CHECKING:
    from tests.cli.conftest import Outcome, Runner, Valid, Write

AMOT = Path(str(content_root())) / "examples" / "amot-2026.json"
STEP = "vedta-kommunikasjonsstrategi"


@pytest.fixture
def file(write: Write, valid: Valid) -> Path:
    return write(valid())


@pytest.fixture
def plan(inside: Runner, file: Path) -> Any:
    def plan(*arguments: str | Path, code: int = 0) -> Outcome:
        outcome = inside("plan", file, *arguments)
        assert outcome.code == code, outcome.errors
        return outcome

    return plan


def test_a_plan_on_the_screen_says_what_when_and_who(plan: Any) -> None:
    text = plan("--capacity", "2").text
    assert "1. halvår" in text and "bevist" in text and "kommunedirektør" in text


def test_a_plan_in_every_format_is_written_at_once(plan: Any, tmp_path: Path) -> None:
    forms = ("json", "md", "html", "xlsx", "ics", "svg")
    named = [it for form in forms for it in ("-o", tmp_path / f"plan.{form}")]
    plan("--capacity", "2", *named)
    starts = {
        "html": b"<!doctype html>",
        "xlsx": b"PK",
        "ics": b"BEGIN:VCALENDAR\r\n",
        "svg": b"<svg",
    }
    for form, start in starts.items():
        assert (tmp_path / f"plan.{form}").read_bytes().startswith(start)
    read = Plan.model_validate_json((tmp_path / "plan.json").read_bytes())
    assert read.total.after > read.total.before and read.steps
    assert read.steps[0].title in (tmp_path / "plan.md").read_text("utf-8")


def test_a_shells_braces_are_files_of_one_plan(plan: Any, tmp_path: Path) -> None:
    files = [tmp_path / "plan.json", tmp_path / "plan.ics"]
    plan("-o", *files)
    assert all(it.exists() for it in files)


def test_a_second_file_of_answers_is_never_written_over(
    plan: Any, write: Write, valid: Valid, tmp_path: Path
) -> None:
    other = write(valid(), "annen.json")
    before = other.read_bytes()
    assert "én svarfil" in plan(other, code=2).errors
    assert "én svarfil" in plan("-o", tmp_path / "plan.json", other, code=2).errors
    assert other.read_bytes() == before
    assert not (tmp_path / "plan.json").exists()


def test_wishes_stand_in_the_plan(plan: Any) -> None:
    arguments = ["--format", "json", "--capacity", "3", "--capacity", "hr=1,5", "--at-once", "2"]
    data = json.loads(
        plan(*arguments, "--must", STEP, "--start", "2027-07", "--periods", "3").stdout
    )
    wishes = data["wishes"]
    assert (wishes["start"], wishes["periods"], wishes["capacity"]) == ("2027-07-01", 3, 3.0)
    assert (wishes["roles"], wishes["at_once"], wishes["must"]) == ({"hr": 1.5}, 2, [STEP])
    assert STEP in [it["id"] for it in data["steps"]]
    assert data["schema"] == "kompass/plan/1"


def test_a_plan_begins_in_the_half_year_after_the_answers(plan: Any) -> None:
    assert json.loads(plan("--format", "json").stdout)["wishes"]["start"] == "2026-07-01"


def test_step_by_step_needs_no_solver(plan: Any) -> None:
    data = json.loads(plan("--greedy", "--format", "json").stdout)
    assert data["optimality"]["status"] == "greedy"


def test_every_fault_in_the_wishes_comes_at_once(plan: Any) -> None:
    faults = {
        ("--capacity", "mye"): "ikke mye",
        ("--capacity", "hrr=2"): "Mente du hr?",
        ("--capacity", "-1"): "fra 0 til",
        ("--target", "nan"): "ikke nan",
        ("--area", "9=3"): "noe område 9",
        ("--area", "50"): "3=60",
        ("--must", f"{STEP}n"): f"Mente du {STEP}?",
        ("--not", "finnes-ikke"): "finnes-ikke",
        ("--start", "januar"): "som 2027-01",
        ("--council", "17. mars"): "2027-03-18",
    }
    errors = plan(*(word for pair in faults for word in pair), code=2).errors
    for said in faults.values():
        assert said in errors


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--capacity", "0"], "mer enn 0"),
        (["--start", "2020-01"], "før svarene er fra"),
        (["--council", "2040-01-01"], "Ingen av dagene"),
        (["--must", STEP, "--not", STEP], "både i --must og --not"),
        (["--capacity", "2", "--capacity", "3"], "to ganger"),
        (["--target", "900"], "fra 0 til"),
        (["--periods", "0"], "0"),
        (["--format", "json", "-o", "a.json", "-o", "b.json"], "--format"),
        (["-o", "plan.doc"], ".doc"),
    ],
    ids=str,
)
def test_wishes_that_make_no_sense_are_refused(plan: Any, arguments: list[str], said: str) -> None:
    assert said in plan(*arguments, code=2).errors


def test_wishes_that_clash_are_explained_with_a_code_of_their_own(inside: Runner) -> None:
    outcome = inside("plan", AMOT, "--target", "600", "--periods", "2", content=None)
    assert outcome.code == 3 and not outcome.stdout
    assert "går ikke sammen" in outcome.errors and "Det meste som lar seg nå" in outcome.errors


def test_a_target_beyond_reach_in_nynorsk(inside: Runner) -> None:
    outcome = inside("plan", AMOT, "--target", "799", "--lang", "nn", content=None)
    assert outcome.code == 3 and "kan ikkje nåast" in outcome.errors


def test_without_the_extra_calendar_files_say_what_to_install(
    plan: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from kompass.desk import rendering

    monkeypatch.setattr(rendering, "find_spec", lambda name: None if name == "icalendar" else True)
    outcome = plan("-o", tmp_path / "plan.ics", code=1)
    assert "kompass-egenvurdering[plan]" in outcome.errors and len(outcome.errors.splitlines()) == 1


def test_the_file_is_not_changed(plan: Any, file: Path) -> None:
    before = file.read_bytes()
    plan("--format", "json")
    assert file.read_bytes() == before
