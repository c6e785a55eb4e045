"""Many hands, one file: answers from several files put together, with nothing lost in silence.

An answer that one file knows and the others do not is taken. Answers that agree become one, with
the evidence of all. Answers that disagree stay unanswered, with every version kept beside, until
somebody resolves them with a reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from kompass.intake.blank import SHOWN
from kompass.intake.document import as_answer
from kompass.model.framework import DONT_KNOW

DISAGREEMENT: Final = "disagreement"
RESOLVED: Final = "resolved"
MERGED: Final = "merged"
Document = Mapping[str, Any]


@dataclass(frozen=True)
class Source:
    """An accepted document of answers, and the name it goes by."""

    name: str
    document: Document


@dataclass(frozen=True)
class Version:
    """What one source answers about a fact."""

    source: str
    answer: Mapping[str, Any]


@dataclass(frozen=True)
class Disagreement:
    """A fact that sources answer differently."""

    fact: str
    versions: tuple[Version, ...]


@dataclass(frozen=True)
class Resolution:
    """What somebody decided about a disagreement, and why."""

    value: str | int
    reason: str


@dataclass(frozen=True)
class Merged:
    """What several documents become together.

    Attributes:
        document: Valid answers; facts in disagreement are unanswered and flagged.
        open: The disagreements that nobody has resolved.
        resolved: The facts whose disagreement was resolved here.
        unused: Resolutions of facts that nobody disagrees about.
    """

    document: Document
    open: tuple[Disagreement, ...]
    resolved: tuple[str, ...]
    unused: tuple[str, ...]


def merge(sources: Sequence[Source], resolutions: Mapping[str, Resolution]) -> Merged:
    """Put documents about one municipality and framework together.

    Args:
        sources: The documents, in order; where they say the same, the first one's words stand.
        resolutions: What was decided, by fact.
    """
    answers: dict[str, Any] = {}
    found: list[Disagreement] = []
    resolved: list[str] = []
    for fact in dict.fromkeys(name for it in sources for name in it.document["answers"]):
        versions = tuple(version for it in sources for version in _versions(it, fact))
        known = [it for it in versions if it.answer["value"] != DONT_KNOW]
        if len({_key(it.answer["value"]) for it in known}) > 1:
            if fact in resolutions:
                answers[fact] = _resolve(versions, known, resolutions[fact])
                resolved.append(fact)
            else:
                answers[fact] = _unresolved(versions, known)
                found.append(Disagreement(fact, tuple(known)))
        else:
            answers[fact] = _agreed(known or list(versions), versions)
    first = sources[0].document
    together = {**first, "date": max(it.document["date"] for it in sources), "answers": answers}
    for name in ("respondents", "adjustments"):
        if values := _union(it.document.get(name, ()) for it in sources):
            together[name] = values
    unused = tuple(fact for fact in resolutions if fact not in resolved)
    return Merged(together, tuple(found), tuple(resolved), unused)


def _versions(source: Source, fact: str) -> list[Version]:
    """Return what a source says of a fact: more than one where it holds a disagreement."""
    if fact not in source.document["answers"]:
        return []
    answer = as_answer(source.document["answers"][fact])
    held = answer.get("extensions", {}).get(DISAGREEMENT)
    if answer["value"] == DONT_KNOW and isinstance(held, list):
        inner = [it for it in held if isinstance(it, dict) and isinstance(it.get("answer"), dict)]
        return [
            Version(str(it.get("from")), it["answer"]) for it in inner if "value" in it["answer"]
        ]
    return [Version(source.name, answer)]


def _key(value: object) -> tuple[str, object]:
    return type(value).__name__, value


def _agreed(same: Sequence[Version], versions: Sequence[Version]) -> dict[str, Any]:
    """Return one answer for versions that agree, with everybody's evidence."""
    answer = dict(same[0].answer)
    evidence = _union(it.answer.get("evidence", ()) for it in same)
    if evidence:
        answer["evidence"] = evidence
    others = [it for it in same[1:] if _own(it.answer) != _own(answer)]
    return _with(answer, versions, {MERGED: _listed(others)} if others else {})


def _resolve(
    versions: Sequence[Version], known: Sequence[Version], resolution: Resolution
) -> dict[str, Any]:
    chosen = [it for it in known if it.answer["value"] == resolution.value]
    answer = _agreed(chosen, versions) if chosen else {"value": resolution.value}
    answer["note"] = resolution.reason
    held = {RESOLVED: {"reason": resolution.reason, "was": _listed(known)}}
    return _with(answer, versions, held)


def _unresolved(versions: Sequence[Version], known: Sequence[Version]) -> dict[str, Any]:
    return _with({"value": DONT_KNOW, "flag": True}, versions, {DISAGREEMENT: _listed(known)})


def _with(
    answer: dict[str, Any], versions: Sequence[Version], more: Mapping[str, Any]
) -> dict[str, Any]:
    """Return an answer with the question's texts and what a merge must remember beside it."""
    extensions: dict[str, Any] = {}
    for it in (*reversed(versions), Version("", answer)):
        extensions |= it.answer.get("extensions", {})
    extensions = {name: it for name, it in extensions.items() if name != DISAGREEMENT} | dict(more)
    return answer | {"extensions": extensions} if extensions else answer


def _listed(versions: Iterable[Version]) -> list[dict[str, Any]]:
    return [{"from": it.source, "answer": _bare(it.answer)} for it in versions]


def _bare(answer: Mapping[str, Any]) -> dict[str, Any]:
    """Return an answer without the question's texts."""
    own = {name: it for name, it in answer.get("extensions", {}).items() if name not in SHOWN}
    bare = {name: it for name, it in answer.items() if name != "extensions"}
    return bare | {"extensions": own} if own else bare


def _own(answer: Mapping[str, Any]) -> dict[str, Any]:
    """Return what somebody wrote in an answer beside its value and evidence."""
    return {name: it for name, it in _bare(answer).items() if name not in ("value", "evidence")}


def _union(lists: Iterable[Iterable[Any]]) -> list[Any]:
    together: list[Any] = []
    for values in lists:
        together += [it for it in values if it not in together]
    return together
