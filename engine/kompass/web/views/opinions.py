"""Answering for oneself, before anybody sees what the others answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import quote

from starlette.responses import Response

from kompass.intake.answers import World
from kompass.storage.entries import Edit, Entry, Participant
from kompass.storage.errors import ConflictError, NotFoundError
from kompass.web.ask import Ask, RefusalError
from kompass.web.fact_form import Typed, body_of, read_typed
from kompass.web.fact_view import FactView, fact_view, in_words
from kompass.web.question_view import NOTHING_UNSAVED, Slot, Unsaved
from kompass.web.rounds import (
    OPINION,
    ROUND,
    Opinions,
    Round,
    asked,
    guard,
    opinions_of,
    progress,
    rounds_of,
)
from kompass.web.saving import Saved

_STATUS = {"saved": 200, "unchanged": 200, "theirs": 200, "invalid": 422, "conflict": 409}
_TRIES = 20
"""Times an answer is tried when people join its round at the same moment."""


@dataclass(frozen=True)
class Place:
    """Where somebody answers: who, in which round, and what they have answered."""

    who: Participant
    round: Round
    mine: Opinions


def begin(ask: Ask) -> Response:
    """Go to one's own answers; to who one is, first, where that is not known."""
    if ask.who is None:
        return ask.go("/hvem?fra=" + quote(ask.here_with()))
    return ask.go(_address(ask, ask.path("question"), ask.who))


def answer(ask: Ask) -> Response:
    """Show a question with one's own answers."""
    found = _place(ask)
    if isinstance(found, Response):
        return found
    return _page(ask, found, NOTHING_UNSAVED)


def save(ask: Ask) -> Response:
    """Save one answer, as the script does, or everything on the page."""
    place = _place(ask)
    if isinstance(place, Response):
        raise RefusalError(409, "round_is_closed")
    typed = [it for fact in place.round.facts if (it := read_typed(ask.form, fact))]
    if not typed:
        raise RefusalError(400, "bad_form")
    if ask.live_save:
        return _answer_script(ask, place, typed[0])
    before = _asked(ask, place.round, place.mine)
    done = [_save(ask, place, it) for it in typed]
    after = replace(place, mine=opinions_of(ask.site.workspace, ask.id, place.who.id))
    if left := {it.typed.fact: it for it in done if not it.confirmed}:
        theirs = {fact: it.entry for fact, it in left.items() if it.entry and it.kind == "conflict"}
        unsaved = Unsaved({fact: it.typed for fact, it in left.items()}, theirs)
        return _page(ask, after, unsaved, 409 if theirs else 422)
    follow_ups = set(_asked(ask, place.round, after.mine)) - set(before)
    if ask.field("go") == "next" and not follow_ups:
        return ask.go(_beside(ask, place)[1] or f"/v/{ask.id}/enighet")
    return ask.go(_address(ask, place.round.question, place.who) + "?lagret=1")


def _place(ask: Ask) -> Place | Response:
    """Return where somebody answers, or the way to another page.

    Raises:
        RefusalError: It is somebody else's page, or they are not asked.
        NotFoundError: There is no such round.
    """
    round = _rounds(ask).get(ask.path("question"))
    if round is None:
        raise NotFoundError(ask.say("no_round"))
    if ask.who is None or str(ask.who.id) != ask.path("participant"):
        raise RefusalError(403, "other_person")
    if not round.open:
        return ask.go(f"/v/{ask.id}/enighet/{round.question}")
    if ask.who.id not in round.people:
        raise RefusalError(403, "not_in_round")
    return Place(ask.who, round, opinions_of(ask.site.workspace, ask.id, ask.who.id))


def _rounds(ask: Ask) -> dict[str, Round]:
    framework = ask.site.workspace.assessment(ask.id).framework
    content = ask.site.content
    return rounds_of(ask.site.workspace, ask.id, content, content.frameworks[framework])


def _asked(ask: Ask, round: Round, mine: Opinions) -> tuple[str, ...]:
    instrument = ask.site.instrument(ask.site.workspace.assessment(ask.id).framework)
    return asked(ask.site.content, instrument.forms[round.question], round.facts, mine)


def _save(ask: Ask, place: Place, typed: Typed) -> Saved:
    """Save an answer, unless the round has been closed meanwhile.

    Raises:
        RefusalError: It has.
        StorageFullError: There is no room; nothing was saved.
    """
    standing = place.mine.get(typed.fact)
    if typed.choice == "theirs":
        return Saved("theirs", typed, standing)
    before = standing.body if standing else None
    body = body_of(typed, before, World(ask.site.content, ask.site.register), ask.lang)
    if typed.errors:
        return Saved("invalid", typed, standing)
    key, round = f"{OPINION}{place.who.id}/{typed.fact}", place.round
    for _ in range(_TRIES):
        edits = [guard(round), Edit(key, body, typed.base)]
        try:
            entry = ask.site.workspace.save(ask.id, edits, place.who.name)[key]
        except ConflictError as conflict:
            if not conflict.current or conflict.current.key != ROUND + round.question:
                return Saved("conflict", typed, conflict.current)
            round = _rounds(ask)[round.question]  # somebody has joined it, or closed it
            if not round.open:
                raise RefusalError(409, "round_is_closed") from None
            continue
        changed = (entry.revision if entry else 0) != typed.base or (body is None and typed.base)
        return Saved("saved" if changed else "unchanged", typed, entry)
    raise RefusalError(409, "changed_meanwhile")


