"""An accepted answers file as the JSON document it is, before it becomes a model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kompass.model.framework import DONT_KNOW


def as_answer(given: Any) -> dict[str, Any]:
    """Return an answer of its own with the value under a key, also when it is written bare."""
    return dict(given) if isinstance(given, dict) else {"value": given}


def unanswered(document: Mapping[str, Any]) -> int:
    """Return how many facts of a document nobody knows the answer to."""
    return sum(as_answer(it)["value"] == DONT_KNOW for it in document["answers"].values())


def adjusted(adjustment: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what an adjustment is of: a question and a dimension, or a finding."""
    keys = ("question", "dimension", "finding")
    return tuple(str(adjustment[key]) for key in keys if adjustment.get(key))
