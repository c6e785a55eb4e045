"""Half-years, and days on which a council can decide."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompass.planning.calendar import (
    add_months,
    easter,
    half_years,
    is_election_year,
    next_half_year,
    ordinary_meetings,
)

DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    "sunday",
    [
        "2000-04-23",
        "2008-03-23",
        "2011-04-24",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2038-04-25",
    ],
)
def test_easter_is_where_the_almanac_has_it(sunday: str) -> None:
    assert easter(int(sunday[:4])).isoformat() == sunday


@given(st.integers(1900, 2200))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    assert easter(year).weekday() == 6
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)


@given(DAYS, st.integers(1, 20))
def test_half_years_follow_one_another_without_a_gap(start: date, count: int) -> None:
    found = half_years(start, count)
    assert found[0].start == start.replace(day=1)
    assert all(a.end + timedelta(days=1) == b.start for a, b in pairwise(found))
    assert found[-1].end == add_months(found[0].start, 6 * count) - timedelta(days=1)


@given(DAYS)
def test_a_plan_begins_in_january_or_july_after_the_answers(day: date) -> None:
    start = next_half_year(day)
    assert day < start <= add_months(day, 7) and start.day == 1 and start.month in (1, 7)


@given(DAYS)
def test_no_council_meets_in_the_summer_at_easter_or_on_17_may(start: date) -> None:
    for day in ordinary_meetings(start, add_months(start, 36)):
        assert day.month not in (1, 7, 8)
        assert day.weekday() == 2
        assert (day.month, day.day) != (5, 17)
        assert not timedelta(0) <= easter(day.year) - day <= timedelta(days=7)


def test_the_autumn_of_an_election_has_fewer_meetings() -> None:
    election, ordinary = half_years(date(2027, 7, 1), 1)[0], half_years(date(2028, 7, 1), 1)[0]
    assert is_election_year(2027) and not is_election_year(2028)
    assert {day.month for day in election.council} == {11, 12}
    assert {day.month for day in ordinary.council} == {9, 10, 11, 12}


def test_days_that_are_given_are_used_and_no_others() -> None:
    days = (date(2027, 10, 20), date(2027, 3, 3), date(2026, 3, 3))
    first, second, third = half_years(date(2027, 1, 1), 3, days)
    assert (first.council, second.council, third.council) == (days[1:2], days[:1], ())


def test_the_last_day_of_a_short_month_is_kept() -> None:
    assert add_months(date(2027, 8, 31), 6) == date(2028, 2, 29)
    assert add_months(date(2027, 1, 31), -2) == date(2026, 11, 30)
