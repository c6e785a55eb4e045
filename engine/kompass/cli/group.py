"""The command group. Commands are imported when they are used, so that --help is quick."""

from __future__ import annotations

import importlib
from collections.abc import Mapping

import click

from kompass import __version__

COMMANDS: Mapping[str, tuple[str, str]] = {
    "new": ("kompass.cli.new", "Lag en tom svarfil."),
    "check": ("kompass.cli.check", "Se etter feil og mangler i en svarfil."),
    "assess": ("kompass.cli.assess", "Regn ut profil, funn og neste steg."),
    "explain": ("kompass.cli.explain", "Forklar poeng, funn eller steg."),
    "whatif": ("kompass.cli.whatif", "Se hva andre svar ville gitt, eller hva et mål krever."),
    "merge": ("kompass.cli.merge", "Sett sammen svar fra flere filer."),
    "report": (
        "kompass.cli.report",
        "Lag et rapportutkast i Word, PDF, HTML, Markdown eller Excel.",
    ),
    "render": ("kompass.cli.render", "Gjør en rapport i Markdown om til Word, PDF eller HTML."),
    "plan": ("kompass.cli.plan", "Lag en plan av neste steg, og følg den opp."),
    "serve": ("kompass.cli.serve", "Fyll ut og arbeid sammen i nettleseren."),
    "schema": ("kompass.cli.schema", "Skriv ut JSON Schema for filene."),
    "doctor": ("kompass.cli.doctor", "Se om alt virker på denne maskinen."),
    "content": ("kompass.cli.content", "For deg som skriver innhold og regler."),
}


class LazyGroup(click.Group):
    """A group that knows its commands' names and summaries without importing them."""

    commands_at: Mapping[str, tuple[str, str]] = COMMANDS

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order a user meets them."""
        return list(self.commands_at)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command."""
        if cmd_name not in self.commands_at:
            return None
        module = importlib.import_module(self.commands_at[cmd_name][0])
        command: click.Command = module.command
        # Docstrings are raw; click wants its mark for lines kept as they are as one character.
        command.help = command.help and command.help.replace("\\b", "\b")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the summaries, importing nothing."""
        with formatter.section("Kommandoer"):
            formatter.write_dl([(name, text) for name, (_, text) in self.commands_at.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Resolve a command, with the nearest name where there is no such one."""
        name = args[0] if args else ""
        if name and not name.startswith("-") and name not in self.commands_at:
            from kompass.errors import did_you_mean

            hint = did_you_mean(name, self.commands_at)
            raise click.UsageError(f"Det finnes ingen kommando {name}.{hint}", ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    no_args_is_help=True,
    subcommand_metavar="KOMMANDO …",
    options_metavar="[VALG]",
)
@click.version_option(__version__, "--version", prog_name="kompass", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Vis Python-feilsporing når noe uventet skjer.")
def group(debug: bool) -> None:
    """Regelbasert egenvurdering av kommunens forvaltningspraksis.

    Uavhengig egenvurdering gjenskapt fra offentlige rapporter; ikke det offisielle verktøyet
    til KS og SKR.

    Begynn med:  kompass new -o svar.json   og så   kompass assess svar.json
    """
