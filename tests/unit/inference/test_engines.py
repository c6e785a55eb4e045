"""Which evaluator decides, and what happens when two differ."""

from __future__ import annotations

import pytest

from kompass.errors import EngineError
from kompass.inference import durable
from kompass.inference.engines import VerifyingEvaluator, make_evaluator
from kompass.inference.expression import In, Ranks
from kompass.inference.partition import Partition, ReferenceEvaluator

PARTITION = Partition("p", {"r": In(("f",), frozenset({1}), 4)}, {"f": "q"})


class Wrong:
    name = "wrong"

    def fired(self, partition: Partition, ranks: Ranks) -> frozenset[str]:
        return frozenset()


def test_a_difference_is_loud() -> None:
    evaluator = VerifyingEvaluator(Wrong(), ReferenceEvaluator())
    assert evaluator.fired(PARTITION, {"f": 2}) == frozenset()
    with pytest.raises(EngineError, match="wrong and reference differ in p: r"):
        evaluator.fired(PARTITION, {"f": 1})


def test_reference_by_name() -> None:
    assert make_evaluator("reference").name == "reference"


def test_auto_falls_back_and_durable_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(durable, "_engine", None)
    monkeypatch.setattr(durable, "_import_problem", "no compiler")
    assert make_evaluator("auto").name == "reference"
    with pytest.raises(EngineError, match="no compiler"):
        make_evaluator("durable")
