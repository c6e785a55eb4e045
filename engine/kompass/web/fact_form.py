"""The answer to one fact, as a form has it: read, and shown again as it was typed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from kompass.errors import InvalidAnswersError
from kompass.intake.answers import World, read_answers
from kompass.model.answers import ANSWERS_SCHEMA
from kompass.model.base import Lang
from kompass.model.content import Content
from kompass.model.framework import DONT_KNOW, NOT_RELEVANT, Fact
from kompass.web.days import iso_day
from kompass.web.words import WORDS

KINDS: Final = ("document", "web", "interview", "observation")
"""What can show an answer to be true."""

_PARTS: Final = ("kind", "title", "role", "date", "url", "locator")
_OWN: Final = ("value", "evidence", "reason", "note", "due", "flag", "comment")
"""What the form asks for; anything else an answer holds is kept as it is."""
_MOST_EVIDENCE: Final = 50
_WEB = re.compile(r"https?://\S+")


@dataclass
class Typed:
    """What somebody typed about one fact.

    Attributes:
        fact: Its id.
        base: The revision it builds on; 0 where there was none.
        text: Every field as it was typed.
        evidence: The rows of documentation as they were typed, without those left empty.
        choice: What was chosen in a conflict: ``mine`` or ``theirs``; else empty.
        errors: What cannot be used, in words, by the field it is about.
    """

    fact: str
    base: int
    text: dict[str, str]
    evidence: list[dict[str, str]]
    choice: str = ""
    errors: dict[str, str] = field(default_factory=dict)


def read_typed(fields: Mapping[str, Any], fact: str) -> Typed | None:
    """Return what a form holds about a fact; None where it does not ask about it."""

    def typed(name: str) -> str:
        value = fields.get(f"{fact}.{name}", "")
        return value.replace("\r\n", "\n").strip() if isinstance(value, str) else ""

    choice = typed("choice")
    # Whoever keeps their own answer in a conflict has seen the other one, and builds on that.
    base = typed("seen") if choice == "mine" else typed("base")
    if not base.isdecimal():
        return None
    rows = []
    for row in range(_MOST_EVIDENCE):
        parts = {part: typed(f"evidence.{row}.{part}") for part in _PARTS}
        if any(value for part, value in parts.items() if part != "kind"):
            rows.append(parts)
    text = {name: typed(name) for name in _OWN if name != "evidence"}
    return Typed(fact, int(base[:9]), text, rows, choice)


def body_of(
    typed: Typed, before: Mapping[str, Any] | None, world: World, lang: Lang
) -> dict[str, Any] | None:
    """Return the answer that was typed, or None for no answer.

    What cannot be used is told in `Typed.errors`, and the answer is not to be saved then.

    Args:
        typed: What was typed.
        before: The answer that stands, whose parts the form does not show are kept.
        world: What answers are checked against.
        lang: The language of the errors.
    """
    fact = world.content.facts[typed.fact]
    own = dict(_own(typed, fact, world.content, lang))
    kept = {key: it for key, it in (before or {}).items() if key not in _OWN}
    if not own:
        return None
    body = {"value": DONT_KNOW, **own, **kept}
    if not typed.errors:
        _check(typed, body, world, lang)
    return body


def _own(typed: Typed, fact: Fact, content: Content, lang: Lang) -> Iterator[tuple[str, Any]]:
    value = typed.text["value"]
    if value:
        whole = content.answer_set(fact.id).integer and value.isdecimal()
        yield "value", int(value) if whole else value
    if evidence := [_proof(typed, row, parts, lang) for row, parts in enumerate(typed.evidence)]:
        yield "evidence", evidence
    if value == NOT_RELEVANT:
        if reason := typed.text["reason"]:
            yield "reason", reason
        else:
            typed.errors["reason"] = WORDS["reason_missing"](lang)
    for name in ("note", "comment"):
        if text := typed.text[name]:
            yield name, text
    if typed.text["flag"]:
        yield "flag", True
    if due := typed.text["due"]:
        yield "due", _day(typed, "due", due, lang)


def _proof(typed: Typed, row: int, parts: Mapping[str, str], lang: Lang) -> dict[str, str]:
    proof = {part: text for part, text in parts.items() if text}
    proof.setdefault("kind", "document")
    if proof["kind"] not in KINDS:
        proof["kind"] = "document"
    if "date" in proof:
        proof["date"] = _day(typed, f"evidence.{row}.date", proof["date"], lang)
    if "url" in proof and not _WEB.fullmatch(proof["url"]):
        typed.errors[f"evidence.{row}.url"] = WORDS["bad_link"](lang)
    if not {"title", "role", "url"} & proof.keys():
        typed.errors[f"evidence.{row}.title"] = WORDS["title_missing"](lang)
    return proof


def _day(typed: Typed, name: str, text: str, lang: Lang) -> str:
    """Return an ISO date from what was typed, or the text and an error."""
    try:
        return iso_day(text)
    except ValueError:
        typed.errors[name] = WORDS["bad_day"](lang).format(text=text[:40])
        return text


def _check(typed: Typed, body: Mapping[str, Any], world: World, lang: Lang) -> None:
    """See that a file with this answer would be accepted: what is saved can always be read."""
    document = {
        "schema": ANSWERS_SCHEMA,
        "framework": next(iter(world.content.frameworks)),
        "municipality": {"number": "0000", "name": "–"},
        "date": "2026-01-01",
        "answers": {typed.fact: body},
    }
    try:
        read_answers(json.dumps(document).encode(), typed.fact, world, lang)
    except InvalidAnswersError as problem:
        typed.errors["value"] = " ".join(it.text for it in problem.faults)
