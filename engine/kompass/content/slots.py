"""Reads the slots of a text: ``{name}`` in it, and the phrases that may fill it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from kompass.content import source as src
from kompass.content.conditions import Scope, read_condition
from kompass.content.draft import Draft
from kompass.content.yaml_reader import Path, YamlDocument
from kompass.model.base import Text
from kompass.model.rule import SlotText

SLOT: Final = re.compile(r"\{([a-z_]+)\}")
"""How a slot is written in a text."""


def read_slots(
    draft: Draft,
    document: YamlDocument,
    path: Path,
    id: str,
    text: Text,
    slots: Mapping[str, tuple[src.SlotSource, ...]],
    scope: Scope,
) -> dict[str, tuple[SlotText, ...]]:
    """Return the slots of a text; slots that the text does not name, or lacks, are faults."""
    for lang, written in (("nb", text.nb), ("nn", text.nn)):
        named = set(SLOT.findall(written or ""))
        if written is not None and named != set(slots):
            odd = ", ".join(sorted(named ^ set(slots)))
            draft.faults.at(
                document, path, f"{id} ({lang}): feltene i text og slots er ulike: {odd}"
            )
    return {
        name: _phrases(document, (*path, "slots", name), f"{id}/{name}", phrases, scope)
        for name, phrases in slots.items()
    }


def _phrases(
    document: YamlDocument,
    path: Path,
    id: str,
    phrases: tuple[src.SlotSource, ...],
    scope: Scope,
) -> tuple[SlotText, ...]:
    found = []
    for at, phrase in enumerate(phrases):
        when = None
        if phrase.when is not None:
            when = read_condition(phrase.when, (*path, at, "when"), scope)
        found.append(SlotText(id=f"{id}/{at}", when=when, text=phrase.text))
    return tuple(found)
