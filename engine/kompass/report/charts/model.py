"""What a chart shows: values with bounds, so that every chart that exists can be drawn."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from kompass.model.base import Value
from kompass.report.charts.fields import (
    ROUNDING,
    Label,
    Number,
    Pictured,
    Scale,
    counted,
    inside,
    refused,
)
from kompass.report.charts.schedule import Gantt
from kompass.report.layout import clean
from kompass.report.numbers import short

Role = Literal["own", "earlier", "reference"]

_SERIES = 8


class Series(Value):
    """One line in a chart: a number for each axis or year, None where it is not known."""

    name: Label
    role: Role
    values: tuple[Number | None, ...]


class Mark(Value):
    """A number to compare with, by name."""

    name: Label
    value: Number


class Spider(Pictured):
    """Several series over the same axes, each axis a spoke of a wheel."""

    kind: Literal["spider"] = "spider"
    axes: tuple[Label, ...]
    max: Scale = 100
    series: tuple[Series, ...]

    @model_validator(mode="after")
    def _drawable(self) -> Self:
        counted(self.axes, "akser", 3, 12)
        counted(self.series, "serier", 1, _SERIES)
        for series in self.series:
            if len(series.values) != len(self.axes):
                raise refused(
                    f"«{clean(series.name, 60)}» har {len(series.values)} tall, men diagrammet har "
                    f"{len(self.axes)} akser."
                )
            inside(series.values, self.max, series.name)
        return self


class Bar(Value):
    """The points of one criterion.

    Attributes:
        points: What known answers give.
        documented: The part of it that has documentation.
        high: What the points can be at most, whatever is unknown.
        max: Where the bar ends.
        reference: What others have, in points, if known.
    """

    label: Label
    points: Number
    documented: Number
    high: Number
    max: Scale
    reference: Number | None = None

    @model_validator(mode="after")
    def _drawable(self) -> Self:
        numbers = (self.points, self.documented, self.high, self.reference)
        inside(numbers, self.max, self.label)
        return self


class Bars(Pictured):
    """Horizontal bars, each in per cent of its own maximum.

    Attributes:
        reference: What the bars' references are, as the legend says it.
    """

    kind: Literal["bars"] = "bars"
    bars: tuple[Bar, ...]
    reference: Label | None = None

    @model_validator(mode="after")
    def _drawable(self) -> Self:
        counted(self.bars, "stolper", 1, 40)
        return self


class Development(Pictured):
    """Several series over years. A reference may have one value: that of the last year."""

    kind: Literal["development"] = "development"
    years: tuple[Label, ...]
    max: Scale
    series: tuple[Series, ...]

    @model_validator(mode="after")
    def _drawable(self) -> Self:
        counted(self.years, "år", 1, 30)
        counted(self.series, "serier", 1, _SERIES)
        for series in self.series:
            single = series.role == "reference" and len(series.values) == 1
            if len(series.values) != len(self.years) and not single:
                raise refused(
                    f"«{clean(series.name, 60)}» har {len(series.values)} tall, men diagrammet har "
                    f"{len(self.years)} år."
                )
            inside(series.values, self.max, series.name)
        return self


class Gain(Value):
    """What a next step gives, in points, and the work it takes, in person-months."""

    label: Label
    gain: Number
    months: Number


class Gains(Pictured):
    """Horizontal bars of what next steps give."""

    kind: Literal["gains"] = "gains"
    gains: tuple[Gain, ...]

    @model_validator(mode="after")
    def _drawable(self) -> Self:
        counted(self.gains, "stolper", 1, 40)
        return self


class Band(Pictured):
    """One number on its scale, with what it can be at least and at most.

    Attributes:
        low: The least the points can be, whatever is unknown.
        points: What known answers give.
        high: The most they can be.
        documented: The part of the points that has documentation.
        references: Other numbers on the same scale.
    """

    kind: Literal["interval"] = "interval"
    low: Number
    points: Number
    high: Number
    max: Scale
    documented: Number
    references: tuple[Mark, ...] = ()

    @model_validator(mode="after")
    def _drawable(self) -> Self:
        counted(self.references, "sammenligninger", 0, _SERIES)
        inside((self.low, self.points, self.high, self.documented), self.max, self.title)
        if self.low > self.high * (1 + ROUNDING):
            raise refused(
                f"Det minste ({short(self.low)}) er større enn det største ({short(self.high)})."
            )
        for mark in self.references:
            inside((mark.value,), self.max, mark.name)
        return self


Chart = Annotated[Spider | Bars | Development | Gains | Band | Gantt, Field(discriminator="kind")]
