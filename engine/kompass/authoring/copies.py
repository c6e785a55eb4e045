"""Near-copies of source sentences, by fingerprints: the sources themselves are not kept here."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kompass.authoring.texts import Placed
from kompass.errors import Fault
from kompass.model.base import LANGUAGES

SHINGLE = 7
"""Words in a row that must not be shared with a source. Six meets too many stock phrases."""

_WORD = re.compile(r"[^\W\d_]+")


def shingles(text: str) -> Iterator[tuple[str, str]]:
    """Yield each run of words in a text, with its fingerprint."""
    words = [word.casefold() for word in _WORD.findall(text)]
    for at in range(len(words) - SHINGLE + 1):
        run = " ".join(words[at : at + SHINGLE])
        yield run, hashlib.blake2s(run.encode(), digest_size=4).hexdigest()


def fingerprints(text: str) -> set[str]:
    """Return the fingerprints of a whole source."""
    return {fingerprint for _, fingerprint in shingles(text)}


def read_fingerprints(file: Path) -> frozenset[str]:
    """Read a file of fingerprints; none where there is no file."""
    return frozenset(file.read_text("ascii").split()) if file.is_file() else frozenset()


def copy_faults(
    placed_texts: Iterable[Placed],
    places: Mapping[str, tuple[str, int]],
    known: frozenset[str],
) -> Iterator[Fault]:
    """Yield a fault for every text that shares a run of words with a source."""
    for placed in placed_texts:
        for lang in LANGUAGES:
            text = getattr(placed.text, lang) or ""
            shared = next((run for run, mark in shingles(text) if mark in known), None)
            if shared:
                file, line = places.get(placed.id, ("", 0))
                yield Fault(
                    file, line, f"{placed.id}: likt en kilde, skriv med egne ord: «{shared}»"
                )
