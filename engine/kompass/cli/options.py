"""Options that several commands share, and what they stand for."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from kompass.cli.streams import say
from kompass.desk.bench import Bench
from kompass.model.base import LANGUAGES, Lang

if TYPE_CHECKING:
    from kompass.intake.answers import Accepted

F = TypeVar("F", bound=Callable[..., Any])

_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True},
    "area": {"bold": True},
    "step": {"bold": True},
    "dim": {"dim": True},
    "full": {"fg": "green"},
    "claimed": {"fg": "yellow"},
    "open": {"fg": "blue"},
    "rest": {"dim": True},
    "strength": {"fg": "green", "bold": True},
    "challenge": {"fg": "yellow", "bold": True},
    "weakness": {"fg": "red", "bold": True},
}


def default_lang() -> str:
    """Return the language the environment asks for, or bokmål."""
    wanted = os.environ.get("KOMPASS_LANG", "nb").lower()[:2]
    return wanted if wanted in LANGUAGES else "nb"


def lang_option(command: F) -> F:
    """Add --lang."""
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        default=default_lang,
        help="Språk: bokmål (nb) eller nynorsk (nn). Standard fra KOMPASS_LANG, ellers nb.",
    )(command)


def content_option(command: F) -> F:
    """Add --content."""
    return click.option(
        "--content",
        "content_folder",
        type=click.Path(path_type=Path),
        metavar="MAPPE",
        help="Bruk innholdet i en annen mappe (questionnaires/, rules/, recommendations/).",
    )(command)


def engine_options(command: F) -> F:
    """Add --engine and --verify."""
    verify = click.option(
        "--verify",
        is_flag=True,
        help="Kjør også referanseevaluatoren, og stans hvis de to er uenige.",
    )
    engine = click.option(
        "--engine",
        type=click.Choice(["auto", "durable", "reference"]),
        default="auto",
        show_default=True,
        help="Regelmotor.",
    )
    return engine(verify(command))


def output_option(command: F) -> F:
    """Add --output."""
    return click.option(
        "-o", "--output", metavar="FIL", help="Skriv til en fil i stedet for skjermen."
    )(command)


class Workbench(Bench):
    """The bench of a command, which reads the files a user names."""

    def read(self, path: str) -> Accepted:
        """Read an answers file."""
        from kompass.cli.streams import read_input

        return self.accept(*read_input(path))


def workbench(folder: Path | None, lang: str) -> Workbench:
    """Return the workbench for a command's options."""
    return Workbench(folder, cast("Lang", lang))


def warn(accepted: Accepted) -> None:
    """Say on stderr what may be wrong with a file that can be used."""
    for warning in accepted.warnings:
        say(f"Advarsel: {warning}")


def painter(to_file: bool) -> Callable[[str, str], str]:
    """Return what gives text its colours: nothing at all unless it goes to a terminal."""
    colour = sys.stdout.isatty() and not to_file and not os.environ.get("NO_COLOR")
    if not colour or os.environ.get("TERM") == "dumb":
        return lambda text, role: text
    return lambda text, role: click.style(text, **_LOOKS.get(role, {}))


def columns() -> int:
    """Return the width to write for: the terminal's, within 60 to 100 columns."""
    return max(60, min(100, shutil.get_terminal_size((80, 24)).columns))
