"""What a change of content moves: what came and went, and which examples, points and findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kompass.assessment.assess import assess
from kompass.assessment.instrument import Instrument
from kompass.inference.partition import Evaluator
from kompass.model.answers import Answers
from kompass.model.content import Content
from kompass.model.result import QuestionResult, Result


@dataclass(frozen=True)
class Change:
    """Ids of one sort that came, went, or stand for something else."""

    sort: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]


@dataclass(frozen=True)
class Move:
    """One example: its points per question before and after, and the findings that differ."""

    name: str
    total: tuple[float, float]
    questions: tuple[tuple[str, float | None, float | None], ...]
    appeared: tuple[str, ...]
    disappeared: tuple[str, ...]
    reworded: tuple[str, ...]


def content_changes(old: Content, new: Content) -> Iterator[Change]:
    """Yield what differs between two contents, sort by sort."""
    for sort, one, other in (
        ("spørsmål", old.questions, new.questions),
        ("fakta", old.facts, new.facts),
        ("skalaer", old.scales, new.scales),
        ("poengregler", _by_id(old.score_rules), _by_id(new.score_rules)),
        ("funnregler", _by_id(old.finding_rules), _by_id(new.finding_rules)),
        ("steg", old.steps, new.steps),
    ):
        change = _compare(sort, one, other)
        if change.added or change.removed or change.changed:
            yield change


def _by_id(rules: tuple[object, ...]) -> dict[str, object]:
    return {getattr(rule, "id", ""): rule for rule in rules}


def _compare(sort: str, old: Mapping[str, object], new: Mapping[str, object]) -> Change:
    return Change(
        sort,
        added=tuple(sorted(set(new) - set(old))),
        removed=tuple(sorted(set(old) - set(new))),
        changed=tuple(sorted(id for id in set(old) & set(new) if old[id] != new[id])),
    )


def example_move(
    name: str, answers: tuple[Answers, Answers], contents: tuple[Content, Content], by: Evaluator
) -> Move:
    """Assess one example with both contents and return what moved."""
    before, after = (
        assess(Instrument(content, it.framework, by), it)
        for content, it in zip(contents, answers, strict=True)
    )
    old, new = _questions(before), _questions(after)
    found = {it.id: it.text for it in before.findings}, {it.id: it.text for it in after.findings}
    moved = []
    for id in sorted({*old, *new}):
        first = old[id].points if id in old else None
        second = new[id].points if id in new else None
        if first != second:
            moved.append((id, first, second))
    return Move(
        name=name,
        total=(before.total.points, after.total.points),
        questions=tuple(moved),
        appeared=tuple(sorted(set(found[1]) - set(found[0]))),
        disappeared=tuple(sorted(set(found[0]) - set(found[1]))),
        reworded=tuple(
            sorted(id for id in set(found[0]) & set(found[1]) if found[0][id] != found[1][id])
        ),
    )


def _questions(result: Result) -> Mapping[str, QuestionResult]:
    return {
        question.id: question
        for area in result.areas
        for criterion in area.criteria
        for question in criterion.questions
    }
