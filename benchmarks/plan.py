"""Plans: points and seconds of the search against the step-by-step plan, at growing size.

    uv run python benchmarks/plan.py [ANSWERS]

Baseline: the step-by-step plan (`greedy`) of the same problem, in the same run.
"""

from __future__ import annotations

import sys
from datetime import date
from time import perf_counter

from kompass.assessment.assess import stand
from kompass.cli.options import workbench
from kompass.model.plan import Wishes
from kompass.planning.calendar import half_years
from kompass.planning.exact import Search
from kompass.planning.greedy import greedy
from kompass.planning.problem import Problem
from kompass.planning.states import States

SIZES = ((3.0, 4), (6.0, 4), (12.0, 4), (6.0, 6), (12.0, 8))
"""Person-months in a half-year, and half-years."""


def main(path: str) -> None:
    """Print one row for each size."""
    bench = workbench(None, "nb")
    answers = bench.read(path).answers
    start = perf_counter()
    states = States(stand(bench.instrument(answers.framework), answers))
    sets = sum(len(block.points) for block in states.blocks)
    print(f"{path}: {len(states.block_of)} steps, {sets} sets in {perf_counter() - start:.2f} s\n")
    print("| capacity | half-years | greedy points | s | search points | s | ÷ greedy s | gap |")
    print("|---:|---:|---:|---:|---:|---:|---:|---:|")
    for capacity, periods in SIZES:
        wishes = Wishes(start=date(2027, 1, 1), periods=periods, capacity=capacity)
        problem = Problem(states, wishes, half_years(wishes.start, periods))
        begun = perf_counter()
        simple = greedy(problem) or {}
        between = perf_counter()
        found = Search(problem).solve(simple)
        done = perf_counter()
        assert found is not None
        slow, quick = done - between, between - begun
        points = float(problem.points(found.schedule))
        gap = "proven" if found.proven else f"{found.bound - points:.2f} points"
        print(
            f"| {capacity:g} | {periods} | {float(problem.points(simple)):.1f} | {quick:.2f} "
            f"| {points:.1f} | {slow:.1f} | {slow / quick:.0f} | {gap} |"
        )


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "examples/amot-2026.json")
