"""``kompass plan status``: a plan read against the answers of a later year."""

from __future__ import annotations

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
from kompass.cli.streams import read_input, write_output
from kompass.errors import UsageError


@click.command("status", short_help="Les en plan mot nye svar.")
@click.argument("plan_file", metavar="PLAN")
@click.argument("file", metavar="SVAR")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "md"]), default="text",
    show_default=True,
    help="Tekst for skjermen, JSON for skript, Markdown for Word, PDF og HTML (kompass render).",
)  # fmt: skip
@click.option(
    "--before", metavar="SVAR",
    help="Svarene planen er laget av. Viser hva som er endret utenfor planen, og hvorfor noe ga "
    "mindre enn ventet.",
)  # fmt: skip
@output_option
@engine_options
@lang_option
@content_option
def command(
    plan_file: str,
    file: str,
    form: str,
    before: str | None,
    output: str | None,
    engine: str,
    verify: bool,
    lang: str,
    content_folder: Path | None,
) -> int:
    """Les en plan (PLAN, fra kompass plan -o plan.json) mot nye svar (SVAR).

    Viser hva som er gjort, i gang og ikke begynt, hva som er forsinket, og hva planen har gitt.
    Det er svarene som avgjør: et steg er gjort når det det skulle endre, er endret.
    """
    if [plan_file, file, before].count("-") > 1:
        raise UsageError("Bare én av filene kan leses fra standard inn.")
    bench = workbench(content_folder, lang)
    from kompass.intake.plan import read_plan

    plan = read_plan(*read_input(plan_file))
    accepted = bench.read(file)
    warn(accepted)
    answers = accepted.answers
    earlier = None if before is None else bench.read(before).answers
    with progress("Leser planen mot svarene"):
        from kompass.assessment.assess import stand
        from kompass.planning.status import follow_up

        standing = stand(bench.instrument(answers.framework, engine, verify), answers)
        status = follow_up(plan, standing, answers, bench.lang, earlier)
    if form == "json":
        write_output((status.model_dump_json(by_alias=True, indent=2) + "\n").encode(), output)
        return 0
    from kompass.report.moves import Page
    from kompass.report.status_text import StatusVoice, show_status, status_markdown

    voice = StatusVoice(status, bench.content, file)
    if form == "md":
        from kompass.desk.rendering import need

        need("md")
        write_output(status_markdown(voice), output)
    else:
        page = Page(bench.lang, columns(), painter(output is not None))
        write_output("\n".join(show_status(voice, page)) + "\n", output)
    return 0
