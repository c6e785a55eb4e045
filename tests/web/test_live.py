"""An assessment worked out from how it stood a moment ago is the one worked out from nothing."""

from __future__ import annotations

import random

import pytest
from tests.web.conftest import Visitor

from kompass.storage.entries import Edit
from kompass.web.live import make_live


@pytest.mark.parametrize("seed", range(4))
def test_step_by_step_is_the_same_as_from_nothing(visitor: Visitor, seed: int) -> None:
    chance = random.Random(seed)
    id = visitor.example("amot-2026.json")
    content = visitor.site.content
    facts = [it.id for it in content.facts_of("kommunekompasset-3.1")]
    document = {"kind": "document", "title": "Sak"}
    for _ in range(15):
        edits = []
        for fact in chance.sample(facts, chance.choice([1, 1, 3])):
            stands = visitor.workspace.entry(id, fact)
            value = chance.choice([*content.answer_set(fact).values, "vet_ikke", None])
            body = value and {"value": value} | (
                {"evidence": [document]} if chance.random() < 0.5 else {}
            )
            edits.append(Edit(fact, body or None, stands.revision if stands else 0))
        visitor.workspace.save(id, edits)
        live = visitor.site.live(id)
        fresh = make_live(
            visitor.site.instrument("kommunekompasset-3.1"),
            live.assessment,
            visitor.workspace.entries(id),
            {},
        )
        assert live.entries == fresh.entries and live.answers == fresh.answers
        assert live.document == fresh.document and live.tallies == fresh.tallies
        for question, place in fresh.standing.questions.items():
            assert live.standing.questions[question] == place


def test_what_has_not_changed_is_kept_as_it_is(visitor: Visitor) -> None:
    id = visitor.example("amot-2026.json")
    before = visitor.site.live(id)
    assert visitor.site.live(id) is before
    entry = visitor.workspace.entry(id, "har_kommunikasjonsstrategi")
    assert entry
    visitor.save(id, "har_kommunikasjonsstrategi", base=entry.revision, value="ja")
    after = visitor.site.live(id)
    moved = [
        question
        for question, place in after.standing.questions.items()
        if place is not before.standing.questions[question]
    ]
    assert moved == ["1.1.2"]
