"""A framework made ready to assess: forms, partitions of rules, and an evaluator.

Rules of one question are evaluated together, in two phases: scores first, then findings with the
ratings at hand. Rules that look at several questions have a partition of their own. A question is
evaluated once for each state it is met in; every what-if re-runs only what it touches.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from kompass.assessment.form import Form, make_form
from kompass.inference.expression import Expression, Ranks, lower, rating_properties
from kompass.inference.partition import Evaluator, Partition
from kompass.model.content import MAX_RATING, Content
from kompass.model.framework import UNKNOWN, Framework
from kompass.model.rule import FindingRule, ScoreCase, ScoreRule

CROSS = "cross"


@dataclass(frozen=True, slots=True)
class Scored:
    """What the score rules made of one question in one state."""

    fired: frozenset[str]
    ratings: Mapping[str, int]

    @property
    def sum(self) -> int:
        """The ratings of all dimensions added up."""
        return sum(self.ratings.values())


class Instrument:
    """One framework, its content and the evaluator that decides.

    Args:
        content: Checked content.
        framework: The id of one of its frameworks.
        evaluator: What decides which rules hold.
    """

    def __init__(self, content: Content, framework: str, evaluator: Evaluator) -> None:
        self.content = content
        self.framework: Framework = content.frameworks[framework]
        self.evaluator = evaluator
        self.dimensions = tuple(content.dimensions)
        self.forms: dict[str, Form] = {
            question: make_form(content, question) for question in self.framework.asked
        }
        self._scores: dict[str, Partition] = {}
        self._findings: dict[str, Partition] = {}
        self._scored: dict[tuple[str, tuple[int, ...]], Scored] = {}
        self.evaluations = 0

    @cached_property
    def worth(self) -> Mapping[str, Fraction]:
        """The points that one rating point gives, for every question."""
        worth: dict[str, Fraction] = {}
        for area in self.content.areas:
            for criterion in area.criteria:
                asked = self.framework.questions[criterion.id]
                for question in asked:
                    steps = len(asked) * len(self.dimensions) * MAX_RATING
                    worth[question] = Fraction(criterion.max, steps)
        return worth

    def maximum(self, question: str) -> Fraction:
        """Return the most points a question can give."""
        return self.worth[question] * len(self.dimensions) * MAX_RATING

    def score(self, question: str, ranks: Ranks) -> Scored:
        """Return ratings and fired score cases of a question in one state."""
        form = self.forms[question]
        key = (question, tuple(ranks[field.fact] for field in form.fields))
        known = self._scored.get(key)
        if known is None:
            self.evaluations += 1
            fired = self.evaluator.fired(self.score_partition(question), ranks)
            known = self._scored[key] = Scored(fired, self.rate(question, fired))
        return known

    def points(self, question: str, ranks: Ranks) -> Fraction:
        """Return the points of a question in one state."""
        return self.worth[question] * self.score(question, ranks).sum

    def rate(self, question: str, fired: frozenset[str]) -> Mapping[str, int]:
        """Return the ratings that the fired score cases add up to."""
        totals = dict.fromkeys(self.dimensions, 0)
        for rule in self.content.score_rules_of[question]:
            totals[rule.dimension] += sum(it.points for it in rule.cases if it.id in fired)
        return {name: min(MAX_RATING, total) for name, total in totals.items()}

    def score_partition(self, question: str) -> Partition:
        """Return the score rules of a question, ready to evaluate."""
        if question not in self._scores:
            rules: dict[str, Expression] = {
                case.id: lower(case.when, self.content)
                for rule in self.content.score_rules_of[question]
                for case in rule.cases
            }
            self._scores[question] = Partition(f"{question} score", rules, self.home)
        return self._scores[question]

    def finding_partition(self, question: str | None) -> Partition:
        """Return the finding rules of a question (or the cross rules), with their slots."""
        key = question or CROSS
        if key not in self._findings:
            rules: dict[str, Expression] = {}
            for rule in self.content.finding_rules_of[question]:
                rules[rule.id] = lower(rule.when, self.content)
                for phrases in rule.slots.values():
                    for phrase in phrases:
                        if phrase.when is not None:
                            rules[phrase.id] = lower(phrase.when, self.content)
            self._findings[key] = Partition(f"{key} findings", rules, self.home)
        return self._findings[key]

    @cached_property
    def home(self) -> Mapping[str, str]:
        """The question that each property belongs to."""
        home = dict(self.content.question_of)
        for question in self.content.questions:
            for dimension in self.dimensions:
                home |= dict.fromkeys(rating_properties(question, dimension), question)
        return home

    def finding_ranks(self, question: str, known: Ranks, best: Ranks) -> Ranks:
        """Return the ranks that finding rules see: facts, and the low and high of each rating."""
        low, high = self.score(question, known).ratings, self.score(question, best).ratings
        ranks = dict(known)
        for dimension in self.dimensions:
            low_name, high_name = rating_properties(question, dimension)
            ranks[low_name], ranks[high_name] = low[dimension], high[dimension]
        return ranks

    def unknown_ranks(self, question: str) -> Ranks:
        """Return ranks that say nothing is known of a question: it is not asked here."""
        names = (name for name, owner in self.home.items() if owner == question)
        return dict.fromkeys(names, UNKNOWN)

    @cached_property
    def score_cases(self) -> Mapping[str, tuple[ScoreRule, ScoreCase]]:
        """Every score case by its id, with its rule."""
        return {it.id: (rule, it) for rule in self.content.score_rules for it in rule.cases}

    @cached_property
    def finding_rules(self) -> Mapping[str, FindingRule]:
        """Every finding rule by its id."""
        return {rule.id: rule for rule in self.content.finding_rules}
