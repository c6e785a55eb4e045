"""What a plan's calendar says: decisions, activities and deadlines, each on its day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812

from kompass.model.plan import Activity, PlannedStep, StudyTask
from kompass.report.numbers import short
from kompass.report.plan_sheets.frame import Frame


@dataclass(frozen=True, order=True)
class Entry:
    """Something on a day.

    Attributes:
        id: What it is about, the same from plan to plan.
        kind: Its category, in words.
        lines: What is told about it.
    """

    day: Date
    id: str
    title: str
    kind: str
    lines: tuple[str, ...]


def entries(frame: Frame) -> tuple[Entry, ...]:
    """Return everything in a plan that has a day, in order."""
    steps, programme = frame.plan.steps, frame.plan.programme
    found = [
        *(_in_use(frame, it) for it in steps),
        *(_decision(frame, it, it.decided) for it in steps if it.decided),
        *_activities(frame),
        *(_study_task(frame, it) for it in programme.study_tasks),
    ]
    return tuple(sorted(found))


def _in_use(frame: Frame, step: PlannedStep) -> Entry:
    return Entry(
        day=step.end,
        id=f"steg {step.id}",
        title=frame.say("k_in_use", title=step.title),
        kind=frame.say("k_due"),
        lines=(
            frame.say("k_responsible", who=step.responsible),
            frame.say("k_works_when", text=step.works_when),
            frame.say("k_gives", points=short(step.expected)),
            frame.say("k_from"),
        ),
    )


def _decision(frame: Frame, step: PlannedStep, day: Date) -> Entry:
    return Entry(
        day=day,
        id=f"vedtak {step.id}",
        title=frame.say("k_decision", title=step.title),
        kind=frame.say("BP"),
        lines=(
            frame.say("k_responsible", who=step.responsible),
            *_assumed(frame),
            frame.say("k_from"),
        ),
    )


def _assumed(frame: Frame) -> tuple[str, ...]:
    """Return a warning where nobody has said when the council meets."""
    return () if frame.plan.wishes.council else (frame.say("k_assumed"),)


def _activities(frame: Frame) -> Iterator[Entry]:
    """Yield the activities, but for decisions on a step, which has its own.

    Their ids are their places in the plan, and change when something else comes or goes. What they
    are called does not.
    """
    decided = {it.id: it.decided for it in frame.plan.steps}
    seen: Counter[str] = Counter()
    for it in frame.plan.programme.activities:
        if it.kind == "BP" and [decided.get(step) for step in it.steps] == [it.deadline]:
            continue
        name = f"{it.kind} {it.group} {it.text}"
        seen[name] += 1
        yield _activity(frame, it, f"aktivitet {seen[name]} {name}")


def _activity(frame: Frame, activity: Activity, id: str) -> Entry:
    lines = [f"{frame.kind(activity.kind)}."]
    if activity.responsible:
        lines.append(frame.say("k_responsible", who=", ".join(activity.responsible)))
    if activity.group:
        lines.append(frame.say("k_group", name=frame.group(activity.group)))
    if activity.kind in ("BP", "EBP"):
        lines += _assumed(frame)
    if activity.steps:
        titles = (frame.titles.get(it, it) for it in activity.steps)
        lines += [frame.say("k_about"), *(f"– {it}" for it in titles)]
    return Entry(
        day=activity.deadline,
        id=id,
        title=activity.text,
        kind=frame.say(activity.kind),
        lines=(*lines, frame.say("k_from")),
    )


def _study_task(frame: Frame, task: StudyTask) -> Entry:
    return Entry(
        day=task.deadline,
        id=f"utredning {task.id}",
        title=frame.say("k_study", title=task.name),
        kind=frame.say("k_due"),
        lines=(
            frame.say("k_responsible", who=", ".join(task.responsible)),
            frame.say("k_find_out"),
            *(f"– {it}" for it in task.elements),
            frame.say("k_from"),
        ),
    )
