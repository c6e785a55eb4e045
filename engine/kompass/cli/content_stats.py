"""``kompass content stats``."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from kompass.cli.options import workbench


@click.command("stats", short_help="Tell opp innholdet.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.pass_obj
def command(content_folder: Path | None, form: str) -> int:
    """Tell opp spørsmål, fakta, regler, prøver, tall i skalaer, språk og lovhenvisninger."""
    from kompass.authoring.cases import run_cases
    from kompass.authoring.statistics import gather
    from kompass.inference.partition import ReferenceEvaluator

    bench = workbench(content_folder, "nb")
    statistics = gather(bench.content)
    cases = run_cases(bench.root, bench.content, ReferenceEvaluator())
    if form == "json":
        data = asdict(statistics) | {"cases": cases.count}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return 0
    click.echo(
        f"{'Område':<34}{'spm':>4}{'fakta':>7}{'kjerne':>7}{'poeng':>7}{'funn':>6}{'steg':>6}{'nb':>6}{'nn':>6}"
    )
    for it in statistics.areas:
        languages = "".join(f"{it.translated[lang]:>6.0%}" for lang in ("nb", "nn"))
        click.echo(
            f"{it.area + ' ' + it.name:<34}{it.questions:>4}{it.facts:>7}{it.core:>7}"
            f"{it.score_rules:>7}{it.findings:>6}{it.steps:>6}{languages}"
        )
    click.echo()
    for id, (asked, announced) in statistics.announced.items():
        click.echo(f"{id}: {asked} av {announced} spørsmål")
    kinds = ", ".join(f"{kind} {count}" for kind, count in statistics.kinds.items())
    click.echo(f"Funnregler: {kinds}")
    click.echo(f"Prøver: {cases.count}, {len(cases.failures)} feil")
    own = len(statistics.own_numbers)
    click.echo(
        f"Skalaer: {statistics.scales} med {statistics.scale_numbers} tall; "
        f"{own} av {statistics.score_rules} poengregler har egne tall"
    )
    for rule in statistics.own_numbers:
        click.echo(f"  {rule}")
    click.echo(f"Eksempler fra praksis: {statistics.practices}")
    if statistics.unused_topics:
        click.echo(f"Emner uten funn: {', '.join(statistics.unused_topics)}")
    if statistics.legal:
        click.echo("Lovhenvisninger:")
        for step, legal in statistics.legal.items():
            click.echo(f"  {legal}: {step}")
    return 0
