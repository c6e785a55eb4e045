"""Typst at work: the bundled font and no other, and no file of the user's within reach."""

from __future__ import annotations

from importlib.resources import as_file
from typing import Any, Final

import typst

from kompass.errors import KompassError
from kompass.report.fonts import font_folder

_PPI: Final = 200


def compiled(source: str, values: dict[str, str], failure: str, **how: Any) -> bytes:
    """Return what Typst makes of some source.

    Args:
        source: Typst markup; text that is not kompass' own stands in it as string literals only.
        values: What ``sys.inputs`` holds.
        failure: What to say has failed, before Typst's own words.
        how: What Typst is asked for: ``format`` and what belongs to it.

    Raises:
        KompassError: Typst refused.
    """
    with as_file(font_folder()) as fonts:
        # The root is the fonts' own folder: a drawing that names files finds none of the user's.
        place = str(fonts)
        try:
            compiler = typst.Compiler(
                root=place, font_paths=[place], ignore_system_fonts=True, sys_inputs=values
            )
            made = compiler.compile(source.encode(), **how)
        except typst.TypstError as problem:
            said = f"{failure}: {problem.message} {' '.join(problem.hints)}"
            raise KompassError(said.strip()) from None
    assert isinstance(made, bytes)
    return made


def as_png(data: str, form: str, width: float, fill: str, drawing: str = "") -> bytes:
    """Return a picture as PNG, with the letters of the bundled font.

    Args:
        data: What Typst makes the picture's bytes of.
        form: The format they are in.
        width: In twips.
        fill: What lies behind the picture.
        drawing: The text of an SVG, for ``sys.inputs.drawing``.

    Raises:
        KompassError: Typst cannot read it.
    """
    source = (
        f"#set page(width: {width / 20}pt, height: auto, margin: 0pt, fill: {fill})\n"
        f'#image(bytes({data}), format: "{form}", width: 100%)'
    )
    values = {"drawing": drawing}
    return compiled(source, values, "Bildet kan ikke tegnes", format="png", ppi=_PPI)
