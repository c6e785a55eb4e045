"""Opens the file of a workspace: only one that is whole, and brought to today's tables."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from kompass.storage.backups import FILE, copy, is_sound, newest, stamp
from kompass.storage.errors import (
    NotFoundError,
    StorageFullError,
    WorkspaceDamagedError,
    WorkspaceError,
    WorkspaceNewerError,
    unwritable,
)
from kompass.storage.schema import APPLICATION, MIGRATIONS

_HEADER = b"SQLite format 3\x00"
_WAIT = 10.0
"""Seconds to wait for a lock: only a backup program can hold one, the folder is ours."""


def open_file(folder: Path, clock: Callable[[], str]) -> sqlite3.Connection:
    """Return the open workspace of a folder; a new one where there is none.

    Raises:
        WorkspaceDamagedError: The file is something else, or damaged.
        WorkspaceNewerError: A newer kompass made it.
        StorageFullError: There is no room.
        WorkspaceError: It cannot be read or written.
    """
    file = folder / FILE
    _refuse_other(file, folder)
    with told(file, folder):
        connection = sqlite3.connect(
            file, timeout=_WAIT, isolation_level=None, check_same_thread=False
        )
        try:
            _prepare(connection, folder, clock)
        except BaseException:
            connection.close()
            raise
    return connection


def _refuse_other(file: Path, folder: Path) -> None:
    if not file.exists() or not file.stat().st_size:
        # New; or all that is left after a crash, and then nobody is to begin anew by mistake.
        if newest(folder):
            raise _damaged(file, folder)
        return
    try:
        with file.open("rb") as opened:
            start = opened.read(len(_HEADER))
    except OSError as problem:
        raise WorkspaceError(f"Kan ikke lese {file}: {problem.strerror}.") from problem
    if start != _HEADER:
        raise _damaged(file, folder)


def _prepare(connection: sqlite3.Connection, folder: Path, clock: Callable[[], str]) -> None:
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    file = folder / FILE
    if mark != APPLICATION and (tables or mark or version):
        raise WorkspaceError(f"{file} er en database for noe annet. Velg en annen mappe.")
    if version > len(MIGRATIONS):
        raise WorkspaceNewerError(
            f"Arbeidsområdet {folder} er laget av en nyere kompass. "
            "Oppdater kompass, og prøv igjen."
        )
    if tables and not is_sound(connection, past=False):
        raise _damaged(file, folder)
    connection.execute("PRAGMA journal_mode = WAL")
    # Confirmed is on the disk, also when the power goes.
    connection.execute("PRAGMA synchronous = FULL")
    # What is removed for good is not left in free pages either.
    connection.execute("PRAGMA secure_delete = ON")
    if version < len(MIGRATIONS) and tables:
        copy(connection, folder, f"kompass-before-v{len(MIGRATIONS)}-{stamp(clock())}.db")
    _bring_up(connection, version)
    # After the migrations: a table that is made anew must not take its rows with it.
    connection.execute("PRAGMA foreign_keys = ON")


def _bring_up(connection: sqlite3.Connection, version: int) -> None:
    """Bring the tables to today's."""
    connection.execute("BEGIN EXCLUSIVE")
    try:
        for migrate in MIGRATIONS[version:]:
            migrate(connection)
        # Written every time: a file that cannot be written says so now, not at the first save.
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


@contextlib.contextmanager
def told(file: Path, folder: Path) -> Iterator[None]:
    """Say what SQLite and the system complain of in words a person can use.

    Raises:
        WorkspaceError: In place of their errors.
    """
    try:
        yield
    except sqlite3.Error as problem:
        raise _explained(problem, file, folder) from problem
    except json.JSONDecodeError as problem:
        raise _damaged(file, folder) from problem
    except OverflowError:
        # Numbers come from addresses, where anybody can write any number of digits.
        raise NotFoundError("Det finnes ikke noe med et så høyt nummer her.") from None
    except OSError as problem:
        raise unwritable(folder, problem) from problem


def _explained(problem: sqlite3.Error, file: Path, folder: Path) -> WorkspaceError:
    code = getattr(problem, "sqlite_errorcode", None)
    primary = code & 0xFF if code is not None else None
    # Without a code it is Python that cannot read a text as text.
    unreadable = code is None and isinstance(problem, sqlite3.OperationalError)
    if unreadable or primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return _damaged(file, folder)
    if primary in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        return StorageFullError()
    if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return WorkspaceError(
            f"Kan ikke skrive i {folder}: mappa eller fila er skrivebeskyttet. "
            "Velg en mappe du kan skrive i."
        )
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return WorkspaceError(f"{file} er låst av et annet program. Prøv igjen om litt.")
    return WorkspaceError(f"Kan ikke bruke {file}: {problem}.")


def _damaged(file: Path, folder: Path) -> WorkspaceDamagedError:
    backup = newest(folder)
    offer = (
        f"Siste hele sikkerhetskopi er {backup.name}. Gå tilbake til den med: "
        f"kompass serve {folder} --restore"
        if backup
        else "Det finnes ingen sikkerhetskopi. Hent fila fra kommunens egen sikkerhetskopi."
    )
    return WorkspaceDamagedError(
        f"{file} er skadet eller er ikke et arbeidsområde for kompass. {offer}", backup
    )
