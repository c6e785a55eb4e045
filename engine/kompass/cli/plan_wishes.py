"""What a plan is asked for on the command line, read with every fault at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from math import isfinite
from typing import Any

from kompass.errors import UsageError, did_you_mean
from kompass.model.content import Content
from kompass.model.plan import Wishes
from kompass.planning.calendar import half_years, next_half_year

DEFAULT_CAPACITY = 6.0
"""One full-time person: six person-months in a half-year."""

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-01)?")
_MOST_WORK = 10_000.0


def read_wishes(
    content: Content,
    answered: date,
    *,
    periods: int,
    capacity: Iterable[str],
    at_once: int | None,
    target: str | None,
    areas: Iterable[str],
    must: tuple[str, ...],
    excluded: tuple[str, ...],
    start: str | None,
    council: Iterable[str],
) -> Wishes:
    """Return the wishes that options express.

    Args:
        content: Knows the steps, roles and areas.
        answered: The day the answers describe; a plan does not begin before it.
        periods: Half-years.
        capacity: ``6`` or ``hr=2``.
        at_once: Most steps under way at once.
        target: Points in total.
        areas: ``3=60``.
        must: Steps to take.
        excluded: Steps not to take.
        start: ``2027-01``.
        council: ISO dates, one or several in each.

    Raises:
        UsageError: With every fault.
    """
    faults: list[str] = []
    read = OptionReader(content, faults)
    roles = read.pairs(capacity, "--capacity", content.roles, "noen rolle", _MOST_WORK)
    first = read.start(start, answered)
    known_areas = {area.id: area for area in content.areas}
    whole = float(sum(it.max for area in content.areas for it in area.criteria))
    wishes: dict[str, Any] = {
        "start": first,
        "periods": periods,
        "capacity": roles.pop("", DEFAULT_CAPACITY),
        "roles": roles,
        "at_once": at_once,
        "target": None if target is None else read.number(target, "--target", whole),
        "areas": read.pairs(areas, "--area", known_areas, "noe område", 100),
        "must": read.steps(must, "--must"),
        "excluded": read.steps(excluded, "--not"),
        "council": read.days(council, first, periods),
    }
    if wishes["capacity"] == 0:
        faults.append("--capacity må være mer enn 0: uten arbeid blir det ingen plan.")
    if "" in wishes["areas"]:
        faults.append("Skriv --area som 3=60.")
    faults += [f"{id} står både i --must og --not." for id in sorted({*must} & {*excluded})]
    if faults:
        raise UsageError("\n".join(faults))
    return Wishes(**wishes)


class OptionReader:
    """Reads what options say; what cannot be used is a fault, and reading goes on."""

    def __init__(self, content: Content, faults: list[str]) -> None:
        self._content = content
        self._faults = faults

    def number(self, text: str, option: str, most: float) -> float:
        """Return a number from 0 to the most that makes sense."""
        try:
            value = float(text.replace(",", "."))
        except ValueError:
            value = -1.0
        if not (isfinite(value) and 0 <= value <= most):
            self._faults.append(f"{option} skal være et tall fra 0 til {most:g}, ikke {text}.")
            return 0.0 if option != "--capacity" else DEFAULT_CAPACITY
        return value

    def pairs(
        self, texts: Iterable[str], option: str, known: Mapping[str, Any], what: str, most: float
    ) -> dict[str, float]:
        """Return what ``name=number`` says for each name; a bare number stands under ``""``."""
        found: dict[str, float] = {}
        for text in texts:
            name, equals, amount = text.rpartition("=")
            name = name.strip().lower()
            if equals and name not in known:
                hint = did_you_mean(name, known) or f" Velg mellom {', '.join(known)}."
                self._faults.append(f"{option} {text}: det finnes ikke {what} {name}.{hint}")
            elif name in found:
                self._faults.append(f"{option} er gitt to ganger{f' for {name}' if name else ''}.")
            else:
                found[name] = self.number(amount.strip(), option, most)
        return found

    def steps(self, ids: tuple[str, ...], option: str) -> tuple[str, ...]:
        """Return steps, each once."""
        for id in ids:
            if id not in self._content.steps:
                hint = did_you_mean(id, self._content.steps)
                self._faults.append(f"{option} {id}: det finnes ikke noe steg som heter det.{hint}")
        return tuple(dict.fromkeys(ids))

    def start(self, text: str | None, answered: date) -> date:
        """Return the first day of the plan: the half-year after the answers unless told."""
        usual = next_half_year(answered)
        if text is None:
            return usual
        match = _MONTH.fullmatch(text.strip())
        if not match or not 1990 <= int(match[1]) <= 2100:
            self._faults.append(f"--start skal være år og måned, som 2027-01, ikke {text}.")
            return usual
        first = date(int(match[1]), int(match[2]), 1)
        if first < answered.replace(day=1):
            self._faults.append(
                f"--start {text} er før svarene er fra ({answered.isoformat()}); "
                "en plan bygger på svarene og begynner etter dem."
            )
        return first

    def days(self, texts: Iterable[str], start: date, periods: int) -> tuple[date, ...]:
        """Return the days a council meets, sorted; those outside the plan do not count."""
        found = set()
        for text in (part.strip() for it in texts for part in it.split(",")):
            try:
                found.add(date.fromisoformat(text))
            except ValueError:
                self._faults.append(f"--council skal være dager som 2027-03-18, ikke {text}.")
        days = tuple(sorted(found))
        if days and not any(it.council for it in half_years(start, periods, days)):
            self._faults.append("Ingen av dagene i --council ligger i planens halvår.")
        return days
