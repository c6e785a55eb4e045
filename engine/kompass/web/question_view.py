"""A question as a page shows it: its facts, which of them apply, and the points so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kompass.assessment.standing import Tally
from kompass.errors import did_you_mean
from kompass.model.base import Lang
from kompass.storage.entries import Entry
from kompass.storage.errors import NotFoundError
from kompass.web.fact_form import Typed
from kompass.web.fact_view import FactView, fact_view, in_words
from kompass.web.live import Live
from kompass.web.selection import Selection


@dataclass(frozen=True)
class Slot:
    """The place of one fact on a page: empty as long as it does not apply."""

    fact: str
    view: FactView | None


@dataclass(frozen=True)
class QuestionView:
    """One question on a page.

    Attributes:
        id: Its id.
        text: What is asked.
        why: Why it matters.
        slots: The places of its facts.
        relevant: False when it is set aside as not relevant.
        hidden: How many of its facts the selection leaves out.
        tally: Points and coverage.
    """

    id: str
    text: str
    why: str
    slots: tuple[Slot, ...]
    relevant: bool
    hidden: int
    tally: Tally


@dataclass(frozen=True)
class Unsaved:
    """What was typed and not saved: it had errors, or somebody else was quicker."""

    typed: Mapping[str, Typed]
    theirs: Mapping[str, Entry]


NOTHING_UNSAVED = Unsaved({}, {})


def visible(live: Live, question: str, selection: Selection) -> frozenset[str]:
    """Return the facts of a question that are to be shown.

    A question that is set aside shows the fact that sets it aside, so that it can be undone.
    """
    content = live.standing.instrument.content
    place = live.standing.questions[question]
    if place.relevant:
        shown = set(live.standing.instrument.forms[question].asked(place.known))
    else:
        shown = {it for it in content.questions[question].facts if content.facts[it].not_relevant}
    return frozenset(it for it in shown if selection.shows(it))


def question_view(
    live: Live,
    question: str,
    selection: Selection,
    lang: Lang,
    unsaved: Unsaved = NOTHING_UNSAVED,
) -> QuestionView:
    """Return a question for a page."""
    content = live.standing.instrument.content
    asked = content.questions[question]
    shown = visible(live, question, selection) | (set(asked.facts) & unsaved.typed.keys())
    slots = tuple(
        Slot(fact, _fact(live, fact, lang, unsaved) if fact in shown else None)
        for fact in asked.facts
    )
    place = live.standing.questions[question]
    return QuestionView(
        id=question,
        text=asked.text(lang),
        why=asked.why(lang),
        slots=slots,
        relevant=place.relevant,
        hidden=sum(not selection.shows(it) for it in asked.facts),
        tally=place.tally,
    )


def _fact(live: Live, fact: str, lang: Lang, unsaved: Unsaved) -> FactView:
    content = live.standing.instrument.content
    view = fact_view(content, fact, live.entries.get(fact), lang, unsaved.typed.get(fact))
    theirs = unsaved.theirs.get(fact)
    return replace(view, theirs=in_words(content, fact, theirs, lang)) if theirs else view


def questions_of(live: Live, scope: str) -> tuple[str, ...]:
    """Return the questions of a page: one, or those of a criterion.

    Raises:
        NotFoundError: There is no such question or criterion in this framework.
    """
    framework = live.standing.instrument.framework
    if scope in framework.asked:
        return (scope,)
    if found := framework.questions.get(scope, ()):
        return found
    hint = did_you_mean(scope, [*framework.asked, *framework.questions])
    raise NotFoundError(f"Det finnes ikke noe spørsmål {scope[:20]} i denne versjonen.{hint}")
