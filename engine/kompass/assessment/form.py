"""Which facts of a question are asked, and what is known of them.

A form turns the answers somebody *stated* into the *ranks* that rules see. It knows the order of
the question's facts, when a follow-up is asked, and which facts are derived.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kompass.inference.expression import Expression, Ranks, holds, lower
from kompass.model.condition import facts_read
from kompass.model.content import Content
from kompass.model.framework import NOT_ASKED, UNKNOWN

WORST = 1
"""The rank of the worst value of every answer set."""

Stated = Mapping[str, int]
"""The rank of every fact somebody has given a known answer to."""


@dataclass(frozen=True, slots=True)
class Field:
    """One fact on the form: its highest rank and when it is asked."""

    fact: str
    top: int
    asked_when: Expression | None


@dataclass(frozen=True, slots=True)
class Derivation:
    """A derived fact: 2 (ja) when the expression holds, else 1; unknown when an input is."""

    fact: str
    inputs: tuple[str, ...]
    when: Expression


@dataclass(frozen=True, slots=True)
class Form:
    """The facts of one question, in the order they are asked."""

    question: str
    fields: tuple[Field, ...]
    derivations: tuple[Derivation, ...]

    def known(self, stated: Stated) -> Ranks:
        """Return the ranks that rules see: what is not stated, or not surely asked, is unknown."""
        return self._settle(stated, unstated=None)

    def best(self, stated: Stated) -> Ranks:
        """Return the ranks with every unknown answer at its best."""
        return self._settle(stated, unstated="top")

    def worst(self, stated: Stated) -> Ranks:
        """Return the ranks with every unknown answer at its worst."""
        return self._settle(stated, unstated="worst")

    def changed(self, stated: Stated, changes: Mapping[str, int]) -> dict[str, int]:
        """Return what would be stated for this question after raising some known answers.

        A change never lowers an answer, and leaves an unknown one unknown. A follow-up that
        becomes asked through the change starts at its worst, unless the change sets it too: what
        is new has not spread or been learnt from.
        """
        before = self.known(stated)
        after = {field.fact: stated[field.fact] for field in self.fields if field.fact in stated}
        ranks: dict[str, int] = {}
        for field in self.fields:
            name = field.fact
            asked = self._asked(field, ranks)
            if asked and before[name] == NOT_ASKED:
                after[name] = changes.get(name, WORST)
            elif asked and before[name] > NOT_ASKED and name in changes:
                after[name] = max(before[name], changes[name])
            ranks[name] = _rank(asked, after.get(name))
        return after

    def asked(self, ranks: Ranks) -> Iterable[str]:
        """Yield the facts that are asked, given what is known."""
        return (field.fact for field in self.fields if self._asked(field, ranks))

    def _settle(self, stated: Stated, unstated: str | None) -> dict[str, int]:
        ranks: dict[str, int] = {}
        for field in self.fields:
            rank = _rank(self._asked(field, ranks), stated.get(field.fact))
            if rank == UNKNOWN and unstated:
                rank = field.top if unstated == "top" else WORST
            ranks[field.fact] = rank
        for derivation in self.derivations:
            if any(ranks[name] == UNKNOWN for name in derivation.inputs):
                ranks[derivation.fact] = UNKNOWN
            else:
                ranks[derivation.fact] = 2 if holds(derivation.when, ranks) else 1
        return ranks

    @staticmethod
    def _asked(field: Field, ranks: Ranks) -> bool | None:
        """Return whether a fact is asked, or None when that is unknown."""
        if field.asked_when is None or holds(field.asked_when, ranks):
            return True
        return False if holds(field.asked_when, ranks, wanted=False) else None


def _rank(asked: bool | None, stated: int | None) -> int:
    if asked is False:
        return NOT_ASKED
    return stated if asked and stated is not None else UNKNOWN


def make_form(content: Content, question: str) -> Form:
    """Return the form of one question."""
    fields = []
    for name in content.questions[question].facts:
        fact = content.facts[name]
        asked_when = None if fact.asked_when is None else lower(fact.asked_when, content)
        fields.append(Field(name, content.answer_set(name).top, asked_when))
    derivations = (
        Derivation(derived.id, facts_read(derived.when), lower(derived.when, content))
        for derived in content.derived_of[question]
    )
    return Form(question, tuple(fields), tuple(derivations))
