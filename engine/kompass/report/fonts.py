"""The font that reports bundle, and the characters it has."""

from __future__ import annotations

import struct
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

FAMILY: Final = "Inter"
_REGULAR: Final = "Inter-Regular.ttf"
_BMP: Final = 4
"""The format of a character map that covers the basic plane; the bundled font has this one."""


def font_folder() -> Traversable:
    """Return the folder with the font's files and its licence."""
    return files("kompass.report").joinpath("fonts")


@cache
def covered() -> frozenset[int]:
    """Return the code points the font has a glyph for."""
    data = font_folder().joinpath(_REGULAR).read_bytes()
    tables = struct.unpack_from(">H", data, 4)[0]
    for at in range(tables):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, 12 + 16 * at)
        if tag == b"cmap":
            return frozenset(_mapped(data, offset))
    return frozenset()


def _mapped(data: bytes, cmap: int) -> set[int]:
    """Return the code points of a ``cmap`` table's segments, whose glyph is not the empty one."""
    found: set[int] = set()
    for at in range(struct.unpack_from(">H", data, cmap + 2)[0]):
        start = cmap + struct.unpack_from(">HHI", data, cmap + 4 + 8 * at)[2]
        form, _, _, twice = struct.unpack_from(">HHHH", data, start)
        if form != _BMP:
            continue
        count = twice // 2
        ends = struct.unpack_from(f">{count}H", data, start + 14)
        starts = struct.unpack_from(f">{count}H", data, start + 16 + twice)
        for first, last in zip(starts, ends, strict=True):
            found.update(range(first, last + 1))
    return found - {0xFFFF}
