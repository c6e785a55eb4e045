"""Keeps a workspace to one process: the system gives the lock back, also after a crash."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from pathlib import Path

from kompass.storage.errors import WorkspaceBusyError, WorkspaceError, unwritable

_LOCK = "kompass.lock"
_ADDRESS = "kompass.address"
_TAKEN = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
"""What the system answers when somebody else holds a lock; anything else is another matter."""


class Lock:
    """A lock on a folder, held as long as this lives.

    Args:
        folder: The folder.

    Raises:
        WorkspaceBusyError: Another process holds it.
        StorageFullError: There is no room for it.
        WorkspaceError: The lock file cannot be written, or locked.
    """

    def __init__(self, folder: Path) -> None:
        self._address = folder / _ADDRESS
        try:
            self._file = (folder / _LOCK).open("a+b")
        except OSError as problem:
            raise unwritable(folder, problem) from problem
        try:
            _take(self._file.fileno())
        except OSError as problem:
            self._file.close()
            if problem.errno in _TAKEN:
                raise WorkspaceBusyError(folder, self._announced()) from None
            raise WorkspaceError(
                f"Kan ikke låse {folder}: {problem.strerror}. Velg en mappe på denne maskinen."
            ) from problem
        self._forget()

    def announce(self, address: str) -> None:
        """Tell other processes where the workspace is open, as well as can be."""
        with contextlib.suppress(OSError):
            self._address.write_text(address, "utf-8")

    def release(self) -> None:
        """Let others have it."""
        if not self._file.closed:  # a second time, the address may be somebody else's
            self._forget()
            self._file.close()

    def _forget(self) -> None:
        with contextlib.suppress(OSError):
            self._address.unlink(missing_ok=True)

    def _announced(self) -> str | None:
        with contextlib.suppress(OSError):
            return self._address.read_text("utf-8").strip() or None
        return None


def _take(descriptor: int) -> None:
    """Take an exclusive lock, without waiting.

    Raises:
        OSError: Somebody has it.
    """
    if sys.platform == "win32":
        import msvcrt

        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
