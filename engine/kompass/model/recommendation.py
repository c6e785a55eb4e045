"""Next steps: what to do, what it changes, what it takes."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from kompass.model.base import Text, Value


class Effort(Value):
    """Work in person-months, and calendar time in months."""

    person_months: float = Field(gt=0, le=120)
    months: int = Field(gt=0, le=60)

    def __add__(self, other: Effort) -> Effort:
        """Return both efforts done one after the other."""
        return Effort(
            person_months=self.person_months + other.person_months,
            months=min(60, self.months + other.months),
        )


class Practice(Value):
    """A public example of the practice, from a published evaluation."""

    municipality: str
    year: int = Field(ge=1990, le=2100)
    note: Text


class NextStep(Value):
    """Something a municipality can do, in an adviser's words.

    Attributes:
        finish: The title where the work has been decided or begun.
        changes: The facts the step raises, and to which value.
        requires: Steps that must come first.
        works_when: How one sees that it works.
        legal: The legal duty it meets, with the provision.
    """

    id: str
    area: str
    criterion: str
    title: Text
    finish: Text
    why: Text
    how: tuple[Text, ...] = Field(min_length=3, max_length=6)
    changes: dict[str, str] = Field(min_length=1)
    requires: tuple[str, ...] = ()
    effort: Effort
    responsible: str
    decision: Literal["politisk", "administrativ"]
    works_when: Text
    practice: Practice | None = None
    sdg: tuple[int, ...] = ()
    legal: str | None = None
