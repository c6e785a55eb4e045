"""What the steps of each question give together, from the engine.

A step changes facts of one question only, so a plan's points are the sum over questions of what
the question's finished steps give *together*. A question has a handful of steps: every set of
them that can come about is assessed once, and nothing is ever added up that overlaps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, reduce
from math import lcm
from operator import or_

from kompass.assessment.form import Stated
from kompass.assessment.standing import Standing
from kompass.assessment.steps import WhatIf
from kompass.errors import EngineError
from kompass.model.framework import NOT_ASKED
from kompass.model.recommendation import NextStep

Mask = int
"""A set of a block's steps, one bit each."""

MOST_STEPS = 12
"""Steps on one question that can be planned with; ten times more sets than any content has."""


@dataclass(frozen=True)
class Block:
    """A question and its steps.

    Attributes:
        steps: Those that can come to be taken, sorted by id.
        points: For each set of finished steps that can come about, what the question then gives.
        ready: For each such set, the steps that can begin when it is finished.
    """

    question: str
    area: str
    steps: tuple[NextStep, ...]
    points: Mapping[Mask, Fraction]
    ready: Mapping[Mask, Mask]

    @cached_property
    def position(self) -> Mapping[str, int]:
        """The bit number of each step."""
        return {step.id: bit for bit, step in enumerate(self.steps)}

    def mask(self, steps: Iterable[str]) -> Mask:
        """Return the set of those of the steps that belong here."""
        return sum(1 << self.position[id] for id in steps if id in self.position)


def members(mask: Mask) -> Iterator[int]:
    """Yield the bit numbers of a set, lowest first."""
    while mask:
        bit = mask & -mask
        yield bit.bit_length() - 1
        mask ^= bit


class States:
    """Every question's block, for one standing.

    Args:
        standing: Where the municipality stands now.

    Raises:
        EngineError: A step changes facts of several questions, or a question has too many steps;
            checked content has neither.
    """

    def __init__(self, standing: Standing) -> None:
        self.standing = standing
        self._what_if = WhatIf(standing)
        by_question: dict[str, list[NextStep]] = {}
        facts = standing.instrument.content.facts
        for step in sorted(standing.instrument.content.steps.values(), key=lambda it: it.id):
            questions = {facts[fact].question for fact in step.changes}
            if len(questions) > 1:
                raise EngineError(f"step {step.id} changes facts of several questions")
            by_question.setdefault(questions.pop(), []).append(step)
        found = (
            self._block(question, by_question.get(question, []))
            for question, place in standing.questions.items()
            if place.relevant
        )
        self.blocks: tuple[Block, ...] = tuple(block for block in found if block.steps)

    @cached_property
    def now(self) -> Fraction:
        """The points in total before any step."""
        return self._what_if.now

    @cached_property
    def block_of(self) -> Mapping[str, Block]:
        """The block of each step that can come to be taken."""
        return {step.id: block for block in self.blocks for step in block.steps}

    @cached_property
    def unit(self) -> Fraction:
        """The largest fraction of a point that divides every number of points here."""
        worth = self.standing.instrument.worth.values()
        return Fraction(1, lcm(*(it.denominator for it in worth)))

    def points(self, steps: Iterable[str]) -> Fraction:
        """Return the points in total when some steps are finished."""
        chosen = frozenset(steps)
        return self.now + sum(
            (block.points[block.mask(chosen)] - block.points[0] for block in self.blocks),
            Fraction(0),
        )

    def area_points(self, area: str, steps: Iterable[str]) -> Fraction:
        """Return the points of an area when some steps are finished."""
        chosen = frozenset(steps)
        instrument = self.standing.instrument
        area_of = {
            question: area.id
            for area in instrument.content.areas
            for criterion in area.criteria
            for question in instrument.framework.questions[criterion.id]
        }
        blocks = {block.question: block for block in self.blocks}
        total = Fraction(0)
        for question, place in self.standing.questions.items():
            if area_of[question] == area:
                block = blocks.get(question)
                total += block.points[block.mask(chosen)] if block else place.tally.points
        return total

    def _block(self, question: str, steps: Sequence[NextStep]) -> Block:
        if len(steps) > MOST_STEPS:
            raise EngineError(f"{question} has {len(steps)} steps; a plan holds {MOST_STEPS}")
        facts = self.standing.instrument.content.questions[question].facts
        now = {it: rank for it, rank in self.standing.sheet.stated.items() if it in facts}
        stated: dict[Mask, Mapping[str, int]] = {0: now}
        ready: dict[Mask, Mask] = {0: self._ready(steps, now)}
        # What could begin when some part of a set was finished, can be finished with the set.
        could: dict[Mask, Mask] = {0: ready[0]}
        for mask in range(1, 1 << len(steps)):
            before = [mask ^ 1 << bit for bit in members(mask)]
            if any(it in could and could[it] & (mask ^ it) for it in before):
                stated[mask] = self._after(now, [steps[bit] for bit in members(mask)])
                ready[mask] = self._ready(steps, stated[mask]) & ~mask
                could[mask] = reduce(or_, (could[it] for it in before if it in could), ready[mask])
        return self._without_idle(question, steps, stated, ready)

    def _without_idle(
        self,
        question: str,
        steps: Sequence[NextStep],
        stated: Mapping[Mask, Mapping[str, int]],
        ready: Mapping[Mask, Mask],
    ) -> Block:
        """Return the block of the steps that some set holds, with the points of each set."""
        instrument = self.standing.instrument
        form = instrument.forms[question]
        kept = tuple(members(reduce(or_, stated)))

        def packed(mask: Mask) -> Mask:
            return sum(1 << new for new, old in enumerate(kept) if mask >> old & 1)

        return Block(
            question,
            steps[0].area if steps else "",
            tuple(steps[bit] for bit in kept),
            {packed(it): instrument.points(question, form.known(on)) for it, on in stated.items()},
            {packed(it): packed(which) for it, which in ready.items()},
        )

    def _ready(self, steps: Sequence[NextStep], stated: Stated) -> Mask:
        return sum(1 << bit for bit, step in enumerate(steps) if self._is_ready(step, stated))

    def _is_ready(self, step: NextStep, stated: Stated) -> bool:
        """Tell whether a step can begin: it is offered, all it needs is met, and none is lost.

        A change of a follow-up that is not asked would be lost, so the step waits until it is.
        """
        if not self._what_if.offered(step, stated):
            return False
        if any(self._what_if.offered(it, stated) for it in self._needed(step)):
            return False
        after = self.standing.instrument.forms[self._question(step)].known(
            self._after(stated, [step])
        )
        return all(after[fact] != NOT_ASKED for fact in step.changes)

    def _needed(self, step: NextStep) -> Iterator[NextStep]:
        """Yield every step that must come before a step, whatever is met already."""
        steps = self.standing.instrument.content.steps
        waiting, seen = list(step.requires), {step.id}
        while waiting:
            id = waiting.pop()
            if id not in seen:
                seen.add(id)
                waiting += steps[id].requires
                yield steps[id]

    def _after(self, stated: Stated, steps: Iterable[NextStep]) -> Stated:
        """Return what would be stated after some steps; their order does not matter."""
        changes: dict[str, int] = {}
        for step in steps:
            for fact, rank in self._what_if.target(step).items():
                changes[fact] = max(rank, changes.get(fact, rank))
        return self._what_if.change(changes, stated)

    def _question(self, step: NextStep) -> str:
        return self.standing.instrument.content.facts[next(iter(step.changes))].question
