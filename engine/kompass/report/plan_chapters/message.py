"""A plan in short: what it is to give, where it begins, and what to know about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kompass.model.plan import Level
from kompass.report.numbers import day, exact, rounded, short
from kompass.report.plan_chapters.voice import LEAST, PlanVoice, lowered

_AREAS: Final = 2
"""So many areas are named as those that move most."""
_FIRST: Final = 2
"""So many of the first steps are named."""


@dataclass(frozen=True)
class AreaRow:
    """What the plan does to an area, as a table tells it."""

    name: str
    before: str
    after: str
    change: str
    max: str


def message(voice: PlanVoice) -> Iterator[str]:
    """Yield the paragraphs that tell the plan in short."""
    plan = voice.plan
    if not plan.steps:
        yield from _empty(voice)
        return
    yield " ".join((_gives(voice), *_moving(voice)))
    yield voice.say("measures")
    yield f"{_first(voice)} {_council(voice)}"
    yield voice.say("estimate")


def area_rows(voice: PlanVoice) -> tuple[AreaRow, ...]:
    """Return what the plan does to each area."""
    return tuple(_row(voice.area(id), level) for id, level in voice.plan.areas.items())


def total_row(voice: PlanVoice) -> AreaRow:
    """Return what the plan does in total."""
    return _row(voice.say("c_total"), voice.plan.total)


def gained(level: Level) -> str:
    """Return what a plan adds, as it is written: ``+8,7``, or a dash for nothing."""
    change = float(exact(level.after) - exact(level.before))
    if abs(change) < LEAST:
        return "–"
    return f"{'+' if change > 0 else ''}{rounded(change)}"


def _row(name: str, level: Level) -> AreaRow:
    before, after = rounded(level.before), rounded(level.after)
    return AreaRow(name, before, after, gained(level), short(level.max))


def _empty(voice: PlanVoice) -> Iterator[str]:
    plan = voice.plan
    if plan.optimality.aim == "effort":
        total = {"before": rounded(plan.total.before, 0), "max": short(plan.total.max)}
        yield voice.say("empty_reached", place=voice.place, **total)
        return
    yield voice.say("empty")
    yield voice.say("empty_advice")


def _gives(voice: PlanVoice) -> str:
    plan = voice.plan
    return voice.say(
        "gives" if len(plan.steps) > 1 else "gives_one",
        place=voice.place,
        before=rounded(plan.total.before, 0),
        after=rounded(plan.total.after, 0),
        max=short(plan.total.max),
        month=voice.last_month,
        steps=len(plan.steps),
        halves=len(plan.periods),
        effort=short(plan.effort),
    )


def _moving(voice: PlanVoice) -> Iterator[str]:
    """Yield which areas move most; nothing where none of them moves by a point."""
    levels = voice.plan.areas
    moved = sorted(levels, key=lambda id: (levels[id].before - levels[id].after, id))
    told = [
        voice.say(
            "moves" if id in voice.plan.area_names else "moves_bare",
            id=id,
            name=lowered(voice.plan.area_names.get(id, "")),
            before=rounded(levels[id].before, 0),
            after=rounded(levels[id].after, 0),
        )
        for id in moved[:_AREAS]
        if levels[id].after - levels[id].before >= 1
    ]
    if told:
        yield voice.say("most", areas=voice.listed(told))


def _first(voice: PlanVoice) -> str:
    begun = [it for it in voice.plan.steps if it.period == voice.plan.steps[0].period]
    best = sorted(begun, key=lambda it: (-it.expected, it.id))[:_FIRST]
    steps = [
        voice.say("step_gain", title=voice.titles[it.id], gain=rounded(it.expected)) for it in best
    ]
    if len(begun) <= _FIRST or begun[0].period != 1:
        return voice.say("first_step", steps=voice.listed(steps))
    return voice.say("first_steps", count=len(begun), steps=voice.listed(steps))


def _council(voice: PlanVoice) -> str:
    steps = voice.plan.steps
    decided = [it.decided for it in steps if it.decided]
    if not decided:
        return voice.say("to_council_none")
    key = "to_council_all" if len(decided) == len(steps) else "to_council"
    return voice.say(key, count=len(decided), day=day(min(decided).isoformat()))
