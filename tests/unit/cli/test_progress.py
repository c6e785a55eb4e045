"""Progress: a line for a person who has waited, and never a reason to fail."""

from __future__ import annotations

import io
import sys
import threading
import time

import pytest

from kompass.cli.progress import PATIENCE, progress

ENOUGH = 5.0
"""Seconds a test waits for what comes at once."""


class Terminal(io.StringIO):
    """A terminal that tells when it is written to."""

    def __init__(self, broken: bool = False) -> None:
        super().__init__()
        self.broken = broken
        self.written = threading.Event()

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.written.set()
        if self.broken:
            raise BrokenPipeError
        return super().write(text)


def watch(monkeypatch: pytest.MonkeyPatch, broken: bool = False) -> Terminal:
    """Put a terminal where stderr is; in a fixture, pytest would put its own there afterwards."""
    terminal = Terminal(broken)
    monkeypatch.setattr(sys, "stderr", terminal)
    return terminal


def left() -> list[threading.Thread]:
    return [it for it in threading.enumerate() if isinstance(it, threading.Timer)]


def test_it_speaks_once_the_patience_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watch(monkeypatch)
    start = time.monotonic()
    with progress("Setter PDF", patience=0.05):
        assert terminal.written.wait(ENOUGH)
        waited = time.monotonic() - start
    assert waited >= 0.05
    for it in left():
        it.join(ENOUGH)
    assert terminal.getvalue() == "Setter PDF …\n"


def test_it_is_silent_about_what_is_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watch(monkeypatch)
    with progress("Setter PDF", patience=0.05):
        assert len(left()) == 1
    assert not terminal.written.wait(0.15)
    assert left() == []
    assert PATIENCE >= 1


def test_what_goes_wrong_inside_comes_out_and_ends_the_waiting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = watch(monkeypatch)
    with pytest.raises(ZeroDivisionError), progress("Setter PDF", patience=0.05):
        _ = 1 / 0
    assert not terminal.written.wait(0.15)


def test_a_log_gets_no_line(monkeypatch: pytest.MonkeyPatch) -> None:
    log = io.StringIO()
    monkeypatch.setattr(sys, "stderr", log)
    with progress("Setter PDF", patience=0):
        assert left() == []
        time.sleep(0.02)
    assert log.getvalue() == ""


def test_no_stderr_or_a_closed_one_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = io.StringIO()
    closed.close()
    for stderr in (None, closed):
        monkeypatch.setattr(sys, "stderr", stderr)
        done = False
        with progress("Setter PDF", patience=0):
            done = True
        assert done


def test_a_terminal_that_is_gone_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    gone = watch(monkeypatch, broken=True)
    with progress("Setter PDF", patience=0):
        assert gone.written.wait(ENOUGH)
        for it in left():
            it.join(ENOUGH)
