"""Reads an answers file: every fault in it at once, or a value the engine can trust."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812
from typing import Any

from pydantic import ValidationError

from kompass.errors import Fault, InvalidAnswersError, nearest
from kompass.intake import wording
from kompass.intake.document import adjusted
from kompass.intake.json_reader import Document, Problem, read_json
from kompass.intake.schema import expanded_answers_schema
from kompass.model.answers import ANSWERS_SCHEMA, Answers
from kompass.model.base import Lang, Text
from kompass.model.content import Content
from kompass.model.framework import DONT_KNOW, NOT_RELEVANT, Fact

Path = tuple[str | int, ...]

_SHOWN = 60
_MINOR = re.compile(re.escape(ANSWERS_SCHEMA) + r"\.[1-9][0-9]{0,3}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_HIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


@dataclass(frozen=True)
class Accepted:
    """Answers that can be assessed, and what may be wrong with them all the same."""

    answers: Answers
    warnings: tuple[Fault, ...]


@dataclass(frozen=True)
class World:
    """What answers are checked against.

    Attributes:
        content: The content whose facts and values are valid.
        register: The name of every municipality in force, by number; empty when unknown.
        today: The day after which a date is in the future; None never warns.
    """

    content: Content
    register: Mapping[str, str]
    today: Date | None = None


def read_answers(data: bytes, file: str, world: World, lang: Lang = "nb") -> Accepted:
    """Read an answers file.

    Args:
        data: The bytes of the file.
        file: Its name, as faults should show it.
        world: What the answers are checked against.
        lang: The language of faults and warnings.

    Raises:
        InvalidAnswersError: With every fault that was found.
    """
    return _Reader(file, world, lang).read(data)


class _Reader:
    def __init__(self, file: str, world: World, lang: Lang) -> None:
        self.file = file
        self.world = world
        self.lang = lang
        self.faults: list[Fault] = []
        self.warnings: list[Fault] = []
        self.document = Document({}, {})

    def read(self, data: bytes) -> Accepted:
        document, problems = read_json(data)
        self.faults += [self._problem(problem) for problem in problems]
        if document is None:
            raise InvalidAnswersError(self.faults)
        self.document = document
        if not isinstance(document.value, dict):
            self._fault((), wording.NOT_AN_OBJECT)
            raise InvalidAnswersError(self.faults)
        expanded = self._expand(document.value)
        answers = self._parse(expanded)
        self._check_world(expanded)
        if self.faults or answers is None:
            raise InvalidAnswersError(self.faults)
        return Accepted(answers, tuple(sorted(set(self.warnings))))

    def _fault(self, path: Path, text: Text, **values: object) -> None:
        self.faults.append(self._say(path, text, values))

    def _warn(self, path: Path, text: Text, **values: object) -> None:
        self.warnings.append(self._say(path, text, values))

    def _say(self, path: Path, text: Text, values: Mapping[str, object]) -> Fault:
        shown = {name: _short(value) for name, value in values.items()}
        return Fault(self.file, self.document.line(path), text(self.lang).format(**shown))

    def _hint(self, name: str, known: Iterable[str]) -> str:
        close = nearest(name, known)
        return wording.HINT(self.lang).format(close=close) if close else ""

    def _problem(self, problem: Problem) -> Fault:
        values = dict(problem.args)
        if problem.code == "not_utf8":
            values["latin1"] = wording.LATIN1(self.lang) if values.get("latin1") == "yes" else ""
        if problem.code == "not_json":
            values["expected"] = wording.EXPECTED[values["expected"]](self.lang)
            values["slip"] = wording.SLIPS[values["slip"]](self.lang)
            values["found"] = values["found"] or wording.END_OF_FILE(self.lang)
        text = wording.JSON[problem.code](self.lang)
        shown = {name: _short(value) for name, value in values.items()}
        return Fault(self.file, problem.line, text.format(**shown))

    def _expand(self, source: dict[str, Any]) -> dict[str, Any]:
        """Return the file with bare values as objects, and without keys of a newer schema."""
        expanded = dict(source)
        schema = source.get("schema")
        if isinstance(schema, str) and _MINOR.fullmatch(schema):
            expanded["schema"] = ANSWERS_SCHEMA
            self._drop_unknown(expanded, Answers, ())
        elif schema is not None and schema != ANSWERS_SCHEMA:
            self._fault(("schema",), wording.WRONG_SCHEMA, found=schema, known=ANSWERS_SCHEMA)
            expanded["schema"] = ANSWERS_SCHEMA
        answers = source.get("answers")
        if isinstance(answers, dict):
            expanded["answers"] = {}
            for name, answer in answers.items():
                if answer is None:
                    self._fault(("answers", name), wording.NULL_ANSWER, name=name)
                    answer = DONT_KNOW
                bare = not isinstance(answer, dict)
                expanded["answers"][name] = {"value": answer} if bare else answer
        return expanded

    def _drop_unknown(self, value: dict[str, Any], model: Any, path: Path) -> None:
        known = {field.alias or name for name, field in model.model_fields.items()}
        for name in [name for name in value if name not in known]:
            place = str(path[-1]) if path else wording.ROOT(self.lang)
            self._warn((*path, name), wording.NEWER_SCHEMA, name=name, place=place)
            del value[name]

    def _parse(self, expanded: dict[str, Any]) -> Answers | None:
        """Read the expanded file strictly; the schema explains what does not fit."""
        try:
            return Answers.model_validate_json(json.dumps(expanded), strict=True)
        except ValidationError as problem:
            before = len(self.faults)
            self._explain(expanded)
            if len(self.faults) == before:
                for error in problem.errors():
                    self._fault(
                        error["loc"], wording.ODD, name=error["loc"][-1], found=error["input"]
                    )
            return None

    def _explain(self, expanded: dict[str, Any]) -> None:
        # Imported here: a file that fits needs no explanation, and jsonschema is slow to load.
        from jsonschema import Draft202012Validator, FormatChecker

        schema = expanded_answers_schema()
        checker = FormatChecker(["date"])
        validator = Draft202012Validator(schema, format_checker=checker)
        for error in validator.iter_errors(expanded):
            for leaf in _leaves(error):
                self._schema_error(leaf)

    def _schema_error(self, error: Any) -> None:
        path: Path = tuple(error.absolute_path)
        name = str(path[-1]) if path else wording.ROOT(self.lang)
        found = error.instance
        facts = self.world.content.facts
        match error.validator:
            case "required":
                for missing in error.validator_value:
                    if missing not in found:
                        self._fault(path, wording.MISSING, name=missing, place=name)
            case "additionalProperties":
                known = error.schema.get("properties", {})
                for extra in [it for it in found if it not in known]:
                    hint = self._hint(extra, known)
                    self._fault(
                        (*path, extra), wording.UNKNOWN_KEY, name=extra, place=name, hint=hint
                    )
            case "propertyNames":
                self._fact_id(path, found)
            case "pattern" if path == ("municipality", "number"):
                self._fault(path, wording.WRONG_NUMBER, found=found)
            case "pattern":
                self._fact_id(path, found)
            case "type" if path == ("municipality", "number"):
                self._fault(path, wording.WRONG_NUMBER, found=found)
            case "type" if path[::2] == ("answers", "value") and path[1] in facts:
                self._wrong_value(facts[str(path[1])], found)
            case "type":
                wanted = error.validator_value
                kinds = [wanted] if isinstance(wanted, str) else wanted
                expected = " / ".join(wording.TYPES[kind](self.lang) for kind in kinds)
                self._fault(path, wording.WRONG_TYPE, name=name, expected=expected, found=found)
            case "format":
                self._fault(path, wording.WRONG_DATE, name=name, found=found)
            case "enum" | "const":
                options = error.validator_value
                allowed = [options] if error.validator == "const" else options
                hint = self._hint(str(found), map(str, allowed))
                listed = ", ".join(map(str, allowed))
                self._fault(
                    path, wording.NOT_ALLOWED, name=name, found=found, allowed=listed, hint=hint
                )
            case "minLength":
                self._fault(path, wording.TOO_SHORT, name=name)
            case "minimum" | "maximum" | "exclusiveMinimum":
                limit = f"{error.validator} {error.validator_value}"
                self._fault(path, wording.OUT_OF_RANGE, name=name, found=found, limit=limit)
            case _:
                self._fault(path, wording.ODD, name=name, found=found)

    def _fact_id(self, path: Path, found: object) -> None:
        hint = self._hint(_ascii(str(found)), self.world.content.facts)
        place = (*path, str(found)) if path == ("answers",) else path
        self._fault(place, wording.WRONG_FACT_ID, found=found, hint=hint)

    def _check_world(self, source: dict[str, Any]) -> None:
        """Check what no schema knows: frameworks, facts, values, places and days."""
        content = self.world.content
        framework = source.get("framework")
        if isinstance(framework, str) and framework and framework not in content.frameworks:
            hint = self._hint(framework, content.frameworks)
            known = ", ".join(content.frameworks)
            self._fault(
                ("framework",), wording.UNKNOWN_FRAMEWORK, found=framework, hint=hint, known=known
            )
        answers = source.get("answers")
        for name, answer in answers.items() if isinstance(answers, dict) else ():
            self._check_answer(name, answer)
        self._check_place(source.get("municipality"))
        for path, day in _days(source):
            self._check_day(path, day)
        adjustments = source.get("adjustments")
        for at, adjustment in enumerate(adjustments if isinstance(adjustments, list) else ()):
            self._check_adjustment(("adjustments", at), adjustment)
        self._check_adjusted_once(adjustments)
        self._check_hidden(source, ())

    def _check_answer(self, name: str, answer: Any) -> None:
        content = self.world.content
        fact = content.facts.get(name)
        path: Path = ("answers", name)
        if fact is None:
            if name in content.retired:
                self._fault(path, wording.RETIRED_FACT, found=name, successor=content.retired[name])
            elif re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name):
                hint = self._hint(name, content.facts)
                self._fault(path, wording.UNKNOWN_FACT, found=name, hint=hint)
            return
        if not isinstance(answer, dict) or "value" not in answer:
            return
        value = answer["value"]
        place = (*path, "value")
        if value == NOT_RELEVANT:
            if fact.not_relevant is None:
                self._fault(place, wording.NOT_A_GATE, fact=name, allowed=self._allowed(fact))
            elif not str(answer.get("reason") or "").strip():
                self._fault(place, wording.GATE_WITHOUT_REASON, fact=name)
        elif value != DONT_KNOW and not self._fits(fact, value):
            self._wrong_value(fact, value)

    def _wrong_value(self, fact: Fact, value: object) -> None:
        path: Path = ("answers", fact.id, "value")
        hint = self._hint(str(value), self.world.content.answer_set(fact.id).values)
        allowed = self._allowed(fact)
        self._fault(
            path, wording.UNKNOWN_VALUE, fact=fact.id, found=value, hint=hint, allowed=allowed
        )

    def _fits(self, fact: Fact, value: object) -> bool:
        answer_set = self.world.content.answer_sets[fact.answers]
        right_type = isinstance(value, int) == answer_set.integer and not isinstance(value, bool)
        return right_type and str(value) in answer_set.values

    def _allowed(self, fact: Fact) -> str:
        values = [*self.world.content.answer_sets[fact.answers].values, DONT_KNOW]
        return ", ".join(values + [NOT_RELEVANT] * (fact.not_relevant is not None))

    def _check_place(self, municipality: Any) -> None:
        if not isinstance(municipality, dict) or not self.world.register:
            return
        number, name = municipality.get("number"), municipality.get("name")
        if not isinstance(number, str) or not re.fullmatch(r"[0-9]{4}", number):
            return
        registered = self.world.register.get(number)
        path = ("municipality", "number")
        if registered is None:
            self._warn(path, wording.UNKNOWN_MUNICIPALITY, found=number)
        elif isinstance(name, str) and not _same_name(name, registered):
            self._warn(path, wording.OTHER_NAME, number=number, registered=registered, found=name)

    def _check_day(self, path: Path, day: Any) -> None:
        if isinstance(day, str) and not _DAY.fullmatch(day):
            # said here too, because pydantic takes "1772323200" for seconds since 1970
            self._fault(path, wording.WRONG_DATE, name=path[-1], found=day)
            return
        try:
            future = self.world.today is not None and Date.fromisoformat(day) > self.world.today
        except (TypeError, ValueError):
            return
        if future and path == ("date",):
            self._warn(path, wording.FUTURE_DATE, found=day)

    def _check_adjustment(self, path: Path, adjustment: Any) -> None:
        content = self.world.content
        if not isinstance(adjustment, dict):
            return
        question, dimension = adjustment.get("question"), adjustment.get("dimension")
        finding = adjustment.get("finding")
        findings = {rule.id for rule in content.finding_rules}
        if isinstance(finding, str) and finding not in findings:
            hint = self._hint(finding, findings)
            self._fault((*path, "finding"), wording.UNKNOWN_FINDING, found=finding, hint=hint)
        if isinstance(question, str) and question not in content.questions:
            hint = self._hint(question, content.questions)
            self._fault((*path, "question"), wording.UNKNOWN_QUESTION, found=question, hint=hint)
        if isinstance(dimension, str) and dimension not in content.dimensions:
            known = ", ".join(content.dimensions)
            self._fault(
                (*path, "dimension"), wording.UNKNOWN_DIMENSION, found=dimension, known=known
            )

    def _check_adjusted_once(self, adjustments: Any) -> None:
        seen: set[tuple[object, ...]] = set()
        for at, it in enumerate(adjustments if isinstance(adjustments, list) else ()):
            if not isinstance(it, dict):
                continue
            of = adjusted(it)
            if of in seen:
                self._fault(("adjustments", at), wording.ADJUSTED_TWICE, of=" ".join(of))
            seen.add(of)

    def _check_hidden(self, value: Any, path: Path) -> None:
        if isinstance(value, dict):
            for name, inner in value.items():
                self._check_hidden(inner, (*path, name))
        elif isinstance(value, list):
            for at, inner in enumerate(value):
                self._check_hidden(inner, (*path, at))
        elif isinstance(value, str) and _HIDDEN.search(value):
            named = [str(part) for part in path if isinstance(part, str)]
            self._warn(path, wording.HIDDEN_CHARACTERS, name=".".join(named))


def _days(source: dict[str, Any]) -> Iterator[tuple[Path, Any]]:
    """Yield every date of a file with its path."""
    yield ("date",), source.get("date")
    answers = source.get("answers")
    for name, answer in answers.items() if isinstance(answers, dict) else ():
        path: Path = ("answers", name)
        yield (*path, "due"), answer.get("due") if isinstance(answer, dict) else None
        evidence = answer.get("evidence") if isinstance(answer, dict) else None
        for at, item in enumerate(evidence if isinstance(evidence, list) else ()):
            if isinstance(item, dict):
                yield (*path, "evidence", at, "date"), item.get("date")


def _leaves(error: Any) -> Iterable[Any]:
    """Return the errors that say most: those of the alternative that fits the value's type."""
    if error.validator == "propertyNames" or not error.context:
        return [error]
    right = [it for it in error.context if not (it.validator == "type" and not it.path)]
    if isinstance(error.instance, dict):
        # Of several sorts of object, what was meant is the one with the fewest faults.
        sorts: dict[int, list[Any]] = {}
        for it in right:
            sorts.setdefault(it.schema_path[0], []).append(it)
        right = min(sorts.values(), key=len, default=[])
    return [leaf for it in right for leaf in _leaves(it)] if right else [_narrow(error)]


def _narrow(error: Any) -> Any:
    """Turn "any of these types" into one type error that names what is wanted."""
    kinds = [it.validator_value for it in error.context if it.validator_value != "null"]
    error.validator, error.validator_value = "type", kinds
    return error


def _same_name(name: str, registered: str) -> bool:
    """Compare names; a register name may be «Oslo - Oslove», or «Herøy (Nordland)»."""
    parts = [*registered.split(" - "), re.sub(r" \(.*\)$", "", registered)]
    official = {part.strip().casefold() for part in parts}
    plain = re.sub(r"\s+kommune$", "", name.strip().casefold())
    return plain in official | {registered.casefold()}


def _ascii(text: str) -> str:
    replaced = text.lower().replace("æ", "ae").replace("ø", "o").replace("å", "a")
    stripped = unicodedata.normalize("NFD", replaced)
    return re.sub(r"[^a-z0-9]+", "_", stripped).strip("_")


def _short(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    clean = _HIDDEN.sub("\N{REPLACEMENT CHARACTER}", text).replace("\n", " ").replace("\r", " ")
    return clean if len(clean) <= _SHOWN * 4 else clean[:_SHOWN] + "…"
