"""Rounds: a question several people answer, each for themselves, before they see the others.

A round lies under ``@round/QUESTION``, and what each one answers under
``@opinion/PARTICIPANT/FACT``. As long as it is open, nobody is shown anybody else's answers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from kompass.assessment.form import Form
from kompass.model.content import Content
from kompass.model.framework import DONT_KNOW, NOT_RELEVANT, Framework
from kompass.storage.entries import Edit, Entry
from kompass.storage.errors import ConflictError
from kompass.storage.workspace import Workspace

ROUND: Final = "@round/"
OPINION: Final = "@opinion/"
HOUR: Final = "kjerne"
"""The scope of the hour's picture; other scopes are an area, a criterion or a question."""

_TRIES = 5
"""Times a change of a round is tried when others change it at the same moment."""

Opinions = Mapping[str, Entry]
"""What one participant has answered, by fact."""

Progress = Literal["done", "begun", "none"]


@dataclass(frozen=True)
class Round:
    """A question that several are asked about.

    Attributes:
        question: The question.
        revision: The revision of its entry.
        body: What stands there.
        facts: The facts asked about, in order.
    """

    question: str
    revision: int
    body: Mapping[str, Any]
    facts: tuple[str, ...]

    @property
    def open(self) -> bool:
        """Whether people still answer, without seeing the others."""
        return bool(self.body["status"] == "open")

    @property
    def people(self) -> tuple[int, ...]:
        """Who is asked."""
        return tuple(self.body["participants"])

    @property
    def settled(self) -> Mapping[str, Any]:
        """The facts agreed upon since it was closed, with the value agreed."""
        return dict(self.body.get("settled", {}))


def rounds_of(
    workspace: Workspace, id: int, content: Content, framework: Framework
) -> dict[str, Round]:
    """Return the rounds of an assessment, in the order the questions are asked."""
    found = workspace.entries(id, ROUND)
    return {
        question: _round(content, question, found[ROUND + question])
        for question in framework.asked
        if ROUND + question in found
    }


def _round(content: Content, question: str, entry: Entry) -> Round:
    chosen = entry.body.get("facts")
    facts = content.questions[question].facts
    return Round(
        question,
        entry.revision,
        entry.body,
        tuple(it for it in facts if chosen is None or it in chosen),
    )


def opinions_of(workspace: Workspace, id: int, participant: int) -> dict[str, Entry]:
    """Return what one participant has answered, by fact."""
    prefix = f"{OPINION}{participant}/"
    found = workspace.entries(id, prefix)
    return {key.removeprefix(prefix): entry for key, entry in found.items()}


def all_opinions(workspace: Workspace, id: int) -> dict[int, dict[str, Entry]]:
    """Return what everybody has answered: only for closed rounds, and for who has finished."""
    found: dict[int, dict[str, Entry]] = {}
    for key, entry in workspace.entries(id, OPINION).items():
        participant, fact = key.removeprefix(OPINION).split("/", 1)
        found.setdefault(int(participant), {})[fact] = entry
    return found


def stated(content: Content, facts: Collection[str], mine: Opinions) -> dict[str, int]:
    """Return the ranks of what somebody has answered and knows."""
    return {
        fact: content.answer_set(fact).rank(str(mine[fact].body["value"]))
        for fact in facts
        if fact in mine and mine[fact].body["value"] not in (DONT_KNOW, NOT_RELEVANT)
    }


def asked(content: Content, form: Form, facts: Collection[str], mine: Opinions) -> tuple[str, ...]:
    """Return the facts somebody is asked, by their own answers.

    Args:
        content: Where the facts are.
        form: The form of the question.
        facts: The facts the round is about.
        mine: What they have answered.
    """
    whole = content.questions[form.question].facts
    if any(it in mine and mine[it].body["value"] == NOT_RELEVANT for it in whole):
        return tuple(it for it in whole if it in facts and content.facts[it].not_relevant)
    known = form.known(stated(content, whole, mine))
    return tuple(it for it in form.asked(known) if it in facts)


def progress(content: Content, form: Form, facts: Collection[str], mine: Opinions) -> Progress:
    """Return how far somebody has come: not how many answers, which would tell what they are."""
    wanted = asked(content, form, facts, mine)
    if all(it in mine for it in wanted):
        return "done"
    return "begun" if any(it in mine for it in facts) else "none"


def scope_of(
    content: Content, framework: Framework, scope: str
) -> dict[str, tuple[str, ...] | None]:
    """Return the questions of a scope, each with the facts to ask; None for all of them.

    Args:
        content: The content.
        framework: The framework in use.
        scope: `HOUR`, or the id of an area, a criterion or a question. None of them: no questions.
    """
    if scope == HOUR:
        return dict(_hour(content, framework))
    for area in content.areas:
        for criterion in area.criteria:
            if scope in (area.id, criterion.id):
                parts = area.criteria if scope == area.id else (criterion,)
                return {q: None for it in parts for q in framework.questions[it.id]}
    return {scope: None} if scope in framework.asked else {}


def _hour(content: Content, framework: Framework) -> Iterator[tuple[str, tuple[str, ...]]]:
    for question in framework.asked:
        facts = content.questions[question].facts
        chosen = {it for it in facts if content.facts[it].core}
        for fact in reversed(facts):  # a follow-up is asked only after what it follows
            if fact in chosen:
                chosen.update(content.facts[fact].follows)
        if chosen:
            yield question, tuple(it for it in facts if it in chosen)


def open_rounds(
    workspace: Workspace,
    id: int,
    wanted: Mapping[str, tuple[str, ...] | None],
    people: Collection[int],
    by: str | None,
    why: str,
) -> int:
    """Open a round for some questions, and return how many were not open already.

    Who has answered in an earlier round of a question keeps those answers, and can change them;
    what that round asked about is asked about again. What is settled stays so, unless the round is
    about that one question. A round that is open already gets the people and facts it lacks.
    """
    opened = 0
    for question, facts in wanted.items():
        for left in reversed(range(_TRIES)):
            entry = workspace.entry(id, ROUND + question)
            before = entry.body if entry else {}
            still = before.get("status") == "open"
            asked_before = before["participants"] if still else ()
            body: dict[str, Any] = {
                "status": "open",
                "opened_by": before["opened_by"] if still else by,
                "participants": sorted({*asked_before, *people}),
            }
            if "settled" in before and (still or len(wanted) > 1):
                body["settled"] = before["settled"]
            if facts is not None and (not before or "facts" in before):
                body["facts"] = sorted({*facts, *before.get("facts", ())})
            edit = Edit(ROUND + question, body, entry.revision if entry else 0)
            try:
                workspace.save(id, [edit], by, why)
            except ConflictError:
                if not left:
                    raise
                continue
            opened += not still
            break
    return opened


def close_round(workspace: Workspace, id: int, round: Round, by: str | None, why: str) -> None:
    """Close a round: nobody answers any more, and everybody may see.

    Raises:
        ConflictError: Somebody has changed it meanwhile.
    """
    body = {**round.body, "status": "closed"}
    workspace.save(id, [Edit(ROUND + round.question, body, round.revision)], by, why)


def guard(round: Round) -> Edit:
    """Return a change that changes nothing, and is refused once the round is another."""
    return Edit(ROUND + round.question, dict(round.body), round.revision)
