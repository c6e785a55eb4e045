"""``kompass content show``."""

from __future__ import annotations

from pathlib import Path

import click

from kompass.cli.options import columns, lang_option, workbench
from kompass.errors import UsageError, did_you_mean


@click.command("show", short_help="Vis alt et spørsmål bærer, med profiltabell.")
@click.argument("target", metavar="ID")
@lang_option
@click.pass_obj
def command(content_folder: Path | None, target: str, lang: str) -> int:
    """Vis et spørsmål (1.1.2) eller et helt kriterium (1.1): fakta, poeng, funn, steg, profiler."""
    from kompass.authoring.show import show
    from kompass.inference.partition import ReferenceEvaluator

    bench = workbench(content_folder, lang)
    questions = [
        it for it in bench.content.questions if it == target or it.startswith(f"{target}.")
    ]
    if target in bench.content.facts:
        questions = [bench.content.facts[target].question]
    if not questions:
        known = [*bench.content.questions, *bench.content.facts]
        raise UsageError(f"Fant ikke {target}.{did_you_mean(target, known)}")
    for at, question in enumerate(questions):
        if at:
            click.echo()
        for line in show(bench.content, question, ReferenceEvaluator(), bench.lang, columns()):
            click.echo(line)
    return 0
