"""The errors kompass raises on purpose. Each carries what a person needs to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong in a file.

    Attributes:
        file: The file as the user named it; ``-`` is standard input.
        line: 1-based line, or 0 where no line applies.
        text: What is wrong, why, and what to do, in the user's language.
    """

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        """Return ``file:line: text``, the form editors and people can follow."""
        return f"{self.file}:{self.line}: {self.text}" if self.line else f"{self.file}: {self.text}"


class KompassError(Exception):
    """Something kompass can explain: shown as a message, never as a traceback."""

    exit_code = 1


class InvalidInputError(KompassError):
    """Answers or content that break their format. Holds every fault, not only the first."""

    exit_code = 4

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: Sequence[Fault] = sorted(set(faults))
        super().__init__("\n".join(map(str, self.faults)))


class InvalidAnswersError(InvalidInputError):
    """An answers file that cannot be used."""


class InvalidContentError(InvalidInputError):
    """Questionnaires, rules or recommendations that cannot be used."""


class InvalidReportError(InvalidInputError):
    """A report's Markdown that cannot be rendered."""


class EngineError(KompassError):
    """The rule engine gave no complete answer, or a different one than the reference."""


class RuleTooLargeError(EngineError):
    """A rule or a question is larger than the rule engine can hold safely."""


class InfeasiblePlanError(KompassError):
    """Wishes for a plan that no plan can meet together; the message says which ones clash."""

    exit_code = 3


class UsageError(KompassError):
    """A request that makes no sense as asked, such as an unknown identifier."""

    exit_code = 2


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name most like ``name``, or None when none is close."""
    # Imported here: most runs have nothing to guess.
    from difflib import get_close_matches

    matches = get_close_matches(name[:80], list(known), n=1, cutoff=0.6)
    return matches[0] if matches else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return a question with the nearest name, to stand after a sentence; empty when none is."""
    close = nearest(name, known)
    return f" Mente du {close}?" if close else ""
