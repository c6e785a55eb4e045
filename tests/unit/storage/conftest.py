"""A workspace in a folder of its own, and the time there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from kompass.storage.workspace import Workspace

HEAD = {
    "framework": "kommunekompasset-3.1",
    "municipality": {"number": "3422", "name": "Åmot", "population": 4300},
    "date": "2026-03-01",
}


def ticking(day: int = 1) -> Callable[[], str]:
    """Return a clock that begins on a day in March, and goes a second whenever it is asked."""
    begin, seconds = datetime(2026, 3, day, 10, tzinfo=UTC), count()

    def now() -> str:
        return (begin + timedelta(seconds=next(seconds))).strftime("%Y-%m-%dT%H:%M:%SZ")

    return now


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "ws"


@pytest.fixture
def workspace(folder: Path) -> Iterator[Workspace]:
    with Workspace.open(folder, ticking()) as it:
        yield it


@pytest.fixture
def id(workspace: Workspace) -> int:
    """An assessment with one answer in it."""
    return workspace.create(HEAD, {"a": {"value": "ja"}}, "Kari", "Fra fil")
