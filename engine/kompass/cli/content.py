"""``kompass content``: tools for those who write content."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from kompass.cli.group import LazyGroup

COMMANDS: Mapping[str, tuple[str, str]] = {
    "check": ("kompass.cli.content_check", "Se etter feil i spørsmål, regler og steg."),
    "test": ("kompass.cli.content_test", "Kjør forfatternes prøver."),
    "show": ("kompass.cli.content_show", "Vis alt et spørsmål bærer, med profiltabell."),
    "passages": ("kompass.cli.content_passages", "Les omtalene av et kriterium, prøvd på svar."),
    "stats": ("kompass.cli.content_stats", "Tell opp innholdet."),
    "hour": ("kompass.cli.content_hour", "Mål hva kjernespørsmålene forteller på en time."),
    "diff": ("kompass.cli.content_diff", "Se hva en endring av innholdet flytter."),
    "docs": ("kompass.cli.content_docs", "Skriv oppslagssidene om innholdet."),
    "cases": ("kompass.cli.content_cases", "Sammenlikn eksemplene med publiserte poeng."),
    "tune": ("kompass.cli.content_tune", "Foreslå tall i skalaene, med kryssprøve."),
}


class ContentGroup(LazyGroup):
    """The authors' commands."""

    commands_at = COMMANDS


@click.group("content", cls=ContentGroup, no_args_is_help=True, subcommand_metavar="KOMMANDO …")
@click.option(
    "--content", "content_folder", type=click.Path(path_type=Path), metavar="MAPPE",
    help="Mappa med questionnaires/, rules/, recommendations/ og tests/rules/.",
)  # fmt: skip
@click.pass_context
def command(ctx: click.Context, content_folder: Path | None) -> None:
    """For deg som skriver innhold og regler. Se docs/innhold.md."""
    ctx.obj = content_folder
