"""Blank answers with their questions beside them, and answers whose questions are written anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from kompass.intake.document import as_answer
from kompass.model.base import Lang
from kompass.model.content import Content
from kompass.model.framework import DONT_KNOW, NOT_RELEVANT, Fact

SHOWN: Final = ("question", "values", "evidence", "ask", "follows")
"""What stands beside an answer for the one who fills it in; never read back."""


def blank_answer(content: Content, fact: Fact, lang: Lang) -> dict[str, Any]:
    """Return an unknown answer, with the question and the allowed values as extensions."""
    answer_set = content.answer_set(fact.id)
    words = {value: content.value_text(fact.id, value)(lang) for value in answer_set.values}
    if fact.not_relevant is not None:
        words[NOT_RELEVANT] = fact.not_relevant(lang)
    extensions: dict[str, Any] = {
        "question": f"{fact.question}: {fact.text(lang)}",
        "values": words,
        "evidence": fact.evidence(lang),
        "ask": ", ".join(content.roles[role](lang) for role in fact.asks),
    }
    if fact.follows:
        extensions["follows"] = ", ".join(fact.follows)
    return {"value": DONT_KNOW, "extensions": extensions}


def continued(
    before: Mapping[str, Any], content: Content, wanted: Iterable[Fact], lang: Lang
) -> dict[str, Any]:
    """Return a document of answers with more facts to answer, and its questions written anew.

    Every answer is kept as it stands, whatever framework asks about it; only the texts beside it
    are replaced. What is wanted and not answered yet is added blank, in the order it is asked.

    Args:
        before: The document, already accepted by `kompass.intake.answers`.
        content: Where the questions are.
        wanted: The facts that should stand in the document.
        lang: The language of the questions.
    """
    given: Mapping[str, Any] = before["answers"]
    names = {fact.id for fact in wanted} | set(given)
    asked = [name for it in content.questions.values() for name in it.facts if name in names]
    others = [name for name in given if name not in content.facts]
    answers = {
        name: _renewed(given.get(name), blank_answer(content, content.facts[name], lang))
        for name in asked
    }
    return {**before, "answers": answers | {name: given[name] for name in others}}


def _renewed(answer: Any, blank: dict[str, Any]) -> dict[str, Any]:
    if answer is None:
        return blank
    full = as_answer(answer)
    own = {key: it for key, it in full.get("extensions", {}).items() if key not in SHOWN}
    return {**full, "extensions": blank["extensions"] | own}
