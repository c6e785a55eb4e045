"""Every text of the workspace, whichever page it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kompass.model.base import Text
from kompass.web import words, words_people, words_results

ALL: Final[Mapping[str, Text]] = {
    **words.WORDS,
    **words_people.WORDS,
    **words_results.WORDS,
}
