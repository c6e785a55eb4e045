"""``kompass whatif`` with steps, scenarios and targets from the command line."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kompass.cli.options import workbench
from kompass.content.location import content_root

if TYPE_CHECKING:
    from tests.cli.conftest import Runner, Valid, Write

EXAMPLES = Path(str(content_root())) / "examples"
AMOT = EXAMPLES / "amot-2026.json"
FACT, STEP = "har_kommunikasjonsstrategi", "vedta-kommunikasjonsstrategi"
LEARNING = "kommunikasjonsarbeid_laering"


@pytest.fixture
def file(write: Write, valid: Valid) -> Path:
    return write(valid())


def scenario(**changes: Any) -> dict[str, Any]:
    return {"schema": "kompass/scenario/1", "name": "Mer åpent", "changes": {FACT: "ja"}} | changes


# Steps.


def test_a_step_does_what_it_says_and_gives_what_it_was_offered_for(
    inside: Runner, file: Path
) -> None:
    before = file.read_bytes()
    offered = {it["id"]: it for it in inside("assess", file, "--format", "json").data["next_steps"]}
    one = offered[STEP]
    data = inside("whatif", file, "--step", STEP, "--format", "json").data
    assert data["changes"] == one["changes"]
    gain = data["after"]["points"] - data["before"]["points"]
    assert gain == pytest.approx(one["gain"])
    [taken] = data["steps"]
    assert (taken["id"], taken["wanted"], taken["left"]) == (STEP, True, {})
    assert data["effort"] == one["effort"]["person_months"]
    text = inside("whatif", file, "--step", STEP).text
    assert f"{one['title']} ({STEP})" in " ".join(text.split())
    assert file.read_bytes() == before


def test_what_must_come_first_is_taken_too_and_named(inside: Runner) -> None:
    step = _with_prerequisites(inside)
    data = inside("whatif", AMOT, "--step", step["id"], "--format", "json", content=None).data
    taken = [(it["id"], it["wanted"]) for it in data["steps"]]
    assert taken == [*((it, False) for it in step["requires"]), (step["id"], True)]
    assert data["effort"] == step["effort_with_prerequisites"]["person_months"]
    text = inside("whatif", AMOT, "--step", step["id"], content=None).text
    for first in step["requires"]:
        assert re.search(rf"Først: [^()]+\({first}\)", " ".join(text.split()))


def _with_prerequisites(inside: Runner) -> dict[str, Any]:
    result = inside("assess", AMOT, "--format", "json", content=None).data
    return next(it for it in result["next_steps"] if it["requires"] and not it["find_out_first"])


def test_what_nobody_knows_is_left_alone_and_says_so(inside: Runner, file: Path) -> None:
    found = inside("assess", file, "--format", "json").data["find_out_first"]
    assert LEARNING in str(found)
    steps = workbench(None, "nb").content.steps.values()
    step = next(it.id for it in steps if LEARNING in it.changes)
    data = inside("whatif", file, "--step", step, "--format", "json").data
    [taken] = [it for it in data["steps"] if it["wanted"]]
    assert taken["left"][LEARNING] == "unknown"
    assert LEARNING not in data["changes"]
    outcome = inside("whatif", file, "--step", step)
    assert f"lar {LEARNING} stå: ingen vet svaret" in " ".join(outcome.text.split())
    nynorsk = inside("whatif", file, "--step", step, "--lang", "nn")
    assert f"lèt {LEARNING} stå: ingen veit svaret" in " ".join(nynorsk.text.split())


def test_a_step_that_is_done_changes_nothing_and_says_why(
    inside: Runner, write: Write, valid: Valid
) -> None:
    done = write(valid(answers=valid()["answers"] | {FACT: "ja"}))
    data = inside("whatif", done, "--step", STEP, "--format", "json").data
    assert (data["changes"], data["before"], data["effort"]) == ({}, data["after"], 0)
    text = inside("whatif", done, "--step", STEP).text
    assert "så godt eller bedre allerede" in " ".join(text.split())
    assert "Ingen poeng flytter seg." in text


def test_steps_are_taken_on_top_of_what_is_set(inside: Runner, file: Path) -> None:
    more = ["--set", "har_demokratistrategi=ja", "--step", STEP, "--format", "json"]
    data = inside("whatif", file, *more).data
    assert data["changes"]["har_demokratistrategi"] == "ja"
    both = [f"{fact}={value}" for fact, value in data["changes"].items()]
    settings = [part for it in both for part in ("--set", it)]
    assert inside("whatif", file, *settings, "--format", "json").data["after"] == data["after"]


# Scenarios.


def test_one_scenario_is_shown_as_settings_are(inside: Runner, file: Path, write: Write) -> None:
    path = write(scenario(), "mer.json")
    shown = inside("whatif", file, "--scenario", path).text.splitlines()
    assert shown[0] == "Hvis: Mer åpent"
    assert shown[1:] == inside("whatif", file, "--set", f"{FACT}=ja").text.splitlines()[1:]


def test_a_scenario_with_options_on_top_is_both(inside: Runner, file: Path, write: Write) -> None:
    path = write(scenario(), "mer.json")
    options = ["--set", "har_demokratistrategi=ja", "--format", "json"]
    both = inside("whatif", file, "--scenario", path, *options).data
    assert both["name"] == "Mer åpent"
    assert both["changes"] == {FACT: "ja", "har_demokratistrategi": "ja"}
    again = inside("whatif", file, "--scenario", path, "--set", f"{FACT}=nei")
    assert (again.code, again.stdout) == (2, b"")
    assert f"{FACT} er satt både med --set og i " in again.errors


def test_a_plan_as_a_scenario_gives_exactly_what_it_promises(
    inside: Runner, tmp_path: Path
) -> None:
    for name in ("amot-2026", "roros-2022"):
        example, plan = EXAMPLES / f"{name}.json", tmp_path / "plan.json"
        assert inside("plan", example, "--greedy", "-o", plan, content=None).code == 0
        promised = json.loads(plan.read_bytes())
        data = inside("whatif", example, "--scenario", plan, "--format", "json", content=None).data
        assert data["after"]["points"] == promised["total"]["after"]
        assert data["before"]["points"] == promised["total"]["before"]
        for area, level in promised["areas"].items():
            assert data["areas"][area]["after"]["points"] == pytest.approx(level["after"])
        assert data["effort"] == pytest.approx(promised["effort"])
        assert {it["id"] for it in data["steps"]} == {it["id"] for it in promised["steps"]}
        assert all(it["wanted"] and it["changes"] for it in data["steps"])


def test_several_scenarios_stand_side_by_side(inside: Runner, file: Path, write: Write) -> None:
    paths = [
        write(scenario(), "en.json"),
        write(scenario(name="Stegvis", changes={}, steps=[STEP]), "to.json"),
        write(scenario(name="Verre", changes={FACT: "nei"}), "tre.json"),
    ]
    files = [part for path in paths for part in ("--scenario", path)]
    data = inside("whatif", file, *files, "--format", "json").data["scenarios"]
    alone = [inside("whatif", file, "--scenario", it, "--format", "json").data for it in paths]
    assert data == alone
    text = inside("whatif", file, *files, env={"COLUMNS": "100"}).text
    assert "A  Mer åpent: 1 svar\nB  Stegvis: 1 steg\nC  Verre: 1 svar\n" in text
    assert re.search(r"^ +I dag +A +B +C$", text, re.M)
    total = re.search(r"^Til sammen +(\S+) +(\S+) +(\S+) +(\S+) +(\S+) +(\S+) +(\S+)$", text, re.M)
    assert total is not None
    shown = [float(total[at].replace(",", ".")) for at in (1, 2, 4, 6)]
    points = [data[0]["before"]["points"], *(it["after"]["points"] for it in data)]
    assert shown == [pytest.approx(it, abs=0.051) for it in points]
    assert total[7] == "–"
    narrow = inside("whatif", file, *files, env={"COLUMNS": "60"}).text
    assert narrow.count("I dag") == 2 and max(map(len, narrow.splitlines())) <= 60


def test_faults_of_every_file_are_told_at_once(inside: Runner, file: Path, write: Write) -> None:
    one = write(scenario(changes={"har_kommunikasjonsstrategy": "ja"}), "en.json")
    two = write(scenario(steps=["vedta-kommunikasjonsstrategy"]), "to.json")
    outcome = inside("whatif", file, "--scenario", one, "--scenario", two)
    assert (outcome.code, outcome.stdout) == (4, b"")
    assert re.search(rf"en\.json:5: .*mente du {FACT}\?", outcome.errors)
    assert re.search(rf"to\.json:8: .*mente du {STEP}\?", outcome.errors)


def test_only_one_file_can_be_read_from_standard_input(inside: Runner, file: Path) -> None:
    assert inside("whatif", "-", "--scenario", "-").code == 2
    data = json.dumps(scenario()).encode()
    assert inside("whatif", file, "--scenario", "-", stdin=data).code == 0


# Targets.


def test_the_steps_that_reach_a_target_do_reach_it(inside: Runner) -> None:
    wanted = ["--reach", "300", "--reach-area", "3=60"]
    least = inside("whatif", AMOT, *wanted, "--format", "json", content=None).data["least"]
    assert (least["target"], least["wanted"], least["proven"]) == (300, {"3": 60}, True)
    steps = [part for it in least["steps"] for part in ("--step", it["id"])]
    data = inside("whatif", AMOT, *steps, "--format", "json", content=None).data
    assert data["after"]["points"] == pytest.approx(least["total"]["after"])
    assert data["after"]["points"] >= 300
    assert data["areas"]["3"]["after"]["points"] == pytest.approx(least["areas"]["3"]["after"])
    assert data["areas"]["3"]["after"]["points"] >= 60
    assert data["effort"] == pytest.approx(least["effort"])
    assert {it["id"] for it in data["steps"]} == {it["id"] for it in least["steps"]}


@pytest.mark.parametrize("lang", ["nb", "nn"])
@pytest.mark.parametrize("width", [60, 100])
def test_a_target_on_the_screen_says_what_it_takes(inside: Runner, lang: str, width: int) -> None:
    env = {"COLUMNS": str(width)}
    options = ["--reach", "280", "--reach-area", "3=40", "--lang", lang]
    text = inside("whatif", AMOT, *options, content=None, env=env).text
    assert max(map(len, text.splitlines())) <= width
    flat = " ".join(text.split())
    assert ("bevist" if lang == "nb" else "prova") in flat
    assert "kompass plan svar.json --target 280 --area 3=40" in flat
    assert re.search(r"\+\d+,\d", flat)


def test_a_target_that_is_reached_says_so(inside: Runner) -> None:
    outcome = inside("whatif", AMOT, "--reach", "100", content=None)
    assert outcome.code == 0 and "nådd allerede" in outcome.text
    least = inside("whatif", AMOT, "--reach", "100", "--format", "json", content=None).data["least"]
    assert (least["steps"], least["effort"]) == ([], 0)


def test_a_target_out_of_reach_says_how_far_one_gets(inside: Runner) -> None:
    outcome = inside("whatif", AMOT, "--reach", "799", content=None)
    assert (outcome.code, outcome.stdout) == (3, b"")
    assert "det meste svarene gir rom for" in outcome.errors


# What makes no sense.


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--step", "vedta-kommunikasjonsstrategy"], f"Mente du {STEP}?"),
        (["--set", f"{FACT}=ja", "--set", f"{FACT}=ja"], "satt to ganger"),
        (["--reach", "nan"], "--reach skal være et tall fra 0"),
        (["--reach", "inf"], "--reach skal være et tall fra 0"),
        (["--reach", "-1"], "--reach skal være et tall fra 0"),
        (["--reach", ""], "--reach skal være et tall fra 0"),
        (["--reach-area", "1=x"], "--reach-area skal være et tall fra 0 til 100"),
        (["--reach-area", "9=5"], "det finnes ikke noe område 9"),
        (["--reach-area", "5"], "Skriv --reach-area som 3=60"),
        (["--reach-area", "1=5", "--reach-area", "1=6"], "gitt to ganger"),
        (["--reach", "5", "--step", STEP], "kan ikke brukes sammen med"),
        ([], "--scenario"),
    ],
)
def test_what_makes_no_sense_is_refused(
    inside: Runner, file: Path, options: list[str], words: str
) -> None:
    outcome = inside("whatif", file, *options)
    assert (outcome.code, outcome.stdout) == (2, b"")
    assert words in " ".join(outcome.errors.split())


def test_a_step_on_what_the_framework_does_not_ask_is_refused(
    inside: Runner, file: Path, later: str
) -> None:
    steps = workbench(None, "nb").content.steps.values()
    step = next((it.id for it in steps if later in it.changes), None)
    assert step is not None
    outcome = inside("whatif", file, "--step", step)
    assert outcome.code == 2
    assert f"spør ikke om det steget {step} endrer" in outcome.errors


def test_the_schemas_of_plans_and_scenarios_are_printed(inside: Runner) -> None:
    for name in ("plan", "scenario"):
        printed = inside("schema", name).data
        assert printed["title"] == f"kompass {name}"
        assert inside("schema", name, "--framework", "kommunekompasset-3.1").code == 2
