"""The files a plan is written to, each in the format its name asks for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kompass.cli.progress import progress
from kompass.cli.rendering import format_of, tell_replaced
from kompass.cli.streams import write_output
from kompass.desk.plans import PLAN_FORMATS, plan_file
from kompass.desk.rendering import need
from kompass.errors import UsageError

if TYPE_CHECKING:
    from kompass.model.plan import Plan


def outputs_of(
    named: Sequence[str], more: Sequence[str], form: str | None
) -> tuple[tuple[str, str | None], ...]:
    """Return each format to write and the file it goes to; None is the screen.

    A shell expands ``-o plan.{json,md}`` to ``-o plan.json plan.md``. What follows is taken as
    further files when it differs from the last one named in its ending only, and never otherwise:
    a second file of answers must not be written over.

    Raises:
        UsageError: The options do not fit together.
        KompassError: What a format needs is not installed.
    """
    for path in more:
        if not named or Path(path).with_suffix("") != Path(named[-1]).with_suffix(""):
            raise UsageError(
                f"Planen lages av én svarfil; {path} er én for mye. Skal den skrives, bruk -o."
            )
    files = (*named, *more)
    if len(files) > 1 and form is not None:
        raise UsageError("--format passer ikke med flere filer; endelsen på hver av dem bestemmer.")
    if not files:
        if form in (None, "text"):
            return ()
        need(form)
        return ((form, None),)
    if form == "text":
        raise UsageError("Tekst er for skjermen; velg en fil som slutter på .md, eller dropp -o.")
    found = tuple((format_of(path, form, PLAN_FORMATS), path) for path in files)
    for chosen, _ in found:
        need(chosen)
    return found


def write_plan(plan: Plan, outputs: Sequence[tuple[str, str | None]]) -> None:
    """Write a plan to every file, after all of them have been made.

    Raises:
        KompassError: One of them cannot be made or written.
    """
    made = []
    for form, path in outputs:
        with progress(f"Skriver {path or form}"):
            file = plan_file(plan, form)
        tell_replaced(file.replaced)
        made.append((file.data, path))
    for data, path in made:
        write_output(data, path)
