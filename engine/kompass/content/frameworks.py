"""Reads areas, criteria and versions."""

from __future__ import annotations

from kompass.content import source as src
from kompass.content.draft import Draft
from kompass.errors import Fault
from kompass.model.framework import Area, Criterion, Framework


def read_areas(draft: Draft, file: src.FrameworkFile) -> None:
    """Read areas and criteria."""
    draft.areas = tuple(
        Area(
            id=area.id,
            name=area.name,
            perspective=area.perspective,
            criteria=tuple(Criterion(id=it.id, name=it.name, max=it.max) for it in area.criteria),
        )
        for area in file.areas
    )
    for at, area in enumerate(draft.areas):
        draft.claim(draft.framework_document, ("areas", at, "id"), area.id)
    draft.criteria = {it.id: area.id for area in draft.areas for it in area.criteria}


def read_frameworks(draft: Draft, file: src.FrameworkFile) -> dict[str, Framework]:
    """Return the versions, each with the questions it asks."""
    document = draft.framework_document
    found: dict[str, Framework] = {}
    for at, version in enumerate(file.versions):
        path: tuple[str | int, ...] = ("versions", at)
        questions: dict[str, tuple[str, ...]] = {id: () for id in draft.criteria}
        if version.extends is not None:
            base = found.get(version.extends)
            if base is None:
                draft.faults.unknown(
                    document,
                    (*path, "extends"),
                    "den tidligere versjonen",
                    version.extends,
                    found,
                )
                continue
            questions |= base.questions
        for criterion, asked in version.questions.items():
            place = (*path, "questions", criterion)
            questions[criterion] = questions.get(criterion, ()) + asked
            for question in asked:
                if question not in draft.questions:
                    draft.faults.unknown(document, place, "spørsmålet", question, draft.questions)
                elif draft.questions[question].criterion != criterion:
                    draft.faults.at(document, place, f"{question} hører ikke til {criterion}")
        found[version.id] = Framework(
            id=version.id,
            name=version.name,
            announced_questions=version.announced_questions,
            questions=questions,
        )
    for step in draft.steps.values():
        for needed in step.requires:
            if needed not in draft.steps:
                file_name, line = draft.places[f"step {step.id}"]
                draft.faults.all.append(
                    Fault(file_name, line, f"{step.id} krever et steg som ikke finnes: {needed}")
                )
    return found


def read_retired(draft: Draft, file: src.FrameworkFile) -> dict[str, str]:
    """Return the ids that are taken out of use, each with the fact that covers its subject now.

    An id means the same for ever: one that is retired is never a fact again, and its successor
    is a fact that is asked.
    """
    document = draft.framework_document
    for old, successor in file.retired.items():
        place = ("retired", old)
        if old in draft.facts:
            draft.faults.at(document, place, f"{old} er tatt ut og kan ikke brukes om igjen")
        if successor not in draft.facts:
            draft.faults.unknown(document, place, "etterfølgeren", successor, draft.facts)
    return dict(file.retired)
