"""Spelling by hunspell, with a word list of the project's own."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from kompass.authoring.texts import Placed
from kompass.errors import Fault, KompassError
from kompass.model.base import LANGUAGES, Lang

DICTIONARIES: Final[Mapping[Lang, str]] = {"nb": "nb_NO", "nn": "nn_NO"}
_WORD = re.compile(r"[^\W\d_]{2,}")
_SLOT = re.compile(r"\{[a-z_]+\}")


def available() -> str | None:
    """Return why spelling cannot be checked here, or None when it can."""
    if shutil.which("hunspell") is None:
        return "hunspell er ikke installert (Debian: hunspell hunspell-no)"
    listed = subprocess.run(
        ["hunspell", "-D"], input="", capture_output=True, text=True, check=False
    ).stderr
    missing = [name for name in DICTIONARIES.values() if name not in listed]
    return f"hunspell mangler ordbok for {', '.join(missing)}" if missing else None


def read_words(file: Path) -> dict[Lang, frozenset[str]]:
    """Read the project's word list: one word a line, with ``nb`` or ``nn`` before it, or both."""
    words: dict[Lang, set[str]] = {lang: set() for lang in LANGUAGES}
    for line in file.read_text("utf-8").splitlines() if file.is_file() else ():
        languages, _, word = line.partition(" ")
        for lang in LANGUAGES:
            if word and not line.startswith("#") and lang in languages.split("+"):
                words[lang].add(word.strip().casefold())
    return {lang: frozenset(known) for lang, known in words.items()}


def unknown_words(
    placed_texts: Iterable[Placed], words: Path
) -> dict[Lang, dict[str, list[Placed]]]:
    """Return the words neither hunspell nor the project's list knows, and where they stand.

    Raises:
        KompassError: hunspell failed.
    """
    everything = list(placed_texts)
    own = read_words(words)
    found: dict[Lang, dict[str, list[Placed]]] = {}
    for lang in LANGUAGES:
        used: dict[str, list[Placed]] = {}
        for placed in everything:
            for word in _words(getattr(placed.text, lang)):
                used.setdefault(word, []).append(placed)
        unknown = _misspelt(used, lang)
        found[lang] = {
            word: used[word] for word in sorted(unknown) if word.casefold() not in own[lang]
        }
    return found


def spelling_faults(
    placed_texts: Iterable[Placed], places: Mapping[str, tuple[str, int]], words: Path
) -> Iterator[Fault]:
    """Yield a fault for every unknown word, at the first text that has it."""
    for lang, unknown in unknown_words(placed_texts, words).items():
        for word, at in unknown.items():
            file, line = places.get(at[0].id, ("", 0))
            yield Fault(
                file,
                line,
                f"ukjent ord ({lang}): {word}; rett det, eller før det opp i {words.name}",
            )


def _words(text: str | None) -> Iterable[str]:
    return _WORD.findall(_SLOT.sub(" ", text or ""))


def _misspelt(words: Iterable[str], lang: Lang) -> set[str]:
    done = subprocess.run(
        ["hunspell", "-d", DICTIONARIES[lang], "-i", "utf-8", "-l"],
        input="\n".join(words),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise KompassError(f"hunspell: {done.stderr.strip()}")
    return set(done.stdout.split())
