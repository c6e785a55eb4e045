"""``kompass doctor``: does everything work on this machine?"""

from __future__ import annotations

import locale
import platform
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kompass import __version__
from kompass.cli.options import content_option, workbench
from kompass.errors import KompassError

if TYPE_CHECKING:
    from kompass.model.content import Content


@click.command("doctor", short_help="Se om alt virker på denne maskinen.")
@content_option
def command(content_folder: Path | None) -> int:
    """Se om innhold, regelmotor, mellomlager og skjerm virker, og hva som brukes."""
    from kompass.content.cache import cache_folder
    from kompass.inference.durable import availability
    from kompass.inference.engines import make_evaluator

    bench = workbench(content_folder, "nb")
    click.echo(f"kompass      {__version__}")
    click.echo(
        f"Python       {platform.python_version()} ({platform.system()} {platform.machine()})"
    )
    problem = availability()
    if problem is None:
        click.echo(f"Regelmotor   {make_evaluator().name}")
    else:
        click.echo("Regelmotor   reference (samme resultat; durable-rules kan ikke brukes her)")
        click.echo(f"             {problem}")
    folder = cache_folder()
    click.echo(f"Mellomlager  {_cache(folder)}")
    click.echo(
        f"Skjerm       {sys.stdout.encoding}, {locale.getlocale()[0] or 'uten språkinnstilling'}"
    )
    click.echo(f"Tillegg      {_extras()}")
    try:
        content = bench.content
    except KompassError as fault:
        click.echo(f"Innhold      kan ikke leses: {fault}", err=True)
        return fault.exit_code
    questions = {id: len(it.asked) for id, it in content.frameworks.items()}
    click.echo(f"Innhold      {content.version}, {content.sha256[:12]} fra {bench.root}")
    for id, count in questions.items():
        click.echo(f"             {id}: {count} spørsmål")
    click.echo(
        f"Selvtest     {_self_test(content)} regelsett gir samme svar i regelmotor og referanse"
    )
    return 0


def _extras() -> str:
    """Return which extras are installed, and which are not."""
    from kompass.assessment.findings import listed
    from kompass.desk.rendering import missing_extras

    missing = missing_extras()
    installed = [it for it in ("excel", "plan", "report") if it not in missing]
    lacking = f" (mangler {listed(missing, 'nb')})" if missing else ""
    return f"{listed(installed, 'nb') or 'ingen'}{lacking}"


def _self_test(content: Content) -> int:
    """Evaluate every question at its best and worst with both evaluators; return how many."""
    from kompass.assessment.instrument import Instrument
    from kompass.inference.engines import make_evaluator

    evaluator = make_evaluator("auto", verify=True)
    compared = 0
    for id in content.frameworks:
        instrument = Instrument(content, id, evaluator)
        for question, form in instrument.forms.items():
            known, best = form.worst({}), form.best({})
            instrument.score(question, known)
            ranks = instrument.finding_ranks(question, known, best)
            evaluator.fired(instrument.finding_partition(question), ranks)
            compared += 3
    return compared


def _cache(folder: Path | None) -> str:
    if folder is None:
        return "brukes ikke (fant ingen plass for det)"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return str(folder)
    except OSError as problem:
        return f"brukes ikke ({folder}: {problem.strerror})"
