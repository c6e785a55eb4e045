"""Passages as they are read: in order, with places, by facts and derived facts, from a cache."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kompass.authoring.passages import passage_faults, passage_texts
from kompass.content import passages as reading
from kompass.content.cache import load_cached_passages
from kompass.content.loader import load, load_with_places
from kompass.content.passages import load_passages, load_passages_with_places
from kompass.errors import Fault, InvalidContentError, RuleTooLargeError
from kompass.inference.partition import Partition
from kompass.model.content import Content

BASE = Path(__file__).parents[2] / "content" / "base"
PASSAGE = "passages/kommunekompasset-3/1.1-kommunikasjon.yaml"
ABOUT = "passages/kommunekompasset-3/areas.yaml"
LEARNING = "kommunikasjonsarbeid_laering"


@pytest.fixture(scope="module")
def content() -> Content:
    return load(BASE)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "content"))


def replace(root: Path, name: str, old: str, new: str) -> None:
    text = (root / name).read_text("utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new), "utf-8")


def checked(root: Path) -> list[Fault]:
    content, places = load_with_places(root)
    passages, more = load_passages_with_places(root, content)
    return list(passage_faults(content, passages, {**places, **more}))


def test_sentences_come_as_written_with_ids_and_places(content: Content) -> None:
    passages, places = load_passages_with_places(BASE, content)
    first, second = passages.sentences["1.1"]
    assert [it.id for it in first.say] == ["1.1 arbeid/0", "1.1 arbeid/1", "1.1 arbeid/2"]
    assert (first.paragraph, second.id, second.paragraph) == (False, "1.1 laering", True)
    assert first.say[0].slots["virksomheter"][1].id == "1.1 arbeid/0/virksomheter/1"
    assert passages.about["1"]("nn").startswith("Området handlar")
    lines = (BASE / PASSAGE).read_text("utf-8").splitlines()
    for id, words in (("passage 1.1", "criterion:"), ("1.1 laering", "- id: laering")):
        file, line = places[id]
        assert (file, words in lines[line - 1]) == (PASSAGE, True)
    assert places["about 1"][0] == ABOUT


def test_without_the_folder_there_are_no_passages(content: Content, root: Path) -> None:
    shutil.rmtree(root / "passages")
    passages = load_passages(root, content)
    assert (passages.about, passages.sentences) == ({}, {})
    assert list(passage_texts(content, passages)) == []


def test_the_hash_follows_every_text(content: Content, root: Path) -> None:
    before = load_passages(BASE, content).sha256
    assert load_passages(root, content).sha256 == before
    replace(root, ABOUT, "når de får vite det", "når de får vite noe")
    about = load_passages(root, content).sha256
    replace(root, PASSAGE, "avhenger av hvem", "kommer an på hvem")
    assert len({before, about, load_passages(root, content).sha256}) == 3


def test_all_faults_come_at_once_with_their_lines(content: Content, root: Path) -> None:
    replace(root, PASSAGE, f"{{{LEARNING}: aldri}}", "{laering: aldri}")
    replace(root, PASSAGE, "spør.", "{spør}.")
    replace(root, ABOUT, 'id: "1"', 'id: "7"')
    with pytest.raises(InvalidContentError) as problem:
        load_passages(root, content)
    lines = (root / PASSAGE).read_text("utf-8").splitlines()
    assert {it.file for it in problem.value.faults} == {PASSAGE, ABOUT}
    [unknown] = [it for it in problem.value.faults if "noe faktum laering" in it.text]
    assert "laering: aldri" in lines[unknown.line - 1]


def test_a_derived_fact_may_be_read_and_reads_what_it_comes_from(root: Path) -> None:
    rules = "rules/kommunekompasset-3/1.1-kommunikasjon.yaml"
    derived = f"    derived:\n      - {{id: laerer_noe, when: {{{LEARNING}: [systematisk]}}}}\n"
    replace(root, rules, "    score:\n", f"{derived}    score:\n")
    replace(root, PASSAGE, f"{{{LEARNING}: [systematisk, av_og_til]}}", "{laerer_noe: ja}")
    replace(root, PASSAGE, f"{{{LEARNING}: aldri}}", "{laerer_noe: nei}")
    assert checked(root) == []
    replace(root, PASSAGE, "{laerer_noe: nei}", "{laerer_noe: ja}")
    [fault] = checked(root)
    assert "1.1 laering/1: alternativet kan aldri bli sagt" in fault.text


def test_a_passage_larger_than_the_rule_engine_is_told_where_it_stands(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(partition: Partition) -> None:
        raise RuleTooLargeError(f"{partition.id}: for stor")

    monkeypatch.setattr("kompass.authoring.passages.compile_partition", refuse)
    assert checked(root) == [Fault(PASSAGE, 1, "1.1 passage: for stor")]


def test_passages_are_kept_until_they_or_the_content_change(
    content: Content, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KOMPASS_CACHE_DIR", str(tmp_path / "cache"))
    first = load_cached_passages(root, content)
    assert first == load_passages(root, content)
    read: list[object] = []
    original = reading.load_passages

    def count(*arguments: object) -> object:
        read.append(arguments)
        return original(root, content)

    monkeypatch.setattr(reading, "load_passages", count)
    assert load_cached_passages(root, content) == first
    assert read == []
    load_cached_passages(root, content.model_copy(update={"sha256": "another"}))
    assert len(read) == 1
    replace(root, PASSAGE, "avhenger av hvem", "kommer an på hvem")
    assert load_cached_passages(root, content).sha256 != first.sha256
    for file in (tmp_path / "cache").glob("passages-*.json"):
        file.write_bytes(file.read_bytes()[:-9])
    assert load_cached_passages(root, content).sentences.keys() == first.sentences.keys()
    assert len(read) == 3
