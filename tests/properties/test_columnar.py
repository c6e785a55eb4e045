"""columnar == reference == durable: rules, ratings, findings and points of every row."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import contents, partitions, stated

from kompass.assessment import many as many_module
from kompass.assessment.assess import add_up
from kompass.assessment.columns import columns_of
from kompass.assessment.findings import find
from kompass.assessment.instrument import Instrument
from kompass.assessment.many import Many
from kompass.assessment.results import Results, Tallies
from kompass.assessment.sample import check_sample
from kompass.assessment.sheet import Sheet
from kompass.assessment.standing import Standing
from kompass.authoring.samples import municipalities
from kompass.errors import EngineError, RuleTooLargeError
from kompass.inference import columnar
from kompass.inference.columnar import Columns, Mask
from kompass.inference.partition import Evaluator, Partition, ReferenceEvaluator
from kompass.model.content import Content
from kompass.model.framework import UNKNOWN

REFERENCE = ReferenceEvaluator()


def make(content: Content, evaluator: Evaluator = REFERENCE) -> Instrument:
    return Instrument(content, next(iter(content.frameworks)), evaluator)


@given(partitions(), st.data())
def test_columns_fire_what_the_others_fire(
    durable: Evaluator, made: tuple[Partition, dict[str, int]], data: st.DataObject
) -> None:
    partition, tops = made
    row = st.fixed_dictionaries({name: st.integers(UNKNOWN, top) for name, top in tops.items()})
    rows = data.draw(st.lists(row, max_size=4))
    columns = {name: np.array([it[name] for it in rows], np.int8) for name in tops}
    found = columnar.fired(partition, columns)
    assert list(found) == list(partition.rules)
    assert all(mask.shape == (len(rows),) for mask in found.values())
    for at, ranks in enumerate(rows):
        here = frozenset(id for id, mask in found.items() if mask[at])
        assert here == REFERENCE.fired(partition, ranks)
        try:
            assert here == durable.fired(partition, ranks)
        except RuleTooLargeError:
            continue


@st.composite
def sheets(draw: st.DrawFn, content: Content, most: int = 4) -> list[Sheet]:
    """Return any number of municipalities with partial answers, evidence, and parts set aside."""
    gates = [fact for fact in content.facts.values() if fact.not_relevant]
    rows = []
    for _ in range(draw(st.integers(0, most))):
        answers = draw(stated(content))
        evidenced = frozenset(name for name in answers if draw(st.booleans()))
        aside = {it.question: "x" for it in gates if draw(st.booleans())}
        rows.append(Sheet(answers, evidenced, aside, {}))
    return rows


def assert_same(results: Results, rows: Sequence[Sheet], instrument: Instrument) -> None:
    """Hold every row against a standing of its own."""
    assert results.rows == len(rows)
    for row, sheet in enumerate(rows):
        place = Standing(instrument, sheet)
        scored: set[str] = set()
        fired: set[str] = set()
        ranks: dict[str, int] = {}
        for question in instrument.content.questions:
            standing = place.questions.get(question)
            if standing is None or not standing.relevant:
                ranks |= instrument.unknown_ranks(question)
                if standing is not None:
                    unrated = dict.fromkeys(instrument.dimensions, UNKNOWN)
                    assert ratings(results, question, row) == [unrated] * 4
                continue
            form, partition = instrument.forms[question], instrument.finding_partition(question)
            documented = form.known(sheet.documented(instrument.content))
            worst = form.worst(sheet.stated)
            assert ratings(results, question, row) == [
                instrument.score(question, it).ratings
                for it in (standing.known, standing.best, worst, documented)
            ]
            scored |= instrument.score(question, standing.known).fired
            here = instrument.finding_ranks(question, standing.known, standing.best)
            fired |= instrument.evaluator.fired(partition, here)
            ranks |= here
        fired |= instrument.evaluator.fired(instrument.finding_partition(None), ranks)
        assert at(results.ranks, row) == ranks
        assert where(results.cases, row) == scored
        assert where(results.findings, row) == fired
        assert fired & set(instrument.finding_rules) == {it.id for it in find(place, "nb")}
        tallies = {id: it.tally for id, it in place.questions.items()} | dict(add_up(place))
        assert results.tallies.keys() == tallies.keys()
        for id, tally in tallies.items():
            for name in (it.name for it in fields(Tallies)):
                found = getattr(results.tallies[id], name)
                if name in ("asked", "answered"):
                    assert found[row] == getattr(tally, name), (id, name)
                else:
                    assert int(found[row]) * results.unit == getattr(tally, name), (id, name)
                    assert results.in_points(found)[row] == float(getattr(tally, name))


def ratings(results: Results, question: str, row: int) -> list[Mapping[str, int]]:
    rated = results.ratings[question]
    return [at(it, row) for it in (rated.known, rated.best, rated.worst, rated.documented)]


def at(columns: Columns, row: int) -> Mapping[str, int]:
    return {name: int(column[row]) for name, column in columns.items()}


def where(masks: Mapping[str, Mask], row: int) -> set[str]:
    return {id for id, mask in masks.items() if mask[row]}


@given(contents(), st.data())
def test_many_are_assessed_as_one_by_one(content: Content, data: st.DataObject) -> None:
    rows = data.draw(sheets(content))
    instrument = make(content)
    results = Many(instrument).assess(*columns_of(rows, content), sample=0)
    assert_same(results, rows, make(content))


@settings(max_examples=25)
@given(contents(), st.data())
def test_many_are_assessed_as_durable_does(
    durable: Evaluator, content: Content, data: st.DataObject
) -> None:
    rows = data.draw(sheets(content, most=2))
    instrument = make(content, durable)
    results = Many(instrument).assess(*columns_of(rows, content), sample=len(rows))
    assert_same(results, rows, instrument)


@given(contents(), st.data())
def test_rows_do_not_touch_each_other(content: Content, data: st.DataObject) -> None:
    """A row comes out the same alone, in another place, and in parts."""
    rows = data.draw(sheets(content))
    many = Many(make(content))
    table = columns_of(rows, content)
    whole = many.assess(*table, sample=0)
    parts = [many.assess(*part, sample=0) for part in table.parts(rows=1)]
    assert len(parts) == len(rows)
    for row, part in enumerate(parts):
        assert at(part.ranks, 0) == at(whole.ranks, row)
        assert where(part.findings, 0) == where(whole.findings, row)


def real_rows(instrument: Instrument, count: int) -> list[Sheet]:
    """Return municipalities as they may be: some complete, most with answers lacking."""
    chance = random.Random(20260301)
    gates = [it for it in instrument.content.facts.values() if it.not_relevant]
    rows = []
    for answers in municipalities(instrument, count):
        lacking = chance.choice((0.0, 0.2, 0.6))
        kept = {name: rank for name, rank in answers.items() if chance.random() >= lacking}
        evidenced = frozenset(name for name in kept if chance.random() < 0.5)
        aside = {it.question: "x" for it in gates if chance.random() < 0.2}
        rows.append(Sheet(kept, evidenced, aside, {}))
    return rows


def test_real_content_is_assessed_as_one_by_one(real: Content) -> None:
    for framework in real.frameworks:
        instrument = Instrument(real, framework, REFERENCE)
        rows = real_rows(instrument, 40)
        results = Many(instrument).assess(*columns_of(rows, real), sample=0)
        assert_same(results, rows, instrument)


def test_a_sample_of_real_content_is_the_same_to_durable(real: Content, durable: Evaluator) -> None:
    for framework in real.frameworks:
        instrument = Instrument(real, framework, durable)
        table = columns_of(real_rows(instrument, 200), real)
        Many(instrument).assess(*table, sample=8, seed=1)
        assert instrument.evaluations > 8 * len(instrument.forms)


@pytest.mark.slow
def test_many_rows_of_real_content_are_the_same_to_durable(
    real: Content, durable: Evaluator
) -> None:
    for framework in real.frameworks:
        instrument = Instrument(real, framework, durable)
        table = columns_of(real_rows(instrument, 1_000), real)
        Many(instrument).assess(*table, sample=1_000)


@settings(max_examples=25)
@given(contents(), st.data())
def test_one_wrong_rule_is_found(content: Content, data: st.DataObject) -> None:
    """Whichever rule is turned round in whichever row, a sample that has the row says so."""
    rows = data.draw(sheets(content).filter(bool))
    instrument = make(content)
    table = columns_of(rows, content)
    results = Many(instrument).assess(*table, sample=0)
    kind = data.draw(st.sampled_from(("cases", "findings")))
    masks = getattr(results, kind)
    rule = data.draw(st.sampled_from(sorted(masks)))
    row = data.draw(st.integers(0, len(rows) - 1))
    turned = masks[rule].copy()
    turned[row] ^= True
    tampered = changed(results, kind, {**masks, rule: turned})
    partition = next(it.id for it in all_partitions(instrument) if rule in it.rules)
    with pytest.raises(EngineError) as told:
        check_sample(instrument, table, tampered, sample=len(rows), seed=0)
    assert str(told.value) == (f"columns and reference differ in row {row}, {partition}: {rule}")


def changed(results: Results, part: str, values: Mapping[str, Any]) -> Results:
    found: Any = {part: values}
    return replace(results, **found)


def all_partitions(instrument: Instrument) -> list[Partition]:
    scores = [instrument.score_partition(it) for it in instrument.forms]
    findings = [instrument.finding_partition(it) for it in (*instrument.forms, None)]
    return scores + findings


@pytest.mark.parametrize("part", ["ratings", "ranks", "tallies"])
def test_a_wrong_number_is_found(real: Content, part: str) -> None:
    instrument = make(real)
    table = columns_of(real_rows(instrument, 3), real)
    results = Many(instrument).assess(*table, sample=0)
    check_sample(instrument, table, results, sample=3, seed=0)
    wrong: dict[str, Any] = dict(getattr(results, part))
    if part == "ranks":
        name = next(iter(real.facts))
        wrong[name] = wrong[name] ^ np.array([0, 0, 1], np.int8)
    elif part == "tallies":
        wrong["total"] = replace(wrong["total"], high=wrong["total"].high + np.array([0, 0, 1]))
    else:
        question, rated = next(iter(wrong.items()))
        dimension = instrument.dimensions[0]
        high = rated.best[dimension] ^ np.array([0, 0, 1], np.int8)
        wrong[question] = replace(rated, best={**rated.best, dimension: high})
    with pytest.raises(EngineError, match="differ in row 2, "):
        check_sample(instrument, table, changed(results, part, wrong), sample=3, seed=0)


def test_a_rule_that_is_broken_in_columns_stops_the_assessment(
    real: Content, durable: Evaluator, monkeypatch: pytest.MonkeyPatch
) -> None:
    instrument = make(real, durable)
    question = list(instrument.forms)[40]
    broken = real.finding_rules_of[question][0].id

    def fired(partition: Partition, columns: Columns) -> Mapping[str, Mask]:
        found = dict(columnar.fired(partition, columns))
        if broken in found:
            found[broken] = ~found[broken]
        return found

    monkeypatch.setattr(many_module, "fired", fired)
    table = columns_of(real_rows(instrument, 20), real)
    with pytest.raises(EngineError, match=rf"in row \d+, {question} findings: {broken}$"):
        Many(instrument).assess(*table, sample=1)
