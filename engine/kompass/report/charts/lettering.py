"""How wide text is, and where its lines turn, without asking any font."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from kompass.report.layout import clean

MOST_CHARACTERS: Final = 200
_UNKNOWN = 1.35
_MARK = 0.35
"""An accent that is no part of a letter: some fonts have a box in its place."""
_ELLIPSIS = "…"
_NOT_XML = re.compile("[\ud800-\udfff\ufffe\uffff\u00ad]")
_BREAKS_AFTER = "-–/"
# Thousandths of the font size, rounded up: the wider of Inter Bold and Arial Bold.
_WIDTHS: Final = {
    letter: thousandths
    for thousandths, letters in (
        (280, "ijl"),
        (300, " I"),
        (340, "!',.:·’"),
        (360, ";"),
        (380, "()[]`t|ŧ"),
        (400, "/\\f"),
        (420, "r"),
        (460, "°"),
        (480, "-{}"),
        (560, '_–”“"*?1'),
        (580, "sz§"),
        (600, "7Jacekvxå^"),
        (620, "oyøFL"),
        (640, "25bdghnpquđŋ"),
        (680, "#$3689PSE04+<=>TZ~Ŧ«»−≥≤"),
        (700, "€"),
        (740, "KCDXYRB&"),
        (780, "NOQØŊGAHUVÅĐ"),
        (860, "w"),
        (920, "mæ½"),
        (940, "M"),
        (1040, "—%@…WÆ→←"),
    )
    for letter in letters
}


def printable(text: str, limit: int = MOST_CHARACTERS) -> str:
    """Return somebody's text as one line that may stand in XML, cut at ``limit`` characters."""
    line = clean(_NOT_XML.sub("", text[: 4 * limit + 1]), limit)
    kept: list[str] = []
    marks = 0
    for letter in unicodedata.normalize("NFC", line):
        marks = marks + 1 if unicodedata.combining(letter) else 0
        if marks <= 2:
            kept.append(letter)
    return " ".join("".join(kept).split())


@lru_cache(maxsize=4096)
def _em(letter: str) -> float:
    """Return the width of a letter in font sizes, rather too much than too little."""
    if letter in _WIDTHS:
        return _WIDTHS[letter] / 1000
    if unicodedata.combining(letter):
        return _MARK
    parts = unicodedata.normalize("NFKD", letter)
    if parts == letter:
        return _UNKNOWN
    return sum(_em(it) for it in parts if not unicodedata.combining(it))


def width(text: str, size: float) -> float:
    """Return the room a text takes at a font size, rather too much than too little."""
    return sum(map(_em, text)) * size


def shortened(text: str, size: float, room: float) -> str:
    """Return a text that fits in ``room``, with an ellipsis where it was cut."""
    if width(text, size) <= room:
        return text
    left = room - width(_ELLIPSIS, size)
    kept = 0
    for letter in text:
        left -= width(letter, size)
        if left < 0:
            break
        kept += 1
    return text[:kept].rstrip(" ,;:-–") + _ELLIPSIS


def wrap(text: str, size: float, room: float, lines: int = 3) -> list[str]:
    """Return a text as at most so many lines, the last with an ellipsis where it was cut."""
    out: list[str] = []
    line = ""
    pieces = _pieces(printable(text), size, room)
    for index, (piece, glued) in enumerate(pieces):
        longer = line + ("" if glued or not line else " ") + piece
        if not line or width(longer, size) <= room:
            line = longer
        elif len(out) == lines - 1:
            rest = "".join(("" if it[1] else " ") + it[0] for it in pieces[index:])
            return [*out, shortened(line + rest, size, room)]
        else:
            out.append(line)
            line = piece
    return [*out, line]


def balanced(text: str, size: float, room: float, lines: int = 3) -> list[str]:
    """Return a text in no more lines than it needs, all about as long."""
    full = wrap(text, size, room, lines)
    for share in range(50, 100, 5):
        narrow = wrap(text, size, room * share / 100, lines)
        if len(narrow) == len(full) and " ".join(narrow) == " ".join(full):
            return narrow
    return full


def _pieces(text: str, size: float, room: float) -> list[tuple[str, bool]]:
    """Return a text in pieces that fit, each with whether it is glued to the one before it."""
    out: list[tuple[str, bool]] = []
    for word in text.split():
        glued = False
        while width(word, size) > room and len(word) > 1:
            at = _break(word, size, room)
            hyphen = "-" if word[at - 1].isalpha() and word[at].isalpha() else ""
            out.append((word[:at] + hyphen, glued))
            word, glued = word[at:], True
        out.append((word, glued))
    return out


def _break(word: str, size: float, room: float) -> int:
    """Return where to break a word that is too long: after a dash, or else where it is full."""
    full = 1
    while full < len(word) - 1 and width(word[: full + 1] + "-", size) <= room:
        full += 1
    after = max((word.rfind(it, 1, full) for it in _BREAKS_AFTER), default=-1) + 1
    return after or full
