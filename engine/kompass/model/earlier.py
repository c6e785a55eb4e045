"""What a result is compared with: earlier years of the municipality, and reference figures."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from kompass.model.base import Value

PUBLISHED_SCHEMA = "kompass/published/1"

Points = Annotated[float, Field(ge=0, le=10_000, allow_inf_nan=False)]


class PublishedPoints(Value):
    """Points as an evaluation published them. Keys kompass does not know are left alone."""

    model_config = ConfigDict(extra="ignore", frozen=True, populate_by_name=True)

    schema_id: Literal["kompass/published/1"] = Field("kompass/published/1", alias="schema")
    municipality: str
    year: int = Field(ge=1990, le=2100)
    framework: str | None = None
    source: str
    total: Points | None = None
    areas: dict[str, Points]
    criteria: dict[str, Points] = {}
    note: str = ""


class Earlier(Value):
    """Points of an earlier year, published or computed.

    Attributes:
        framework: The version of the instrument, if known.
        rules: The hash of the rules that gave the points; None for published ones.
        total: What was stated as the total; where nothing was, the sum of the areas.
        source: Where the numbers stand.
    """

    municipality: str
    year: int
    framework: str | None
    rules: str | None
    source: str
    note: str
    total: float
    areas: dict[str, float]
    criteria: dict[str, float]


class ReferenceFigure(Value):
    """A figure that others have published, with its year and source.

    Attributes:
        group: ``all``, or the size group by inhabitants.
        evaluations: How many evaluations it is worked out from.
    """

    measure: Literal["mean", "median", "normal_low", "normal_high"]
    group: Literal["all", "under-5000", "5000-10000", "over-10000"]
    year: int
    points: Points
    evaluations: int = Field(ge=1)
    source: str


def size_group(population: int | None) -> str | None:
    """Return the size group of a municipality, or None when its population is not known."""
    if population is None:
        return None
    if population < 5000:
        return "under-5000"
    return "5000-10000" if population <= 10000 else "over-10000"
