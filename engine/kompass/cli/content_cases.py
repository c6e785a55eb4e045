"""``kompass content cases``."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kompass.cli.examples import compare_examples, examples_option, load_examples
from kompass.cli.options import workbench
from kompass.cli.progress import progress

if TYPE_CHECKING:
    from kompass.authoring.agreement import Case, Comparison


@click.command("cases", short_help="Sammenlikn eksemplene med publiserte poeng.")
@examples_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.pass_obj
@progress("Regner på eksemplene")
def command(content_folder: Path | None, examples: Path | None, form: str) -> int:
    """Sammenlikn publiserte poeng med poengene reglene gir, for kodede eksempler.

    Tre lesninger: bare det rapporten sier, det kodeveiledningen utleder i tillegg, og om de
    publiserte poengene ligger mellom laveste og høyeste av bare det rapporten sier.
    """
    bench = workbench(content_folder, "nb")
    cases = compare_examples(bench, load_examples(bench, examples))
    if form == "json":
        click.echo(json.dumps([asdict(it) for it in cases], ensure_ascii=False, indent=2))
        return 0
    for at, case in enumerate(cases):
        if at:
            click.echo()
        _show(case)
    return 0


def _show(case: Case) -> None:
    from kompass.authoring.agreement import FAR, NEAR

    published = case.published
    click.echo(f"{published.municipality} {published.year} ({case.framework}; {published.source})")
    click.echo(
        f"{'':<36}{'publisert':>10}{'sagt':>7}{'+utledet':>10}{'avvik':>8}{'av maks':>9}"
        f"{'  [lav–høy], bare sagt'}"
    )
    for it in case.criteria:
        click.echo(_row(it))
    for it in case.areas:
        click.echo(_row(it))
    count = len(case.criteria)
    near = sum(it.share <= NEAR for it in case.criteria)
    far = [it.id for it in case.criteria if it.share > FAR]
    click.echo(
        f"  {near} av {count} kriterier innen {NEAR:.0%}; "
        f"utenfor {FAR:.0%}: {', '.join(far) or 'ingen'}; "
        f"middelavvik {case.mean_share:.1%}; rangkorrelasjon {case.rank_correlation:.2f}; "
        f"{sum(it.enclosed for it in case.criteria)} av {count} publiserte innenfor [lav, høy]"
    )
    total, computed, expected = case.total
    columns = case.columns
    click.echo(
        f"  sum {total:.0f} publisert, {computed:.0f} regnet, {expected:.0f} ventet; "
        f"{columns.found:.0%} av rapportens kolonner gjenfunnet, {columns.same:.0%} av våre funn "
        f"på dem av samme slag, {columns.doubled:.0%} av emnene med to slag"
    )


def _row(it: Comparison) -> str:
    name = f"{it.id} {it.name}"
    name = name if len(name) <= 34 else name[:33] + "…"
    inside = "" if it.enclosed else "  utenfor"
    return (
        f"  {name:<34}{it.published:>10.1f}{it.stated:>7.1f}{it.inferred:>10.1f}{it.error:>+8.1f}"
        f"{it.share:>9.0%}  [{it.low:.1f}–{it.high:.1f}]{inside}"
    )
