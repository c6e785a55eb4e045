"""Reads a plan against later answers: facts decide what is done, not opinions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kompass.assessment.assess import TOTAL, add_up
from kompass.assessment.form import WORST
from kompass.assessment.standing import Standing
from kompass.assessment.steps import is_planned
from kompass.errors import UsageError
from kompass.model.answers import Answers
from kompass.model.base import Lang
from kompass.model.framework import UNKNOWN
from kompass.model.plan import Plan, PlannedStep, PlanNote
from kompass.model.status import (
    STATUS_SCHEMA,
    Outcome,
    PlanStatus,
    Progress,
    Slipped,
    StepStatus,
)
from kompass.planning import wording


def follow_up(plan: Plan, standing: Standing, answers: Answers, lang: Lang) -> PlanStatus:
    """Return how a plan went.

    Args:
        plan: The plan.
        standing: Where the municipality stands now.
        answers: The answers that stands on.
        lang: The language of every text that is not the plan's own.

    Raises:
        UsageError: The answers are another municipality's.
    """
    whose, own = plan.municipality.get("number"), answers.municipality.number
    if whose != own:
        raise UsageError(f"Planen gjelder kommune {whose}, svarene gjelder {own}.")
    content, today = standing.instrument.content, answers.date
    tallies = add_up(standing)
    ended = [period for period in plan.periods if period.end <= today]
    total = float(tallies[TOTAL].points)
    questions = {
        id: Outcome(
            before=level.before,
            planned=level.after,
            came=float(standing.questions[id].tally.points),
        )
        for id, level in plan.questions.items()
        if id in standing.questions
    }
    inside = sum(it.came - it.before for it in questions.values())
    return PlanStatus(
        schema_id=STATUS_SCHEMA,
        lang=lang,
        notice=content.notice(lang),
        municipality=answers.municipality.model_dump(exclude_none=True),
        planned=plan.date,
        date=today.isoformat(),
        ended=len(ended),
        periods=len(plan.periods),
        expected=ended[-1].points if ended else plan.total.before,
        total=Outcome(before=plan.total.before, planned=plan.total.after, came=total),
        areas={
            id: Outcome(before=level.before, planned=level.after, came=float(tallies[id].points))
            for id, level in plan.areas.items()
            if id in tallies
        },
        area_names={area.id: area.name(lang) for area in content.areas},
        questions=questions,
        # Floats of exact numbers: what is less than a thousandth of a point is not there.
        outside=round(total - plan.total.before - inside, 3) + 0.0,
        steps=tuple(_step(step, standing, today) for step in plan.steps),
        slipped=tuple(_slipped(standing, today, lang)),
        notes=tuple(_notes(plan, standing, today, lang)),
    )


def _step(step: PlannedStep, standing: Standing, today: date) -> StepStatus:
    content = standing.instrument.content
    proven = standing.sheet.proven(content)
    reached, further, missing, unknown = [], [], [], []
    for fact, value in step.changes.items():
        if fact not in content.facts or value not in content.answer_set(fact).values:
            continue
        rank, answer_set = standing.rank(fact), content.answer_set(fact)
        was = step.was.get(fact)
        from_rank = answer_set.rank(was) if was in answer_set.values else WORST
        if rank == UNKNOWN:
            unknown.append(fact)
        elif rank >= answer_set.rank(value):
            reached.append(fact)
        elif rank > from_rank:
            further.append(fact)
        else:
            missing.append(fact)
    progress: Progress
    if reached and not (further or missing or unknown):
        progress = "done"
    elif reached or further:
        progress = "under_way"
    else:
        progress = "unknown" if unknown else "not_begun"
    return StepStatus(
        id=step.id,
        title=step.title,
        criterion=step.criterion,
        question=step.question,
        responsible=step.responsible,
        end=step.end,
        progress=progress,
        reached=tuple(reached),
        further=tuple(further),
        missing=tuple(missing),
        unknown=tuple(unknown),
        documented=bool(reached) and all(fact in proven for fact in reached),
        late=progress != "done" and step.end < today,
        early=progress == "done" and step.end > today,
        expected=step.expected,
    )


def _slipped(standing: Standing, today: date, lang: Lang) -> Iterator[Slipped]:
    """Yield what was to be in use by now and is still only planned, the oldest first."""
    facts = standing.instrument.content.facts
    days = {fact: date.fromisoformat(due) for fact, due in standing.sheet.due.items()}
    for fact, due in sorted(days.items(), key=lambda it: (it[1], it[0])):
        if due < today and is_planned(standing, fact):
            months = 12 * (today.year - due.year) + today.month - due.month
            yield Slipped(
                fact=fact,
                text=facts[fact].text(lang),
                due=due,
                months=months - (today.day < due.day),
            )


def _notes(plan: Plan, standing: Standing, today: date, lang: Lang) -> Iterator[PlanNote]:
    content, framework = standing.instrument.content, standing.instrument.framework
    if plan.framework.id != framework.id:
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
            if fact not in content.facts:
                text = wording.GONE(lang).format(fact=fact, step=step.id)
                yield PlanNote(code="gone", step=step.id, text=text)
