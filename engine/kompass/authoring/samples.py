"""Municipalities made by chance: complete answers to try content on, the same on every run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from random import Random
from typing import Final

from kompass.assessment.instrument import Instrument

Complete = Mapping[str, int]
"""The rank of every fact of a framework, asked or not."""

SPREAD: Final = 0.2
"""How far a question may lie from the municipality's general level, as a share."""


def municipalities(instrument: Instrument, count: int, seed: int = 1) -> Iterator[Complete]:
    """Yield complete answers of municipalities that nobody has seen.

    Each municipality has a general level between 0 and 1, each question lies within `SPREAD` of
    it, and an answer set with *n* values gives a binomial rank at that level. So most answers of
    a good municipality are good, but not all, and questions hang together as they do in life.

    Args:
        instrument: The framework whose facts are answered.
        count: How many municipalities.
        seed: What chance starts from.
    """
    chance = Random(seed)
    content = instrument.content
    for _ in range(count):
        level = chance.betavariate(2, 2)
        ranks: dict[str, int] = {}
        for question in instrument.forms:
            here = min(1.0, max(0.0, level + chance.uniform(-SPREAD, SPREAD)))
            for name in content.questions[question].facts:
                tries = content.answer_set(name).top - 1
                ranks[name] = 1 + sum(chance.random() < here for _ in range(tries))
        yield ranks
