"""Many municipalities in one call: on one small, real question, and on the numbers themselves."""

from __future__ import annotations

import os
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from kompass.assessment.assess import add_up
from kompass.assessment.columns import Table, columns_of
from kompass.assessment.instrument import Instrument
from kompass.assessment.many import Many
from kompass.assessment.sample import chosen
from kompass.assessment.sheet import Sheet
from kompass.assessment.standing import Standing
from kompass.content.loader import load
from kompass.errors import EngineError
from kompass.inference.expression import Ranks
from kompass.inference.partition import Partition, ReferenceEvaluator
from kompass.model.content import Content
from kompass.model.framework import NOT_ASKED, UNKNOWN

BASE = Path(__file__).parents[2] / "content" / "base"
QUESTION = "1.1.2"
PRACTICE, EXTENT = "kommunikasjonsarbeid_satt_i_system", "kommunikasjonsarbeid_utbredelse"


@pytest.fixture(scope="module")
def many() -> Many:
    return Many(Instrument(load(BASE), "prove-1", ReferenceEvaluator()))


def column(*ranks: int) -> NDArray[np.int8]:
    return np.array(ranks, np.int8)


def test_forms_are_settled_by_row(many: Many) -> None:
    """The practice in place, not in place, and unknown; how widely only once."""
    top = many.instrument.content.answer_set(EXTENT).top
    stated = {PRACTICE: column(4, 1, -1), EXTENT: column(2, 2, -1)}
    known = many.known(QUESTION, stated)
    assert known[PRACTICE].tolist() == [4, 1, UNKNOWN]
    assert known[EXTENT].tolist() == [2, NOT_ASKED, UNKNOWN]
    assert many.best(QUESTION, stated)[EXTENT].tolist() == [2, NOT_ASKED, top]
    assert many.worst(QUESTION, stated)[EXTENT].tolist() == [2, NOT_ASKED, NOT_ASKED]


def test_a_fact_without_a_column_is_unknown(many: Many) -> None:
    known = many.known(QUESTION, {"of_another_question": column(1, 2)})
    assert known.keys() >= {PRACTICE, EXTENT}
    assert all(it.tolist() == [UNKNOWN, UNKNOWN] for it in known.values())


def test_points_are_whole_units(many: Many) -> None:
    """Three dimensions of ten share the 100 points of the only question."""
    assert many.unit == Fraction(1, 3)
    assert many.units(QUESTION) * many.unit == many.instrument.worth[QUESTION] == Fraction(10, 3)
    best = {it.fact: column(it.top) for it in many.instrument.forms[QUESTION].fields}
    assert many.rating_sum(QUESTION, best).tolist() == [30]
    results = many.assess(best)
    assert results.in_points(results.tallies["total"].points).tolist() == [100.0]


def changed(content: Content, **changes: Any) -> Content:
    """Return content with other parts, and nothing worked out of the old ones."""
    return Content(**{name: getattr(content, name) for name in Content.model_fields} | changes)


def test_ratings_stop_at_ten(many: Many) -> None:
    content = many.instrument.content
    again = tuple(
        rule.model_copy(
            update={
                "id": f"{rule.id}.again",
                "cases": tuple(
                    case.model_copy(update={"id": f"{case.id}.again"}) for case in rule.cases
                ),
            }
        )
        for rule in content.score_rules
    )
    generous = changed(content, score_rules=content.score_rules + again)
    twice = Many(Instrument(generous, "prove-1", ReferenceEvaluator()))
    best = {it.fact: column(it.top) for it in many.instrument.forms[QUESTION].fields}
    assert twice.rating_sum(QUESTION, best).tolist() == [30]
    assert twice.assess(best).rows == 1


def test_a_criterion_without_questions_could_have_given_its_points(many: Many) -> None:
    content = many.instrument.content
    [area], framework = content.areas, many.instrument.framework
    [criterion] = area.criteria
    wider = changed(
        content,
        areas=(
            area.model_copy(
                update={"criteria": (criterion, criterion.model_copy(update={"id": "1.2"}))}
            ),
        ),
        frameworks={
            "prove-1": framework.model_copy(
                update={"questions": {**framework.questions, "1.2": ()}}
            )
        },
    )
    instrument = Instrument(wider, "prove-1", ReferenceEvaluator())
    results = Many(instrument).assess({PRACTICE: column(4)})
    tallies = add_up(Standing(instrument, Sheet({PRACTICE: 4}, frozenset(), {}, {})))
    for id in ("1.2", "1", "total"):
        found = results.tallies[id]
        assert found.max.tolist() == [tallies[id].max / results.unit]
        assert found.reachable.tolist() == [tallies[id].reachable / results.unit]
    assert tallies["1.2"].max == 100


