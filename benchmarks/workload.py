"""Assessments to measure with: the real content, and a made one of full size."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import TypeAlias

from kompass.assessment.form import Field, Form
from kompass.assessment.instrument import CROSS, Instrument
from kompass.content.cache import load_cached
from kompass.content.location import content_root
from kompass.inference.expression import (
    Every,
    Expression,
    In,
    Never,
    Ranks,
    Some,
    rating_properties,
)
from kompass.inference.partition import Partition, ReferenceEvaluator
from kompass.model.content import MAX_RATING

Call: TypeAlias = tuple[Partition, Ranks]
"""What one `Evaluator.fired` is asked."""

QUESTIONS = 79
FACTS = 400
DIMENSIONS = ("system", "extent", "result")


@dataclass(frozen=True)
class Workload:
    """Questions and their rules, ready to be answered at random.

    Attributes:
        name: What the rules are.
        forms: The form of each question.
        scores: The score rules of each question.
        findings: The finding rules of each question.
        cross: The finding rules that look at several questions.
        finding_ranks: Adds a question's ratings to its known ranks, given its best ones too.
        elsewhere: Ranks of the questions that are not asked.
    """

    name: str
    forms: Mapping[str, Form]
    scores: Mapping[str, Partition]
    findings: Mapping[str, Partition]
    cross: Partition
    finding_ranks: Callable[[str, Ranks, Ranks], Ranks]
    elsewhere: Ranks

    @cached_property
    def whole(self) -> tuple[Partition, Partition, Partition]:
        """The rules of each phase as one partition; the scores are evaluated twice."""
        scores = _joined("scores", tuple(self.scores.values()))
        return scores, scores, _joined("findings", (*self.findings.values(), self.cross))

    def assessments(self, count: int) -> list[tuple[list[Call], list[Call]]]:
        """Return seeded assessments, each as its calls by question and by whole phase."""
        rng = Random(2026)
        return [self._assessment(rng) for _ in range(count)]

    def _assessment(self, rng: Random) -> tuple[list[Call], list[Call]]:
        # Rank 0 is nobody's answer: drawing it leaves the fact unknown.
        drawn = {
            it.fact: rng.randint(0, it.top) for form in self.forms.values() for it in form.fields
        }
        stated = {fact: rank for fact, rank in drawn.items() if rank > 0}
        known = {question: form.known(stated) for question, form in self.forms.items()}
        best = {question: form.best(stated) for question, form in self.forms.items()}
        seen = {
            question: self.finding_ranks(question, known[question], best[question])
            for question in known
        }
        everything = _union(self.elsewhere, *seen.values())
        by_question: list[Call] = []
        for question in self.forms:
            score = self.scores[question]
            by_question += [(score, known[question]), (score, best[question])]
            by_question.append((self.findings[question], seen[question]))
        by_question.append((self.cross, everything))
        phases = (_union(*known.values()), _union(*best.values()), everything)
        return by_question, list(zip(self.whole, phases, strict=True))


def real_content() -> Workload:
    """Return the content of this checkout, as `Instrument` partitions it."""
    content = load_cached(content_root())
    instrument = Instrument(content, next(iter(content.frameworks)), ReferenceEvaluator())
    asked = instrument.framework.asked
    return Workload(
        name=f"{content.family}: {len(asked)} questions",
        forms=instrument.forms,
        scores={question: instrument.score_partition(question) for question in asked},
        findings={question: instrument.finding_partition(question) for question in asked},
        cross=instrument.finding_partition(None),
        finding_ranks=instrument.finding_ranks,
        elsewhere=_union(
            *(instrument.unknown_ranks(it) for it in content.questions if it not in asked)
        ),
    )


def synthetic(rules: int) -> Workload:
    """Return made rules over as many questions and facts as the whole framework has."""
    rng = Random(rules)
    names = [f"s{number}" for number in range(QUESTIONS)]
    forms = {name: _form(rng, name, at) for at, name in enumerate(names)}
    home = {field.fact: name for name, form in forms.items() for field in form.fields}
    for name in names:
        for dimension in DIMENSIONS:
            home |= dict.fromkeys(rating_properties(name, dimension), name)

    cross = rules // 60
    gives: dict[str, tuple[str, int]] = {}
    scores: dict[str, Partition] = {}
    findings: dict[str, Partition] = {}
    for name, count in zip(names, _shares(rules - cross, QUESTIONS), strict=True):
        score: dict[str, Expression] = {}
        for number in range(count // 3):
            field = rng.choice(forms[name].fields)
            score[f"{name}.score{number}"] = In(
                (field.fact,), frozenset({rng.randint(1, field.top)}), field.top
            )
            gives[f"{name}.score{number}"] = rng.choice(DIMENSIONS), rng.randint(1, 5)
        scores[name] = Partition(f"{name} score", score, home)
        finding = {
            f"{name}.finding{number}": _tree(rng, [forms[name]], depth=2)
            for number in range(count - len(score))
        }
        findings[name] = Partition(f"{name} findings", finding, home)
    across = {
        f"{CROSS}.{number}": _tree(rng, rng.sample(list(forms.values()), 3), depth=2)
        for number in range(cross)
    }
    reference = ReferenceEvaluator()

    def finding_ranks(question: str, known: Ranks, best: Ranks) -> Ranks:
        ranks = dict(known)
        for at, settled in enumerate((known, best)):
            totals = dict.fromkeys(DIMENSIONS, 0)
            for rule in reference.fired(scores[question], settled):
                dimension, points = gives[rule]
                totals[dimension] += points
            for dimension, total in totals.items():
                ranks[rating_properties(question, dimension)[at]] = min(MAX_RATING, total)
        return ranks

    return Workload(
        name=f"synthetic: {QUESTIONS} questions, {FACTS} facts",
        forms=forms,
        scores=scores,
        findings=findings,
        cross=Partition(CROSS, across, home),
        finding_ranks=finding_ranks,
        elsewhere={},
    )


def _form(rng: Random, question: str, at: int) -> Form:
    """Make a form whose last facts follow up the first one."""
    fields: list[Field] = []
    for number in range(_shares(FACTS, QUESTIONS)[at]):
        asked_when: Expression | None = None
        if number > 2:
            top = fields[0].top
            asked_when = In((fields[0].fact,), frozenset({top - 1, top}), top)
        fields.append(Field(f"{question}_f{number}", rng.choice((3, 4)), asked_when))
    return Form(question, tuple(fields), ())


def _tree(rng: Random, forms: Sequence[Form], depth: int) -> Expression:
    """Make a condition over some questions: mostly two or three things at once."""
    kind = rng.random()
    if depth == 0 or kind < 0.2:
        return _leaf(rng, rng.choice(forms))
    if kind < 0.3:
        return Never(_tree(rng, forms, depth - 1))
    parts = tuple(_tree(rng, forms, depth - 1) for _ in range(rng.choice((2, 2, 3))))
    return Every(parts) if kind < 0.75 else Some(parts)


def _leaf(rng: Random, form: Form) -> In:
    if rng.random() < 0.1:
        names, top = rating_properties(form.question, rng.choice(DIMENSIONS)), MAX_RATING
        limit = rng.randint(1, top - 1)
        return In(names, frozenset(rng.choice((range(limit), range(limit, top + 1)))), top)
    field = rng.choice(form.fields)
    accepted = rng.sample(range(1, field.top + 1), rng.randint(1, field.top - 1))
    return In((field.fact,), frozenset(accepted), field.top)


def _shares(total: int, parts: int) -> list[int]:
    """Share a total out as evenly as whole numbers can."""
    return [total * (at + 1) // parts - total * at // parts for at in range(parts)]


def _joined(name: str, partitions: Sequence[Partition]) -> Partition:
    rules = {id: tree for partition in partitions for id, tree in partition.rules.items()}
    return Partition(name, rules, partitions[0].home)


def _union(*parts: Ranks) -> Ranks:
    return {name: rank for part in parts for name, rank in part.items()}
