"""What happens where files, pipes, terminals and signals do not do as they are asked."""

from __future__ import annotations

import errno
import os
import signal
import stat
import sys
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from kompass.cli import main
from kompass.cli.options import painter
from kompass.cli.run import run
from kompass.cli.streams import write_output
from kompass.errors import KompassError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.conftest import Runner, Start, Valid, Write

FACT = "har_kommunikasjonsstrategi"
posix = pytest.mark.skipif(os.name != "posix", reason="Windows has no such signals and devices")
full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device to fill")


@pytest.fixture
def file(write: Write, valid: Valid) -> Path:
    return write(valid())


def names(folder: Path) -> list[str]:
    return sorted(it.name for it in folder.iterdir())


# Files.


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("nope/ut.txt", "mappa nope finnes ikke"),
        ("folder", "det er en mappe"),
        ("svar.json/ut.txt", "svar.json"),
    ],
)
def test_an_output_that_cannot_be_is_named(
    inside: Runner, file: Path, tmp_path: Path, form: str, output: str, words: str
) -> None:
    (tmp_path / "folder").mkdir()
    outcome = inside("assess", file, "--format", form, "-o", output)
    assert (outcome.code, outcome.stdout) == (1, b"")
    assert f"Kan ikke skrive {output}: " in outcome.errors
    assert words in outcome.errors
    assert names(tmp_path) == ["folder", "svar.json"]


