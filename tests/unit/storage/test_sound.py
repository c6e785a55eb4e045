"""Damage SQLite does not see, and what must not be taken for a good copy."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest
from tests.unit.storage.conftest import HEAD, ticking

from kompass.storage.backups import backups, is_whole
from kompass.storage.errors import WorkspaceBusyError, WorkspaceDamagedError, WorkspaceError
from kompass.storage.workspace import Workspace


@pytest.mark.parametrize("spoilt", [b'ANNEN"X', b"\xff\xfeNNE\xfdX"])
def test_a_spoilt_text_is_damage_and_is_never_copied_over_the_good(
    folder: Path, spoilt: bytes
) -> None:
    with Workspace.open(folder, ticking()) as workspace:
        id = workspace.create(HEAD, {"a": {"value": "ja", "note": "KJENNEM" * 5}})
        good = workspace.backup()
    file = folder / "kompass.db"
    file.write_bytes(file.read_bytes().replace(b"KJENNEM", spoilt))
    for day in range(2, 12):
        with pytest.raises(WorkspaceDamagedError) as told:
            Workspace.open(folder, ticking(day))
        assert told.value.backup == good
    assert backups(folder) == [good] and not is_whole(file)
    assert Workspace.restore(folder, ticking(12)) == good
    with Workspace.open(folder, ticking(12)) as workspace:
        assert workspace.entries(id)


def test_a_backup_with_broken_pages_or_of_something_else_is_passed_over(folder: Path) -> None:
    with Workspace.open(folder, ticking()) as workspace:
        workspace.create(HEAD, {f"f{it}": {"note": "x" * 500} for it in range(200)})
        good, broken, other = (workspace.backup() for _ in range(3))
    whole = broken.read_bytes()
    broken.write_bytes(whole[:8192] + b"\xa5" * 40_000 + whole[48_192:])
    other.unlink()
    with contextlib.closing(sqlite3.connect(other)) as it:
        it.execute("CREATE TABLE bilder (x)")
    assert not is_whole(broken) and not is_whole(other)
    assert Workspace.restore(folder, ticking(2)) == good


def test_what_stood_beside_a_damaged_file_does_not_follow_into_the_restored(folder: Path) -> None:
    with Workspace.open(folder, ticking()) as workspace:
        workspace.create(HEAD, {})
        workspace.backup()
    (folder / "kompass.db").write_bytes(b"tull")
    (folder / "kompass.db-wal").write_bytes(b"rester")
    Workspace.restore(folder, ticking(2))
    assert not (folder / "kompass.db-wal").exists()
    [kept] = folder.glob("skadet-*-wal")
    assert kept.read_bytes() == b"rester"


def test_closing_twice_leaves_the_next_ones_address(folder: Path) -> None:
    first = Workspace.open(folder)
    first.close()
    with Workspace.open(folder) as second:
        second.announce("http://127.0.0.1:8123/")
        first.close()
        with pytest.raises(WorkspaceBusyError, match="8123"):
            Workspace.open(folder)


def test_the_address_is_gone_when_it_is_closed(folder: Path) -> None:
    with Workspace.open(folder) as workspace:
        workspace.announce("http://127.0.0.1:8123/")
    assert not (folder / "kompass.address").exists()


def test_a_name_no_disk_can_hold_is_explained(folder: Path) -> None:
    with pytest.raises(WorkspaceError):
        Workspace.open(folder / ("x" * 300))
