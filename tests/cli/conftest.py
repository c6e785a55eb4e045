"""Runs the command line, as a process of its own or inside this one, on real content."""

from __future__ import annotations

import copy
import functools
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from subprocess import PIPE
from typing import Any, Protocol, cast

import pytest
import yaml

from kompass.cli.run import run
from kompass.content import cache
from kompass.content.location import FOLDERS, content_root
from kompass.model.content import Content

FAMILY = "kommunekompasset-3"
SHARED = ("framework.yaml", "answers.yaml", "scales.yaml", "topics.yaml")
READS_CONTENT = (
    "new",
    "merge",
    "check",
    "assess",
    "explain",
    "whatif",
    "plan",
    "schema",
    "doctor",
    "content",
)
KEPT = ("PATH", "PYTHONPATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "TMPDIR", "TEMP")
Environment = Mapping[str, str | None]


@dataclass(frozen=True)
class Outcome:
    """What a command left behind."""

    code: int
    stdout: bytes
    stderr: bytes

    @property
    def text(self) -> str:
        return self.stdout.decode().replace("\r\n", "\n")

    @property
    def errors(self) -> str:
        return self.stderr.decode().replace("\r\n", "\n")

    @property
    def data(self) -> Any:
        return json.loads(self.stdout, parse_constant=_refuse)


class Runner(Protocol):
    """Runs kompass in an empty folder, with the small content unless told otherwise.

    Args:
        arguments: What stands on the command line.
        stdin: What can be read from standard input.
        env: Environment variables to set; one that is None is taken away.
        content: The folder with the content; None for the content kompass came with.
        encoding: That of the terminal.
    """

    def __call__(
        self,
        *arguments: str | Path,
        stdin: bytes = b"",
        env: Environment | None = None,
        content: Path | None = ...,
        encoding: str = "utf-8",
    ) -> Outcome: ...


class Start(Protocol):
    """Starts kompass as a `Runner` does, with more options for `subprocess.Popen`."""

    def __call__(
        self,
        *arguments: str | Path,
        env: Environment | None = None,
        content: Path | None = ...,
        **options: Any,
    ) -> subprocess.Popen[bytes]: ...


class Valid(Protocol):
    """Returns a small valid answers file, with some of its keys replaced."""

    def __call__(self, **changes: Any) -> dict[str, Any]: ...


class Write(Protocol):
    """Writes bytes as they are, or anything else as JSON with one value on each line."""

    def __call__(self, content: Any, name: str = "svar.json") -> Path: ...


def _refuse(constant: str) -> None:
    raise AssertionError(f"{constant} is not JSON")


@pytest.fixture(scope="session")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def surroundings(cache_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The whole environment of a process: nothing of the person's own settings."""
    return {name: os.environ[name] for name in KEPT if name in os.environ} | {
        "HOME": str(tmp_path_factory.mktemp("home")),
        "KOMPASS_CACHE_DIR": str(cache_folder),
        "COLUMNS": "80",
    }


def command_line(arguments: Sequence[str | Path], content: Path | None) -> list[str]:
    """Return arguments with the content to use, right after the name of the command."""
    words = [str(it) for it in arguments]
    if content is None or words == ["content"] or not words or words[0] not in READS_CONTENT:
        return words
    words = [" ".join(words[:2]), *words[2:]] if words[:2] == ["plan", "status"] else words
    return [*words[0].split(), "--content", str(content), *words[1:]]


@pytest.fixture
def start(surroundings: dict[str, str], tmp_path: Path, small: Path) -> Start:
    """Start a process."""

    def start(
        *arguments: str | Path,
        env: Environment | None = None,
        content: Path | None = small,
        **options: Any,
    ) -> subprocess.Popen[bytes]:
        wanted = {**surroundings, **(env or {})}
        process = subprocess.Popen(
            [sys.executable, "-m", "kompass", *command_line(arguments, content)],
            env={name: value for name, value in wanted.items() if value is not None},
            cwd=tmp_path,
            **{"stdin": PIPE, "stdout": PIPE, "stderr": PIPE} | options,
        )
        return cast("subprocess.Popen[bytes]", process)

    return start


@pytest.fixture
def kompass(start: Start, small: Path) -> Runner:
    """Run the real process. For what the process itself decides; `inside` is quicker."""

    def kompass(
        *arguments: str | Path,
        stdin: bytes = b"",
        env: Environment | None = None,
        content: Path | None = small,
        encoding: str = "utf-8",
    ) -> Outcome:
        wanted = {"PYTHONIOENCODING": encoding, **(env or {})}
        with start(*arguments, env=wanted, content=content) as process:
            stdout, stderr = process.communicate(stdin, timeout=60)
        return Outcome(process.returncode, stdout, stderr)

    return kompass


@pytest.fixture(scope="session")
def load_once() -> Any:
    """Content is a value that never changes, so this process reads each folder once."""
    original = cache.load_cached
    by_folder = functools.cache(lambda folder: original(Path(folder)))

    def load(root: Traversable) -> Content:
        content: Content = by_folder(str(root))
        return content

    return load


@pytest.fixture
def inside(
    surroundings: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    load_once: Any,
    small: Path,
) -> Runner:
    """Run a command inside this process: an exception it lets out fails the test."""

    def inside(
        *arguments: str | Path,
        stdin: bytes = b"",
        env: Environment | None = None,
        content: Path | None = small,
        encoding: str = "utf-8",
    ) -> Outcome:
        written = io.BytesIO(), io.BytesIO()
        stdout, stderr = (io.TextIOWrapper(it, encoding, newline="\n") for it in written)
        with monkeypatch.context() as patch:
            for name in ("KOMPASS_LANG", "NO_COLOR"):
                patch.delenv(name, raising=False)
            for name, value in {**surroundings, **(env or {})}.items():
                patch.setenv(name, value) if value is not None else patch.delenv(name, False)
            patch.chdir(tmp_path)
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
            patch.setattr(sys, "stdout", stdout)
            patch.setattr(sys, "stderr", stderr)
            patch.setattr("kompass.content.cache.load_cached", load_once)
            code = run(command_line(arguments, content))
        stdout.flush()
        stderr.flush()
        outcome = Outcome(code, *(it.getvalue() for it in written))
        assert b"Traceback" not in outcome.stderr
        assert b"Uventet feil" not in outcome.stderr
        return outcome

    return inside


@pytest.fixture
def valid() -> Valid:
    answers = {
        "schema": "kompass/answers/1",
        "framework": "kommunekompasset-3.1",
        "municipality": {"number": "3422", "name": "Åmot"},
        "date": "2026-03-01",
        "answers": {
            "utvikler_lokaldemokratiet_planmessig": {
                "value": "delvis",
                "evidence": [{"kind": "document", "title": "Årsmelding 2025", "locator": "side 3"}],
                "basis": "stated",
            },
            "demokratiarbeid_utbredelse": "noen",
            "har_demokratistrategi": {"value": "planlagt", "due": "2027-01-01"},
            "kommunikasjonsarbeid_satt_i_system": "ja",
            "kommunikasjonsarbeid_utbredelse": "de_fleste",
            "har_kommunikasjonsstrategi": "nei",
            "har_innbyggerdialogstrategi": "ja",
            "kommunikasjonsressurs_satt_av": "nei",
            "kommunikasjonsarbeid_laering": "vet_ikke",
        },
    }

    def valid(**changes: Any) -> dict[str, Any]:
        return copy.deepcopy(answers) | changes

    return valid


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(content: Any, name: str = "svar.json") -> Path:
        file = tmp_path / name
        if not isinstance(content, bytes):
            content = json.dumps(content, ensure_ascii=False, indent=1).encode()
        file.write_bytes(content)
        return file

    return write


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two criteria of the real content, quick to use, with two things the rest may lack.

    Only version 3.2 asks about 1.4, and 1.1.1 may be not relevant.
    """
    root, folder = content_root(), tmp_path_factory.mktemp("small")
    with_cases = [*FOLDERS, "tests/rules"]
    for part in with_cases:
        (folder / part / FAMILY).mkdir(parents=True)
        for file in root.joinpath(part).joinpath(FAMILY).iterdir():
            if file.name.startswith(("1.1-", "1.4-")) or file.name in SHARED:
                (folder / part / FAMILY / file.name).write_bytes(file.read_bytes())
    questionnaires = folder / "questionnaires" / FAMILY
    register = root.joinpath("questionnaires").joinpath("registers")
    shutil.copytree(str(register), folder / "questionnaires" / "registers")

    framework = yaml.safe_load((questionnaires / "framework.yaml").read_text("utf-8"))
    first, second = framework["versions"][:2]
    first["questions"], second["questions"] = {"1.1": ["1.1.1", "1.1.2"]}, {"1.4": ["1.4.1"]}
    framework["versions"] = [first, second]
    kept = "".join(it.read_text("utf-8") for it in questionnaires.glob("1.*.yaml"))
    framework["retired"] = {
        old: new for old, new in framework["retired"].items() if f"id: {new}\n" in kept
    }
    _dump(questionnaires / "framework.yaml", framework)

    [file] = questionnaires.glob("1.1-*.yaml")
    questions = yaml.safe_load(file.read_text("utf-8"))
    gate = questions["questions"][0]["facts"][0]
    gate["not_relevant"] = {"nb": "når det ikke gjelder", "nn": "når det ikkje gjeld"}
    _dump(file, questions)
    return folder


@pytest.fixture(scope="session")
def later(small: Path) -> str:
    """A fact that only version 3.2 of the small content asks."""
    [file] = small.glob("questionnaires/*/1.4-*.yaml")
    questions = yaml.safe_load(file.read_text("utf-8"))
    return str(questions["questions"][0]["facts"][0]["id"])


@pytest.fixture
def changed(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small content, for a test to spoil."""
    return Path(shutil.copytree(small, tmp_path_factory.mktemp("changed") / "content"))


def _dump(file: Path, value: Any) -> None:
    file.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), "utf-8")