def test_a_write_protected_file_is_left_alone(
    inside: Runner, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ut.txt").write_text("before")
    # As any other user sees it: root may write to every file.
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    outcome = inside("assess", file, "-o", "ut.txt")
    assert (outcome.code, outcome.stdout) == (1, b"")
    assert "Kan ikke skrive ut.txt: fila er skrivebeskyttet" in outcome.errors
    assert (tmp_path / "ut.txt").read_text() == "before"
    assert names(tmp_path) == ["svar.json", "ut.txt"]


def test_a_write_protected_folder_is_left_alone(
    inside: Runner, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    outcome = inside("assess", file, "-o", "ut.txt")
    assert (outcome.code, outcome.stdout) == (1, b"")
    assert f"Kan ikke skrive ut.txt: {os.strerror(errno.EACCES)}" in outcome.errors
    assert names(tmp_path) == ["svar.json"]


@pytest.mark.parametrize("at", ["os.fsync", "pathlib.Path.replace"])
@pytest.mark.parametrize(
    "problem", [OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), KeyboardInterrupt()], ids=repr
)
@pytest.mark.parametrize("before", [b"before", None])
def test_an_interrupted_write_leaves_what_was_there(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    at: str,
    problem: BaseException,
    before: bytes | None,
) -> None:
    target = tmp_path / "ut.txt"
    if before is not None:
        target.write_bytes(before)

    def fail(*_: object) -> None:
        raise problem

    expected = KompassError if isinstance(problem, OSError) else KeyboardInterrupt
    with monkeypatch.context() as patch:
        patch.setattr(at, fail)
        with pytest.raises(expected):
            write_output("after", str(target))
    assert names(tmp_path) == ([] if before is None else ["ut.txt"])
    assert before is None or target.read_bytes() == before
    write_output("after", str(target))
    assert target.read_bytes() == b"after"


@posix
def test_a_written_file_keeps_its_mode_and_its_place(tmp_path: Path) -> None:
    target, link = tmp_path / "ut.txt", tmp_path / "link"
    target.write_text("before")
    target.chmod(0o640)
    link.symlink_to(target)
    write_output("after", str(link))
    assert link.is_symlink()
    assert target.read_text() == "after"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@posix
def test_a_new_file_has_the_mode_of_any_other(tmp_path: Path) -> None:
    write_output(b"new", str(tmp_path / "ut.txt"))
    (tmp_path / "other").touch()
    modes = {stat.S_IMODE(it.stat().st_mode) for it in tmp_path.iterdir()}
    assert len(modes) == 1


def test_two_processes_that_write_the_same_file_leave_one_whole_result(
    start: Start, inside: Runner, write: Write, valid: Valid, tmp_path: Path
) -> None:
    write(valid(), "a.json")
    write(valid(answers={FACT: "ja"}), "b.json")
    wanted = [inside("assess", name, "--format", "json").stdout for name in ("a.json", "b.json")]
    assert wanted[0] != wanted[1]
    options = ("--format", "json", "-o", "ut.json")
    processes = [start("assess", name, *options) for name in ("a.json", "b.json") * 2]
    said = [process.communicate(timeout=60) for process in processes]
    assert said == [(b"", b"")] * 4
    assert [process.returncode for process in processes] == [0] * 4
    assert (tmp_path / "ut.json").read_bytes() in wanted
    assert names(tmp_path) == ["a.json", "b.json", "ut.json"]


@full
@pytest.mark.parametrize(
    "command",
    [["assess", "svar.json"], ["assess", "svar.json", "--format", "json"], ["check", "svar.json"]],
    ids=" ".join,
)
def test_a_full_disk_is_a_failure_that_is_told(
    start: Start, file: Path, command: list[str]
) -> None:
    with Path("/dev/full").open("wb") as device, start(*command, stdout=device) as process:
        _, said = process.communicate(timeout=60)
    assert process.returncode == 1
    assert said.decode() == f"{os.strerror(errno.ENOSPC)}\n"


@full
def test_a_full_disk_behind_an_output_file_is_told(inside: Runner, file: Path) -> None:
    outcome = inside("assess", file, "-o", "/dev/full")
    assert (outcome.code, outcome.stdout) == (1, b"")
    assert f"Kan ikke skrive /dev/full: {os.strerror(errno.ENOSPC)}" in outcome.errors


# Terminals.


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize(
    ("command", "code", "words"),
    [
        (["assess", "svar.json"], 0, {"ascii": "Amot (3422)", "cp1252": "Åmot (3422)"}),
        (["assess", "svar.json", "--format", "md"], 0, {"ascii": "# Egenvurdering: Amot"}),
        (["explain", "svar.json", "1.1.2"], 0, {"ascii": "nar alt er kjent"}),
        (["content", "show", "1.1.2"], 0, {"ascii": "POENG", "cp1252": "får innbyggerne"}),
        (["--help"], 0, {"ascii": "og sa   kompass assess", "cp1252": "og så   kompass assess"}),
        (["assess", "bad.json"], 4, {"ascii": "bad.json:2: Fila er ikke gyldig JSON i kolonne 5"}),
        (["assess", "måte.json"], 2, {"ascii": "mate.json", "cp1252": "måte.json"}),
    ],
    ids=lambda it: " ".join(it) if isinstance(it, list) else None,
)
def test_any_text_can_be_shown_in_any_terminal(
    inside: Runner,
    file: Path,
    write: Write,
    encoding: str,
    command: list[str],
    code: int,
    words: dict[str, str],
) -> None:
    write(b'{\n"\xc3\xb8" 1}', "bad.json")
    outcome = inside(*command, encoding=encoding)
    assert outcome.code == code
    shown = (outcome.stdout + outcome.stderr).decode(encoding)
    assert words.get(encoding, "") in shown
    assert "\\x" not in shown
    assert "\\u" not in shown


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_process_shows_the_same(
    kompass: Runner, inside: Runner, file: Path, encoding: str
) -> None:
    outcome = kompass("assess", file, encoding=encoding)
    assert outcome.code == 0
    assert outcome == inside("assess", file, encoding=encoding)


def test_json_is_utf_8_in_any_terminal(inside: Runner, file: Path) -> None:
    command = ("assess", file, "--format", "json")
    outcome = inside(*command, encoding="ascii")
    assert outcome.stdout == inside(*command).stdout
    assert "Åmot".encode() in outcome.stdout


@pytest.mark.parametrize(
    ("terminal", "to_file", "env", "coloured"),
    [
        (True, False, {}, True),
        (True, True, {}, False),
        (False, False, {}, False),
        (True, False, {"NO_COLOR": "1"}, False),
        (True, False, {"TERM": "dumb"}, False),
    ],
)
def test_only_a_terminal_that_wants_it_gets_colours(
    monkeypatch: pytest.MonkeyPatch,
    terminal: bool,
    to_file: bool,
    env: dict[str, str],
    coloured: bool,
) -> None:
    for name, value in ({"NO_COLOR": "", "TERM": "xterm"} | env).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(isatty=lambda: terminal))
    paint = painter(to_file)
    monkeypatch.undo()
    assert ("\x1b" in paint("Profil", "title")) == coloured
    assert "Profil" in paint("Profil", "title")


# Places for the cache.


