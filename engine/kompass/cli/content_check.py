"""``kompass content check``."""

from __future__ import annotations

from pathlib import Path

import click

from kompass.cli.options import workbench
from kompass.cli.progress import progress
from kompass.errors import InvalidContentError

WORDS = "ordliste.txt"


@click.command("check", short_help="Se etter feil i spørsmål, regler og steg.")
@click.pass_obj
@progress("Prøver innholdet i alle tilstander")
def command(content_folder: Path | None) -> int:
    """Se etter alt som er galt med innholdet: form, poengsummer, funn, steg og tekster."""
    from kompass.authoring.check import check
    from kompass.authoring.copies import copy_faults, read_fingerprints
    from kompass.authoring.passages import passage_faults, passage_texts
    from kompass.authoring.spelling import available, spelling_faults
    from kompass.authoring.texts import text_faults, texts
    from kompass.content.loader import load_with_places
    from kompass.content.passages import load_passages_with_places

    bench = workbench(content_folder, "nb")
    content, places = load_with_places(bench.root)
    passages, passage_places = load_passages_with_places(bench.root, content)
    places = {**places, **passage_places}
    told = list(passage_texts(content, passages))
    faults = check(content, places)
    if told:
        faults += text_faults(content, told, places)
        faults += passage_faults(content, passages, places)
    written = [*texts(content), *told]
    tests = Path(str(bench.root)) / "tests" / "content"
    faults += copy_faults(written, places, read_fingerprints(tests / "kilder.fingerprints"))
    if problem := available():
        click.echo(f"Stavekontrollen er hoppet over: {problem}.", err=True)
    elif (tests / WORDS).is_file():
        faults += spelling_faults(written, places, tests / WORDS)
    if faults:
        raise InvalidContentError(faults)
    click.echo(
        f"Ingen feil: {len(content.questions)} spørsmål, {len(content.facts)} fakta, "
        f"{len(content.score_rules)} poengregler, {len(content.finding_rules)} funnregler, "
        f"{len(content.steps)} steg, {len(passages.sentences)} omtaler."
    )
    return 0
