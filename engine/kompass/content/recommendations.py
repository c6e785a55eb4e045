"""Reads next steps."""

from __future__ import annotations

from kompass.content import source as src
from kompass.content.draft import Draft
from kompass.content.yaml_reader import YamlDocument
from kompass.model.recommendation import NextStep


def read_recommendations(draft: Draft, document: YamlDocument) -> None:
    """Read one criterion's next steps."""
    file = draft.faults.parse(document, src.RecommendationsFile)
    if file is None:
        return
    draft.at_criterion(document, file.criterion)
    for at, step in enumerate(file.steps):
        path = ("steps", at)
        draft.claim(document, (*path, "id"), f"step {step.id}")
        if step.responsible not in draft.roles:
            draft.faults.unknown(
                document, (*path, "responsible"), "rollen", step.responsible, draft.roles
            )
        for fact, value in step.changes.items():
            known = draft.facts.get(fact)
            if known is None:
                draft.faults.unknown(
                    document, (*path, "changes", fact), "faktumet", fact, draft.facts
                )
            elif value not in draft.answer_sets[known.answers].values:
                allowed = ", ".join(draft.answer_sets[known.answers].values)
                draft.faults.at(
                    document,
                    (*path, "changes", fact),
                    f"{fact} kan ikke bli {value}; velg {allowed}",
                )
        draft.steps[step.id] = NextStep(
            area=draft.criteria.get(file.criterion, ""),
            criterion=file.criterion,
            **{name: getattr(step, name) for name in src.StepSource.model_fields},
        )
