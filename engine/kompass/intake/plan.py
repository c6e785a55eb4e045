"""Reads plans that kompass has made."""

from __future__ import annotations

from typing import Final

from kompass.errors import Fault, InvalidAnswersError
from kompass.intake.parsing import parse, read_document
from kompass.model.plan import PLAN_SCHEMA, Plan

_NOT_A_PLAN: Final = (
    'skal være en plan med "schema": "{plan}" (kompass plan svar.json -o plan.json)'
)


def read_plan(data: bytes, file: str) -> Plan:
    """Return the plan in a file.

    Args:
        data: The bytes of the file.
        file: What the user calls it.

    Raises:
        InvalidAnswersError: With every fault that was found.
    """
    document = read_document(data, file)
    value = document.value
    if not isinstance(value, dict) or value.get("schema") != PLAN_SCHEMA:
        line = document.line(("schema",)) if isinstance(value, dict) else 1
        raise InvalidAnswersError([Fault(file, line, _NOT_A_PLAN.format(plan=PLAN_SCHEMA))])
    return parse(Plan, document, file)
