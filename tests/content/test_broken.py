"""One wrong file per fault: content check must find it, and say it in the right words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from kompass.authoring.cases import run_cases
from kompass.authoring.check import check
from kompass.authoring.passages import passage_faults, passage_texts
from kompass.authoring.texts import text_faults
from kompass.content.loader import load_with_places
from kompass.content.passages import load_passages_with_places
from kompass.errors import Fault, InvalidContentError
from kompass.inference.partition import ReferenceEvaluator

HERE = Path(__file__).parent
BROKEN = sorted((HERE / "broken").glob("*.yaml"))


def faults_of(root: Path) -> list[Fault]:
    try:
        content, places = load_with_places(root)
        passages, more = load_passages_with_places(root, content)
    except InvalidContentError as problem:
        return list(problem.faults)
    places = {**places, **more}
    return [
        *check(content, places),
        *text_faults(content, passage_texts(content, passages), places),
        *passage_faults(content, passages, places),
    ]


def test_the_base_has_no_faults() -> None:
    assert faults_of(HERE / "base") == []
    content, _ = load_with_places(HERE / "base")
    report = run_cases(HERE / "base", content, ReferenceEvaluator())
    assert (report.count, report.failures) == (1, [])


@pytest.mark.parametrize("case", BROKEN, ids=lambda path: path.stem)
def test_each_fault_is_found(case: Path, tmp_path: Path) -> None:
    broken = yaml.safe_load(case.read_text("utf-8"))
    root = tmp_path / "content"
    shutil.copytree(HERE / "base", root)
    file = root / broken["in"]
    text = file.read_text("utf-8")
    assert broken["replace"] in text, "the base no longer holds what this case breaks"
    file.write_text(text.replace(broken["replace"], broken["with"]), "utf-8")
    faults = faults_of(root)
    said = [fault for fault in faults if broken["says"] in fault.text]
    assert said, f"no fault says {broken['says']!r}; they say {[str(it) for it in faults]}"
    assert all(fault.line > 0 for fault in said)


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    root = tmp_path / "content"
    shutil.copytree(HERE / "base", root)
    rules = root / "rules/kommunekompasset-3/1.1-kommunikasjon.yaml"
    text = rules.read_text("utf-8")
    text = text.replace("scale: learning}", "scale: lerning}")
    text = text.replace("topic: grafisk-profil", "topic: grafisk-profill")
    rules.write_text(text, "utf-8")
    steps = root / "recommendations/kommunekompasset-3/1.1-kommunikasjon.yaml"
    steps.write_text(
        steps.read_text("utf-8").replace("responsible: kommunedirektor", "responsible: direktor"),
        "utf-8",
    )
    said = " ".join(fault.text for fault in faults_of(root))
    for words in ("lerning", "grafisk-profill", "direktor"):
        assert words in said


def test_a_criterion_without_a_passage_and_an_area_nothing_is_said_about(tmp_path: Path) -> None:
    root = tmp_path / "content"
    shutil.copytree(HERE / "base", root)
    (root / "passages/kommunekompasset-3/1.1-kommunikasjon.yaml").unlink()
    framework = root / "questionnaires/kommunekompasset-3/framework.yaml"
    area = '  - {id: "2", perspective: A, name: {nb: "Miljø", nn: "Miljø"}, criteria: []}\n'
    text = framework.read_text("utf-8")
    framework.write_text(text.replace("versions:\n", f"{area}versions:\n"), "utf-8")
    said = [str(fault) for fault in faults_of(root)]
    assert "passages/kommunekompasset-3: kriterium 1.1 mangler en omtale" in said
    assert "passages/kommunekompasset-3/areas.yaml: område 2 mangler et avsnitt" in said


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    root = tmp_path / "content"
    shutil.copytree(HERE / "base", root)
    file = root / "rules/kommunekompasset-3/1.1-kommunikasjon.yaml"
    file.write_bytes(file.read_text("utf-8").encode("latin-1", "replace"))
    assert any("ikke UTF-8" in fault.text for fault in faults_of(root))


def test_deep_nesting_ends(tmp_path: Path) -> None:
    root = tmp_path / "content"
    shutil.copytree(HERE / "base", root)
    file = root / "rules/kommunekompasset-3/scales.yaml"
    file.write_text("scales: " + "[" * 5000, "utf-8")
    assert any("for dypt nøstet" in fault.text for fault in faults_of(root))
