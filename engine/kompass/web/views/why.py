"""Why a question has the points it has, and what would change them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starlette.responses import Response

from kompass.assessment.assess import contributions
from kompass.model.framework import UNKNOWN
from kompass.storage.errors import NotFoundError
from kompass.web.ask import Ask
from kompass.web.fact_view import proof_words, value_words
from kompass.web.live import Live


@dataclass(frozen=True)
class Reason:
    """What one rule gave, and the answers it looked at, in words."""

    dimension: str
    points: int
    text: str
    rule: str
    answers: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Change:
    """What one answer, one step better, would do to the question's points."""

    fact: str
    text: str
    now: str
    then: str
    meaning: str
    gain: float


def why(ask: Ask) -> Response:
    """Show why, and what would change it."""
    live, question = ask.live(), ask.path("question")
    if question not in live.standing.questions:
        raise NotFoundError("Det finnes ikke noe slikt spørsmål i denne versjonen.")
    place = live.standing.questions[question]
    content = ask.site.content
    result = ask.site.result(live, ask.lang)
    return ask.page(
        "why.html",
        live=live,
        id=ask.id,
        question=content.questions[question],
        tally=place.tally,
        relevant=place.relevant,
        ratings=_ratings(ask, live, question),
        reasons=list(_reasons(ask, live, question)),
        changes=sorted(_changes(ask, live, question), key=lambda it: -it.gain),
        findings=[it for it in result.findings if it.question == question],
        steps=[it for it in result.next_steps if _touches(ask, it.changes, question)],
    )


def _touches(ask: Ask, changes: object, question: str) -> bool:
    facts = ask.site.content.facts
    return any(facts[it].question == question for it in changes)  # type: ignore[attr-defined]


def _ratings(ask: Ask, live: Live, question: str) -> list[tuple[str, int, int]]:
    place, instrument = live.standing.questions[question], live.standing.instrument
    if not place.relevant:
        return []
    low = instrument.score(question, place.known).ratings
    high = instrument.score(question, place.best).ratings
    names = ask.site.content.dimensions
    return [(names[it](ask.lang), low[it], high[it]) for it in instrument.dimensions]


def _reasons(ask: Ask, live: Live, question: str) -> Iterator[Reason]:
    content = ask.site.content
    for it in contributions(live.standing, live.standing.questions[question], ask.lang):
        yield Reason(
            dimension=content.dimensions[it.dimension](ask.lang),
            points=it.points,
            text=it.reason,
            rule=it.rule,
            answers=tuple(_answer(ask, live, fact) for fact in it.because),
        )


def _answer(ask: Ask, live: Live, fact: str) -> tuple[str, str, str]:
    """Return a fact, its answer and its documentation, in words."""
    content, entry = ask.site.content, live.entries.get(fact)
    if fact not in content.facts:
        return fact, "", ""
    proof = ", ".join(proof_words(it) for it in entry.body.get("evidence", ())) if entry else ""
    value = value_words(content, fact, entry.body if entry else None, ask.lang)
    return content.facts[fact].text(ask.lang), value, proof


def _changes(ask: Ask, live: Live, question: str) -> Iterator[Change]:
    """Yield what each answer would give, one step better than it is or than the worst it can be."""
    content, instrument = ask.site.content, live.standing.instrument
    place, form = live.standing.questions[question], instrument.forms[question]
    if not place.relevant:
        return
    stated = live.standing.sheet.stated
    for fact in form.asked(place.known):
        rank, answers = place.known[fact], content.answer_set(fact)
        better = 1 if rank == UNKNOWN else rank + 1
        for wanted in range(better, answers.top + 1):
            after = form.known({**stated, **form.changed(stated, {fact: wanted}), fact: wanted})
            gain = instrument.points(question, after) - place.tally.points
            if gain > 0:
                value = answers.value(wanted)
                entry = live.entries.get(fact)
                yield Change(
                    fact=fact,
                    text=content.facts[fact].text(ask.lang),
                    now=value_words(content, fact, entry.body if entry else None, ask.lang),
                    then=value_words(content, fact, {"value": value}, ask.lang),
                    meaning=content.value_text(fact, value)(ask.lang),
                    gain=float(gain),
                )
                break
