"""``kompass check``: validate and lint an answers file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kompass.cli.options import content_option, lang_option, warn, workbench

if TYPE_CHECKING:
    from kompass.assessment.standing import Standing
    from kompass.model.answers import Answers


@click.command("check", short_help="Se etter feil og mangler i en svarfil.")
@click.argument("file", metavar="FIL")
@lang_option
@content_option
def command(file: str, lang: str, content_folder: Path | None) -> int:
    """Se etter feil i en svarfil, og etter det som bør ses på før den vurderes.

    Feil gir kode 4. Det som bare bør ses på, gir kode 0.
    """
    from kompass.assessment.assess import describe, stand
    from kompass.report.layout import clean

    bench = workbench(content_folder, lang)
    accepted = bench.read(file)
    warn(accepted)
    answers = accepted.answers
    standing = stand(bench.instrument(answers.framework, "reference"), answers)
    result = describe(standing, answers, bench.lang)
    coverage = result.total.coverage
    click.echo(
        f"{file}: ingen feil. {coverage.answered} av {coverage.asked} fakta er besvart, "
        f"{coverage.documented} med dokumentasjon."
    )
    for note in result.notes:
        if note.code != "reference_engine":
            click.echo(f"- {clean(note.text)}")
    for line in _lint(standing, answers):
        click.echo(f"- {line}")
    return 0


def _lint(standing: Standing, answers: Answers) -> Iterator[str]:
    from kompass.assessment.steps import is_planned

    content = standing.instrument.content
    proven = standing.sheet.proven(content)
    bare = [
        name
        for name in answers.answers
        if name in content.facts and standing.rank(name) > 1 and name not in proven
        and not is_planned(standing, name)
    ]  # fmt: skip
    if bare:
        yield f"{len(bare)} positive svar mangler dokumentasjon: {_some(bare)}"
    undated = [
        name
        for name in answers.answers
        if name in content.facts and is_planned(standing, name) and name not in standing.sheet.due
    ]
    if undated:
        yield f"{len(undated)} planlagte tiltak mangler frist (due): {_some(undated)}"
    guessed = [
        name for name, it in answers.answers.items() if it.basis == "inferred" and not it.note
    ]
    if guessed:
        yield f"{len(guessed)} utledede svar mangler forklaring (note): {_some(guessed)}"


def _some(names: list[str], most: int = 5) -> str:
    shown = ", ".join(names[:most])
    return shown + (f" og {len(names) - most} til" if len(names) > most else "")
