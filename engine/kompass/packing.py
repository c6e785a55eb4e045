"""Office files as bytes that depend on nothing but their content."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

_TYPES = "[Content_Types].xml"
"""Readers expect this entry first."""
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def repacked(
    written: bytes, changed: Callable[[str, bytes], bytes] = lambda name, data: data
) -> bytes:
    """Return a zip file with its entries in one order and without the time they were written at.

    Args:
        written: The zip file.
        changed: Called with the name and the bytes of every entry; returns what it shall hold.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(written)) as source, zipfile.ZipFile(packed, "w") as target:
        for name in sorted(source.namelist(), key=lambda it: (it != _TYPES, it)):
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, changed(name, source.read(name)))
    return packed.getvalue()
