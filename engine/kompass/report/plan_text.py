"""A plan as a page of text: what it gives, half-year by half-year, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kompass.model.plan import Period, Plan, PlannedStep
from kompass.report.layout import clean, fit, wrap
from kompass.report.moves import Page
from kompass.report.numbers import day_of_year, months, rounded, short
from kompass.report.plan_chapters.halves import begins, work
from kompass.report.plan_chapters.making import proof
from kompass.report.plan_chapters.message import message
from kompass.report.plan_chapters.voice import LEAST, PlanVoice

_WHO: Final = 15
_NUMBERS: Final = 6
_DAY: Final = 9
_LEAST: Final = 34
"""Where there is less room for titles than this, what belongs to a step stands under it."""
_NOTES: Final = 5


def show_plan(plan: Plan, page: Page) -> Iterator[str]:
    """Yield the lines that tell a plan.

    The words are in the language of the plan, which has texts of its own.

    Args:
        plan: The plan.
        page: How wide the lines are, and their colours.
    """
    voice = PlanVoice(plan)
    yield from (page.paint(it, "title") for it in wrap(voice.title, page.columns))
    yield from (page.paint(it, "dim") for it in wrap(clean(plan.notice), page.columns))
    yield ""
    yield from _total(voice, page)
    for period in plan.periods if plan.steps else ():
        yield ""
        yield from _half(voice, period, page)
    yield from _notes(voice, page)
    if plan.steps:
        yield ""
        for key in ("t_worth", "t_next"):
            yield from (page.paint(it, "dim") for it in wrap(voice.say(key), page.columns))


def _total(voice: PlanVoice, page: Page) -> Iterator[str]:
    plan = voice.plan
    if not plan.steps:
        for paragraph in message(voice):
            yield from wrap(paragraph, page.columns)
        return
    total = voice.say(
        "t_total",
        before=rounded(plan.total.before, 0),
        after=rounded(plan.total.after, 0),
        max=short(plan.total.max),
        steps=len(plan.steps),
        effort=short(plan.effort),
    )
    yield from (page.paint(it, "title") for it in wrap(total, page.columns))
    yield from wrap(proof(voice), page.columns)


def _half(voice: PlanVoice, period: Period, page: Page) -> Iterator[str]:
    """Yield a half-year: its name, its work and points, and the steps it begins."""
    head = voice.say(
        "t_half",
        number=period.number,
        months=months(period.start, period.end),
        effort=work(voice, period),
        points=rounded(period.points, 0),
    )
    yield from (page.paint(it, "title") for it in wrap(head, page.columns))
    steps = begins(voice, period)
    room = page.columns - 4 - _WHO - 2 * _NUMBERS - 1 - _DAY
    first = steps[:1] == voice.plan.steps[:1]
    if not steps:
        yield page.paint(f"  {voice.say('t_none')}", "dim")
    elif room < _LEAST:
        for step in steps:
            yield from _stacked(voice, step, page)
    else:
        if first:
            names = ("c_step", "c_responsible", "t_work", "c_points", "c_decided")
            yield page.paint(_row(room, *map(voice.say, names)), "dim")
        for step in steps:
            yield from _step(voice, step, room, first)


def _row(room: int, title: str, who: str, effort: str, points: str, decided: str) -> str:
    numbers = f"{effort:>{_NUMBERS}} {points:>{_NUMBERS}}"
    return f"  {fit(title, room)} {fit(who, _WHO)}{numbers} {decided:>{_DAY}}".rstrip()


def _step(voice: PlanVoice, step: PlannedStep, room: int, whole: bool) -> Iterator[str]:
    """Yield a step as a row; in the half-year that comes first its whole title."""
    title = voice.titles[step.id]
    lines = wrap(title, room) if whole else [title]
    effort = short(step.effort.person_months)
    decided = day_of_year(step.decided) if step.decided else ""
    yield _row(room, lines[0], clean(step.responsible), effort, _gives(step), decided)
    yield from (f"  {it}" for it in lines[1:])


def _stacked(voice: PlanVoice, step: PlannedStep, page: Page) -> Iterator[str]:
    """Yield a step with a line under its title that tells the rest."""
    yield from wrap(voice.titles[step.id], page.columns, "- ")
    told = voice.say(
        "t_step",
        who=clean(step.responsible, 40),
        effort=short(step.effort.person_months),
        points=_gives(step),
    )
    if step.decided:
        told += voice.say("t_decided", day=day_of_year(step.decided))
    yield from (page.paint(it, "dim") for it in wrap(told, page.columns, "  "))


def _gives(step: PlannedStep) -> str:
    return f"+{rounded(step.expected)}" if step.expected >= LEAST else "–"


def _notes(voice: PlanVoice, page: Page) -> Iterator[str]:
    notes = voice.plan.notes
    if not notes:
        return
    yield ""
    yield page.paint(voice.say("know"), "title")
    for note in notes[:_NOTES]:
        yield from wrap(clean(note.text), page.columns, "- ")
    if len(notes) > _NOTES:
        yield voice.say("t_more", count=len(notes) - _NOTES)
