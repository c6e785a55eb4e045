"""The answers of one municipality, as ranks: what an assessment starts from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kompass.assessment.form import WORST
from kompass.model.answers import Answers
from kompass.model.content import Content
from kompass.model.framework import DONT_KNOW, NOT_RELEVANT


@dataclass(frozen=True)
class Sheet:
    """What is stated, what carries evidence, and what is set aside as not relevant.

    Attributes:
        stated: The rank of every known answer to a fact this content knows.
        evidenced: Facts whose own answer carries evidence.
        not_relevant: The reason, for each question that is set aside.
        due: When something planned is to be in use, as an ISO date.
    """

    stated: Mapping[str, int]
    evidenced: frozenset[str]
    not_relevant: Mapping[str, str]
    due: Mapping[str, str]

    def proven(self, content: Content) -> frozenset[str]:
        """Return the facts that are documented.

        Evidence on a positive follow-up also counts for what it follows up: use of a thing proves
        the thing.
        """
        proven = set(self.evidenced)
        # Follow-ups come after what they follow: one pass backwards carries evidence all the way.
        for question in content.questions.values():
            for name in reversed(question.facts):
                if name in proven and self.stated.get(name, 0) > WORST:
                    proven.update(content.facts[name].follows)
        return frozenset(proven)

    def documented(self, content: Content) -> Mapping[str, int]:
        """Return what is stated, without positive answers that nothing documents."""
        proven = self.proven(content)
        return {name: rank for name, rank in self.stated.items() if rank == WORST or name in proven}


def make_sheet(content: Content, answers: Answers) -> Sheet:
    """Return the sheet of an answers file that `kompass.intake` has accepted."""
    stated: dict[str, int] = {}
    evidenced: set[str] = set()
    not_relevant: dict[str, str] = {}
    due: dict[str, str] = {}
    for name, answer in answers.answers.items():
        fact = content.facts.get(name)
        if fact is None or answer.value == DONT_KNOW:
            continue
        if answer.value == NOT_RELEVANT:
            not_relevant[fact.question] = answer.reason or ""
            continue
        stated[name] = content.answer_set(name).rank(str(answer.value))
        if answer.evidence:
            evidenced.add(name)
        if answer.due:
            due[name] = answer.due.isoformat()
    return Sheet(stated, frozenset(evidenced), not_relevant, due)
