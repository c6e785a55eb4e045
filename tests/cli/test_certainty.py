"""How sure a result is, from the command line, with NumPy and without."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kompass.model.base import LANGUAGES
from kompass.report import words

if TYPE_CHECKING:
    from tests.cli.conftest import Runner, Valid, Write

EXTENT = "kommunikasjonsarbeid_utbredelse"


@pytest.fixture
def file(write: Write, valid: Valid) -> Path:
    return write(valid())


@pytest.fixture
def without(tmp_path: Path) -> dict[str, str | None]:
    """An environment in which NumPy is not installed."""
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "numpy.py").write_text("raise ModuleNotFoundError('numpy')\n", "utf-8")
    return {"PYTHONPATH": str(hidden)}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("form", ["text", "md"])
def test_assess_says_how_sure_it_is(inside: Runner, file: Path, lang: str, form: str) -> None:
    outcome = inside("assess", file, "--format", form, "--lang", lang)
    assert outcome.code == 0
    assert words.CERTAINTY("nn" if lang == "nn" else "nb") in outcome.text
    told = " ".join(outcome.text.split())
    assert ("kvart femte svar eitt trinn feil" if lang == "nn" else "hvert femte svar") in told


def test_all_shows_what_to_document_first(inside: Runner, file: Path) -> None:
    assert EXTENT not in inside("assess", file).text
    shown = inside("assess", file, "--all").text
    assert words.DOCUMENT_FIRST("nb") in shown
    assert f"  {EXTENT}: gir " in shown


def test_json_says_the_same_of_the_same_file(kompass: Runner, file: Path) -> None:
    first = kompass("assess", file, "--format", "json")
    found = first.data["uncertainty"]
    assert found["stability"]["one_in"] == 5
    assert found["stability"]["areas"].keys() == {"1"}
    assert found["unknown"]["half"] >= 1
    assert [it["fact"] for it in found["claims"]["first"]] == [EXTENT]
    assert kompass("assess", file, "--format", "json", env={"PYTHONHASHSEED": "7"}) == first


def test_a_file_without_answers_reads(inside: Runner, write: Write, valid: Valid) -> None:
    nothing = write(valid(answers={}))
    shown = inside("assess", nothing).text
    assert words.CERTAINTY("nb") in shown
    assert "trinn feil" not in shown
    assert "gjelder svar som mangler" in " ".join(shown.split())


def test_everything_works_without_numpy(
    kompass: Runner, file: Path, without: dict[str, str | None]
) -> None:
    plain = kompass("assess", file, "--format", "json", env=without)
    assert plain.code == 0
    whole = kompass("assess", file, "--format", "json")
    assert [it["code"] for it in plain.data["notes"]] == ["no_uncertainty"]
    assert plain.data == whole.data | {"uncertainty": None, "notes": plain.data["notes"]}
    shown = kompass("assess", file, env=without)
    assert shown.code == 0
    assert words.CERTAINTY("nb") not in shown.text
    report = kompass("report", file, "-o", "rapport.md", env=without, content=None)
    assert report.code == 0, report.errors
    assert json.loads(plain.stdout)["total"]["points"] > 0
