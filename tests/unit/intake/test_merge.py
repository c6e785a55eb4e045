"""Merging: nothing is lost, nothing is changed in silence, and order does not decide who is right."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kompass.intake.merge import Merged, Resolution, Source, merge

FACTS = ("a", "b", "c")
DOCUMENT = {"kind": "document", "title": "Plan"}


def source(name: str, answers: dict[str, Any], **more: Any) -> Source:
    head = {"schema": "kompass/answers/1", "framework": "f", "date": "2026-01-01"}
    return Source(name, {**head, "municipality": {"number": "0301"}, **more, "answers": answers})


def merged(*sources: Source, **resolutions: Resolution) -> Merged:
    return merge(sources, resolutions)


def value(result: Merged, fact: str) -> object:
    return result.document["answers"][fact]["value"]


def test_what_one_knows_is_taken() -> None:
    result = merged(source("hr", {"a": "ja", "b": "vet_ikke"}), source("øk", {"b": "nei"}))
    assert (value(result, "a"), value(result, "b")) == ("ja", "nei")
    assert result.open == ()


def test_answers_that_agree_become_one_with_everybodys_evidence() -> None:
    one = {"value": "ja", "evidence": [DOCUMENT], "note": "fra HR"}
    other = {"value": "ja", "evidence": [DOCUMENT, {"kind": "web"}], "note": "fra økonomi"}
    answer = merged(source("hr", {"a": one}), source("øk", {"a": other})).document["answers"]["a"]
    assert answer["evidence"] == [DOCUMENT, {"kind": "web"}]
    assert answer["note"] == "fra HR"
    assert answer["extensions"]["merged"] == [{"from": "øk", "answer": other}]


def test_answers_that_disagree_are_left_open_with_every_version_beside() -> None:
    one, other = {"value": "ja", "evidence": [DOCUMENT]}, {"value": "nei", "by": "Per"}
    result = merged(source("hr", {"a": one}), source("øk", {"a": other}))
    [disagreement] = result.open
    assert disagreement.fact == "a"
    answer = result.document["answers"]["a"]
    assert (answer["value"], answer["flag"]) == ("vet_ikke", True)
    assert answer["extensions"]["disagreement"] == [
        {"from": "hr", "answer": one},
        {"from": "øk", "answer": other},
    ]


def test_a_disagreement_is_not_settled_by_merging_once_more() -> None:
    first = merged(source("hr", {"a": "ja"}), source("øk", {"a": "nei"}))
    again = merged(Source("alle", first.document), source("hr", {"a": "ja"}))
    [disagreement] = again.open
    assert {it.answer["value"] for it in disagreement.versions} == {"ja", "nei"}
    settled = {**first.document["answers"]["a"], "value": "nei"}
    assert merged(source("alle", {"a": settled}), source("øk", {"a": "nei"})).open == ()


def test_a_resolution_carries_its_reason_and_what_it_settled() -> None:
    one = {"value": "ja", "evidence": [DOCUMENT], "extensions": {"question": "A?", "own": 1}}
    sources = source("hr", {"a": one}), source("øk", {"a": "nei"})
    result = merged(*sources, a=Resolution("ja", "Planen er ny"))
    answer = result.document["answers"]["a"]
    assert (answer["value"], answer["note"]) == ("ja", "Planen er ny")
    assert answer["evidence"] == [DOCUMENT]
    assert answer["extensions"]["question"] == "A?"
    resolved = answer["extensions"]["resolved"]
    assert resolved["reason"] == "Planen er ny"
    assert [it["from"] for it in resolved["was"]] == ["hr", "øk"]
    assert (result.open, result.resolved) == ((), ("a",))
    third = merged(*sources, a=Resolution("delvis", "Begge har litt rett"))
    assert value(third, "a") == "delvis"


def test_a_resolution_of_what_nobody_disagrees_about_is_told() -> None:
    result = merged(source("hr", {"a": "ja"}), b=Resolution("ja", "x"))
    assert result.unused == ("b",)


def test_the_head_is_kept_and_lists_are_joined() -> None:
    one = source("hr", {}, respondents=[{"role": "hr"}], extensions={"own": 1})
    other = source("øk", {}, respondents=[{"role": "hr"}, {"role": "øk"}], date="2026-03-01")
    document = merged(one, other).document
    assert document["respondents"] == [{"role": "hr"}, {"role": "øk"}]
    assert (document["date"], document["extensions"]) == ("2026-03-01", {"own": 1})


answers = st.dictionaries(st.sampled_from(FACTS), st.sampled_from(["ja", "delvis", "vet_ikke"]))


@given(st.lists(answers, min_size=1, max_size=4))
def test_the_order_of_files_decides_no_answer(given_answers: list[dict[str, Any]]) -> None:
    sources = [source(str(at), it) for at, it in enumerate(given_answers)]
    one, other = merged(*sources), merged(*reversed(sources))
    assert {it.fact for it in one.open} == {it.fact for it in other.open}
    for fact in one.document["answers"]:
        assert value(one, fact) == value(other, fact)
        known = {it[fact] for it in given_answers if fact in it} - {"vet_ikke"}
        assert (len(known) > 1) == (fact in {it.fact for it in one.open})
        if len(known) == 1:
            assert value(one, fact) == known.pop()


@given(answers)
def test_merging_a_file_with_itself_changes_no_answer(own: dict[str, Any]) -> None:
    same = source("a", own)
    document = merged(same, same).document
    assert {fact: it["value"] for fact, it in document["answers"].items()} == own
