"""The author guide's task pages do what they say: each is followed from scratch, to the letter."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from kompass.assessment.instrument import Instrument
from kompass.assessment.passages import tell
from kompass.assessment.sheet import Sheet
from kompass.assessment.standing import Standing
from kompass.authoring.cases import run_cases
from kompass.authoring.check import check
from kompass.authoring.difference import content_changes
from kompass.authoring.passages import passage_faults, passage_texts
from kompass.authoring.texts import text_faults
from kompass.content.loader import load, load_with_places
from kompass.content.location import FOLDERS
from kompass.content.passages import load_passages, load_passages_with_places
from kompass.errors import InvalidContentError
from kompass.inference.partition import ReferenceEvaluator
from kompass.model.content import Content

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "oppgaver"
_BLOCK = re.compile(r"^```\w+ (append|file)=(\S+)\n(.*?)^```$", re.M | re.S)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for folder in (*FOLDERS, "passages", "tests/rules"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def follow(page: str, root: Path) -> int:
    """Do what the blocks of a page say; return how many there were."""
    blocks = _BLOCK.findall((PAGES / f"{page}.md").read_text("utf-8"))
    for what, name, text in blocks:
        file = root / name
        before = file.read_text("utf-8")
        if what == "append":
            file.write_text(before.rstrip("\n") + "\n" + text, "utf-8")
            continue
        lines = text.splitlines(keepends=True)
        old = "".join(line[1:] for line in lines if line.startswith("-"))
        new = "".join(line[1:] for line in lines if line.startswith("+"))
        assert old in before, f"{page}: {name} no longer holds {old!r}"
        file.write_text(before.replace(old, new, 1), "utf-8")
    return len(blocks)


def assert_sound(root: Path) -> Content:
    content, places = load_with_places(root)
    assert [str(fault) for fault in check(content, places)] == []
    passages, lines = load_passages_with_places(root, content)
    told = list(passage_texts(content, passages))
    faults = [*passage_faults(content, passages, lines), *text_faults(content, told, lines)]
    assert [str(fault) for fault in faults] == []
    report = run_cases(root, content, ReferenceEvaluator())
    assert report.failures == []
    assert report.uncovered(content) == {}
    return content


def test_a_new_question_as_the_page_says(copy: Path) -> None:
    assert follow("nytt-sporsmal", copy) == 7
    content = assert_sound(copy)
    for framework in content.frameworks.values():
        assert framework.questions["1.4"] == ("1.4.1", "1.4.2")


def test_a_new_rule_as_the_page_says(copy: Path) -> None:
    assert follow("ny-regel", copy) == 2
    content = assert_sound(copy)
    assert any(rule.id == "cross.spor-men-forteller-ikke" for rule in content.finding_rules)


def test_a_changed_scale_moves_points_as_the_page_says(copy: Path) -> None:
    assert follow("endre-skala", copy) == 1
    old, new = load(ROOT), load(copy)
    changes = {it.sort: it for it in content_changes(old, new)}
    assert changes["skalaer"].changed == ("practice_strong",)
    assert changes["poengregler"].changed
    assert old.rules_sha256 != new.rules_sha256


def test_a_retired_fact_is_found_wherever_it_still_stands(copy: Path) -> None:
    assert follow("pensjonere-faktum", copy) == 1
    with pytest.raises(InvalidContentError) as problem:
        load(copy)
    [fault] = problem.value.faults
    assert "kan ikke brukes om igjen" in fault.text


def test_the_passage_on_the_page_is_read_and_told_as_the_page_says(tmp_path: Path) -> None:
    [example] = re.findall(
        r"^```yaml\n(.*?)^```$", (PAGES / "omtale.md").read_text("utf-8"), re.M | re.S
    )
    say = "[{when: {demokratiarbeid_laering: aldri}, text: {nb: Aldri., nn: Aldri.}}]"
    filled = example.replace("            - …\n", "").replace("say: […]", f"say: {say}")
    assert filled.count("…") == 2, "the page leaves something else open than it did"
    folder = tmp_path / "passages" / "kommunekompasset-3"
    folder.mkdir(parents=True)
    (folder / "1.1-eksempel.yaml").write_text(filled, "utf-8")
    content = load(ROOT)
    passages = load_passages(tmp_path, content)

    def told(**answers: str) -> tuple[str, ...]:
        ranks = {name: content.answer_set(name).rank(value) for name, value in answers.items()}
        instrument = Instrument(content, next(iter(content.frameworks)), ReferenceEvaluator())
        place = Standing(instrument, Sheet(ranks, frozenset(), {}, {}))
        return tell(place, passages, "nb")["1.1"]

    practice = "utvikler_lokaldemokratiet_planmessig"
    known = {"demokratiarbeid_utbredelse": "alle", "demokratiarbeid_laering": "aldri"}
    assert told(**{practice: "ja"}, **known) == (
        "Mellom valgene har innbyggerne faste veier inn, og alle de politiske organene bruker dem.",
        "Aldri.",
    )
    assert told(**{practice: "nei"}) == ("…",)
    assert told() == ()


def test_every_page_is_listed_in_the_guide() -> None:
    guide = (ROOT / "docs" / "innhold.md").read_text("utf-8")
    for page in PAGES.glob("*.md"):
        assert f"oppgaver/{page.name}" in guide
