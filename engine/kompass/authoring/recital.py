"""Passages read aloud: what a report would say for answers that show a passage from all sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kompass.assessment.instrument import Instrument
from kompass.assessment.passages import tell
from kompass.assessment.sheet import Sheet, make_sheet
from kompass.assessment.standing import Standing
from kompass.authoring.samples import municipalities
from kompass.authoring.states import profile, stated
from kompass.inference.partition import ReferenceEvaluator
from kompass.model.answers import Answers
from kompass.model.base import Lang
from kompass.model.content import Content
from kompass.model.passage import Passages


@dataclass(frozen=True)
class Recital:
    """One telling: for which answers, and the paragraphs of each criterion."""

    title: str
    told: Mapping[str, tuple[str, ...]]


def recite(
    content: Content,
    passages: Passages,
    examples: Iterable[Answers],
    chance: int,
    lang: Lang,
    seed: int = 1,
) -> Iterator[Recital]:
    """Yield passages for real examples, for the best and the worst, and for answers by chance."""
    for answers in examples:
        instrument = Instrument(content, answers.framework, ReferenceEvaluator())
        standing = Standing(instrument, make_sheet(content, answers))
        yield Recital(answers.municipality.name, tell(standing, passages, lang))
    largest = max(content.frameworks.values(), key=lambda it: len(it.asked))
    instrument = Instrument(content, largest.id, ReferenceEvaluator())
    for title, ranks in _made(instrument, chance, seed):
        sheet = Sheet(ranks, frozenset(), {}, {})
        yield Recital(title, tell(Standing(instrument, sheet), passages, lang))


def _made(
    instrument: Instrument, chance: int, seed: int
) -> Sequence[tuple[str, Mapping[str, int]]]:
    content = instrument.content
    made: list[tuple[str, Mapping[str, int]]] = []
    for name, title in (("everything", "alt best"), ("half", "halvveis"), ("nothing", "alt verst")):
        answers: dict[str, int] = {}
        for question in instrument.framework.asked:
            answers |= stated(content, profile(content, question, name))
        made.append((title, answers))
    for at, ranks in enumerate(municipalities(instrument, chance, seed), start=1):
        made.append((f"tilfeldig {at}", ranks))
    return made
