"""Where the content lies: inside the package in a wheel, at the root in a checkout."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from kompass.errors import KompassError

FOLDERS = ("questionnaires", "rules", "recommendations")


def checkout_root() -> Path | None:
    """Return the root of the checkout this package runs from, or None when it is installed."""
    root = Path(__file__).parents[3]
    return root if (root / "pyproject.toml").is_file() and (root / "rules").is_dir() else None


def content_root(chosen: Path | None = None) -> Traversable:
    """Return the folder that holds questionnaires/, rules/ and recommendations/.

    Args:
        chosen: A folder the user named; None for the content kompass came with.

    Raises:
        KompassError: There is no content there.
    """
    packaged = files("kompass.content")
    candidates: list[Traversable] = [chosen] if chosen else [packaged]
    if not chosen and (root := checkout_root()):
        candidates.append(root)
    for candidate in candidates:
        if all(candidate.joinpath(folder).is_dir() for folder in FOLDERS):
            return candidate
    raise KompassError(f"Fant ikke mappene {', '.join(FOLDERS)} i {chosen or packaged}.")


def yaml_files(folder: Traversable) -> list[tuple[str, Traversable]]:
    """Return every YAML file below a folder with its path from there, in a stable order."""
    found: list[tuple[str, Traversable]] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            found += [(f"{entry.name}/{name}", file) for name, file in yaml_files(entry)]
        elif entry.name.endswith(".yaml"):
            found.append((entry.name, entry))
    return found
