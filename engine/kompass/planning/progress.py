"""How far each step of a plan has come, by later answers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kompass.assessment.form import WORST
from kompass.assessment.standing import Standing
from kompass.assessment.steps import is_planned
from kompass.model.base import Lang
from kompass.model.content import Content
from kompass.model.framework import UNKNOWN
from kompass.model.plan import Plan, PlannedStep
from kompass.model.status import Progress, Slipped, StepStatus

_KINDS = ("reached", "further", "planned", "missing", "fallen", "unknown")


def step_statuses(plan: Plan, standing: Standing, today: date, lang: Lang) -> Iterator[StepStatus]:
    """Yield how each step stands, in the order of the plan.

    Args:
        plan: The plan.
        standing: Where the municipality stands now.
        today: The day of the answers.
        lang: The language of titles and roles; the plan's own words are kept in its language.
    """
    for step in plan.steps:
        yield _status(step, standing, today, _words(plan, step, standing, lang))


def is_known(content: Content, fact: str, value: str) -> bool:
    """Tell whether the content still has a fact and one of its values."""
    return fact in content.facts and value in content.answer_set(fact).values


def _status(
    step: PlannedStep, standing: Standing, today: date, words: tuple[str, str]
) -> StepStatus:
    facts: dict[str, list[str]] = {kind: [] for kind in _KINDS}
    for fact, value in step.changes.items():
        if kind := _kind(standing, fact, value, step.was.get(fact)):
            facts[kind].append(fact)
    reached, short = facts["reached"], [*facts["further"], *facts["planned"]]
    absent = [*short, *facts["missing"], *facts["fallen"]]
    progress: Progress
    if reached and not (absent or facts["unknown"]):
        progress = "done"
    elif reached or short:
        progress = "under_way"
    else:
        progress = "unknown" if facts["unknown"] or not absent else "not_begun"
    proven = standing.sheet.proven(standing.instrument.content)
    title, responsible = words
    return StepStatus(
        id=step.id,
        title=title,
        criterion=step.criterion,
        question=step.question,
        responsible=responsible,
        end=step.end,
        progress=progress,
        **{kind: tuple(found) for kind, found in facts.items()},
        documented=bool(reached) and all(fact in proven for fact in reached),
        late=bool(absent) and step.end < today,
        early=progress == "done" and step.end > today,
        expected=step.expected,
    )


def _kind(standing: Standing, fact: str, value: str, was: str | None) -> str | None:
    """Return how far a fact has come; None where the content no longer has it or its value."""
    content = standing.instrument.content
    if not is_known(content, fact, value):
        return None
    answer_set, rank = content.answer_set(fact), standing.rank(fact)
    # A follow-up that was not asked would have begun at its worst, and cannot fall below that.
    had = was in answer_set.values
    before = answer_set.rank(was) if was is not None and had else WORST
    if rank == UNKNOWN:
        return "unknown"
    if rank >= answer_set.rank(value):
        return "reached"
    if had and rank < before:
        return "fallen"
    if is_planned(standing, fact):
        return "planned"
    return "further" if rank > before else "missing"


def _words(plan: Plan, step: PlannedStep, standing: Standing, lang: Lang) -> tuple[str, str]:
    """Return the title and the responsible of a step: the plan's own in its language."""
    content = standing.instrument.content
    known = content.steps.get(step.id)
    if plan.lang == lang or known is None:
        return step.title, step.responsible
    role = content.roles.get(step.role)
    title = (known.finish if step.under_way else known.title)(lang)
    return title, role(lang) if role else step.responsible


def slipped(standing: Standing, today: date, lang: Lang) -> Iterator[Slipped]:
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
