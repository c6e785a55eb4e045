"""Times saves in a served workspace while many people answer at once.

    uv run python benchmarks/workspace_load.py [--people N] [--seconds N] [--engine NAME]

Starts ``kompass serve`` in a process of its own, sends it the example, and lets each person change
a fact of their own choosing every half second to second, as the page's script does. A save is the
whole way: from the request is sent until its answer is read.
Baseline: one row written to bare SQLite with the same pragmas, by this process, during the same
time and once before.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, sleep
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.workspace import bare, write

EXAMPLE = Path(__file__).parents[1] / "examples" / "amot-2026.json"
BASE = "write one row, meanwhile"
THINK = (0.5, 1.0)
"""Seconds between a person's saves, from the least to the most."""


def main() -> None:
    """Serve, save, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=50, help="people at once (50)")
    parser.add_argument("--seconds", type=int, default=60, help="how long they go on (60)")
    parser.add_argument("--engine", default="auto", help="rule engine (auto)")
    wanted = parser.parse_args()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load ", end="")
    print(f"{os.getloadavg()[0]:.1f}, {wanted.people} people for {wanted.seconds} s\n")
    with tempfile.TemporaryDirectory() as scratch:
        with closing(bare(Path(scratch) / "bare.db")) as rows:
            alone = [_written(rows, number) for number in range(500)]
        with serving(Path(scratch) / "ws", wanted.engine) as address:
            people = gather(address, wanted.people)
            beside = let_answer(people, wanted.seconds, Path(scratch) / "beside.db")
    told = sum((it.told for it in people), Counter[str]())
    saves = [seconds for it in people for seconds in it.took]
    print(f"{len(saves) / wanted.seconds:.0f} saves a second; {dict(told)}\n")
    report({
        "write one row, before": alone,
        BASE: beside,
        "a save, as the page does it": saves,
    })  # fmt: skip


def let_answer(people: Sequence[Person], seconds: int, file: Path) -> list[float]:
    """Let everybody answer for a while, and return what a row took meanwhile."""
    until = perf_counter() + seconds
    threads = [threading.Thread(target=it.answer, args=(until,)) for it in people]
    for thread in threads:
        thread.start()
    beside: list[float] = []
    with closing(bare(file)) as rows:
        while perf_counter() < until:
            beside.append(_written(rows, len(beside)))
            sleep(0.05)
    for thread in threads:
        thread.join()
    return beside


class Person:
    """Somebody who answers: their own facts, one after the other, over and over.

    Attributes:
        took: The seconds of every save.
        told: What they were told, and how often.
    """

    def __init__(self, address: str, token: str, facts: Mapping[str, str], seed: int) -> None:
        self.took: list[float] = []
        self.told: Counter[str] = Counter()
        self._connection = HTTPConnection(address, timeout=60)
        self._token, self._facts = token, facts
        self._bases = dict.fromkeys(facts, "1")
        self._chance = random.Random(seed)

    def answer(self, until: float) -> None:
        """Save a fact, think, and save the next, until the time is up."""
        sleep(self._chance.uniform(0, THINK[1]))
        turn = 0
        while perf_counter() < until:
            for fact, value in self._facts.items():
                self._save(fact, "vet_ikke" if turn % 2 == 0 else value, turn)
                sleep(self._chance.uniform(*THINK))
                if perf_counter() >= until:
                    return
            turn += 1

    def _save(self, fact: str, value: str, turn: int) -> None:
        fields = {"token": self._token, f"{fact}.base": self._bases[fact],
                  f"{fact}.value": value, f"{fact}.note": f"Runde {turn}"}  # fmt: skip
        headers = {"Content-Type": "application/x-www-form-urlencoded", "X-Kompass": "live"}
        begun = perf_counter()
        self._connection.request("POST", f"/v/1/svar/{fact}", urlencode(fields), headers)
        answer = self._connection.getresponse()
        data = answer.read()
        self.took.append(perf_counter() - begun)
        told = json.loads(data)
        self.told[told["status"]] += 1
        self._bases[fact] = told.get("base", self._bases[fact])


@contextmanager
def serving(folder: Path, engine: str) -> Iterator[str]:
    """Serve a new workspace, and yield its host and port."""
    process = subprocess.Popen(
        [sys.executable, "-m", "kompass", "serve", str(folder), "--no-open", "--engine", engine],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    try:
        assert process.stdout
        found = re.search(r"http://([\d.]+:\d+)/", process.stdout.readline())
        if not found:
            sys.exit("kompass serve did not say where it is")
        yield found[1]
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)


def gather(address: str, count: int) -> list[Person]:
    """Send the example, and return the people who go on with it, each with facts of their own."""
    with closing(HTTPConnection(address, timeout=60)) as connection:
        connection.request("GET", "/ny")
        found = re.search(r'name="token" value="([^"]+)"', connection.getresponse().read().decode())
        assert found
        example = json.loads(EXAMPLE.read_text("utf-8"))
        fields = {
            "token": found[1],
            "framework": example["framework"],
            "municipality": example["municipality"]["name"],
            "date": "01.03.2026",
            "start": "",
        }
        body, kind = _multipart(fields, EXAMPLE)
        connection.request("POST", "/ny", body, {"Content-Type": kind})
        answer = connection.getresponse()
        answer.read()
        if answer.getheader("Location") != "/v/1/":
            sys.exit(f"the example was not taken: {answer.status}")
    usual = [(fact, it["value"]) for fact, it in example["answers"].items()
             if it["value"] in ("ja", "nei", "delvis")]  # fmt: skip
    return [Person(address, found[1], dict(usual[it::count]), it) for it in range(count)]


def _multipart(fields: Mapping[str, str], file: Path) -> tuple[bytes, str]:
    edge = "kompass-edge"
    parts = [
        f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    head = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{file.name}"\r\n'
    parts.append(f"{head}Content-Type: application/json\r\n\r\n".encode() + file.read_bytes())
    return b"".join(parts) + f"\r\n--{edge}--\r\n".encode(), f"multipart/form-data; boundary={edge}"


def _written(rows: sqlite3.Connection, number: int) -> float:
    begun = perf_counter()
    write(rows, number)
    return perf_counter() - begun


def report(took: Mapping[str, Sequence[float]]) -> None:
    """Print a Markdown table."""
    usual, worst = median(took[BASE]), quantiles(took[BASE], n=100)[-1]
    print("| call | times | median ms | 99th ms | ÷ row meanwhile | ÷ (99th) |")
    print("|---|---:|---:|---:|---:|---:|")
    for name, seconds in took.items():
        middle, late = median(seconds), quantiles(seconds, n=100)[-1]
        print(
            f"| {name} | {len(seconds)} | {middle * 1e3:.2f} | {late * 1e3:.2f} "
            f"| {middle / usual:.1f} | {late / worst:.1f} |"
        )


if __name__ == "__main__":
    main()
