"""Typst at work: the bundled font and no other, and no file of the user's within reach."""

from __future__ import annotations

from importlib.resources import as_file
from typing import Any

import typst

from kompass.errors import KompassError
from kompass.report.fonts import font_folder


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
