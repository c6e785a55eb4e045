"""durable == reference, on any rules at all and on the real ones."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import partitions

from kompass.assessment.instrument import Instrument
from kompass.errors import RuleTooLargeError
from kompass.inference.durable import DurableEvaluator, availability, compile_partition
from kompass.inference.expression import Every, In, Never, Some, because, holds
from kompass.inference.normal_form import normal_form
from kompass.inference.partition import Evaluator, Partition, ReferenceEvaluator
from kompass.model.content import Content

needs_durable = pytest.mark.skipif(availability() is not None, reason="durable-rules is not here")


def agree(partition: Partition, tops: dict[str, int], data: st.DataObject, times: int) -> None:
    evaluator = DurableEvaluator()
    for _ in range(times):
        ranks = {name: data.draw(st.integers(-1, top)) for name, top in tops.items()}
        try:
            fired = evaluator.fired(partition, ranks)
        except RuleTooLargeError:
            return
        assert fired == ReferenceEvaluator().fired(partition, ranks)
    evaluator.close()


@needs_durable
@settings(max_examples=100)
@given(partitions(), st.data())
def test_durable_agrees_on_random_rules(
    made: tuple[Partition, dict[str, int]], data: st.DataObject
) -> None:
    agree(*made, data, times=5)


@given(partitions(), st.data())
def test_normal_form_means_the_same(
    made: tuple[Partition, dict[str, int]], data: st.DataObject
) -> None:
    partition, tops = made
    ranks = {name: data.draw(st.integers(-1, top)) for name, top in tops.items()}
    for expression in partition.rules.values():
        conjuncts = normal_form(expression)
        met = any(all(ranks[name] in it for name, it in one.ranks) for one in conjuncts)
        assert met == holds(expression, ranks)


@given(partitions(), st.data())
def test_what_holds_has_known_reasons(
    made: tuple[Partition, dict[str, int]], data: st.DataObject
) -> None:
    partition, tops = made
    ranks = {name: data.draw(st.integers(-1, top)) for name, top in tops.items()}
    for expression in partition.rules.values():
        reasons = because(expression, ranks)
        assert all(ranks[name] >= 0 for name in reasons)
        if holds(expression, ranks):
            # The reasons alone are enough: everything else may be unknown.
            alone = {name: rank if name in reasons else -1 for name, rank in ranks.items()}
            assert holds(expression, alone)
        else:
            assert reasons == ()


@given(partitions(), st.data())
def test_knowing_more_never_takes_back_what_was_known(
    made: tuple[Partition, dict[str, int]], data: st.DataObject
) -> None:
    """Persistence: what holds on a partial answer holds in every completion of it."""
    partition, tops = made
    ranks = {name: data.draw(st.integers(-1, top)) for name, top in tops.items()}
    more = {
        name: data.draw(st.integers(0, tops[name])) if rank == -1 else rank
        for name, rank in ranks.items()
    }
    for expression in partition.rules.values():
        for wanted in (True, False):
            assert not holds(expression, ranks, wanted) or holds(expression, more, wanted)
        assert not (holds(expression, ranks) and holds(expression, ranks, wanted=False))


def compare_on_real_content(
    real: Content, durable: Evaluator, reference: Evaluator, cases: int
) -> int:
    """Evaluate random states of random questions with both; return the rules that fired."""
    rng = random.Random(20260301)
    instrument = Instrument(real, next(iter(real.frameworks)), reference)
    questions = list(instrument.forms)
    fired = 0
    for _ in range(cases):
        question = rng.choice(questions)
        form = instrument.forms[question]
        stated = {
            field.fact: rng.randint(1, field.top) for field in form.fields if rng.random() < 0.75
        }
        known, best = form.known(stated), form.best(stated)
        score = instrument.score_partition(question)
        ranks = instrument.finding_ranks(question, known, best)
        findings = instrument.finding_partition(question)
        assert durable.fired(score, known) == reference.fired(score, known)
        assert durable.fired(findings, ranks) == reference.fired(findings, ranks)
        fired += len(reference.fired(findings, ranks))
    return fired


def test_durable_agrees_on_real_content(
    real: Content, durable: Evaluator, reference: Evaluator
) -> None:
    assert compare_on_real_content(real, durable, reference, 5_000) > 5_000


@pytest.mark.slow
def test_durable_agrees_on_real_content_at_length(
    real: Content, durable: Evaluator, reference: Evaluator
) -> None:
    assert compare_on_real_content(real, durable, reference, 20_000) > 20_000


@needs_durable
@given(st.data())
@settings(max_examples=60)
def test_cross_rules_agree(data: st.DataObject) -> None:
    homes = [f"q{at}" for at in range(5)]
    tops = {f"f{at}": 4 for at in range(15)}
    home = {name: homes[at % 5] for at, name in enumerate(tops)}
    leaf = st.builds(
        lambda name, ranks: In((name,), ranks, 4),
        st.sampled_from(sorted(tops)),
        st.frozensets(st.integers(0, 4), min_size=1),
    )
    tree = st.recursive(
        leaf,
        lambda inner: st.one_of(
            st.builds(lambda parts: Every(tuple(parts)), st.lists(inner, min_size=2, max_size=3)),
            st.builds(lambda parts: Some(tuple(parts)), st.lists(inner, min_size=2, max_size=3)),
            st.builds(Never, inner),
        ),
        max_leaves=6,
    )
    rules = {f"r{at}": data.draw(tree) for at in range(12)}
    agree(Partition("cross", rules, home), tops, data, times=5)


def test_compiling_is_deterministic(real: Content, reference: Evaluator) -> None:
    def compiled() -> list[str]:
        instrument = Instrument(real, next(iter(real.frameworks)), reference)
        return [
            repr(compile_partition(instrument.finding_partition(it))) for it in instrument.forms
        ]

    assert compiled() == compiled()
