"""What ``kompass whatif`` is asked to try, read from options and files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kompass.cli.streams import read_input
from kompass.errors import Fault, InvalidAnswersError, UsageError, did_you_mean
from kompass.model.framework import DONT_KNOW

if TYPE_CHECKING:
    from kompass.assessment.instrument import Instrument
    from kompass.cli.options import Workbench
    from kompass.model.base import Lang
    from kompass.model.content import Content
    from kompass.model.scenario import Scenario

MOST_SCENARIOS = 26
"""Each is called by a letter in a comparison."""


def read_options(content: Content, settings: Sequence[str], steps: Sequence[str]) -> Scenario:
    """Return what ``--set`` and ``--step`` ask for, as a scenario without a name.

    Raises:
        UsageError: With every fault.
    """
    from kompass.model.scenario import Scenario

    changes: dict[str, str] = {}
    problems = [*_settings(content, settings, changes), *_steps(content, steps)]
    if problems:
        raise UsageError("\n".join(problems))
    return Scenario(name="-", changes=changes, steps=tuple(dict.fromkeys(steps)))


def refuse_not_asked(instrument: Instrument, asked_for: Scenario, lang: Lang) -> None:
    """Refuse facts, and steps on facts, that the framework does not ask about.

    Raises:
        UsageError: With every fault.
    """
    content, name = instrument.content, instrument.framework.name(lang)
    asked = set(instrument.framework.asked)
    problems = [
        f"{name} spør ikke om {fact}."
        for fact in asked_for.changes
        if content.facts[fact].question not in asked
    ]
    problems += [
        f"{name} spør ikke om det steget {id} endrer."
        for id in asked_for.steps
        if not any(content.facts[it].question in asked for it in content.steps[id].changes)
    ]
    if problems:
        raise UsageError("\n".join(problems))


def read_scenarios(
    bench: Workbench, framework: str, files: Sequence[str], options: Scenario
) -> tuple[Scenario, ...]:
    """Return the scenario of each file with what options ask for on top; without files, that.

    Raises:
        InvalidAnswersError: With every fault in every file.
        UsageError: An option and a file set the same fact, or there are too many files.
    """
    from kompass.intake.scenario import read_scenario

    if len(files) > MOST_SCENARIOS:
        raise UsageError(f"Høyst {MOST_SCENARIOS} scenarioer kan sammenliknes om gangen.")
    found: list[Scenario] = []
    faults: list[Fault] = []
    for file in files:
        data, name = read_input(file)
        try:
            found.append(read_scenario(data, name, bench.content, framework, bench.lang))
        except InvalidAnswersError as problem:
            faults += problem.faults
    if faults:
        raise InvalidAnswersError(faults)
    twice = [
        f"{fact} er satt både med --set og i {file}."
        for file, scenario in zip(files, found, strict=True)
        for fact in scenario.changes
        if fact in options.changes
    ]
    if twice:
        raise UsageError("\n".join(twice))
    return tuple(
        it.model_copy(
            update={
                "changes": {**options.changes, **it.changes},
                "steps": (*options.steps, *it.steps),
            }
        )
        for it in found
    ) or (options,)


def _settings(content: Content, settings: Sequence[str], changes: dict[str, str]) -> Iterator[str]:
    for setting in settings:
        fact, equals, value = setting.partition("=")
        if not equals:
            yield f"Skriv --set faktum=verdi, ikke {setting}."
        elif fact not in content.facts:
            yield f"Det finnes ikke noe faktum {fact}.{did_you_mean(fact, content.facts)}"
        elif value not in (*content.answer_set(fact).values, DONT_KNOW):
            allowed = ", ".join((*content.answer_set(fact).values, DONT_KNOW))
            yield f"{fact} kan ikke være {value}. Velg {allowed}."
        elif fact in changes:
            yield f"{fact} er satt to ganger."
        else:
            changes[fact] = value


def _steps(content: Content, steps: Sequence[str]) -> Iterator[str]:
    for id in steps:
        if id not in content.steps:
            yield f"Det finnes ikke noe steg {id}.{did_you_mean(id, content.steps)}"
