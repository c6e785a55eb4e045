"""What a municipality has answered, as it stands in an answers file."""

from __future__ import annotations

from datetime import date as Date  # noqa: N812 - the field is called `date`
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from kompass.model.base import Value

ANSWERS_SCHEMA = "kompass/answers/1"

FactId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
Line = Annotated[str, StringConstraints(min_length=1)]
Extensions = dict[str, Any]


class Evidence(Value):
    """Something that shows an answer to be true. An interview names a role, never a person."""

    kind: Literal["document", "web", "interview", "observation"]
    title: Line | None = Field(None, description="What the document or page is called.")
    role: Line | None = Field(None, description="For an interview: the role, not the person.")
    date: Date | None = Field(None, description="ISO date, for example 2026-03-01.")
    url: Line | None = None
    locator: Line | None = Field(None, description="Where in it: a page, section or heading.")


class Answer(Value):
    """The answer to one fact, with what it rests on."""

    value: str | int = Field(description="A value of the fact's answer set, or vet_ikke.")
    evidence: tuple[Evidence, ...] = ()
    basis: Literal["stated", "inferred"] | None = Field(
        None, description="Whether a source says it, or a coder concludes it."
    )
    reason: Line | None = Field(None, description="Why the question is not relevant.")
    note: str | None = None
    due: Date | None = Field(None, description="When something planned is to be in use.")
    by: str | None = None
    at: str | None = None
    flag: bool | None = None
    comment: str | None = None
    extensions: Extensions | None = Field(None, description="Kept, never read.")


class Municipality(Value):
    """Which municipality the answers are about."""

    number: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")] = Field(
        description="The four-digit municipality number, as text."
    )
    name: Line
    population: int | None = Field(None, ge=0)


class RatingAdjustment(Value):
    """A consultant's change of one rating, with reason and name."""

    question: Line
    dimension: Line
    to: int = Field(ge=0, le=10, description="The rating somebody decided.")
    reason: Line
    by: Line


class FindingAdjustment(Value):
    """A consultant's change of one finding, with reason and name."""

    finding: Line = Field(description="The id of the finding.")
    text: Line | None = Field(
        None, description="What it shall say instead; without it, the finding is taken out."
    )
    reason: Line
    by: Line


Adjustment = RatingAdjustment | FindingAdjustment


class Answers(Value):
    """A whole answers file; bare values have become `Answer` objects."""

    schema_uri: str | None = Field(None, alias="$schema", description="For editors; never read.")
    schema_id: Literal["kompass/answers/1"] = Field(alias="schema")
    framework: Line
    municipality: Municipality
    date: Date = Field(description="The day the answers describe, as an ISO date.")
    answers: dict[FactId, Answer]
    respondents: tuple[dict[str, Any], ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    extensions: Extensions | None = Field(None, description="Kept, never read.")
