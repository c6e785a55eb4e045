"""``kompass whatif``: what other answers and steps would give, and what a target would take."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kompass.cli.options import (
    columns,
    content_option,
    engine_options,
    lang_option,
    output_option,
    painter,
    warn,
    workbench,
)
from kompass.cli.progress import progress
from kompass.cli.streams import write_output
from kompass.cli.whatif_changes import read_options, read_scenarios, refuse_not_asked
from kompass.errors import UsageError

if TYPE_CHECKING:
    from kompass.assessment.instrument import Instrument
    from kompass.assessment.scenario import Trial
    from kompass.model.answers import Answers
    from kompass.model.base import Lang
    from kompass.model.content import Content
    from kompass.model.result import AreaResult
    from kompass.model.scenario import Scenario
    from kompass.report.moves import Page


@click.command("whatif", short_help="Se hva andre svar ville gitt, eller hva et mål krever.")
@click.argument("file", metavar="FIL")
@click.option(
    "--set", "settings", multiple=True, metavar="FAKTUM=VERDI",
    help="Et svar å prøve. Kan gis flere ganger.",
)  # fmt: skip
@click.option(
    "--step", "steps", multiple=True, metavar="STEG",
    help="Et neste steg å prøve, med det som må være på plass først. Kan gis flere ganger.",
)  # fmt: skip
@click.option(
    "--scenario", "scenarios", multiple=True, metavar="FIL",
    help="Svar og steg fra et scenario (kompass schema scenario) eller en plan. Flere "
    "sammenliknes side om side.",
)  # fmt: skip
@click.option("--reach", metavar="POENG", help="Minste innsats som når så mange poeng i alt.")
@click.option(
    "--reach-area", multiple=True, metavar="OMRÅDE=POENG",
    help="Minste innsats som når poeng på et område: 3=60. Kan gis flere ganger.",
)  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@output_option
@engine_options
@lang_option
@content_option
def command(
    file: str,
    settings: tuple[str, ...],
    steps: tuple[str, ...],
    scenarios: tuple[str, ...],
    reach: str | None,
    reach_area: tuple[str, ...],
    form: str,
    output: str | None,
    engine: str,
    verify: bool,
    lang: str,
    content_folder: Path | None,
) -> int:
    r"""Se hva som flytter seg hvis noen svar var annerledes, eller hva som skal til for et mål.

    \b
      kompass whatif svar.json --set har_kommunikasjonsstrategi=ja
      kompass whatif svar.json --step vedta-kommunikasjonsstrategi
      kompass whatif svar.json --scenario mye.json --scenario plan.json
      kompass whatif svar.json --reach 400 --reach-area 3=60

    Svarfila endres ikke. Et oppfølgingsspørsmål som blir aktuelt gjennom endringen, regnes som
    dårligst til det også er satt. Et steg senker aldri et svar, og lar det ukjente være ukjent.
    """
    targets = reach is not None or bool(reach_area)
    changes = bool(settings or steps or scenarios)
    if not (targets or changes):
        raise UsageError(
            "Si hva som skal prøves: --set, --step, --scenario, --reach eller --reach-area."
        )
    if targets and changes:
        raise UsageError(
            "--reach og --reach-area regner fra svarene som de er, og kan ikke brukes sammen med "
            "--set, --step og --scenario."
        )
    if [file, *scenarios].count("-") > 1:
        raise UsageError("Bare én av filene kan leses fra standard inn.")
    bench = workbench(content_folder, lang)
    wanted = _targets(bench.content, reach, reach_area)
    options = read_options(bench.content, settings, steps)
    accepted = bench.read(file)
    warn(accepted)
    instrument = bench.instrument(accepted.answers.framework, engine, verify)
    if targets:
        _show_least(instrument, accepted.answers, wanted, bench.lang, form, output)
        return 0
    refuse_not_asked(instrument, options, bench.lang)
    tried = read_scenarios(bench, accepted.answers.framework, scenarios, options)
    _show_trials(instrument, accepted.answers, tried, scenarios, bench.lang, form, output)
    return 0


def _targets(
    content: Content, reach: str | None, reach_area: Sequence[str]
) -> tuple[float | None, dict[str, float]]:
    """Return the points to reach, in total and by area.

    Raises:
        UsageError: With every fault.
    """
    if reach is None and not reach_area:
        return None, {}
    from kompass.cli.plan_wishes import OptionReader

    faults: list[str] = []
    read = OptionReader(content, faults)
    whole = float(sum(it.max for area in content.areas for it in area.criteria))
    target = None if reach is None else read.number(reach, "--reach", whole)
    known = {area.id: area for area in content.areas}
    areas = read.pairs(reach_area, "--reach-area", known, "noe område", 100)
    if "" in areas:
        faults.append("Skriv --reach-area som 3=60.")
    if faults:
        raise UsageError("\n".join(faults))
    return target, areas


def _show_least(
    instrument: Instrument,
    answers: Answers,
    targets: tuple[float | None, dict[str, float]],
    lang: Lang,
    form: str,
    output: str | None,
) -> None:
    with progress("Leter etter den minste innsatsen"):
        from kompass.assessment.assess import stand
        from kompass.planning.least import least_effort

        least = least_effort(stand(instrument, answers), *targets, lang)
    if form == "json":
        _write_json({"least": least.model_dump(mode="json")}, output)
        return
    from kompass.report.least_text import show_least

    _write_lines(show_least(least, _page(lang, output)), output)


def _show_trials(
    instrument: Instrument,
    answers: Answers,
    tried: Sequence[Scenario],
    files: Sequence[str],
    lang: Lang,
    form: str,
    output: str | None,
) -> None:
    with progress("Regner ut hva endringene gir"):
        from kompass.assessment.scenario import try_out

        trials = [try_out(instrument, answers, it, lang) for it in tried]
    if form == "json":
        named = [{"name": it.scenario.name, **_data(it)} if files else _data(it) for it in trials]
        _write_json(named[0] if len(named) == 1 else {"scenarios": named}, output)
        return
    from kompass.report.moves import compare_trials, show_trial

    page = _page(lang, output)
    if len(trials) > 1:
        lines = compare_trials(trials, instrument.content, page)
    else:
        lines = show_trial(trials[0], instrument.content, page, named=bool(files))
    _write_lines(lines, output)


def _data(trial: Trial) -> dict[str, Any]:
    """Return a trial as JSON has it."""
    moves = trial.moves
    return {
        "changes": dict(trial.changes),
        "before": moves.before.total.model_dump(),
        "after": moves.after.total.model_dump(),
        "areas": {
            before.id: {"before": _numbers(before), "after": _numbers(after)}
            for before, after in zip(moves.before.areas, moves.after.areas, strict=True)
        },
        "appeared": [it.model_dump() for it in moves.appeared],
        "disappeared": [it.model_dump() for it in moves.disappeared],
        "newly_asked": list(moves.newly_asked),
        "steps": [
            {
                "id": it.step.id,
                "wanted": it.wanted,
                "effort": it.step.effort.model_dump(),
                "changes": dict(it.changes),
                "left": dict(it.left),
            }
            for it in trial.taken
        ],
        "effort": trial.effort,
    }


def _numbers(area: AreaResult) -> dict[str, Any]:
    from kompass.model.result import Numbers

    return area.model_dump(include=set(Numbers.model_fields))


def _page(lang: Lang, output: str | None) -> Page:
    from kompass.report.moves import Page

    return Page(lang, columns(), painter(output is not None))


def _write_json(data: dict[str, Any], output: str | None) -> None:
    write_output((json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode(), output)


def _write_lines(lines: Iterable[str], output: str | None) -> None:
    write_output("\n".join(lines) + "\n", output)
