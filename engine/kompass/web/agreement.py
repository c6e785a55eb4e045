"""What people agree on, written into the assessment: with the reason, and without names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from kompass.intake.answers import World
from kompass.model.base import Lang
from kompass.model.framework import NOT_RELEVANT
from kompass.storage.entries import Edit, Entry
from kompass.storage.errors import ConflictError
from kompass.web.fact_form import Typed, body_of
from kompass.web.fact_view import fact_view, value_words
from kompass.web.rounds import ROUND, Round
from kompass.web.site import Site
from kompass.web.spread import Spread

_TRIES = 20
"""Times an answer is tried when others settle other answers of the round at the same moment."""

Say = Callable[..., str]


@dataclass
class Decision:
    """The answer people agreed on, as it was typed.

    Attributes:
        value: The value.
        reason: Why, in their words.
        base: The revision of the answer they saw.
        errors: What cannot be used, in words, by field.
    """

    value: str
    reason: str
    base: int
    errors: dict[str, str] = field(default_factory=dict)


def settle(
    site: Site, id: int, spread: Spread, decision: Decision, lang: Lang, by: str | None, say: Say
) -> Literal["saved", "invalid", "conflict"]:
    """Write an agreed answer into the assessment, and remember that it is settled.

    Args:
        site: The workspace.
        id: The assessment.
        spread: What was answered.
        decision: What was agreed; what is wrong with it is told in its errors.
        lang: The language of the errors and of the reason.
        by: Who writes it down.
        say: Gives texts in that language.

    Raises:
        StorageFullError: There is no room; nothing was saved.
    """
    key = ROUND + spread.question
    _check(spread, decision, say)
    for left in reversed(range(_TRIES)):
        current = site.workspace.entry(id, spread.fact)
        body = None if decision.errors else _body(site, spread, decision, current, lang)
        round = site.workspace.entry(id, key)
        if body is None:
            return "invalid"
        if round is None or round.body["status"] != "closed":
            return "conflict"
        settled = {**round.body.get("settled", {}), spread.fact: decision.value}
        edits = [
            Edit(spread.fact, body, decision.base),
            Edit(key, {**round.body, "settled": settled}, round.revision),
        ]
        try:
            site.workspace.save(id, edits, by, _why(site, spread, decision, lang, say))
        except ConflictError as conflict:
            if conflict.current and conflict.current.key == key and left:
                continue
            return "conflict"
        return "saved"
    return "conflict"


def _check(spread: Spread, decision: Decision, say: Say) -> None:
    allowed = {it.value for it in spread.voices} - {"vet_ikke"}
    if decision.value not in allowed:
        decision.errors["value"] = say("agree_value_missing")
    elif not decision.reason and decision.value != spread.agreed:
        decision.errors["reason"] = say("agree_reason_missing")


def _body(
    site: Site, spread: Spread, decision: Decision, current: Entry | None, lang: Lang
) -> dict[str, object] | None:
    """Return the answer: what stands, with the new value and what those who gave it can show."""
    content, fact = site.content, spread.fact
    stands = fact_view(content, fact, current, lang)
    alike = [
        fact_view(content, fact, it, lang)
        for it in spread.opinions.values()
        if str(it.body["value"]) == decision.value
    ]
    fields = dict(stands.fields) | {"value": decision.value}
    fields["note"] = fields["note"] or decision.reason
    if decision.value == NOT_RELEVANT:
        given = dict.fromkeys(it.fields["reason"] for it in alike)
        fields["reason"] = decision.reason or "; ".join(filter(None, given))
    due = {it.fields["due"] for it in alike if it.fields["due"]}
    if decision.value != stands.planned:
        fields["due"] = ""
    elif not fields["due"] and len(due) == 1:
        [fields["due"]] = due
    rows = [dict(it) for it in stands.evidence]
    for row in (dict(row) for it in alike for row in it.evidence):
        if row not in rows:
            rows.append(row)
    typed = Typed(fact, decision.base, fields, rows)
    before = current.body if current else None
    body = body_of(typed, before, World(content, site.register), lang)
    if typed.errors:
        decision.errors["value"] = " ".join(typed.errors.values())
        return None
    return body


def _why(site: Site, spread: Spread, decision: Decision, lang: Lang, say: Say) -> str:
    counts = counted(site, spread, lang)
    if decision.reason:
        return say("agree_why", reason=decision.reason, counts=counts)
    return say("agree_why_bare", counts=counts)


def counted(site: Site, spread: Spread, lang: Lang) -> str:
    """Return how many answered what: ``3 Ja, 1 Nei``."""
    return ", ".join(
        f"{len(it.people)} {label(site, spread.fact, it.value, lang)}"
        for it in spread.voices
        if it.people
    )


def label(site: Site, fact: str, value: str, lang: Lang) -> str:
    """Return what a value is called."""
    return value_words(site.content, fact, {"value": value}, lang).rstrip(": ")


def unsettled(
    round: Round, spreads: tuple[Spread, ...]
) -> Mapping[Literal["discuss", "agreed", "silent"], list[Spread]]:
    """Return what is left to settle, by what is to be done, what is worth most first."""
    left = [it for it in spreads if it.fact not in round.settled]
    discuss = [it for it in left if it.answered and it.agreed is None]
    return {
        "discuss": sorted(discuss, key=lambda it: -it.weight),
        "agreed": [it for it in left if it.agreed is not None],
        "silent": [it for it in left if not it.answered],
    }
