"""Times rule engines on the same rules and the same answers.

Run with ``uv run --group bench python benchmarks/engines.py``.
"""

from __future__ import annotations

import argparse
import gc
import os
import platform
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.adapters import Clips, JsonLogic, ZenDecision, ZenExpression
from benchmarks.workload import Call, Workload, real_content, synthetic

from kompass.inference.durable import DurableEvaluator
from kompass.inference.partition import Evaluator, ReferenceEvaluator

LAYOUTS = ("by question", "whole phases")


@dataclass
class Timing:
    """What one engine took, in seconds.

    Attributes:
        plan: The calls of each assessment.
        first: The first assessment, which compiles.
        shortest: The shortest time of each assessment.
    """

    evaluator: Evaluator
    layout: str
    plan: Sequence[Sequence[Call]]
    first: float = inf
    shortest: list[float] = field(default_factory=list)

    @property
    def best(self) -> float:
        """The time of one assessment, on average."""
        return sum(self.shortest) / len(self.shortest)


def main() -> None:
    """Measure both workloads and print a table for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rules", type=int, default=1200, help="synthetic rules (1200)")
    parser.add_argument("--assessments", type=int, default=20, help="answer states to draw (20)")
    parser.add_argument("--repeats", type=int, default=10, help="rounds, the best counts (10)")
    wanted = parser.parse_args()
    load = os.getloadavg()[0]
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {load:.1f}")
    for workload in (real_content(), synthetic(wanted.rules)):
        count = sum(len(partition.rules) for partition in (workload.whole[0], workload.whole[2]))
        print(f"\n{workload.name}, {count} rules\n")
        report(measure(workload, wanted.assessments, wanted.repeats))


def engines() -> list[Evaluator]:
    """Return every engine anew, with nothing compiled."""
    return [
        ReferenceEvaluator(),
        DurableEvaluator(),
        ZenDecision(),
        ZenExpression(),
        Clips(),
        JsonLogic(),
    ]


def measure(workload: Workload, assessments: int, repeats: int) -> list[Timing]:
    """Time every engine in both layouts, taking turns so that noise falls on all alike."""
    drawn = workload.assessments(assessments)
    timings = [
        Timing(engine, layout, [both[at] for both in drawn])
        for at, layout in enumerate(LAYOUTS)
        for engine in engines()
    ]
    for timing in timings:
        timing.first = _seconds(timing.evaluator, timing.plan[0])
        _assert_identical(timing.evaluator, timing.plan)
        timing.shortest = [inf] * assessments
    for _ in range(repeats):
        for timing in timings:
            took = (_seconds(timing.evaluator, calls) for calls in timing.plan)
            timing.shortest = list(map(min, timing.shortest, took))
    return timings


def report(timings: Sequence[Timing]) -> None:
    """Print a Markdown table. A ratio is to the named engine's own best layout."""
    bases = {
        "zen graph": _best(timings, ZenDecision),
        "zen expr.": _best(timings, ZenExpression),
        "reference": _best(timings, ReferenceEvaluator),
    }
    heads = ["ms", *(f"÷ {name}" for name in bases), "compile ms"]
    print(f"| {'engine':33} | {'layout':12} | {' | '.join(f'{it:>11}' for it in heads)} |")
    print(f"|{'-' * 35}|{'-' * 14}|{'|'.join(['-' * 12 + ':'] * len(heads))}|")
    for it in timings:
        compiling = max(0.0, it.first - it.best)
        values = [it.best * 1e3, *(it.best / base for base in bases.values()), compiling * 1e3]
        cells = " | ".join(f"{value:11.2f}" for value in values)
        print(f"| {it.evaluator.name:33} | {it.layout:12} | {cells} |")


def _best(timings: Sequence[Timing], kind: type) -> float:
    return min(it.best for it in timings if isinstance(it.evaluator, kind))


def _seconds(evaluator: Evaluator, calls: Sequence[Call]) -> float:
    gc.disable()
    start = time.perf_counter()
    for partition, ranks in calls:
        evaluator.fired(partition, ranks)
    took = time.perf_counter() - start
    gc.enable()
    return took


def _assert_identical(evaluator: Evaluator, plan: Sequence[Sequence[Call]]) -> None:
    reference = ReferenceEvaluator()
    for number, calls in enumerate(plan):
        for partition, ranks in calls:
            wrong = evaluator.fired(partition, ranks) ^ reference.fired(partition, ranks)
            if wrong:
                differ = ", ".join(sorted(wrong))
                sys.exit(f"{evaluator.name}, assessment {number}, {partition.id}: {differ}")


if __name__ == "__main__":
    main()
