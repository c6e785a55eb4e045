"""The sheets of points: areas, criteria, questions, adjustments, and where it all comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from kompass.model.result import AreaResult, CriterionResult, Note, Numbers, QuestionResult
from kompass.report import words
from kompass.report.adjustments import adjusted_total
from kompass.report.numbers import day
from kompass.report.workbook.tables import Bars, Cell, Column, Form, Frame, Made, Sheet, table


@dataclass(frozen=True)
class Change:
    """One adjustment, of a rating or of a finding."""

    question: str
    what: str
    own: Cell
    to: Cell
    reason: str
    by: str


def overview(frame: Frame) -> Sheet:
    """Return the sheet of areas and criteria."""
    result, total = frame.result, frame.result.total
    coverage = words.COVERAGE(frame.lang).format(**total.coverage.model_dump())
    lines = [
        frame.say("subtitle", framework=result.framework.name, day=day(result.date)),
        result.notice,
        f"{coverage} {frame.say('x_exact')}",
        *adjusted_total(frame.result, frame.lang),
    ]
    summed = ("", frame.say("c_total"), *(of(total) for _, of in _numbers(frame, "whole")))
    criteria = [it for area in result.areas for it in area.criteria]
    sheet = frame.sheet(
        "x_result",
        table(
            "kompass_omrader",
            result.areas,
            _level(frame, "whole"),
            caption=frame.say("profile_caption"),
            total=summed,
            bars=Bars(
                heads=(frame.say("c_high"), frame.say("c_points")),
                most=max((it.max for it in result.areas), default=100.0),
            ),
        ),
        table(
            "kompass_kriterier",
            criteria,
            _level(frame, "tenth"),
            caption=frame.say("x_per_criterion"),
        ),
        lines=lines,
    )
    return replace(sheet, title=frame.title)


def _level(frame: Frame, form: Form) -> list[Made[AreaResult | CriterionResult]]:
    """Return the columns of areas or of criteria: alike, so that one frozen head fits both."""
    return [
        (frame.column("x_id", 8), lambda it: it.id),
        (frame.column("x_name", 60), lambda it: it.name),
        *_numbers(frame, form),
    ]


def _numbers(frame: Frame, form: Form) -> Iterator[Made[Numbers]]:
    """Yield the columns of numbers; where nothing is covered, they are blank and not zero."""
    reachable = Column(words.COLUMN_REACHABLE(frame.lang), 12, form)
    yield frame.column("c_points", 12, form), lambda it: _covered(it, it.points)
    yield frame.column("c_documented", 14, form), lambda it: _covered(it, it.documented)
    yield frame.column("c_high", 12, form), lambda it: _covered(it, it.high)
    yield reachable, lambda it: _covered(it, it.reachable)
    yield frame.column("c_max", 12, form), lambda it: it.max
    yield frame.column("c_share", 12, "share"), _share
    if _rated(frame):
        yield frame.column("c_adjusted", 12, form), lambda it: it.adjusted
    if any(it.status != "assessed" for area in frame.result.areas for it in area.criteria):
        silent = words.NOT_COVERED(frame.lang)
        yield frame.column("x_remark", 34), lambda it: _covered(it, "", silent)


def questions(frame: Frame) -> Sheet:
    """Return the sheet of questions."""
    asked = list(_asked(frame))
    home = {question.id: criterion for criterion, question in asked}
    area = {it.id: area.id for area in frame.result.areas for it in area.criteria}
    made: list[Made[QuestionResult]] = [
        (frame.column("x_id", 8), lambda it: it.id),
        (frame.column("c_area", 26), lambda it: frame.area(area[home[it.id]])),
        (frame.column("c_criterion", 28), lambda it: frame.criterion(home[it.id])),
        (frame.column("c_question", 44), lambda it: it.text),
        *_ratings(frame),
        (frame.column("c_max", 9, "tenth"), lambda it: it.max),
        (frame.column("c_high", 9, "tenth"), lambda it: _relevant(it, it.high)),
        (frame.column("x_reasons", 80), lambda it: _reasons(frame, it)),
        (frame.column("x_answered", 10, "whole"), lambda it: it.coverage.answered),
        (frame.column("x_asked", 11, "whole"), lambda it: it.coverage.asked),
    ]
    return frame.sheet(
        "x_questions",
        table("kompass_sporsmal", (it for _, it in asked), made),
        lines=[frame.say("x_questions_intro")],
        empty=frame.say("x_no_questions"),
        wide=True,
    )


def _asked(frame: Frame) -> Iterator[tuple[str, QuestionResult]]:
    """Yield every question with the id of its criterion."""
    for area in frame.result.areas:
        for criterion in area.criteria:
            for question in criterion.questions:
                yield criterion.id, question


def _ratings(frame: Frame) -> Iterator[Made[QuestionResult]]:
    """Yield what the rules give each dimension and in all, and beside it what is adjusted."""
    for id in frame.result.framework.dimensions:
        name = words.dimension(id, frame.lang)
        yield Column(name, 10, "whole"), partial(_rating, id)
        if _rated(frame):
            yield Column(frame.say("x_adjusted", name=name), 10, "whole"), partial(_adjusted, id)
    yield frame.column("c_points", 9, "tenth"), lambda it: _relevant(it, it.points)
    if _rated(frame):
        head = frame.say("x_adjusted", name=frame.say("c_points"))
        yield Column(head, 10, "tenth"), lambda it: it.adjusted


def _reasons(frame: Frame, question: QuestionResult) -> str:
    if question.status == "not_relevant":
        return frame.say("not_relevant_all")
    if not question.coverage.answered:
        return frame.say("nothing_known")
    reasons = (
        f"{words.dimension(it.dimension, frame.lang)} {it.points}: {it.reason}"
        for it in question.contributions
    )
    return "\n".join(reasons) or frame.say("no_reason")


def adjustments(frame: Frame) -> Sheet | None:
    """Return the sheet of adjustments; None where nothing is adjusted."""
    made: list[Made[Change]] = [
        (frame.column("c_question", 11), lambda it: it.question),
        (frame.column("x_what", 18), lambda it: it.what),
        (frame.column("x_own", 46), lambda it: it.own),
        (frame.column("x_to", 46), lambda it: it.to),
        (frame.column("x_because", 60), lambda it: it.reason),
        (frame.column("x_by", 24), lambda it: it.by),
    ]
    found = table("kompass_justeringer", _changes(frame), made)
    lines = list(adjusted_total(frame.result, frame.lang))
    return frame.sheet("x_adjustments", found, lines=lines) if found else None


def _changes(frame: Frame) -> Iterator[Change]:
    for _, question in _asked(frame):
        for id, rating in question.ratings.items():
            if it := rating.adjusted:
                name = words.dimension(id, frame.lang)
                yield Change(question.id, name, rating.points, it.to, it.reason, it.by)
    for found in frame.result.findings:
        if was := found.adjusted:
            place, what = found.question or found.criterion, frame.say("x_finding_reworded")
            yield Change(place, what, was.was, found.text, was.reason, was.by)
    for out in frame.result.suppressed:
        place = out.finding.question or out.finding.criterion
        what = frame.say("x_finding_out")
        yield Change(place, what, out.finding.text, None, out.reason, out.by)


def about(frame: Frame) -> Sheet:
    """Return the sheet that says what the workbook was made from."""
    made: list[Made[tuple[str, str]]] = [
        (frame.column("c_what", 24), lambda it: it[0]),
        (frame.column("c_value", 100), lambda it: it[1]),
    ]
    notes: list[Made[Note]] = [
        (frame.column("x_code", 24), lambda it: it.code),
        (frame.column("x_remark", 100), lambda it: it.text),
        (frame.column("x_fact", 44), lambda it: it.fact),
    ]
    return frame.sheet(
        "x_about",
        table("kompass_om", _provenance(frame), made),
        table("kompass_merknader", frame.result.notes, notes, caption=frame.say("notes")),
        lines=[frame.result.notice],
    )


def _provenance(frame: Frame) -> Iterator[tuple[str, str]]:
    result, framework = frame.result, frame.result.framework
    yield frame.say("x_municipality"), f"{frame.place} ({result.municipality['number']})"
    yield frame.say("x_date"), result.date
    yield frame.say("p_framework"), f"{framework.name} ({framework.id})"
    yield frame.say("p_content"), framework.content
    yield frame.say("x_content_hash"), framework.sha256
    yield frame.say("p_rules"), framework.rules_sha256
    yield frame.say("p_answers"), result.answers_sha256
    yield frame.say("p_program"), f"{result.generator.name} {result.generator.version}"
    yield frame.say("p_engine"), result.generator.engine


def _rated(frame: Frame) -> bool:
    return frame.result.total.adjusted is not None


def _covered(it: Numbers, value: Cell, otherwise: Cell = None) -> Cell:
    left_out = isinstance(it, (AreaResult, CriterionResult)) and it.status == "not_covered"
    return otherwise if left_out else value


def _relevant(it: QuestionResult, value: Cell) -> Cell:
    return value if it.status == "assessed" else None


def _share(it: Numbers) -> Cell:
    return it.points / it.reachable if it.reachable else None


def _rating(dimension: str, it: QuestionResult) -> Cell:
    rating = it.ratings.get(dimension)
    return rating.points if rating else None


def _adjusted(dimension: str, it: QuestionResult) -> Cell:
    rating = it.ratings.get(dimension)
    return rating.adjusted.to if rating and rating.adjusted else None
