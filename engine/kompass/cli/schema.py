"""``kompass schema``: JSON Schemas of the files."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kompass.cli.options import content_option, lang_option, output_option, workbench
from kompass.cli.streams import write_output
from kompass.errors import UsageError, did_you_mean


@click.command("schema", short_help="Skriv ut JSON Schema for filene.")
@click.argument(
    "name", metavar="NAVN", type=click.Choice(["answers", "result", "plan", "scenario"])
)
@click.option("--framework", metavar="ID", help="Ta med faktaene i et rammeverk (bare answers).")
@output_option
@lang_option
@content_option
def command(
    name: str, framework: str | None, output: str | None, lang: str, content_folder: Path | None
) -> int:
    """Skriv ut JSON Schema (2020-12) for én av filene kompass leser og skriver.

    answers er svarfila, result er resultatet, plan er planen, og scenario er svar og steg å prøve.
    Med --framework lister skjemaet alle fakta med tittel og lovlige verdier, så en redigerer kan
    fylle ut og sjekke mens du skriver.
    """
    from kompass.intake.schema import answers_schema, plan_schema, result_schema, scenario_schema

    bench = workbench(content_folder, lang)
    others = {"result": result_schema, "plan": plan_schema, "scenario": scenario_schema}
    if name in others:
        if framework is not None:
            raise UsageError("--framework gjelder bare answers.")
        schema = others[name]()
    elif framework is None:
        schema = answers_schema()
    else:
        known = bench.content.frameworks
        if framework not in known:
            hint = did_you_mean(framework, known)
            raise UsageError(f"Rammeverket {framework} finnes ikke.{hint} Velg {', '.join(known)}.")
        schema = answers_schema(bench.content, framework, bench.lang)
    write_output((json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode(), output)
    return 0
