"""Times a save in the workspace's store beside writing one row, in turns, in one run.

    uv run python benchmarks/workspace.py [--rounds N]

Baseline: one row written to bare SQLite with the same pragmas, in a table of its own. A save reads
what stands, writes the answer, its history and the assessment's version, and reads it back.
"""

from __future__ import annotations

import argparse
import os
import platform
import sqlite3
import tempfile
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from kompass.storage.entries import Edit
from kompass.storage.workspace import Workspace

BASE = "write one row"
FACTS = 400
"""As many as a whole questionnaire asks about."""
HEAD = {"framework": "f", "municipality": {"number": "3422", "name": "Åmot"}, "date": "2026-03-01"}
NOTE = "Vedtatt i kommunestyret, og fulgt opp i årsmeldinga. " * 4


def main() -> None:
    """Measure every row, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=2000, help="saves per row (2000)")
    rounds = parser.parse_args().rounds
    print(f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, ", end="")
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, {rounds} rounds\n")
    with (
        tempfile.TemporaryDirectory() as scratch,
        closing(bare(Path(scratch) / "bare.db")) as rows,
        Workspace.open(Path(scratch) / "ws") as workspace,
    ):
        report(measure(rows, workspace, rounds))


def bare(file: Path) -> sqlite3.Connection:
    """Return a database with one table, kept as safely as a workspace is."""
    connection = sqlite3.connect(file, isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE row (key TEXT PRIMARY KEY, body TEXT) WITHOUT ROWID")
    return connection


def write(rows: sqlite3.Connection, number: int) -> None:
    """Write one row; when this returns it is on the disk."""
    given = (f"fact_{number % FACTS}", f'{{"note":"{NOTE}","value":{number}}}')
    rows.execute("INSERT OR REPLACE INTO row VALUES (?, ?)", given)


class Saver:
    """Somebody who goes through the facts of an assessment, some at a time, again and again."""

    def __init__(self, workspace: Workspace, facts: int) -> None:
        keys = [f"fact_{it}" for it in range(FACTS)]
        self.id = workspace.create(HEAD, {key: {"value": "ja"} for key in keys})
        self._workspace, self._facts = workspace, facts
        self._revisions = dict.fromkeys(keys, 1)

    def save(self, number: int) -> None:
        """Save the next facts."""
        keys = [f"fact_{(number * self._facts + it) % FACTS}" for it in range(self._facts)]
        body = {"note": NOTE, "value": number}
        edits = [Edit(key, body, self._revisions[key]) for key in keys]
        done = self._workspace.save(self.id, edits, "Kari")
        self._revisions |= {key: entry.revision for key, entry in done.items() if entry}


def measure(
    rows: sqlite3.Connection, workspace: Workspace, rounds: int
) -> Mapping[str, list[float]]:
    """Return the seconds of every call, by what was called."""
    one, ten = Saver(workspace, 1), Saver(workspace, 10)
    still = workspace.create(HEAD, {"fact": {"value": "ja"}})
    calls: Mapping[str, Callable[[int], object]] = {
        BASE: lambda number: write(rows, number),
        "save one answer": one.save,
        "save 10 answers at once": ten.save,
        "save what stands already": lambda _: workspace.save(
            still, [Edit("fact", {"value": "ja"}, 0)]
        ),
        f"read {FACTS} answers": lambda _: workspace.entries(one.id),
        "read the newest 200 changes": lambda _: workspace.history(one.id),
    }
    took: dict[str, list[float]] = {name: [] for name in calls}
    for number in range(1, rounds + 1):
        for name, call in calls.items():
            begun = perf_counter()
            call(number)
            took[name].append(perf_counter() - begun)
    return took


def report(took: Mapping[str, list[float]]) -> None:
    """Print a Markdown table; what is compared is median with median, 99th with 99th."""
    print("| call | median ms | 99th ms | ÷ row (medians) | ÷ row (99th) |")
    print("|---|---:|---:|---:|---:|")
    usual, worst = median(took[BASE]), quantiles(took[BASE], n=100)[-1]
    for name, seconds in took.items():
        middle, late = median(seconds), quantiles(seconds, n=100)[-1]
        print(
            f"| {name} | {middle * 1e3:.2f} | {late * 1e3:.2f} "
            f"| {middle / usual:.1f} | {late / worst:.1f} |"
        )


if __name__ == "__main__":
    main()
