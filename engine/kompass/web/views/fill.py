"""Filling in: a question or a whole criterion at a time, saved while people type."""

from __future__ import annotations

from datetime import UTC, datetime

from starlette.responses import Response

from kompass.model.framework import UNKNOWN
from kompass.storage.errors import NotFoundError
from kompass.web.ask import Ask, RefusalError
from kompass.web.fact_form import Typed, read_typed
from kompass.web.fact_view import FactView, fact_view, in_words
from kompass.web.live import Live
from kompass.web.question_view import (
    NOTHING_UNSAVED,
    Unsaved,
    question_view,
    questions_of,
    visible,
)
from kompass.web.saving import Saved, save_typed
from kompass.web.selection import Selection, select, selections

_STATUS = {"saved": 200, "unchanged": 200, "theirs": 200, "invalid": 422, "conflict": 409}


def fill(ask: Ask) -> Response:
    """Show a question, or a whole criterion, to fill in."""
    return _page(ask, ask.live(), NOTHING_UNSAVED)


def begin(ask: Ask) -> Response:
    """Go to the first question of a selection that has something left, or to the first of all."""
    live = ask.live()
    selection = select(live, ask.query("utvalg"), ask.lang)
    wanted = [it for it in selection.questions if _has_left(live, it, selection)]
    chosen = next(iter([*wanted, *selection.questions]), None)
    if chosen is None:
        return ask.page("none_left.html", live=live, id=ask.id, selection=selection)
    return ask.go(address(live, chosen, selection))


def _has_left(live: Live, question: str, selection: Selection) -> bool:
    return (
        any(live.standing.rank(fact) == UNKNOWN for fact in visible(live, question, selection))
        and live.standing.questions[question].relevant
    )


def save_page(ask: Ask) -> Response:
    """Save everything on a page at once: what a browser without JavaScript does."""
    live, scope = ask.live(), ask.path("scope")
    selection = select(live, ask.query("utvalg"), ask.lang)
    before = [visible(live, it, selection) for it in questions_of(live, scope)]
    typed: dict[str, Typed] = {}
    theirs = {}
    for question in questions_of(live, scope):
        for fact in ask.site.content.questions[question].facts:
            if found := read_typed(ask.form, fact):
                done = save_typed(ask.site, live, found, ask.lang, ask.by)
                if done.kind == "conflict" and done.entry:
                    theirs[fact] = done.entry
                if not done.confirmed:
                    typed[fact] = found
    live = ask.live()
    if typed:
        return _page(ask, live, Unsaved(typed, theirs), 409 if theirs else 422)
    after = [visible(live, it, selection) for it in questions_of(live, scope)]
    following = _beside(live, scope, selection)[1]
    new = any(now - then for then, now in zip(before, after, strict=True))
    if ask.field("go") == "next" and following and not new:
        return ask.go(address(live, following, selection))
    return ask.go(address(live, scope, selection) + "&lagret=1")


def save_fact(ask: Ask) -> Response:
    """Save one answer, and tell the page what that changes on it."""
    live, fact = ask.live(), ask.path("fact")
    content = ask.site.content
    if fact not in content.facts or content.facts[fact].question not in live.standing.questions:
        raise NotFoundError(f"Det finnes ikke noe faktum {fact[:60]} i denne versjonen.")
    typed = read_typed(ask.form, fact)
    if typed is None:
        raise RefusalError(400, "bad_form")
    question = content.facts[fact].question
    selection = select(live, ask.query("utvalg"), ask.lang)
    before = visible(live, question, selection)
    done = save_typed(ask.site, live, typed, ask.lang, ask.by)
    if not ask.live_save:
        if not done.confirmed:
            theirs = {fact: done.entry} if done.kind == "conflict" and done.entry else {}
            return _page(ask, live, Unsaved({fact: typed}, theirs), _STATUS[done.kind], question)
        return ask.go(address(live, question, selection) + "&lagret=1")
    live = ask.live()
    swap = dict(_swap(ask, live, done, selection, before))
    base = (done.entry.revision if done.entry else 0) if done.confirmed else typed.base
    status = "saved" if done.kind == "theirs" else done.kind
    answer = {"status": status, "message": _message(ask, done), "base": str(base), "swap": swap}
    return ask.json(answer, _STATUS[done.kind])


