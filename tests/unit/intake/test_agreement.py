"""Strict pydantic and the JSON Schema accept the same files."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from pydantic import ValidationError

from kompass.intake.schema import expanded_answers_schema
from kompass.model.answers import Answers

VALID: dict[str, Any] = {
    "schema": "kompass/answers/1",
    "framework": "kommunekompasset-3.1",
    "municipality": {"number": "3422", "name": "Åmot", "population": 4300},
    "date": "2026-03-01",
    "answers": {
        "har_x": {
            "value": "ja",
            "evidence": [{"kind": "document", "title": "Plan", "date": "2025-01-02", "url": "https://x"}],
            "basis": "stated", "note": "n", "due": "2027-01-01", "flag": True, "extensions": {"a": 1},
        },
        "har_y": {"value": 3},
    },
    "respondents": [{"role": "hr"}],
    "adjustments": [
        {"question": "1.1.1", "dimension": "system", "to": 5, "reason": "r", "by": "b"},
        {"finding": "1.1.1.x", "text": "t", "reason": "r", "by": "b"},
    ],
    "extensions": {"k": None},
}  # fmt: skip
VALIDATOR = Draft202012Validator(expanded_answers_schema(), format_checker=FormatChecker(["date"]))
ODD: list[Any] = [
    None, True, 0, -1, 11, 3.5, "", "x", "ja", "2026-02-30", "2026-03-01", "20260301", "2026-03-01T00:00:00",
    [], [1], {}, {"a": 1}, "3422", "342", "０３０１", "Har_X", "document", "inferred", "kompass/answers/2",
]  # fmt: skip


def pydantic_accepts(data: Any) -> bool:
    try:
        Answers.model_validate_json(json.dumps(data), strict=True)
    except ValidationError:
        return False
    return True


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path]
    if isinstance(value, dict):
        for key, inner in value.items():
            found += places(inner, (*path, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            found += places(inner, (*path, at))
    return found


def mutated(path: tuple[Any, ...], how: str, odd: Any) -> Any:
    data = copy.deepcopy(VALID)
    if not path:
        return odd if how == "replace" else data
    parent: Any = data
    for key in path[:-1]:
        parent = parent[key]
    if how == "replace":
        parent[path[-1]] = odd
    elif how == "remove":
        del parent[path[-1]]
    elif isinstance(parent, dict):
        parent["ukjent"] = odd
    return data


def test_the_example_is_accepted_by_both() -> None:
    assert pydantic_accepts(VALID)
    assert VALIDATOR.is_valid(VALID)


@given(
    st.sampled_from(places(VALID)), st.sampled_from(["replace", "remove", "add"]), st.sampled_from(ODD)
)  # fmt: skip
def test_both_accept_the_same(path: tuple[Any, ...], how: str, odd: Any) -> None:
    data = mutated(path, how, odd)
    assert pydantic_accepts(data) == VALIDATOR.is_valid(data)


@pytest.mark.parametrize("odd", ODD)
def test_any_value_of_an_answer(odd: Any) -> None:
    data = copy.deepcopy(VALID)
    data["answers"]["har_x"]["value"] = odd
    assert pydantic_accepts(data) == VALIDATOR.is_valid(data)
