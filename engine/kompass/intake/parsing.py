"""Files whose form a model describes: every fault at once, each on its line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from kompass.errors import Fault, InvalidAnswersError, did_you_mean
from kompass.intake.json_reader import Document, read_json

M = TypeVar("M", bound=BaseModel)


def read_document(data: bytes, file: str) -> Document:
    """Return the JSON in a file.

    Raises:
        InvalidAnswersError: It is not JSON, or too large.
    """
    document, problems = read_json(data)
    if document is None or problems:
        raise InvalidAnswersError(
            Fault(file, it.line, "kan ikke leses som JSON") for it in problems
        )
    return document


def parse(model: type[M], document: Document, file: str) -> M:
    """Return the value a document holds.

    Raises:
        InvalidAnswersError: With every fault that was found.
    """
    try:
        return model.model_validate(document.value)
    except ValidationError as problem:
        raise InvalidAnswersError(
            Fault(file, document.line(it["loc"]), _explain(it, model)) for it in problem.errors()
        ) from None


def _explain(error: Mapping[str, Any] | Any, model: type[BaseModel]) -> str:
    place = ".".join(str(it) for it in error["loc"])
    match error["type"]:
        case "missing":
            return f"{place} mangler"
        case "extra_forbidden":
            known = (it.alias or name for name, it in model.model_fields.items())
            hint = did_you_mean(place, known) if len(error["loc"]) == 1 else ""
            return (
                f"{place} er ikke en kjent nøkkel her.{hint}"
                if hint
                else (f"{place} er ikke en kjent nøkkel her")
            )
        case _:
            return f"{place}: {error['msg']}"
