"""Times whole kompass processes against bare Python, taking turns in one run.

Run with ``uv run python benchmarks/startup.py [ANSWERS]``. Bytecode and compiled content are kept
in a folder of their own, so that neither the user's caches nor the environment moves a number.
"""

from __future__ import annotations

import argparse
import itertools
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median

EXAMPLE = Path(__file__).parents[1] / "examples" / "amot-2026.json"
KOMPASS = str(Path(sys.executable).with_name("kompass"))
BASE = "python -c pass"


def main() -> None:
    """Measure every command and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("answers", nargs="?", type=Path, help="an answers file")
    parser.add_argument("--runs", type=int, default=15, help="processes per row (15)")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        answers = wanted.answers or EXAMPLE
        if not answers.exists():
            answers = scratch / "answers.json"
            _seconds([KOMPASS, "new", "-o", str(answers)], _environment(scratch))
            print("The answers are blank, so there is little to find: give a file that is filled.")
        load = os.getloadavg()[0]
        print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {load:.1f}\n")
        report(measure(str(answers), scratch, wanted.runs))


def measure(answers: str, scratch: Path, runs: int) -> dict[str, list[float]]:
    """Return the seconds each command took in each round; the first round is not counted."""
    number = itertools.count()

    def cold() -> Path:
        return scratch / f"cold{next(number)}"

    def warm() -> Path:
        return scratch / "warm"

    assess = [KOMPASS, "assess", answers]
    rows: dict[str, tuple[list[str], Callable[[], Path]]] = {
        BASE: ([sys.executable, "-c", "pass"], warm),
        "import click": ([sys.executable, "-c", "import click"], warm),
        "import pydantic": ([sys.executable, "-c", "from pydantic import BaseModel"], warm),
        "kompass --help": ([KOMPASS, "--help"], warm),
        "assess, cold cache": (assess, cold),
        "assess": (assess, warm),
        "assess --engine reference": ([*assess, "--engine", "reference"], warm),
        "assess --format json": ([*assess, "--format", "json"], warm),
    }
    took: dict[str, list[float]] = {name: [] for name in rows}
    for _ in range(runs + 1):
        for name, (command, cache) in rows.items():
            took[name].append(_seconds(command, _environment(scratch, cache())))
    return {name: seconds[1:] for name, seconds in took.items()}


def report(took: Mapping[str, list[float]]) -> None:
    """Print a Markdown table; what is compared is shortest with shortest, median with median."""
    heads = ("min ms", "− bare", "median ms", "− bare", "÷ bare")
    print(f"| {'process':26} | {' | '.join(f'{head:>9}' for head in heads)} |")
    print(f"|{'-' * 28}|{'|'.join(['-' * 10 + ':'] * len(heads))}|")
    least, usual = min(took[BASE]), median(took[BASE])
    for name, seconds in took.items():
        best, middle = min(seconds), median(seconds)
        milliseconds = [it * 1e3 for it in (best, best - least, middle, middle - usual)]
        cells = " | ".join(f"{it:9.0f}" for it in milliseconds)
        print(f"| {name:26} | {cells} | {middle / usual:9.1f} |")


def _environment(scratch: Path, cache: Path | None = None) -> dict[str, str]:
    environment = dict(os.environ)
    # Set in many containers, it would make every start compile every module anew.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(scratch / "bytecode")
    environment["KOMPASS_CACHE_DIR"] = str(cache or scratch / "warm")
    return environment


def _seconds(command: list[str], environment: Mapping[str, str]) -> float:
    start = time.perf_counter()
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    took = time.perf_counter() - start
    if done.returncode:
        sys.exit(f"{' '.join(command)}: exit code {done.returncode}\n{done.stderr}")
    return took


if __name__ == "__main__":
    main()
