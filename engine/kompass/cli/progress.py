"""Progress on long work: what is being done, said to a person who has waited a second."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from kompass.cli.streams import say

PATIENCE = 1.0
"""Seconds a step may take in silence."""


@contextmanager
def progress(doing: str, patience: float = PATIENCE) -> Iterator[None]:
    """Say what is being done, if it takes longer than a second and somebody is watching.

    Stands around a block, or over a whole function as its decorator.

    Nothing is said where stderr is not a terminal: a log needs no line that depends on how fast
    the machine was.

    Args:
        doing: What is being done, in the user's language: ``Setter PDF``.
        patience: Seconds of silence first.
    """
    if not _watched():
        yield
        return
    timer = threading.Timer(patience, say, [f"{doing} …"])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _watched() -> bool:
    """Tell whether a person can see stderr; it may be closed, or not be there at all."""
    try:
        return sys.stderr.isatty()
    except (AttributeError, ValueError):
        return False
