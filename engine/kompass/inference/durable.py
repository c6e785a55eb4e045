"""durable-rules behind one adapter: the engine that decides every single-municipality assessment.

The library is unmaintained and unsafe when fed directly, so this is the only module that knows it.
It calls the C module itself, because the public ``Host`` starts timer threads that steal actions,
and it feeds the C engine only shapes that were proven against the reference evaluator:

* rules in disjunctive normal form, one durable rule per distinct conjunct;
* one message per question, with every property present as a small integer;
* per rule and message, first the question's name, then a *chunk flag* that keeps the number of
  conditions that can match one message within the C engine's 64-deep stack;
* a ``seen`` rule per message, whose firing proves that the run reached its end;
* no logic in actions: the set of fired conjuncts is collected, and the state deleted.

Every limit of the C engine that was found by experiment is checked when rules are compiled.
"""

from __future__ import annotations

import importlib.metadata
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from kompass.errors import EngineError, RuleTooLargeError
from kompass.inference.expression import Ranks
from kompass.inference.normal_form import Conjunct, normal_form
from kompass.inference.partition import Partition

try:
    import durable_rules_engine as _engine

    _import_problem: str | None = None
except ImportError as problem:
    _engine = None
    _import_problem = str(problem)

CHUNK = 32
"""Most conjuncts that share one chunk flag."""
STACK = 64
"""The C engine's match stack (`MAX_STACK_SIZE`): more sibling conditions true at once fail."""
MAX_CHUNKS = STACK - CHUNK + 1
"""Chunk flags are siblings too, and one chunk may match whole: chunks - 1 + 32 <= 64."""
MAX_PROPERTIES = 254
"""`MAX_OBJECT_PROPERTIES` less one: more in a message crashes the process."""
MAX_ANTECEDENTS = 16
"""`MAX_MESSAGE_FRAMES`: most messages one rule may join."""
MAX_RULES_ALIKE = 256
"""Rules with one identical condition set; more crash the process. Merging keeps this at one."""

_SID = "a"
_SEEN = "seen#"


def availability() -> str | None:
    """Return why durable-rules cannot be used here, or None when it can."""
    return _import_problem


@cache
def fnv1a(text: str) -> int:
    """Return the 32-bit FNV-1a hash by which the C engine tells names apart."""
    digest = 2166136261
    for byte in text.encode():
        # The C code xors a signed char: bytes above 127 are sign-extended first.
        digest ^= byte if byte < 128 else byte | 0xFFFFFF00
        digest = digest * 16777619 & 0xFFFFFFFF
    return digest


def assert_no_collisions(names: Sequence[str]) -> None:
    """Refuse names the C engine would take for one another.

    Raises:
        RuleTooLargeError: Two different names have one hash.
    """
    seen: dict[int, str] = {}
    for name in names:
        other = seen.setdefault(fnv1a(name), name)
        if other != name:
            raise RuleTooLargeError(
                f"the rule engine cannot tell the names {other} and {name} apart; rename one"
            )


@dataclass(frozen=True)
class CompiledPartition:
    """A partition as durable-rules JSON, and what is needed to feed and read it.

    Attributes:
        ruleset: The durable rules, by name.
        rules_of: The rule ids that each durable rule makes true.
        messages: For each question, its constant part and the properties it carries.
        always: Rules whose condition is always true, or true of no property.
    """

    ruleset: Mapping[str, Any]
    rules_of: Mapping[str, frozenset[str]]
    messages: Mapping[str, tuple[Mapping[str, Any], Mapping[str, str]]]
    always: frozenset[str]


