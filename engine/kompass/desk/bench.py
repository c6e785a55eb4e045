"""The content in use, and what can be made from it: what every command and page begins with."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from kompass.model.base import Lang

if TYPE_CHECKING:
    from kompass.assessment.instrument import Instrument
    from kompass.intake.answers import Accepted
    from kompass.model.content import Content


@dataclass(frozen=True)
class Bench:
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
        if is_workbook(output):
            from kompass.intake.workbook_writer import write_workbook

            return write_workbook(document, self.content, self.lang)
        return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()

    def instrument(self, framework: str, engine: str = "auto", verify: bool = False) -> Instrument:
        """Return a framework ready to assess."""
        from kompass.assessment.instrument import Instrument
        from kompass.inference.engines import Choice, make_evaluator

        return Instrument(self.content, framework, make_evaluator(cast("Choice", engine), verify))


def is_workbook(output: str | None) -> bool:
    """Return whether a file that is to be written shall be a workbook."""
    return output is not None and output.lower().endswith(".xlsx")
