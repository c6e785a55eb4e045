"""``kompass new``: blank answers to fill in."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from kompass.cli.options import (
    Workbench,
    content_option,
    lang_option,
    output_option,
    warn,
    workbench,
)
from kompass.cli.streams import read_input, say, write_output
from kompass.desk.bench import is_workbook
from kompass.desk.municipality import find_municipality
from kompass.errors import UsageError, did_you_mean
from kompass.model.answers import ANSWERS_SCHEMA


@click.command("new", short_help="Lag en tom svarfil.")
@click.option("--municipality", metavar="NR", help="Kommunenummer (fire sifre) eller navn.")
@click.option("--framework", metavar="ID", help="Versjon; standard er kommunekompasset-3.1.")
@click.option("--date", "day", metavar="DATO", help="Dagen svarene gjelder (ÅÅÅÅ-MM-DD); i dag.")
@click.option("--core", is_flag=True, help="Bare kjernefaktaene: bildet du får på en time.")
@click.option("--role", metavar="ROLLE", help="Bare det en rolle vanligvis vet, for eksempel hr.")
@click.option(
    "--from", "start", metavar="FIL",
    help="Fortsett på en svarfil: alle svar beholdes, spørsmålene skrives på nytt.",
)  # fmt: skip
@click.option("--force", is_flag=True, help="Skriv over en fil som finnes.")
@output_option
@lang_option
@content_option
def command(
    municipality: str | None,
    framework: str | None,
    day: str | None,
    core: bool,
    role: str | None,
    start: str | None,
    force: bool,
    output: str | None,
    lang: str,
    content_folder: Path | None,
) -> int:
    """Lag en svarfil der alt er «vet_ikke», med spørsmål og lovlige svar ved siden av.

    Med -o skjema.xlsx blir det et regneark med ett ark per område, nedtrekkslister og hjelp.

    Spørsmålene står under extensions i hvert svar; kompass leser dem ikke, og du kan slette dem.
    Med --from fortsetter du på en fil, for eksempel fra timebildet til alle spørsmålene, fra i fjor
    til i år eller fra bokmål til nynorsk. Ingen svar går tapt.
    """
    from kompass.intake.blank import blank_answer, continued
    from kompass.intake.document import unanswered

    bench = workbench(content_folder, lang)
    content = bench.content
    before: dict[str, Any] = {}
    if start is not None:
        accepted, before = bench.take(*read_input(start))
        warn(accepted)
    chosen = framework or before.get("framework") or next(iter(content.frameworks))
    if chosen not in content.frameworks:
        hint = did_you_mean(chosen, content.frameworks)
        raise UsageError(
            f"Rammeverket {chosen} finnes ikke.{hint} Velg {', '.join(content.frameworks)}."
        )
    if role is not None and role not in content.roles:
        hint = did_you_mean(role, content.roles)
        raise UsageError(f"Rollen {role} finnes ikke.{hint} Velg {', '.join(content.roles)}.")
    if output not in (None, "-") and output is not None and Path(output).exists() and not force:
        raise UsageError(f"{output} finnes fra før. Bruk --force for å skrive over den.")
    wanted = [
        fact
        for fact in content.facts_of(chosen)
        if (fact.core or not core) and (role is None or role in fact.asks)
    ]
    if start is None or municipality is not None:
        number, name = _municipality(bench, municipality)
        before |= {"municipality": {"number": number, "name": name}}
    if start is None or day is not None:
        before |= {"date": _day(day)}
    before |= {"framework": chosen}
    if start is None:
        blank = {fact.id: blank_answer(content, fact, bench.lang) for fact in wanted}
        answers = {"schema": ANSWERS_SCHEMA, **before, "answers": blank}
    else:
        answers = continued(before, content, wanted, bench.lang)
    write_output(bench.document(answers, output), output)
    if output not in (None, "-"):
        where = "de gule cellene" if is_workbook(output) else "value"
        say(
            f"{output}: {unanswered(answers)} spørsmål å svare på. "
            f"Fyll ut {where}, og kjør kompass assess {output}."
        )
    return 0


def _municipality(bench: Workbench, wanted: str | None) -> tuple[str, str]:
    from kompass.content.registers import municipalities

    if wanted is None:
        return "0000", "Kommunens navn"
    found = find_municipality(municipalities(bench.root), wanted)
    if found is None:
        say(f"{wanted} står ikke i registeret for 2026; fyll inn navnet selv.")
        return wanted, "Kommunens navn"
    return found


def _day(day: str | None) -> str:
    if day is None:
        return datetime.now(tz=UTC).date().isoformat()
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", day):
            raise ValueError
        return date.fromisoformat(day).isoformat()
    except ValueError:
        raise UsageError(f"{day} er ikke en dato. Skriv ÅÅÅÅ-MM-DD.") from None
