"""Scenario files: what is accepted, and every fault at once on its line."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from plans import plan

from kompass.cli.options import workbench
from kompass.errors import InvalidAnswersError
from kompass.intake.scenario import read_scenario
from kompass.intake.schema import plan_schema, scenario_schema
from kompass.model.base import Lang
from kompass.model.content import Content
from kompass.model.framework import AnswerSet
from kompass.model.scenario import Scenario

FRAMEWORK = "kommunekompasset-3.1"
FACT, STEP = "har_kommunikasjonsstrategi", "vedta-kommunikasjonsstrategi"
SCENARIO = {
    "schema": "kompass/scenario/1",
    "name": "Mer åpenhet",
    "changes": {FACT: "ja"},
    "steps": [STEP],
}


@pytest.fixture(scope="module")
def content() -> Content:
    return workbench(None, "nb").content


def read(content: Content, value: Any, file: str = "fil.json") -> Scenario:
    data = value if isinstance(value, bytes) else json.dumps(value, indent=1).encode()
    return read_scenario(data, file, content, FRAMEWORK)


def faults(content: Content, value: Any, lang: Lang = "nb") -> list[str]:
    data = value if isinstance(value, bytes) else json.dumps(value, indent=1).encode()
    with pytest.raises(InvalidAnswersError) as problem:
        read_scenario(data, "fil.json", content, FRAMEWORK, lang)
    return [str(it) for it in problem.value.faults]


def test_a_scenario_is_read_as_it_is_written(content: Content) -> None:
    one = read(content, SCENARIO)
    assert (one.name, one.changes, one.steps) == ("Mer åpenhet", {FACT: "ja"}, (STEP,))
    assert read(content, {**SCENARIO, "steps": []}).steps == ()
    assert read(content, {it: SCENARIO[it] for it in ("schema", "name", "steps")}).changes == {}
    assert read(content, {**SCENARIO, "changes": {FACT: "vet_ikke"}}).changes == {FACT: "vet_ikke"}


def test_whole_numbers_may_be_written_as_numbers(content: Content) -> None:
    name = content.facts[FACT].answers
    numbers = AnswerSet(id=name, values=("2", "1", "0"), integer=True, labels={}, meanings={})
    counted = content.model_copy(update={"answer_sets": {**content.answer_sets, name: numbers}})
    for written in ("2", 2):
        assert read(counted, {**SCENARIO, "changes": {FACT: written}}).changes == {FACT: "2"}


def test_every_fault_is_told_at_once_on_its_line(content: Content) -> None:
    wrong = {
        "schema": "kompass/scenario/1",
        "naame": "x",
        "changes": {
            "har_kommunikasjonsstrategy": "ja",
            FACT: "kanskje",
            "bruker_okonomi": True,
        },
        "steps": ["vedta-kommunikasjonsstrategy", STEP],
    }
    said = faults(content, wrong)
    assert [it.partition(": ")[0] for it in said] == [
        f"fil.json:{line}" for line in (1, 3, 5, 6, 7, 10)
    ]
    told = "\n".join(said)
    for words in ("naame er ikke en nøkkel", "(mente du name?)", "mangler navn",
                  f"(mente du {FACT}?)", "Velg ja, delvis, planlagt, nei, vet_ikke",
                  f"(mente du {STEP}?)"):  # fmt: skip
        assert words in told
    assert "meinte du" in "\n".join(faults(content, wrong, "nn"))


def test_the_same_fact_twice_is_refused(content: Content) -> None:
    data = json.dumps(SCENARIO, indent=1).replace(
        '"changes": {', f'"changes": {{\n  "{FACT}": "nei",'
    )
    [said] = faults(content, data.encode())
    assert said.startswith("fil.json:6:") and "står også på linje 5" in said


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"changes": ["x"]}, "changes skal være fakta og verdier"),
        ({"changes": None}, "changes skal være fakta og verdier"),
        ({"steps": "x"}, "steps skal være en liste"),
        ({"steps": [1]}, "steps skal være en liste"),
        ({"steps": None}, "steps skal være en liste"),
        ({"changes": {}, "steps": []}, "endrer ingenting"),
        ({"name": " "}, "mangler navn"),
        ({"name": 3}, "mangler navn"),
        ({"changes": {FACT: "ikke_aktuelt"}}, "kan ikke være ikke_aktuelt"),
        ({"changes": {FACT: ["ja"]}}, "kan ikke være"),
        ({"changes": {FACT: True}}, "kan ikke være True"),
        ({"changes": {"\x1b[2J": "ja"}}, "faktum \N{REPLACEMENT CHARACTER}[2J"),
    ],
)
def test_what_cannot_be_tried_is_explained(
    content: Content, change: dict[str, Any], words: str
) -> None:
    [said] = faults(content, {**SCENARIO, **change})
    assert words in said and "\x1b" not in said


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "Fila er tom."),
        (b"{", "kan ikke leses som JSON"),
        (b"\xff\xfe{", "UTF-8"),
        (b'{"schema": NaN}', "NaN"),
        (b"[]", '"kompass/scenario/1"'),
        (b'{"schema": "kompass/answers/1"}', '"kompass/plan/1"'),
        (b'{"schema": ["kompass/scenario/1"]}', '"kompass/plan/1"'),
        (b"null", '"kompass/scenario/1"'),
    ],
)
def test_what_is_no_scenario_is_told_what_it_should_be(
    content: Content, data: bytes, words: str
) -> None:
    assert any(words in it for it in faults(content, data))


def test_a_retired_fact_is_told_its_successor(content: Content) -> None:
    old, new = next(iter(content.retired.items()))
    [said] = faults(content, {**SCENARIO, "changes": {old: "ja"}})
    assert f"Svar på {new} i stedet" in said


def test_a_framework_that_does_not_ask_says_so(content: Content) -> None:
    asked = content.frameworks[FRAMEWORK].asked
    fact = next(id for id, it in content.facts.items() if it.question not in asked)
    step = next(
        id
        for id, it in content.steps.items()
        if all(content.facts[fact].question not in asked for fact in it.changes)
    )
    said = faults(content, {**SCENARIO, "changes": {fact: "ja"}, "steps": [step]})
    name = content.frameworks[FRAMEWORK].name("nb")
    assert [it.partition(": ")[2] for it in said] == [
        f"{name} spør ikke om {fact}.",
        f"{name} spør ikke om det steget {step} endrer.",
    ]


def test_a_plan_is_the_scenario_of_its_steps_named_after_its_file(content: Content) -> None:
    made = plan()
    ids = list(content.steps)[: len(made.steps)]
    known = [it.model_copy(update={"id": id}) for it, id in zip(made.steps, ids, strict=True)]
    data = made.model_copy(update={"steps": tuple(known)}).model_dump_json(by_alias=True).encode()
    one = read(content, data, "mappe/plan-6.json")
    assert (one.name, one.steps, one.changes) == ("plan-6", tuple(ids), {})
    assert read(content, data, "-").name == "plan"
    Draft202012Validator(plan_schema()).validate(json.loads(data))


def test_a_plan_with_steps_that_are_gone_says_which(content: Content) -> None:
    data = json.dumps(plan().model_dump(mode="json", by_alias=True), indent=1).encode()
    said = faults(content, data)
    assert len(said) == len(plan().steps)
    lines = data.decode().splitlines()
    for it in said:
        _, line, text = it.split(":", 2)
        assert lines[int(line) - 1].strip().startswith('"id"')
        assert "Det finnes ikke noe steg" in text


def test_the_schema_tells_scenarios_apart() -> None:
    Draft202012Validator.check_schema(scenario_schema())
    fits = Draft202012Validator(scenario_schema())
    fits.validate(SCENARIO)
    fits.validate({**SCENARIO, "changes": {FACT: 3}})
    for wrong in (
        {**SCENARIO, "schema": "kompass/plan/1"},
        {**SCENARIO, "name": ""},
        {**SCENARIO, "more": 1},
        {**SCENARIO, "changes": {FACT: None}},
        {it: SCENARIO[it] for it in ("name", "changes")},
        {it: SCENARIO[it] for it in ("schema", "changes")},
    ):
        assert not fits.is_valid(wrong)
