"""A plan as a calendar that Outlook, Google and others can import."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from datetime import date as Date  # noqa: N812
from hashlib import sha256
from typing import Final

from icalendar import Calendar, Event
from icalendar.prop import vCategory, vText

from kompass.model.plan import Plan
from kompass.report.layout import clean
from kompass.report.plan_sheets.entries import Entry, entries
from kompass.report.plan_sheets.frame import Frame

_TITLE: Final = 200
_LINE: Final = 1000
"""Most characters: more than anybody reads in a calendar."""
_DAY: Final = timedelta(days=1)


def plan_calendar(plan: Plan) -> bytes:
    """Return a plan as an iCalendar file (RFC 5545), in its own language.

    Everything is an event that takes the whole day: council decisions, activities, and the days by
    which something is to be in use or found out. By the book such a day is a VTODO; but Google and
    Outlook leave those out when they import a file, and the deadlines would be missing without a
    word. Nobody is shown as busy, nobody is invited, and nothing rings.

    The same plan gives the same bytes. An event has the same UID in every plan made from the same
    answers, so that importing a new plan moves what it moves.
    """
    frame, calendar = Frame(plan), Calendar()
    calendar.add("PRODID", _text(f"-//{plan.generator.name}//{plan.generator.version}//NO"))
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    for name in ("NAME", "X-WR-CALNAME"):  # RFC 7986, and what was there before it
        calendar.add(name, _text(frame.title, _TITLE))
    for name in ("DESCRIPTION", "X-WR-CALDESC"):
        calendar.add(name, _text(plan.notice))
    for entry in entries(frame):
        calendar.add_component(_event(plan, entry))
    written: bytes = calendar.to_ical()
    return written


def _event(plan: Plan, entry: Entry) -> Event:
    uid = sha256(f"{plan.answers_sha256} {entry.id}".encode(errors="replace")).hexdigest()
    lang: dict[str, str] = {"LANGUAGE": plan.lang}
    event = Event()
    event.add("UID", f"{uid[:32]}@kompass")
    event.add("DTSTAMP", datetime.combine(Date.fromisoformat(plan.date), datetime.min.time(), UTC))
    event.add("DTSTART", entry.day)
    event.add("DTEND", entry.day + _DAY)  # the first day it is over
    event.add("SUMMARY", _text(entry.title, _TITLE), lang)
    event.add("DESCRIPTION", _lines(entry.lines), lang)
    event.add("CATEGORIES", vCategory([_text(entry.kind, _TITLE)]), lang)
    event.add("TRANSP", "TRANSPARENT")
    return event


class _Text(vText):
    r"""A text escaped to the letter of RFC 5545: icalendar would turn the ``\N`` of a path."""

    def to_ical(self) -> bytes:
        escaped = self.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
        return escaped.replace("\n", "\\n").encode()


def _text(text: str, limit: int = _LINE) -> _Text:
    """Return somebody's text as one line that a file can hold."""
    return _Text(clean(text, limit).encode(errors="ignore").decode())


def _lines(lines: Iterable[str]) -> _Text:
    return _Text("\n".join(map(_text, lines)))
