"""The same word for the same thing: the term list holds in every text, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kompass.authoring.passages import passage_texts
from kompass.authoring.texts import Placed, texts
from kompass.content.loader import load
from kompass.content.passages import load_passages
from kompass.model.base import LANGUAGES, Lang

ROOT = Path(__file__).parents[2]
_SLOT = re.compile(r"\{[a-z_]+\}")
COLUMNS: dict[Lang, int] = {"nn": 2, "nb": 3}


def forbidden(lang: Lang) -> Iterator[str]:
    for line in (ROOT / "docs" / "termer.md").read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| ") and len(cells) == 5 and cells[0] != "bokmål":
            yield from (word.strip() for word in cells[COLUMNS[lang]].split(",") if word.strip())


@pytest.fixture(scope="module")
def written() -> list[Placed]:
    """Every text people are shown: questions, findings, steps, and what reports say."""
    content = load(ROOT)
    told = list(passage_texts(content, load_passages(ROOT, content)))
    assert {it.sort for it in told} == {"about", "sentence", "phrase"}
    return [*texts(content), *told]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_text_uses_a_word_the_list_replaces(written: list[Placed], lang: Lang) -> None:
    words = sorted(forbidden(lang))
    assert len(words) > 10
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + ")", re.I)
    found = [
        f"{placed.id}: {match[0]} in «{text}»"
        for placed in written
        if (text := getattr(placed.text, lang)) and (match := pattern.search(_SLOT.sub("", text)))
    ]
    assert found == []
