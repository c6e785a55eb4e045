"""Reads what reports say about areas and criteria. Only reports need it, so it is read apart."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from importlib.resources.abc import Traversable

from kompass.content import source as src
from kompass.content.conditions import Scope, read_condition
from kompass.content.digest import canonical
from kompass.content.draft import BOOLEAN, Draft
from kompass.content.loader import read_folder
from kompass.content.slots import read_slots
from kompass.content.yaml_reader import Path, YamlDocument
from kompass.model.content import Content
from kompass.model.passage import Passages, Saying, Sentence

ABOUT = "areas.yaml"


def load_passages(root: Traversable, content: Content) -> Passages:
    """Read the passages that belong to a content; empty where there is no folder for them.

    Raises:
        InvalidContentError: With every fault that was found.
    """
    return load_passages_with_places(root, content)[0]


def load_passages_with_places(
    root: Traversable, content: Content
) -> tuple[Passages, Mapping[str, tuple[str, int]]]:
    """Load passages together with the file and line where each is written.

    Raises:
        InvalidContentError: With every fault that was found.
    """
    draft = _draft(content)
    documents = read_folder(root, "passages", draft)
    passages = Passages()
    about = documents.pop(ABOUT, None)
    if about is not None:
        _read_about(draft, about, passages)
    for document in documents.values():
        _read_passage(draft, document, content, passages)
    draft.stop_on_faults()
    digest = hashlib.sha256(canonical(passages.model_dump(mode="json"))).hexdigest()
    return passages.model_copy(update={"sha256": digest}), draft.places


def _draft(content: Content) -> Draft:
    draft = Draft(content.family)
    draft.dimensions = tuple(content.dimensions)
    draft.criteria = {it.id: area.id for area in content.areas for it in area.criteria}
    return draft


def _read_about(draft: Draft, document: YamlDocument, passages: Passages) -> None:
    file = draft.faults.parse(document, src.AboutFile)
    areas = set(draft.criteria.values())
    for at, it in enumerate(file.areas if file else ()):
        path = ("areas", at, "id")
        if it.id not in areas:
            draft.faults.unknown(document, path, "området", it.id, areas)
        draft.claim(document, path, f"about {it.id}")
        passages.about[it.id] = it.about


def _read_passage(
    draft: Draft, document: YamlDocument, content: Content, passages: Passages
) -> None:
    file = draft.faults.parse(document, src.PassageFile)
    if file is None:
        return
    draft.at_criterion(document, file.criterion)
    draft.claim(document, ("criterion",), f"passage {file.criterion}")
    scope = _scope(draft, document, content, file.criterion)
    passages.sentences[file.criterion] = tuple(
        _read_sentence(draft, document, ("sentences", at), file.criterion, sentence, scope)
        for at, sentence in enumerate(file.sentences)
    )


def _scope(draft: Draft, document: YamlDocument, content: Content, criterion: str) -> Scope:
    """Return what the conditions of a passage may name: every fact of its criterion."""
    questions = {it.id for it in content.questions.values() if it.criterion == criterion}
    facts = {
        id: content.answer_set(id) for id, it in content.facts.items() if it.question in questions
    }
    facts |= {id: BOOLEAN for id, it in content.derived.items() if it.question in questions}
    return Scope(
        facts=facts,
        question=None,
        rules={},
        ratings=frozenset(),
        dimensions=draft.dimensions,
        report=draft.faults.reporter(document),
    )


def _read_sentence(
    draft: Draft,
    document: YamlDocument,
    path: Path,
    criterion: str,
    sentence: src.SentenceSource,
    scope: Scope,
) -> Sentence:
    id = f"{criterion} {sentence.id}"
    draft.claim(document, (*path, "id"), id)
    say = []
    for at, saying in enumerate(sentence.say):
        place = (*path, "say", at)
        own = f"{id}/{at}"
        draft.claim(document, place, own)
        when = read_condition(saying.when, (*place, "when"), scope)
        slots = read_slots(draft, document, place, own, saying.text, saying.slots, scope)
        if when is not None:
            say.append(Saying(id=own, when=when, text=saying.text, slots=slots))
    return Sentence.model_construct(id=id, paragraph=sentence.paragraph, say=tuple(say))