def test_nothing_is_documented_unless_it_is_said(many: Many) -> None:
    stated = {PRACTICE: column(4, 1), EXTENT: column(4, 4)}
    results = many.assess(stated)
    for row, answers in enumerate(({PRACTICE: 4, EXTENT: 4}, {PRACTICE: 1, EXTENT: 4})):
        place = Standing(many.instrument, Sheet(answers, frozenset(), {}, {}))
        tally = place.questions[QUESTION].tally
        assert results.tallies[QUESTION].documented[row] * results.unit == tally.documented
        assert results.tallies[QUESTION].points[row] * results.unit == tally.points
    partly = many.assess(stated, documented={PRACTICE: column(4, 1)})
    assert partly.tallies["total"].documented[0] > 0
    assert many.assess(stated, documented=stated).tallies["total"].documented.tolist() == (
        results.tallies["total"].points.tolist()
    )


@pytest.mark.parametrize(
    "table",
    [
        Table({PRACTICE: column(1), EXTENT: column(1, 2)}, {}, {}),
        Table({PRACTICE: np.array([1, 2])}, {}, {}),
        Table({PRACTICE: column(1, 2)}, {PRACTICE: column(1)}, {}),
        Table({PRACTICE: column(1, 2)}, {}, {QUESTION: np.array([True])}),
        Table({PRACTICE: column(1, 2)}, {}, {QUESTION: column(0, 1)}),  # type: ignore[dict-item]
    ],
    ids=["length", "type", "documented", "aside", "aside-type"],
)
def test_columns_that_do_not_fit_are_refused(many: Many, table: Table) -> None:
    with pytest.raises(ValueError, match=r"not (int8|bool)"):
        many.assess(*table)


def test_no_rows_at_all(many: Many) -> None:
    results = many.assess(*columns_of([], many.instrument.content))
    assert results.rows == 0
    assert results.tallies["total"].points.shape == (0,)


def test_one_row_that_knows_nothing(many: Many) -> None:
    table = columns_of([Sheet({}, frozenset(), {}, {})], many.instrument.content)
    results = many.assess(*table)
    assert results.rows == 1
    assert not any(mask.any() for mask in results.findings.values())


def test_a_sample_is_the_same_everywhere() -> None:
    assert chosen(10_000, 5, seed=0) == (1617, 4271, 4971, 5533, 6024)
    assert chosen(10_000, 5, seed=1) != chosen(10_000, 5, seed=0)
    assert chosen(5, 5, seed=0) == chosen(5, 32, seed=0) == (0, 1, 2, 3, 4)
    assert chosen(0, 32, seed=0) == chosen(10, 0, seed=0) == ()
    assert len(set(chosen(6, 5, seed=0))) == 5


def test_an_evaluator_that_says_otherwise_stops_it() -> None:
    class Silent:
        name = "silent"

        def fired(self, partition: Partition, ranks: Ranks) -> frozenset[str]:
            return frozenset()

    many = Many(Instrument(load(BASE), "prove-1", Silent()))
    best = {it.fact: column(it.top) for it in many.instrument.forms[QUESTION].fields}
    with pytest.raises(
        EngineError, match=rf"columns and silent differ in row 0, {QUESTION} score: "
    ):
        many.assess(best)
    assert many.assess(best, sample=0).rows == 1


def test_one_assessment_needs_no_numpy(tmp_path: Path) -> None:
    """NumPy is an extra: everything that assesses one municipality must import without it."""
    script = tmp_path / "without.py"
    script.write_text(
        "import sys; sys.modules['numpy'] = None\n"
        "import kompass.assessment.assess, kompass.assessment.compare, kompass.inference.engines\n"
    )
    subprocess.run([sys.executable, script], check=True, env=os.environ)
