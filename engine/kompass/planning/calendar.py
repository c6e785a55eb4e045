"""Half-years, and when a council can decide.

Nothing here asks what day it is: a plan begins where it is told to.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = 6
"""The months of a period."""

SITTING = frozenset({2, 3, 4, 5, 6, 9, 10, 11, 12})
"""Months with an ordinary council meeting: none in January, July or August."""

ELECTION_BREAK = frozenset({9, 10})
"""In an election year the old council is done in September and the new one constitutes itself by
the end of October (kommuneloven § 7-1): neither month is for deciding what lasts."""

_SUMMER_ENDS = (8, 15)
_WEDNESDAY, _FRIDAY = 2, 4
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class HalfYear:
    """Six months, with the days on which the council can decide."""

    start: date
    end: date
    council: tuple[date, ...]


def half_years(start: date, periods: int, council: Sequence[date] = ()) -> tuple[HalfYear, ...]:
    """Return consecutive half-years.

    Args:
        start: Any day of the first month.
        periods: How many.
        council: The days the council meets; when empty, one meeting in each ordinary month.
    """
    found = []
    for number in range(periods):
        first = add_months(start.replace(day=1), MONTHS * number)
        last = add_months(first, MONTHS) - timedelta(days=1)
        meetings = council or ordinary_meetings(first, last)
        days = tuple(sorted({day for day in meetings if first <= day <= last}))
        found.append(HalfYear(first, last, days))
    return tuple(found)


def next_half_year(day: date) -> date:
    """Return the first January or July after a day."""
    return date(day.year, 7, 1) if day.month < 7 else date(day.year + 1, 1, 1)


def add_months(day: date, months: int) -> date:
    """Return the same day some months later, or the month's last day where it has none such."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def workday(day: date) -> date:
    """Return a day somebody can be expected to be done: after the summer, and no weekend."""
    if (7, 1) <= (day.month, day.day) < _SUMMER_ENDS:
        day = day.replace(month=_SUMMER_ENDS[0], day=_SUMMER_ENDS[1])
    return day + timedelta(days=7 - day.weekday()) if day.weekday() > _FRIDAY else day


def ordinary_meetings(first: date, last: date) -> tuple[date, ...]:
    """Return a likely council meeting in each sitting month: the second Wednesday.

    In the week before Easter nobody meets; then it is the Wednesday after Easter.
    """
    days = []
    month = first.replace(day=1)
    while month <= last:
        if _sits(month):
            day = month + timedelta(days=(_WEDNESDAY - month.weekday()) % 7) + _WEEK
            if timedelta(0) < easter(day.year) - day < _WEEK:
                day += _WEEK
            if first <= day <= last:
                days.append(day)
        month = add_months(month, 1)
    return tuple(days)


def easter(year: int) -> date:
    """Return Easter Sunday in the Gregorian calendar.

    Source: the algorithm of Meeus, Jones and Butcher (Meeus, Astronomical Algorithms, chapter 8).
    """
    century, rest = divmod(year, 100)
    leap = century // 4
    epact = (19 * (year % 19) + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (year % 19 + 11 * epact + 22 * sunday) // 451
    month, day = divmod(epact + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def is_election_year(year: int) -> bool:
    """Tell whether councils are elected in a year: every fourth, 2023 and 2027 among them."""
    return year % 4 == 3


def _sits(month: date) -> bool:
    on_break = is_election_year(month.year) and month.month in ELECTION_BREAK
    return month.month in SITTING and not on_break
