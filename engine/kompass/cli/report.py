"""``kompass report``: the draft report, in the format its file name asks for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from kompass.cli.options import (
    content_option,
    engine_options,
    lang_option,
    output_option,
    warn,
    workbench,
)
from kompass.cli.progress import progress
from kompass.cli.rendering import (
    logo_option,
    render,
    settle,
    template_option,
    with_logo,
)
from kompass.cli.streams import read_input, say, write_output
from kompass.desk.rendering import RENDERED
from kompass.desk.reports import assess_for_report, report_text
from kompass.errors import InvalidAnswersError, UsageError

if TYPE_CHECKING:
    from kompass.errors import Fault
    from kompass.model.earlier import Earlier
    from kompass.model.result import Result
    from kompass.report.material import Audience

FORMATS = ("docx", "pdf", "html", "md", "xlsx")
AUDIENCES = ("konsulent", "leder", "innbygger")


@click.command("report", short_help="Lag et rapportutkast i Word, PDF, HTML, Markdown eller Excel.")
@click.argument("file", metavar="FIL")
@click.option(
    "--format", "form", type=click.Choice(FORMATS),
    help="Format; ellers bestemmer endelsen på -o det.",
)  # fmt: skip
@click.option(
    "--previous", multiple=True, metavar="FIL",
    help="Tidligere resultat (kompass assess --format json) eller publiserte poeng. Kan gjentas.",
)  # fmt: skip
@click.option(
    "--audience", type=click.Choice(AUDIENCES), default="konsulent", show_default=True,
    help="Hvem den er for: konsulent får alt, leder får mindre, innbygger får det viktigste.",
)  # fmt: skip
@click.option("--title", metavar="TEKST", help="Tittel; ellers «Egenvurdering av … kommune».")
@logo_option
@template_option
@output_option
@engine_options
@lang_option
@content_option
def command(
    file: str,
    form: str | None,
    previous: tuple[str, ...],
    audience: str,
    title: str | None,
    logo: Path | None,
    template: Path | None,
    output: str | None,
    engine: str,
    verify: bool,
    lang: str,
    content_folder: Path | None,
) -> int:
    r"""Lag et utkast til rapport av en svarfil (FIL; - er standard inn).

    \b
      kompass report svar.json -o rapport.docx
      kompass report svar.json --audience innbygger -o rapport.pdf
      kompass report svar.json --previous 2022.json --lang nn -o rapport.html

    Vil du rette i teksten? Lag rapport.md, rediger den, og bruk kompass render rapport.md.
    """
    chosen = settle(output, form, FORMATS, template)
    if logo and chosen not in RENDERED:
        raise UsageError(f"--logo gjelder ikke {chosen}; velg Word, PDF eller HTML.")
    if chosen == "xlsx" and (title or audience != AUDIENCES[0]):
        raise UsageError("--title og --audience gjelder ikke regnearket; det har alltid alt.")
    bench = workbench(content_folder, lang)
    accepted = bench.read(file)
    warn(accepted)
    earlier = _read_earlier(previous)
    answers = accepted.answers
    with progress("Regner ut poeng og funn"):
        instrument = bench.instrument(answers.framework, engine, verify)
        standing, result = assess_for_report(bench, instrument, answers)
    _warn_others(result, earlier)
    if chosen == "xlsx":
        from kompass.report.xlsx import as_workbook

        with progress("Skriver regnearket"):
            write_output(as_workbook(result, bench.lang), output)
        return 0
    with progress("Skriver rapporten"):
        text = report_text(
            bench, standing, result, answers, cast("Audience", audience), earlier, title
        )
    if chosen == "md":
        write_output(text, output)
        return 0
    from kompass.report.reader import read_report

    document = read_report(text.encode(), file)
    document = with_logo(document, logo, document.author)
    write_output(render(document, chosen, template), output)
    return 0


def _read_earlier(files: tuple[str, ...]) -> list[Earlier]:
    """Read earlier years; the faults of every file are told at once."""
    if not files:
        return []
    from kompass.intake.earlier import read_earlier

    found: list[Earlier] = []
    faults: list[Fault] = []
    for path in files:
        try:
            found.append(read_earlier(*read_input(path)))
        except InvalidAnswersError as problem:
            faults += problem.faults
    if faults:
        raise InvalidAnswersError(faults)
    return found


def _warn_others(result: Result, earlier: list[Earlier]) -> None:
    """Say what looks like a mix-up: another municipality, or a year that is not earlier."""
    from kompass.report.layout import clean

    name, year = clean(str(result.municipality["name"]), 60), int(result.date[:4])
    for it in earlier:
        other = clean(it.municipality, 60)
        if other.casefold() != name.casefold():
            say(f"Advarsel: tidligere resultat gjelder {other}, svarene gjelder {name}.")
        if it.year >= year:
            say(f"Advarsel: resultatet fra {it.year} er ikke eldre enn svarene ({year}).")
