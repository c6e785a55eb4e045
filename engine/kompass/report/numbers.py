"""Numbers as Norwegian readers expect them, rounded half up from exact values."""

from __future__ import annotations

from datetime import date as Date  # noqa: N812
from fractions import Fraction
from math import floor

_MONTHS = ("januar", "februar", "mars", "april", "mai", "juni", "juli", "august",
           "september", "oktober", "november", "desember")  # fmt: skip


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
