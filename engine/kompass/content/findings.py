"""Reads finding rules, the patterns that stand for several, and the slots in their texts."""

from __future__ import annotations

from kompass.content import source as src
from kompass.content.conditions import Scope, read_condition
from kompass.content.draft import BOOLEAN, Draft, question_scope
from kompass.content.slots import SLOT, read_slots
from kompass.content.yaml_reader import Path, YamlDocument
from kompass.model.base import Text
from kompass.model.condition import Condition
from kompass.model.framework import Question
from kompass.model.rule import PLANNED_SLOT, FindingKind, FindingRule

_PLANNED = Text(nb=", men det er bestemt", nn=", men det er bestemt")
_PATTERN: tuple[tuple[FindingKind, str, tuple[str, ...]], ...] = (
    ("strength", "styrke", ("ja",)),
    ("challenge", "utfordring", ("delvis",)),
    ("weakness", "svakhet", ("planlagt", "nei")),
)


def read_findings(
    draft: Draft,
    document: YamlDocument,
    path: Path,
    question: Question,
    findings: tuple[src.FindingSource, ...],
) -> None:
    """Read a question's finding rules."""
    scope = question_scope(draft, document, question, ratings=True)
    local: dict[str, Condition | None] = {}
    scope = Scope(scope.facts, scope.question, local, scope.ratings, scope.dimensions, scope.report)
    for at, finding in enumerate(findings):
        where = (*path, "findings", at)
        if finding.pattern:
            _pattern(draft, document, where, question, finding, scope, local)
        else:
            _finding(draft, document, where, question.criterion, question.id, finding, scope, local)


def _pattern(
    draft: Draft,
    document: YamlDocument,
    path: Path,
    question: Question,
    finding: src.FindingSource,
    scope: Scope,
    local: dict[str, Condition | None],
) -> None:
    if finding.fact not in question.facts:
        draft.faults.unknown(
            document, (*path, "fact"), "faktumet", finding.fact or "", question.facts
        )
        return
    if draft.facts[finding.fact].answers != "status":
        draft.faults.at(
            document, (*path, "fact"), "mønsteret status gjelder fakta med svarsettet status"
        )
        return
    for kind, suffix, values in _PATTERN:
        text: Text | None = getattr(finding, kind)
        if text is None:
            draft.faults.at(document, path, f"{kind} mangler i mønsteret")
            continue
        single = finding.model_copy(
            update={
                "id": f"{finding.id}-{suffix}",
                "pattern": None,
                "kind": kind,
                "text": text,
                "when": {finding.fact: list(values)},
                "slots": _pattern_slots(finding, text),
            }
        )
        _finding(draft, document, path, question.criterion, question.id, single, scope, local)


def _pattern_slots(finding: src.FindingSource, text: Text) -> dict[str, tuple[src.SlotSource, ...]]:
    named = set(SLOT.findall(text.nb))
    slots = {name: it for name, it in finding.slots.items() if name in named}
    if PLANNED_SLOT in named and PLANNED_SLOT not in slots:
        slots[PLANNED_SLOT] = (src.SlotSource(when={finding.fact: "planlagt"}, text=_PLANNED),)
    return slots


def _finding(
    draft: Draft,
    document: YamlDocument,
    path: Path,
    criterion: str,
    question: str | None,
    finding: src.FindingSource,
    scope: Scope,
    local: dict[str, Condition | None],
) -> None:
    id = f"{question or 'cross'}.{finding.id}"
    draft.claim(document, (*path, "id"), id)
    if finding.id in local:
        draft.faults.at(document, (*path, "id"), f"to funnregler heter {finding.id}")
    if finding.topic not in draft.topics:
        draft.faults.unknown(document, (*path, "topic"), "emnet", finding.topic, draft.topics)
    elif criterion not in draft.topics[finding.topic]:
        where = ", ".join(draft.topics[finding.topic])
        draft.faults.at(
            document,
            (*path, "topic"),
            f"emnet {finding.topic} hører til {where}, ikke {criterion}",
        )
    if finding.kind is None or finding.text is None or finding.when is None:
        draft.faults.at(document, path, f"{id} trenger kind, when og text")
        return
    when = read_condition(finding.when, (*path, "when"), scope)
    local[finding.id] = when
    slots = read_slots(draft, document, path, id, finding.text, finding.slots, scope)
    if when is not None:
        draft.finding_rules.append(
            FindingRule(
                id=id,
                area=draft.criteria.get(criterion, ""),
                criterion=criterion,
                question=question,
                kind=finding.kind,
                topic=finding.topic,
                when=when,
                text=finding.text,
                slots=slots,
            )
        )


def read_cross(draft: Draft, document: YamlDocument) -> None:
    """Read the rules that look at several questions."""
    file = draft.faults.parse(document, src.CrossFile)
    if file is None:
        return
    facts = {id: draft.answer_sets[fact.answers] for id, fact in draft.facts.items()}
    facts |= dict.fromkeys(draft.derived, BOOLEAN)
    local: dict[str, Condition | None] = {}
    scope = Scope(
        facts=facts,
        question=None,
        rules=local,
        ratings=frozenset(draft.questions),
        dimensions=draft.dimensions,
        report=draft.faults.reporter(document),
    )
    for at, finding in enumerate(file.findings):
        path = ("findings", at)
        if finding.criterion not in draft.criteria:
            draft.faults.unknown(
                document, (*path, "criterion"), "kriteriet", finding.criterion, draft.criteria
            )
        _finding(draft, document, path, finding.criterion, None, finding, scope, local)
