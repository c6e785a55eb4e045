"""What a start imports: a command should not wait for what it does not use."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Runner, Valid, Write

HEAVY = {"pydantic", "yaml", "jsonschema", "durable_rules_engine", "hypothesis", "numpy", "highspy"}
_IMPORT = re.compile(r"^import time: +\d+ \| +\d+ \| +([\w.]+)$", re.M)


def imported(kompass: Runner, *arguments: str | Path, cache: Path | None = None) -> set[str]:
    """Run a command; return the modules and packages it imported."""
    env = {"PYTHONPROFILEIMPORTTIME": "1"} | ({"KOMPASS_CACHE_DIR": str(cache)} if cache else {})
    outcome = kompass(*arguments, env=env)
    assert outcome.code == 0, outcome.errors
    modules = _IMPORT.findall(outcome.errors)
    assert "kompass.cli.run" in modules
    return {module.split(".")[0] for module in modules}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["content", "--help"]], ids=str)
def test_help_imports_nothing_heavy(kompass: Runner, arguments: list[str]) -> None:
    assert imported(kompass, *arguments) & HEAVY == set()


def test_a_warm_start_reads_neither_yaml_nor_schemas(
    kompass: Runner, write: Write, valid: Valid, tmp_path: Path
) -> None:
    file = write(valid())
    cold = imported(kompass, "assess", file, cache=tmp_path / "cache")
    warm = imported(kompass, "assess", file, cache=tmp_path / "cache")
    assert {"pydantic", "yaml"} <= cold
    assert "pydantic" in warm
    assert warm & {"yaml", "jsonschema", "hypothesis"} == set()


def test_the_reference_evaluator_needs_no_durable_rules(
    kompass: Runner, write: Write, valid: Valid
) -> None:
    file = write(valid())
    assert "durable_rules_engine" not in imported(kompass, "assess", file, "--engine", "reference")
