"""Reads a plan against later answers: facts decide what is done, not opinions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kompass.assessment.assess import answers_digest, stand
from kompass.assessment.standing import Standing
from kompass.errors import UsageError
from kompass.model.answers import Answers
from kompass.model.base import Lang
from kompass.model.plan import Plan, PlanNote
from kompass.model.status import STATUS_SCHEMA, PlanStatus
from kompass.planning import outcome, wording
from kompass.planning.progress import is_known, slipped, step_statuses

_DIGITS = 3
"""Decimals of the points outside the plan: what is less, is not there."""


def follow_up(
    plan: Plan, standing: Standing, answers: Answers, lang: Lang, before: Answers | None = None
) -> PlanStatus:
    """Return how a plan went.

    Args:
        plan: The plan.
        standing: Where the municipality stands now.
        answers: The answers that stands on.
        lang: The language of every text in it.
        before: The answers the plan was made from. They tell which questions outside the plan
            have moved, and why something that is done did not give what was expected.

    Raises:
        UsageError: The answers are another municipality's, or `before` is not what the plan was
            made from.
        EngineError: The evaluator failed.
    """
    _refuse(plan, answers, before, lang)
    content, today = standing.instrument.content, answers.date
    then = _then(plan, standing, before)
    ended = sum(period.end <= today for period in plan.periods)
    total = outcome.total(plan, standing, ended)
    questions = outcome.questions(plan, standing, ended)
    inside = sum(it.came - it.before for it in questions.values())
    steps = tuple(step_statuses(plan, standing, today, lang))
    comparable = _same_framework(plan, standing)
    lacking = outcome.shortfalls(plan, steps, questions, standing, then, ended)
    return PlanStatus(
        schema_id=STATUS_SCHEMA,
        lang=lang,
        notice=content.notice(lang),
        municipality=answers.municipality.model_dump(exclude_none=True),
        planned=plan.date,
        date=today.isoformat(),
        ended=ended,
        periods=len(plan.periods),
        comparable=comparable,
        total=total,
        areas=outcome.areas(plan, standing, ended),
        area_names={area.id: area.name(lang) for area in content.areas},
        questions=questions,
        outside=round(total.came - total.before - inside, _DIGITS) + 0.0,
        elsewhere=None if then is None else outcome.elsewhere(plan, standing, then),
        shortfalls=tuple(lacking) if comparable else (),
        steps=steps,
        slipped=tuple(slipped(standing, today, lang)),
        notes=tuple(_notes(plan, standing, today, lang)),
    )


def _refuse(plan: Plan, answers: Answers, before: Answers | None, lang: Lang) -> None:
    whose, own = plan.municipality.get("number"), answers.municipality.number
    if whose != own:
        raise UsageError(wording.OTHER_MUNICIPALITY(lang).format(plan=whose, answers=own))
    if before is not None and answers_digest(before) != plan.answers_sha256:
        raise UsageError(wording.OTHER_BEFORE(lang))


def _then(plan: Plan, standing: Standing, before: Answers | None) -> Standing | None:
    """Return where the municipality stood, by the rules of today; None when that cannot be told."""
    if before is None or not _same_framework(plan, standing):
        return None
    return stand(standing.instrument, before)


def _same_framework(plan: Plan, standing: Standing) -> bool:
    return plan.framework.id == standing.instrument.framework.id


def _notes(plan: Plan, standing: Standing, today: date, lang: Lang) -> Iterator[PlanNote]:
    content, framework = standing.instrument.content, standing.instrument.framework
    if not _same_framework(plan, standing):
        text = wording.OTHER_FRAMEWORK(lang)
        yield PlanNote(
            code="other_framework",
            text=text.format(old=plan.framework.name, new=framework.name(lang)),
        )
    elif plan.framework.rules_sha256 != content.rules_sha256:
        yield PlanNote(code="other_rules", text=wording.OTHER_RULES(lang))
    if today <= date.fromisoformat(plan.date):
        yield PlanNote(code="not_later", text=wording.NOT_LATER(lang))
    for step in plan.steps:
        for fact in step.changes:
            if not is_known(content, fact, step.changes[fact]):
                text = wording.GONE(lang).format(fact=fact, step=step.id)
                yield PlanNote(code="gone", step=step.id, text=text)
