"""The coded examples: answers with the points that were published, and how they were read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kompass.authoring.agreement import Published, read_published
from kompass.authoring.correlation import kappa
from kompass.content.yaml_reader import read_yaml
from kompass.errors import InvalidContentError, KompassError
from kompass.model.answers import Answers
from kompass.model.content import Content

Reader = Callable[[str], Answers]


@dataclass(frozen=True)
class Example:
    """One municipality coded from its published report.

    Attributes:
        name: The name of its files.
        readings: What each of two readers answered on their own, for every fact either answered.
        misfits: What explains a misfit, for each criterion that has one.
    """

    name: str
    answers: Answers
    published: Published
    readings: Mapping[str, tuple[str | None, str | None]]
    misfits: Mapping[str, str]

    def kappas(self, content: Content) -> Mapping[str, tuple[float, int]]:
        """Return Cohen's kappa of the two readers and the count of facts, per answer set."""
        found = {}
        for name in content.answer_sets:
            pairs = {
                fact: pair
                for fact, pair in self.readings.items()
                if fact in content.facts and content.facts[fact].answers == name
            }
            one, other = ({fact: pair[at] or "" for fact, pair in pairs.items()} for at in (0, 1))
            if pairs:
                found[name] = (kappa(one, other), len(pairs))
        return found


def read_examples(folder: Path, read: Reader) -> Iterator[Example]:
    """Yield every example of a folder: each NAME.published.json and what lies beside it.

    Args:
        folder: Where NAME.json, NAME.published.json and, where there are, NAME.readings.json and
            NAME.misfits.yaml lie.
        read: What reads an answers file.

    Raises:
        KompassError: A file cannot be read.
    """
    for file in sorted(folder.glob("*.published.json")):
        name = file.name.removesuffix(".published.json")
        yield Example(
            name=name,
            answers=read(str(folder / f"{name}.json")),
            published=read_published(file),
            readings=_readings(folder / f"{name}.readings.json"),
            misfits=_misfits(folder / f"{name}.misfits.yaml"),
        )


def _readings(file: Path) -> Mapping[str, tuple[str | None, str | None]]:
    if not file.is_file():
        return {}
    try:
        data = json.loads(file.read_text("utf-8"))
        return {str(fact): (pair[0], pair[1]) for fact, pair in data["answers"].items()}
    except (OSError, ValueError, KeyError, AttributeError, TypeError, IndexError) as problem:
        raise KompassError(f"{file}: kan ikke leses som to leseres svar ({problem})") from problem


def _misfits(file: Path) -> Mapping[str, str]:
    if not file.is_file():
        return {}
    document = read_yaml(file.read_text("utf-8"), str(file))
    if document.faults:
        raise InvalidContentError(document.faults)
    if not isinstance(document.value, dict):
        raise KompassError(f'{file}: skriv én forklaring per kriterium, for eksempel "1.1": …')
    return {str(criterion): str(text) for criterion, text in document.value.items()}
