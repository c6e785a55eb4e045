"""The sheets of a plan's steps: when and by whom, and how."""

from __future__ import annotations

from math import fsum

from kompass.model.plan import PlannedStep
from kompass.report import words
from kompass.report.plan_chapters.making import proof
from kompass.report.plan_chapters.message import message
from kompass.report.plan_sheets.frame import Frame
from kompass.report.workbook.tables import Cell, Made, Sheet, blank, table


def steps(frame: Frame) -> Sheet:
    """Return the sheet of steps, with room for the municipality's own follow-up."""
    status, remark = frame.follow_up()
    told: list[Made[PlannedStep]] = [
        (frame.column("c_step", 46), lambda it: it.title),
        (frame.column("c_half", 9, "whole"), lambda it: it.period),
        (frame.column("c_area", 24), lambda it: frame.area(it.area)),
        (frame.column("c_criterion", 10), lambda it: it.criterion),
        (frame.column("c_responsible", 24), lambda it: it.responsible),
        (frame.column("h_from", 12, "date"), lambda it: it.start),
        (frame.column("h_in_use", 12, "date"), lambda it: it.end),
    ]
    counted: list[Made[PlannedStep]] = [
        (frame.column("c_work", 13, "tenth"), lambda it: it.effort.person_months),
        (frame.column("h_expected", 9, "tenth"), lambda it: it.expected),
    ]
    more: list[Made[PlannedStep]] = [
        (frame.column("c_decision", 16), lambda it: words.DECISIONS[it.decision](frame.lang)),
        (frame.column("h_council", 17, "date"), lambda it: it.decided),
        (frame.column("x_requires", 34), lambda it: frame.steps(it.requires)),
        (status, blank),
        (remark, blank),
    ]
    total: list[Cell] = [frame.say("c_total"), *[None] * (len(told) - 1), frame.plan.effort]
    total += [fsum(it.expected for it in frame.plan.steps), *[None] * len(more)]
    return frame.sheet(
        "s_plan",
        table("kompass_plan", frame.plan.steps, [*told, *counted, *more], total=tuple(total)),
        lines=[
            frame.plan.notice,
            next(message(frame)),
            proof(frame),
            f"{frame.say('adds_up')} {frame.say('fill')}",
        ],
        empty=" ".join(message(frame)),
        wide=True,
    )


def advice(frame: Frame) -> Sheet:
    """Return the sheet of why and how."""
    made: list[Made[PlannedStep]] = [
        (frame.column("c_step", 40), lambda it: it.title),
        (frame.column("c_half", 9, "whole"), lambda it: it.period),
        (frame.column("x_why", 46), lambda it: it.why),
        (frame.column("x_how", 80), _numbered),
        (frame.column("x_works_when", 40), lambda it: it.works_when),
        (frame.column("x_sdg", 15), lambda it: ", ".join(map(str, it.sdg))),
        (frame.column("x_id", 28), lambda it: it.id),
    ]
    return frame.sheet(
        "s_advice",
        table("kompass_slik", frame.plan.steps, made),
        empty=frame.say("empty"),
        wide=True,
    )


def _numbered(step: PlannedStep) -> Cell:
    return "\n".join(f"{at}. {it}" for at, it in enumerate(step.how, start=1))
