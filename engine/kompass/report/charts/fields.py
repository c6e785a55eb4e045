"""Numbers and texts that can be drawn, with messages a person understands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sized
from math import isfinite
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from kompass.model.base import Value
from kompass.report.layout import clean
from kompass.report.numbers import short

_LABEL = 200
_ALT = 4_000
_LEAST_SCALE = 0.01
_MOST = 1_000_000.0
ROUNDING = 1e-9
"""How far beyond its maximum a sum of floats may stand, as a share of it."""


def refused(message: str) -> PydanticCustomError:
    """Return an error that says ``message`` as it stands."""
    return PydanticCustomError("chart", "{message}", {"message": message})


def _number(least: float) -> Callable[[float], float]:
    """Return a check that a number is finite and neither too small nor too large to draw."""

    def check(value: float) -> float:
        if not isfinite(value):
            raise refused("Tallet må være et endelig tall.")
        if not least <= value <= _MOST:
            raise refused(f"Tallet må være fra {_written(least)} til {_written(_MOST)}.")
        return value

    return check


def _written(number: float) -> str:
    return f"{number:g}".replace(".", ",") if number < 1 else f"{number:.0f}"


def _at_most(characters: int) -> Callable[[str], str]:
    """Return a check that a text has room."""

    def check(value: str) -> str:
        if len(value) > characters:
            raise refused(f"Teksten har {len(value)} tegn; høyst {characters} får plass.")
        return value

    return check


def _readable(value: str) -> str:
    """Refuse a text without a visible character."""
    if not clean(value):
        raise refused("Teksten er tom; et diagram må ha tittel og beskrivelse.")
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


def counted(items: Sized, what: str, least: int, most: int) -> None:
    """Refuse too few or too many of something."""
    if not least <= len(items) <= most:
        raise refused(f"Diagrammet har {len(items)} {what}; det må ha fra {least} til {most}.")


def inside(numbers: Iterable[float | None], most: float, whose: str) -> None:
    """Refuse a number beyond the scale."""
    for number in numbers:
        if number is not None and number > most * (1 + ROUNDING):
            raise refused(
                f"«{clean(whose, 60)}» har tallet {short(number)}, men skalaen slutter på "
                f"{short(most)}."
            )


class Pictured(Value):
    """What every chart has."""

    title: Title
    alt: Alt

    @property
    def wide(self) -> bool:
        """Whether it takes a page of its own, turned on its side."""
        return False
