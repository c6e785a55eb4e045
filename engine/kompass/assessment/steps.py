"""Next steps: which are offered, and what each gives here and now.

A gain is never typed: it is the difference between two assessments.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, reduce
from operator import add

from kompass.assessment.form import Stated
from kompass.assessment.standing import Standing
from kompass.model.base import Lang
from kompass.model.framework import NOT_ASKED, UNKNOWN
from kompass.model.recommendation import Effort, NextStep
from kompass.model.result import Finding, StepResult


class WhatIf:
    """Points of a standing after changes, re-running only the questions that are touched."""

    def __init__(self, standing: Standing) -> None:
        self.standing = standing
        self._relevant = frozenset(q for q, it in standing.questions.items() if it.relevant)

    @cached_property
    def now(self) -> Fraction:
        """The points before any change."""
        return sum((it.tally.points for it in self.standing.questions.values()), Fraction(0))

    def target(self, step: NextStep) -> Mapping[str, int]:
        """Return the rank a step raises each fact to, for facts that are asked here."""
        content = self.standing.instrument.content
        return {
            fact: content.answer_set(fact).rank(value)
            for fact, value in step.changes.items()
            if content.facts[fact].question in self._relevant
        }

    def offered(self, step: NextStep, stated: Stated | None = None) -> bool:
        """Tell whether a step raises at least one fact that is asked and known."""
        return any(
            NOT_ASKED < self._rank(fact, stated) < rank for fact, rank in self.target(step).items()
        )

    def apply(self, steps: Iterable[NextStep], stated: Stated | None = None) -> dict[str, int]:
        """Return what would be stated after the steps, in order."""
        after = dict(self.standing.sheet.stated if stated is None else stated)
        for step in steps:
            after = self.change(self.target(step), after)
        return after

    def change(self, changes: Mapping[str, int], stated: Stated) -> dict[str, int]:
        """Return what would be stated after raising some facts at once."""
        instrument = self.standing.instrument
        after = dict(stated)
        for question in {instrument.content.facts[fact].question for fact in changes}:
            after |= instrument.forms[question].changed(stated, changes)
        return after

    def points(self, stated: Stated) -> Fraction:
        """Return the points of everything that is relevant, with other answers."""
        instrument, before = self.standing.instrument, self.standing.sheet.stated
        changed = stated.items() - before.items()
        touched = {instrument.content.facts[fact].question for fact, _ in changed}
        total = self.now
        for question in touched & self._relevant:
            ranks = instrument.forms[question].known(stated)
            total += instrument.points(question, ranks)
            total -= self.standing.questions[question].tally.points
        return total

    def unmet(self, step: NextStep) -> tuple[NextStep, ...]:
        """Return the prerequisites that are not met, first things first."""
        found: dict[str, NextStep] = {}
        self._collect(step, found, {step.id})
        return tuple(found.values())

    def _collect(self, step: NextStep, found: dict[str, NextStep], seen: set[str]) -> None:
        for needed in step.requires:
            prerequisite = self.standing.instrument.content.steps[needed]
            if needed not in seen:
                seen.add(needed)
                self._collect(prerequisite, found, seen)
                if self.offered(prerequisite):
                    found[needed] = prerequisite

    def _rank(self, fact: str, stated: Stated | None) -> int:
        if stated is None:
            return self.standing.rank(fact)
        form = self.standing.instrument.forms[self.standing.instrument.content.facts[fact].question]
        return form.known(stated)[fact]


@dataclass(frozen=True)
class Offer:
    """A step that is offered, with what it gives and takes, exactly."""

    step: NextStep
    prerequisites: tuple[NextStep, ...]
    gain: Fraction
    gain_alone: Fraction
    effort: Effort

    @property
    def order(self) -> tuple[Fraction, str]:
        """Gain per person-month with prerequisites, best first; ties by id."""
        return -self.gain / Fraction(str(self.effort.person_months)), self.step.id


def offers(standing: Standing) -> tuple[Offer, ...]:
    """Return the steps that are offered, best gain for the effort first."""
    what_if = WhatIf(standing)
    found = []
    for step in standing.instrument.content.steps.values():
        if not what_if.offered(step):
            continue
        prerequisites = what_if.unmet(step)
        prepared = what_if.apply(prerequisites)
        ready = what_if.points(prepared)
        gain = what_if.points(what_if.apply([step], prepared)) - ready
        alone = what_if.points(what_if.apply([step])) - what_if.now if prerequisites else gain
        effort = reduce(add, (it.effort for it in prerequisites), step.effort)
        found.append(Offer(step, prerequisites, gain, alone, effort))
    return tuple(sorted(found, key=lambda offer: offer.order))


def step_result(
    standing: Standing, offer: Offer, findings: tuple[Finding, ...], lang: Lang
) -> StepResult:
    """Return an offered step in the words and numbers of a result."""
    content, step = standing.instrument.content, offer.step
    target = WhatIf(standing).target(step)
    raised = {fact: rank for fact, rank in target.items() if standing.rank(fact) < rank}
    unknown = tuple(fact for fact in raised if standing.rank(fact) == UNKNOWN)
    planned = any(is_planned(standing, fact) for fact in raised)
    return StepResult(
        id=step.id,
        title=(step.finish if planned else step.title)(lang),
        why=step.why(lang),
        how=tuple(item(lang) for item in step.how),
        works_when=step.works_when(lang),
        area=step.area,
        criterion=step.criterion,
        addresses=tuple(
            it.id
            for it in findings
            if it.kind != "strength" and not raised.keys().isdisjoint(it.because)
        ),
        changes={fact: step.changes[fact] for fact in raised if fact not in unknown},
        gain=float(offer.gain),
        gain_alone=float(offer.gain_alone),
        effort=step.effort,
        effort_with_prerequisites=offer.effort,
        find_out_first=unknown,
        under_way=planned,
        responsible=content.roles[step.responsible](lang),
        decision=step.decision,
        sdg=step.sdg,
        requires=tuple(it.id for it in offer.prerequisites),
        legal=step.legal,
        practice=None
        if step.practice is None
        else {
            "municipality": step.practice.municipality,
            "year": step.practice.year,
            "note": step.practice.note(lang),
        },
    )


def is_planned(standing: Standing, fact: str) -> bool:
    """Tell whether a fact stands at the value that means decided, not in use."""
    answer_set = standing.instrument.content.answer_set(fact)
    planned = answer_set.planned
    return planned is not None and standing.rank(fact) == answer_set.rank(planned)
