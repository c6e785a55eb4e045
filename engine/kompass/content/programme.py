"""Reads what every improvement programme is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kompass.content.draft import Draft
from kompass.content.yaml_reader import Path, YamlDocument
from kompass.model.base import LANGUAGES, Text
from kompass.model.programme import ProgrammeTexts

FILE: Final = "programme.yaml"

_GOALS: Final = frozenset(range(1, 18))
_SLOTS: Final[dict[Path, set[str]]] = {
    ("name",): {"municipality", "years"},
    ("goal",): {"before", "after"},
    ("study",): {"area"},
    ("activities", "work", "text"): {"period"},
    ("activities", "report", "text"): {"period"},
    ("activities", "council", "text"): {"period"},
    ("activities", "decide", "text"): {"step"},
}
"""What each text fills in; every other text fills in nothing."""


def read_programme(
    draft: Draft, document: YamlDocument, perspectives: frozenset[str]
) -> ProgrammeTexts | None:
    """Read the programme file, adding a fault for everything that does not fit."""
    found = draft.faults.parse(document, ProgrammeTexts)
    if found is None:
        return None
    draft.claim(document, ("name",), "programme")
    for at, group in enumerate(found.groups):
        if group.perspective not in perspectives:
            here = ("groups", at, "perspective")
            draft.faults.unknown(document, here, "perspektivet", group.perspective, perspectives)
    if found.goals.keys() != _GOALS:
        draft.faults.at(document, ("goals",), "goals skal ha FNs 17 mål, nummer 1 til 17")
    if found.common_goal not in _GOALS:
        draft.faults.at(document, ("common_goal",), "common_goal skal være et av de 17 målene")
    for path, text in programme_texts(found):
        wanted = _SLOTS.get(path, set())
        for lang in LANGUAGES:
            if (written := getattr(text, lang)) and _slots(written) != wanted:
                names = ", ".join(f"{{{it}}}" for it in sorted(wanted)) or "ingenting"
                place = ".".join(map(str, path))
                draft.faults.at(document, path, f"{place} ({lang}) skal fylle inn {names}")
    return found


def programme_texts(programme: ProgrammeTexts) -> Iterator[tuple[Path, Text]]:
    """Yield every text with its path in the file."""
    yield ("name",), programme.name
    yield ("goal",), programme.goal
    yield ("study",), programme.study
    for at, role in enumerate(programme.roles):
        for name in ("name", "holder", "task"):
            yield ("roles", at, name), getattr(role, name)
    for at, group in enumerate(programme.groups):
        yield ("groups", at, "name"), group.name
        yield ("groups", at, "leader"), group.leader
        for number, member in enumerate(group.members):
            yield ("groups", at, "members", number), member
    for kind in type(programme.activities).model_fields:
        activity = getattr(programme.activities, kind)
        yield ("activities", kind, "text"), activity.text
        for number, who in enumerate(activity.responsible):
            yield ("activities", kind, "responsible", number), who
    for goal, text in programme.goals.items():
        yield ("goals", goal), text


def _slots(text: str) -> set[str]:
    return set(re.findall(r"\{(\w*)\}", text))
