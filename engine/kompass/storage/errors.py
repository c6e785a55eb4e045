"""What can go wrong with a workspace, in words that say what to do."""

from __future__ import annotations

import errno
from pathlib import Path

from kompass.errors import KompassError
from kompass.storage.entries import Entry


class WorkspaceError(KompassError):
    """A workspace that cannot be used as it is."""


class WorkspaceBusyError(WorkspaceError):
    """Another process has the workspace open.

    Attributes:
        address: Where it is open; None where that is not known.
    """

    def __init__(self, folder: Path, address: str | None) -> None:
        self.address = address
        where = f" på {address}" if address else ""
        super().__init__(
            f"Arbeidsområdet {folder} er åpent i en annen kompass{where}. "
            "Bruk den, eller avslutt den først."
        )


class WorkspaceNewerError(WorkspaceError):
    """The workspace was made by a newer kompass."""


class WorkspaceDamagedError(WorkspaceError):
    """The file is no workspace, or has been damaged.

    Attributes:
        backup: The newest backup that is whole; None where there is none.
    """

    def __init__(self, message: str, backup: Path | None) -> None:
        self.backup = backup
        super().__init__(message)


class StorageFullError(WorkspaceError):
    """There is no room left on the disk; nothing was saved."""

    def __init__(self) -> None:
        super().__init__(
            "Det er ikke plass på disken, eller den svarer ikke. Det siste er ikke lagret. "
            "Frigjør plass, og lagre en gang til."
        )


_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def unwritable(folder: Path, problem: OSError) -> WorkspaceError:
    """Return why a folder cannot be written in: a full disk, or what the system says."""
    if problem.errno in _NO_ROOM:
        return StorageFullError()
    return WorkspaceError(
        f"Kan ikke skrive i {folder}: {problem.strerror}. Velg en mappe du kan skrive i."
    )


class NotFoundError(WorkspaceError):
    """There is no such thing in the workspace."""


class ConflictError(WorkspaceError):
    """Something else stands there than what a change builds on; nothing was saved.

    Attributes:
        current: What stands there; None where it has been taken away.
    """

    def __init__(self, current: Entry | None) -> None:
        self.current = current
        super().__init__("Noen andre har endret svaret i mellomtiden. Ingenting er overskrevet.")
