"""Lines of text for a terminal: clean, wrapped, and measured in columns."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Callable

Paint = Callable[[str, str], str]
"""Gives a text the look of a role (``title``, ``dim``, ``full`` …)."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_DIRECTION = re.compile(r"[\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def plain(text: str, role: str) -> str:
    """Return the text as it is: the look of a pipe."""
    return text


def clean(text: str, limit: int = 400) -> str:
    """Return somebody's text as one safe line: nothing that moves a cursor or turns a line."""
    line = _DIRECTION.sub("", _CONTROL.sub(" ", text)).strip()
    return line if len(line) <= limit else line[: limit - 1] + "…"


def width(text: str) -> int:
    """Return the columns a text takes: wide characters two, combining ones none."""
    return sum(
        0 if unicodedata.combining(it) else 2 if unicodedata.east_asian_width(it) in "WF" else 1
        for it in text
    )


def fit(text: str, columns: int) -> str:
    """Return a text cut or padded to exactly so many columns."""
    if width(text) > columns:
        while text and width(text) > columns - 1:
            text = text[:-1]
        text = text.rstrip() + "…"
    return text + " " * (columns - width(text))


def wrap(text: str, columns: int, first: str = "", rest: str | None = None) -> list[str]:
    """Return a text as lines, the first with one indent and the others with another."""
    return textwrap.wrap(
        text,
        columns,
        initial_indent=first,
        subsequent_indent=" " * width(first) if rest is None else rest,
        break_long_words=True,
        break_on_hyphens=False,
    ) or [first.rstrip()]
