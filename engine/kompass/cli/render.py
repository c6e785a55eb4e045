"""``kompass render``: an edited report in Markdown, in other formats."""

from __future__ import annotations

from pathlib import Path

import click

from kompass.cli.options import output_option
from kompass.cli.rendering import (
    logo_option,
    render,
    settle,
    template_option,
    with_logo,
)
from kompass.cli.streams import read_input, write_output
from kompass.desk.rendering import RENDERED


@click.command("render", short_help="Gjør en rapport i Markdown om til Word, PDF eller HTML.")
@click.argument("file", metavar="FIL")
@click.option(
    "--format", "form", type=click.Choice(RENDERED),
    help="Format; ellers bestemmer endelsen på -o det.",
)  # fmt: skip
@logo_option
@template_option
@output_option
def command(
    file: str, form: str | None, logo: Path | None, template: Path | None, output: str | None
) -> int:
    r"""Gjør en rapport i Markdown (FIL; - er standard inn) om til et annet format.

    \b
      kompass report svar.json -o rapport.md
      (rediger rapport.md)
      kompass render rapport.md -o rapport.docx

    Diagrammene står som blokker med tall i fila og tegnes på nytt, så du kan rette i dem også.
    """
    chosen = settle(output, form, RENDERED, template)
    from kompass.report.reader import read_report

    document = read_report(*read_input(file))
    document = with_logo(document, logo, document.author or document.title)
    write_output(render(document, chosen, template), output)
    return 0
