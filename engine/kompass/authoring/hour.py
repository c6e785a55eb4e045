"""The hour's picture: how much a few core facts tell, and which few tell the most.

What the rest of the answers can still change is the width of [low, high]. A set of facts is
worth the share of the whole width that it removes, on average over made-up municipalities
(`kompass.authoring.samples`). Width is a sum over questions, so the best set of every size is
found question by question (every subset tried) and then shared out exactly.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from random import Random
from typing import Final

from kompass.assessment.instrument import Instrument
from kompass.authoring.samples import Complete, municipalities
from kompass.model.content import Content

SAMPLES: Final = 60
DRAWS: Final = 40
WORDS_A_MINUTE: Final = 200
"""A grown reader's pace in a plain text, somewhat lowered for reading a choice of answers."""
SECONDS_TO_DECIDE: Final = 15
"""What choosing between the answers takes for someone who knows; looking it up is not counted."""


@dataclass(frozen=True)
class Picture:
    """What a choice of facts tells.

    Attributes:
        facts: How many facts it has.
        told: The share of the width of [low, high] that they remove.
        by_chance: The same for as many facts drawn by chance: mean of `DRAWS` draws.
        at_best: The most that as many facts can remove, with one or more of each question.
        minutes: The time it takes to read and answer them, for someone who knows the answers.
    """

    facts: int
    told: float
    by_chance: float
    at_best: float
    minutes: float


class Hour:
    """The worth of facts, measured on one framework and one set of made-up municipalities."""

    def __init__(self, instrument: Instrument, seed: int = 1) -> None:
        self.instrument = instrument
        self.samples: Sequence[Complete] = tuple(municipalities(instrument, SAMPLES, seed))
        self._left: dict[tuple[str, frozenset[str]], Fraction] = {}

    @property
    def whole(self) -> Fraction:
        """The width when nothing is known, in points, over all samples."""
        return sum((self.left(question, ()) for question in self.instrument.forms), Fraction(0))

    def left(self, question: str, facts: Collection[str]) -> Fraction:
        """Return the width that is left of a question when only some facts are known."""
        known = frozenset(facts)
        at = (question, known)
        if at not in self._left:
            form, width = self.instrument.forms[question], Fraction(0)
            names = sorted(known)
            # Many samples answer a few facts alike: each way of answering is settled once.
            alike = Counter(tuple(sample[name] for name in names) for sample in self.samples)
            for ranks, count in alike.items():
                stated = dict(zip(names, ranks, strict=True))
                best = self.instrument.points(question, form.best(stated))
                width += count * (best - self.instrument.points(question, form.worst(stated)))
            self._left[at] = width
        return self._left[at]

    def told(self, facts: Iterable[str]) -> float:
        """Return the share of the whole width that knowing these facts removes."""
        chosen: dict[str, set[str]] = {question: set() for question in self.instrument.forms}
        for name in facts:
            chosen[self.instrument.content.facts[name].question].add(name)
        left = sum((self.left(it, known) for it, known in chosen.items()), Fraction(0))
        return float(1 - left / self.whole)

    def minutes(self, facts: Iterable[str]) -> float:
        """Return the time to read and answer facts, of which only those that are asked count."""
        content, chosen = self.instrument.content, set(facts)
        seconds = {name: _words(content, name) * 60 / WORDS_A_MINUTE for name in chosen}
        total = 0.0
        for sample in self.samples:
            for form in self.instrument.forms.values():
                ranks = form.known({name: sample[name] for name in chosen if name in sample})
                asked = [name for name in form.asked(ranks) if name in chosen]
                total += sum(seconds[name] + SECONDS_TO_DECIDE for name in asked)
        return total / len(self.samples) / 60

    def best(self, count: int) -> frozenset[str]:
        """Return the facts, one or more of each question, that tell the most together.

        Raises:
            ValueError: There are more questions than facts to choose.
        """
        if count < len(self.instrument.forms):
            raise ValueError(f"{count} facts cannot cover {len(self.instrument.forms)} questions")
        chosen: dict[int, tuple[Fraction, tuple[str, ...]]] = {0: (Fraction(0), ())}
        for question, form in self.instrument.forms.items():
            names = [field.fact for field in form.fields]
            sizes = {
                size: min((self.left(question, it), it) for it in combinations(names, size))
                for size in range(1, len(names) + 1)
            }
            longer: dict[int, tuple[Fraction, tuple[str, ...]]] = {}
            for taken, (width, facts) in chosen.items():
                for size, (left, more) in sizes.items():
                    option, known = (width + left, facts + more), longer.get(taken + size)
                    if taken + size <= count and (known is None or option < known):
                        longer[taken + size] = option
            chosen = longer
        return frozenset(chosen[max(chosen)][1])


def picture(hour: Hour, facts: Collection[str], seed: int = 1) -> Picture:
    """Return what a choice of facts tells, beside chance and the best choice."""
    chance = Random(seed)
    every = [it.id for it in hour.instrument.content.facts_of(hour.instrument.framework.id)]
    draws = [hour.told(chance.sample(every, len(facts))) for _ in range(DRAWS)]
    return Picture(
        facts=len(facts),
        told=hour.told(facts),
        by_chance=sum(draws) / len(draws),
        at_best=hour.told(hour.best(len(facts))),
        minutes=hour.minutes(facts),
    )


def _words(content: Content, name: str) -> int:
    fact = content.facts[name]
    texts = (fact.text, *fact.counts_as.values())
    return sum(len(text.nb.split()) for text in texts)


def core(instrument: Instrument) -> tuple[str, ...]:
    """Return the facts of a framework that are marked as core, in the order they are asked."""
    facts = instrument.content.facts_of(instrument.framework.id)
    return tuple(it.id for it in facts if it.core)
