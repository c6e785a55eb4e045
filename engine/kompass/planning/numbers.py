"""Numbers as people write them."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal


def number(value: float) -> str:
    """Return a number with a decimal comma and at most one decimal, never rounded upwards.

    It tells how far one can get, and must not promise more.
    """
    shown = Decimal(repr(round(value, 6))).quantize(Decimal("0.1"), ROUND_DOWN)
    return str(shown).removesuffix(".0").replace(".", ",")
