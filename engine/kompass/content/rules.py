"""Reads the rules of a criterion, question by question."""

from __future__ import annotations

from kompass.content import source as src
from kompass.content.conditions import read_condition
from kompass.content.draft import Draft, question_scope
from kompass.content.findings import read_findings
from kompass.content.scores import read_score
from kompass.content.yaml_reader import YamlDocument
from kompass.model.framework import DerivedFact


def read_rules(draft: Draft, document: YamlDocument) -> None:
    """Read one criterion's rules."""
    file = draft.faults.parse(document, src.RulesFile)
    if file is None:
        return
    draft.at_criterion(document, file.criterion)
    for at, rules in enumerate(file.rules):
        path = ("rules", at)
        question = draft.questions.get(rules.question)
        if question is None:
            draft.faults.unknown(
                document, (*path, "question"), "spørsmålet", rules.question, draft.questions
            )
            continue
        draft.claim(document, (*path, "question"), f"rules for {question.id}")
        draft.questions[question.id] = question.model_copy(update={"bands": dict(rules.bands)})
        scope = question_scope(draft, document, question, ratings=False)
        for number, derived in enumerate(rules.derived):
            where = (*path, "derived", number)
            draft.claim(document, (*where, "id"), derived.id)
            when = read_condition(derived.when, (*where, "when"), scope)
            if when is not None:
                draft.derived[derived.id] = DerivedFact(
                    id=derived.id, question=question.id, when=when
                )
        for dimension, scores in rules.score.items():
            if dimension not in draft.dimensions:
                draft.faults.unknown(
                    document,
                    (*path, "score", dimension),
                    "dimensjonen",
                    dimension,
                    draft.dimensions,
                )
            for number, score in enumerate(scores):
                read_score(
                    draft, document, (*path, "score", dimension, number), question, dimension, score
                )
        read_findings(draft, document, path, question, rules.findings)