@pytest.mark.parametrize("variable", ["HOME", "XDG_CACHE_HOME", "KOMPASS_CACHE_DIR"])
def test_a_cache_that_cannot_be_is_silently_done_without(
    kompass: Runner, inside: Runner, file: Path, variable: str
) -> None:
    env = {"KOMPASS_CACHE_DIR": None, "USERPROFILE": None} | {variable: str(file / "no")}
    assert kompass("assess", file, env=env) == inside("assess", file)


def test_a_spoilt_cache_is_silently_left_alone(
    kompass: Runner, inside: Runner, file: Path, tmp_path: Path
) -> None:
    env = {"KOMPASS_CACHE_DIR": str(tmp_path / "cache")}
    expected = inside("assess", file)
    assert kompass("assess", file, env=env) == expected
    [cached] = (tmp_path / "cache").iterdir()
    whole = cached.read_bytes()
    cached.write_bytes(whole.replace(b'"nb":"', b'"nb":"X'))
    assert cached.read_bytes() != whole
    assert kompass("assess", file, env=env) == expected
    assert cached.read_bytes() == whole


def test_doctor_says_that_there_is_no_cache(inside: Runner, file: Path) -> None:
    outcome = inside("doctor", env={"KOMPASS_CACHE_DIR": str(file / "no")})
    assert (outcome.code, outcome.errors) == (0, "")
    assert "Mellomlager  brukes ikke (" in outcome.text


# Pipes and signals.


@contextmanager
def nobody_reads() -> Iterator[int]:
    """Yield the writing end of a pipe whose reading end is closed."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        yield writer
    finally:
        os.close(writer)


@posix
@pytest.mark.parametrize(
    "command",
    [
        ["--help"], ["check", "svar.json"], ["assess", "svar.json"],
        ["assess", "svar.json", "--format", "json"], ["assess", "svar.json", "--format", "md"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_broken_pipe_is_silent(start: Start, file: Path, command: list[str]) -> None:
    with nobody_reads() as writer:
        process = start(*command, stdout=writer)
    with process:
        _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (0, b"")


@posix
@pytest.mark.parametrize(
    ("command", "code"),
    [
        (["assess", "svra.json"], 2),
        (["assess", "bad.json"], 4),
        (["assess", "svar.json", "--min-total", "799", "-o", "ut.txt"], 3),
        (["assess", "future.json", "-o", "ut.txt"], 0),
    ],
    ids=lambda it: " ".join(it) if isinstance(it, list) else None,
)
def test_that_nobody_reads_the_messages_changes_nothing_else(
    start: Start, write: Write, valid: Valid, file: Path, command: list[str], code: int
) -> None:
    write(b"{", "bad.json")
    write(valid(date="9999-12-31"), "future.json")
    with nobody_reads() as writer:
        process = start(*command, stderr=writer)
    with process:
        process.communicate(timeout=60)
    assert process.returncode == code
    assert (file.parent / "ut.txt").exists() == ("ut.txt" in command)


@posix
def test_ctrl_c_ends_the_work_quietly(start: Start, tmp_path: Path) -> None:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # it may be ignored
    try:
        process = start("assess", "-", "-o", "ut.txt")
    finally:
        signal.signal(signal.SIGINT, before)
    with process:
        assert process.stdin is not None
        process.stdin.write(b" " * 1_000_000)  # more than a pipe holds: kompass is reading
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        said, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert (said, told.strip()) == (b"", b"Avbrutt.")
    assert names(tmp_path) == []


@pytest.mark.parametrize("moment", ["kompass.cli.run.make_encodable", "kompass.cli.run.run"])
def test_ctrl_c_while_kompass_starts_is_as_quiet(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], moment: str
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(moment, interrupt)
    monkeypatch.setattr(sys, "argv", ["kompass", "--version"])
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == 130
    assert capsys.readouterr() == ("", "")


# Faults of its own.


def test_a_fault_in_kompass_is_a_message_and_with_debug_a_traceback(
    file: Path, small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("oi")

    monkeypatch.setattr("kompass.assessment.assess.describe", fail)
    arguments = ["assess", str(file), "--content", str(small)]
    assert run(arguments) == 1
    out, said = capsys.readouterr()
    assert (out, len(said.splitlines())) == ("", 1)
    assert "ZeroDivisionError: oi" in said
    assert "--debug" in said
    assert run(["--debug", *arguments]) == 1
    assert "Traceback (most recent call last)" in capsys.readouterr().err
