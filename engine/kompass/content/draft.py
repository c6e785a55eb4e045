"""Content while it is being read: what is known so far, where it stands, and what is wrong."""

from __future__ import annotations

from kompass.content.conditions import Scope
from kompass.content.faults import Faults
from kompass.content.yaml_reader import Path, YamlDocument
from kompass.errors import InvalidContentError
from kompass.model.base import Text
from kompass.model.framework import AnswerSet, Area, DerivedFact, Fact, Question, Scale
from kompass.model.recommendation import NextStep
from kompass.model.rule import FindingRule, ScoreRule

BOOLEAN = AnswerSet(id="ja_nei", values=("ja", "nei"), labels={}, meanings={})
"""The answer set of derived facts."""


class Draft:
    """Everything read so far.

    Attributes:
        criteria: The area of every criterion.
        places: The file and line where each id is declared.
    """

    def __init__(self, family: str) -> None:
        self.family = family
        self.faults = Faults()
        self.answer_sets: dict[str, AnswerSet] = {}
        self.roles: dict[str, Text] = {}
        self.topics: dict[str, tuple[str, ...]] = {}
        self.scales: dict[str, Scale] = {}
        self.areas: tuple[Area, ...] = ()
        self.dimensions: tuple[str, ...] = ()
        self.criteria: dict[str, str] = {}
        self.questions: dict[str, Question] = {}
        self.facts: dict[str, Fact] = {}
        self.derived: dict[str, DerivedFact] = {}
        self.score_rules: list[ScoreRule] = []
        self.finding_rules: list[FindingRule] = []
        self.steps: dict[str, NextStep] = {}
        self.places: dict[str, tuple[str, int]] = {}
        self.framework_document = YamlDocument(f"questionnaires/{family}/framework.yaml")

    def claim(self, document: YamlDocument, path: Path, id: str) -> None:
        """Note where an id is declared; a second declaration is a fault."""
        here = (document.file, document.line(path))
        there = self.places.setdefault(id, here)
        if there != here:
            self.faults.at(
                document, path, f"{id} er alt brukt i {there[0]}:{there[1]}; velg et annet navn"
            )

    def at_criterion(self, document: YamlDocument, criterion: str) -> None:
        """See that a file names a criterion that exists, and is itself named after it."""
        if criterion not in self.criteria:
            self.faults.unknown(document, ("criterion",), "kriteriet", criterion, self.criteria)
        name = document.file.rsplit("/", 1)[-1]
        if not name.startswith(f"{criterion}-"):
            self.faults.at(document, ("criterion",), f"fila skal hete {criterion}-….yaml")

    def stop_on_faults(self) -> None:
        """Go no further with what is wrong already.

        Raises:
            InvalidContentError: With every fault so far.
        """
        if self.faults.all:
            raise InvalidContentError(self.faults.all)


def question_scope(
    draft: Draft, document: YamlDocument, question: Question, ratings: bool
) -> Scope:
    """Return what conditions of a question's rules may name."""
    facts = {id: draft.answer_sets[draft.facts[id].answers] for id in question.facts}
    facts |= {id: BOOLEAN for id, it in draft.derived.items() if it.question == question.id}
    return Scope(
        facts=facts,
        question=question.id,
        rules={},
        ratings=frozenset({question.id}) if ratings else frozenset(),
        dimensions=draft.dimensions,
        report=draft.faults.reporter(document),
    )
