"""The register of municipalities that content carries."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from importlib.resources.abc import Traversable


def municipalities(root: Traversable) -> Mapping[str, str]:
    """Return the name of every municipality, by number; empty where there is no register.

    Source: Statistics Norway, Klass 131, valid from 2026-01-01.
    """
    file = root.joinpath("questionnaires").joinpath("registers").joinpath("municipalities.csv")
    if not file.is_file():
        return {}
    rows = csv.DictReader(file.read_text("utf-8").splitlines())
    return {row["number"]: row["name"] for row in rows}