def _message(ask: Ask, done: Saved) -> str:
    if done.kind == "conflict":
        return ask.say("conflict")
    if done.kind == "invalid":
        return ask.say("not_saved")
    now = datetime.now(tz=UTC).astimezone()
    return ask.say("saved_at", time=now.strftime("%H:%M:%S"))


def _swap(
    ask: Ask, live: Live, done: Saved, selection: Selection, before: frozenset[str]
) -> dict[str, str]:
    """Return the parts of the page that are to be written anew, by the id of their element."""
    fact, content = done.typed.fact, ask.site.content
    question = content.facts[fact].question
    conflicted = done.kind == "conflict" and done.entry
    view = fact_view(content, fact, done.entry, ask.lang, done.typed)
    theirs = in_words(content, fact, done.entry, ask.lang) if conflicted and done.entry else None
    swap = {
        f"errors-{fact}": ask.part("_errors.html", fact=view),
        f"conflict-{fact}": ask.part("_conflict.html", fact=view, theirs=theirs),
    }
    if not done.confirmed:
        return swap
    swap |= {f"meta-{fact}": ask.part("_meta.html", fact=view, id=ask.id)}
    now = visible(live, question, selection)
    for other in content.questions[question].facts:
        if (other in now) != (other in before) and other != fact:
            swap[f"slot-{other}"] = _slot(ask, live, other, selection) if other in now else ""
    if done.kind == "theirs":
        theirs_view = fact_view(content, fact, live.entries.get(fact), ask.lang)
        swap[f"fact-{fact}"] = ask.part("_fact_inner.html", fact=theirs_view, id=ask.id)
    swap[f"points-{question}"] = ask.part(
        "_points.html", tally=live.standing.questions[question].tally
    )
    swap["score"] = ask.part("_score.html", **_score(ask, live, question))
    return swap


def _slot(ask: Ask, live: Live, fact: str, selection: Selection) -> str:
    view: FactView = fact_view(ask.site.content, fact, live.entries.get(fact), ask.lang)
    return ask.part("_fact.html", fact=view, id=ask.id, selection=selection)


def _score(ask: Ask, live: Live, question: str) -> dict[str, object]:
    area = next(
        area
        for area in ask.site.content.areas
        if question in {it.id for it in ask.site.content.questions_of(area)}
    )
    return {"live": live, "area": area, "id": ask.id}


def _beside(live: Live, scope: str, selection: Selection) -> tuple[str | None, str | None]:
    """Return the page before and the page after, both of the same size as this one."""
    questions = questions_of(live, scope)
    before = selection.before(live, questions[0])
    after = selection.after(live, questions[-1])
    if scope not in live.standing.questions:  # a criterion
        home = live.standing.instrument.content.questions
        return (before and home[before].criterion), (after and home[after].criterion)
    return before, after


def address(live: Live, scope: str, selection: Selection) -> str:
    """Return where a question or a criterion is filled in."""
    return f"/v/{live.assessment.id}/fyll-ut/{scope}?utvalg={selection.code}"


def _page(
    ask: Ask, live: Live, unsaved: Unsaved, status: int = 200, scope: str | None = None
) -> Response:
    scope = scope or ask.path("scope")
    questions = questions_of(live, scope)
    selection = select(live, ask.query("utvalg"), ask.lang)
    before, after = _beside(live, scope, selection)
    content = ask.site.content
    criterion_id = content.questions[questions[0]].criterion
    score = _score(ask, live, questions[0])
    views = [question_view(live, it, selection, ask.lang, unsaved) for it in questions]
    return ask.page(
        "fill.html",
        status,
        **score,
        scope=scope,
        whole=scope not in live.standing.questions,
        questions=views,
        criterion=next(
            it for area in content.areas for it in area.criteria if it.id == criterion_id
        ),
        selection=selection,
        selections=list(selections(live, ask.lang)),
        before=before and address(live, before, selection),
        after=after and address(live, after, selection),
        position=_position(selection, questions[0]),
        unsaved=unsaved,
        saved=ask.query("lagret") == "1",
        form_address=address(live, scope, selection),
    )


def _position(selection: Selection, question: str) -> tuple[int, int] | None:
    """Return where a question stands in a selection, and how many there are."""
    if question not in selection.questions:
        return None
    return selection.questions.index(question) + 1, len(selection.questions)
