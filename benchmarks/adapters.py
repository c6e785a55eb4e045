"""Other rule engines behind the `Evaluator` protocol, each fed in the way that suits it best.

Every engine is handed the same `Expression` trees. ``not`` is pushed to the leaves first, where it
becomes the complement among known ranks, so no engine needs to know what unknown is: a leaf lists
the ranks it accepts, and -1 is never among them.
"""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from importlib.metadata import version
from itertools import pairwise
from typing import Any, Generic, TypeAlias, TypeVar

import clips
import zen
from json_logic import jsonLogic

from kompass.inference.expression import Every, Expression, In, Never, Ranks, Some
from kompass.inference.normal_form import normal_form
from kompass.inference.partition import Partition

Program: TypeAlias = Callable[[Ranks], frozenset[str]]
"""A compiled partition: from ranks to the rules that hold."""

T = TypeVar("T")


class Adapter(ABC):
    """An engine that compiles a partition when it first meets it.

    Attributes:
        label: The engine and the way it is used.
        package: The distribution whose version the name carries.
    """

    label: str
    package: str

    def __init__(self) -> None:
        self.name = f"{self.label} {version(self.package)}"
        self._programs: dict[int, tuple[Partition, Program]] = {}

    def fired(self, partition: Partition, ranks: Ranks) -> frozenset[str]:
        """Return the ids of the rules that hold."""
        known = self._programs.get(id(partition))
        if known is None:
            # The partition is kept with its program so that its id() cannot be reused.
            known = self._programs[id(partition)] = partition, self.compile(partition)
        return known[1](ranks)

    @abstractmethod
    def compile(self, partition: Partition) -> Program:
        """Translate a partition for the engine."""


class Language(ABC, Generic[T]):
    """A condition language that an `Expression` can be written in."""

    def write(self, tree: Expression, wanted: bool = True) -> T:
        """Write an expression (or, not ``wanted``, what is true when it is known not to hold)."""
        match tree:
            case In(properties=names, ranks=accepted):
                ranks = sorted(accepted if wanted else tree.complement)
                return self.join(True, [self.leaf(name, ranks) for name in names])
            case Never(part=part):
                return self.write(part, not wanted)
            case Every(parts=parts) | Some(parts=parts):
                written = [self.write(part, wanted) for part in parts]
                return self.join(isinstance(tree, Every) == wanted, written)

    @abstractmethod
    def leaf(self, name: str, ranks: Sequence[int]) -> T:
        """Write that a property has one of the ranks."""

    @abstractmethod
    def join(self, every: bool, parts: Sequence[T]) -> T:
        """Write that every part holds, or at least one."""


class ZenLanguage(Language[str]):
    """The expression language of zen-engine, over short names for the properties."""

    def __init__(self, partition: Partition) -> None:
        self.alias = {name: f"p{number}" for number, name in enumerate(partition.properties)}

    def leaf(self, name: str, ranks: Sequence[int]) -> str:
        """Write ``p0 == 3`` or ``p0 in [2, 3]``."""
        if len(ranks) == 1:
            return f"{self.alias[name]} == {ranks[0]}"
        return f"{self.alias[name]} in {list(ranks)}" if ranks else "false"

    def join(self, every: bool, parts: Sequence[str]) -> str:
        """Write ``(… and …)`` or ``(… or …)``."""
        if not parts:
            return "true" if every else "false"
        return f"({' and '.join(parts) if every else ' or '.join(parts)})"


class ZenDecision(Adapter):
    """zen-engine as its documentation shows it: a decision graph, one expression per rule."""

    label, package = "zen-engine, decision graph", "zen-engine"

    def compile(self, partition: Partition) -> Program:
        """Make a graph of an input, an expression node and an output."""
        language = ZenLanguage(partition)
        ids = list(partition.rules)
        expressions = [
            {"id": f"r{at}", "key": f"r{at}", "value": language.write(partition.rules[id])}
            for at, id in enumerate(ids)
        ]
        kinds = ("inputNode", "expressionNode", "outputNode")
        nodes: list[dict[str, Any]] = [
            {"id": kind, "type": kind, "name": kind, "position": {"x": 0, "y": 0}} for kind in kinds
        ]
        nodes[1]["content"] = {"expressions": expressions}
        edges = [
            {"id": f"{one}-{next}", "type": "edge", "sourceId": one, "targetId": next}
            for one, next in pairwise(kinds)
        ]
        decision = zen.ZenEngine().create_decision(json.dumps({"nodes": nodes, "edges": edges}))

        def program(ranks: Ranks) -> frozenset[str]:
            facts = {short: ranks[name] for name, short in language.alias.items()}
            result = decision.evaluate(facts)["result"]
            return frozenset(ids[int(key[1:])] for key, holds in result.items() if holds)

        return program


