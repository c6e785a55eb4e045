"""The sheet that says how a plan was made: what was asked for, what is known, and from what."""

from __future__ import annotations

from collections.abc import Iterator

from kompass.model.plan import PlanNote
from kompass.report.numbers import day, short
from kompass.report.plan_chapters.making import choice, worth
from kompass.report.plan_sheets.frame import Frame
from kompass.report.workbook.tables import Cell, Made, Sheet, table

Row = tuple[str, Cell]


def about(frame: Frame) -> Sheet:
    """Return the sheet about the plan."""
    made: list[Made[Row]] = [
        (frame.column("c_what", 34), lambda it: it[0]),
        (frame.column("c_value", 100), lambda it: it[1]),
    ]
    notes: list[Made[PlanNote]] = [
        (frame.column("x_code", 34), lambda it: it.code),
        (frame.column("x_remark", 100), lambda it: it.text),
    ]
    if any(it.step for it in frame.plan.notes):
        notes.append((frame.column("c_step", 46), lambda it: frame.steps(_about(it))))
    return frame.sheet(
        "x_about",
        table("kompass_om", [*_made(frame), *_provenance(frame)], made),
        table("kompass_onsker", _wishes(frame), made, caption=frame.say("asked")),
        table("kompass_merknader", frame.plan.notes, notes, caption=frame.say("notes")),
        lines=[frame.plan.notice],
    )


def _about(note: PlanNote) -> tuple[str, ...]:
    return (note.step,) if note.step else ()


def _made(frame: Frame) -> Iterator[Row]:
    yield frame.say("choice"), " ".join(choice(frame))
    yield frame.say("numbers"), "\n".join(worth(frame))
    yield frame.say("p_solver"), frame.plan.optimality.solver


def _wishes(frame: Frame) -> Iterator[Row]:
    wishes, say = frame.plan.wishes, frame.say
    yield say("a_start"), day(wishes.start.isoformat())
    yield say("a_periods"), str(wishes.periods)
    yield say("a_capacity"), _most(frame, wishes.capacity)
    for role, limit in wishes.roles.items():
        yield say("a_capacity_role", role=frame.role(role)), _most(frame, limit)
    yield say("a_at_once"), _most(frame, wishes.at_once)
    if wishes.target is not None:
        yield say("a_target"), say("at_least", number=short(wishes.target))
    for area, points in wishes.areas.items():
        yield say("a_area", area=frame.area(area)), say("at_least", number=short(points))
    if wishes.must:
        yield say("a_must"), frame.steps(wishes.must)
    if wishes.excluded:
        yield say("a_excluded"), frame.steps(wishes.excluded)
    given = "\n".join(day(it.isoformat()) for it in wishes.council)
    yield say("a_council"), given or say("ordinary")


def _most(frame: Frame, limit: float | None) -> str:
    return frame.say("no_limit") if limit is None else frame.say("at_most", number=short(limit))


def _provenance(frame: Frame) -> Iterator[Row]:
    plan, framework = frame.plan, frame.plan.framework
    number = plan.municipality.get("number")
    yield frame.say("x_municipality"), f"{frame.place} ({number})" if number else frame.place
    yield frame.say("p_date"), day(plan.date)
    yield frame.say("p_framework"), f"{framework.name} ({framework.id})"
    yield frame.say("p_content"), framework.content
    yield frame.say("x_content_hash"), framework.sha256
    yield frame.say("p_rules"), framework.rules_sha256
    yield frame.say("p_answers"), plan.answers_sha256
    yield frame.say("p_program"), f"{plan.generator.name} {plan.generator.version}"
    yield frame.say("p_engine"), plan.generator.engine
