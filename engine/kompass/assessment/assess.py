"""Assessment: from an answers file to a whole result."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from fractions import Fraction
from functools import reduce
from operator import add
from typing import Any

from kompass import __version__
from kompass.assessment import wording
from kompass.assessment.adjust import Adjustments
from kompass.assessment.findings import find
from kompass.assessment.instrument import Instrument
from kompass.assessment.sheet import make_sheet
from kompass.assessment.standing import QuestionStanding, Standing, Tally
from kompass.assessment.steps import is_planned, offers, step_result
from kompass.inference.expression import because
from kompass.model.answers import Answers
from kompass.model.base import Lang
from kompass.model.framework import NOT_ASKED, UNKNOWN, Area, Criterion
from kompass.model.result import (
    RESULT_SCHEMA,
    AreaResult,
    Contribution,
    Coverage,
    CriterionResult,
    FindOut,
    FrameworkInfo,
    Generator,
    Note,
    Numbers,
    QuestionResult,
    Rating,
    Result,
    UnderWay,
)

TOTAL = "total"


def stand(instrument: Instrument, answers: Answers, before: Standing | None = None) -> Standing:
    """Settle and score an answers file.

    Args:
        instrument: The framework to assess with.
        answers: The answers.
        before: Where earlier answers on the same instrument left the municipality; what has not
            changed since is not settled again.
    """
    return Standing(instrument, make_sheet(instrument.content, answers), before)


def assess(instrument: Instrument, answers: Answers, lang: Lang = "nb") -> Result:
    """Assess a municipality.

    Args:
        instrument: The framework, its content and the evaluator that decides.
        answers: An answers file that `kompass.intake` has accepted.
        lang: The language of every text in the result.

    Returns:
        Points, findings and next steps. The same input gives the same result, byte for byte.

    Raises:
        EngineError: The evaluator failed.
    """
    return describe(stand(instrument, answers), answers, lang)


def describe(standing: Standing, answers: Answers, lang: Lang) -> Result:
    """Return the result of a standing."""
    instrument = standing.instrument
    content = instrument.content
    found = find(standing, lang)
    changes = Adjustments(standing, answers.adjustments)
    findings, suppressed = changes.findings(found)
    tallies = add_up(standing)
    areas = tuple(_area(standing, area, tallies, changes, lang) for area in content.areas)
    return Result(
        schema_id=RESULT_SCHEMA,
        lang=lang,
        notice=content.notice(lang),
        framework=framework_info(instrument, lang),
        generator=generator(instrument),
        answers_sha256=answers_digest(answers),
        municipality=answers.municipality.model_dump(exclude_none=True),
        date=answers.date.isoformat(),
        total=Numbers(**_fields(tallies[TOTAL]), adjusted=changes.total(standing.questions)),
        areas=areas,
        findings=findings,
        next_steps=tuple(step_result(standing, it, findings, lang) for it in offers(standing)),
        suppressed=suppressed,
        find_out_first=find_out_first(standing, lang),
        under_way=_under_way(standing, lang),
        notes=_notes(standing, answers, lang) + changes.notes(found, lang),
    )


def framework_info(instrument: Instrument, lang: Lang) -> FrameworkInfo:
    """Return which version of which content an instrument decides by."""
    content, framework = instrument.content, instrument.framework
    return FrameworkInfo(
        id=framework.id,
        name=framework.name(lang),
        content=content.version,
        sha256=content.sha256,
        rules_sha256=content.rules_sha256,
        dimensions=instrument.dimensions,
    )


def generator(instrument: Instrument) -> Generator:
    """Return what makes a result: this kompass, and the engine that decides."""
    return Generator(name="kompass", version=__version__, engine=instrument.evaluator.name)


def answers_digest(answers: Answers) -> str:
    """Return the hash of answers in canonical form: parsed, NFC, sorted, unknown left out."""
    dumped = answers.model_dump(
        mode="json", by_alias=True, exclude_none=True, exclude={"schema_uri", "extensions"}
    )
    text = json.dumps(dumped, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()


def _fields(tally: Tally) -> dict[str, Any]:
    return {
        "points": float(tally.points),
        "documented": float(tally.documented),
        "low": float(tally.low),
        "high": float(tally.high),
        "reachable": float(tally.reachable),
        "max": float(tally.max),
        "coverage": Coverage(asked=tally.asked, answered=tally.answered, documented=tally.proven),
    }


def add_up(standing: Standing) -> Mapping[str, Tally]:
    """Return what every criterion and area adds up to, by its id, and `TOTAL`."""
    tallies: dict[str, Tally] = {}
    for area in standing.instrument.content.areas:
        tallies |= add_up_area(standing, area)
    areas = (tallies[area.id] for area in standing.instrument.content.areas)
    tallies[TOTAL] = reduce(add, areas, Tally())
    return tallies


def add_up_area(standing: Standing, area: Area) -> dict[str, Tally]:
    """Return what each criterion of an area adds up to, by its id, and the area."""
    tallies: dict[str, Tally] = {}
    for criterion in area.criteria:
        asked = standing.instrument.framework.questions[criterion.id]
        nothing = Tally() if asked else Tally(max=Fraction(criterion.max))
        parts = (standing.questions[question].tally for question in asked)
        tallies[criterion.id] = reduce(add, parts, nothing)
    tallies[area.id] = reduce(add, tallies.values(), Tally())
    return tallies


def _area(
    standing: Standing,
    area: Area,
    tallies: Mapping[str, Tally],
    changes: Adjustments,
    lang: Lang,
) -> AreaResult:
    criteria = tuple(_criterion(standing, it, tallies, changes, lang) for it in area.criteria)
    asked = (it for c in area.criteria for it in standing.instrument.framework.questions[c.id])
    covered = any(it.status == "assessed" for it in criteria)
    return AreaResult(
        id=area.id,
        name=area.name(lang),
        status="assessed" if covered else "not_covered",
        criteria=criteria,
        adjusted=changes.total(asked),
        **_fields(tallies[area.id]),
    )


def _criterion(
    standing: Standing,
    criterion: Criterion,
    tallies: Mapping[str, Tally],
    changes: Adjustments,
    lang: Lang,
) -> CriterionResult:
    asked = standing.instrument.framework.questions[criterion.id]
    return CriterionResult(
        id=criterion.id,
        name=criterion.name(lang),
        status="assessed" if asked else "not_covered",
        questions=tuple(_question(standing, standing.questions[it], changes, lang) for it in asked),
        adjusted=changes.total(asked),
        **_fields(tallies[criterion.id]),
    )


def _question(
    standing: Standing, place: QuestionStanding, changes: Adjustments, lang: Lang
) -> QuestionResult:
    instrument = standing.instrument
    ratings: dict[str, Rating] = {}
    if place.relevant:
        low = instrument.score(place.question, place.known).ratings
        high = instrument.score(place.question, place.best).ratings
        ratings = {
            it: Rating(points=low[it], high=high[it], adjusted=changes.rating(place.question, it))
            for it in instrument.dimensions
        }
    return QuestionResult(
        id=place.question,
        text=instrument.content.questions[place.question].text(lang),
        status="assessed" if place.relevant else "not_relevant",
        ratings=ratings,
        contributions=contributions(standing, place, lang),
        adjusted=changes.total((place.question,)),
        **_fields(place.tally),
    )


def contributions(
    standing: Standing, place: QuestionStanding, lang: Lang
) -> tuple[Contribution, ...]:
    """Return what each score rule gave to a question, and why."""
    instrument = standing.instrument
    if not place.relevant:
        return ()
    fired = instrument.score(place.question, place.known).fired
    expressions = instrument.score_partition(place.question).rules
    return tuple(
        Contribution(
            rule=case.id,
            dimension=rule.dimension,
            points=case.points,
            reason=case.reason(lang),
            because=because(expressions[case.id], place.known),
        )
        for rule in instrument.content.score_rules_of[place.question]
        for case in rule.cases
        if case.id in fired
    )


def find_out_first(standing: Standing, lang: Lang) -> tuple[FindOut, ...]:
    """Return unknown facts that can be asked now, those that decide most points first.

    A fact decides the part of its question's interval that would go if the answer turned out to
    be the worst one.
    """
    instrument, content = standing.instrument, standing.instrument.content
    found = []
    for question, place in standing.questions.items():
        if not place.relevant:
            continue
        form = instrument.forms[question]
        for name in form.asked(place.known):
            if place.known[name] != UNKNOWN:
                continue
            without = form.best({**standing.sheet.stated, name: 1})
            fact = content.facts[name]
            found.append(
                FindOut(
                    fact=name,
                    question=question,
                    text=fact.text(lang),
                    asks=tuple(content.roles[role](lang) for role in fact.asks),
                    decides=float(place.tally.high - instrument.points(question, without)),
                )
            )
    return tuple(sorted(found, key=lambda it: (-it.decides, it.fact)))


def _under_way(standing: Standing, lang: Lang) -> tuple[UnderWay, ...]:
    content = standing.instrument.content
    finish: dict[str, str] = {}
    for step in content.steps.values():
        for name in step.changes:
            finish.setdefault(name, step.finish(lang))
    return tuple(
        UnderWay(
            fact=name,
            question=question,
            text=finish.get(name) or content.facts[name].text(lang),
            due=standing.sheet.due.get(name),
        )
        for question in standing.instrument.framework.asked
        for name in content.questions[question].facts
        if standing.rank(name) > NOT_ASKED and is_planned(standing, name)
    )


def _notes(standing: Standing, answers: Answers, lang: Lang) -> tuple[Note, ...]:
    content = standing.instrument.content
    framework = standing.instrument.framework
    notes: list[Note] = []
    asked = set(framework.asked)
    for name in sorted(answers.answers):
        if name in content.facts and content.facts[name].question not in asked:
            text = wording.OTHER_FRAMEWORK(lang).format(fact=name, framework=framework.name(lang))
            notes.append(Note(code="other_framework", fact=name, text=text))
    for question, reason in sorted(standing.sheet.not_relevant.items()):
        if question in asked:
            text = wording.NOT_RELEVANT(lang).format(question=question, reason=reason)
            notes.append(Note(code="not_relevant", text=text))
    for name in standing.set_aside():
        question = content.facts[name].question
        relevant = standing.questions[question].relevant
        sentence = wording.SET_ASIDE if relevant else wording.SET_ASIDE_NOT_RELEVANT
        text = sentence(lang).format(fact=name, question=question)
        notes.append(Note(code="set_aside", fact=name, text=text))
    if standing.instrument.evaluator.name == "reference":
        notes.append(Note(code="reference_engine", text=wording.ENGINE(lang)))
    return tuple(notes)
