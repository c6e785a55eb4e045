"""Saves what was typed, without ever writing over what somebody else has answered meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kompass.intake.answers import World
from kompass.model.base import Lang
from kompass.storage.entries import Edit, Entry
from kompass.storage.errors import ConflictError
from kompass.web.fact_form import Typed, body_of
from kompass.web.live import Live
from kompass.web.site import Site

Kind = Literal["saved", "unchanged", "invalid", "conflict", "theirs"]


@dataclass(frozen=True)
class Saved:
    """What became of something typed.

    Attributes:
        kind: ``theirs`` when the other's answer was chosen in a conflict.
        typed: What was typed, with its errors.
        entry: What stands now.
    """

    kind: Kind
    typed: Typed
    entry: Entry | None

    @property
    def confirmed(self) -> bool:
        """Whether what the page shows is what the store has."""
        return self.kind in ("saved", "unchanged", "theirs")


def save_typed(site: Site, live: Live, typed: Typed, lang: Lang, by: str | None) -> Saved:
    """Save an answer as it was typed.

    Raises:
        StorageFullError: There is no room; nothing was saved.
    """
    standing = live.entries.get(typed.fact)
    if typed.choice == "theirs":
        return Saved("theirs", typed, standing)
    world = World(site.content, site.register)
    body = body_of(typed, standing.body if standing else None, world, lang)
    if typed.errors:
        return Saved("invalid", typed, standing)
    try:
        done = site.workspace.save(live.assessment.id, [Edit(typed.fact, body, typed.base)], by)
    except ConflictError as conflict:
        return Saved("conflict", typed, conflict.current)
    entry = done[typed.fact]
    changed = (entry.revision if entry else 0) != typed.base or (body is None and typed.base)
    return Saved("saved" if changed else "unchanged", typed, entry)
