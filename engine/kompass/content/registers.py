"""The registers that content carries: municipalities, and figures others have published."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable

from pydantic import ValidationError

from kompass.errors import Fault, InvalidContentError
from kompass.model.earlier import ReferenceFigure


def municipalities(root: Traversable) -> Mapping[str, str]:
    """Return the name of every municipality, by number; empty where there is no register.

    Source: Statistics Norway, Klass 131, valid from 2026-01-01.
    """
    return {row["number"]: row["name"] for _, row in _rows(root, "municipalities.csv")}


def reference_figures(root: Traversable) -> tuple[ReferenceFigure, ...]:
    """Return the published figures a result can be held against, each with year and source.

    Raises:
        InvalidContentError: With every row that does not hold what it should.
    """
    found, faults = [], []
    for line, row in _rows(root, "reference.csv"):
        try:
            found.append(ReferenceFigure.model_validate(row))
        except ValidationError as problem:
            faults += [
                Fault(
                    "questionnaires/registers/reference.csv", line, f"{it['loc'][0]}: {it['msg']}"
                )
                for it in problem.errors()
            ]
    if faults:
        raise InvalidContentError(faults)
    return tuple(found)


def _rows(root: Traversable, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the line and the columns of every row of a register; none where it is not there."""
    file = root.joinpath("questionnaires").joinpath("registers").joinpath(name)
    if file.is_file():
        rows = csv.DictReader(file.read_text("utf-8-sig").splitlines())
        for row in rows:
            yield rows.line_num, row
