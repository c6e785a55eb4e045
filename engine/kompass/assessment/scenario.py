"""Scenarios: some answers set, some steps taken, and what moves.

A step becomes changes of answers as the step would make them, and then the whole is one what-if.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from kompass.assessment.assess import stand
from kompass.assessment.compare import Moves, what_if, with_follow_ups
from kompass.assessment.form import Stated
from kompass.assessment.instrument import Instrument
from kompass.assessment.standing import Standing
from kompass.assessment.steps import WhatIf
from kompass.model.answers import Answers
from kompass.model.base import Lang
from kompass.model.framework import DONT_KNOW, NOT_ASKED, UNKNOWN
from kompass.model.recommendation import NextStep
from kompass.model.scenario import Scenario

Reason = Literal["unknown", "not_asked", "not_relevant", "in_place"]
"""Why a step leaves a fact alone: nobody knows the answer; the fact is not asked, neither before
nor after; its question is set aside as not relevant; it is as good or better already."""


@dataclass(frozen=True)
class Taken:
    """A step that is taken, as it turns out here.

    Attributes:
        wanted: Whether the scenario names it; if not, it must come before one that it names.
        changes: The facts it raises, and to which value.
        left: The facts it leaves alone, and why.
    """

    step: NextStep
    wanted: bool
    changes: Mapping[str, str]
    left: Mapping[str, Reason]


@dataclass(frozen=True)
class Trial:
    """A scenario that has been tried.

    Attributes:
        changes: Everything it changes: what it sets, and what its steps raise.
        taken: Its steps, and those they need, in an order in which they can be taken.
    """

    scenario: Scenario
    changes: Mapping[str, str]
    taken: tuple[Taken, ...]
    moves: Moves

    @property
    def effort(self) -> float:
        """Person-months of the steps that change something."""
        work = (Fraction(str(it.step.effort.person_months)) for it in self.taken if it.changes)
        return float(sum(work, Fraction(0)))


def try_out(instrument: Instrument, answers: Answers, scenario: Scenario, lang: Lang) -> Trial:
    """Assess with and without a scenario.

    What it sets is taken at its word; then its steps are taken. A step never lowers an answer and
    leaves an unknown one unknown, and what must come before it is taken too.

    Args:
        instrument: The framework to assess with.
        answers: What is changed; it stays as it is.
        scenario: Its facts and steps are such that the framework asks about them.
        lang: The language of the results.

    Raises:
        EngineError: The evaluator failed.
    """
    after_set, _ = with_follow_ups(stand(instrument, answers), answers, scenario.changes)
    taken = _take(after_set, scenario)
    changes = {**scenario.changes, **{fact: to for it in taken for fact, to in it.changes.items()}}
    return Trial(scenario, changes, taken, what_if(instrument, answers, changes, lang))


def _take(standing: Standing, scenario: Scenario) -> tuple[Taken, ...]:
    steps = standing.instrument.content.steps
    wanted = [steps[id] for id in dict.fromkeys(scenario.steps)]
    taking = _Taking(WhatIf(standing), scenario.changes)
    waiting = list(wanted)
    while waiting:
        # A step that another one opens the way for, comes after it, however they are listed.
        step = next((it for it in waiting if taking.does_something(it)), waiting[0])
        waiting.remove(step)
        taking.take(step)
    return tuple(taking.told(frozenset(it.id for it in wanted)))


class _Taking:
    """Takes steps one after another; together they are what they are at once."""

    def __init__(self, what_if: WhatIf, settings: Mapping[str, str]) -> None:
        self._what_if = what_if
        self._content = what_if.standing.instrument.content
        self._taken: dict[str, NextStep] = {}
        self._unknown = frozenset(it for it, value in settings.items() if value == DONT_KNOW)
        self._set = {
            fact: self._content.answer_set(fact).rank(value)
            for fact, value in settings.items()
            if fact not in self._unknown
        }

    def does_something(self, step: NextStep) -> bool:
        """Tell whether a step raises anything, once all that it needs is in place."""
        return self._what_if.offered(step, self._after(self._needed(step)))

    def take(self, step: NextStep) -> None:
        """Take a step, and before it what it needs; a step that does nothing needs nothing."""
        needed = self._needed(step) if self.does_something(step) else ()
        self._taken |= {it.id: it for it in (*needed, step)}

    def told(self, wanted: frozenset[str]) -> Iterator[Taken]:
        """Yield the steps, with what each changes and leaves alone."""
        after = self._after(())
        for step in self._taken.values():
            changes: dict[str, str] = {}
            left: dict[str, Reason] = {}
            for fact in step.changes:
                value = self._raised(step, fact, after)
                if value is not None:
                    changes[fact] = value
                else:
                    left[fact] = self._reason(fact, after)
            yield Taken(step, step.id in wanted, changes, left)

    def _raised(self, step: NextStep, fact: str, after: Stated) -> str | None:
        target = self._what_if.target(step)
        before = self._what_if.standing.rank(fact)
        if fact not in target or fact in self._unknown or not UNKNOWN < before < target[fact]:
            return None
        rank = self._ranks(fact, after)[fact]
        return self._content.answer_set(fact).value(rank) if rank >= target[fact] else None

    def _reason(self, fact: str, after: Stated) -> Reason:
        standing = self._what_if.standing
        if not standing.questions[self._content.facts[fact].question].relevant:
            return "not_relevant"
        rank = self._ranks(fact, after)[fact]
        if UNKNOWN in (standing.rank(fact), rank):
            return "unknown"
        return "not_asked" if rank == NOT_ASKED else "in_place"

    def _ranks(self, fact: str, stated: Stated) -> Mapping[str, int]:
        question = self._content.facts[fact].question
        return self._what_if.standing.instrument.forms[question].known(stated)

    def _needed(self, step: NextStep) -> tuple[NextStep, ...]:
        """Return the steps that must come first and are not in place, first things first."""
        found: dict[str, NextStep] = {}
        self._collect(step, found, {step.id})
        return tuple(found.values())

    def _collect(self, step: NextStep, found: dict[str, NextStep], seen: set[str]) -> None:
        for id in step.requires:
            if id not in seen:
                seen.add(id)
                needed = self._content.steps[id]
                self._collect(needed, found, seen)
                if self._what_if.offered(needed, self._after(found.values())):
                    found[id] = needed

    def _after(self, more: Iterable[NextStep]) -> Stated:
        """Return what would be stated after the steps that are taken, and some more."""
        changes = dict(self._set)
        for step in (*self._taken.values(), *more):
            for fact, rank in self._what_if.target(step).items():
                changes[fact] = max(rank, changes.get(fact, rank))
        after = self._what_if.change(changes, self._what_if.standing.sheet.stated)
        return {fact: rank for fact, rank in after.items() if fact not in self._unknown}
