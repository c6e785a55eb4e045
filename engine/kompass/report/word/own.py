"""The file kompass starts from without a template: python-docx' own, made Norwegian and plain."""

from __future__ import annotations

from copy import deepcopy

import docx
from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.shared import Mm

from kompass.report.word.look import BRAND, FONT, INK, STYLES
from kompass.report.word.parts import MM, Piece, field, paragraph, parsed, piece, words
from kompass.report.word.styles import Styles, dressing

_MARGIN = 22
TEXT_WIDTH = round((210 - 2 * _MARGIN) * MM)
_UNUSED = ("stylesWithEffects", "thumbnail", "customXml", "extended-properties")
"""Parts of python-docx' file that say nothing about ours."""


def new_file(lang: str) -> tuple[Word, Styles]:
    """Return an empty A4 file in kompass' look, in a language such as ``nb-NO``."""
    word = docx.Document()
    _drop_unused(word)
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(_MARGIN)
    section.top_margin = section.bottom_margin = Mm(_MARGIN)
    section.header_distance = section.footer_distance = Mm(11)
    _defaults(word.styles.element, lang)
    _settings(word.settings.element, lang)
    _prune(word.styles.element)
    return word, _styled(word)


def write_footer(word: Word, styles: Styles, title: str) -> None:
    """Write a footer with the report's title and the page's number on all pages but the first."""
    section = word.sections[0]
    section.different_first_page_header_footer = True
    footer: Piece = section.footer._element
    for it in list(footer):
        footer.remove(it)
    tab = piece("w:r", piece("w:tab"))
    stop = piece("w:tabs", piece("w:tab", val="right", pos=TEXT_WIDTH))
    inside = [words(title), tab, *field("PAGE", "1")]
    footer.append(paragraph(styles.id("footer"), *inside, tabs=stop))


def _drop_unused(word: Word) -> None:
    for holder in (word.part.rels, word.part.package.rels):
        for key, rel in list(holder.items()):
            if rel.reltype.rsplit("/", 1)[-1] in _UNUSED:
                del holder[key]


def _defaults(root: Piece, lang: str) -> None:
    """Set the language and the font of everything; a theme's fonts differ between machines."""
    letters = root.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for it in list(letters):
        letters.remove(it)
    letters.extend(
        parsed(
            "w:rPr",
            f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:eastAsia="{FONT}"/>'
            f'<w:color w:val="{INK}"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
            f'<w:lang w:val="{lang}" w:eastAsia="{lang}" w:bidi="ar-SA"/>',
        )
    )


def _settings(root: Piece, lang: str) -> None:
    zoom = root.find(qn("w:zoom"))
    zoom.attrib.clear()
    zoom.set(qn("w:percent"), "100")
    for tag in ("w:proofState", "w:savePreviewPicture"):
        root.remove(root.find(qn(tag)))
    # Long Norwegian words in narrow columns.
    root.find(qn("w:defaultTabStop")).addnext(piece("w:autoHyphenation"))
    compat = root.find(qn("w:compat"))
    compat.remove(compat.find(qn("w:useFELayout")))
    for it in compat:
        if it.get(qn("w:name")) == "compatibilityMode":
            it.set(qn("w:val"), "15")
    theme = root.find(qn("w:themeFontLang"))
    theme.attrib.clear()
    theme.set(qn("w:val"), lang)
    root.find(qn("w:decimalSymbol")).set(qn("w:val"), ",")
    root.find(qn("w:listSeparator")).set(qn("w:val"), ";")


def _prune(root: Piece) -> None:
    """Take out a hundred table styles nobody asked for, and every font and colour of the theme."""
    for style in root.findall(qn("w:style")):
        name = style.find(qn("w:name")).get(qn("w:val"))
        if style.get(qn("w:type")) == "table" and name not in ("Normal Table", "Table Grid"):
            root.remove(style)
    for fonts in list(root.iter(qn("w:rFonts"))):
        if any("heme" in it for it in fonts.attrib):
            fonts.getparent().remove(fonts)
    for colour in root.iter(qn("w:color")):
        if colour.get(qn("w:themeColor")):
            colour.attrib.clear()
            colour.set(qn("w:val"), BRAND)


def _styled(word: Word) -> Styles:
    styles = Styles(word, own=True)
    for name, spec in STYLES.items():
        style = styles.find(name)
        if style is None:
            styles.add(name, spec)
            continue
        _redress(style, [it for it in dressing(spec)])
        _match_linked(style, styles)
    return styles


def _redress(style: Piece, look: list[Piece]) -> None:
    """Give a style another look. A list keeps its numbering."""
    number = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
    for it in list(style):
        if it.tag in {qn("w:pPr"), qn("w:rPr"), qn("w:tblPr"), qn("w:tblStylePr")}:
            style.remove(it)
    style.extend(look)
    for hidden in style.findall(qn("w:semiHidden")):
        style.remove(hidden)
    if number is not None:
        style.find(qn("w:pPr")).insert(0, piece("w:numPr", number))


def _match_linked(style: Piece, styles: Styles) -> None:
    """Give the character style that goes with a paragraph style the same letters."""
    link, letters = style.find(qn("w:link")), style.find(qn("w:rPr"))
    if link is None:
        return
    for other in styles.known.values():
        if other.get(qn("w:styleId")) == link.get(qn("w:val")):
            for it in other.findall(qn("w:rPr")):
                other.remove(it)
            if letters is not None:
                other.append(deepcopy(letters))
