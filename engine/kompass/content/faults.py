"""Collects every fault in a set of content files, in the words of a rule author."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from kompass.content.yaml_reader import Path, YamlDocument
from kompass.errors import Fault, nearest

M = TypeVar("M", bound=BaseModel)


class Faults:
    """A growing list of faults."""

    def __init__(self) -> None:
        self.all: list[Fault] = []

    def at(self, document: YamlDocument, path: Path, text: str) -> None:
        """Add a fault at a place in a document."""
        self.all.append(document.fault(path, text))

    def reporter(self, document: YamlDocument) -> Callable[[Path, str], None]:
        """Return a function that adds faults to this list, in one document."""
        return lambda path, text: self.at(document, path, text)

    def unknown(
        self, document: YamlDocument, path: Path, what: str, name: str, known: Iterable[str]
    ) -> None:
        """Add a fault about a name that does not exist, with the nearest one that does."""
        close = nearest(name, known)
        hint = f"; mente du {close}?" if close else ""
        self.at(document, path, f"det finnes ikke {what} {name}{hint}")

    def parse(self, document: YamlDocument, model: type[M]) -> M | None:
        """Read a document as a source model, adding a fault for everything that does not fit."""
        self.all += document.faults
        if document.value is None:
            return None
        try:
            return model.model_validate(document.value)
        except ValidationError as problem:
            for error in problem.errors():
                path = tuple(part for part in error["loc"] if part != "[key]")
                self.at(document, path, _explain(error, model, path))
            return None


def _explain(error: Any, model: type[BaseModel], path: Path) -> str:
    name = path[-1] if path else ""
    match error["type"]:
        case "missing":
            return f"{name} mangler"
        case "extra_forbidden":
            close = nearest(str(name), _keys(model))
            return f"{name} er ikke en kjent nøkkel her" + (f"; mente du {close}?" if close else "")
        case "string_pattern_mismatch":
            return f"{error['input']} har feil form; mønsteret er {error['ctx']['pattern']}"
        case "string_type":
            return f"{name} skal være tekst; sett den i hermetegn"
        case "literal_error" | "enum":
            return f"{error['input']} er ikke lov her; velg {error['ctx']['expected']}"
        case "too_short" | "too_long":
            return f"{name} har feil antall: {error['msg']}"
        case _:
            return f"{name}: {error['msg']}"


def _keys(model: type[BaseModel], seen: frozenset[type] = frozenset()) -> set[str]:
    """Return every key that a model or anything inside it may have."""
    keys: set[str] = set()
    for name, field in model.model_fields.items():
        keys.add(name)
        stack: list[Any] = [field.annotation]
        while stack:
            item = stack.pop()
            stack += getattr(item, "__args__", ())
            if isinstance(item, type) and issubclass(item, BaseModel) and item not in seen:
                keys |= _keys(item, seen | {item})
    return keys
