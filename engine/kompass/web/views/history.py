"""What has been answered before, and the way back to it."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.responses import Response

from kompass.storage.entries import Change, Edit
from kompass.storage.errors import NotFoundError
from kompass.web.ask import Ask
from kompass.web.fact_view import proof_words, value_words


@dataclass(frozen=True)
class Step:
    """A change in words."""

    change: Change
    fact: str
    question: str
    old: str
    new: str
    note: str
    evidence: tuple[str, ...]


def history(ask: Ask) -> Response:
    """Show how one answer has changed."""
    fact = _fact(ask)
    changes = ask.site.workspace.history(ask.id, fact)
    return ask.page(
        "history.html",
        live=ask.live(),
        id=ask.id,
        fact=ask.site.content.facts[fact],
        steps=[_step(ask, it) for it in changes],
    )


def latest(ask: Ask) -> Response:
    """Show what has changed lately in the whole assessment."""
    known = ask.site.content.facts
    changes = [it for it in ask.site.workspace.history(ask.id) if it.key in known]
    return ask.page(
        "latest.html", live=ask.live(), id=ask.id, steps=[_step(ask, it) for it in changes]
    )


def restore(ask: Ask) -> Response:
    """Let an answer be again what it was after one of its changes."""
    fact = _fact(ask)
    number = ask.field("change")
    change = ask.site.workspace.change(ask.id, int(number) if number.isdecimal() else 0)
    if change.key != fact:
        raise NotFoundError("Endringen gjelder et annet svar.")
    entry = ask.site.workspace.entry(ask.id, fact)
    edit = Edit(fact, change.new, entry.revision if entry else 0)
    ask.site.workspace.save(ask.id, [edit], ask.by, ask.say("restored_from"))
    return ask.go(f"/v/{ask.id}/historikk/{fact}?lagret=1")


def _fact(ask: Ask) -> str:
    fact = ask.path("fact")
    if fact not in ask.site.content.facts:
        raise NotFoundError(f"Det finnes ikke noe faktum {fact[:60]}.")
    return fact


def _step(ask: Ask, change: Change) -> Step:
    content = ask.site.content
    fact = content.facts[change.key]
    new = change.new or {}
    return Step(
        change=change,
        fact=fact.text(ask.lang),
        question=fact.question,
        old=value_words(content, change.key, change.old, ask.lang),
        new=value_words(content, change.key, change.new, ask.lang),
        note=str(new.get("note", "")),
        evidence=tuple(proof_words(it) for it in new.get("evidence", ())),
    )
