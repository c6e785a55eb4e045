"""``kompass content check``."""

from __future__ import annotations

from pathlib import Path

import click

from kompass.cli.options import workbench
from kompass.errors import InvalidContentError

WORDS = "ordliste.txt"


@click.command("check", short_help="Se etter feil i spørsmål, regler og steg.")
@click.pass_obj
def command(content_folder: Path | None) -> int:
    """Se etter alt som er galt med innholdet: form, poengsummer, funn, steg og tekster."""
    from kompass.authoring.check import check
    from kompass.authoring.copies import copy_faults, read_fingerprints
    from kompass.authoring.spelling import available, spelling_faults
    from kompass.content.loader import load_with_places

    bench = workbench(content_folder, "nb")
    content, places = load_with_places(bench.root)
    faults = check(content, places)
    tests = Path(str(bench.root)) / "tests" / "content"
    faults += copy_faults(content, places, read_fingerprints(tests / "kilder.fingerprints"))
    if problem := available():
        click.echo(f"Stavekontrollen er hoppet over: {problem}.", err=True)
    elif (tests / WORDS).is_file():
        faults += spelling_faults(content, places, tests / WORDS)
    if faults:
        raise InvalidContentError(faults)
    click.echo(
        f"Ingen feil: {len(content.questions)} spørsmål, {len(content.facts)} fakta, "
        f"{len(content.score_rules)} poengregler, {len(content.finding_rules)} funnregler, "
        f"{len(content.steps)} steg."
    )
    return 0
