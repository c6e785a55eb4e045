"""What every text must keep to: its languages, its length, and saying a thing once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from kompass.content.programme import programme_texts
from kompass.errors import Fault
from kompass.model.base import LANGUAGES, Text
from kompass.model.content import Content

LIMITS: Final[Mapping[str, int]] = {
    "question": 130,
    "question why": 320,
    "fact": 170,
    "counts as": 230,
    "evidence": 170,
    "not relevant": 200,
    "finding": 220,
    "slot": 110,
    "step": 110,
    "step why": 360,
    "step how": 240,
    "works when": 220,
    "practice": 230,
    "programme": 240,
    "about": 340,
    "sentence": 260,
    "phrase": 150,
}
"""The most characters a text of each sort may have."""

UNIQUE: Final = frozenset(
    {"question", "question why", "fact", "finding", "step", "step why", "about", "sentence"}
)
"""Sorts of text that must not repeat another of their sort."""


@dataclass(frozen=True)
class Placed:
    """A text with its sort, the id it belongs to, and its area."""

    sort: str
    id: str
    area: str
    text: Text


def texts(content: Content) -> Iterator[Placed]:
    """Yield every text that is shown to people."""
    area_of = {it.id: area.id for area in content.areas for it in area.criteria}
    for question in content.questions.values():
        area = area_of[question.criterion]
        yield Placed("question", question.id, area, question.text)
        yield Placed("question why", question.id, area, question.why)
        for name in question.facts:
            fact = content.facts[name]
            yield Placed("fact", name, area, fact.text)
            yield Placed("evidence", name, area, fact.evidence)
            for text in fact.counts_as.values():
                yield Placed("counts as", name, area, text)
            if fact.not_relevant:
                yield Placed("not relevant", name, area, fact.not_relevant)
    for rule in content.finding_rules:
        yield Placed("finding", rule.id, rule.area, rule.text)
        for phrases in rule.slots.values():
            for phrase in phrases:
                yield Placed("slot", rule.id, rule.area, phrase.text)
    for step in content.steps.values():
        id = f"step {step.id}"
        yield Placed("step", id, step.area, step.title)
        yield Placed("step", id, step.area, step.finish)
        yield Placed("step why", id, step.area, step.why)
        yield Placed("works when", id, step.area, step.works_when)
        for text in step.how:
            yield Placed("step how", id, step.area, text)
        if step.practice:
            yield Placed("practice", id, step.area, step.practice.note)
    if content.programme:
        # Common to all areas: where any promises a language, this does too.
        first = content.areas[0].id
        for _, text in programme_texts(content.programme):
            yield Placed("programme", "programme", first, text)


def text_faults(
    content: Content, placed_texts: Iterable[Placed], places: Mapping[str, tuple[str, int]]
) -> Iterator[Fault]:
    """Yield what is wrong with texts."""
    seen: dict[tuple[str, str, str], str] = {}
    for placed in placed_texts:
        file, line = places.get(placed.id, ("", 0))
        for lang in LANGUAGES:
            text = getattr(placed.text, lang)
            if not text:
                if placed.area in content.languages.get(lang, ()):
                    yield Fault(file, line, f"{placed.id}: en tekst mangler på {lang}")
                continue
            limit = LIMITS[placed.sort]
            if len(text) > limit:
                yield Fault(
                    file,
                    line,
                    f"{placed.id}: teksten er {len(text)} tegn; grensen er {limit}: {text[:40]}…",
                )
            if odd := _odd(text, placed.sort):
                yield Fault(file, line, f"{placed.id}: {odd}: {text[:50]}…")
            if placed.sort in UNIQUE and not text.startswith("{"):
                other = seen.setdefault((placed.sort, lang, text), placed.id)
                if other != placed.id:
                    yield Fault(file, line, f"{placed.id} sier det samme som {other}: {text[:50]}…")


def _odd(text: str, sort: str) -> str | None:
    if sort not in ("slot", "phrase") and text != text.strip():
        return "mellomrom først eller sist"
    if "  " in text:
        return "to mellomrom etter hverandre"
    if re.search(r"\s[.,;:?!]", text):
        return "mellomrom foran tegn"
    if sort in ("question", "fact") and not text.endswith("?"):
        return "et spørsmål slutter med spørsmålstegn"
    if sort == "finding" and not re.search(r"[.}]$", text):
        return "et funn slutter med punktum"
    if re.search(r"\b(og/eller|m\.m\.|etc\.?)", text):
        return "skriv det ut i stedet for og/eller, m.m. og etc."
    return None
