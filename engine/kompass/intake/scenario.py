"""Reads scenarios: changes somebody wants to try, or a whole plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any, Final

from kompass.errors import Fault, InvalidAnswersError, nearest
from kompass.intake import wording
from kompass.intake.json_reader import Document, Problem, read_json
from kompass.intake.parsing import parse
from kompass.model.base import Lang, Text
from kompass.model.content import Content
from kompass.model.framework import DONT_KNOW
from kompass.model.plan import PLAN_SCHEMA, Plan
from kompass.model.scenario import SCENARIO_SCHEMA, Scenario

_KEYS: Final = ("schema", "name", "changes", "steps")
_SHOWN: Final = 60

_NOT_JSON: Final = Text(
    nb="Fila kan ikke leses som JSON i kolonne {column}: ventet {expected}. {slip}",
    nn="Fila kan ikkje lesast som JSON i kolonne {column}: venta {expected}. {slip}",
)
_EMPTY: Final = Text(nb="Fila er tom.", nn="Fila er tom.")
_NEITHER: Final = Text(
    nb='skal ha "schema": "{scenario}" (svar og steg å prøve) eller "{plan}" (fra kompass plan)',
    nn='skal ha "schema": "{scenario}" (svar og steg å prøve) eller "{plan}" (frå kompass plan)',
)
_UNKNOWN_KEY: Final = Text(
    nb="{found} er ikke en nøkkel i et scenario{hint}. Nøklene er {known}.",
    nn="{found} er ikkje ein nøkkel i eit scenario{hint}. Nøklane er {known}.",
)
_NAME: Final = Text(
    nb="Scenarioet mangler navn. Skriv name, det som skal stå når flere sammenliknes.",
    nn="Scenarioet manglar namn. Skriv name, det som skal stå når fleire blir samanlikna.",
)
_CHANGES: Final = Text(
    nb='changes skal være fakta og verdier: {{"faktum": "verdi"}}.',
    nn='changes skal vere fakta og verdiar: {{"faktum": "verdi"}}.',
)
_STEPS: Final = Text(
    nb='steps skal være en liste med steg: ["steg"].',
    nn='steps skal vere ei liste med steg: ["steg"].',
)
_NOTHING: Final = Text(
    nb="Scenarioet endrer ingenting. Skriv changes eller steps.",
    nn="Scenarioet endrar ingenting. Skriv changes eller steps.",
)
UNKNOWN_FACT: Final = Text(
    nb="Det finnes ikke noe faktum {found}{hint}.",
    nn="Det finst ikkje noko faktum {found}{hint}.",
)
UNKNOWN_STEP: Final = Text(
    nb="Det finnes ikke noe steg {found}{hint}.",
    nn="Det finst ikkje noko steg {found}{hint}.",
)
NOT_ASKED: Final = Text(
    nb="{framework} spør ikke om {found}.",
    nn="{framework} spør ikkje om {found}.",
)
STEP_NOT_ASKED: Final = Text(
    nb="{framework} spør ikke om det steget {found} endrer.",
    nn="{framework} spør ikkje om det steget {found} endrar.",
)


def read_scenario(
    data: bytes, file: str, content: Content, framework: str, lang: Lang = "nb"
) -> Scenario:
    """Return the scenario in a file, or that a plan makes: its steps, named after its file.

    Args:
        data: The bytes of the file.
        file: Its name, as faults should show it.
        content: Knows the facts and steps.
        framework: The id of the framework that must ask about them.
        lang: The language of faults.

    Raises:
        InvalidAnswersError: With every fault that was found.
    """
    return _Reader(file, content, framework, lang).read(data)


class _Reader:
    def __init__(self, file: str, content: Content, framework: str, lang: Lang) -> None:
        self._file = file
        self._content = content
        self._framework = content.frameworks[framework]
        self._lang = lang
        self._faults: list[Fault] = []
        self._document = Document({}, {})

    def read(self, data: bytes) -> Scenario:
        document, problems = read_json(data)
        self._faults += map(self._problem, problems)
        if document is None:
            raise InvalidAnswersError(self._faults)
        self._document = document
        value = document.value
        schema = value.get("schema") if isinstance(value, dict) else None
        if schema == PLAN_SCHEMA and not self._faults:
            scenario = self._of_plan(parse(Plan, document, self._file))
        elif schema == SCENARIO_SCHEMA:
            scenario = self._of_scenario(value)
        elif not self._faults:
            self._fault(("schema",), _NEITHER, scenario=SCENARIO_SCHEMA, plan=PLAN_SCHEMA)
        if self._faults:
            raise InvalidAnswersError(self._faults)
        return scenario

    def _of_plan(self, plan: Plan) -> Scenario:
        for at, step in enumerate(plan.steps):
            self._check_step(step.id, ("steps", at, "id"))
        name = "plan" if self._file == "-" else PurePath(self._file).stem
        return Scenario(name=name or "plan", steps=tuple(step.id for step in plan.steps))

    def _of_scenario(self, value: dict[str, Any]) -> Scenario:
        for key in value:
            if key not in _KEYS:
                self._fault((key,), _UNKNOWN_KEY, found=key, near=_KEYS, known=", ".join(_KEYS))
        name, changes, steps = (value.get(it) for it in ("name", "changes", "steps"))
        if not isinstance(name, str) or not name.strip():
            self._fault(("name",), _NAME)
        read = Scenario.model_construct(
            name=name.strip() if isinstance(name, str) else "",
            changes=dict(self._changes({} if "changes" not in value else changes)),
            steps=tuple(self._steps([] if "steps" not in value else steps)),
        )
        if not (changes or steps) and not self._faults:
            self._fault((), _NOTHING)
        return read

    def _changes(self, changes: Any) -> Iterator[tuple[str, str]]:
        if not isinstance(changes, dict):
            self._fault(("changes",), _CHANGES)
            return
        for fact, value in changes.items():
            if self._check_fact(fact) and self._check_value(fact, value):
                yield fact, str(value)

    def _steps(self, steps: Any) -> Iterator[str]:
        if not isinstance(steps, list) or not all(isinstance(it, str) for it in steps):
            self._fault(("steps",), _STEPS)
            return
        for at, step in enumerate(steps):
            if self._check_step(step, ("steps", at)):
                yield step

    def _check_fact(self, fact: str) -> bool:
        content, path = self._content, ("changes", fact)
        if fact in content.retired:
            successor = content.retired[fact]
            return self._fault(path, wording.RETIRED_FACT, found=fact, successor=successor)
        if fact not in content.facts:
            return self._fault(path, UNKNOWN_FACT, found=fact, near=content.facts)
        if content.facts[fact].question not in self._framework.asked:
            name = self._framework.name(self._lang)
            return self._fault(path, NOT_ASKED, framework=name, found=fact)
        return True

    def _check_value(self, fact: str, value: Any) -> bool:
        allowed = (*self._content.answer_set(fact).values, DONT_KNOW)
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value) in allowed:
            return True
        return self._fault(
            ("changes", fact), wording.UNKNOWN_VALUE,
            fact=fact, found=value, near=allowed, allowed=", ".join(allowed),
        )  # fmt: skip

    def _check_step(self, step: str, path: tuple[str | int, ...]) -> bool:
        content = self._content
        if step not in content.steps:
            return self._fault(path, UNKNOWN_STEP, found=step, near=content.steps)
        facts = content.steps[step].changes
        if not any(content.facts[it].question in self._framework.asked for it in facts):
            name = self._framework.name(self._lang)
            return self._fault(path, STEP_NOT_ASKED, framework=name, found=step)
        return True

    def _fault(
        self, path: tuple[str | int, ...], text: Text, near: Iterable[str] = (), **values: Any
    ) -> bool:
        """Note a fault; return that this is no good."""
        shown = {name: _short(value) for name, value in values.items()}
        close = nearest(str(values.get("found", "")), near)
        hint = wording.HINT(self._lang).format(close=close) if close else ""
        said = text(self._lang).format(**shown, hint=hint)
        self._faults.append(Fault(self._file, self._document.line(path), said))
        return False

    def _problem(self, problem: Problem) -> Fault:
        values = {name: _short(value) for name, value in problem.args.items()}
        text = {"not_json": _NOT_JSON, "empty": _EMPTY}.get(problem.code)
        if problem.code == "not_json":
            values["expected"] = wording.EXPECTED[problem.args["expected"]](self._lang)
            values["slip"] = wording.SLIPS[problem.args["slip"]](self._lang)
        if problem.code == "not_utf8":
            values["latin1"] = wording.LATIN1(self._lang) if values["latin1"] == "yes" else ""
        said = (text or wording.JSON[problem.code])(self._lang).format(**values)
        return Fault(self._file, problem.line, said)


def _short(value: object) -> str:
    shown = (it if it.isprintable() else "\N{REPLACEMENT CHARACTER}" for it in str(value))
    text = "".join(shown)
    return text if len(text) <= _SHOWN * 4 else text[:_SHOWN] + "…"
