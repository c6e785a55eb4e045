"""Numbers as Norwegian readers expect them, rounded half up from exact values."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date as Date  # noqa: N812
from fractions import Fraction
from math import floor

_MONTHS = ("januar", "februar", "mars", "april", "mai", "juni", "juli", "august",
           "september", "oktober", "november", "desember")  # fmt: skip
_SHORT = ("jan.", "feb.", "mars", "april", "mai", "juni", "juli", "aug.", "sept.", "okt.", "nov.",
          "des.")  # fmt: skip


def exact(value: float) -> Fraction:
    """Return the fraction a result's number was written from.

    Points have small denominators (questions × dimensions × 10), so the nearest fraction with a
    denominator up to a million is the one they came from.
    """
    return Fraction(value).limit_denominator(1_000_000)


def rounded(value: float, decimals: int = 1) -> str:
    """Return a number with decimal comma, rounded half up from its exact value."""
    shift = 10**decimals
    number = floor(exact(value) * shift + Fraction(1, 2))
    sign = "−" if number < 0 else ""
    whole, rest = divmod(abs(number), shift)
    return f"{sign}{whole},{rest:0{decimals}d}" if decimals else f"{sign}{whole}"


def short(value: float) -> str:
    """Return a number with at most one decimal, without a superfluous zero: ``2`` or ``0,5``."""
    return rounded(value).removesuffix(",0")


def day(iso: str) -> str:
    """Return an ISO date as ``1. mars 2026``."""
    date = Date.fromisoformat(iso)
    return f"{date.day}. {_MONTHS[date.month - 1]} {date.year}"


def day_of_year(date: Date) -> str:
    """Return a day without its year, as short as it can be: ``9. juni``, ``10. nov.``."""
    return f"{date.day}. {short_month(date)}"


def month_name(date: Date) -> str:
    """Return the name of a day's month."""
    return _MONTHS[date.month - 1]


def short_month(date: Date) -> str:
    """Return a day's month as it is shortened in running text: ``mai``, ``juni``, ``nov.``."""
    return _SHORT[date.month - 1]


def months(start: Date, end: Date) -> str:
    """Return the months from one day to another: ``juli 2027–juni 2028`` or ``mars–mai 2027``."""
    return _span(start, end, month_name)


def short_months(start: Date, end: Date) -> str:
    """Return the months from one day to another for a narrow column: ``jan.–juni 2027``."""
    return _span(start, end, short_month)


def _span(start: Date, end: Date, name: Callable[[Date], str]) -> str:
    last = f"{name(end)} {end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return last
    first = name(start) if start.year == end.year else f"{name(start)} {start.year}"
    return f"{first}–{last}"


def month(date: Date) -> str:
    """Return the month of a day as ``mar 2026``, for the head of a narrow column."""
    return f"{_MONTHS[date.month - 1][:3]} {date.year}"
