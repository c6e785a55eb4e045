"""One fact as a page shows it: the question, what can be answered, and what has been."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kompass.model.base import Lang
from kompass.model.content import Content
from kompass.model.framework import DONT_KNOW, NOT_RELEVANT
from kompass.storage.entries import Entry
from kompass.web.fact_form import Typed
from kompass.web.render import day
from kompass.web.words import WORDS


@dataclass(frozen=True)
class Option:
    """A value that can be chosen: what it is called, and what must be true for it."""

    value: str
    label: str
    meaning: str
    chosen: bool


@dataclass(frozen=True)
class FactView:
    """One fact on a page.

    Attributes:
        id: Its id.
        text: What is asked.
        options: What can be answered, best first.
        asks: Who usually knows.
        proof: Documentation that usually exists.
        planned: The value that means decided and not in use; empty where there is none.
        gate: What it takes to set the whole question aside; empty where this fact cannot.
        base: The revision of the answer the page shows.
        fields: Value, note, comment, flag, reason and due, as typed or as saved.
        evidence: The documentation, a row each, as typed or as saved.
        errors: What could not be used, by field.
        theirs: What somebody else has answered meanwhile; None unless they have.
        by: Who answered last.
        at: When.
        claimed: It is answered well, and nothing shows it.
        kept: Answered before, and does not count as long as the follow-up does not apply.
    """

    id: str
    text: str
    options: tuple[Option, ...]
    asks: str
    proof: str
    planned: str
    gate: str
    base: int
    fields: Mapping[str, str]
    evidence: tuple[Mapping[str, str], ...]
    errors: Mapping[str, str]
    theirs: Answered | None
    by: str | None
    at: str | None
    core: bool

    @property
    def answered(self) -> bool:
        """Whether anything has been chosen."""
        return bool(self.fields["value"])


@dataclass(frozen=True)
class Answered:
    """An answer in words, as somebody else gave it."""

    revision: int
    value: str
    note: str
    evidence: tuple[str, ...]
    by: str | None
    at: str | None


def fact_view(
    content: Content, fact_id: str, entry: Entry | None, lang: Lang, typed: Typed | None = None
) -> FactView:
    """Return a fact for a page.

    Args:
        content: Where the question is.
        fact_id: The fact.
        entry: The answer that stands.
        lang: The language.
        typed: What somebody has typed and that is not saved; it is shown in place of the answer.
    """
    fact = content.facts[fact_id]
    body = entry.body if entry else {}
    fields = dict(typed.text) if typed else dict(_fields(body))
    rows = typed.evidence if typed else [_row(it) for it in body.get("evidence", ())]
    answers = content.answer_set(fact_id)
    return FactView(
        id=fact_id,
        text=fact.text(lang),
        options=tuple(_options(content, fact_id, fields["value"], lang)),
        asks=", ".join(content.roles[role](lang) for role in fact.asks),
        proof=fact.evidence(lang),
        planned=answers.planned or "",
        gate=fact.not_relevant(lang) if fact.not_relevant else "",
        base=typed.base if typed else entry.revision if entry else 0,
        fields=fields,
        evidence=tuple(rows),
        errors=typed.errors if typed else {},
        theirs=None,
        by=entry.by if entry else None,
        at=entry.at if entry else None,
        core=fact.core,
    )


def in_words(content: Content, fact: str, entry: Entry, lang: Lang) -> Answered:
    """Return an answer in words."""
    body = entry.body
    return Answered(
        revision=entry.revision,
        value=value_words(content, fact, body, lang),
        note=str(body.get("note", "")),
        evidence=tuple(proof_words(it) for it in body.get("evidence", ())),
        by=entry.by,
        at=entry.at,
    )


def value_words(content: Content, fact: str, body: Mapping[str, Any] | None, lang: Lang) -> str:
    """Return the value of an answer as people say it."""
    if body is None:
        return WORDS["no_answer"](lang)
    value = str(body["value"])
    if value == DONT_KNOW:
        return WORDS["dont_know"](lang)
    if value == NOT_RELEVANT:
        return f"{WORDS['not_relevant'](lang)}: {body.get('reason', '')}"
    labels = content.answer_set(fact).labels if fact in content.facts else {}
    label = labels[value](lang) if value in labels else value
    return label[:1].upper() + label[1:]


def proof_words(proof: Mapping[str, Any]) -> str:
    """Return one piece of documentation on one line."""
    parts = [str(proof.get(it, "")) for it in ("title", "role", "locator")]
    parts += [day(proof["date"])] if proof.get("date") else []
    return ", ".join(it for it in [*parts, str(proof.get("url", ""))] if it)


def _fields(body: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name in ("value", "reason", "note", "comment"):
        yield name, str(body.get(name, ""))
    yield "flag", "1" if body.get("flag") else ""
    yield "due", day(body["due"]) if body.get("due") else ""


def _row(proof: Mapping[str, Any]) -> dict[str, str]:
    row = {part: str(proof.get(part, "")) for part in ("kind", "title", "role", "url", "locator")}
    return row | {"date": day(proof["date"]) if proof.get("date") else ""}


def _options(content: Content, fact_id: str, chosen: str, lang: Lang) -> Iterator[Option]:
    answers, fact = content.answer_set(fact_id), content.facts[fact_id]
    for value in answers.values:
        label = answers.labels[value](lang) if value in answers.labels else value
        meaning = content.value_text(fact_id, value)(lang)
        yield Option(value, label[:1].upper() + label[1:], meaning, chosen == value)
    yield Option(
        DONT_KNOW, WORDS["dont_know"](lang), WORDS["dont_know_means"](lang), chosen == DONT_KNOW
    )
    if fact.not_relevant is not None:
        text = fact.not_relevant(lang)
        yield Option(NOT_RELEVANT, WORDS["not_relevant"](lang), text, chosen == NOT_RELEVANT)
