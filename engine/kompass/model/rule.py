"""Rules: what facts give in points, and what they say about a municipality."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from kompass.model.base import Text, Value
from kompass.model.condition import Condition

FindingKind = Literal["strength", "challenge", "weakness"]
KINDS: tuple[FindingKind, ...] = ("strength", "challenge", "weakness")


class ScoreCase(Value):
    """One outcome of a score rule: the condition, what it gives, and why."""

    id: str
    when: Condition
    points: int = Field(ge=1, le=10)
    reason: Text


class ScoreRule(Value):
    """A rule that gives points to one dimension of one question.

    Attributes:
        id: ``<question>.<local name>``.
        scale: The shared scale its points come from; None where the rule has numbers of its own.
        why: The reason for numbers of its own.
        cases: Mutually exclusive outcomes.
    """

    id: str
    question: str
    dimension: str
    scale: str | None = None
    why: str | None = None
    cases: tuple[ScoreCase, ...]


PLANNED_SLOT = "planlagt"
"""The slot that says that what is missing has been decided or begun."""


class SlotText(Value):
    """One way to fill a slot in a finding's text; a default has no condition."""

    id: str
    when: Condition | None = None
    text: Text


class FindingRule(Value):
    """A rule that says something about a municipality.

    Attributes:
        question: The question it speaks of; None for a rule that looks at several.
        slots: For each ``{name}`` in the text, the phrases that may fill it.
    """

    id: str
    area: str
    criterion: str
    question: str | None
    kind: FindingKind
    topic: str
    when: Condition
    text: Text
    slots: dict[str, tuple[SlotText, ...]] = {}

    def kind_when(self, fired: frozenset[str]) -> FindingKind:
        """Return the kind of the finding, given which rules and phrases hold.

        What does not exist is a weakness. What does not exist yet, but has been decided or begun,
        is a challenge: published evaluations put it in that column, and so would a fair adviser.
        """
        planned = self.slots.get(PLANNED_SLOT, ())
        if self.kind == "weakness" and any(phrase.id in fired for phrase in planned):
            return "challenge"
        return self.kind
