"""`kompass content passages`: the passages read aloud, for those who write them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kompass.content.location import content_root

if TYPE_CHECKING:
    from tests.cli.conftest import Outcome, Runner

FAMILY = "kommunekompasset-3"
MADE = ["alt best", "halvveis", "alt verst", "tilfeldig 1", "tilfeldig 2"]


def read_aloud(inside: Runner, *arguments: str | Path) -> Outcome:
    outcome = inside("content", "passages", *arguments, content=None)
    assert (outcome.code, outcome.errors) == (0, "")
    return outcome


def recitals(outcome: Outcome) -> dict[str, str]:
    """Return what is told under each title, as running text."""
    parts = re.split(r"^  \[(.*)\]$", outcome.text, flags=re.M)
    return {
        title: " ".join(text.split()) for title, text in zip(parts[1::2], parts[2::2], strict=True)
    }


def test_a_criterion_in_both_languages(inside: Runner) -> None:
    bokmal, nynorsk = (
        read_aloud(inside, "1.1", "--random", "2", "--lang", lang) for lang in ("nb", "nn")
    )
    for outcome in (bokmal, nynorsk):
        assert outcome.text.startswith("1.1\n")
        assert max(map(len, outcome.text.splitlines())) <= 80
        told = recitals(outcome)
        assert set(told) == {"Åmot", "Røros", *MADE}
        assert all(text.endswith(".") for text in told.values())
        assert told["alt best"] != told["alt verst"]
    assert "innbyggerne" in bokmal.text
    assert "innbyggjarane" not in bokmal.text
    assert "innbyggjarane" in nynorsk.text
    assert "innbyggerne" not in nynorsk.text


def test_chance_is_the_same_every_time_until_it_begins_elsewhere(
    inside: Runner, tmp_path: Path
) -> None:
    none = tmp_path / "tom"
    none.mkdir()
    arguments: list[str | Path] = ["1.1", "--random", "2", "--examples", none]
    first = recitals(read_aloud(inside, *arguments))
    assert list(first) == MADE
    assert recitals(read_aloud(inside, *arguments)) == first
    other = recitals(read_aloud(inside, *arguments, "--seed", "2"))
    assert [other[it] == first[it] for it in MADE[:3]] == [True] * 3
    assert [other[it] for it in MADE[3:]] != [first[it] for it in MADE[3:]]


def test_an_area_is_all_its_criteria(inside: Runner) -> None:
    text = read_aloud(inside, "1", "--random", "0").text
    assert re.findall(r"^\d.*$", text, re.M) == ["1.1", "1.2", "1.3", "1.4", "1.5"]


@pytest.mark.parametrize(
    ("target", "words"),
    [("1.11", "Fant ikke kriterium 1.11. Mente du 1.1?"), ("xyz", "Fant ikke kriterium xyz.\n")],
)
def test_an_unknown_criterion_names_the_nearest(inside: Runner, target: str, words: str) -> None:
    outcome = inside("content", "passages", target, content=None)
    assert (outcome.code, outcome.stdout) == (2, b"")
    assert words in outcome.errors


def test_a_wrong_passage_is_told_with_its_line(inside: Runner, changed: Path) -> None:
    folder = changed / "passages" / FAMILY
    folder.mkdir(parents=True)
    [real] = Path(str(content_root())).glob(f"passages/{FAMILY}/1.1-*.yaml")
    file = Path(shutil.copy(real, folder))
    text = file.read_text("utf-8")
    fact = "kommunikasjonsarbeid_laering: aldri"
    assert fact in text
    file.write_text(text.replace(fact, fact.replace("laering", "lering"), 1), "utf-8")
    line = 1 + text[: text.index(fact)].count("\n")
    for command in (["passages", "1.1"], ["check"]):
        outcome = inside("content", *command, content=changed)
        assert (outcome.code, outcome.stdout) == (4, b"")
        assert f"{file.name}:{line}: " in outcome.errors
        assert "mente du kommunikasjonsarbeid_laering?" in outcome.errors


def test_content_check_misses_the_passages_that_are_not_there(
    inside: Runner, changed: Path
) -> None:
    folder = changed / "passages" / FAMILY
    folder.mkdir(parents=True)
    [real] = Path(str(content_root())).glob(f"passages/{FAMILY}/1.1-*.yaml")
    shutil.copy(real, folder)
    outcome = inside("content", "check", content=changed)
    assert (outcome.code, outcome.stdout) == (4, b"")
    assert f"passages/{FAMILY}: kriterium 1.4 mangler en omtale" in outcome.errors
    assert "kriterium 1.1 mangler" not in outcome.errors
