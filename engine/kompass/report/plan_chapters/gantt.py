"""The steps of a plan over time, as charts that each have room on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date as Date  # noqa: N812
from itertools import groupby
from typing import Final

from kompass.model.plan import Period, PlannedStep
from kompass.report.charts.schedule import MOST_STEPS, Gantt, Half, Step
from kompass.report.numbers import rounded
from kompass.report.plan_chapters.voice import PlanVoice

_ON_A_PAGE: Final = 45
_LABEL: Final = 200


def one_chart(voice: PlanVoice) -> Gantt | None:
    """Return all steps as one chart, however high; None where there are none."""
    steps = voice.by_area[:MOST_STEPS]
    return _chart(voice, steps, _title(voice)) if steps else None


def charts(voice: PlanVoice) -> tuple[Gantt, ...]:
    """Return the steps as charts, an area in one chart where it has room there."""
    pages = list(_pages(voice.by_area))
    if len(pages) < 2:
        return tuple(_chart(voice, it, _title(voice)) for it in pages)
    return tuple(
        _chart(
            voice,
            it,
            voice.say("gantt_part", title=_title(voice), number=number, count=len(pages)),
        )
        for number, it in enumerate(pages, start=1)
    )


def _title(voice: PlanVoice) -> str:
    return voice.say("gantt", first=voice.first_month, last=voice.last_month)


def _pages(steps: Sequence[PlannedStep]) -> Iterator[list[PlannedStep]]:
    page: list[PlannedStep] = []
    for _, area in groupby(steps, key=lambda it: it.area):
        group = list(area)
        if page and len(page) + len(group) > _ON_A_PAGE:
            yield page
            page = []
        page += group
        while len(page) > _ON_A_PAGE:
            yield page[:_ON_A_PAGE]
            page = page[_ON_A_PAGE:]
    if page:
        yield page


def _chart(voice: PlanVoice, steps: Sequence[PlannedStep], title: str) -> Gantt:
    periods = voice.plan.periods
    first, last = periods[0].start, periods[-1].end
    return Gantt(
        title=title,
        alt=voice.say(
            "gantt_alt",
            count=len(steps),
            first=voice.first_month,
            last=voice.last_month,
            halves=" ".join(_told(voice, it, steps) for it in periods),
            table=voice.say("plan_steps_caption"),
        ),
        capacity=voice.plan.wishes.capacity,
        periods=tuple(
            Half(start=it.start, end=it.end, effort=it.effort, points=it.points) for it in periods
        ),
        steps=tuple(_step(voice, it, first, last) for it in steps),
    )


def _told(voice: PlanVoice, period: Period, steps: Sequence[PlannedStep]) -> str:
    return voice.say(
        "gantt_half",
        number=period.number,
        begin=sum(it.period == period.number for it in steps) or voice.say("none"),
        end=sum(it.ends == period.number for it in steps) or voice.say("none"),
        points=rounded(period.points, 0),
    )


def _step(voice: PlanVoice, step: PlannedStep, first: Date, last: Date) -> Step:
    """Return a step as it is drawn: within the plan, also where somebody has moved its days."""
    start = min(max(step.start, first), last)
    end = min(max(step.end, start), last)
    return Step(
        group=voice.area(step.area)[:_LABEL],
        label=step.title[:_LABEL],
        who=step.responsible[:_LABEL],
        start=start,
        end=end,
        points=max(step.expected, 0.0),
        decided=step.decided and min(max(step.decided, first), last),
    )
