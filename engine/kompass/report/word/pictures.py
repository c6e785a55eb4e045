"""Pictures for Word, which reads PNG and JPEG everywhere but SVG only in its newest versions."""

from __future__ import annotations

import io
import struct
from typing import Any, Final

from docx.document import Document as Word
from docx.image.exceptions import (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
)
from docx.oxml.ns import qn
from docx.parts.story import StoryPart

from kompass.errors import KompassError, UsageError
from kompass.report.charts import draw
from kompass.report.document import Document, Figure, Logo
from kompass.report.typeset import Typesetter
from kompass.report.typesetting import as_png
from kompass.report.word.parts import EMU, MM, Piece, piece, printable, run

_TALLEST: Final = round(190 * MM)
"""Higher charts are made smaller, so that the caption has room under them."""
_LOGO_HEIGHT, _LOGO_WIDTH = round(25 * MM), round(90 * MM)
_SPOILT: Final = (
    InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError,
    KeyError, ValueError, ZeroDivisionError, struct.error,
)  # fmt: skip
"""What python-docx raises where a picture is not what it says it is."""


class Pictures:
    """Puts pictures into a file."""

    def __init__(self, document: Document, word: Word) -> None:
        self.lang = document.lang
        self.part: StoryPart = word.part
        self.letters = Typesetter(document)
        # Over those that a template's own pictures have.
        self.next_id = self.part.next_id

    def chart(self, figure: Figure, width: int, height: int = _TALLEST) -> Piece:
        """Return a run with a chart, as wide as asked or, if it is too tall, as high."""
        svg = self.letters.text(draw(figure.chart, self.lang, f"figur-{figure.number}"))
        data = as_png("sys.inputs.drawing", "svg", width, "white", svg)
        name = f"Figur {figure.number}"
        return self._put(data, width, height, figure.chart.alt, figure.chart.title, name)

    def logo(self, logo: Logo) -> Piece:
        """Return a run with a logo.

        Raises:
            UsageError: It is no picture of the format it says.
        """
        try:
            return self._put_logo(logo, self._logo_data(logo))
        except (KompassError, *_SPOILT):
            pass
        try:
            # python-docx does not know every JPEG, such as those of Photoshop; Typst does.
            numbers = ",".join(map(str, logo.data))
            return self._put_logo(logo, as_png(f"({numbers},)", logo.format, _LOGO_WIDTH, "none"))
        except (KompassError, *_SPOILT):
            raise UsageError(f"Logoen kan ikke leses som {logo.format.upper()}.") from None

    def _logo_data(self, logo: Logo) -> bytes:
        if logo.format != "svg":
            return logo.data
        drawing = self.letters.text(logo.data.decode("utf-8-sig"))
        return as_png("sys.inputs.drawing", "svg", _LOGO_WIDTH, "none", drawing)

    def _put_logo(self, logo: Logo, data: bytes) -> Piece:
        return self._put(data, _LOGO_WIDTH, _LOGO_HEIGHT, logo.alt, logo.alt, "logo")

    def _put(self, data: bytes, width: int, height: int, alt: str, title: str, name: str) -> Piece:
        """Return a run with a picture that fills the width or, if it is too tall, the height."""
        _, image = self.part.get_or_add_image(io.BytesIO(data))
        tall = image.px_height * width > image.px_width * height
        size = {"height": height * EMU} if tall else {"width": width * EMU}
        inline: Any = self.part.new_pic_inline(io.BytesIO(data), **size)
        properties = inline.docPr
        for key, value in {"id": self.next_id, "name": name, "descr": alt, "title": title}.items():
            properties.set(key, printable(str(value)))
        picture = inline.find(f".//{qn('pic:cNvPr')}")
        picture.set("descr", printable(alt))
        self.next_id += 1
        return run(piece("w:drawing", inline))
