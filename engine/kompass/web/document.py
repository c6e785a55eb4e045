"""Between the store and an answers file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kompass.intake.blank import SHOWN
from kompass.intake.document import adjusted, as_answer
from kompass.model.answers import ANSWERS_SCHEMA, Answers
from kompass.storage.entries import Assessment, Entry

ADJUST = "@adjust/"
"""What the key of an adjustment begins with."""

_ANONYMOUS = "konsulent"
"""Who has adjusted, where names are left out: the format wants somebody."""


def as_document(
    assessment: Assessment,
    entries: Mapping[str, Entry],
    adjustments: Mapping[str, Entry],
    names: bool = False,
) -> dict[str, Any]:
    """Return an assessment as the document of an answers file.

    Args:
        assessment: Whose, when and by which framework.
        entries: The answers, by fact.
        adjustments: A consultant's changes.
        names: Whether to tell who answered what, and when. Names leave the workspace only when
            somebody asks for it.
    """
    municipality = {"number": assessment.number, "name": assessment.name}
    if assessment.population is not None:
        municipality |= {"population": assessment.population}  # type: ignore[dict-item]
    document: dict[str, Any] = {
        "schema": ANSWERS_SCHEMA,
        "framework": assessment.framework,
        "municipality": municipality,
        "date": assessment.date,
        "answers": {key: _answer(it, names) for key, it in sorted(entries.items())},
        **assessment.rest,
    }
    if changes := [_adjustment(it, names) for _, it in sorted(adjustments.items())]:
        document["adjustments"] = changes
    return document


def as_answers(document: Mapping[str, Any]) -> Answers:
    """Return a document the workspace itself has made, read: every part was checked when saved."""
    return Answers.model_validate(document)


def take_apart(document: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """Return the head of an answers file, and its entries by key.

    Blank answers with nothing but the question beside them are not answers, and stay behind.
    """
    head = {
        key: value
        for key, value in document.items()
        if key not in ("schema", "$schema", "answers", "adjustments")
    }
    entries = {fact: body for fact, it in document["answers"].items() if (body := _body(it))}
    for change in document.get("adjustments", ()):
        entries[ADJUST + "/".join(adjusted(change))] = dict(change)
    return head, entries


def _body(given: Any) -> dict[str, Any] | None:
    body = as_answer(given)
    own = {key: it for key, it in body.get("extensions", {}).items() if key not in SHOWN}
    body.pop("extensions", None)
    if own:
        body["extensions"] = own
    return None if body == {"value": "vet_ikke"} and isinstance(given, dict) else body


def _answer(entry: Entry, names: bool) -> dict[str, Any]:
    if not names:
        return {key: it for key, it in entry.body.items() if key not in ("by", "at")}
    who = {"by": entry.by} if entry.by else {}
    return {**who, "at": entry.at, **entry.body}


def _adjustment(entry: Entry, names: bool) -> dict[str, Any]:
    return dict(entry.body) if names else {**entry.body, "by": _ANONYMOUS}
