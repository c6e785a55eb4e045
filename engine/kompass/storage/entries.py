"""What a workspace holds. Every time is UTC, as ISO text with seconds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands under a key of an assessment.

    Attributes:
        key: A fact, or something else when it begins with ``@``.
        body: An answer, or whatever belongs under the key.
        revision: Grows with every change of the key, and is never used again.
        at: When it was saved.
        by: Who saved it.
    """

    key: str
    body: dict[str, Any]
    revision: int
    at: str
    by: str | None


@dataclass(frozen=True, slots=True)
class Edit:
    """A change somebody wants.

    Attributes:
        key: What is changed.
        body: What shall stand there; None takes it away.
        base: The revision it builds on; 0 where nothing stood.
    """

    key: str
    body: dict[str, Any] | None
    base: int


@dataclass(frozen=True, slots=True)
class Change:
    """A change that was made: who, when, from what, to what, and why."""

    id: int
    assessment: int
    key: str
    at: str
    by: str | None
    old: dict[str, Any] | None
    new: dict[str, Any] | None
    why: str | None


@dataclass(frozen=True, slots=True)
class Assessment:
    """The head of an assessment.

    Attributes:
        rest: What else stands at the top of its answers file.
        deleted: When it was deleted; None as long as it is not.
        version: Grows with every change of the assessment or anything in it.
    """

    id: int
    framework: str
    number: str
    name: str
    population: int | None
    date: str
    created: str
    changed: str
    deleted: str | None
    version: int
    rest: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who answers in the workspace."""

    id: int
    name: str
    role: str | None
