"""Options that several commands share, and what they stand for."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from kompass.cli.streams import say
from kompass.model.base import LANGUAGES, Lang

if TYPE_CHECKING:
    from kompass.assessment.instrument import Instrument
    from kompass.intake.answers import Accepted
    from kompass.model.content import Content

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


@dataclass(frozen=True)
class Workbench:
    """The content in use, and what can be made from it.

    Attributes:
        folder: The content folder the user named; None for the one kompass came with.
        lang: The language of everything that is said.
    """

    folder: Path | None
    lang: Lang

    @cached_property
    def root(self) -> Traversable:
        """The folder the content is read from."""
        from kompass.content.location import content_root

        return content_root(self.folder)

    @cached_property
    def content(self) -> Content:
        """The content, from the cache when it has not changed."""
        from kompass.content.cache import load_cached

        return load_cached(self.root)

    def read(self, path: str) -> Accepted:
        """Read an answers file."""
        from kompass.cli.streams import read_input

        return self.accept(*read_input(path))

    def accept(self, data: bytes, name: str) -> Accepted:
        """Return the answers in the bytes of a JSON file or a workbook.

        Raises:
            InvalidAnswersError: The file does not hold what it should.
        """
        return self._accept(data, name)[0]

    def take(self, data: bytes, name: str) -> tuple[Accepted, dict[str, Any]]:
        """Return the answers in a file's bytes, and the document they stand in.

        Raises:
            InvalidAnswersError: The file does not hold what it should.
        """
        import json

        accepted, text = self._accept(data, name)
        return accepted, json.loads(text)

    def _accept(self, data: bytes, name: str) -> tuple[Accepted, bytes]:
        from kompass.content.registers import municipalities
        from kompass.intake.answers import Accepted, World, read_answers
        from kompass.intake.sheets import SIGNATURE

        today = datetime.now(tz=UTC).date()
        world = World(self.content, municipalities(self.root), today)
        if not data.startswith(SIGNATURE):
            return read_answers(data, name, world, self.lang), data
        from kompass.errors import InvalidAnswersError
        from kompass.intake.workbook_reader import read_workbook

        filled = read_workbook(data, name, self.content, self.lang)
        try:
            accepted = read_answers(filled.data, name, world, self.lang)
        except InvalidAnswersError as problem:
            raise InvalidAnswersError(map(filled.at_cells, problem.faults)) from problem
        warnings = tuple(map(filled.at_cells, accepted.warnings))
        return Accepted(accepted.answers, warnings), filled.data

    def document(self, document: dict[str, Any], output: str | None) -> bytes:
        """Return a document of answers as the bytes to write: a workbook for ``.xlsx``."""
        import json

        if is_workbook(output):
            from kompass.intake.workbook_writer import write_workbook

            return write_workbook(document, self.content, self.lang)
        return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()

    def instrument(self, framework: str, engine: str = "auto", verify: bool = False) -> Instrument:
        """Return a framework ready to assess."""
        from kompass.assessment.instrument import Instrument
        from kompass.inference.engines import Choice, make_evaluator

        return Instrument(self.content, framework, make_evaluator(cast("Choice", engine), verify))


def workbench(folder: Path | None, lang: str) -> Workbench:
    """Return the workbench for a command's options."""
    return Workbench(folder, cast("Lang", lang))


def is_workbook(output: str | None) -> bool:
    """Return whether a file that is to be written shall be a workbook."""
    return output is not None and output.lower().endswith(".xlsx")


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
