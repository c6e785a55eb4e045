"""``kompass content tune``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kompass.cli.examples import as_lookups, examples_option, load_examples, swap_test
from kompass.cli.options import workbench
from kompass.cli.progress import progress
from kompass.errors import UsageError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kompass.authoring.tuning import Lookups, Table


@click.command("tune", short_help="Foreslå tall i skalaene, med kryssprøve.")
@examples_option
@click.option("--on", "names", multiple=True, metavar="NAVN", help="Still inn bare på denne.")
@click.pass_obj
@progress("Prøver tall i skalaene")
def command(content_folder: Path | None, examples: Path | None, names: tuple[str, ...]) -> int:
    """Foreslå midtverdier i de felles skalaene ut fra publiserte evalueringer.

    Ingenting endres. Forslaget holder seg innenfor faste grenser, og kryssprøven viser om tallene
    også passer på en kommune de ikke er stilt inn på. Endringen gjør du i scales.yaml, med grunn.
    """
    from kompass.authoring.tuning import today, tune

    bench = workbench(content_folder, "nb")
    found = load_examples(bench, examples)
    known = [it.name for it in found]
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known) or f" Velg blant: {', '.join(known)}."
            raise UsageError(f"Ukjent eksempel: {name}.{hint}")
    places = as_lookups(bench, found)
    chosen = [it for it, of in zip(places, found, strict=True) if not names or of.name in names]
    start = today(bench.content)
    tuned = tune(chosen, start)
    click.echo(f"Stilt inn på {', '.join(it.name for it in chosen)}:")
    moved = [
        f"  {scale}: {value} {start[scale][value]} → {points}"
        for scale, row in tuned.items()
        for value, points in row.items()
        if points != start[scale][value]
    ]
    click.echo("\n".join(moved) or "  Skalaene står best som de er.")
    click.echo("\n" + "\n".join(_fits(places, start, tuned)))
    click.echo("\nKryssprøve fra skalaene før innstilling (middelavvik per kriterium, totalavvik):")
    for swap in swap_test(bench, places):
        click.echo(
            f"  {swap.tuned_on} → {swap.tried_on}: {swap.before.criterion:.1%} → "
            f"{swap.after.criterion:.1%}, {swap.before.total:+.1%} → {swap.after.total:+.1%}"
        )
    return 0


def _fits(places: Sequence[Lookups], start: Table, tuned: Table) -> list[str]:
    from kompass.authoring.tuning import measure

    lines = []
    for place in places:
        before, after = measure(place, start), measure(place, tuned)
        lines.append(
            f"  {place.name}: kriterium {before.criterion:.1%} → {after.criterion:.1%}, "
            f"total {before.total:+.1%} → {after.total:+.1%}"
        )
    return lines
