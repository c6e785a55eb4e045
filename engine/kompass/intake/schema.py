"""JSON Schemas (2020-12) of the files kompass reads and writes."""

from __future__ import annotations

from typing import Any

from kompass.model.answers import Answers
from kompass.model.base import Lang
from kompass.model.content import Content
from kompass.model.framework import DONT_KNOW, NOT_RELEVANT
from kompass.model.plan import Plan
from kompass.model.result import Result
from kompass.model.scenario import SCENARIO_SCHEMA, Scenario

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def expanded_answers_schema() -> dict[str, Any]:
    """Return the schema of an answers file in which bare values have become objects."""
    schema = {"$schema": _DIALECT, **Answers.model_json_schema(by_alias=True)}
    answers = schema["properties"]["answers"]
    # A pattern on keys does not say that other keys are wrong; these two do.
    [(pattern, answer)] = answers.pop("patternProperties").items()
    answers |= {"propertyNames": {"pattern": pattern}, "additionalProperties": answer}
    return schema


def answers_schema(
    content: Content | None = None, framework: str | None = None, lang: Lang = "nb"
) -> dict[str, Any]:
    """Return the schema of an answers file as people write it.

    Args:
        content: With ``framework``, lists that framework's facts so that editors complete them.
        framework: The framework whose facts are listed.
        lang: The language of titles and descriptions.
    """
    schema = expanded_answers_schema()
    schema["title"] = "kompass answers"
    answer = {"$ref": "#/$defs/Answer"}
    bare = {"type": ["string", "integer"]}
    answers = schema["properties"]["answers"]
    answers["additionalProperties"] = {"anyOf": [bare, answer]}
    if content is not None and framework is not None:
        schema["properties"]["framework"]["const"] = framework
        answers["properties"] = {
            name: _fact_schema(content, name, lang)
            for question in content.frameworks[framework].asked
            for name in content.questions[question].facts
        }
    return schema


def _fact_schema(content: Content, name: str, lang: Lang) -> dict[str, Any]:
    fact = content.facts[name]
    answer_set = content.answer_set(name)
    allowed: list[str | int] = [*answer_set.values, DONT_KNOW]
    if answer_set.integer:
        allowed = [*map(int, answer_set.values), DONT_KNOW]
    lines = [f"{value}: {content.value_text(name, value)(lang)}" for value in answer_set.values]
    full: list[str | int] = [*allowed, NOT_RELEVANT] if fact.not_relevant else allowed
    return {
        "title": fact.text(lang),
        "description": "\n".join(lines),
        "anyOf": [
            {"enum": allowed},
            {"allOf": [{"$ref": "#/$defs/Answer"}, {"properties": {"value": {"enum": full}}}]},
        ],
    }


def result_schema() -> dict[str, Any]:
    """Return the schema of a result."""
    schema = Result.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": _DIALECT, **schema, "title": "kompass result"}


def scenario_schema() -> dict[str, Any]:
    """Return the schema of a scenario file."""
    schema = {"$schema": _DIALECT, **Scenario.model_json_schema(by_alias=True)}
    schema["title"] = "kompass scenario"
    # In Python it is always the same; in a file it must be said, or a plan could be meant.
    schema["properties"]["schema"] = {"const": SCENARIO_SCHEMA, "type": "string"}
    schema["required"] = ["schema", "name"]
    return schema


def plan_schema() -> dict[str, Any]:
    """Return the schema of a plan."""
    schema = Plan.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": _DIALECT, **schema, "title": "kompass plan"}
