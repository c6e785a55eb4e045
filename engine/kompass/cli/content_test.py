"""``kompass content test``."""

from __future__ import annotations

from pathlib import Path

import click

from kompass.cli.options import workbench
from kompass.cli.progress import progress

INVALID = 4


@click.command("test", short_help="Kjør forfatternes prøver.")
@click.argument("criterion", required=False, default="", metavar="[KRITERIUM]")
@click.option("-v", "--verbose", is_flag=True, help="Vis også regler som mangler prøver.")
@click.pass_obj
@progress("Kjører prøvene")
def command(content_folder: Path | None, criterion: str, verbose: bool) -> int:
    """Kjør prøvene i tests/rules, alle eller for ett kriterium (1.1).

    Hver regel skal ha en prøve der den slår til, og en der den ikke gjør det.
    """
    from kompass.authoring.cases import COVERAGE, all_rules, run_cases
    from kompass.inference.engines import make_evaluator

    bench = workbench(content_folder, "nb")
    report = run_cases(bench.root, bench.content, make_evaluator(), criterion)
    for failure in report.failures:
        click.echo(str(failure), err=True)
    lacking = {
        rule: what
        for rule, what in report.uncovered(bench.content).items()
        if rule.startswith(criterion)
    }
    total = sum(rule.startswith(criterion) for rule in all_rules(bench.content))
    share = 1 - len(lacking) / total if total else 1.0
    if verbose or share < COVERAGE:
        for rule, what in lacking.items():
            click.echo(f"{rule}: {what}", err=True)
    if report.count == 0:
        click.echo("Fant ingen prøver i tests/rules.", err=True)
        return INVALID
    click.echo(
        f"{report.count} prøver, {len(report.failures)} feil; "
        f"{total - len(lacking)} av {total} regler er prøvd begge veier ({share:.0%})."
    )
    return INVALID if report.failures or share < COVERAGE else 0
