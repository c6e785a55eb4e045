"""``kompass serve`` before anything is served; what it serves is tried in tests/web."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Runner


def test_without_the_extra_it_says_what_to_install(
    inside: Runner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from kompass.cli import serve

    monkeypatch.setattr(serve, "find_spec", lambda name: None if name == "starlette" else True)
    outcome = inside("serve", tmp_path / "ws", "--no-open", content=None)
    assert outcome.code == 1 and "kompass-egenvurdering[web]" in outcome.errors
    assert len(outcome.errors.splitlines()) == 1 and not (tmp_path / "ws").exists()


@pytest.mark.parametrize("port", ["0", "65536", "http"])
def test_a_port_that_cannot_be_is_a_question_of_usage(
    inside: Runner, tmp_path: Path, port: str
) -> None:
    outcome = inside("serve", tmp_path / "ws", "--port", port, content=None)
    assert outcome.code == 2 and not (tmp_path / "ws").exists()


def test_a_workspace_to_restore_that_is_not_there_is_explained(
    inside: Runner, tmp_path: Path
) -> None:
    (tmp_path / "ws").mkdir()
    outcome = inside("serve", tmp_path / "ws", "--restore", content=None)
    assert outcome.code == 1 and "Fant ingen hel sikkerhetskopi" in outcome.errors
