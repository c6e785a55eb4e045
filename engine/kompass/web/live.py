"""An assessment as it stands, worked out from how it stood a moment ago."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import add
from typing import Any

from kompass.assessment.assess import TOTAL, add_up, add_up_area, stand
from kompass.assessment.instrument import Instrument
from kompass.assessment.standing import Standing, Tally
from kompass.model.answers import Answer, Answers
from kompass.model.base import Lang
from kompass.model.result import Result
from kompass.storage.entries import Assessment, Entry
from kompass.web.document import as_answers, as_document


@dataclass(frozen=True)
class Live:
    """An assessment as it stands now.

    Attributes:
        assessment: Whose, when and by which framework.
        entries: The answers, by fact.
        document: The same as an answers file, with nobody's name in it.
        answers: The document, read.
        standing: Where that leaves the municipality.
        tallies: Points of every criterion and area, and in total.
        results: The whole result, for the languages somebody has asked for it in.
    """

    assessment: Assessment
    entries: dict[str, Entry]
    document: dict[str, Any]
    answers: Answers
    standing: Standing
    tallies: dict[str, Tally]
    results: dict[Lang, Result] = field(default_factory=dict)


def make_live(
    instrument: Instrument,
    assessment: Assessment,
    entries: dict[str, Entry],
    adjustments: Mapping[str, Entry],
    before: Live | None = None,
) -> Live:
    """Return an assessment as it stands.

    Args:
        instrument: The framework to assess with.
        assessment: Whose, when and by which framework.
        entries: The answers, by fact.
        adjustments: A consultant's changes.
        before: How it stood before; only what has changed since is worked out anew.
    """
    document = as_document(assessment, entries, adjustments)
    kept = before if before and before.standing.instrument is instrument else None
    answers = _answers(document, entries, kept)
    standing = stand(instrument, answers, kept.standing if kept else None)
    return Live(assessment, entries, document, answers, standing, _tallies(standing, kept))


def _answers(
    document: dict[str, Any], entries: Mapping[str, Entry], before: Live | None
) -> Answers:
    """Return the document read; every part of it was checked when it was saved."""
    if before is None:
        return as_answers(document)
    head = as_answers({**document, "answers": {}})
    given = document["answers"]
    read = {
        fact: before.answers.answers[fact]
        if before.entries.get(fact) is entries[fact]
        else Answer.model_validate(given[fact])
        for fact in given
    }
    return head.model_copy(update={"answers": read})


def _tallies(standing: Standing, before: Live | None) -> dict[str, Tally]:
    """Return what everything adds up to; areas where no question has moved as they were."""
    if before is None:
        return dict(add_up(standing))
    tallies: dict[str, Tally] = {}
    areas = standing.instrument.content.areas
    for area in areas:
        asked = [q for it in area.criteria for q in standing.instrument.framework.questions[it.id]]
        same = all(standing.questions[it] is before.standing.questions[it] for it in asked)
        names = [area.id, *(it.id for it in area.criteria)]
        if same:
            tallies |= {name: before.tallies[name] for name in names}
        else:
            tallies |= add_up_area(standing, area)
    tallies[TOTAL] = reduce(add, (tallies[area.id] for area in areas), Tally())
    return tallies
