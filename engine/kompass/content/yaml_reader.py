"""YAML as kompass' authors write it: plain, with line numbers, and nothing that executes.

Anchors, aliases and tags are refused: content is repeated by name, and an alias can grow without
bound. Duplicate keys are faults. Texts are normalised to NFC.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import Any

import yaml

from kompass.errors import Fault

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML without libyaml
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

MAX_DEPTH = 40

Path = tuple[str | int, ...]


@dataclass
class YamlDocument:
    """A parsed file: plain values, the line of each, and what was wrong with it."""

    file: str
    value: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def line(self, path: Path) -> int:
        """Return the line of a value, or of its nearest known ancestor."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def fault(self, path: Path, text: str) -> Fault:
        """Make a fault that points at a value."""
        return Fault(self.file, self.line(path), text)


def read_yaml(text: str, file: str) -> YamlDocument:
    """Read one YAML document. Never raises for bad content: faults are in the result."""
    document = YamlDocument(file)
    loader = _Loader(text)
    try:
        for event in _events(text):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                document.faults.append(
                    Fault(file, event.start_mark.line + 1, "ankre (&) og alias (*) brukes ikke her")
                )
                return document
        node = loader.get_single_node()
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        what = getattr(problem, "problem", None) or str(problem)
        document.faults.append(Fault(file, line, f"ikke gyldig YAML: {what}"))
        return document
    except RecursionError:
        document.faults.append(Fault(file, 1, "for dypt nøstet"))
        return document
    finally:
        loader.dispose()
    if node is None:
        document.faults.append(Fault(file, 1, "fila er tom"))
        return document
    document.value = _construct(node, (), document)
    return document


def _events(text: str) -> Any:
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise RecursionError
        yield event


def _construct(node: yaml.Node, path: Path, document: YamlDocument) -> Any:
    document.lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                document.faults.append(Fault(document.file, line, "en nøkkel må være vanlig tekst"))
                continue
            key = unicodedata.normalize("NFC", key_node.value)
            if key in mapping:
                document.faults.append(
                    Fault(document.file, line, f"nøkkelen {key} står to ganger; slå dem sammen")
                )
                continue
            document.lines[(*path, key)] = line
            mapping[key] = _construct(value_node, (*path, key), document)
        return mapping
    if isinstance(node, yaml.SequenceNode):
        return [_construct(item, (*path, at), document) for at, item in enumerate(node.value)]
    return _scalar(node, document)


def _scalar(node: yaml.Node, document: YamlDocument) -> Any:
    text = unicodedata.normalize("NFC", node.value)
    tag = node.tag.removeprefix("tag:yaml.org,2002:")
    if tag == "null":
        return None
    if tag == "bool" and text in ("true", "false"):
        return text == "true"
    if tag == "int" and text.lstrip("-").isdecimal() and len(text) < 10:
        return int(text)
    if tag == "float":
        try:
            return float(text)
        except ValueError:
            return text
    if tag.startswith("!"):
        document.faults.append(
            Fault(document.file, node.start_mark.line + 1, f"merket {node.tag} brukes ikke her")
        )
    return text
