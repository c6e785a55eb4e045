"""``kompass whatif``: what another answer would give."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kompass.cli.options import (
    columns,
    content_option,
    engine_options,
    lang_option,
    output_option,
    painter,
    warn,
    workbench,
)
from kompass.cli.streams import write_output
from kompass.errors import UsageError, did_you_mean
from kompass.model.framework import DONT_KNOW

if TYPE_CHECKING:
    from kompass.model.content import Content


@click.command("whatif", short_help="Se hva et annet svar ville gitt.")
@click.argument("file", metavar="FIL")
@click.option(
    "--set", "settings", multiple=True, metavar="FAKTUM=VERDI", required=True,
    help="Et svar å prøve. Kan gis flere ganger.",
)  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@output_option
@engine_options
@lang_option
@content_option
def command(
    file: str,
    settings: tuple[str, ...],
    form: str,
    output: str | None,
    engine: str,
    verify: bool,
    lang: str,
    content_folder: Path | None,
) -> int:
    """Se hva som flytter seg hvis noen svar var annerledes. Svarfila endres ikke.

    Et oppfølgingsspørsmål som blir aktuelt gjennom endringen, regnes som dårligst til det også
    er satt.
    """
    from kompass.assessment.compare import what_if

    bench = workbench(content_folder, lang)
    changes = _changes(bench.content, settings)
    accepted = bench.read(file)
    warn(accepted)
    answers = accepted.answers
    instrument = bench.instrument(answers.framework, engine, verify)
    asked = set(instrument.framework.asked)
    for fact in changes:
        if bench.content.facts[fact].question not in asked:
            raise UsageError(f"{instrument.framework.name(bench.lang)} spør ikke om {fact}.")
    moves = what_if(instrument, answers, changes, bench.lang)
    if form == "json":
        import json

        data = {
            "changes": changes,
            "before": moves.before.total.model_dump(),
            "after": moves.after.total.model_dump(),
            "appeared": [it.model_dump() for it in moves.appeared],
            "disappeared": [it.model_dump() for it in moves.disappeared],
            "newly_asked": list(moves.newly_asked),
        }
        write_output((json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode(), output)
    else:
        from kompass.report.moves import Page, show_moves

        page = Page(bench.lang, columns(), painter(output is not None))
        write_output("\n".join(show_moves(moves, bench.content, changes, page)) + "\n", output)
    return 0


def _changes(content: Content, settings: tuple[str, ...]) -> dict[str, str]:
    changes: dict[str, str] = {}
    problems = list(_read(content, settings, changes))
    if problems:
        raise UsageError("\n".join(problems))
    return changes


def _read(content: Content, settings: tuple[str, ...], changes: dict[str, str]) -> Iterator[str]:
    for setting in settings:
        fact, equals, value = setting.partition("=")
        if not equals:
            yield f"Skriv --set faktum=verdi, ikke {setting}."
        elif fact not in content.facts:
            yield f"Det finnes ikke noe faktum {fact}.{did_you_mean(fact, content.facts)}"
        elif value not in (*content.answer_set(fact).values, DONT_KNOW):
            allowed = ", ".join((*content.answer_set(fact).values, DONT_KNOW))
            yield f"{fact} kan ikke være {value}. Velg {allowed}."
        elif fact in changes:
            yield f"{fact} er satt to ganger."
        else:
            changes[fact] = value
