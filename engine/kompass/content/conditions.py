"""Reads conditions as authors write them, and explains what is wrong with those that are not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from kompass.content.yaml_reader import Path
from kompass.errors import nearest
from kompass.model.condition import (
    All,
    AnyOf,
    Compare,
    CompareRating,
    Condition,
    Not,
    Order,
)
from kompass.model.framework import AnswerSet

KEYWORDS = frozenset({"all", "any", "not", "rule", "rating"})
"""Words of the language; no fact may be called so."""

_ORDERS = get_args(Order)


@dataclass(frozen=True)
class Scope:
    """What a condition may name, and where it stands.

    Attributes:
        facts: The answer set of every fact it may compare.
        question: The question whose ratings a plain ``rating`` means; None in cross rules.
        rules: Conditions of rules it may refer to, by local id.
        ratings: The questions whose ratings it may compare; empty where ratings are not allowed.
        dimensions: The framework's dimensions.
        report: Called with a path and a message for every fault.
    """

    facts: Mapping[str, AnswerSet]
    question: str | None
    rules: Mapping[str, Condition | None]
    ratings: frozenset[str]
    dimensions: tuple[str, ...]
    report: Callable[[Path, str], None]


def read_condition(source: Any, path: Path, scope: Scope) -> Condition | None:
    """Return the condition, or None after reporting what is wrong with it."""
    if not isinstance(source, dict) or not source:
        scope.report(
            path, "en betingelse skrives {faktum: verdi}, {all: […]}, {any: […]} eller {not: …}"
        )
        return None
    parts = [_read_entry(key, value, (*path, key), scope) for key, value in source.items()]
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return None
    return known[0] if len(known) == 1 else All(parts=tuple(known))


def _read_entry(key: str, value: Any, path: Path, scope: Scope) -> Condition | None:
    match key:
        case "all" | "any":
            if not isinstance(value, list) or not value:
                scope.report(path, f"{key} tar en liste av betingelser")
                return None
            read = [read_condition(item, (*path, at), scope) for at, item in enumerate(value)]
            parts = tuple(part for part in read if part is not None)
            if len(parts) < len(read):
                return None
            return All(parts=parts) if key == "all" else AnyOf(parts=parts)
        case "not":
            inner = read_condition(value, path, scope)
            return None if inner is None else Not(part=inner)
        case "rule":
            return _read_reference(value, path, scope)
        case "rating":
            return _read_rating(value, path, scope)
        case _:
            return _read_comparison(key, value, path, scope)


def _read_reference(value: Any, path: Path, scope: Scope) -> Condition | None:
    if value in scope.rules:
        return scope.rules[value]
    scope.report(
        path, f"ingen tidligere funnregel i spørsmålet heter {value}" + _hint(value, scope.rules)
    )
    return None


def _read_rating(value: Any, path: Path, scope: Scope) -> Condition | None:
    if not scope.ratings:
        scope.report(path, "rating kan bare brukes i funnregler, fordi poengreglene bestemmer den")
        return None
    if not isinstance(value, dict):
        scope.report(path, "skriv rating: {system: {at_least: 5}}")
        return None
    if scope.question is None:
        parts = [
            part
            for question, inner in value.items()
            if (part := _read_ratings_of(question, inner, (*path, question), scope))
        ]
    else:
        own = _read_ratings_of(scope.question, value, path, scope)
        parts = [own] if own else []
    return All(parts=tuple(parts)) if parts else None


def _read_ratings_of(question: str, value: Any, path: Path, scope: Scope) -> Condition | None:
    if question not in scope.ratings:
        scope.report(
            path, f"det finnes ikke noe spørsmål {question}" + _hint(question, scope.ratings)
        )
        return None
    parts: list[Condition] = []
    for dimension, comparison in value.items() if isinstance(value, dict) else ():
        if dimension not in scope.dimensions:
            scope.report(
                path, f"det finnes ingen dimensjon {dimension}" + _hint(dimension, scope.dimensions)
            )
        elif not _is_order(comparison) or not isinstance(
            number := next(iter(comparison.values())), int
        ):
            scope.report(
                (*path, dimension),
                "en rating sammenliknes slik: {at_least: 5}, at_most, above eller below",
            )
        elif not 0 <= number <= 10:
            scope.report((*path, dimension), f"en rating er fra 0 til 10, ikke {number}")
        else:
            op = next(iter(comparison))
            parts.append(CompareRating(question=question, dimension=dimension, op=op, value=number))
    if not parts:
        scope.report(path, "skriv rating: {system: {at_least: 5}}")
        return None
    return All(parts=tuple(parts)) if len(parts) > 1 else parts[0]


def _read_comparison(fact: str, value: Any, path: Path, scope: Scope) -> Condition | None:
    answer_set = scope.facts.get(fact)
    if answer_set is None:
        scope.report(path, f"det finnes ikke noe faktum {fact} her" + _hint(fact, scope.facts))
        return None
    op, wanted = "in", value
    if isinstance(value, dict):
        if not _is_order(value):
            scope.report(path, f"sammenlikn med en av {', '.join(_ORDERS)}")
            return None
        op, wanted = next(iter(value.items()))
    values = [str(item) for item in (wanted if isinstance(wanted, list) else [wanted])]
    unknown = [item for item in values if item not in answer_set.values]
    for item in unknown:
        allowed = ", ".join(answer_set.values)
        scope.report(path, f"{fact} kan ikke være {item}; verdiene er {allowed}")
    if unknown or not values:
        return None
    return Compare(fact=fact, op=op, values=tuple(values))


def _is_order(value: Any) -> bool:
    return isinstance(value, dict) and len(value) == 1 and next(iter(value)) in _ORDERS


def _hint(name: Any, known: Any) -> str:
    close = nearest(str(name), [str(item) for item in known])
    return f"; mente du {close}?" if close else ""
