"""Numbers for people: exact, rounded half up, with decimal comma."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompass.report.numbers import day, exact, rounded, short


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [(0, 1, "0,0"), (2.65, 1, "2,7"), (0.05, 1, "0,1"), (3.34, 1, "3,3"), (99.5, 0, "100"),
     (-1.25, 1, "−1,2"), (20, 0, "20"), (1 / 3, 1, "0,3"), (8.25, 1, "8,3")],
)  # fmt: skip
def test_rounding(value: float, decimals: int, text: str) -> None:
    assert rounded(value, decimals) == text


@given(st.integers(0, 24000), st.integers(1, 300))
def test_the_fraction_behind_a_number_is_found_again(numerator: int, denominator: int) -> None:
    assert exact(float(Fraction(numerator, denominator))) == Fraction(numerator, denominator)


def test_short_and_day() -> None:
    assert (short(2.0), short(0.5)) == ("2", "0,5")
    assert day("2026-03-01") == "1. mars 2026"
