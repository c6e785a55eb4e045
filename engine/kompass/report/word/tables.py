"""Tables: a head that is repeated, and a width on every cell that suits what stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import sqrt
from typing import Final

from kompass.errors import KompassError
from kompass.report.document import Runs, Table, plain
from kompass.report.word.parts import Piece, piece

_NARROW: Final = 14
"""Columns with at most so many characters keep their own width; the others share what is left."""
_WIDEST: Final = 600
_LONG_WORD: Final = 24
"""Words longer than this may be broken."""
LETTER: Final = 96
"""The width of a letter in a table, in twips; a little more than the average of our font."""
WIDE_LETTER: Final = 118
"""The same in a font nobody knows: wider than most."""
_PADDING: Final = 220
_LINE: Final = 247
_MOST_COLUMNS: Final = 63
_TALL: Final = 4_500
"""A row higher than this, in twips, may be broken between pages."""


def widths(table: Table, total: int, letter: int) -> list[int]:
    """Return the width of each column, in twips, where a letter is about so wide."""
    # Bold letters are wider: the head's texts count as one letter longer.
    heads = [f"{plain(it)}m" for it in table.head]
    rows = [[plain(it) for it in row] for row in table.rows]
    columns = list(zip(heads, *rows, strict=True))
    longest = [max(map(len, column)) for column in columns]
    words = [
        length if length <= _NARROW else min(_LONG_WORD, _longest_word(column))
        for column, length in zip(columns, longest, strict=True)
    ]
    # By the square root: a column of long texts gets more room, but leaves some to the others.
    weights = [
        sqrt(min(length, _WIDEST)) - sqrt(word) for length, word in zip(longest, words, strict=True)
    ]
    if not any(weights):
        weights[0] = 1.0
    return shared(total, [it * letter + _PADDING for it in words], weights)


def shared(total: int, least: Sequence[int], weights: Sequence[float]) -> list[int]:
    """Return widths that fill the total: each its least, and what is left by weight."""
    left = total - sum(least)
    if left < 0:
        weights, least, left = [float(it) for it in least], [0] * len(least), total
    made = [low + int(left * it / sum(weights)) for low, it in zip(least, weights, strict=True)]
    made[made.index(max(made))] += total - sum(made)
    return made


def is_tall(row: Sequence[Runs], columns: Sequence[int]) -> bool:
    """Return whether a row is so high that keeping it on one page would leave a hole."""
    lines = (
        len(plain(cell)) // max(1, (width - _PADDING) // LETTER) + 1
        for cell, width in zip(row, columns, strict=True)
    )
    return max(lines, default=1) * _LINE > _TALL


def frame(style: str, columns: Sequence[int], rows: Iterable[Piece], *, named: bool) -> Piece:
    """Return a table around rows, with fixed widths.

    Args:
        style: The id of its style.
        columns: The width of each column, in twips.
        rows: Its rows; the first is its head.
        named: Whether the first column names its row.

    Raises:
        KompassError: It has more columns than a Word file may have.
    """
    if len(columns) > _MOST_COLUMNS:
        raise KompassError(
            f"En tabell har {len(columns)} kolonner; Word har plass til {_MOST_COLUMNS}."
        )
    look = piece(
        "w:tblLook",
        val="04A0" if named else "0420",
        firstRow=1, lastRow=0, firstColumn=int(named), lastColumn=0, noHBand=0, noVBand=1,
    )  # fmt: skip
    properties = piece(
        "w:tblPr",
        piece("w:tblStyle", val=style),
        piece("w:tblW", w=sum(columns), type="dxa"),
        piece("w:tblLayout", type="fixed"),
        look,
    )
    grid = piece("w:tblGrid", *(piece("w:gridCol", w=it) for it in columns))
    return piece("w:tbl", properties, grid, *rows)


def row(cells: Iterable[Piece], *, head: bool = False, whole: bool = True) -> Piece:
    """Return a row; a whole one is not broken between pages."""
    properties = piece(
        "w:trPr",
        piece("w:cantSplit") if whole else None,
        piece("w:tblHeader") if head else None,
    )
    return piece("w:tr", properties if len(properties) else None, *cells)


def cell(width: int, *inside: Piece) -> Piece:
    """Return a cell."""
    return piece("w:tc", piece("w:tcPr", piece("w:tcW", w=width, type="dxa")), *inside)


def _longest_word(texts: Iterable[str]) -> int:
    return max((len(word) for text in texts for word in text.split()), default=1)