def _answer_script(ask: Ask, place: Place, typed: Typed) -> Response:
    """Save one answer, and tell the page what that changes on it."""
    before = _asked(ask, place.round, place.mine)
    done = _save(ask, place, typed)
    base = (done.entry.revision if done.entry else 0) if done.confirmed else typed.base
    after = replace(place, mine=opinions_of(ask.site.workspace, ask.id, place.who.id))
    told = {
        "status": "saved" if done.kind == "theirs" else done.kind,
        "message": _message(ask, done),
        "base": str(base),
        "swap": _swap(ask, after, done, before),
    }
    return ask.json(told, _STATUS[done.kind])


def _message(ask: Ask, done: Saved) -> str:
    if done.kind in ("conflict", "invalid"):
        return ask.say("conflict" if done.kind == "conflict" else "not_saved")
    now = datetime.now(tz=UTC).astimezone()
    return ask.say("saved_at", time=now.strftime("%H:%M:%S"))


def _swap(ask: Ask, place: Place, done: Saved, before: tuple[str, ...]) -> dict[str, str]:
    """Return the parts of the page that are to be written anew, by the id of their element."""
    fact, content = done.typed.fact, ask.site.content
    common = {"id": ask.id, "blind": True}
    view = fact_view(content, fact, done.entry, ask.lang, done.typed)
    conflicted = done.kind == "conflict" and done.entry
    theirs = in_words(content, fact, done.entry, ask.lang) if conflicted and done.entry else None
    swap = {
        f"errors-{fact}": ask.part("_errors.html", fact=view),
        f"conflict-{fact}": ask.part("_conflict.html", fact=view, theirs=theirs),
    }
    if not done.confirmed:
        return swap
    swap |= {f"meta-{fact}": ask.part("_meta.html", fact=view, id=ask.id)}
    now = _asked(ask, place.round, place.mine)
    save_to = _address(ask, place.round.question, place.who)
    for other in (set(before) ^ set(now)) - {fact}:
        shown = fact_view(content, other, place.mine.get(other), ask.lang)
        part = ask.part("_opinion_fact.html", fact=shown, save_to=save_to, **common)
        swap[f"slot-{other}"] = part if other in now else ""
    if done.kind == "theirs":
        stands = fact_view(content, fact, place.mine.get(fact), ask.lang)
        swap[f"fact-{fact}"] = ask.part("_fact_inner.html", fact=stands, **common)
    swap["progress-mine"] = ask.say("blind_progress", **_counts(place, now))
    return swap


def _counts(place: Place, now: tuple[str, ...]) -> dict[str, int]:
    return {"answered": sum(it in place.mine for it in now), "asked": len(now)}


def _page(ask: Ask, place: Place, unsaved: Unsaved, status: int = 200) -> Response:
    content, question = ask.site.content, ask.site.content.questions[place.round.question]
    now = _asked(ask, place.round, place.mine)
    shown = {*now, *unsaved.typed}
    before, after = _beside(ask, place)
    return ask.page(
        "opinion.html",
        status,
        live=ask.live(),
        id=ask.id,
        blind=True,
        question=question,
        slots=[
            Slot(it, _fact(ask, place, it, unsaved) if it in shown else None)
            for it in question.facts
            if it in place.round.facts
        ],
        counts=_counts(place, now),
        save_to=_address(ask, question.id, place.who),
        before=before,
        after=after,
        unsaved=unsaved,
        saved=ask.query("lagret") == "1",
        content=content,
    )


def _fact(ask: Ask, place: Place, fact: str, unsaved: Unsaved) -> FactView:
    content, entry = ask.site.content, place.mine.get(fact)
    view = fact_view(content, fact, entry, ask.lang, unsaved.typed.get(fact))
    theirs: Entry | None = unsaved.theirs.get(fact)
    return replace(view, theirs=in_words(content, fact, theirs, ask.lang)) if theirs else view


def _beside(ask: Ask, place: Place) -> tuple[str | None, str | None]:
    """Return one's own answers to the question before, and after, among those that are open."""
    mine = [it for it in _rounds(ask).values() if it.open and place.who.id in it.people]
    names = [it.question for it in mine]
    at = names.index(place.round.question) if place.round.question in names else 0
    before = names[at - 1] if at else None
    after = names[at + 1] if at + 1 < len(names) else None
    return (
        before and _address(ask, before, place.who),
        after and _address(ask, after, place.who),
    )


def _address(ask: Ask, question: str, who: Participant) -> str:
    """Return where somebody answers: with who they are in it.

    What the browser keeps of unsaved text then never becomes the answer of whoever comes next.
    """
    return f"/v/{ask.id}/enighet/svar/{question}/{who.id}"


def first_left(ask: Ask, rounds: dict[str, Round], mine: Opinions) -> list[str]:
    """Return the questions somebody has not finished, in order."""
    if ask.who is None:
        return []
    instrument = ask.site.instrument(ask.site.workspace.assessment(ask.id).framework)
    return [
        it.question
        for it in rounds.values()
        if it.open
        and ask.who.id in it.people
        and progress(ask.site.content, instrument.forms[it.question], it.facts, mine) != "done"
    ]
