"""Findings: what the fired rules say about a municipality."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from kompass.assessment.instrument import Instrument
from kompass.assessment.standing import Standing
from kompass.inference.expression import Expression, Ranks, because, lower
from kompass.model.base import Lang
from kompass.model.result import Finding
from kompass.model.rule import KINDS, FindingRule, SlotText

AND: Final[Mapping[Lang, str]] = {"nb": "og", "nn": "og"}


def find(standing: Standing, lang: Lang) -> tuple[Finding, ...]:
    """Return all findings, ordered by criterion, kind and the order rules are written in."""
    instrument = standing.instrument
    findings: list[Finding] = []
    everything: dict[str, int] = {}
    for question in instrument.content.questions:
        place = standing.questions.get(question)
        if place is None or not place.relevant:
            everything |= instrument.unknown_ranks(question)
            continue
        ranks = instrument.finding_ranks(question, place.known, place.best)
        everything |= ranks
        findings += _evaluate(instrument, question, ranks, lang)
    if instrument.content.finding_rules_of[None]:
        findings += _evaluate(instrument, None, everything, lang)
    return tuple(sorted(findings, key=_order))


def _order(finding: Finding) -> tuple[int, tuple[int, ...], str]:
    numbers = (finding.question or f"{finding.criterion}.99").split(".")
    return KINDS.index(finding.kind), tuple(map(int, numbers)), ""


def _evaluate(
    instrument: Instrument, question: str | None, ranks: Ranks, lang: Lang
) -> list[Finding]:
    partition = instrument.finding_partition(question)
    fired = instrument.evaluator.fired(partition, ranks)
    return [
        Finding(
            id=rule.id,
            kind=rule.kind_when(fired),
            topic=rule.topic,
            area=rule.area,
            criterion=rule.criterion,
            question=rule.question,
            text=finding_text(rule, fired, lang),
            rule=rule.id,
            because=_facts(instrument, partition.rules[rule.id], ranks),
        )
        for rule in instrument.content.finding_rules_of[question]
        if rule.id in fired
    ]


def _facts(instrument: Instrument, when: Expression, ranks: Ranks) -> tuple[str, ...]:
    """Return the facts behind a finding; a rating is traced to the facts of its question."""
    names: dict[str, None] = {}
    for name in because(when, ranks):
        if name in instrument.content.facts:
            names[name] = None
        elif name in instrument.content.derived:
            derived = lower(instrument.content.derived[name].when, instrument.content)
            reasons = because(derived, ranks) or because(derived, ranks, wanted=False)
            names |= dict.fromkeys(reasons)
        else:
            asked = instrument.content.questions[instrument.home[name]].facts
            names |= dict.fromkeys(fact for fact in asked if ranks[fact] > 0)
    return tuple(names)


def finding_text(rule: FindingRule, fired: frozenset[str], lang: Lang) -> str:
    """Return a finding's text with its slots filled from the phrases that apply."""
    text = rule.text(lang)
    for name, phrases in rule.slots.items():
        text = text.replace("{" + name + "}", slot_text(phrases, fired, lang))
    return text


def slot_text(phrases: tuple[SlotText, ...], fired: frozenset[str], lang: Lang) -> str:
    """Return the phrases that apply, joined; the default where none does; else nothing."""
    chosen = [it.text(lang) for it in phrases if it.when is not None and it.id in fired]
    chosen = chosen or [it.text(lang) for it in phrases if it.when is None]
    return listed(chosen, lang)


def listed(items: Sequence[str], lang: Lang) -> str:
    """Return items as running text: ``a, b og c``."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {AND[lang]} {items[-1]}"
