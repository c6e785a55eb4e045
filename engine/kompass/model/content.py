"""Everything the engine needs to know about one family of frameworks, as one value."""

from __future__ import annotations

from functools import cached_property

from kompass.model.base import Lang, Text, Value
from kompass.model.framework import AnswerSet, Area, DerivedFact, Fact, Framework, Question, Scale
from kompass.model.programme import ProgrammeTexts
from kompass.model.recommendation import NextStep
from kompass.model.rule import FindingRule, ScoreRule
from kompass.model.uncertainty import Slips

MAX_RATING = 10
"""Each dimension of a question is rated from 0 to this."""


class Content(Value):
    """Questionnaires, rules and recommendations, read and checked.

    Attributes:
        slips: How often an answer is taken to be off; None where the content does not say.
        languages: For each language, the areas whose every text it promises.
        sha256: Hash of all content in canonical form.
        rules_sha256: Hash of what moves points alone, so that a corrected spelling does not make
            two years incomparable.
    """

    family: str
    version: str
    name: Text
    notice: Text
    dimensions: dict[str, Text]
    answer_sets: dict[str, AnswerSet]
    roles: dict[str, Text]
    topics: dict[str, tuple[str, ...]]
    scales: dict[str, Scale]
    perspectives: dict[str, Text]
    areas: tuple[Area, ...]
    frameworks: dict[str, Framework]
    questions: dict[str, Question]
    facts: dict[str, Fact]
    derived: dict[str, DerivedFact] = {}
    retired: dict[str, str] = {}
    score_rules: tuple[ScoreRule, ...]
    finding_rules: tuple[FindingRule, ...]
    steps: dict[str, NextStep]
    slips: Slips | None = None
    programme: ProgrammeTexts | None = None
    languages: dict[Lang, tuple[str, ...]] = {}
    sha256: str = ""
    rules_sha256: str = ""

    def answer_set(self, fact: str) -> AnswerSet:
        """Return the answer set of a fact."""
        return self.answer_sets[self.facts[fact].answers]

    @cached_property
    def score_rules_of(self) -> dict[str, tuple[ScoreRule, ...]]:
        """The score rules of each question."""
        return {q: tuple(r for r in self.score_rules if r.question == q) for q in self.questions}

    @cached_property
    def finding_rules_of(self) -> dict[str | None, tuple[FindingRule, ...]]:
        """The finding rules of each question; those under None look at several."""
        owners: tuple[str | None, ...] = (*self.questions, None)
        return {q: tuple(r for r in self.finding_rules if r.question == q) for q in owners}

    @cached_property
    def derived_of(self) -> dict[str, tuple[DerivedFact, ...]]:
        """The derived facts of each question."""
        return {
            q: tuple(d for d in self.derived.values() if d.question == q) for q in self.questions
        }

    @cached_property
    def question_of(self) -> dict[str, str]:
        """The question that each fact and each derived fact belongs to."""
        home = {name: fact.question for name, fact in self.facts.items()}
        return home | {name: fact.question for name, fact in self.derived.items()}

    def facts_of(self, framework: str) -> tuple[Fact, ...]:
        """Return the facts of everything a framework asks, in the order they are asked."""
        asked = self.frameworks[framework].asked
        return tuple(self.facts[name] for it in asked for name in self.questions[it].facts)

    def questions_of(self, area: Area) -> tuple[Question, ...]:
        """Return the questions of an area, of every version."""
        criteria = {it.id for it in area.criteria}
        return tuple(it for it in self.questions.values() if it.criterion in criteria)

    def value_text(self, fact_id: str, value: str) -> Text:
        """Return what a value of a fact counts as, in words."""
        fact = self.facts[fact_id]
        answer_set = self.answer_sets[fact.answers]
        return fact.counts_as.get(value) or answer_set.meanings.get(value) or Text(nb=value)
