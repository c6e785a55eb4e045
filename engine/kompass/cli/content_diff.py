"""``kompass content diff``."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

import click

from kompass.cli.options import Workbench, workbench
from kompass.cli.progress import progress
from kompass.errors import InvalidAnswersError, UsageError
from kompass.report.numbers import rounded


@click.command("diff", short_help="Se hva en endring av innholdet flytter.")
@click.argument("old", metavar="GAMMEL")
@click.argument("new", metavar="[NY]", required=False)
@click.option(
    "--examples", type=click.Path(path_type=Path), metavar="MAPPE",
    help="Mappe med svarfiler; standard er examples/ ved innholdet.",
)  # fmt: skip
@click.pass_obj
@progress("Sammenlikner")
def command(content_folder: Path | None, old: str, new: str | None, examples: Path | None) -> int:
    """Se hvilke spørsmål, regler, eksempler, poeng og funn som flytter seg.

    GAMMEL og NY er mapper med innhold eller git-revisjoner (HEAD~1). Uten NY brukes innholdet
    som ligger her nå.
    """
    from kompass.authoring.difference import content_changes

    with ExitStack() as stack:
        before = workbench(_folder(old, stack), "nb")
        after = workbench(_folder(new, stack) if new else content_folder, "nb")
        nothing = True
        for change in content_changes(before.content, after.content):
            nothing = False
            for word, ids in (
                ("nye", change.added),
                ("borte", change.removed),
                ("endret", change.changed),
            ):
                if ids:
                    click.echo(f"{change.sort}, {word} ({len(ids)}): {_some(ids)}")
        if nothing:
            click.echo("Innholdet er det samme.")
        if before.content.rules_sha256 == after.content.rules_sha256:
            click.echo("Ingenting som flytter poeng, er endret.")
        folder = examples or Path(str(after.root)) / "examples"
        for file in sorted(folder.glob("*.json")) if folder.is_dir() else ():
            if not file.name.endswith(".published.json"):
                _example(file, before, after)
    return 0


def _example(file: Path, before: Workbench, after: Workbench) -> None:
    from kompass.authoring.difference import example_move
    from kompass.inference.engines import make_evaluator

    try:
        answers = before.read(str(file)).answers, after.read(str(file)).answers
    except InvalidAnswersError as problem:
        click.echo(f"{file.name}: kan ikke leses med begge: {problem.faults[0].text}")
        return
    move = example_move(file.stem, answers, (before.content, after.content), make_evaluator())
    first, second = move.total
    click.echo(f"{move.name}: {rounded(first)} → {rounded(second)} poeng")
    for id, old, new in move.questions:
        click.echo(f"  {id}: {_points(old)} → {_points(new)}")
    for word, ids in (
        ("nye", move.appeared),
        ("borte", move.disappeared),
        ("ny tekst", move.reworded),
    ):
        if ids:
            click.echo(f"  funn, {word} ({len(ids)}): {_some(ids)}")


def _points(points: float | None) -> str:
    return "–" if points is None else rounded(points)


def _some(ids: Sequence[str], most: int = 12) -> str:
    return ", ".join(ids[:most]) + (f" og {len(ids) - most} til" if len(ids) > most else "")


def _folder(name: str, stack: ExitStack) -> Path:
    """Return a content folder, taking a git revision out to a temporary one."""
    if Path(name).is_dir():
        return Path(name)
    done = subprocess.run(
        ["git", "archive", "--format=tar", name, "questionnaires", "rules", "recommendations"],
        capture_output=True,
        check=False,
    )
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip().splitlines()
        raise UsageError(
            f"{name} er verken en mappe eller en git-revisjon her. {' '.join(reason[:1])}"
        )
    place = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(place, filter="data")
    return place
