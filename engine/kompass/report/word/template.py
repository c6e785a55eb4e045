"""A municipality's own Word file: checked, opened, and made ready for the report."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from typing import Final

import docx
from docx.document import Document as Word
from docx.oxml.ns import qn

from kompass.errors import UsageError
from kompass.report.word.parts import Piece

MARKER: Final = "{{innhold}}"
"""The paragraph the report is put in place of."""
MOST_BYTES: Final = 50_000_000
MOST_ENTRIES: Final = 2_000
_TYPES: Final = "[Content_Types].xml"
_TEMPLATE: Final = b"wordprocessingml.template.main+xml"
_DOCUMENT: Final = b"wordprocessingml.document.main+xml"
_A4: Final = {"w": 11_906, "h": 16_838}
_SIDE: Final = 1_417


def open_template(data: bytes) -> Word:
    """Return a template as an open file.

    Raises:
        UsageError: It is no Word file, has macros, or is larger than kompass reads.
    """
    checked = _checked(data)
    try:
        word = docx.Document(io.BytesIO(checked))
        # python-docx reads these when they are first asked for: a broken part has to show now.
        roots = (word.styles.element.tag, word.settings.element.tag, word.element.tag)
        _ = word.core_properties.title
        word.element.body.get_or_add_sectPr()
        if roots != (qn("w:styles"), qn("w:settings"), qn("w:document")):
            raise ValueError
    except Exception:
        # A broken file breaks python-docx in as many ways as there are parts in it.
        raise UsageError("Malen kan ikke åpnes; en del av fila er ødelagt.") from None
    return word


def make_room(word: Word) -> Piece:
    """Return the element the report goes in front of, in place of the marker or of everything.

    Raises:
        UsageError: The marker stands where a report has no room.
    """
    marked = next((it for it in word.element.iter(qn("w:p")) if MARKER in _text(it)), None)
    if marked is None:
        return _emptied(word)
    alone = _text(marked).strip() == MARKER and marked.getparent().tag == qn("w:body")
    if not alone or next(marked.iter(qn("w:txbxContent")), None) is not None:
        raise UsageError(
            f"Merket {MARKER} i malen må stå alene i et avsnitt, utenfor tabeller, tekstbokser og "
            "innholdskontroller."
        )
    section = marked.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
    if section is not None:
        # The paragraph ends a section, so it stays, without its text.
        for it in [it for it in marked if it.tag != qn("w:pPr")]:
            marked.remove(it)
        return marked
    following = marked.getnext()
    marked.getparent().remove(marked)
    return following


def text_width(word: Word, place: Piece) -> int:
    """Return the width of the text where the report goes, in twips."""
    section = section_at(word, place)
    page, _ = page_of(section)
    margins = section.find(qn("w:pgMar"))
    sides = 2 * _SIDE
    if margins is not None:
        sides = sum(int(margins.get(qn(f"w:{it}"), 0)) for it in ("left", "right", "gutter"))
    return max(page - sides, page // 3)


def section_at(word: Word, place: Piece) -> Piece:
    """Return the section that a place is in."""
    section = next(_sections_from(place), None)
    return word.element.body.get_or_add_sectPr() if section is None else section


def page_of(section: Piece) -> tuple[int, int]:
    """Return the width and the height of a section's pages, in twips."""
    size = section.find(qn("w:pgSz"))
    if size is None:
        return _A4["w"], _A4["h"]
    return int(size.get(qn("w:w"), _A4["w"])), int(size.get(qn("w:h"), _A4["h"]))


def _checked(data: bytes) -> bytes:
    """Return the bytes of a Word file that is safe to open; a .dotx as the .docx it would make."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_ENTRIES or sum(it.file_size for it in entries) > MOST_BYTES:
                raise UsageError("Malen er større enn 50 MB pakket ut; lag en mindre.")
            types = archive.read(_TYPES)
            _refuse_macros(types, [it.filename for it in entries])
            return _as_document(archive, types) if _TEMPLATE in types else data
    except UsageError:
        raise
    except Exception:
        # zipfile raises errors of half a dozen kinds for what is no zip file, or a spoilt one.
        raise UsageError(
            "Malen er ikke et Word-dokument (.docx). Er den lagret som .doc, eller med passord? "
            "Åpne den i Word og lagre den som .docx."
        ) from None


def _refuse_macros(types: bytes, names: list[str]) -> None:
    lowered = types.lower()
    if b"macroenabled" in lowered or b"vbaproject" in lowered or any("vba" in it for it in names):
        raise UsageError("Malen har makroer. Lagre den som .docx uten makroer, og prøv igjen.")


def _as_document(archive: zipfile.ZipFile, types: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        for name in archive.namelist():
            data = types.replace(_TEMPLATE, _DOCUMENT) if name == _TYPES else archive.read(name)
            target.writestr(name, data)
    return made.getvalue()


def _emptied(word: Word) -> Piece:
    """Empty the body, but keep the last section with the headers and footers it stands under."""
    body = word.element.body
    last = body.get_or_add_sectPr()
    for section in [it for it in body.iter(qn("w:sectPr")) if it is not last][::-1]:
        _inherit(last, section)
    for it in list(body):
        if it is not last:
            body.remove(it)
    return last


def _inherit(section: Piece, earlier: Piece) -> None:
    """Take over the headers and footers that a section has from the one before it."""
    for tag in (qn("w:footerReference"), qn("w:headerReference")):
        own = {it.get(qn("w:type")) for it in section.findall(tag)}
        for it in earlier.findall(tag):
            if it.get(qn("w:type")) not in own:
                section.insert(0, deepcopy(it))


def _sections_from(place: Piece) -> Iterator[Piece]:
    """Yield the sections that end at a place or after it."""
    for it in (place, *place.itersiblings()):
        if it.tag == qn("w:sectPr"):
            yield it
        yield from it.iter(qn("w:sectPr"))


def _text(paragraph: Piece) -> str:
    return "".join(it.text or "" for it in paragraph.iter(qn("w:t")))
