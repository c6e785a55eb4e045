"""Opening: what is no workspace is left as it is, and what stands in the way is said."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import random
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from tests.unit.storage.conftest import HEAD, ticking

from kompass.storage import lock, opening
from kompass.storage.backups import backups, newest
from kompass.storage.entries import Edit
from kompass.storage.errors import (
    StorageFullError,
    WorkspaceBusyError,
    WorkspaceDamagedError,
    WorkspaceError,
)
from kompass.storage.schema import MIGRATIONS
from kompass.storage.workspace import Workspace


def test_the_file_says_what_it_is_and_is_kept_safely(workspace: Workspace) -> None:
    wanted = {"application_id": 0x6B6D7073, "user_version": 1, "journal_mode": "wal",
              "synchronous": 2, "foreign_keys": 1}  # fmt: skip
    for name, value in wanted.items():
        assert workspace._connection.execute(f"PRAGMA {name}").fetchone() == (value,), name


# Where it is open.


def test_the_address_is_of_the_one_who_has_it(folder: Path) -> None:
    folder.mkdir()
    (folder / "kompass.address").write_text("http://127.0.0.1:1/")  # left by one that crashed
    with Workspace.open(folder):
        with pytest.raises(WorkspaceBusyError) as busy:
            Workspace.open(folder)
        assert busy.value.address is None and "127.0.0.1:1/" not in str(busy.value)


def test_a_disk_that_cannot_lock_is_not_another_kompass(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(descriptor: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(lock, "_take", refuse)
    with pytest.raises(WorkspaceError, match="på denne maskinen") as told:
        Workspace.open(folder)
    assert not isinstance(told.value, WorkspaceBusyError) and not (folder / "kompass.db").exists()


def test_what_fails_to_open_lets_go_of_the_lock(folder: Path) -> None:
    folder.mkdir()
    (folder / "kompass.db").write_bytes(b"tull" * 1000)
    for _ in range(2):
        with pytest.raises(WorkspaceDamagedError):
            Workspace.open(folder)
    (folder / "kompass.db").unlink()
    Workspace.open(folder).close()


# What is not a workspace.


@pytest.mark.parametrize(
    "made", ["CREATE TABLE x (y)", "PRAGMA application_id = 7", "PRAGMA user_version = 1"]
)
def test_a_database_of_somebody_else_is_left_as_it_is(folder: Path, made: str) -> None:
    folder.mkdir()
    with contextlib.closing(sqlite3.connect(folder / "kompass.db")) as other:
        other.execute(made)
    before = (folder / "kompass.db").read_bytes()
    with pytest.raises(WorkspaceError, match="database for noe annet"):
        Workspace.open(folder)
    assert (folder / "kompass.db").read_bytes() == before


@pytest.mark.parametrize("left", [b"", None])
def test_a_file_that_is_gone_is_not_begun_anew_where_there_are_backups(
    folder: Path, left: bytes | None
) -> None:
    with Workspace.open(folder, ticking()) as workspace:
        id = workspace.create(HEAD, {"a": {"value": "ja"}})
        backup = workspace.backup()
    (folder / "kompass.db").unlink()
    if left is not None:
        (folder / "kompass.db").write_bytes(left)
    with pytest.raises(WorkspaceDamagedError, match="--restore") as told:
        Workspace.open(folder)
    assert told.value.backup == backup == Workspace.restore(folder, ticking(2))
    with Workspace.open(folder, ticking(2)) as workspace:
        assert workspace.entry(id, "a")


def test_a_folder_in_place_of_the_file_is_explained(folder: Path) -> None:
    (folder / "kompass.db").mkdir(parents=True)
    with pytest.raises(WorkspaceError, match=r"Kan ikke lese .*kompass\.db"):
        Workspace.open(folder)


# Damage.


def _filled(folder: Path) -> tuple[bytes, list[Any]]:
    with Workspace.open(folder, ticking()) as workspace:
        entries = {f"f{it}": {"note": "æ" * (it * 7 % 900)} for it in range(60)}
        id = workspace.create(HEAD, entries)
        workspace.save(id, [Edit(key, {"value": "nei"}, 1) for key in entries])
        workspace.backup()
        told = _everything(workspace)
    return (folder / "kompass.db").read_bytes(), told


def _everything(workspace: Workspace) -> list[Any]:
    found: list[Any] = [workspace.participants(), workspace.assessments()]
    for it in workspace.assessments():
        found += [workspace.entries(it.id, ""), workspace.history(it.id)]
    return found


def test_no_damage_ends_in_anything_but_a_workspace_error(folder: Path) -> None:
    """Bytes change anywhere in the file: then it opens, or says that it is damaged."""
    whole, _ = _filled(folder)
    chance, damaged = random.Random(1), 0
    for turn in range(150):
        changed = bytearray(whole)
        at = chance.randrange(len(whole))
        if turn % 2:
            changed[at] ^= 1 << chance.randrange(8)
        else:
            changed[at : at + 300] = chance.randbytes(len(changed[at : at + 300]))
        (folder / "kompass.db").write_bytes(changed)
        try:
            with Workspace.open(folder, ticking()) as workspace:
                _everything(workspace)
        except WorkspaceDamagedError as told:
            damaged += told.backup is not None
        except WorkspaceError:
            pass
    assert damaged > 30


def test_every_page_that_is_lost_is_noticed(folder: Path) -> None:
    whole, told = _filled(folder)
    size = 4096
    for page in range(len(whole) // size):
        changed = bytearray(whole)
        changed[page * size : (page + 1) * size] = bytes(size)
        (folder / "kompass.db").write_bytes(changed)
        try:
            with Workspace.open(folder, ticking()) as workspace:
                # A page that nothing stands on is no loss.
                assert _everything(workspace) == told, page
        except WorkspaceDamagedError:
            pass


def test_a_log_that_is_cut_anywhere_leaves_what_stood_at_some_moment(folder: Path) -> None:
    """What is written after power is lost may end anywhere: saves are there whole, in order."""
    with Workspace.open(folder, ticking()) as workspace:
        id = workspace.create(HEAD, {})
        workspace._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for number in range(12):
            body = {"n": number, "note": "x" * number * 300}
            workspace.save(id, [Edit(key, body, number) for key in ("a", "b")])
        # Taken while it is open: closing would empty the log.
        main, log = ((folder / f"kompass.db{it}").read_bytes() for it in ("", "-wal"))
    chance, seen = random.Random(1), set()
    for turn, cut in enumerate([0, len(log), *(chance.randrange(len(log)) for _ in range(40))]):
        copy = folder.with_name(f"copy{turn}")
        copy.mkdir()
        (copy / "kompass.db").write_bytes(main)
        (copy / "kompass.db-wal").write_bytes(log[:cut])
        with Workspace.open(copy, ticking()) as workspace:
            found = workspace.entries(id)
            revisions = {it.revision for it in found.values()}
            assert set(found) in (set(), {"a", "b"}) and len(revisions) <= 1, cut
            last = max(revisions, default=0)
            assert {it.body["n"] for it in found.values()} == ({last - 1} if last else set())
            assert len(workspace.history(id, "a")) == len(workspace.history(id, "b")) == last
            assert workspace.assessment(id).version == last + 1
        seen.add(last)
    assert {0, 12} <= seen and len(seen) > 4


# A full disk.


def test_a_full_disk_is_a_full_disk_whoever_notices(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with Workspace.open(folder, ticking()) as workspace:
        good = workspace.backup()
        with monkeypatch.context() as on:
            on.setattr(Path, "replace", full)
            with pytest.raises(StorageFullError, match="ikke plass"):
                workspace.backup()
            on.setattr(Path, "write_text", full)
            workspace.announce("http://127.0.0.1:8123/")  # nice to have, and no more than that
        assert list((folder / "backup").iterdir()) == [good]
    with monkeypatch.context() as on:
        on.setattr(Path, "open", full)
        with pytest.raises(StorageFullError, match="ikke plass"):
            Workspace.open(folder)
    Workspace.open(folder, ticking()).close()


def test_a_disk_with_no_room_for_a_new_workspace_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = sqlite3.connect

    def small(*given: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = real(*given, **options)
        connection.execute("PRAGMA max_page_count = 2")
        return connection

    with monkeypatch.context() as on:
        on.setattr(sqlite3, "connect", small)
        with pytest.raises(StorageFullError):
            Workspace.open(folder)
    with Workspace.open(folder) as workspace:
        assert workspace.assessments() == ()


# Backups and migrations.


def test_the_newest_backup_is_the_newest_by_time(folder: Path) -> None:
    """One made before a change of the tables has another name, and may be the oldest of all."""
    with Workspace.open(folder, ticking(2)) as workspace:
        backup = workspace.backup()
    before = backup.with_name("kompass-before-v2-20260301T100000.db")
    before.write_bytes(backup.read_bytes())
    assert backups(folder) == [backup, before] and newest(folder) == backup
    later = before.rename(before.with_name("kompass-before-v2-20260303T100000.db"))
    assert newest(folder) == later


def test_what_is_changed_in_the_second_of_a_backup_is_in_the_next(folder: Path) -> None:
    with Workspace.open(folder, lambda: "2026-03-01T10:00:00Z") as workspace:
        workspace.backup()
        workspace.create(HEAD, {})
    Workspace.open(folder, ticking(2)).close()
    assert [it.name[:16] for it in backups(folder)] == ["kompass-20260302", "kompass-20260301"]


def test_a_backup_is_one_whole_file_that_can_be_opened_anywhere(folder: Path) -> None:
    with Workspace.open(folder, ticking()) as workspace:
        id = workspace.create(HEAD, {"a": {"value": "ja"}})
        backup = workspace.backup()
        assert [it.name for it in (folder / "backup").iterdir()] == [backup.name]
        told = workspace.history(id)
    elsewhere = folder.with_name("elsewhere")
    elsewhere.mkdir()
    (elsewhere / "kompass.db").write_bytes(backup.read_bytes())
    with Workspace.open(elsewhere, ticking()) as workspace:
        assert workspace.history(id) == told


def test_a_table_made_anew_keeps_what_belongs_to_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Workspace.open(folder, ticking()) as workspace:
        id = workspace.create(HEAD, {"a": {"value": "ja"}})

    def anew(connection: sqlite3.Connection) -> None:
        [made] = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'assessment'")
        connection.execute(made[0].replace("TABLE assessment", "TABLE fresh"))
        connection.execute("INSERT INTO fresh SELECT * FROM assessment")
        # Renaming would follow the table in what refers to it.
        connection.execute("PRAGMA legacy_alter_table = ON")
        for name in ("change_stands", "change_stays"):
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("DROP TABLE assessment")
        connection.execute("ALTER TABLE fresh RENAME TO assessment")

    monkeypatch.setattr(opening, "MIGRATIONS", (*MIGRATIONS, anew))
    with Workspace.open(folder, ticking(2)) as workspace:
        assert workspace.entry(id, "a") and len(workspace.history(id)) == 1
        with pytest.raises(sqlite3.IntegrityError):  # and belongs to it still
            workspace._connection.execute(
                "INSERT INTO entry VALUES (99, 'a', ?, 1, '', NULL)", (json.dumps({}),)
            )
