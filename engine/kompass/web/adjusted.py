"""A consultant's adjustments in words: what they are of, what the rules say, what was decided."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from kompass.model.base import Lang
from kompass.model.result import Result
from kompass.storage.entries import Change, Entry
from kompass.web.live import Live

Body = dict[str, Any]


@dataclass(frozen=True)
class Row:
    """An adjustment on the page.

    Attributes:
        entry: What stands in the workspace.
        of: What it is of.
        was: What the rules say.
        now: What somebody decided.
        edit: The query that opens the form with it.
        before: How it came to be so, latest first: the change, and what was decided then.
    """

    entry: Entry
    of: str
    was: str
    now: str
    edit: str
    before: tuple[tuple[Change, str], ...]


class Wording:
    """Puts adjustments into words.

    Args:
        live: The assessment they are made in.
        result: Its result, in the same language.
        lang: The language of the page.
        say: Gives texts in that language.
    """

    def __init__(self, live: Live, result: Result, lang: Lang, say: Callable[..., str]) -> None:
        self._standing = live.standing
        self._content = live.standing.instrument.content
        self._lang = lang
        self._say = say
        self._own = {
            it.id: it.adjusted.was if it.adjusted else it.text for it in result.findings
        } | {it.finding.id: it.finding.text for it in result.suppressed}

    def row(self, entry: Entry, changes: tuple[Change, ...]) -> Row:
        """Return an adjustment as the page shows it."""
        body = entry.body
        if "finding" in body:
            was, query = self._own.get(body["finding"], "–"), {"funn": body["finding"]}
        else:
            was = self._rating(body["question"], body["dimension"])
            query = {"sporsmal": body["question"], "del": body["dimension"]}
        before = tuple((it, self.decided(it.new)) for it in changes)
        return Row(entry, self.of(body), was, self.decided(body), urlencode(query), before)

    def of(self, body: Body) -> str:
        """Return what is adjusted: a question's rating, or a finding."""
        if "finding" in body:
            return self._say("finding_named", id=body["finding"])
        question, dimension = body["question"], body["dimension"]
        known = self._content.questions.get(question)
        name = self._content.dimensions.get(dimension)
        text = known.text(self._lang) if known else ""
        return " ".join(filter(None, (question, text, name(self._lang) if name else dimension)))

    def decided(self, body: Body | None) -> str:
        """Return what somebody decided; a finding without words is one that was taken out."""
        if body is None:
            return self._say("taken_back")
        if "finding" in body:
            return str(body.get("text") or self._say("taken_out"))
        return str(body["to"])

    def _rating(self, question: str, dimension: str) -> str:
        place = self._standing.questions.get(question)
        if place is None or not place.relevant:
            return "–"
        ratings = self._standing.instrument.score(question, place.known).ratings
        return str(ratings.get(dimension, "–"))
