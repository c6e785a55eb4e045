"""Round numbers along a scale."""

from __future__ import annotations

from math import floor, log10

from kompass.report.numbers import rounded


def ticks(most: float, count: int = 5) -> list[tuple[float, str]]:
    """Return about ``count`` round numbers from zero to ``most``, each as it is written."""
    raw = most / count
    power = floor(log10(raw) + 1e-9)
    step = next(it * 10.0**power for it in (1, 2, 5, 10) if it * 10.0**power >= raw * (1 - 1e-9))
    decimals = max(0, -floor(log10(step) + 1e-9))
    values = [step * index for index in range(floor(most / step + 1e-9) + 1)]
    return [(min(value, most), rounded(value, decimals)) for value in values]
