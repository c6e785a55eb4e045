"""A partition: rules that are evaluated together over messages of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from kompass.inference.expression import Every, Expression, In, Never, Ranks, Some, holds


@dataclass(frozen=True)
class Partition:
    """Rules that look at the same properties.

    Attributes:
        id: Its name; unique within one content.
        rules: Each rule's id and expression.
        home: The question each property belongs to. Properties of one question travel in one
            message, because the rule engine can join conditions only across messages.
    """

    id: str
    rules: Mapping[str, Expression]
    home: Mapping[str, str]

    @cached_property
    def properties(self) -> tuple[str, ...]:
        """The properties the rules read, sorted."""
        found: set[str] = set()
        for expression in self.rules.values():
            _collect(expression, found)
        return tuple(sorted(found))


def _collect(expression: Expression, found: set[str]) -> None:
    match expression:
        case In(properties=properties):
            found.update(properties)
        case Never(part=part):
            _collect(part, found)
        case Every(parts=parts) | Some(parts=parts):
            for part in parts:
                _collect(part, found)


class Evaluator(Protocol):
    """Tells which rules of a partition hold."""

    @property
    def name(self) -> str:
        """Its name and version, as shown in results."""

    def fired(self, partition: Partition, ranks: Ranks) -> frozenset[str]:
        """Return the ids of the rules that hold for the given ranks.

        Raises:
            EngineError: The evaluation did not run to its end.
        """


class ReferenceEvaluator:
    """Walks each expression. It is the specification, and the engine where no other is had."""

    name = "reference"

    def fired(self, partition: Partition, ranks: Ranks) -> frozenset[str]:
        """Return the ids of the rules that hold."""
        return frozenset(id for id, tree in partition.rules.items() if holds(tree, ranks))
