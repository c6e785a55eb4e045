"""Dates as people write them: 1.3.2026, 01.03.2026, or the ISO date itself."""

from __future__ import annotations

import re
from datetime import date as Date  # noqa: N812

_DAY = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def iso_day(text: str) -> str:
    """Return the ISO date somebody means.

    Raises:
        ValueError: It is no date.
    """
    if found := _DAY.fullmatch(text.strip()):
        day, month, year = map(int, found.groups())
        return Date(year, month, day).isoformat()
    if _ISO.fullmatch(text.strip()):
        return Date.fromisoformat(text.strip()).isoformat()
    raise ValueError(text)
