"""Finds a municipality in the register by its number or its name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kompass.errors import UsageError, did_you_mean


def find_municipality(register: Mapping[str, str], wanted: str) -> tuple[str, str] | None:
    """Return the number and name of a municipality.

    Args:
        register: The full name of every municipality, by number.
        wanted: A number or a name; ``Herøy`` is not enough where there are two.

    Returns:
        Number and name; None for four digits that are not in the register.

    Raises:
        UsageError: Nobody has that name, or several have.
    """
    if wanted in register:
        return wanted, register[wanted].split(" - ")[0]
    if re.fullmatch(r"[0-9]{4}", wanted):
        return None
    by_name: dict[str, list[str]] = {}
    for number, full in register.items():
        for name in {full, *full.split(" - "), re.sub(r" \(.*\)$", "", full)}:  # Herøy (Nordland)
            by_name.setdefault(name.casefold(), []).append(number)
    found = by_name.get(wanted.casefold(), [])
    if len(found) == 1:
        return found[0], register[found[0]].split(" - ")[0]
    if found:
        raise UsageError(f"Flere kommuner heter {wanted}: {', '.join(found)}. Bruk nummeret.")
    hint = did_you_mean(wanted, [name.split(" - ")[0] for name in register.values()])
    raise UsageError(f"Fant ingen kommune {wanted} i registeret.{hint}")
