"""``kompass content hour``."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from kompass.cli.options import workbench
from kompass.cli.streams import say
from kompass.errors import UsageError


@click.command("hour", short_help="Mål hva kjernespørsmålene forteller på en time.")
@click.option("--framework", metavar="VERSJON", help="Versjon; standard er den med flest spørsmål.")
@click.option(
    "--facts", "count", type=int, metavar="ANTALL",
    help="Vis hvilke så mange fakta som ville fortalt mest, mot dem som er merket i dag.",
)  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.pass_obj
def command(
    content_folder: Path | None, framework: str | None, count: int | None, form: str
) -> int:
    """Mål hvor mye av spennet mellom laveste og høyeste poengsum kjernespørsmålene fjerner.

    Målt på tenkte kommuner, mot like mange fakta trukket tilfeldig og mot det beste utvalget.
    """
    from kompass.assessment.instrument import Instrument
    from kompass.authoring.hour import Hour, core, picture
    from kompass.inference.partition import ReferenceEvaluator

    content = workbench(content_folder, "nb").content
    versions = sorted(content.frameworks, key=lambda it: len(content.frameworks[it].asked))
    if framework and framework not in versions:
        raise UsageError(f"Ukjent versjon: {framework}. Velg blant: {', '.join(versions)}.")
    instrument = Instrument(content, framework or versions[-1], ReferenceEvaluator())
    if count is not None and not len(instrument.forms) <= count <= len(content.facts):
        raise UsageError(
            f"--facts må ligge mellom {len(instrument.forms)} (ett per spørsmål) "
            f"og {len(content.facts)} (alle)."
        )
    say("Måler på tenkte kommuner; det tar noen sekunder.")
    hour, chosen = Hour(instrument), core(instrument)
    told = picture(hour, chosen)
    every = tuple(it.id for it in content.facts_of(instrument.framework.id))
    whole = hour.minutes(every)
    most = frozenset() if count is None else hour.best(count)
    best = tuple(it for it in every if it in most)
    if form == "json":
        data = asdict(told) | {"all_facts": len(every), "all_minutes": whole, "best": best}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return 0
    click.echo(
        f"{instrument.framework.id}: {told.facts} kjernefakta av {len(every)}\n"
        f"  fjerner    {told.told:5.0%} av spennet mellom laveste og høyeste poengsum\n"
        f"  tilfeldig  {told.by_chance:5.0%} med like mange fakta\n"
        f"  best       {told.at_best:5.0%} med like mange fakta, minst ett per spørsmål\n"
        f"  tid        {told.minutes:4.0f} minutter å lese og svare; "
        f"{whole:.0f} for alle som stilles"
    )
    if best:
        add = [name for name in best if name not in chosen]
        drop = [name for name in chosen if name not in best]
        click.echo(f"\nDe {len(best)} som forteller mest ({hour.told(best):.0%}):")
        click.echo(f"  inn: {', '.join(add) or 'ingen'}\n  ut:  {', '.join(drop) or 'ingen'}")
    return 0
