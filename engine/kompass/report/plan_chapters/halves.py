"""The half-years of a plan: what begins in each, what goes on, and what each step is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kompass.model.plan import Period, PlannedStep
from kompass.report.numbers import day, day_of_year, months, rounded, short, short_months
from kompass.report.plan_chapters.voice import LEAST, PlanVoice, capital

_TIGHT = 0.9
"""A plan that uses so much of what is set aside has little to give."""


@dataclass(frozen=True)
class StepPart:
    """A step with a line that tells who, how much, when and what it gives."""

    step: PlannedStep
    line: str
    notes: str


@dataclass(frozen=True)
class HalfPart:
    """A half-year: a heading, what it holds in short, what goes on already, and what begins."""

    name: str
    lead: str
    going: tuple[str, ...]
    begun: tuple[StepPart, ...]


@dataclass(frozen=True)
class HalfRow:
    """A half-year as a table tells it."""

    name: str
    when: str
    begun: int
    effort: str
    points: str
    meetings: str


def half_rows(voice: PlanVoice) -> tuple[HalfRow, ...]:
    """Return the half-years as a table tells them."""
    return tuple(_row(voice, it) for it in voice.plan.periods)


def half_parts(voice: PlanVoice) -> Iterator[HalfPart]:
    """Yield the chapters on half-years; one in which nothing happens has none."""
    for period in voice.plan.periods:
        going = _going(voice, period)
        begun = begins(voice, period)
        if going or begun:
            yield HalfPart(
                name=voice.half(period),
                lead=" ".join(_lead(voice, period, begun)),
                going=tuple(_told(voice, it) for it in going),
                begun=tuple(_part(voice, it) for it in begun),
            )


def remarks(voice: PlanVoice) -> Iterator[str]:
    """Yield what the table of half-years does not say by itself."""
    plan = voice.plan
    ends = {it.ends for it in plan.steps}
    still = [
        voice.say("half", number=it.number)
        for it in plan.periods
        if it.effort > 0 and it.number not in ends
    ]
    if still:
        yield voice.say("still", halves=voice.listed(still))
    if plan.wishes.capacity:
        capacity = plan.wishes.capacity * len(plan.periods)
        key = "tight" if plan.effort >= _TIGHT * capacity else "roomy"
        yield voice.say(key, effort=short(plan.effort), capacity=short(capacity))


def begins(voice: PlanVoice, period: Period) -> tuple[PlannedStep, ...]:
    """Return the steps that begin in a half-year."""
    return tuple(it for it in voice.plan.steps if it.period == period.number)


def work(voice: PlanVoice, period: Period) -> str:
    """Return the work in a half-year, of what is set aside for it where that is limited."""
    capacity = voice.plan.wishes.capacity
    if capacity is None:
        return short(period.effort)
    return voice.say("of_capacity", effort=short(period.effort), capacity=short(capacity))


def _going(voice: PlanVoice, period: Period) -> tuple[PlannedStep, ...]:
    return tuple(it for it in voice.plan.steps if it.period < period.number <= it.ends)


def _row(voice: PlanVoice, period: Period) -> HalfRow:
    used = sorted(
        {
            it.decided
            for it in voice.plan.steps
            if it.decided and period.start <= it.decided <= period.end
        }
    )
    return HalfRow(
        name=voice.say("half", number=period.number),
        when=short_months(period.start, period.end),
        begun=len(begins(voice, period)),
        effort=work(voice, period),
        points=rounded(period.points, 0),
        meetings=voice.listed([day_of_year(it) for it in used]) or "–",
    )


def _lead(voice: PlanVoice, period: Period, begun: tuple[PlannedStep, ...]) -> Iterator[str]:
    if not begun:
        yield voice.say("half_begin_none")
    elif len(begun) == 1:
        yield voice.say("half_begin_one")
    else:
        yield voice.say("half_begin", count=len(begun))
    yield voice.say(
        "half_work",
        effort=work(voice, period),
        place=voice.place,
        points=rounded(period.points, 0),
    )


def _told(voice: PlanVoice, step: PlannedStep) -> str:
    return voice.say(
        "going",
        title=voice.titles[step.id],
        who=step.responsible,
        day=day(step.end.isoformat()),
    )


def _part(voice: PlanVoice, step: PlannedStep) -> StepPart:
    return StepPart(step, " ".join(_line(voice, step)), " ".join(_notes(voice, step)))


def _line(voice: PlanVoice, step: PlannedStep) -> Iterator[str]:
    yield voice.say("step_who", who=capital(step.responsible))
    yield voice.say(
        "step_work",
        effort=short(step.effort.person_months),
        months=months(step.start, step.end),
    )
    if step.decided:
        yield voice.say("step_council", day=day(step.decided.isoformat()))
    else:
        yield voice.say("step_political" if step.decision == "politisk" else "step_own")
    yield _expected(voice, step)


def _expected(voice: PlanVoice, step: PlannedStep) -> str:
    area = voice.say("area_id", id=step.area)
    if step.expected >= LEAST:
        return voice.say("step_expected", points=rounded(step.expected), area=area)
    opened = [it.id for it in voice.plan.steps if step.id in it.requires]
    if opened:
        return voice.say("step_little", area=area, steps=voice.quoted(opened))
    return voice.say("step_nothing", area=area)


def _notes(voice: PlanVoice, step: PlannedStep) -> Iterator[str]:
    ends = {it.id: it.end for it in voice.plan.steps}
    first = [
        voice.say("step_done", title=voice.titles[it], day=day(ends[it].isoformat()))
        for it in step.requires
        if it in ends
    ]
    if step.under_way:
        yield voice.say("step_under_way")
    if first:
        yield voice.say("step_after", steps=voice.listed(first))