def compile_partition(partition: Partition) -> CompiledPartition:
    """Compile a partition, checking every known limit of the C engine.

    Raises:
        RuleTooLargeError: A limit would be crossed.
    """
    owners: dict[Conjunct, set[str]] = {}
    always: set[str] = set()
    for rule, expression in partition.rules.items():
        for conjunct in normal_form(expression):
            if conjunct.ranks:
                owners.setdefault(conjunct, set()).add(rule)
            else:
                always.add(rule)

    alias = {name: f"p{number}" for number, name in enumerate(partition.properties)}
    tag = {
        home: f"q{number}"
        for number, home in enumerate(sorted({partition.home[name] for name in alias}))
    }
    used: dict[str, int] = dict.fromkeys(tag, 0)
    ruleset: dict[str, Any] = {}
    rules_of: dict[str, frozenset[str]] = {}
    for number, (conjunct, rules) in enumerate(owners.items()):
        name = f"r{number}"
        ruleset[name] = {"all": _antecedents(conjunct, partition, alias, tag, used)}
        rules_of[name] = frozenset(rules)
    for home in tag:
        ruleset[f"{_SEEN}{tag[home]}"] = {"all": [{"m": {"q": tag[home]}}]}

    messages: dict[str, tuple[Mapping[str, Any], Mapping[str, str]]] = {}
    for home, home_tag in tag.items():
        chunks = -(-used[home] // CHUNK)
        if chunks > MAX_CHUNKS:
            raise RuleTooLargeError(
                f"{partition.id}: {used[home]} alternatives look at question {home}; "
                f"the rule engine holds {MAX_CHUNKS * CHUNK}"
            )
        constant: dict[str, Any] = {"sid": _SID, "id": home_tag, "q": home_tag}
        constant |= {f"c{number}": 1 for number in range(chunks)}
        carried = {name: alias[name] for name in alias if partition.home[name] == home}
        if len(constant) + len(carried) > MAX_PROPERTIES:
            raise RuleTooLargeError(
                f"{partition.id}: question {home} has {len(carried)} properties; "
                f"the rule engine holds {MAX_PROPERTIES} in a message"
            )
        messages[home] = (constant, carried)
    flags = [f"c{number}" for number in range(MAX_CHUNKS)]
    assert_no_collisions([_SID, "sid", "id", "q", *flags, *alias.values(), *tag.values()])
    return CompiledPartition(ruleset, rules_of, messages, frozenset(always))


def _antecedents(
    conjunct: Conjunct,
    partition: Partition,
    alias: Mapping[str, str],
    tag: Mapping[str, str],
    used: dict[str, int],
) -> list[Mapping[str, Any]]:
    """Return one condition per question that the conjunct looks at."""
    by_home: dict[str, list[Mapping[str, Any]]] = {}
    for (name, ranks), top in zip(conjunct.ranks, conjunct.tops, strict=True):
        by_home.setdefault(partition.home[name], []).extend(_literals(alias[name], ranks, top))
    if len(by_home) > MAX_ANTECEDENTS:
        raise RuleTooLargeError(
            f"{partition.id}: a rule looks at {len(by_home)} questions at once; "
            f"the rule engine joins {MAX_ANTECEDENTS}"
        )
    antecedents: list[Mapping[str, Any]] = []
    for number, (home, literals) in enumerate(sorted(by_home.items())):
        chunk = used[home] // CHUNK
        used[home] += 1
        first = [{"q": tag[home]}, {f"c{chunk}": 1}]
        antecedents.append({f"m{number}": {"$and": first + literals}})
    return antecedents


def _literals(name: str, ranks: frozenset[int], top: int) -> list[Mapping[str, Any]]:
    """Say that a property has one of the ranks, in the operators that work."""
    low, high = min(ranks), max(ranks)
    if low == high:
        return [{name: low}]
    literals: list[Mapping[str, Any]] = [{"$gte": {name: low}}]
    if high < top:
        literals.append({"$lte": {name: high}})
    holes = set(range(low, high)) - ranks
    return literals + [{"$neq": {name: hole}} for hole in sorted(holes)]


class DurableEvaluator:
    """Evaluates partitions with durable-rules, one ruleset each, compiled when first needed."""

    def __init__(self) -> None:
        """Prepare to evaluate.

        Raises:
            EngineError: durable-rules is not installed or does not load.
        """
        self._loaded: dict[int, tuple[Partition, CompiledPartition, int | None]] = {}
        self._count = 0
        if _engine is None:
            raise EngineError(f"durable-rules cannot be used here: {_import_problem}")
        self.name = f"durable-rules {importlib.metadata.version('durable-rules')}"

    def fired(self, partition: Partition, ranks: Ranks) -> frozenset[str]:
        """Return the ids of the rules that hold.

        Raises:
            EngineError: The C engine failed, or did not see every message.
        """
        compiled, handle = self._load(partition)
        if handle is None:
            return compiled.always
        batch = [
            {**constant, **{short: ranks[name] for name, short in carried.items()}}
            for constant, carried in compiled.messages.values()
        ]
        names = self._run(handle, batch)
        missing = {f"{_SEEN}{message['q']}" for message in batch} - names
        if missing:
            raise EngineError(f"{partition.id}: durable-rules did not finish: {sorted(missing)}")
        return compiled.always.union(
            *(compiled.rules_of[name] for name in names if not name.startswith(_SEEN))
        )

    def close(self) -> None:
        """Give back the memory of every ruleset."""
        while self._loaded:
            _, (_, _, handle) = self._loaded.popitem()
            if handle is not None:
                _engine.delete_ruleset(handle)

    def __del__(self) -> None:
        if not sys.is_finalizing():
            self.close()

    def _load(self, partition: Partition) -> tuple[CompiledPartition, int | None]:
        known = self._loaded.get(id(partition))
        if known is None:
            compiled = compile_partition(partition)
            self._count += 1
            handle = (
                _engine.create_ruleset(f"k{self._count}", json.dumps(compiled.ruleset))
                if compiled.ruleset
                else None
            )
            # The partition is kept with its handle so that its id() cannot be reused.
            known = self._loaded[id(partition)] = (partition, compiled, handle)
        return known[1], known[2]

    def _run(self, handle: int, batch: Sequence[Mapping[str, Any]]) -> set[str]:
        try:
            code, state = _engine.assert_facts(handle, json.dumps(batch))
            if code != 0:
                raise EngineError(f"durable-rules refused the facts (code {code})")
            fired: set[str] = set()
            action = _engine.start_action_for_state(handle, state)
            message = action[1] if action else None
            while message:
                # A message is {"rule name": …}; the name is all that is needed.
                fired.add(message[2 : message.index('"', 2)])
                message = _engine.complete_and_start_action(handle, state)
            return fired
        except EngineError:
            raise
        except Exception as problem:
            raise EngineError(f"durable-rules failed: {problem}") from problem
        finally:
            _engine.delete_state(handle, _SID)
