"""Which questions a person goes through: all, the hour's picture, a role's, what is left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from kompass.model.base import Lang
from kompass.model.framework import UNKNOWN, Fact
from kompass.web.live import Live
from kompass.web.words import WORDS

ALL: Final = "alt"
CORE: Final = "kjerne"
OPEN: Final = "mangler"
FLAGGED: Final = "flagg"
BARE: Final = "uten-bevis"
_ROLE: Final = "rolle-"

_MOVING: Final = (OPEN, FLAGGED, BARE)
"""Selections that change while people answer: the whole question is shown in them."""


@dataclass(frozen=True)
class Selection:
    """A way through the questions.

    Attributes:
        code: What it is called in addresses.
        name: What it is called on pages.
        questions: The questions in it, in the order they are asked.
        facts: The facts to show; None shows every fact of a question.
    """

    code: str
    name: str
    questions: tuple[str, ...]
    facts: frozenset[str] | None

    def shows(self, fact: str) -> bool:
        """Return whether a fact is part of it."""
        return self.facts is None or fact in self.facts

    def after(self, live: Live, question: str) -> str | None:
        """Return the next question of it, from anywhere among all questions."""
        return self._beside(live, question, 1)

    def before(self, live: Live, question: str) -> str | None:
        """Return the question before."""
        return self._beside(live, question, -1)

    def _beside(self, live: Live, question: str, way: int) -> str | None:
        order = live.standing.instrument.framework.asked
        at = order.index(question)
        rest = order[at + 1 :] if way > 0 else tuple(reversed(order[:at]))
        chosen = set(self.questions)
        return next((it for it in rest if it in chosen), None)


def selections(live: Live, lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield the code and name of every selection, in the order people choose from."""
    for code in (ALL, CORE, OPEN, BARE, FLAGGED):
        yield code, WORDS[f"selection_{code}"](lang)
    content = live.standing.instrument.content
    asked = {it for fact in content.facts_of(live.assessment.framework) for it in fact.asks}
    roles = [(content.roles[role](lang), role) for role in asked]
    for name, role in sorted(roles, key=lambda it: it[0].casefold()):
        yield _ROLE + role, WORDS["selection_role"](lang).format(role=name)


def select(live: Live, code: str, lang: Lang) -> Selection:
    """Return a selection; everything where there is none of that name."""
    names = dict(selections(live, lang))
    code = code if code in names else ALL
    if code == ALL:
        return Selection(code, names[code], live.standing.instrument.framework.asked, None)
    content = live.standing.instrument.content
    belongs = _belongs(live, code)
    found = [fact for fact in content.facts_of(live.assessment.framework) if belongs(fact)]
    return Selection(
        code,
        names[code],
        tuple(dict.fromkeys(fact.question for fact in found)),
        None if code in _MOVING else frozenset(fact.id for fact in found),
    )


def _belongs(live: Live, code: str) -> Callable[[Fact], bool]:
    if code == CORE:
        return lambda fact: fact.core
    if code == FLAGGED:
        return lambda fact: bool(_body(live, fact).get("flag") or _body(live, fact).get("comment"))
    if code == OPEN:
        return lambda fact: live.standing.rank(fact.id) == UNKNOWN and asked_now(live, fact.id)
    if code == BARE:
        proven = live.standing.sheet.proven(live.standing.instrument.content)
        return lambda fact: live.standing.rank(fact.id) > 1 and fact.id not in proven
    role = code.removeprefix(_ROLE)
    return lambda fact: role in fact.asks


def _body(live: Live, fact: Fact) -> dict[str, object]:
    entry = live.entries.get(fact.id)
    return entry.body if entry else {}


def asked_now(live: Live, fact: str) -> bool:
    """Return whether a fact is asked, given what is answered so far."""
    standing = live.standing
    question = standing.instrument.content.facts[fact].question
    place = standing.questions[question]
    return place.relevant and fact in standing.instrument.forms[question].asked(place.known)
