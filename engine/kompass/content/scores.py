"""Reads score rules: a fact on a scale, a fact with numbers of its own, or a condition."""

from __future__ import annotations

from kompass.content import source as src
from kompass.content.conditions import Scope, read_condition
from kompass.content.draft import Draft, question_scope
from kompass.content.yaml_reader import Path, YamlDocument
from kompass.model.condition import Compare
from kompass.model.framework import Question
from kompass.model.rule import ScoreCase, ScoreRule


def read_score(
    draft: Draft,
    document: YamlDocument,
    path: Path,
    question: Question,
    dimension: str,
    score: src.ScoreSource,
) -> None:
    """Read one score rule."""
    id = f"{question.id}.{dimension}.{score.id}"
    draft.claim(document, (*path, "id"), id)
    foreign = [fact for fact in score.reads if fact not in draft.facts]
    for fact in foreign:
        draft.faults.unknown(document, (*path, "reads"), "faktumet", fact, draft.facts)
    if score.fact is not None:
        cases = _fact_cases(draft, document, path, question, score, id)
    elif score.when is not None and isinstance(score.points, int):
        cases = _when_case(draft, document, path, question, score, id)
    else:
        draft.faults.at(
            document, path, "skriv enten fact og scale, fact og points, eller when og points"
        )
        return
    if score.scale is None and not score.why:
        draft.faults.at(document, path, f"{id} har egne tall; si hvorfor i why")
    if cases:
        draft.score_rules.append(
            ScoreRule(
                id=id,
                question=question.id,
                dimension=dimension,
                scale=score.scale,
                why=score.why,
                cases=tuple(cases),
            )
        )


def _fact_cases(
    draft: Draft,
    document: YamlDocument,
    path: Path,
    question: Question,
    score: src.ScoreSource,
    id: str,
) -> list[ScoreCase]:
    fact = draft.facts.get(score.fact or "")
    if fact is None or (fact.question != question.id and fact.id not in score.reads):
        own = [*question.facts, *score.reads]
        draft.faults.unknown(document, (*path, "fact"), "faktumet", score.fact or "", own)
        return []
    points: dict[str, int]
    if score.scale is not None:
        scale = draft.scales.get(score.scale)
        if scale is None:
            draft.faults.unknown(document, (*path, "scale"), "skalaen", score.scale, draft.scales)
            return []
        if scale.of != fact.answers:
            draft.faults.at(
                document,
                (*path, "scale"),
                f"skalaen {scale.id} gjelder {scale.of}, men {fact.id} har {fact.answers}",
            )
            return []
        points = scale.points
    elif isinstance(score.points, dict):
        points = score.points
    else:
        draft.faults.at(document, path, f"{id} mangler scale eller points")
        return []
    answer_set = draft.answer_sets[fact.answers]
    for value in points:
        if value not in answer_set.values:
            draft.faults.unknown(document, path, "verdien", value, answer_set.values)
    return [
        ScoreCase(
            id=f"{id}={value}",
            when=Compare(fact=fact.id, op="in", values=(value,)),
            points=given,
            reason=score.because
            or fact.counts_as.get(value)
            or answer_set.meanings.get(value)
            or fact.text,
        )
        for value, given in points.items()
        if given and value in answer_set.values
    ]


def _when_case(
    draft: Draft,
    document: YamlDocument,
    path: Path,
    question: Question,
    score: src.ScoreSource,
    id: str,
) -> list[ScoreCase]:
    scope = question_scope(draft, document, question, ratings=False)
    more = {
        fact: draft.answer_sets[draft.facts[fact].answers]
        for fact in score.reads
        if fact in draft.facts
    }
    scope = Scope(
        {**scope.facts, **more}, scope.question, {}, frozenset(), scope.dimensions, scope.report
    )
    when = read_condition(score.when, (*path, "when"), scope)
    if score.because is None:
        draft.faults.at(document, path, f"{id} må si hvorfor i because")
    if when is None or score.because is None or not isinstance(score.points, int):
        return []
    return [ScoreCase(id=f"{id}=ja", when=when, points=score.points, reason=score.because)]
