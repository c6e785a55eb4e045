"""Earlier years: results kompass made, points others published, and what is neither."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from results import area, result

from kompass.content.location import content_root
from kompass.errors import InvalidAnswersError
from kompass.intake.earlier import read_earlier
from kompass.model.earlier import Earlier

PUBLISHED = {
    "municipality": "Røros",
    "year": 2014,
    "source": "Rapport",
    "areas": {"1": 32, "2": 51.5},
}
EXAMPLES = sorted(Path(str(content_root())).glob("examples/*.earlier.json"))


def read(value: Any) -> Earlier:
    return read_earlier(json.dumps(value, indent=1).encode(), "fil.json")


def faults(data: bytes) -> list[str]:
    with pytest.raises(InvalidAnswersError) as problem:
        read_earlier(data, "fil.json")
    return [str(it) for it in problem.value.faults]


def made(**changes: Any) -> dict[str, Any]:
    found = result(
        area("1", 10, 20), area("2", 5, covered=False), date="2024-05-01", total={"high": 40}
    )
    value: dict[str, Any] = found.model_dump(mode="json", by_alias=True)
    return value | changes


def test_published_points_need_no_schema() -> None:
    for schema in ({}, {"schema": "kompass/published/1"}):
        one = read({**PUBLISHED, **schema})
        assert (one.municipality, one.year, one.source) == ("Røros", 2014, "Rapport")
        assert (one.framework, one.rules, one.criteria) == (None, None, {})
        assert (one.areas, one.total) == ({"1": 32, "2": 51.5}, 83.5)


def test_a_stated_total_stands_and_what_kompass_does_not_know_is_left_alone() -> None:
    one = read({**PUBLISHED, "total": 80, "framework": "kommunekompasset-2", "konsulent": "KS"})
    assert (one.total, one.framework) == (80, "kommunekompasset-2")
    assert read({**PUBLISHED, "total": 0}).total == 0


def test_a_result_gives_what_it_covers() -> None:
    one = read(made())
    assert (one.municipality, one.year, one.framework) == ("Prøve", 2024, "ny")
    assert (one.rules, one.source) == ("regler", "kompass 1")
    assert one.total == 35
    assert one.areas == {"1": 30}
    assert one.criteria == {"1.1": 10, "1.2": 20}


def test_an_answers_file_is_told_how_to_become_a_result() -> None:
    [said] = faults(b'{"schema": "kompass/answers/1"}')
    assert "regn den ut" in said
    assert "kompass assess fil.json --format json" in said


@pytest.mark.parametrize("data", [b"[]", b"1", b"null", b'{\n"schema": "x"}', b'{\n"schema": 1}'])
def test_what_is_neither_is_told_what_it_should_be(data: bytes) -> None:
    [said] = faults(data)
    assert said.startswith(f"fil.json:{1 + data.count(b'schema')}: skal ha")
    assert '"kompass/result/1"' in said
    assert '"kompass/published/1"' in said


def test_every_key_that_is_missing_is_named() -> None:
    said = faults(b'{"year": 2014}')
    assert said == [f"fil.json:1: {it} mangler" for it in ("areas", "municipality", "source")]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"year": 1814}, "year: "),
        ({"year": "i fjor"}, "year: "),
        ({"total": -1}, "total: "),
        ({"areas": {"1": 32, "2": -3}}, "areas.2: "),
        ({"areas": {"1": "mange"}}, "areas.1: "),
        ({"criteria": {"1.1": 10_001}}, "criteria.1.1: "),
    ],
)
def test_wrong_points_are_told_with_their_line(change: dict[str, Any], place: str) -> None:
    data = json.dumps({**PUBLISHED, **change}, indent=1).encode()
    [said] = faults(data)
    key = place.removesuffix(": ").rsplit(".", maxsplit=1)[-1]
    key = "1.1" if place.startswith("criteria") else key
    line = 1 + data[: data.index(f'"{key}":'.encode())].count(b"\n")
    assert said.startswith(f"fil.json:{line}: {place}")


@pytest.mark.parametrize("date", ["", "i fjor", "2024-13-01"])
def test_a_result_without_a_date_is_told_so(date: str) -> None:
    [said] = faults(json.dumps(made(date=date)).encode())
    assert f"date skal være en dato, ikke {date!r}" in said


def test_a_result_with_a_key_too_many_is_not_one() -> None:
    [said] = faults(json.dumps(made(poeng=3)).encode())
    assert "poeng er ikke en kjent nøkkel her" in said


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b'{"a": 1, "a": 2}', b'{"total": NaN}'])
def test_what_is_not_json_is_told_so(data: bytes) -> None:
    [said] = faults(data)
    assert "kan ikke leses som JSON" in said


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda it: it.stem)
def test_the_examples_are_read(file: Path) -> None:
    one = read_earlier(file.read_bytes(), file.name)
    assert f"-{one.year}." in file.name
    assert len(one.areas) == 8
    assert one.total == pytest.approx(sum(one.areas.values()), abs=3)


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 2
