"""The least effort that reaches a target: exact, without a solver.

Nothing but points ties questions together when steps take no time and nobody's time is limited,
so each question is a choice of one set of finished steps, and targets are sums. Questions are
gone through one by one, keeping for every effort the most points it can give. What is left at the
end is the whole curve from effort to points, and the first of it that reaches the target is
proven least. Areas with a target of their own are gone through first, each by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from math import ceil, lcm
from typing import Final, NamedTuple

from kompass.assessment.assess import TOTAL, add_up
from kompass.assessment.standing import Standing
from kompass.assessment.steps import is_planned
from kompass.errors import EngineError
from kompass.model.base import Lang
from kompass.model.framework import UNKNOWN
from kompass.model.least import Least, LeastStep
from kompass.model.plan import Level, Wishes
from kompass.model.recommendation import NextStep
from kompass.planning.calendar import half_years
from kompass.planning.notes import waits_for_answers
from kompass.planning.problem import Problem
from kompass.planning.states import Block, Mask, States, members
from kompass.planning.wishes import refuse_hopeless

_ANY_DAY: Final = date(2000, 1, 1)
"""Wishes have a first day. What is asked here has none, so it does not matter which."""


def least_effort(
    standing: Standing, target: float | None, areas: Mapping[str, float], lang: Lang
) -> Least:
    """Find the steps that reach some targets with the least effort.

    Among those with as little effort, they give most points.

    Args:
        standing: Where the municipality stands.
        target: Points to reach in total, if any.
        areas: Points to reach in an area.
        lang: The language of titles.

    Raises:
        InfeasiblePlanError: The answers leave no room for a target.
        EngineError: The evaluator failed.
    """
    states = States(standing)
    wishes = Wishes(start=_ANY_DAY, periods=1, target=target, areas=dict(areas))
    problem = Problem(states, wishes, half_years(_ANY_DAY, 1), in_time=False)
    refuse_hopeless(problem, lang)
    chosen = _Search(states).reach(target, areas)
    steps = tuple(_steps(standing, chosen, lang))
    ids = [step.id for step in steps]
    return Least(
        lang=lang,
        target=target,
        wanted=dict(areas),
        total=_level(standing, TOTAL, states.points(ids)),
        areas={area: _level(standing, area, states.area_points(area, ids)) for area in areas},
        area_names={
            it.id: it.name(lang) for it in standing.instrument.content.areas if it.id in areas
        },
        effort=float(sum((_effort(block, mask) for block, mask in chosen), Fraction(0))),
        steps=steps,
        waiting=sum(
            waits_for_answers(problem, it) for it in standing.instrument.content.steps.values()
        ),
    )


class _Way(NamedTuple):
    """A way to use some effort: what it gives, both in whole units, and a set of each question."""

    effort: int
    points: int
    sets: tuple[tuple[Block, Mask], ...]


_NOTHING: Final[tuple[_Way, ...]] = (_Way(0, 0, ()),)


class _Search:
    def __init__(self, states: States) -> None:
        self._states = states
        efforts = (_work(step).denominator for block in states.blocks for step in block.steps)
        self._parts = lcm(*efforts)

    def reach(
        self, target: float | None, areas: Mapping[str, float]
    ) -> tuple[tuple[Block, Mask], ...]:
        """Return the sets of steps that reach the targets."""
        states, ways = self._states, _NOTHING
        for area, wanted in sorted(areas.items()):
            within = self._ways(it for it in states.blocks if it.area == area)
            lacking = self._lacking(wanted, states.area_points(area, ()))
            ways = _beside(ways, [it for it in within if it.points >= lacking])
        if target is not None:
            lacking = self._lacking(target, states.now)
            rest = self._ways(it for it in states.blocks if it.area not in areas)
            ways = tuple(it for it in _beside(ways, rest) if it.points >= lacking)
        if not ways:
            raise EngineError("all steps together reach a target, but no sets of them do")
        return ways[0].sets

    def _lacking(self, wanted: float, now: Fraction) -> int:
        """Return how many units of points a target is above what there is."""
        return ceil((Fraction(str(wanted)) - now) / self._states.unit)

    def _ways(self, blocks: Iterable[Block]) -> tuple[_Way, ...]:
        ways = _NOTHING
        for block in blocks:
            ways = _beside(ways, self._of_one(block))
        return ways

    def _of_one(self, block: Block) -> Sequence[_Way]:
        """Return the ways to use effort on one question, doing nothing among them."""
        unit = self._states.unit
        ways = []
        for mask in rounds(block):
            effort = _effort(block, mask) * self._parts
            gain = (block.points[mask] - block.points[0]) / unit
            ways.append(_Way(int(effort), int(gain), ((block, mask),) if mask else ()))
        return ways


def _beside(ways: Sequence[_Way], others: Sequence[_Way]) -> tuple[_Way, ...]:
    """Return every way together with every other, save those that cost more for no more."""
    best: dict[int, tuple[int, _Way, _Way]] = {}
    for way in ways:
        for other in others:
            effort, points = way.effort + other.effort, way.points + other.points
            if effort not in best or best[effort][0] < points:
                best[effort] = points, way, other
    kept: list[_Way] = []
    for effort in sorted(best):
        points, way, other = best[effort]
        if not kept or kept[-1].points < points:
            kept.append(_Way(effort, points, way.sets + other.sets))
    return tuple(kept)


def rounds(block: Block) -> Mapping[Mask, tuple[Mask, ...]]:
    """Return every set of a question's steps that can be taken, and how.

    Steps that can begin at the same time make a round; each set is given as what is finished
    after each round, in as few rounds as can be. The empty set takes none.
    """
    found: dict[Mask, tuple[Mask, ...]] = {0: ()}
    newest: list[Mask] = [0]
    while newest:
        before, newest = newest, []
        for done in before:
            for more in _parts(block.ready[done] & ~done):
                if done | more not in found:
                    found[done | more] = (*found[done], done | more)
                    newest.append(done | more)
    return found


def _parts(mask: Mask) -> Iterator[Mask]:
    """Yield every part of a set but the empty one."""
    part = 0
    while part != mask:
        part = (part - mask) & mask
        yield part


def _steps(
    standing: Standing, chosen: Sequence[tuple[Block, Mask]], lang: Lang
) -> Iterator[LeastStep]:
    """Yield the steps, first those of the question that gives most for the effort."""

    def order(one: tuple[Block, Mask]) -> tuple[Fraction, str]:
        block, mask = one
        return (block.points[0] - block.points[mask]) / _effort(block, mask), block.question

    ids = {step.id for block, mask in chosen for step in _of(block, mask)}
    for block, mask in sorted(chosen, key=order):
        done = 0
        for after in rounds(block)[mask]:
            for bit in members(after & ~done):
                gain = block.points[done | 1 << bit] - block.points[done]
                done |= 1 << bit
                yield _step(standing, block, block.steps[bit], gain, ids, lang)


def _step(
    standing: Standing, block: Block, step: NextStep, gain: Fraction, ids: set[str], lang: Lang
) -> LeastStep:
    content = standing.instrument.content
    changes = {
        fact: value
        for fact, value in step.changes.items()
        if UNKNOWN < standing.rank(fact) < content.answer_set(fact).rank(value)
    }
    under_way = any(is_planned(standing, fact) for fact in changes)
    return LeastStep(
        id=step.id,
        title=(step.finish if under_way else step.title)(lang),
        under_way=under_way,
        area=step.area,
        criterion=step.criterion,
        question=block.question,
        responsible=content.roles[step.responsible](lang),
        effort=step.effort,
        decision=step.decision,
        changes=changes,
        expected=float(gain),
        requires=tuple(it for it in step.requires if it in ids),
    )


def _of(block: Block, mask: Mask) -> Iterator[NextStep]:
    return (block.steps[bit] for bit in members(mask))


def _effort(block: Block, mask: Mask) -> Fraction:
    return sum(map(_work, _of(block, mask)), Fraction(0))


def _work(step: NextStep) -> Fraction:
    return Fraction(str(step.effort.person_months))


def _level(standing: Standing, level: str, after: Fraction) -> Level:
    before = add_up(standing)[level]
    return Level(before=float(before.points), after=float(after), max=float(before.reachable))
