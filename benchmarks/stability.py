"""Measures how far the points of the examples move when answers are off, by chance and in common.

Run with ``uv run python benchmarks/stability.py``. Draws are those of the product; a common lean
turns every step of a draw the same way, up in half of the draws.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import reduce
from operator import add
from pathlib import Path

import numpy as np
from numpy.random import PCG64
from numpy.typing import NDArray

from kompass.assessment.assess import TOTAL, add_up, stand
from kompass.assessment.claims import claims, unknown
from kompass.assessment.stability import DRAWS, SEED, draw, interval, stability, steps
from kompass.assessment.standing import Standing
from kompass.assessment.variants import Variants
from kompass.cli.options import workbench
from kompass.model.uncertainty import Slips

EXAMPLES = Path(__file__).parents[1] / "examples"
SHARES = tuple(Fraction(it, 100) for it in (3, 5, 10, 20, 30))
POLICY = Fraction(1, 5)


def main() -> None:
    """Print the intervals of every example, then what it takes to work them out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=9, help="times each is timed (9)")
    repeats = parser.parse_args().repeats
    bench = workbench(None, "nb")
    print("| answers off | total | 90 % of draws | of the total | half the width | middle |")
    print("|---|---:|---:|---:|---:|---:|")
    for name in ("amot-2026", "roros-2022"):
        answers = bench.read(str(EXAMPLES / f"{name}.json")).answers
        standing = stand(bench.instrument(answers.framework, "reference"), answers)
        for share in SHARES:
            row(f"{name}, {share * 100} %", standing, steps(share, DRAWS))
        row(f"{name}, {POLICY * 100} %, in common", standing, leaning(steps(POLICY, DRAWS)))
    print()
    slips = bench.content.slips
    assert slips is not None
    for part, seconds in costs(standing, slips, repeats).items():
        print(f"{part:10} {1000 * seconds:5.0f} ms")


def row(label: str, standing: Standing, off: Iterator[NDArray[np.int8]]) -> None:
    """Print where the total lies."""
    variants = Variants(standing)
    drawn = reduce(add, draw(variants, off, DRAWS).values())
    now = float(add_up(standing)[TOTAL].points)
    found = interval(variants, drawn)
    low, high = (100 * (it / now - 1) for it in (found.low, found.high))
    half = 100 * (found.high - found.low) / 2 / now
    middle = 100 * (variants.points(int(np.sort(drawn)[len(drawn) // 2])) / now - 1)
    print(
        f"| {label} | {now:.0f} | {found.low:.0f}–{found.high:.0f} "
        f"| {low:+.1f} to {high:+.1f} % | {half:.1f} % | {middle:+.1f} % |"
    )


def leaning(off: Iterator[NDArray[np.int8]]) -> Iterator[NDArray[np.int8]]:
    """Turn every step of a draw the same way."""
    way = np.where(PCG64(SEED + 1).random_raw(DRAWS) % 2, 1, -1).astype(np.int8)
    return (np.abs(it) * way for it in off)


def costs(standing: Standing, slips: Slips, repeats: int) -> dict[str, float]:
    """Return the shortest time of each part, with nothing documented."""
    sheet = standing.sheet
    bare = Standing(standing.instrument, type(sheet)(sheet.stated, frozenset(), {}, {}))
    parts: dict[str, Callable[[], object]] = {
        "stability": lambda: stability(Variants(bare), slips, "nb"),
        "unknown": lambda: unknown(Variants(bare)),
        "claims": lambda: claims(Variants(bare), "nb"),
    }
    found: dict[str, float] = {}
    for _ in range(repeats):
        for name, run in parts.items():
            begun = time.perf_counter()
            run()
            found[name] = min(found.get(name, 9e9), time.perf_counter() - begun)
    return found


if __name__ == "__main__":
    main()
