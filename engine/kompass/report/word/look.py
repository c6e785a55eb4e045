"""How a report looks in Word: every style kompass uses, for the file it makes from nothing.

A municipality's template keeps its own styles; one it does not have is added in a plain form.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

FONT: Final = "Calibri"
BRAND: Final = "0B3D70"
INK: Final = "1E2B3C"
_MUTED, _LINE, _TINT, _LINK = "4D5966", "B8C2CE", "E6EEF6", "0B5394"
_MONO: Final = '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>'


@dataclass(frozen=True, slots=True)
class Style:
    """A style as the inside of its XML elements.

    Attributes:
        paragraph: Of ``w:pPr``.
        letters: Of ``w:rPr``.
        table: What follows them in a style for tables.
        base: The name of the style it builds on.
        following: The name of the style of the paragraph after it.
        custom: Whether Word does not know its name.
    """

    paragraph: str = ""
    letters: str = ""
    table: str = ""
    kind: Literal["paragraph", "character", "table"] = "paragraph"
    base: str | None = "Normal"
    following: str | None = None
    custom: bool = False


def _letters(half_points: int, colour: str = "", bold: bool = False, italic: bool = False) -> str:
    return (
        ("<w:b/><w:bCs/>" if bold else "")
        + ("<w:i/><w:iCs/>" if italic else "")
        + (f'<w:color w:val="{colour}"/>' if colour else "")
        + f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
    )


def _heading(level: int, before: int, after: int, half_points: int) -> Style:
    new_page = "<w:pageBreakBefore/>" if level == 1 else ""
    return Style(
        f"<w:keepNext/><w:keepLines/>{new_page}<w:suppressAutoHyphens/>"
        f'<w:spacing w:before="{before}" w:after="{after}" w:line="240" w:lineRule="auto"/>'
        f'<w:outlineLvl w:val="{level - 1}"/>',
        _letters(half_points, BRAND, bold=True),
        following="Normal",
    )


def _spacing(before: int, after: int, line: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def _indent(left: int) -> str:
    return f'<w:ind w:left="{left}"/>'


def _bordered(*sides: str, colour: str = "auto") -> str:
    edge = f'w:val="single" w:sz="4" w:space="0" w:color="{colour}"'
    return "<w:tblBorders>" + "".join(f"<w:{it} {edge}/>" for it in sides) + "</w:tblBorders>"


def _margins(vertical: int, horizontal: int) -> str:
    sides = {"top": vertical, "left": horizontal, "bottom": vertical, "right": horizontal}
    inside = "".join(f'<w:{it} w:w="{width}" w:type="dxa"/>' for it, width in sides.items())
    return f"<w:tblCellMar>{inside}</w:tblCellMar>"


_ITEM: Final = Style(_spacing(0, 60, 264))

STYLES: Final[Mapping[str, Style]] = {
    # Its letters are the file's defaults: a colour here would win over a table's.
    "Normal": Style(_spacing(0, 120, 276), base=None),
    "Title": Style(
        "<w:suppressAutoHyphens/>" + _spacing(0, 160, 240),
        _letters(60, BRAND, bold=True),
        following="Subtitle",
    ),
    "Subtitle": Style("<w:suppressAutoHyphens/>" + _spacing(0, 240, 264), _letters(26, _MUTED)),
    "Heading 1": _heading(1, 0, 200, 36),
    "Heading 2": _heading(2, 320, 100, 27),
    "Heading 3": _heading(3, 240, 80, 23),
    "Heading 4": _heading(4, 200, 60, 21),
    "TOC Heading": Style('<w:outlineLvl w:val="9"/>', base="Heading 1", following="Normal"),
    "List Bullet": _ITEM,
    "List Bullet 2": _ITEM,
    "List Bullet 3": _ITEM,
    "List Number": _ITEM,
    "List Number 2": _ITEM,
    "List Number 3": _ITEM,
    "List Continue": Style(_spacing(0, 60, 264) + _indent(360)),
    "List Continue 2": Style(_spacing(0, 60, 264) + _indent(720)),
    "List Continue 3": Style(_spacing(0, 60, 264) + _indent(1080)),
    "Caption": Style(
        "<w:keepLines/>" + _spacing(120, 120, 240),
        _letters(19, INK, bold=True),
        following="Normal",
    ),
    "Quote": Style(_spacing(60, 120, 276) + _indent(340), _letters(21, _MUTED, italic=True)),
    "Intense Quote": Style(
        "<w:pBdr>"
        f'<w:top w:val="single" w:sz="4" w:space="5" w:color="{_TINT}"/>'
        f'<w:left w:val="single" w:sz="24" w:space="8" w:color="{_LINK}"/>'
        f'<w:bottom w:val="single" w:sz="4" w:space="5" w:color="{_TINT}"/>'
        f'<w:right w:val="single" w:sz="4" w:space="8" w:color="{_TINT}"/>'
        "</w:pBdr>"
        '<w:shd w:val="clear" w:color="auto" w:fill="F2F6FA"/>'
        + _spacing(160, 200, 264)
        + '<w:ind w:left="227" w:right="170"/>',
        _letters(21, INK),
        following="Normal",
    ),
    "HTML Preformatted": Style(_spacing(60, 160, 240), _MONO + _letters(18)),
    "HTML Code": Style(
        "", _MONO + '<w:sz w:val="19"/>', kind="character", base="Default Paragraph Font"
    ),
    "Hyperlink": Style(
        "",
        f'<w:color w:val="{_LINK}"/><w:u w:val="single"/>',
        kind="character",
        base="Default Paragraph Font",
    ),
    "header": Style(_spacing(0, 0, 240), _letters(17, _MUTED)),
    "footer": Style(_spacing(0, 0, 240), _letters(17, _MUTED)),
    "toc 1": Style(
        "<w:keepNext/>" + _spacing(120, 20, 252), _letters(21, bold=True), following="Normal"
    ),
    "toc 2": Style(_spacing(0, 0, 252) + _indent(284), _letters(20), following="Normal"),
    "Forbehold": Style(_spacing(0, 0, 264), _letters(19, _MUTED), custom=True),
    "Tabelltekst": Style(_spacing(20, 20, 247), _letters(18), custom=True),
    "Tabellhode": Style(
        "<w:keepNext/>", _letters(18, BRAND, bold=True), base="Tabelltekst", custom=True
    ),
    "Tabellpunkt": Style(
        _spacing(0, 50, 252) + '<w:ind w:left="227" w:hanging="227"/>',
        _letters(19),
        base="List Bullet",
        custom=True,
    ),
    "Table Grid": Style(
        _spacing(0, 0, 240),
        table="<w:tblPr>"
        + _bordered("top", "left", "bottom", "right", "insideH", "insideV")
        + _margins(0, 108)
        + "</w:tblPr>",
        kind="table",
        base="Normal Table",
    ),
    "Kompass tabell": Style(
        table="<w:tblPr>"
        "<w:tblBorders>"
        f'<w:top w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"/><w:left w:val="nil"/>'
        f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"/><w:right w:val="nil"/>'
        f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"/>'
        '<w:insideV w:val="nil"/>'
        "</w:tblBorders>" + _margins(30, 85) + "</w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="12" w:space="0" w:color="{BRAND}"/></w:tcBorders>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{_TINT}"/></w:tcPr></w:tblStylePr>'
        '<w:tblStylePr w:type="firstCol"><w:tcPr><w:shd w:val="clear" w:color="auto"'
        ' w:fill="F4F7FA"/></w:tcPr></w:tblStylePr>',
        kind="table",
        base="Table Grid",
        custom=True,
    ),
}
