"""Killed, full, damaged, taken: what was confirmed is there, and the words say what to do."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.unit.storage.conftest import HEAD, ticking

from kompass.storage import opening
from kompass.storage.backups import backups, is_whole
from kompass.storage.entries import Edit
from kompass.storage.errors import (
    StorageFullError,
    WorkspaceBusyError,
    WorkspaceDamagedError,
    WorkspaceError,
    WorkspaceNewerError,
)
from kompass.storage.schema import MIGRATIONS
from kompass.storage.workspace import Workspace

KILLS = 200

WRITER = """
import json, sys
from pathlib import Path
from kompass.storage.entries import Edit
from kompass.storage.workspace import Workspace
workspace = Workspace.open(Path(sys.argv[1]))
print("open", flush=True)
number = 0
while True:
    number += 1
    key = f"fakta_{number % 7}"
    entry = workspace.entry(1, key)
    body = {"value": "ja", "note": f"{sys.argv[2]} {number} " + "x" * (number % 2000)}
    saved = workspace.save(1, [Edit(key, body, entry.revision if entry else 0)])[key]
    print(json.dumps([key, saved.revision, saved.body]), flush=True)
"""


def test_nothing_confirmed_is_lost_however_often_the_process_is_killed(folder: Path) -> None:
    with Workspace.open(folder) as workspace:
        workspace.create(HEAD, {})
    chance = random.Random(1)
    confirmed: dict[str, tuple[int, dict[str, str]]] = {}
    saves = 0
    for kill in range(KILLS):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(folder), str(kill)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout and process.stdout.readline() == "open\n"
        first = process.stdout.readline()
        time.sleep(chance.uniform(0, 0.03))
        process.send_signal(signal.SIGKILL)
        told, _ = process.communicate()
        assert process.returncode == -signal.SIGKILL
        for line in (first + told).splitlines():
            with contextlib.suppress(ValueError):  # the last line may be cut short by the kill
                key, revision, body = json.loads(line)
                confirmed[key] = (revision, body)
                saves += 1
        with contextlib.closing(sqlite3.connect(folder / "kompass.db")) as file:
            assert file.execute("PRAGMA quick_check").fetchone() == ("ok",)
            rows = file.execute("SELECT key, revision, body FROM entry").fetchall()
        found = {key: (revision, json.loads(body)) for key, revision, body in rows}
        for key, (revision, body) in confirmed.items():
            assert found[key][0] >= revision, (kill, key)
            if found[key][0] == revision:
                assert found[key][1] == body, (kill, key)
    with Workspace.open(folder) as workspace:
        assert workspace._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        # Whatever happened, every entry has the history that leads to it.
        for key, entry in workspace.entries(1).items():
            history = workspace.history(1, key, limit=100_000)
            assert len(history) == entry.revision and history[0].new == entry.body
    assert saves > KILLS, "too few saves were confirmed for the test to mean anything"


def test_a_second_process_is_refused_and_told_where_to_go(folder: Path) -> None:
    with Workspace.open(folder) as workspace:
        workspace.announce("http://127.0.0.1:8123/")
        with pytest.raises(WorkspaceBusyError, match=r"http://127\.0\.0\.1:8123/") as busy:
            Workspace.open(folder)
        assert busy.value.address == "http://127.0.0.1:8123/"
        with pytest.raises(WorkspaceBusyError):
            Workspace.restore(folder)
    Workspace.open(folder).close()


def test_a_killed_process_leaves_no_lock(folder: Path) -> None:
    with Workspace.open(folder) as workspace:
        workspace.create(HEAD, {})
    code = "import sys, time\nfrom pathlib import Path\nfrom kompass.storage.workspace import Workspace\n"
    code += "w = Workspace.open(Path(sys.argv[1])); w.announce('x'); print('open', flush=True); time.sleep(60)"
    process = subprocess.Popen([sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE)
    assert process.stdout and process.stdout.readline()
    process.kill()
    process.communicate()
    Workspace.open(folder).close()


def test_a_full_disk_saves_nothing_and_says_so(folder: Path) -> None:
    with Workspace.open(folder) as workspace:
        id = workspace.create(HEAD, {})
        pages = workspace._connection.execute("PRAGMA page_count").fetchone()[0]
        workspace._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StorageFullError, match="ikke plass"):
            workspace.save(id, [Edit("a", {"value": "ja", "note": "x" * 200_000}, 0)])
        assert workspace.entries(id) == {} and workspace.history(id) == ()
        workspace._connection.execute("PRAGMA max_page_count = 100000")
        assert workspace.save(id, [Edit("a", {"value": "ja"}, 0)])["a"]


@pytest.mark.skipif(os.name != "posix", reason="file sizes are limited by POSIX")
def test_a_disk_that_fills_up_under_way_loses_nothing_confirmed(folder: Path) -> None:
    with Workspace.open(folder) as workspace:
        workspace.create(HEAD, {})
    limited = (
        "import resource, signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))\n" + WRITER
    )
    done = subprocess.run(
        [sys.executable, "-c", limited, str(folder), "full"], capture_output=True, text=True,
        timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode and "StorageFullError" in done.stderr
    lines = [json.loads(it) for it in done.stdout.splitlines()[1:]]
    last = {key: (revision, body) for key, revision, body in lines}
    assert lines
    with Workspace.open(folder) as workspace:
        entries = workspace.entries(1)
        for key, (revision, body) in last.items():
            assert (entries[key].revision, entries[key].body) == (revision, body)


@pytest.mark.parametrize("how", ["text", "middle", "cut", "other"])
def test_a_damaged_file_is_told_and_the_backup_offered(folder: Path, how: str) -> None:
    with Workspace.open(folder, ticking()) as workspace:
        id = workspace.create(
            HEAD, {f"f{it}": {"value": "ja", "note": "x" * 500} for it in range(200)}
        )
        backup = workspace.backup()
    file = folder / "kompass.db"
    whole = file.read_bytes()
    if how == "text":
        file.write_text("dette er ikke en database\n" * 100)
    elif how == "middle":
        file.write_bytes(whole[:8192] + os.urandom(40_000) + whole[48_192:])
    elif how == "cut":
        file.write_bytes(whole[: len(whole) // 2])
    else:
        file.unlink()
        with contextlib.closing(sqlite3.connect(file)) as other:
            other.execute("CREATE TABLE bilder (x)")
    damaged = file.read_bytes()
    kind = WorkspaceError if how == "other" else WorkspaceDamagedError
    with pytest.raises(kind) as told:
        Workspace.open(folder)
    assert file.read_bytes() == damaged
    if isinstance(told.value, WorkspaceDamagedError):
        assert told.value.backup == backup and "--restore" in str(told.value)
    assert Workspace.restore(folder, ticking(2)) == backup
    with Workspace.open(folder, ticking(2)) as workspace:
        assert len(workspace.entries(id)) == 200
    [kept] = folder.glob("skadet-*-kompass.db")
    assert kept.read_bytes() == damaged


def test_a_damaged_file_without_a_backup_says_so(folder: Path) -> None:
    Workspace.open(folder).close()
    (folder / "kompass.db").write_bytes(b"tull" * 1000)
    with pytest.raises(WorkspaceDamagedError, match="ingen sikkerhetskopi") as told:
        Workspace.open(folder)
    assert told.value.backup is None
    with pytest.raises(WorkspaceError, match="Fant ingen hel"):
        Workspace.restore(folder)


def test_a_damaged_backup_is_passed_over(folder: Path) -> None:
    with Workspace.open(folder, ticking()) as workspace:
        workspace.create(HEAD, {})
        good = workspace.backup()
        bad = workspace.backup()
    bad.write_bytes(b"tull")
    (folder / "kompass.db").write_bytes(b"tull")
    assert not is_whole(bad) and Workspace.restore(folder) == good


def test_an_empty_file_is_a_new_workspace(folder: Path) -> None:
    folder.mkdir()
    (folder / "kompass.db").touch()
    with Workspace.open(folder) as workspace:
        assert workspace.assessments() == ()


def test_a_newer_workspace_is_left_alone(folder: Path) -> None:
    Workspace.open(folder).close()
    with contextlib.closing(sqlite3.connect(folder / "kompass.db")) as file:
        file.execute("PRAGMA user_version = 2")
    with pytest.raises(WorkspaceNewerError, match="Oppdater kompass"):
        Workspace.open(folder)


def test_an_older_workspace_is_brought_along_after_a_backup(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Workspace.open(folder, ticking()) as workspace:
        id = workspace.create(HEAD, {"a": {"value": "ja"}})

    def second(connection: sqlite3.Connection) -> None:
        connection.execute("ALTER TABLE participant ADD COLUMN unit TEXT")

    monkeypatch.setattr(opening, "MIGRATIONS", (*MIGRATIONS, second))
    with Workspace.open(folder, ticking(2)) as workspace:
        assert workspace.entry(id, "a")
        assert workspace._connection.execute("PRAGMA user_version").fetchone() == (2,)
    [backup] = [it for it in backups(folder) if "before-v2" in it.name]
    with contextlib.closing(sqlite3.connect(backup)) as file:
        assert file.execute("PRAGMA user_version").fetchone() == (1,)


def test_a_migration_that_fails_leaves_the_workspace_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Workspace.open(folder, ticking()) as workspace:
        id = workspace.create(HEAD, {"a": {"value": "ja"}})

    def broken(connection: sqlite3.Connection) -> None:
        connection.execute("DROP TABLE participant")
        connection.execute("SELECT * FROM finnes_ikke")

    monkeypatch.setattr(opening, "MIGRATIONS", (*MIGRATIONS, broken))
    with pytest.raises(WorkspaceError):
        Workspace.open(folder, ticking(2))
    monkeypatch.setattr(opening, "MIGRATIONS", MIGRATIONS)
    with Workspace.open(folder, ticking(2)) as workspace:
        assert workspace.entry(id, "a") and workspace.participants() == ()


def test_one_backup_a_day_and_the_newest_seven(folder: Path) -> None:
    for day in range(1, 12):
        for _ in range(2):
            with Workspace.open(folder, ticking(day)) as workspace:
                workspace.create(HEAD, {})
    names = [it.name for it in backups(folder)]
    assert len(names) == 7 and len({it[:16] for it in names}) == 7
    assert names[0].startswith("kompass-20260311")


def test_a_workspace_that_stays_open_is_backed_up_every_day_too(folder: Path) -> None:
    day = ["01"]
    with Workspace.open(folder, lambda: f"2026-03-{day[0]}T10:00:00Z") as workspace:
        id = workspace.create(HEAD, {})
        for revision, number in enumerate(("02", "03", "04")):
            day[0] = number
            workspace.save(id, [Edit("a", {"value": number}, revision)])
            assert len(backups(folder)) == revision + 1
            workspace.save(id, [Edit("b", {"value": number}, revision)])
    assert len(backups(folder)) == 3


def test_nothing_changed_is_no_new_backup(folder: Path) -> None:
    with Workspace.open(folder, ticking(1)) as workspace:
        workspace.create(HEAD, {})
    for day in (2, 3, 4):
        Workspace.open(folder, ticking(day)).close()
    assert len(backups(folder)) == 1


def test_a_folder_that_cannot_be_made_or_written_is_explained(folder: Path) -> None:
    folder.write_text("en fil")
    with pytest.raises(WorkspaceError, match="en fil, ikke en mappe"):
        Workspace.open(folder)
    with pytest.raises(WorkspaceError):
        Workspace.open(folder / "under")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_READONLY, "skrivebeskyttet"), (sqlite3.SQLITE_CANTOPEN, "skrivebeskyttet"),
        (sqlite3.SQLITE_BUSY, "låst av et annet program"), (sqlite3.SQLITE_FULL, "ikke plass"),
        (sqlite3.SQLITE_IOERR, "ikke plass"), (sqlite3.SQLITE_CORRUPT, "skadet"),
    ],
)  # fmt: skip
def test_what_sqlite_complains_of_is_said_in_words(folder: Path, code: int, words: str) -> None:
    folder.mkdir()
    problem = sqlite3.OperationalError("x")
    problem.sqlite_errorcode = code
    with pytest.raises(WorkspaceError, match=words), opening.told(folder / "kompass.db", folder):
        raise problem


def test_a_write_protected_file_is_explained(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Workspace.open(folder).close()
    real = sqlite3.connect

    def read_only(file: Path, **options: object) -> sqlite3.Connection:
        return real(f"file:{file}?mode=ro", uri=True, isolation_level=None)

    monkeypatch.setattr(sqlite3, "connect", read_only)
    with pytest.raises(WorkspaceError, match="skrivebeskyttet"):
        Workspace.open(folder)
