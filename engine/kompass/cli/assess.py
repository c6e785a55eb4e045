"""``kompass assess``: the main command."""

from __future__ import annotations

from math import floor, isnan
from pathlib import Path

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
from kompass.cli.progress import progress
from kompass.cli.streams import say, write_output

GATE_NOT_MET = 3
INCOMPLETE = 5


@click.command("assess", short_help="Regn ut profil, funn og neste steg.")
@click.argument("file", metavar="FIL")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "md"]), default="text",
    show_default=True,
    help="Tekst for skjermen, JSON for skript, Markdown for videre redigering.",
)  # fmt: skip
@click.option("--plain", is_flag=True, help="Setninger i stedet for søyler, for skjermlesere.")
@click.option("--all", "everything", is_flag=True, help="Vis alle funn og steg.")
@click.option("--min-total", type=float, metavar="POENG", help="Krev minst så mange poeng i alt.")
@click.option(
    "--min-area", multiple=True, metavar="OMRÅDE=POENG", help="Krev poeng på et område: 3=50."
)
@click.option("--require-complete", is_flag=True, help="Krev at alt som spørres om, er besvart.")
@output_option
@engine_options
@lang_option
@content_option
@progress("Regner ut profil, funn og neste steg")
def command(
    file: str,
    form: str,
    plain: bool,
    everything: bool,
    min_total: float | None,
    min_area: tuple[str, ...],
    require_complete: bool,
    output: str | None,
    engine: str,
    verify: bool,
    lang: str,
    content_folder: Path | None,
) -> int:
    """Vurder en kommune ut fra en svarfil (FIL; - er standard inn).

    Viser profilen, de viktigste styrkene, utfordringene og svakhetene, og neste steg som gir mest.
    """
    from kompass.assessment.assess import describe, stand
    from kompass.assessment.uncertainty import with_uncertainty
    from kompass.report.markdown import as_markdown
    from kompass.report.numbers import rounded
    from kompass.report.terminal import Screen, render

    bench = workbench(content_folder, lang)
    gates = _gates(min_total, min_area, {area.id for area in bench.content.areas})
    accepted = bench.read(file)
    warn(accepted)
    answers = accepted.answers
    standing = stand(bench.instrument(answers.framework, engine, verify), answers)
    result = with_uncertainty(describe(standing, answers, bench.lang), standing)
    if form == "json":
        data = result.model_dump_json(by_alias=True, indent=2) + "\n"
        write_output(data.encode(), output)
    elif form == "md":
        write_output(as_markdown(result, bench.lang), output)
    else:
        screen = Screen(
            lang=bench.lang,
            columns=columns(),
            paint=painter(output is not None),
            bars=not plain,
            everything=everything,
            file=file,
        )
        write_output(render(result, screen), output)
    points = {area.id: area.points for area in result.areas} | {"": result.total.points}
    missed = [(area, wanted) for area, wanted in gates if points[area] < wanted]
    for area, wanted in missed:
        what = f"Område {area}" if area else "Totalen"
        # Rounded down: points just short of the gate must not read as if they met it.
        short = rounded(floor(points[area] * 10) / 10)
        gate = f"{wanted:g}".replace(".", ",")
        say(f"{what} har {short} poeng; kravet er {gate}.")
    if missed:
        return GATE_NOT_MET
    coverage = result.total.coverage
    if require_complete and coverage.answered < coverage.asked:
        missing = coverage.asked - coverage.answered
        say(f"{missing} av {coverage.asked} fakta er ikke besvart.")
        return INCOMPLETE
    return 0


def _gates(
    min_total: float | None, min_area: tuple[str, ...], areas: set[str]
) -> list[tuple[str, float]]:
    gates = [] if min_total is None else [("", min_total)]
    for text in min_area:
        area, _, points = text.partition("=")
        try:
            gates.append((area, float(points.replace(",", "."))))
        except ValueError:
            raise click.UsageError(f"Skriv --min-area som 3=50, ikke {text}.") from None
        if area not in areas:
            raise click.UsageError(f"Det finnes ikke noe område {area}. Velg 1 til {max(areas)}.")
    if any(isnan(points) for _, points in gates):
        raise click.UsageError("Kravet må være et tall; nan er ikke et krav.")
    return gates
