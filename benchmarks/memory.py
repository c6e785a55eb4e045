"""Measures the memory of one assessment, and whether many in one process make it grow.

Run with ``uv run python benchmarks/memory.py [ANSWERS]``, on Linux.
"""

from __future__ import annotations

import argparse
import gc
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from random import Random
from statistics import linear_regression

EXAMPLE = Path(__file__).parents[1] / "examples" / "amot-2026.json"
KOMPASS = str(Path(sys.executable).with_name("kompass"))
EVERY = 1_000
SETTLED = 2_000
ANEW = 100
"""Assessments per instrument, so that its memo stays small and rulesets are given back."""


def main() -> None:
    """Measure processes first, then this process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("answers", nargs="?", type=Path, help="an answers file")
    parser.add_argument("--assessments", type=int, default=10_000, help="in one process (10000)")
    wanted = parser.parse_args()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores\n")
    one_process(wanted.answers or EXAMPLE)
    many(wanted.assessments)


def one_process(answers: Path) -> None:
    """Print the most memory that a process of each kind held."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "KOMPASS_CACHE_DIR": folder}
        if not answers.exists():
            answers = Path(folder) / "answers.json"
            peak_mb([KOMPASS, "new", "-o", str(answers)], environment)
        assess = [KOMPASS, "assess", str(answers)]
        rows = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "kompass --help": [KOMPASS, "--help"],
            "assess, cold cache": assess,
            "assess": assess,
            "assess --engine reference": [*assess, "--engine", "reference"],
        }
        print(f"| {'process':26} | peak MB |\n|{'-' * 28}|--------:|")
        for name, command in rows.items():
            if "cold" in name:
                for kept in Path(folder).glob("content-*"):
                    kept.unlink()
            print(f"| {name:26} | {peak_mb(command, environment):7.1f} |")


def peak_mb(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Return the most memory one child process held.

    A child is counted from before its program starts, when it shares its parent's memory: this
    process imports nothing large until the children are done.
    """
    child = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{' '.join(command)}: exit code {child.returncode}")
    return usage.ru_maxrss / 1024


def many(assessments: int) -> None:
    """Print how the memory of this process moves, and its slope once it has settled."""
    samples: list[tuple[int, float]] = []
    print(f"\n| {'assessments':>11} | RSS MB |\n|{'-' * 12}:|-------:|")
    for number in assess_many(assessments):
        if number % EVERY == 0:
            gc.collect()
            samples.append((number, resident_mb()))
            print(f"| {number:11} | {samples[-1][1]:6.1f} |", flush=True)
    settled = [it for it in samples if it[0] >= SETTLED]
    if len(settled) > 1:
        slope, _ = linear_regression([it[0] for it in settled], [it[1] for it in settled])
        largest = max(after[1] - before[1] for before, after in pairwise(settled))
        print(
            f"\nFrom {SETTLED} on: {slope * EVERY:+.3f} MB per {EVERY}; largest step {largest:+.2f}"
        )


def assess_many(count: int) -> Iterator[int]:
    """Settle, score and find with durable-rules, with other random answers each time."""
    from kompass.assessment.findings import find
    from kompass.assessment.instrument import Instrument
    from kompass.assessment.sheet import Sheet
    from kompass.assessment.standing import Standing
    from kompass.content.cache import load_cached
    from kompass.content.location import content_root
    from kompass.inference.durable import DurableEvaluator

    content = load_cached(content_root())
    framework = next(iter(content.frameworks))
    rng = Random(2026)
    for number in range(count):
        if number % ANEW == 0:
            instrument = Instrument(content, framework, DurableEvaluator())
        drawn = {
            field.fact: rng.randint(0, field.top)
            for form in instrument.forms.values()
            for field in form.fields
        }
        stated = {fact: rank for fact, rank in drawn.items() if rank > 0}
        evidenced = frozenset(fact for fact in stated if rng.random() < 0.5)
        find(Standing(instrument, Sheet(stated, evidenced, {}, {})), "nb")
        yield number + 1


def resident_mb() -> float:
    """Return the memory this process holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    main()
