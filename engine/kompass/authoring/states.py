"""Every state a question can be in, and the profiles that an evaluator would recognise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from kompass.assessment.form import WORST, Field, Form
from kompass.inference.expression import Ranks, holds
from kompass.model.content import Content
from kompass.model.framework import NOT_ASKED, FactKind

PROFILES: Final = ("drawer", "unwritten", "half", "nothing", "everything")
BANDS: Final[Mapping[str, tuple[int, int]]] = {
    "drawer": (0, 25),
    "unwritten": (55, 80),
    "nothing": (0, 15),
    "everything": (100, 100),
}
"""The share of a question, in percent, that each profile must give."""

_DOCUMENT: Final[Mapping[FactKind, str]] = {"document": "best"}
_UNWRITTEN: Final[Mapping[FactKind, str]] = {
    "practice": "best", "extent": "second", "learning": "second",
}  # fmt: skip
_HALF: Final[Mapping[FactKind, str]] = {
    "practice": "second", "extent": "third", "learning": "worst",
}  # fmt: skip


def complete_states(form: Form, of: Iterable[str] | None = None) -> Iterator[Ranks]:
    """Yield every complete state of a question: each asked fact known, the others not asked.

    Args:
        form: The question's form.
        of: The facts to vary; the facts they depend on are added, the rest left out.
    """
    wanted = {field.fact for field in form.fields} if of is None else _closure(form, set(of))
    yield from _extend(form, [it for it in form.fields if it.fact in wanted], {})


def _extend(form: Form, fields: list[Field], ranks: dict[str, int]) -> Iterator[Ranks]:
    if not fields:
        full = dict(ranks)
        for derivation in form.derivations:
            if all(name in full for name in derivation.inputs):
                full[derivation.fact] = 2 if holds(derivation.when, full) else 1
        yield full
        return
    field, rest = fields[0], fields[1:]
    asked = field.asked_when is None or holds(field.asked_when, ranks)
    for rank in range(WORST, field.top + 1) if asked else (NOT_ASKED,):
        yield from _extend(form, rest, {**ranks, field.fact: rank})


def _closure(form: Form, wanted: set[str]) -> set[str]:
    """Return facts together with everything that decides whether they are asked."""
    for derivation in form.derivations:
        if derivation.fact in wanted:
            wanted |= set(derivation.inputs)
    for field in reversed(form.fields):
        if field.fact in wanted and field.asked_when is not None:
            wanted |= set(_properties(field.asked_when))
    return wanted


def _properties(expression: object) -> Iterator[str]:
    yield from getattr(expression, "properties", ())
    inner = getattr(expression, "part", None)
    for part in (*getattr(expression, "parts", ()), *([inner] if inner else [])):
        yield from _properties(part)


def profile(content: Content, question: str, name: str) -> dict[str, str]:
    """Return the stated answers of one profile of a question.

    ``drawer`` is all documents and nothing else; ``unwritten`` is full practice in most units,
    learnt from now and then, without documents; ``half`` is half practice in some units.
    """
    levels: Mapping[FactKind, str] = {
        "drawer": _DOCUMENT, "unwritten": _UNWRITTEN, "half": _HALF,
    }.get(name, {})  # fmt: skip
    answers = {}
    for fact in content.questions[question].facts:
        values = content.answer_set(fact).values
        kind = content.facts[fact].kind
        level = "best" if name == "everything" else levels.get(kind, "worst")
        at = {"best": 0, "second": 1, "third": min(2, len(values) - 1), "worst": -1}[level]
        answers[fact] = values[at]
    return answers


def stated(content: Content, answers: Mapping[str, str]) -> dict[str, int]:
    """Return answers as ranks."""
    return {fact: content.answer_set(fact).rank(value) for fact, value in answers.items()}
