"""The tables of a workspace, and the way from one version of them to the next."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

APPLICATION = 0x6B6D7073
"""Marks an SQLite file as a workspace: ``kmps``."""

_FIRST = """
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE assessment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    framework TEXT NOT NULL, number TEXT NOT NULL, name TEXT NOT NULL, population INTEGER,
    date TEXT NOT NULL, rest TEXT NOT NULL,
    created TEXT NOT NULL, changed TEXT NOT NULL, deleted TEXT, version INTEGER NOT NULL
);
CREATE TABLE entry (
    assessment INTEGER NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
    key TEXT NOT NULL, body TEXT, revision INTEGER NOT NULL, at TEXT NOT NULL, by TEXT,
    PRIMARY KEY (assessment, key)
) WITHOUT ROWID;
CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    assessment INTEGER NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
    key TEXT NOT NULL, at TEXT NOT NULL, by TEXT, old TEXT, new TEXT, why TEXT
);
CREATE INDEX change_of ON change (assessment, key, id);
CREATE TABLE participant (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE, role TEXT
);
CREATE TRIGGER change_stands BEFORE UPDATE ON change
BEGIN SELECT RAISE(ABORT, 'history is not rewritten'); END;
CREATE TRIGGER change_stays BEFORE DELETE ON change
WHEN (SELECT deleted FROM assessment WHERE id = OLD.assessment) IS NULL
AND EXISTS (SELECT 1 FROM assessment WHERE id = OLD.assessment)
BEGIN SELECT RAISE(ABORT, 'history is not rewritten'); END;
"""


def _first(connection: sqlite3.Connection) -> None:
    # Not executescript, which would commit the transaction it stands in.
    statement = ""
    for line in _FIRST.splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""


Migration = Callable[[sqlite3.Connection], None]

MIGRATIONS: Sequence[Migration] = (_first,)
"""What brings a workspace from version n to n + 1, inside a transaction; the first makes it."""
