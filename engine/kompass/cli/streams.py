"""Input and output: any terminal's characters, whole files or none."""

from __future__ import annotations

import codecs
import contextlib
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import click

from kompass.errors import KompassError

MAX_INPUT = 5_000_001
"""One byte more than an answers file may have: enough to know that it is too large."""

_ASCII = "ascii_only"
"""ASCII by another name: click takes ASCII for a mistake, and would write UTF-8 instead."""

_SUBSTITUTES = {
    "█": "#", "▓": "=", "░": "-", "·": ".", "…": "...", "−": "-", "–": "-", "—": "-", "→": "->",
    "«": '"', "»": '"', "“": '"', "”": '"', "’": "'", "•": "*", "✓": "x", "≥": ">=", "≤": "<=",
    "æ": "ae", "ø": "o", "å": "a", "Æ": "Ae", "Ø": "O", "Å": "A", "é": "e", "ó": "o", "ò": "o",
    "ô": "o", "á": "a", "č": "c", "đ": "d", "ŋ": "n", "š": "s", "ŧ": "t", "ž": "z",
}  # fmt: skip


def _substitute(problem: UnicodeError) -> tuple[str, int]:
    assert isinstance(problem, UnicodeEncodeError)
    text = problem.object[problem.start : problem.end]
    return "".join(_SUBSTITUTES.get(character, "?") for character in text), problem.end


def _find_ascii(name: str) -> codecs.CodecInfo | None:
    if name != _ASCII:
        return None
    codec = codecs.lookup("ascii")
    return codecs.CodecInfo(
        codec.encode,
        codec.decode,
        incrementalencoder=codec.incrementalencoder,
        incrementaldecoder=codec.incrementaldecoder,
        name=_ASCII,
    )


def make_encodable() -> None:
    """Let both output streams write any text, with the nearest characters they have."""
    codecs.register_error("kompass", _substitute)
    codecs.register(_find_ascii)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            ascii_only = codecs.lookup(stream.encoding).name == "ascii"
            encoding = _ASCII if ascii_only else None
            stream.reconfigure(encoding=encoding, errors="kompass")  # type: ignore[union-attr]


def say(text: str) -> None:
    """Write a line to stderr, if anybody listens."""
    with unheard():
        click.echo(text, err=True)


@contextlib.contextmanager
def unheard() -> Iterator[None]:
    """Let writing to stderr fail: it changes neither the result nor the exit code."""
    try:
        yield
    except OSError:
        silence(sys.stderr)


def silence(stream: TextIO) -> None:
    """Point a stream at nothing, so that Python's own flush at exit does not fail again."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def read_input(path: str) -> tuple[bytes, str]:
    """Return the bytes of a file, or of standard input for ``-``, and the name to show.

    Raises:
        KompassError: There is no such file, or it cannot be read.
    """
    if path == "-":
        return sys.stdin.buffer.read(MAX_INPUT), "-"
    try:
        with Path(path).open("rb") as file:
            return file.read(MAX_INPUT), path
    except FileNotFoundError:
        raise click.UsageError(f"Fant ikke fila {path}.") from None
    except IsADirectoryError:
        raise click.UsageError(f"{path} er en mappe, ikke en fil.") from None
    except OSError as problem:
        raise KompassError(f"Kan ikke lese {path}: {problem.strerror}.") from problem


def write_output(data: str | bytes, path: str | None) -> None:
    """Write to a file, whole or not at all, or to standard output.

    Machine-readable output is handed over as bytes, and stays UTF-8 in every terminal.

    Raises:
        KompassError: The file cannot be written; what stood there before still stands.
    """
    if path is None or path == "-":
        if isinstance(data, bytes):
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        else:
            sys.stdout.write(data)
        return
    content = data.encode() if isinstance(data, str) else data
    target = Path(path)
    try:
        _replace(target, content)
    except FileNotFoundError:
        raise KompassError(f"Kan ikke skrive {path}: mappa {target.parent} finnes ikke.") from None
    except IsADirectoryError:
        raise KompassError(f"Kan ikke skrive {path}: det er en mappe.") from None
    except OSError as problem:
        raise KompassError(f"Kan ikke skrive {path}: {problem.strerror}.") from problem


def _replace(target: Path, content: bytes) -> None:
    if target.is_dir():
        raise IsADirectoryError
    if target.exists() and not stat.S_ISREG(target.stat().st_mode):
        target.write_bytes(content)  # a device or a pipe cannot be replaced
        return
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(13, "fila er skrivebeskyttet")
    place = target.resolve()
    import tempfile  # slow to load, and most output goes to the screen

    handle, temporary = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(mode)
        Path(temporary).replace(place)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
