"""Reads content files and expands them to one `Content` value."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources.abc import Traversable
from typing import TypeVar

from pydantic import BaseModel

from kompass.content import source as src
from kompass.content.digest import content_digest, rules_digest
from kompass.content.draft import Draft
from kompass.content.findings import read_cross
from kompass.content.frameworks import read_areas, read_frameworks, read_retired
from kompass.content.location import yaml_files
from kompass.content.programme import FILE, read_programme
from kompass.content.questionnaires import read_answer_sets, read_questionnaire
from kompass.content.recommendations import read_recommendations
from kompass.content.rules import read_rules
from kompass.content.yaml_reader import YamlDocument, read_yaml
from kompass.model.content import Content
from kompass.model.framework import Scale

M = TypeVar("M", bound=BaseModel)


def load(root: Traversable, family: str = "kommunekompasset-3") -> Content:
    """Read, expand and resolve all content of a family.

    Only what makes content unreadable is refused here; `kompass.authoring.check` holds the
    invariants that need the rules to be run.

    Raises:
        InvalidContentError: With every fault that was found.
    """
    return load_with_places(root, family)[0]


def load_with_places(
    root: Traversable, family: str = "kommunekompasset-3"
) -> tuple[Content, Mapping[str, tuple[str, int]]]:
    """Load content together with the file and line where each id is declared.

    Raises:
        InvalidContentError: With every fault that was found.
    """
    draft = Draft(family)
    documents = {
        folder: read_folder(root, folder, draft)
        for folder in ("questionnaires", "rules", "recommendations")
    }
    questionnaires, rules = documents["questionnaires"], documents["rules"]
    draft.framework_document = questionnaires.get("framework.yaml", draft.framework_document)
    framework = _shared(draft, questionnaires, "framework.yaml", src.FrameworkFile)
    answers = _shared(draft, questionnaires, "answers.yaml", src.AnswersFile)
    scales = _shared(draft, rules, "scales.yaml", src.ScalesFile)
    topics = _shared(draft, rules, "topics.yaml", src.TopicsFile)
    draft.stop_on_faults()
    assert framework and answers and scales and topics
    draft.dimensions = tuple(framework.dimensions)
    read_answer_sets(draft, answers)
    read_areas(draft, framework)
    draft.scales = {
        id: Scale(id=id, of=it.of, points=it.points, untuned=it.untuned, why=it.why)
        for id, it in scales.scales.items()
    }
    draft.topics = dict(topics.topics)
    for document in questionnaires.values():
        read_questionnaire(draft, document)
    draft.stop_on_faults()
    cross = rules.pop("cross.yaml", None)
    for document in rules.values():
        read_rules(draft, document)
    if cross:
        read_cross(draft, cross)
    about = documents["recommendations"].pop(FILE, None)
    for document in documents["recommendations"].values():
        read_recommendations(draft, document)
    perspectives = frozenset(it.id for it in framework.perspectives)
    programme = read_programme(draft, about, perspectives) if about else None
    frameworks = read_frameworks(draft, framework)
    retired = read_retired(draft, framework)
    draft.stop_on_faults()
    content = Content(
        family=framework.family,
        version=framework.content,
        name=framework.name,
        notice=framework.notice,
        dimensions=framework.dimensions,
        answer_sets=draft.answer_sets,
        roles=draft.roles,
        topics=draft.topics,
        scales=draft.scales,
        perspectives={it.id: it.name for it in framework.perspectives},
        areas=draft.areas,
        frameworks=frameworks,
        questions=draft.questions,
        facts=draft.facts,
        derived=draft.derived,
        retired=retired,
        score_rules=tuple(draft.score_rules),
        finding_rules=tuple(draft.finding_rules),
        steps=draft.steps,
        slips=scales.slips,
        programme=programme,
        languages=dict(framework.languages),
    )
    hashes = {"sha256": content_digest(content), "rules_sha256": rules_digest(content)}
    return content.model_copy(update=hashes), draft.places


def read_folder(root: Traversable, folder: str, draft: Draft) -> dict[str, YamlDocument]:
    """Return the documents of one of a family's folders by file name; none without the folder."""
    place = root.joinpath(folder).joinpath(draft.family)
    documents = {}
    for name, file in yaml_files(place) if place.is_dir() else ():
        path = f"{folder}/{draft.family}/{name}"
        try:
            documents[name] = read_yaml(file.read_text("utf-8-sig"), path)
        except UnicodeDecodeError:
            document = YamlDocument(path)
            draft.faults.at(document, (), "fila er ikke UTF-8; lagre den som UTF-8")
    return documents


def _shared(
    draft: Draft, documents: dict[str, YamlDocument], name: str, model: type[M]
) -> M | None:
    document = documents.pop(name, None)
    if document is None:
        folder = "rules" if name in ("scales.yaml", "topics.yaml") else "questionnaires"
        missing = YamlDocument(f"{folder}/{draft.family}/{name}")
        draft.faults.at(missing, (), "fila mangler")
        return None
    return draft.faults.parse(document, model)
