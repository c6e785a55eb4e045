"""Which evaluator decides: durable-rules where it can be had, else the reference."""

from __future__ import annotations

from typing import Literal

from kompass.errors import EngineError
from kompass.inference.expression import Ranks
from kompass.inference.partition import Evaluator, Partition, ReferenceEvaluator

Choice = Literal["auto", "durable", "reference"]


class VerifyingEvaluator:
    """Runs two evaluators side by side, and fails loudly when they differ."""

    def __init__(self, deciding: Evaluator, checking: Evaluator) -> None:
        self.deciding = deciding
        self.checking = checking
        self.name = deciding.name
        self.compared = 0

    def fired(self, partition: Partition, ranks: Ranks) -> frozenset[str]:
        """Return what both evaluators agree on.

        Raises:
            EngineError: They do not agree.
        """
        fired = self.deciding.fired(partition, ranks)
        expected = self.checking.fired(partition, ranks)
        self.compared += 1
        if fired != expected:
            rules = ", ".join(sorted(fired ^ expected))
            raise EngineError(
                f"{self.deciding.name} and {self.checking.name} differ in {partition.id}: {rules}"
            )
        return fired


def make_evaluator(choice: Choice = "auto", verify: bool = False) -> Evaluator:
    """Return the evaluator to use.

    Args:
        choice: ``auto`` takes durable-rules where it works, else the reference evaluator.
        verify: Compare with the reference evaluator all the way.

    Raises:
        EngineError: durable-rules was asked for by name and cannot be used.
    """
    if choice == "reference":
        evaluator: Evaluator = ReferenceEvaluator()
    else:
        # Imported here: loading the C library is the slow part of a start.
        from kompass.inference.durable import DurableEvaluator, availability

        if choice == "auto" and availability() is not None:
            evaluator = ReferenceEvaluator()
        else:
            evaluator = DurableEvaluator()
    return VerifyingEvaluator(evaluator, ReferenceEvaluator()) if verify else evaluator
