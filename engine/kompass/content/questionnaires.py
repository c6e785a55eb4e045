"""Reads answer sets, questions and their facts."""

from __future__ import annotations

from kompass.content import source as src
from kompass.content.conditions import KEYWORDS, Scope, read_condition
from kompass.content.draft import Draft
from kompass.content.yaml_reader import Path, YamlDocument
from kompass.model.condition import Condition
from kompass.model.framework import AnswerSet, Fact, FactKind, Question

_KIND_OF_SET: dict[str, FactKind] = {"omfang": "extent", "oppfolging": "learning"}


def read_answer_sets(draft: Draft, file: src.AnswersFile) -> None:
    """Read the answer sets and roles."""
    draft.roles = dict(file.roles)
    for id, it in file.answer_sets.items():
        if it.range:
            numbers = [str(n) for n in range(it.range.worst, it.range.best + 1)]
            draft.answer_sets[id] = AnswerSet(
                id=id, values=tuple(reversed(numbers)), integer=True, labels={}, meanings={}
            )
        elif it.values:
            draft.answer_sets[id] = AnswerSet(
                id=id,
                values=tuple(it.values),
                planned=it.planned,
                labels={value: that.label for value, that in it.values.items()},
                meanings={value: that.meaning for value, that in it.values.items()},
            )


def read_questionnaire(draft: Draft, document: YamlDocument) -> None:
    """Read one criterion's questions and facts."""
    file = draft.faults.parse(document, src.QuestionnaireFile)
    if file is None:
        return
    draft.at_criterion(document, file.criterion)
    for at, question in enumerate(file.questions):
        path = ("questions", at)
        draft.claim(document, (*path, "id"), question.id)
        if not question.id.startswith(f"{file.criterion}."):
            draft.faults.at(
                document, (*path, "id"), f"{question.id} hører ikke til {file.criterion}"
            )
        earlier: dict[str, AnswerSet] = {}
        for number, fact in enumerate(question.facts):
            _fact(draft, document, (*path, "facts", number), question.id, fact, earlier)
        draft.questions[question.id] = Question(
            id=question.id,
            criterion=file.criterion,
            text=question.text,
            why=question.why,
            facts=tuple(fact.id for fact in question.facts),
        )


def _fact(
    draft: Draft,
    document: YamlDocument,
    path: Path,
    question: str,
    fact: src.FactSource,
    earlier: dict[str, AnswerSet],
) -> None:
    report = draft.faults.reporter(document)
    draft.claim(document, (*path, "id"), fact.id)
    if fact.id in KEYWORDS:
        report((*path, "id"), f"{fact.id} er et ord i betingelsesspråket; velg et annet navn")
    answer_set = draft.answer_sets.get(fact.answers)
    if answer_set is None:
        draft.faults.unknown(
            document, (*path, "answers"), "svarsettet", fact.answers, draft.answer_sets
        )
        return
    for at, role in enumerate(fact.asks):
        if role not in draft.roles:
            draft.faults.unknown(document, (*path, "asks", at), "rollen", role, draft.roles)
    for value in fact.counts_as:
        if value not in answer_set.values:
            draft.faults.unknown(
                document, (*path, "counts_as", value), "verdien", value, answer_set.values
            )
    asked_when: Condition | None = None
    if fact.asked_when is not None:
        scope = Scope(earlier, question, {}, frozenset(), draft.dimensions, report)
        asked_when = read_condition(fact.asked_when, (*path, "asked_when"), scope)
    earlier[fact.id] = answer_set
    draft.facts[fact.id] = Fact(
        id=fact.id,
        question=question,
        kind=fact.kind or _KIND_OF_SET.get(fact.answers, "practice"),
        core=fact.core,
        asks=fact.asks,
        answers=fact.answers,
        asked_when=asked_when,
        text=fact.text,
        counts_as=fact.counts_as,
        evidence=fact.evidence,
        not_relevant=fact.not_relevant,
    )
