"""What-if: the same municipality with other answers, and what moves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kompass.assessment.assess import describe
from kompass.assessment.form import WORST
from kompass.assessment.instrument import Instrument
from kompass.assessment.sheet import make_sheet
from kompass.assessment.standing import Standing
from kompass.model.answers import Answer, Answers
from kompass.model.base import Lang
from kompass.model.framework import NOT_ASKED
from kompass.model.result import Finding, Result


@dataclass(frozen=True)
class Moves:
    """What differs between two results of the same framework.

    Attributes:
        before: The result as it is.
        after: The result with the changes.
        appeared: Findings that came.
        disappeared: Findings that went.
        newly_asked: Follow-ups that became asked and have no answer yet.
    """

    before: Result
    after: Result
    appeared: tuple[Finding, ...]
    disappeared: tuple[Finding, ...]
    newly_asked: tuple[str, ...]


def with_changes(answers: Answers, changes: Mapping[str, str]) -> Answers:
    """Return answers in which some facts have another value; evidence and notes stay."""
    changed = dict(answers.answers)
    for fact, value in changes.items():
        before = changed.get(fact)
        changed[fact] = (
            before.model_copy(update={"value": value}) if before else Answer(value=value)
        )
    return answers.model_copy(update={"answers": changed})


def what_if(
    instrument: Instrument, answers: Answers, changes: Mapping[str, str], lang: Lang
) -> Moves:
    """Assess with and without some changes.

    Changes are taken at their word: any value can be set, upwards or downwards. A follow-up that
    becomes asked and is not set itself starts at its worst.

    Raises:
        EngineError: The evaluator failed.
    """
    before = Standing(instrument, make_sheet(instrument.content, answers))
    after, newly = with_follow_ups(before, answers, changes)
    changed = with_changes(answers, changes)
    first, second = describe(before, answers, lang), describe(after, changed, lang)
    old, new = {it.id: it for it in first.findings}, {it.id: it for it in second.findings}
    return Moves(
        before=first,
        after=second,
        appeared=tuple(it for id, it in new.items() if id not in old or old[id].text != it.text),
        disappeared=tuple(it for id, it in old.items() if id not in new or new[id].text != it.text),
        newly_asked=newly,
    )


def with_follow_ups(
    before: Standing, answers: Answers, changes: Mapping[str, str]
) -> tuple[Standing, tuple[str, ...]]:
    """Return where some changes lead, and the follow-ups that became asked and start at worst."""
    instrument = before.instrument
    wanted = make_sheet(instrument.content, with_changes(answers, changes))
    stated = dict(wanted.stated)
    newly: list[str] = []
    for question, form in instrument.forms.items():
        asked_before = set(form.asked(before.questions[question].known))
        asked_after = form.asked(form.known(wanted.stated))
        for fact in asked_after:
            if fact not in asked_before and fact not in changes and before.rank(fact) == NOT_ASKED:
                stated[fact] = WORST
                newly.append(fact)
    return Standing(instrument, replace(wanted, stated=stated)), tuple(newly)