class ZenExpression(Adapter):
    """zen-engine at its fastest: no graph, one compiled expression that lists every rule."""

    label, package = "zen-engine, bare expression", "zen-engine"

    def compile(self, partition: Partition) -> Program:
        """Make one expression whose value is a list of booleans."""
        language = ZenLanguage(partition)
        trees = partition.rules.values()
        expression = zen.compile_expression(f"[{', '.join(map(language.write, trees))}]")

        def program(ranks: Ranks) -> frozenset[str]:
            facts = {short: ranks[name] for name, short in language.alias.items()}
            values = expression.evaluate(facts)
            return frozenset(id for id, holds in zip(partition.rules, values, strict=True) if holds)

        return program


class Clips(Adapter):
    """CLIPS: one fact per question with a slot per property, one rule per conjunct."""

    label, package = "clipspy", "clipspy"

    def compile(self, partition: Partition) -> Program:
        """Build templates and rules; a rule that fires adds its number to a global."""
        environment = clips.Environment()
        environment.build("(defglobal ?*fired* = (create$))")
        slot = {name: f"p{number}" for number, name in enumerate(partition.properties)}
        homes: dict[str, dict[str, str]] = {}
        for name in slot:
            homes.setdefault(partition.home[name], {})[name] = slot[name]
        template = {home: f"q{number}" for number, home in enumerate(homes)}
        for home, slots in homes.items():
            declared = " ".join(f"(slot {short})" for short in slots.values())
            environment.build(f"(deftemplate {template[home]} {declared})")
        ids = list(partition.rules)
        always: set[str] = set()
        for at, id in enumerate(ids):
            for number, conjunct in enumerate(normal_form(partition.rules[id])):
                patterns: dict[str, list[str]] = {}
                for name, ranks in conjunct.ranks:
                    accepted = "|".join(map(str, sorted(ranks)))
                    patterns.setdefault(partition.home[name], []).append(
                        f"({slot[name]} {accepted})"
                    )
                when = " ".join(
                    f"({template[home]} {' '.join(it)})" for home, it in patterns.items()
                )
                then = f"(bind ?*fired* (create$ ?*fired* {at}))"
                if when:
                    environment.build(f"(defrule r{at}-{number} {when} => {then})")
                else:
                    always.add(id)
        fired = environment.find_global("fired")
        facts = [(environment.find_template(template[home]), homes[home]) for home in homes]

        def program(ranks: Ranks) -> frozenset[str]:
            environment.reset()
            for found, slots in facts:
                found.assert_fact(**{short: ranks[name] for name, short in slots.items()})
            environment.run()
            return frozenset(always.union(ids[at] for at in fired.value))

        return program


class JsonLogicLanguage(Language[Any]):
    """JSON Logic over short names, because its ``var`` splits a name at each full stop."""

    def __init__(self, partition: Partition) -> None:
        self.alias = {name: f"p{number}" for number, name in enumerate(partition.properties)}

    def leaf(self, name: str, ranks: Sequence[int]) -> Any:
        """Write ``{"in": [{"var": "p0"}, [2, 3]]}``."""
        return {"in": [{"var": self.alias[name]}, list(ranks)]}

    def join(self, every: bool, parts: Sequence[Any]) -> Any:
        """Write ``{"and": […]}`` or ``{"or": […]}``."""
        if len(parts) < 2:
            return parts[0] if parts else every
        return {"and" if every else "or": list(parts)}


class JsonLogic(Adapter):
    """panzi-json-logic, an interpreter in Python."""

    label, package = "panzi-json-logic", "panzi-json-logic"

    def compile(self, partition: Partition) -> Program:
        """Write each rule as JSON Logic."""
        language = JsonLogicLanguage(partition)
        rules = [(id, language.write(tree)) for id, tree in partition.rules.items()]

        def program(ranks: Ranks) -> frozenset[str]:
            facts = {short: ranks[name] for name, short in language.alias.items()}
            return frozenset(id for id, rule in rules if jsonLogic(rule, facts))

        return program
