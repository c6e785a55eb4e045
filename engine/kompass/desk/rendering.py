"""From a document to the bytes of a file, and what each format needs to be installed."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from kompass.errors import KompassError

if TYPE_CHECKING:
    from kompass.report.document import Document

RENDERED: Final = ("html", "pdf", "docx")
"""Formats that are made from the report's Markdown."""

_NEEDED: Final = {
    "md": ("jinja2", "mdit_py_plugins"),
    "html": ("jinja2", "mdit_py_plugins"),
    "pdf": ("jinja2", "mdit_py_plugins", "typst"),
    "docx": ("jinja2", "mdit_py_plugins", "typst", "docx"),
    "xlsx": ("openpyxl", "defusedxml"),
    "ics": ("highspy", "icalendar", "numpy"),
    "png": ("typst",),
    "svg": (),
    "json": (),
}
_EXTRA: Final = {"xlsx": "excel", "ics": "plan"}


@dataclass(frozen=True)
class Rendered:
    """The bytes of a file.

    Attributes:
        data: The bytes.
        replaced: Characters the font lacks, which stand as another one in the file.
    """

    data: bytes
    replaced: frozenset[str] = frozenset()


def need(form: str) -> None:
    """See that what a format needs is installed.

    Raises:
        KompassError: Something is missing; the message says which extra to install.
    """
    if not _installed(form):
        extra = _EXTRA.get(form, "report")
        raise KompassError(
            f"Formatet {form} trenger tillegget {extra}. Installer det slik: "
            f'pip install "kompass-egenvurdering[{extra}]"'
        )


def missing_extras() -> list[str]:
    """Return the extras that some format or the workspace needs and that are not installed."""
    missing = {_EXTRA.get(it, "report") for it in _NEEDED if not _installed(it)}
    if not all(find_spec(name) is not None for name in ("multipart", "starlette", "uvicorn")):
        missing.add("web")
    return sorted(missing)


def _installed(form: str) -> bool:
    return all(find_spec(name) is not None for name in _NEEDED[form])


def rendered(document: Document, form: str, template: bytes | None = None) -> Rendered:
    """Return a document as the bytes of a file.

    Args:
        document: The report.
        form: ``html``, ``pdf`` or ``docx``.
        template: The bytes of a Word file whose styles are kept; only for ``docx``.

    Raises:
        KompassError: The template cannot be used, or the PDF cannot be made.
    """
    if form == "html":
        from kompass.report.html import as_html

        return Rendered(as_html(document).encode())
    if form == "pdf":
        from kompass.report.pdf import as_pdf

        data, replaced = as_pdf(document)
        return Rendered(data, frozenset(replaced))
    from kompass.report.docx import as_docx

    return Rendered(as_docx(document, template))
