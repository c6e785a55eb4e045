"""Passages: what a report says about each criterion, chosen by the answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kompass.assessment.findings import slot_text
from kompass.assessment.standing import Standing
from kompass.inference.expression import Expression, lower
from kompass.inference.partition import Partition
from kompass.model.base import Lang
from kompass.model.content import Content
from kompass.model.passage import Passages, Saying, Sentence


def tell(standing: Standing, passages: Passages, lang: Lang) -> Mapping[str, tuple[str, ...]]:
    """Return the paragraphs of every criterion; none where nothing is known of it.

    Raises:
        EngineError: The evaluator failed.
    """
    instrument = standing.instrument
    told: dict[str, tuple[str, ...]] = {}
    for criterion, sentences in passages.sentences.items():
        ranks: dict[str, int] = {}
        for question in instrument.content.questions.values():
            if question.criterion == criterion:
                place = standing.questions.get(question.id)
                known = place.known if place and place.relevant else None
                ranks |= known or instrument.unknown_ranks(question.id)
        partition = passage_partition(criterion, sentences, instrument.content, instrument.home)
        fired = instrument.evaluator.fired(partition, ranks)
        told[criterion] = tuple(_paragraphs(sentences, fired, lang))
    return told


def passage_partition(
    criterion: str, sentences: Sequence[Sentence], content: Content, home: Mapping[str, str]
) -> Partition:
    """Return every condition of a passage as one partition."""
    rules: dict[str, Expression] = {}
    for sentence in sentences:
        for saying in sentence.say:
            rules[saying.id] = lower(saying.when, content)
            for phrases in saying.slots.values():
                rules |= {it.id: lower(it.when, content) for it in phrases if it.when is not None}
    return Partition(f"{criterion} passage", rules, home)


def said(sentence: Sentence, fired: frozenset[str]) -> Saying | None:
    """Return the way a sentence is said: the first that is true, if any."""
    return next((it for it in sentence.say if it.id in fired), None)


def saying_text(saying: Saying, fired: frozenset[str], lang: Lang) -> str:
    """Return what is said, with its slots filled from the phrases that apply."""
    text = saying.text(lang)
    for name, phrases in saying.slots.items():
        text = text.replace("{" + name + "}", slot_text(phrases, fired, lang))
    return text


def _paragraphs(sentences: Sequence[Sentence], fired: frozenset[str], lang: Lang) -> Iterator[str]:
    paragraph: list[str] = []
    for sentence in sentences:
        if sentence.paragraph and paragraph:
            yield " ".join(paragraph)
            paragraph = []
        saying = said(sentence, fired)
        if saying is not None:
            paragraph.append(saying_text(saying, fired, lang))
    if paragraph:
        yield " ".join(paragraph)
