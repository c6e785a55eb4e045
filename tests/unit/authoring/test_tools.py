"""The authors' tools: agreement, difference, near-copies, spelling, reference pages."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from kompass.authoring.agreement import Published, compare, only_stated
from kompass.authoring.copies import SHINGLE, copy_faults, fingerprints
from kompass.authoring.correlation import kappa, spearman
from kompass.authoring.difference import content_changes, example_move
from kompass.authoring.reference import reference_pages
from kompass.authoring.spelling import available, read_words, unknown_words
from kompass.authoring.states import profile
from kompass.authoring.texts import texts
from kompass.content.loader import load, load_with_places
from kompass.inference.partition import ReferenceEvaluator
from kompass.model.answers import Answer, Answers, Municipality
from kompass.model.content import Content

BASE = Path(__file__).parents[2] / "content" / "base"
REFERENCE = ReferenceEvaluator()


@pytest.fixture(scope="module")
def content() -> Content:
    return load(BASE)


def answers(**values: str | Answer) -> Answers:
    return Answers(
        schema_id="kompass/answers/1",
        framework="prove-1",
        municipality=Municipality(number="0301", name="Oslo"),
        date="2026-01-01",
        answers={k: v if isinstance(v, Answer) else Answer(value=v) for k, v in values.items()},
    )


def test_kappa_by_hand() -> None:
    assert kappa({"a": "ja", "b": "nei"}, {"a": "ja", "b": "nei"}) == 1
    # Two of four agree; chance alone would give one half of that.
    one = {"a": "ja", "b": "ja", "c": "nei", "d": "nei"}
    other = {"a": "ja", "b": "nei", "c": "nei", "d": "ja"}
    assert kappa(one, other) == 0
    assert kappa({"a": "ja"}, {"b": "ja"}) < 0


def test_spearman_by_hand() -> None:
    assert spearman([1, 2, 3], [10, 20, 30]) == 1
    assert spearman([1, 2, 3], [3, 2, 1]) == -1
    assert spearman([1, 1, 1], [1, 2, 3]) == 0
    assert spearman([1, 2, 2, 4], [1, 2, 3, 4]) == pytest.approx(0.9487, abs=1e-4)


def test_comparison_holds_three_readings_apart(content: Content) -> None:
    whole = answers(
        har_kommunikasjonsstrategi="ja",
        har_grafisk_profil=Answer(value="ja", basis="inferred"),
        kommunikasjonsressurs_satt_av=Answer(value="ja", basis="stated"),
    )
    assert set(only_stated(whole).answers) == {
        "har_kommunikasjonsstrategi", "kommunikasjonsressurs_satt_av",
    }  # fmt: skip
    published = Published("Oslo", 2026, "prøve", 12, {"1": 12}, {"1.1": 12})
    case = compare(content, whole, published, REFERENCE)
    [row] = case.criteria
    assert row.stated == pytest.approx(10)
    assert row.inferred == pytest.approx(100 * 4 / 30)
    assert row.low == pytest.approx(10)
    assert row.published == 12
    assert row.error == pytest.approx(row.inferred - 12)
    assert row.enclosed
    assert not replace(row, published=5.0).enclosed
    assert case.near == 1
    # Four of four known points of thirty: what nobody answered is expected to be as good.
    assert row.expected == pytest.approx(100)
    assert case.total == pytest.approx((12, row.inferred, row.expected))


def test_difference_names_what_moved(content: Content, tmp_path: Path) -> None:
    assert list(content_changes(content, content)) == []
    root = tmp_path / "new"
    shutil.copytree(BASE, root)
    scales = root / "rules/kommunekompasset-3/scales.yaml"
    scales.write_text(
        scales.read_text("utf-8").replace("{ja: 6, delvis: 4}", "{ja: 6, delvis: 3}"), "utf-8"
    )
    new = load(root)
    changes = {it.sort: it for it in content_changes(content, new)}
    assert changes["skalaer"].changed == ("practice",)
    assert changes["poengregler"].changed == ("1.1.2.system.praksis",)
    assert new.rules_sha256 != content.rules_sha256
    half = answers(**profile(content, "1.1.2", "half"))
    move = example_move("halv", (half, half), (content, new), REFERENCE)
    [(question, before, after)] = move.questions
    assert question == "1.1.2"
    assert before == pytest.approx(100 * 8 / 30)
    assert after == pytest.approx(100 * 7 / 30)
    assert (move.appeared, move.disappeared) == ((), ())


def test_a_spelling_fix_leaves_the_hash_of_what_moves_points(
    content: Content, tmp_path: Path
) -> None:
    root = tmp_path / "new"
    shutil.copytree(BASE, root)
    file = root / "rules/kommunekompasset-3/1.1-kommunikasjon.yaml"
    file.write_text(file.read_text("utf-8").replace("i hele kommunen.", "overalt."), "utf-8")
    new = load(root)
    assert new.sha256 != content.sha256
    assert new.rules_sha256 == content.rules_sha256


def test_near_copies_are_found_by_fingerprints_alone(content: Content) -> None:
    source = "Kilden sier at de bruker en felles grafisk profil i hele kommunen og mer til."
    assert len(["bruker", "en", "felles", "grafisk", "profil", "i", "hele", "kommunen"]) > SHINGLE
    _, places = load_with_places(BASE)
    faults = list(copy_faults(texts(content), places, frozenset(fingerprints(source))))
    assert any("bruker en felles grafisk profil i hele" in it.text for it in faults)
    assert not list(
        copy_faults(texts(content), places, frozenset(fingerprints("noe helt annet her og nå, ja")))
    )


@pytest.mark.skipif(available() is not None, reason=str(available()))
def test_spelling_finds_a_slip_and_trusts_the_word_list(tmp_path: Path) -> None:
    root = tmp_path / "content"
    shutil.copytree(BASE, root)
    file = root / "questionnaires/kommunekompasset-3/1.1-kommunikasjon.yaml"
    file.write_text(
        file.read_text("utf-8").replace("Brukes en felles", "Brukes en fellles"), "utf-8"
    )
    words = tmp_path / "ordliste.txt"
    unknown = unknown_words(texts(load(root)), words)
    assert "fellles" in unknown["nb"]
    assert "fellles" not in unknown["nn"]
    words.write_text("# lov\nnb fellles\n", "utf-8")
    assert "fellles" not in unknown_words(texts(load(root)), words)["nb"]
    assert read_words(words)["nn"] == frozenset()


def test_reference_pages_name_everything(content: Content) -> None:
    pages = reference_pages(content)
    assert set(pages) == {"README.md", "omrade-1.md"}
    page = pages["omrade-1.md"]
    for name in (*content.facts, *(rule.id for rule in content.finding_rules)):
        assert f"`{name}`" in page
    assert reference_pages(content) == pages
