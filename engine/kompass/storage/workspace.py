"""A folder with everything a municipality has answered, in one file.

Whatever stands under a key of an assessment has a revision. A change names the revision it builds
on, and is refused when another one stands there: two people never write over each other in
silence. Every change is kept, with who, when and why.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import Any, Self, TypeVar

from kompass.storage import backups
from kompass.storage.entries import Assessment, Change, Edit, Entry, Participant
from kompass.storage.errors import ConflictError, NotFoundError, WorkspaceError, unwritable
from kompass.storage.lock import Lock
from kompass.storage.opening import open_file, told

T = TypeVar("T")
Row = dict[str, Any]

_HEAD = ("framework", "municipality", "date")
_ADJUST = "@adjust/"
_OPINION = "@opinion/"


def now() -> str:
    """Return the time, as it is kept: UTC, with seconds."""
    return datetime.now(tz=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Workspace:
    """An open workspace. Several threads may use it at once."""

    def __init__(self, folder: Path, connection: sqlite3.Connection, lock: Lock,
                 clock: Callable[[], str]) -> None:  # fmt: skip
        self.folder = folder
        self._connection = connection
        self._held = lock
        self._clock = clock
        self._lock = RLock()
        self._backed_up = ""

    @classmethod
    def open(cls, folder: Path, clock: Callable[[], str] = now) -> Self:
        """Open the workspace of a folder; make both where there are none.

        Args:
            folder: The folder.
            clock: Tells the time, as ISO text in UTC.

        Raises:
            WorkspaceError: It cannot be used; the subclass says why.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            if isinstance(problem, FileExistsError):
                raise WorkspaceError(f"{folder} er en fil, ikke en mappe.") from None
            raise unwritable(folder, problem) from problem
        lock = Lock(folder)
        try:
            workspace = cls(folder, open_file(folder, clock), lock, clock)
        except BaseException:
            lock.release()
            raise
        try:
            workspace._back_up_daily()
        except BaseException:
            workspace.close()
            raise
        return workspace

    def close(self) -> None:
        """Close it, and let another process have it."""
        with self._lock:
            self._connection.close()
            self._held.release()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def announce(self, address: str) -> None:
        """Tell other processes where the workspace is open."""
        self._held.announce(address)

    # Assessments.

    def assessments(self, deleted: bool = False) -> tuple[Assessment, ...]:
        """Return the assessments, the last changed first; with `deleted`, those alone."""
        kind = "NOT NULL" if deleted else "NULL"
        return self._made(
            _assessment,
            f"SELECT * FROM assessment WHERE deleted IS {kind} ORDER BY changed DESC, id DESC",
        )

    def assessment(self, id: int, deleted: bool = False) -> Assessment:
        """Return an assessment.

        Args:
            id: Which one.
            deleted: Whether a deleted one will do.

        Raises:
            NotFoundError: There is none.
        """
        found = self._made(_assessment, "SELECT * FROM assessment WHERE id = ?", id)
        if not found or (found[0].deleted and not deleted):
            raise NotFoundError("Vurderingen finnes ikke her, eller er slettet.")
        return found[0]

    def create(
        self,
        head: Mapping[str, Any],
        entries: Mapping[str, Mapping[str, Any]],
        by: str | None = None,
        why: str | None = None,
    ) -> int:
        """Make an assessment, and return its id.

        Args:
            head: ``framework``, ``municipality`` and ``date``, and what else stands at the top.
            entries: What it begins with, by key.
            by: Who makes it.
            why: What its first entries come from.
        """
        at, whose = self._clock(), head["municipality"]
        rest = {key: it for key, it in head.items() if key not in _HEAD}
        with self._change() as connection:
            id = connection.execute(
                "INSERT INTO assessment (framework, number, name, population, date, rest, created,"
                " changed, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)",
                (head["framework"], whose["number"], whose["name"], whose.get("population"),
                 head["date"], _text(rest), at, at),
            ).lastrowid  # fmt: skip
            assert id is not None
            for key, body in entries.items():
                self._put(connection, id, Edit(key, dict(body), 0), None, (at, by, why))
        return id

    def describe(
        self,
        id: int,
        *,
        framework: str | None = None,
        date: str | None = None,
        population: int | None = None,
    ) -> None:
        """Change what is given of an assessment's head."""
        with self._change() as connection:
            self.assessment(id)
            connection.execute(
                "UPDATE assessment SET framework = coalesce(?, framework),"
                " date = coalesce(?, date), population = coalesce(?, population) WHERE id = ?",
                (framework, date, population, id),
            )
            self._touch(connection, id, self._clock())

    def duplicate(
        self, id: int, head: Mapping[str, Any] | None = None, by: str | None = None
    ) -> int:
        """Copy an assessment, and return the copy's id: the answers, not what each one thought.

        Args:
            id: The one to copy.
            head: What shall be different at the top.
            by: Who copies.
        """
        with self._lock:
            of = self.assessment(id)
            whose: dict[str, Any] = {"number": of.number, "name": of.name}
            if of.population is not None:
                whose["population"] = of.population
            whole = {"framework": of.framework, "municipality": whose, "date": of.date, **of.rest}
            found = self.entries(id) | self.entries(id, _ADJUST)
            bodies = {key: it.body for key, it in found.items()}
            return self.create(whole | dict(head or {}), bodies, by)

    def delete(self, id: int, by: str | None = None) -> None:
        """Take an assessment out of sight; `undelete` brings it back."""
        self._mark(id, True, by)

    def undelete(self, id: int, by: str | None = None) -> None:
        """Bring a deleted assessment back."""
        self._mark(id, False, by)

    def purge(self, id: int) -> None:
        """Remove a deleted assessment for good, with its history.

        Raises:
            WorkspaceError: It is not deleted.
        """
        with self._change() as connection:
            if self.assessment(id, deleted=True).deleted is None:
                raise WorkspaceError("Bare en vurdering som er slettet, kan fjernes for godt.")
            for table in ("change", "entry"):
                connection.execute(f"DELETE FROM {table} WHERE assessment = ?", (id,))
            connection.execute("DELETE FROM assessment WHERE id = ?", (id,))

    def _mark(self, id: int, gone: bool, by: str | None) -> None:
        at = self._clock()
        with self._change() as connection:
            before = self.assessment(id, deleted=True).deleted
            if (before is not None) == gone:
                return
            after = at if gone else None
            connection.execute("UPDATE assessment SET deleted = ? WHERE id = ?", (after, id))
            self._touch(connection, id, at)
            old, new = (it and _text({"at": it}) for it in (before, after))
            self._record(connection, id, "@deleted", (at, by, None), old, new)

    # Entries.

    def entries(
        self, id: int, prefix: str | None = None, known: Mapping[str, Entry] | None = None
    ) -> dict[str, Entry]:
        """Return what stands in an assessment, by key.

        Args:
            id: The assessment.
            prefix: What the keys begin with; None for those that do not begin with ``@``.
            known: What somebody has read before: a revision never stands for anything else, so
                what still has the same one is returned as it is.
        """
        before = known or {}

        def made(row: Row) -> Entry:
            kept = before.get(row["key"])
            return kept if kept and kept.revision == row["revision"] else _entry(row)

        where = "key NOT GLOB '@*'" if prefix is None else "substr(key, 1, ?) = ?"
        given = () if prefix is None else (len(prefix), prefix)
        found = self._made(
            made,
            "SELECT * FROM entry WHERE assessment = ? AND body IS NOT NULL"
            f" AND {where} ORDER BY key",
            id, *given,
        )  # fmt: skip
        return {it.key: it for it in found}

    def entry(self, id: int, key: str) -> Entry | None:
        """Return what stands under a key; None where nothing does."""
        found = self._made(
            _entry,
            "SELECT * FROM entry WHERE assessment = ? AND key = ? AND body IS NOT NULL",
            id, key,
        )  # fmt: skip
        return found[0] if found else None

    def save(
        self, id: int, edits: Sequence[Edit], by: str | None = None, why: str | None = None
    ) -> dict[str, Entry | None]:
        """Make some changes, all of them or none.

        Args:
            id: The assessment.
            edits: What to change.
            by: Who changes it.
            why: The reason, where there is one to tell.

        Returns:
            What stands under each key afterwards. What is as wanted already is left as it stands,
            whatever it was to build on.

        Raises:
            ConflictError: Another revision stands under one of the keys.
            NotFoundError: There is no such assessment.
            StorageFullError: There is no room.
        """
        at = self._clock()
        if at[:10] != self._backed_up:  # open since yesterday
            with suppress(WorkspaceError):
                self._back_up_daily()
        with self._change() as connection:
            self.assessment(id)
            changed = False
            for edit in edits:
                changed |= self._save(connection, id, edit, (at, by, why))
            if changed:
                self._touch(connection, id, at)
            # Before anybody else can: what is told is what this save left.
            return {edit.key: self.entry(id, edit.key) for edit in edits}

    def _save(
        self, connection: sqlite3.Connection, id: int, edit: Edit, told: tuple[Any, ...]
    ) -> bool:
        stands = self.entry(id, edit.key)
        # As text: to Python true is 1, and 1 is 1.0.
        body = None if edit.body is None else _text(edit.body)
        if body == (_text(stands.body) if stands else None):
            return False
        if edit.base != (stands.revision if stands else 0):
            raise ConflictError(stands)
        self._put(connection, id, edit, stands, told)
        return True

    def _put(
        self, connection: sqlite3.Connection, id: int, edit: Edit, stands: Entry | None,
        told: tuple[Any, ...],
    ) -> None:  # fmt: skip
        at, by, _ = told
        body = None if edit.body is None else _text(edit.body)
        # What is taken away leaves its row behind, so that its revisions are not used again.
        connection.execute(
            "INSERT INTO entry VALUES (?, ?, ?, 1, ?, ?) ON CONFLICT (assessment, key) DO UPDATE"
            " SET body = excluded.body, revision = revision + 1, at = excluded.at,"
            " by = excluded.by",
            (id, edit.key, body, at, by),
        )
        self._record(connection, id, edit.key, told, _text(stands.body) if stands else None, body)

    @staticmethod
    def _record(
        connection: sqlite3.Connection, id: int, key: str, told: tuple[Any, ...], old: str | None,
        new: str | None,
    ) -> None:  # fmt: skip
        at, by, why = told
        connection.execute(
            "INSERT INTO change (assessment, key, at, by, old, new, why)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (id, key, at, by, old, new, why),
        )

    @staticmethod
    def _touch(connection: sqlite3.Connection, id: int, at: str) -> None:
        connection.execute(
            "UPDATE assessment SET changed = ?, version = version + 1 WHERE id = ?", (at, id)
        )

    # History.

    def history(self, id: int, key: str | None = None, limit: int = 200) -> tuple[Change, ...]:
        """Return changes, the newest first.

        Args:
            id: The assessment.
            key: What changed; None for everything but what each one has answered blindly.
            limit: The most to return.
        """
        where = "key = ?" if key is not None else "substr(key, 1, ?) != ?"
        given = (key,) if key is not None else (len(_OPINION), _OPINION)
        return self._made(
            _change,
            f"SELECT * FROM change WHERE assessment = ? AND {where} ORDER BY id DESC LIMIT ?",
            id, *given, limit,
        )  # fmt: skip

    def change(self, id: int, change_id: int) -> Change:
        """Return one change.

        Raises:
            NotFoundError: There is none.
        """
        found = self._made(
            _change, "SELECT * FROM change WHERE assessment = ? AND id = ?", id, change_id
        )
        if not found:
            raise NotFoundError("Endringen finnes ikke.")
        return found[0]

    # People and settings.

    def participants(self) -> tuple[Participant, ...]:
        """Return those who answer here, by name."""
        rows = self._all("SELECT * FROM participant ORDER BY folded")
        return tuple(Participant(it["id"], it["name"], it["role"]) for it in rows)

    def add_participant(self, name: str, role: str | None = None) -> Participant:
        """Add somebody who answers here.

        Raises:
            WorkspaceError: The name is taken.
        """
        with self._change() as connection:
            self._refuse_taken(name, 0)
            id = connection.execute(
                "INSERT INTO participant (name, folded, role) VALUES (?, ?, ?)",
                (name, name.casefold(), role),
            ).lastrowid
            assert id is not None
        return Participant(id, name, role)

    def rename_participant(self, id: int, name: str, role: str | None) -> None:
        """Give somebody another name or role; what is in the history stays as it was.

        Raises:
            NotFoundError: There is nobody with that id.
            WorkspaceError: The name is taken.
        """
        with self._change() as connection:
            self._refuse_taken(name, id)
            done = connection.execute(
                "UPDATE participant SET name = ?, folded = ?, role = ? WHERE id = ?",
                (name, name.casefold(), role, id),
            )
            _refuse_nobody(done)

    def remove_participant(self, id: int) -> None:
        """Remove somebody; what they have answered stays.

        Raises:
            NotFoundError: There is nobody with that id.
        """
        with self._change() as connection:
            _refuse_nobody(connection.execute("DELETE FROM participant WHERE id = ?", (id,)))

    def _refuse_taken(self, name: str, own: int) -> None:
        taken = "SELECT 1 FROM participant WHERE folded = ? AND id != ?"
        if self._all(taken, name.casefold(), own):
            raise WorkspaceError(f"Det finnes allerede en som heter {name}. Velg et annet navn.")

    def setting(self, name: str) -> str | None:
        """Return a setting of the workspace; None where it is not set."""
        rows = self._all("SELECT value FROM setting WHERE name = ?", name)
        return rows[0]["value"] if rows else None

    def set_setting(self, name: str, value: str) -> None:
        """Set a setting."""
        with self._change() as connection:
            connection.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))

    # Backups.

    def backup(self) -> Path:
        """Copy the workspace into its folder of backups, and return the copy.

        Raises:
            WorkspaceError: It cannot be written.
        """
        with self._lock, told(self.folder / backups.FILE, self.folder):
            name = f"kompass-{backups.stamp(self._clock())}.db"
            return backups.copy(self._connection, self.folder, name)

    def _back_up_daily(self) -> None:
        self._backed_up = self._clock()[:10]
        changed = self._all("SELECT max(changed) AS at FROM assessment")[0]["at"]
        with self._lock, told(self.folder / backups.FILE, self.folder):
            backups.daily(self._connection, self.folder, changed, self._clock())

    @staticmethod
    def restore(folder: Path, clock: Callable[[], str] = now) -> Path:
        """Let the newest whole backup be the workspace, and return the backup.

        Raises:
            WorkspaceError: There is none, or the workspace is open.
        """
        lock = Lock(folder)
        try:
            with told(folder / backups.FILE, folder):
                return backups.restore(folder, clock())
        finally:
            lock.release()

    # Statements.

    def _all(self, statement: str, *given: object) -> list[Row]:
        with self._lock, told(self.folder / backups.FILE, self.folder):
            cursor = self._connection.execute(statement, given)
            names = [it[0] for it in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def _made(self, make: Callable[[Row], T], statement: str, *given: object) -> tuple[T, ...]:
        # What cannot be read back as it was written is told as damage, too.
        with told(self.folder / backups.FILE, self.folder):
            return tuple(map(make, self._all(statement, *given)))

    @contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        """A transaction: when this ends well, everything in it is on the disk."""
        with self._lock, told(self.folder / backups.FILE, self.folder):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise


def _refuse_nobody(done: sqlite3.Cursor) -> None:
    if not done.rowcount:
        raise NotFoundError("Deltakeren finnes ikke her lenger.")


def _text(body: Mapping[str, Any]) -> str:
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _read(text: str | None) -> dict[str, Any] | None:
    return None if text is None else dict(json.loads(text))


def _entry(row: Row) -> Entry:
    return Entry(row["key"], json.loads(row["body"]), row["revision"], row["at"], row["by"])


def _change(row: Row) -> Change:
    return Change(
        row["id"], row["assessment"], row["key"], row["at"], row["by"], _read(row["old"]),
        _read(row["new"]), row["why"],
    )  # fmt: skip


def _assessment(row: Row) -> Assessment:
    return Assessment(**{**row, "rest": json.loads(row["rest"])})
