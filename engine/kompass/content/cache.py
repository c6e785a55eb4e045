"""Compiled content, kept between runs so that YAML is read only when it has changed.

The cache is JSON under a name that hashes every content file, and carries a hash of itself. One
that cannot be read, written or trusted is silently left alone: it never changes a result.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from kompass import __version__
from kompass.content.location import FOLDERS, yaml_files
from kompass.model.content import Content
from kompass.model.passage import Passages

M = TypeVar("M", bound=BaseModel)

_KEEP = 5


def load_cached(root: Traversable, family: str = "kommunekompasset-3") -> Content:
    """Return the content of a folder, from the cache when it is there and whole.

    Raises:
        InvalidContentError: The content must be read anew, and has faults.
    """

    def load() -> Content:
        # Imported here: a warm start needs neither YAML nor the loader.
        from kompass.content.loader import load

        return load(root, family)

    return _cached(_place("content", root, FOLDERS, family), Content, load)


def load_cached_passages(root: Traversable, content: Content) -> Passages:
    """Return the passages that belong to a content, from the cache when they are there and whole.

    Raises:
        InvalidContentError: The passages must be read anew, and have faults.
    """

    def load() -> Passages:
        from kompass.content.passages import load_passages

        return load_passages(root, content)

    place = _place("passages", root, ("passages",), content.family, content.sha256)
    return _cached(place, Passages, load)


def _cached(place: Path | None, model: type[M], load: Callable[[], M]) -> M:
    if place is not None:
        with contextlib.suppress(OSError, ValueError, ValidationError):
            digest, _, payload = place.read_bytes().partition(b"\n")
            if hashlib.sha256(payload).hexdigest().encode() == digest:
                return model.model_validate_json(payload)
    value = load()
    if place is not None:
        with contextlib.suppress(OSError):
            _keep(place, value.model_dump_json().encode())
    return value


def cache_folder() -> Path | None:
    """Return where compiled content is kept, or None where there is no such place."""
    if chosen := os.environ.get("KOMPASS_CACHE_DIR"):
        return Path(chosen)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
        return Path(base) / "kompass" / "cache" if base else None
    if base := os.environ.get("XDG_CACHE_HOME"):
        return Path(base) / "kompass"
    with contextlib.suppress(RuntimeError):
        return Path.home() / ".cache" / "kompass"
    return None


def _place(
    kind: str, root: Traversable, parts: Iterable[str], family: str, of: str = ""
) -> Path | None:
    """Return where a ``kind`` of thing read from some folders is kept.

    Its name hashes every file in them, the code that reads them (a checkout changes between two
    versions), and ``of``: whatever else it depends on.
    """
    folder = cache_folder()
    if folder is None:
        return None
    digest = hashlib.sha256(f"{__version__} {family} {of}".encode())
    for package in ("kompass.content", "kompass.model"):
        for file in sorted(files(package).iterdir(), key=lambda it: it.name):
            if file.name.endswith(".py"):
                digest.update(file.read_bytes())
    for part in parts:
        inner = root.joinpath(part).joinpath(family)
        for name, file in yaml_files(inner) if inner.is_dir() else ():
            data = file.read_bytes()
            digest.update(f"\n{part}/{name} {len(data)}\n".encode() + data)
    return folder / f"{kind}-{digest.hexdigest()[:32]}.json"


def _keep(place: Path, payload: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, temporary = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(payload).hexdigest().encode() + b"\n" + payload)
        Path(temporary).replace(place)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    kind = place.name.partition("-")[0]
    old = sorted(place.parent.glob(f"{kind}-*.json"), key=lambda it: it.stat().st_mtime)
    for outdated in old[:-_KEEP]:
        outdated.unlink(missing_ok=True)
