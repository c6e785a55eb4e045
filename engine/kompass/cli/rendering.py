"""From a document to the bytes of a file, in the format its name asks for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kompass.cli.progress import progress
from kompass.cli.streams import read_input, say
from kompass.desk.rendering import need, rendered
from kompass.errors import UsageError

if TYPE_CHECKING:
    from kompass.report.document import Document, Logo

_SIGNATURES: Final = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}
_LOGO_MOST: Final = 2_000_000


def format_of(output: str | None, asked: str | None, allowed: Sequence[str]) -> str:
    """Return the format a user asks for, by ``--format`` or by the name of the file.

    Raises:
        UsageError: The two disagree, or neither says which.
    """
    ending = Path(output).suffix.lower().removeprefix(".") if output and output != "-" else ""
    ending = {"markdown": "md", "htm": "html"}.get(ending, ending)
    if asked and ending in allowed and asked != ending:
        raise UsageError(f"--format {asked} passer ikke med {output}; velg det ene.")
    chosen = asked or ending
    if chosen in allowed:
        return chosen
    known = ", ".join(f".{it}" for it in allowed)
    if not chosen:
        raise UsageError(f"Hvilket format? Bruk --format, eller -o med en av endelsene {known}.")
    raise UsageError(f"Kjenner ikke formatet .{chosen}. Velg en av endelsene {known}.")


def settle(
    output: str | None, asked: str | None, allowed: Sequence[str], template: Path | None
) -> str:
    """Return the format to write, after seeing that all it takes is there.

    Raises:
        UsageError: The options do not fit together.
        KompassError: Something is not installed; the message says which extra has it.
    """
    chosen = format_of(output, asked, allowed)
    need(chosen)
    if template and chosen != "docx":
        raise UsageError("--template gjelder bare Word (.docx).")
    return chosen


def render(document: Document, form: str, template: Path | None = None) -> bytes:
    """Return a document as the bytes of a file, and say which characters the font lacks.

    Args:
        document: The report.
        form: ``html``, ``pdf`` or ``docx``.
        template: A Word file whose styles are kept; only for ``docx``.

    Raises:
        KompassError: The template cannot be used, or the PDF cannot be made.
    """
    chosen = read_input(str(template))[0] if template else None
    with progress({"html": "Skriver HTML", "pdf": "Setter PDF", "docx": "Skriver Word"}[form]):
        made = rendered(document, form, chosen)
    tell_replaced(made.replaced)
    return made.data


def tell_replaced(characters: Collection[str]) -> None:
    """Say which characters the font lacks, and that stand as another one in the file."""
    if characters:
        shown = " ".join(f"U+{ord(it):04X}" for it in sorted(characters)[:10])
        say(f"Skriften mangler {len(characters)} tegn, som er byttet ut i PDF-en: {shown}")


def with_logo(document: Document, logo: Path | None, alt: str) -> Document:
    """Return the document with a picture on its front page."""
    return replace(document, logo=read_logo(logo, alt)) if logo else document


def read_logo(path: Path, alt: str) -> Logo:
    """Return a logo from a file.

    Raises:
        UsageError: It is not a PNG, JPEG or SVG picture, or it is too large.
    """
    from kompass.report.document import Logo

    data, name = read_input(str(path))
    if len(data) > _LOGO_MOST:
        raise UsageError(f"Logoen {name} er større enn 2 MB; lag en mindre.")
    form = next((it for mark, it in _SIGNATURES.items() if data.startswith(mark)), "")
    if not form and b"<svg" in data[:2000]:
        form = "svg"
    if not form:
        raise UsageError(f"{name} er ikke et bilde kompass kan bruke; velg PNG, JPEG eller SVG.")
    return Logo(data, form, alt)


logo_option = click.option(
    "--logo", type=click.Path(path_type=Path), metavar="FIL",
    help="Bilde til forsiden: PNG, JPEG eller SVG.",
)  # fmt: skip
template_option = click.option(
    "--template", type=click.Path(path_type=Path), metavar="FIL",
    help="Kommunens egen Word-mal (.docx); stilene i den beholdes.",
)  # fmt: skip
