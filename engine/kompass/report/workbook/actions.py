"""The sheets people work in: findings, next steps, what is under way, what is not known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812
from typing import Final

from kompass.model.result import Finding, FindOut, StepResult, UnderWay
from kompass.report import words
from kompass.report.workbook.tables import Cell, Frame, Made, Sheet, blank, table

STATUSES: Final = ("x_not_begun", "x_begun", "x_done", "x_not_for_us")
"""How far a step has come, in the order it goes."""


@dataclass(frozen=True)
class Found:
    """A finding, and what somebody did with it.

    Attributes:
        text: What it says now; nothing where it is taken out.
        mark: What was done.
        was: What the rules said.
    """

    finding: Finding
    text: str
    mark: str = ""
    was: str = ""
    reason: str = ""
    by: str = ""


def findings(frame: Frame) -> Sheet:
    """Return the sheet of findings, those that were taken out last."""
    found = _found(frame)
    made: list[Made[Found]] = [
        (frame.column("x_kind", 13), lambda it: words.ONE[it.finding.kind](frame.lang)),
        (frame.column("c_area", 24), lambda it: frame.area(it.finding.area)),
        (frame.column("c_criterion", 28), lambda it: frame.criterion(it.finding.criterion)),
        (frame.column("c_question", 11), lambda it: it.finding.question),
        (frame.column("x_text", 60), lambda it: it.text),
    ]
    if any(it.mark for it in found):
        made += [
            (frame.column("x_mark", 13), lambda it: it.mark),
            (frame.column("x_was", 50), lambda it: it.was),
            (frame.column("x_because", 40), lambda it: it.reason),
            (frame.column("x_by", 20), lambda it: it.by),
        ]
    made += [
        (frame.column("x_rule", 32), lambda it: it.finding.rule),
        (frame.column("x_facts", 50), lambda it: _listed(it.finding.because)),
    ]
    return frame.sheet(
        "x_findings",
        table("kompass_funn", found, made),
        lines=[frame.say("x_findings_intro")],
        empty=words.NO_FINDINGS(frame.lang),
        wide=True,
    )


def _found(frame: Frame) -> list[Found]:
    reworded, out = frame.say("reworded"), frame.say("x_taken_out")
    kept = [
        Found(it, it.text, reworded, it.adjusted.was, it.adjusted.reason, it.adjusted.by)
        if it.adjusted
        else Found(it, it.text)
        for it in frame.result.findings
    ]
    gone = [
        Found(it.finding, "", out, it.finding.text, it.reason, it.by)
        for it in frame.result.suppressed
    ]
    return [*kept, *gone]


def next_steps(frame: Frame) -> Sheet:
    """Return the sheet of next steps, with room for the municipality's own follow-up."""
    titles = {it.id: it.title for it in frame.result.next_steps}
    statuses = (frame.say(it) for it in STATUSES)
    made: list[Made[StepResult]] = [
        (frame.column("c_step", 46), lambda it: it.title),
        (frame.column("c_area", 22), lambda it: frame.area(it.area)),
        (frame.column("c_criterion", 26), lambda it: frame.criterion(it.criterion)),
        (frame.column("c_gain", 10, "tenth"), lambda it: it.gain),
        (frame.column("c_work", 14, "tenth"), _person_months),
        (frame.column("c_months", 11, "whole"), lambda it: it.effort_with_prerequisites.months),
        (frame.column("c_responsible", 18), lambda it: it.responsible),
        (frame.column("c_decision", 16), lambda it: words.DECISIONS[it.decision](frame.lang)),
        (frame.open("x_status", 14, "text", *statuses), blank),
        (frame.open("x_owner", 18), blank),
        (frame.open("c_due", 12, "date"), blank),
        (frame.open("x_remark", 30), blank),
        (frame.column("x_why", 46), lambda it: it.why),
        (frame.column("x_how", 70), _numbered),
        (frame.column("x_works_when", 40), lambda it: it.works_when),
        (frame.column("x_requires", 34), lambda it: _listed(titles.get(a, a) for a in it.requires)),
        (frame.column("x_legal", 24), lambda it: it.legal),
        (frame.column("x_sdg", 16), lambda it: ", ".join(map(str, it.sdg))),
        (frame.column("x_id", 28), lambda it: it.id),
    ]
    known = frame.result.total.coverage.answered
    return frame.sheet(
        "x_steps",
        table("kompass_neste_steg", frame.result.next_steps, made),
        lines=[frame.say("x_steps_intro"), frame.say("x_steps_fill")],
        empty=words.NO_STEPS(frame.lang) if known else frame.say("x_no_steps_yet"),
        wide=True,
        across=2,
    )


def _person_months(step: StepResult) -> Cell:
    return step.effort_with_prerequisites.person_months


def _numbered(step: StepResult) -> Cell:
    return _listed(f"{at}. {it}" for at, it in enumerate(step.how, start=1))


def _listed(lines: Iterable[str]) -> Cell:
    return "\n".join(lines)


def _date(iso: str | None) -> Cell:
    return Date.fromisoformat(iso) if iso else None


def under_way(frame: Frame) -> Sheet:
    """Return the sheet of what is planned or decided, and not in use."""
    made: list[Made[UnderWay]] = [
        (frame.column("c_what", 80), lambda it: it.text),
        (frame.column("c_question", 11), lambda it: it.question),
        (frame.column("c_due", 14, "date"), lambda it: _date(it.due)),
        (frame.column("x_fact", 44), lambda it: it.fact),
    ]
    return frame.sheet(
        "x_under_way",
        table("kompass_i_gang", frame.result.under_way, made),
        lines=[frame.say("under_way_intro")],
        empty=frame.say("under_way_none"),
    )


def unanswered(frame: Frame) -> Sheet:
    """Return the sheet of what to find out, with room for who and what."""
    made: list[Made[FindOut]] = [
        (frame.column("c_unknown", 70), lambda it: it.text),
        (frame.column("c_question", 11), lambda it: it.question),
        (frame.column("c_decides", 10, "tenth"), lambda it: it.decides),
        (frame.column("c_ask", 36), lambda it: ", ".join(it.asks)),
        (frame.open("x_who", 20), blank),
        (frame.open("x_answer", 30), blank),
        (frame.column("x_fact", 44), lambda it: it.fact),
    ]
    return frame.sheet(
        "x_unanswered",
        table("kompass_ikke_besvart", frame.result.find_out_first, made),
        lines=[frame.say("unanswered_intro"), frame.say("x_unanswered_fill")],
        empty=frame.say("unanswered_none"),
    )
