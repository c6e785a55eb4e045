"""Finds questions by the words in them, and by what has been written beside the answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starlette.responses import Response

from kompass.model.framework import Fact
from kompass.web.ask import Ask
from kompass.web.fact_view import proof_words, value_words
from kompass.web.live import Live

_MOST = 60
_LONGEST = 100


@dataclass(frozen=True)
class Hit:
    """A fact that was found."""

    fact: str
    question: str
    text: str
    value: str
    where: str


def search(ask: Ask) -> Response:
    """Show what was found."""
    live, wanted = ask.live(), ask.query("q").strip()[:_LONGEST]
    hits = list(_hits(ask, live, wanted)) if wanted else []
    return ask.page(
        "search.html", live=live, id=ask.id, wanted=wanted, hits=hits[:_MOST], found=len(hits)
    )


def _hits(ask: Ask, live: Live, wanted: str) -> Iterator[Hit]:
    words = wanted.casefold().split()
    content = ask.site.content
    for fact in content.facts_of(live.assessment.framework):
        question = content.questions[fact.question]
        entry = live.entries.get(fact.id)
        body = entry.body if entry else {}
        written = " ".join(
            [str(body.get("note", "")), str(body.get("comment", "")),
             *(proof_words(it) for it in body.get("evidence", ()))]
        )  # fmt: skip
        asked = f"{fact.question} {fact.id} {question.text(ask.lang)} {_text(fact, ask)}"
        everything = f"{asked} {written}".casefold()
        if all(word in everything for word in words):
            value = value_words(content, fact.id, entry.body if entry else None, ask.lang)
            yield Hit(fact.id, fact.question, fact.text(ask.lang), value, written[:200])


def _text(fact: Fact, ask: Ask) -> str:
    texts = [fact.text, fact.evidence, *fact.counts_as.values()]
    return " ".join(it(ask.lang) for it in texts)
