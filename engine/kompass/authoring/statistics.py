"""Counts over content: how much there is, how even it is, what it promises."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kompass.authoring.texts import texts
from kompass.model.base import LANGUAGES
from kompass.model.content import Content
from kompass.model.rule import KINDS


@dataclass(frozen=True)
class AreaStatistics:
    """What there is of one area."""

    area: str
    name: str
    questions: int
    facts: int
    core: int
    score_rules: int
    findings: int
    steps: int
    translated: dict[str, float]


@dataclass(frozen=True)
class Statistics:
    """What there is in all.

    Attributes:
        scale_numbers: Numbers in the shared scales.
        own_numbers: Score rules with numbers of their own, out of ``score_rules``.
        kinds: Finding rules of each kind.
        unused_topics: Topics of covered criteria that no finding speaks of.
        legal: The provision each step names.
    """

    areas: tuple[AreaStatistics, ...]
    announced: dict[str, tuple[int, int]]
    scales: int
    scale_numbers: int
    score_rules: int
    own_numbers: tuple[str, ...]
    kinds: dict[str, int]
    unused_topics: tuple[str, ...]
    legal: dict[str, str]
    practices: int


def gather(content: Content) -> Statistics:
    """Count everything."""
    placed = list(texts(content))
    areas = []
    for area in content.areas:
        questions = content.questions_of(area)
        ids = {it.id for it in questions}
        facts = [content.facts[name] for it in questions for name in it.facts]
        here = [it for it in placed if it.area == area.id]
        translated: dict[str, float] = {
            lang: sum(getattr(it.text, lang) is not None for it in here) / len(here)
            if here
            else 0.0
            for lang in LANGUAGES
        }
        areas.append(
            AreaStatistics(
                area=area.id,
                name=area.name.nb,
                questions=len(questions),
                facts=len(facts),
                core=sum(fact.core for fact in facts),
                score_rules=sum(rule.question in ids for rule in content.score_rules),
                findings=sum(rule.area == area.id for rule in content.finding_rules),
                steps=sum(step.area == area.id for step in content.steps.values()),
                translated=translated,
            )
        )
    covered = {content.questions[it].criterion for it in content.questions}
    used = {(rule.topic) for rule in content.finding_rules}
    kinds = Counter(rule.kind for rule in content.finding_rules)
    return Statistics(
        areas=tuple(areas),
        announced={
            it.id: (len(it.asked), it.announced_questions) for it in content.frameworks.values()
        },
        scales=len(content.scales),
        scale_numbers=sum(
            len([p for p in it.points.values() if p]) for it in content.scales.values()
        ),
        score_rules=len(content.score_rules),
        own_numbers=tuple(it.id for it in content.score_rules if it.scale is None),
        kinds={kind: kinds[kind] for kind in KINDS},
        unused_topics=tuple(
            sorted(t for t, at in content.topics.items() if set(at) <= covered and t not in used)
        ),
        legal={it.id: it.legal for it in content.steps.values() if it.legal},
        practices=sum(it.practice is not None for it in content.steps.values()),
    )
