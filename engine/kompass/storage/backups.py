"""Copies of a workspace: one a day, one before every change of its tables, and the way back."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from kompass.storage.errors import WorkspaceError
from kompass.storage.schema import APPLICATION

FILE = "kompass.db"
_FOLDER = "backup"
_KEPT = 7
_SIDES = ("-wal", "-shm")
_STANDING = "SELECT body FROM entry UNION ALL SELECT rest FROM assessment"
_PAST = "SELECT old FROM change UNION ALL SELECT new FROM change"


def is_sound(connection: sqlite3.Connection, past: bool = True) -> bool:
    """Return whether everything in a workspace can be read back as it was written.

    Args:
        connection: The open file.
        past: Whether the history has to be readable too. A backup must have it; work does not
            stop for a spoilt line of it.

    Raises:
        sqlite3.Error: It is not even a database with the tables of a workspace.
    """
    if connection.execute("PRAGMA quick_check").fetchone() != ("ok",):
        return False
    # The check above looks at pages, not at words: a text may be spoilt in a file that passes it.
    try:
        for (text,) in connection.execute(f"{_STANDING} UNION ALL {_PAST}" if past else _STANDING):
            if text is not None:
                json.loads(text)
    except ValueError:
        return False
    return True


def is_whole(file: Path) -> bool:
    """Return whether a file is a workspace that nothing has damaged."""
    try:
        with contextlib.closing(
            sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)
        ) as it:
            mark = it.execute("PRAGMA application_id").fetchone()[0]
            return bool(mark == APPLICATION and is_sound(it))
    except sqlite3.Error:
        return False


def backups(folder: Path) -> list[Path]:
    """Return the backups of a workspace, the newest first."""
    # By the time alone: one made before a change of the tables has a longer name.
    return sorted((folder / _FOLDER).glob("kompass-*.db"), key=lambda it: it.stem[-15:])[::-1]


def newest(folder: Path) -> Path | None:
    """Return the newest backup that is whole; None where there is none."""
    return next((it for it in backups(folder) if is_whole(it)), None)


def copy(connection: sqlite3.Connection, folder: Path, name: str) -> Path:
    """Copy a workspace into its folder of backups, whole or not at all.

    Args:
        connection: The open workspace.
        folder: Its folder.
        name: What the copy is called; names tell the time, so that sorting tells the age.

    Raises:
        sqlite3.Error: It cannot be written.
        OSError: It cannot be written.
    """
    target = folder / _FOLDER / name
    target.parent.mkdir(exist_ok=True)
    temporary = target.with_suffix(".part")
    temporary.unlink(missing_ok=True)
    try:
        with contextlib.closing(sqlite3.connect(temporary)) as copied:
            connection.backup(copied)
            # A copy is one file, wherever it is taken.
            copied.execute("PRAGMA journal_mode = DELETE")
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return target


def daily(connection: sqlite3.Connection, folder: Path, changed: str | None, now: str) -> None:
    """Make today's backup, unless there is one, or nothing has changed, or something is spoilt.

    Args:
        connection: The open workspace.
        folder: Its folder.
        changed: When anything in it was last changed; None where nothing ever was.
        now: The time.
    """
    made = [it for it in backups(folder) if it.name.startswith("kompass-2")]
    last = made[0].stem.removeprefix("kompass-") if made else ""
    # In the same second is after: seconds tell no better, and one too many does no harm.
    if changed is None or last[:8] == _digits(now)[:8] or _digits(changed) < last.replace("T", ""):
        return
    # A copy of something spoilt would push out one that is whole.
    if not is_sound(connection):
        return
    copy(connection, folder, f"kompass-{stamp(now)}.db")
    for old in made[_KEPT - 1 :]:
        old.unlink(missing_ok=True)


def stamp(now: str) -> str:
    """Return a time as it stands in the name of a file: ``20260301T140322``."""
    digits = _digits(now)
    return f"{digits[:8]}T{digits[8:14]}"


def _digits(time: str) -> str:
    return "".join(it for it in time if it.isdigit())[:14]


def restore(folder: Path, now: str) -> Path:
    """Let the newest whole backup be the workspace; what was damaged is kept beside it.

    Raises:
        WorkspaceError: There is no backup that is whole.
    """
    backup = newest(folder)
    if backup is None:
        raise WorkspaceError(f"Fant ingen hel sikkerhetskopi i {folder / _FOLDER}.")
    # Copied to its place under another name first: the old file stands until the new one is there.
    fresh = folder / f"{FILE}.part"
    with fresh.open("wb") as opened:
        opened.write(backup.read_bytes())
        opened.flush()
        os.fsync(opened.fileno())
    for file in _files(folder):
        file.replace(file.with_name(f"skadet-{stamp(now)}-{file.name}"))
    fresh.replace(folder / FILE)
    return backup


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files of a workspace, those that SQLite keeps beside it first."""
    for name in (*(FILE + side for side in _SIDES), FILE):
        if (folder / name).exists():
            yield folder / name
