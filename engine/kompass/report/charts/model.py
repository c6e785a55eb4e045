"""What a chart shows: values with bounds, so that every chart that exists can be drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sized
from math import isfinite
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from kompass.model.base import Value
from kompass.report.layout import clean
from kompass.report.numbers import short

Role = Literal["own", "earlier", "reference"]

_LABEL = 200
_ALT = 4_000
_SERIES = 8
_LEAST_SCALE = 0.01
_MOST = 1_000_000.0
_ROUNDING = 1e-9
"""How far beyond its maximum a sum of floats may stand, as a share of it."""


def _refused(message: str) -> PydanticCustomError:
    """Return an error that says ``message`` as it stands."""
    return PydanticCustomError("chart", "{message}", {"message": message})


def _number(least: float) -> Callable[[float], float]:
    """Return a check that a number is finite and neither too small nor too large to draw."""

    def check(value: float) -> float:
        if not isfinite(value):
            raise _refused("Tallet må være et endelig tall.")
        if not least <= value <= _MOST:
            raise _refused(f"Tallet må være fra {_written(least)} til {_written(_MOST)}.")
        return value

    return check


def _written(number: float) -> str:
    return f"{number:g}".replace(".", ",") if number < 1 else f"{number:.0f}"


def _at_most(characters: int) -> Callable[[str], str]:
    """Return a check that a text has room."""

    def check(value: str) -> str:
        if len(value) > characters:
            raise _refused(f"Teksten har {len(value)} tegn; høyst {characters} får plass.")
        return value

    return check


def _readable(value: str) -> str:
    """Refuse a text without a visible character."""
    if not clean(value):
        raise _refused("Teksten er tom; et diagram må ha tittel og beskrivelse.")
    return value


Number = Annotated[float, AfterValidator(_number(0))]
"""A number of points or months."""
Scale = Annotated[float, AfterValidator(_number(_LEAST_SCALE))]
"""The number a scale ends at."""
Label = Annotated[str, AfterValidator(_at_most(_LABEL))]
"""A name in a chart."""
Title = Annotated[str, AfterValidator(_at_most(_LABEL)), AfterValidator(_readable)]
"""What a chart is called. It is not drawn: the page has its caption."""
Alt = Annotated[str, AfterValidator(_at_most(_ALT)), AfterValidator(_readable)]
"""What a chart says, for those who do not see it."""


def _counted(items: Sized, what: str, least: int, most: int) -> None:
    """Refuse too few or too many of something."""
    if not least <= len(items) <= most:
        raise _refused(f"Diagrammet har {len(items)} {what}; det må ha fra {least} til {most}.")


def _inside(numbers: Iterable[float | None], most: float, whose: str) -> None:
    """Refuse a number beyond the scale."""
    for number in numbers:
        if number is not None and number > most * (1 + _ROUNDING):
            raise _refused(
                f"«{clean(whose, 60)}» har tallet {short(number)}, men skalaen slutter på "
                f"{short(most)}."
            )


class Series(Value):
    """One line in a chart: a number for each axis or year, None where it is not known."""

    name: Label
    role: Role
    values: tuple[Number | None, ...]


class Mark(Value):
    """A number to compare with, by name."""

    name: Label
    value: Number


class _Pictured(Value):
    """What every chart has."""

    title: Title
    alt: Alt


class Spider(_Pictured):
    """Several series over the same axes, each axis a spoke of a wheel."""

    kind: Literal["spider"] = "spider"
    axes: tuple[Label, ...]
    max: Scale = 100
    series: tuple[Series, ...]

    @model_validator(mode="after")
    def _drawable(self) -> Self:
        _counted(self.axes, "akser", 3, 12)
        _counted(self.series, "serier", 1, _SERIES)
        for series in self.series:
            if len(series.values) != len(self.axes):
                raise _refused(
                    f"«{clean(series.name, 60)}» har {len(series.values)} tall, men diagrammet har "
                    f"{len(self.axes)} akser."
                )
            _inside(series.values, self.max, series.name)
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
        _inside(numbers, self.max, self.label)
        return self


class Bars(_Pictured):
    """Horizontal bars, each in per cent of its own maximum.

    Attributes:
        reference: What the bars' references are, as the legend says it.
    """

    kind: Literal["bars"] = "bars"
    bars: tuple[Bar, ...]
    reference: Label | None = None

    @model_validator(mode="after")
    def _drawable(self) -> Self:
        _counted(self.bars, "stolper", 1, 40)
        return self


class Development(_Pictured):
    """Several series over years. A reference may have one value: that of the last year."""

    kind: Literal["development"] = "development"
    years: tuple[Label, ...]
    max: Scale
    series: tuple[Series, ...]

    @model_validator(mode="after")
    def _drawable(self) -> Self:
        _counted(self.years, "år", 1, 30)
        _counted(self.series, "serier", 1, _SERIES)
        for series in self.series:
            single = series.role == "reference" and len(series.values) == 1
            if len(series.values) != len(self.years) and not single:
                raise _refused(
                    f"«{clean(series.name, 60)}» har {len(series.values)} tall, men diagrammet har "
                    f"{len(self.years)} år."
                )
            _inside(series.values, self.max, series.name)
        return self


class Gain(Value):
    """What a next step gives, in points, and the work it takes, in person-months."""

    label: Label
    gain: Number
    months: Number


class Gains(_Pictured):
    """Horizontal bars of what next steps give."""

    kind: Literal["gains"] = "gains"
    gains: tuple[Gain, ...]

    @model_validator(mode="after")
    def _drawable(self) -> Self:
        _counted(self.gains, "stolper", 1, 40)
        return self


class Band(_Pictured):
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
        _counted(self.references, "sammenligninger", 0, _SERIES)
        _inside((self.low, self.points, self.high, self.documented), self.max, self.title)
        if self.low > self.high * (1 + _ROUNDING):
            raise _refused(
                f"Det minste ({short(self.low)}) er større enn det største ({short(self.high)})."
            )
        for mark in self.references:
            _inside((mark.value,), self.max, mark.name)
        return self


Chart = Annotated[Spider | Bars | Development | Gains | Band, Field(discriminator="kind")]
