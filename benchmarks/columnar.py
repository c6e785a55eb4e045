"""Times the assessment of many municipalities: in columns, and one by one by other engines.

Run with ``uv run --group bench python benchmarks/columnar.py``, on Linux.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import os
import platform
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.workload import Call, Workload, real_content

from kompass.assessment.assess import TOTAL, add_up
from kompass.assessment.columns import Table
from kompass.assessment.instrument import Instrument
from kompass.assessment.many import SAMPLE, Many
from kompass.assessment.sheet import Sheet
from kompass.assessment.standing import Standing
from kompass.content.cache import load_cached
from kompass.content.location import content_root
from kompass.inference.columnar import Columns, fired, rows_of
from kompass.inference.durable import DurableEvaluator
from kompass.inference.expression import Ranks
from kompass.inference.partition import Evaluator, ReferenceEvaluator
from kompass.model.framework import UNKNOWN

Work: TypeAlias = Callable[[], object]
PART = 10_000
SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)


@dataclass
class Timing:
    """What one way took, in seconds.

    Attributes:
        name: The way.
        works: What is timed, each on its own: columns are one piece of work, engines one a row.
        rows: How many rows all the works are.
        shortest: The shortest time of each.
    """

    name: str
    works: Sequence[Work]
    rows: int
    shortest: list[float] = field(default_factory=list)

    def run(self) -> None:
        """Time every piece of work once more."""
        took = list(map(_seconds, self.works))
        self.shortest = list(map(min, self.shortest or took, took))

    @property
    def each(self) -> float:
        """The time of one row."""
        return sum(self.shortest) / self.rows


def main() -> None:
    """Measure throughput against other engines, then growth."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000, help="municipalities (10000)")
    parser.add_argument("--alone", type=int, default=50, help="rows assessed one by one (50)")
    parser.add_argument("--repeats", type=int, default=7, help="rounds, the best counts (7)")
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="rows to grow through")
    wanted = parser.parse_args()
    print(f"Python {platform.python_version()}, NumPy {np.__version__}", end=", ")
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    throughput(wanted.rows, wanted.alone, wanted.repeats)
    growth(wanted.sizes)


def throughput(rows: int, alone: int, repeats: int) -> None:
    """Print two tables: the rules alone on settled ranks, and whole assessments."""
    from benchmarks.adapters import ZenDecision, ZenExpression

    workload = real_content()
    answers = random_answers(Forgetful(ReferenceEvaluator()), rows)
    engines: list[Evaluator] = [
        ReferenceEvaluator(),
        DurableEvaluator(),
        ZenDecision(),
        ZenExpression(),
    ]
    print(f"\n{workload.name}. The engines assessed {alone} of {rows} rows; their time for all")
    print("is worked out from those.\n\nrules alone, one ruleset a phase\n")
    report(measure(rules_alone(workload, answers, engines, alone), repeats), rows)
    print("\nwhole assessments: settled, scored four times, found, added up\n")
    report(measure(whole(answers, engines, alone), repeats), rows)


def rules_alone(
    workload: Workload, answers: Columns, engines: Sequence[Evaluator], alone: int
) -> list[Timing]:
    """Return the three phases on ranks that are settled beforehand, as `engines.py` has them."""
    many = Many(Forgetful(ReferenceEvaluator()))
    settled = (
        _union(many.known(question, answers) for question in many.instrument.forms),
        _union(many.best(question, answers) for question in many.instrument.forms),
        many.assess(answers, sample=0).ranks,
    )
    phases = list(zip(workload.whole, settled, strict=True))
    rows = rows_of(answers)
    calls = [[(it, _row(columns, at)) for it, columns in phases] for at in range(alone)]
    for phase, (partition, columns) in enumerate(phases):
        masks = fired(partition, columns)
        for at, row in enumerate(calls):
            found = {id for id, mask in masks.items() if mask[at]}
            for engine in engines:
                if engine.fired(*row[phase]) != found:
                    sys.exit(f"columns and {engine.name} differ in row {at}, {partition.id}")

    def in_columns() -> None:
        for partition, columns in phases:
            fired(partition, columns)

    return [
        Timing("columns", [in_columns], rows),
        *(Timing(it.name, [_calling(it, row) for row in calls], alone) for it in engines),
    ]


def whole(answers: Columns, engines: Sequence[Evaluator], alone: int) -> list[Timing]:
    """Return assessments from what is stated to points and findings, without their texts.

    The engines are used as kompass uses one, with a ruleset per question and phase.
    """
    rows = rows_of(answers)
    many = Many(Forgetful(ReferenceEvaluator()))
    checked = Many(Forgetful(DurableEvaluator()))
    many.assess(answers, sample=alone)
    timings = [
        Timing("columns", [lambda: many.assess(answers, sample=0)], rows),
        Timing(f"columns, {SAMPLE} rows once more", [_checking(checked, answers)], rows),
    ]
    for engine in engines:
        instrument = Forgetful(engine)
        works = [_assessing(instrument, _row(answers, at)) for at in range(alone)]
        timings.append(Timing(engine.name, works, alone))
    return timings


