"""A scenario: changes to try together, kept in a file."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import BeforeValidator, Field

from kompass.model.base import Value

SCENARIO_SCHEMA: Final = "kompass/scenario/1"

SetTo = Annotated[
    str,
    BeforeValidator(
        lambda it: str(it) if type(it) is int else it, json_schema_input_type=str | int
    ),
]
"""A value as answers have it; a whole number may be written as one."""


class Scenario(Value):
    """Some answers that are set, and steps that are taken on top of them.

    Attributes:
        name: What it is called where several are compared.
        changes: The value each fact is set to, taken at its word: up, down or to unknown.
        steps: Ids of steps; each raises what it would raise, and never lowers anything.
    """

    schema_id: Literal["kompass/scenario/1"] = Field(SCENARIO_SCHEMA, alias="schema")
    name: str = Field(min_length=1)
    changes: dict[str, SetTo] = {}
    steps: tuple[str, ...] = ()
