"""The limits of durable-rules: each is guarded when rules are compiled, and each guard is needed.

The library crashes, loops or answers wrongly beyond these limits. What can be shown without
bringing the process down is shown in a process of its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap

import pytest

from kompass.errors import EngineError, RuleTooLargeError
from kompass.inference import durable
from kompass.inference.durable import (
    CHUNK,
    MAX_ANTECEDENTS,
    MAX_CHUNKS,
    MAX_PROPERTIES,
    STACK,
    DurableEvaluator,
    assert_no_collisions,
    availability,
    compile_partition,
    fnv1a,
)
from kompass.inference.expression import Every, Expression, In, Never, Some
from kompass.inference.normal_form import MAX_CONJUNCTS, normal_form
from kompass.inference.partition import Partition, ReferenceEvaluator

pytestmark = pytest.mark.skipif(availability() is not None, reason="durable-rules is not here")


def one(name: str, *ranks: int, top: int = 4) -> In:
    return In((name,), frozenset(ranks), top)


def at_home(rules: dict[str, Expression], home: str = "q") -> Partition:
    names = Partition("p", rules, {}).properties
    return Partition("p", rules, dict.fromkeys(names, home))


def raw(code: str, timeout: int = 20) -> subprocess.CompletedProcess[str]:
    """Run code against the C module alone, in a process that may die."""
    whole = "import json, durable_rules_engine as dre\n" + textwrap.dedent(code)
    return subprocess.run(
        [sys.executable, "-c", whole], capture_output=True, text=True, timeout=timeout, check=False
    )


def test_the_chunks_fit_the_match_stack() -> None:
    assert MAX_CHUNKS - 1 + CHUNK <= STACK


def test_many_rules_true_at_once_are_chunked() -> None:
    """Without chunks, more than 64 conditions true for one message are an error in the engine."""
    rules: dict[str, Expression] = {
        f"r{at}": Every((one(f"f{at % 60}", 1, 2), one(f"f{(at * 7 + at // 60 + 1) % 60}", 2, 3)))
        for at in range(300)
    }
    partition = at_home(rules)
    compiled = compile_partition(partition)
    flags = [name for name in compiled.messages["q"][0] if name.startswith("c")]
    assert len(flags) > 5
    ranks = dict.fromkeys(partition.properties, 2)
    evaluator = DurableEvaluator()
    assert evaluator.fired(partition, ranks) == ReferenceEvaluator().fired(partition, ranks)
    assert len(evaluator.fired(partition, ranks)) == 300


def test_unchunked_rules_do_fail_in_the_engine() -> None:
    """The trap itself: the guard is not superstition."""
    done = raw(
        """
        rules = {f"r{i}": {"all": [{"m": {"$and": [{"q": "a"}, {f"p{i}": 1}]}}]} for i in range(80)}
        handle = dre.create_ruleset("t", json.dumps(rules))
        message = {"sid": "s", "id": "m", "q": "a", **{f"p{i}": 1 for i in range(80)}}
        dre.assert_facts(handle, json.dumps([message]))
        print("fine")
        """
    )
    assert "fine" not in done.stdout
    assert "303" in done.stderr


def test_too_many_alternatives_over_one_question_are_refused() -> None:
    names = [f"f{at}" for at in range(100)]
    rules: dict[str, Expression] = {
        f"{a}+{b}": Every((one(a, 1), one(b, 2)))
        for at, a in enumerate(names)
        for b in names[at + 1 : at + 14]
    }
    assert len(rules) > MAX_CHUNKS * CHUNK
    with pytest.raises(RuleTooLargeError, match="alternatives look at question q"):
        compile_partition(at_home(rules))


def test_identical_conditions_become_one_durable_rule() -> None:
    """257 rules with one condition set crash the process; merged, any number is one."""
    rules: dict[str, Expression] = {f"r{at}": one("f", 3) for at in range(400)}
    partition = at_home(rules)
    compiled = compile_partition(partition)
    assert len(compiled.ruleset) == 2  # the one rule, and "seen"
    assert DurableEvaluator().fired(partition, {"f": 3}) == set(rules)


def test_a_message_with_too_many_properties_is_refused() -> None:
    rules: dict[str, Expression] = {f"r{at}": one(f"f{at}", 1) for at in range(MAX_PROPERTIES)}
    with pytest.raises(RuleTooLargeError, match="properties"):
        compile_partition(at_home(rules))


def test_a_rule_over_too_many_questions_is_refused() -> None:
    leaves = tuple(one(f"f{at}", 1) for at in range(MAX_ANTECEDENTS + 1))
    home = {f"f{at}": f"q{at}" for at in range(MAX_ANTECEDENTS + 1)}
    with pytest.raises(RuleTooLargeError, match="looks at 17 questions"):
        compile_partition(Partition("p", {"r": Every(leaves)}, home))
    partition = Partition("p", {"r": Every(leaves[:-1])}, home)
    ranks = dict.fromkeys(partition.properties, 1)
    assert DurableEvaluator().fired(partition, ranks) == {"r"}


def test_names_with_one_hash_are_refused() -> None:
    # "costarring" and "liquid" are the best known collision of 32-bit FNV-1a.
    assert fnv1a("costarring") == fnv1a("liquid")
    assert_no_collisions(["costarring", "sid", "id", "q", "c0", "p0"])
    with pytest.raises(RuleTooLargeError, match="costarring and liquid"):
        assert_no_collisions(["costarring", "sid", "liquid"])


def test_the_hash_is_the_one_of_the_engine() -> None:
    """The engine takes a rule on one name for a rule on the other."""
    done = raw(
        """
        rules = {"r": {"all": [{"m": {"$and": [{"q": "a"}, {"costarring": 1}]}}]},
                 "seen": {"all": [{"m": {"q": "a"}}]}}
        handle = dre.create_ruleset("t", json.dumps(rules))
        code, state = dre.assert_facts(handle, json.dumps([{"sid": "s", "id": "m", "q": "a", "liquid": 1}]))
        action = dre.start_action_for_state(handle, state)
        message = action[1] if action else None
        fired = set()
        while message:
            fired.add(message[2 : message.index('"', 2)])
            message = dre.complete_and_start_action(handle, state)
        print(sorted(fired))
        """
    )
    assert done.stdout.strip() == "['r', 'seen']"


def test_a_condition_that_explodes_is_refused() -> None:
    pairs = tuple(Some((one(f"a{at}", 1), one(f"b{at}", 1))) for at in range(12))
    with pytest.raises(RuleTooLargeError, match=str(MAX_CONJUNCTS)):
        normal_form(Every(pairs))


def test_a_message_no_rule_looks_at_still_finishes() -> None:
    """Without its "seen" rule such a message is an exception that leaks into the next run."""
    partition = Partition("p", {"r": Every((one("a", 4), one("b", 4)))}, {"a": "q1", "b": "q2"})
    evaluator = DurableEvaluator()
    assert evaluator.fired(partition, {"a": 1, "b": 1}) == frozenset()
    assert evaluator.fired(partition, {"a": 4, "b": 4}) == {"r"}
    assert evaluator.fired(partition, {"a": 4, "b": -1}) == frozenset()


def test_rules_that_read_nothing() -> None:
    partition = Partition("p", {"always": Every(()), "never": Some(())}, {})
    assert DurableEvaluator().fired(partition, {}) == {"always"}


def test_a_run_that_does_not_finish_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    partition = at_home({"r": one("f", 1)})
    evaluator = DurableEvaluator()
    monkeypatch.setattr(evaluator, "_run", lambda handle, batch: {"r0"})
    with pytest.raises(EngineError, match="did not finish"):
        evaluator.fired(partition, {"f": 1})


def test_an_engine_that_fails_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        @staticmethod
        def create_ruleset(name: str, rules: str) -> int:
            return 1

        @staticmethod
        def assert_facts(handle: int, facts: str) -> tuple[int, int]:
            raise RuntimeError("Could not assert facts, error code: 303")

        @staticmethod
        def delete_state(handle: int, sid: str) -> None: ...

        @staticmethod
        def delete_ruleset(handle: int) -> None: ...

    monkeypatch.setattr(durable, "_engine", Broken)
    with pytest.raises(EngineError, match="303"):
        DurableEvaluator().fired(at_home({"r": one("f", 1)}), {"f": 1})


def test_without_the_library_the_evaluator_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(durable, "_engine", None)
    monkeypatch.setattr(durable, "_import_problem", "No module named 'durable_rules_engine'")
    with pytest.raises(EngineError, match="No module named"):
        DurableEvaluator()


def test_holes_in_a_set_of_ranks() -> None:
    partition = at_home({"r": In(("f",), frozenset({0, 2, 4}), 4), "n": Never(one("f", 1, 3))})
    evaluator = DurableEvaluator()
    for rank in range(-1, 5):
        expected = {"r", "n"} if rank in (0, 2, 4) else set()
        assert evaluator.fired(partition, {"f": rank}) == expected


def test_memory_is_given_back() -> None:
    evaluator = DurableEvaluator()
    partition = at_home({"r": one("f", 1)})
    evaluator.fired(partition, {"f": 1})
    evaluator.close()
    assert evaluator.fired(partition, {"f": 1}) == {"r"}  # compiled anew


def test_compiled_rules_are_plain_json() -> None:
    compiled = compile_partition(at_home({"r": Never(one("f", 2))}))
    assert json.loads(json.dumps(compiled.ruleset)) == compiled.ruleset