class Forgetful(Instrument):
    """The real framework; what it remembers of states it has met can be taken away."""

    def __init__(self, evaluator: Evaluator) -> None:
        content = load_cached(content_root())
        super().__init__(content, next(iter(content.frameworks)), evaluator)

    def forget(self) -> None:
        """Make it evaluate every state anew."""
        self._scored.clear()


def _checking(many: Many, answers: Columns) -> Work:
    def work() -> None:
        assert isinstance(many.instrument, Forgetful)
        many.instrument.forget()
        many.assess(answers)

    return work


def _assessing(instrument: Forgetful, ranks: Ranks) -> Work:
    sheet = Sheet({it: rank for it, rank in ranks.items() if rank > 0}, frozenset(), {}, {})

    def work() -> None:
        instrument.forget()
        standing = Standing(instrument, sheet)
        everything: dict[str, int] = {}
        for question in instrument.content.questions:
            place = standing.questions.get(question)
            if place is None:
                everything |= instrument.unknown_ranks(question)
                continue
            ranks = instrument.finding_ranks(question, place.known, place.best)
            instrument.evaluator.fired(instrument.finding_partition(question), ranks)
            everything |= ranks
        instrument.evaluator.fired(instrument.finding_partition(None), everything)
        add_up(standing)

    return work


def _calling(engine: Evaluator, calls: Sequence[Call]) -> Work:
    def work() -> None:
        for partition, ranks in calls:
            engine.fired(partition, ranks)

    return work


def measure(timings: Sequence[Timing], repeats: int) -> Sequence[Timing]:
    """Time every way, taking turns so that noise falls on all alike; the first is not counted."""
    for timing in timings:
        for work in timing.works:
            work()
    for _ in range(repeats):
        for timing in timings:
            timing.run()
    return timings


def report(timings: Sequence[Timing], rows: int) -> None:
    """Print a Markdown table. A ratio says how many times as long as columns a way takes."""
    print(f"| {'':33} | {'µs a row':>9} | {f's for {rows}':>11} | {'÷ columns':>9} |")
    print(f"|{'-' * 35}|{'-' * 10}:|{'-' * 12}:|{'-' * 10}:|")
    for it in timings:
        ratio = it.each / timings[0].each
        print(f"| {it.name:33} | {it.each * 1e6:9.1f} | {it.each * rows:11.2f} | {ratio:9.1f} |")


def growth(sizes: Sequence[int]) -> None:
    """Print time and memory of more and more rows, in one call and in parts."""
    print("\nwhole assessments, each in a process of its own\n")
    print(
        f"| {'rows':>7} | {'calls':>5} | {'s':>6} | {'µs a row':>8} | {'MB':>6} | {'kB a row':>8} |"
    )
    print(f"|{'-' * 8}:|{'-' * 6}:|{'-' * 7}:|{'-' * 9}:|{'-' * 7}:|{'-' * 9}:|")
    for rows in sizes:
        for part in dict.fromkeys((rows, min(rows, PART))):
            alone = multiprocessing.get_context("spawn")
            with ProcessPoolExecutor(1, mp_context=alone) as process:
                seconds, mb = process.submit(grow, rows, part).result()
            each = f"{seconds / rows * 1e6:8.1f} | {mb:6.0f} | {mb / rows * 1e3:8.2f}"
            print(f"| {rows:7} | {-(-rows // part):5} | {seconds:6.2f} | {each} |", flush=True)


def grow(rows: int, part: int) -> tuple[float, float]:
    """Return the seconds that so many rows take, and by how many MB the process grew.

    What is kept of a part is its points; the results of one call are kept whole.
    """
    instrument = Forgetful(ReferenceEvaluator())
    many = Many(instrument)
    many.assess(random_answers(instrument, 1), sample=0)
    before = _memory("VmRSS")
    table = Table(random_answers(instrument, rows), {}, {})
    totals = []
    start = time.perf_counter()
    for some in table.parts(part):
        results = many.assess(some.stated, sample=0)
        totals.append(results.tallies[TOTAL].points)
    took = time.perf_counter() - start
    assert sum(map(len, totals)) == rows
    return took, _memory("VmHWM") - before


def random_answers(instrument: Instrument, rows: int) -> Columns:
    """Return answers where every value of a fact, and no answer, are as likely."""
    chance = np.random.Generator(np.random.PCG64(2026))
    answers: dict[str, NDArray[np.int8]] = {}
    for fact in instrument.content.facts_of(instrument.framework.id):
        top = instrument.content.answer_set(fact.id).top
        drawn = chance.integers(0, top + 1, rows, np.int8)
        drawn[drawn == 0] = UNKNOWN
        answers[fact.id] = drawn
    return answers


def _memory(field: str) -> float:
    """Return what this process holds (VmRSS), or has held at most (VmHWM), in MB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(field):
            return int(line.split()[1]) / 1024
    raise ValueError(field)


def _row(columns: Columns, at: int) -> Ranks:
    return {name: int(column[at]) for name, column in columns.items()}


def _union(parts: Iterable[Columns]) -> Columns:
    return {name: column for part in parts for name, column in part.items()}


def _seconds(work: Work) -> float:
    gc.disable()
    start = time.perf_counter()
    work()
    took = time.perf_counter() - start
    gc.enable()
    return took


if __name__ == "__main__":
    main()
