"""How far answers lie from each other, measured simply, and what that is worth discussing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from kompass.assessment.form import WORST
from kompass.assessment.instrument import Instrument
from kompass.model.framework import DONT_KNOW, NOT_RELEVANT
from kompass.storage.entries import Entry
from kompass.web.rounds import Opinions, Round, asked


@dataclass(frozen=True)
class Voices:
    """Everybody who has given one answer."""

    value: str
    people: tuple[int, ...]


@dataclass(frozen=True)
class Spread:
    """The answers to one fact in a closed round.

    Attributes:
        fact: The fact.
        question: Its question.
        voices: Every possible value, best first, then "don't know" and "not relevant", each with
            those who gave it.
        opinions: What each one answered.
        took_part: How many answered anything at all in the round.
        steps: From the lowest to the highest answer given; 0 when nobody knows, or all agree.
        of: The steps there are in the scale.
        decides: Points of the question between the fact's best and worst answer, with the rest
            at its best.
    """

    fact: str
    question: str
    voices: tuple[Voices, ...]
    opinions: Mapping[int, Entry]
    took_part: int
    steps: int
    of: int
    decides: Fraction

    @property
    def different(self) -> int:
        """How many different answers were given, among those who had one."""
        return sum(bool(it.people) and it.value != DONT_KNOW for it in self.voices)

    @property
    def unknown(self) -> int:
        """How many said that they do not know."""
        return sum(len(it.people) for it in self.voices if it.value == DONT_KNOW)

    @property
    def answered(self) -> int:
        """How many answered."""
        return len(self.opinions)

    @property
    def agreed(self) -> str | None:
        """The value that all who took part gave; None unless they did, and knew."""
        for it in self.voices:
            if it.people and it.value != DONT_KNOW and len(it.people) == self.took_part:
                return it.value
        return None

    @property
    def weight(self) -> Fraction:
        """What it is worth discussing: the share of the scale, times what the fact decides.

        Some who do not know, or find the question not relevant, beside others who answered, count
        as one step more.
        """
        beside = sum(bool(it.people) for it in self.voices) > 1 and any(
            it.people and it.value in (DONT_KNOW, NOT_RELEVANT) for it in self.voices
        )
        return self.decides * Fraction(min(self.steps + beside, self.of), self.of)


def spreads(
    instrument: Instrument, round: Round, everybody: Mapping[int, Opinions]
) -> tuple[Spread, ...]:
    """Return the answers to every fact of a closed round, in the order they are asked.

    An answer to a follow-up counts as long as the person's own answers make it apply.

    Raises:
        EngineError: The evaluator failed.
    """
    content, form = instrument.content, instrument.forms[round.question]
    given: dict[int, dict[str, Entry]] = {}
    for person in round.people:
        mine = everybody.get(person, {})
        applies = asked(content, form, round.facts, mine)
        if own := {fact: mine[fact] for fact in applies if fact in mine}:
            given[person] = own
    return tuple(_spread(instrument, round.question, fact, given) for fact in round.facts)


def _spread(
    instrument: Instrument, question: str, fact: str, given: Mapping[int, Opinions]
) -> Spread:
    scale, form = instrument.content.answer_set(fact), instrument.forms[question]
    voices = tuple(_voices(instrument, fact, given))
    ranks = [scale.rank(it.value) for it in voices if it.people and it.value in scale.values]
    best = instrument.points(question, form.best({fact: scale.top}))
    return Spread(
        fact=fact,
        question=question,
        voices=voices,
        opinions={person: own[fact] for person, own in given.items() if fact in own},
        took_part=len(given),
        steps=max(ranks) - min(ranks) if ranks else 0,
        of=scale.top - WORST,
        decides=best - instrument.points(question, form.best({fact: WORST})),
    )


def _voices(instrument: Instrument, fact: str, given: Mapping[int, Opinions]) -> Iterator[Voices]:
    content = instrument.content
    values = [*content.answer_set(fact).values, DONT_KNOW]
    if content.facts[fact].not_relevant is not None:
        values.append(NOT_RELEVANT)
    for value in values:
        people = (
            person
            for person, own in given.items()
            if fact in own and str(own[fact].body["value"]) == value
        )
        yield Voices(value, tuple(people))
