"""``kompass explain``: why a result is what it is, and what would change it."""

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

if TYPE_CHECKING:
    from kompass.report.explanation import Explainer


@click.command("explain", short_help="Forklar poeng, funn eller steg.")
@click.argument("file", metavar="FIL")
@click.argument("target", metavar="[ID]", required=False)
@output_option
@engine_options
@lang_option
@content_option
def command(
    file: str,
    target: str | None,
    output: str | None,
    engine: str,
    verify: bool,
    lang: str,
    content_folder: Path | None,
) -> int:
    """Forklar hvorfor, fra poengene ned til dokumentet, og hva som ville endret det.

    ID er et område (1), et kriterium (1.1), et spørsmål (1.1.2), et funn (1.1.2.uten-strategi),
    et neste steg (vedta-kommunikasjonsstrategi) eller et faktum (har_kommunikasjonsstrategi).
    Uten ID vises en oversikt.
    """
    from kompass.assessment.assess import describe, stand
    from kompass.report.explanation import Explainer

    bench = workbench(content_folder, lang)
    accepted = bench.read(file)
    warn(accepted)
    answers = accepted.answers
    standing = stand(bench.instrument(answers.framework, engine, verify), answers)
    explainer = Explainer(
        standing=standing,
        result=describe(standing, answers, bench.lang),
        answers=answers,
        lang=bench.lang,
        columns=columns(),
        paint=painter(output is not None),
    )
    write_output("\n".join(_lines(explainer, target, file)) + "\n", output)
    return 0


def _lines(explainer: Explainer, target: str | None, file: str) -> Iterator[str]:
    if target is None:
        return explainer.overview(file)
    lines = explainer.explain(target)
    if lines is None:
        hint = did_you_mean(target, explainer.known())
        raise UsageError(f"Fant ikke {target} i {explainer.result.framework.name}.{hint}")
    return lines
