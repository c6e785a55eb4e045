"""A plan as a calendar: every day in it, nothing that rings, and text that stays text.

The file is read twice: by icalendar, and by a few lines here that keep to RFC 5545 to the letter.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from plans import FIRST, SECOND, empty, hostile, plan

from kompass.model.base import Lang
from kompass.model.plan import Plan
from kompass.report.layout import clean
from kompass.report.plan_calendar import plan_calendar

_LINE = re.compile(r"([A-Z-]+)((?:;[A-Z-]+=[A-Za-z-]+)*):(.*)")
_ESCAPED = {"\\\\": "\\", "\\;": ";", "\\,": ",", "\\n": "\n"}
HOSTILE = (
    "Steg\nEND:VEVENT\nBEGIN:VALARM",
    "Steg\r\nEND:VEVENT\r\nBEGIN:VEVENT",
    "a\\nb \\N c\\, d; e, f \\",
    'ATTENDEE:mailto:a@b.no";X="1',
    "\u2028END:VCALENDAR\u2029\x85\x0b\x0c\x1c",
    "\x00\x07\x1b[31m\x7f\ud800\ufffe",
    "æøå" * 100,
    "😀" * 3000,
    "\u202eשלום\u202c",
    "",
    " ",
    "," * 100,
    "\\" * 101,
    "%2C ^n ^' {title} {0}",
)


class Line(NamedTuple):
    """A content line: its name, its parameters and its value as it stands."""

    name: str
    parameters: dict[str, str]
    value: str


def lines(data: bytes) -> list[Line]:
    """Return the content lines of a file, after seeing that they are folded as they should be."""
    assert data.endswith(b"\r\n")
    physical = data.removesuffix(b"\r\n").split(b"\r\n")
    for part in physical:
        assert 0 < len(part) <= 75
        assert b"\r" not in part and b"\n" not in part
        part.decode()  # no letter is split
    found = []
    for it in data.decode().removesuffix("\r\n").replace("\r\n ", "").split("\r\n"):
        assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f]", it)
        matched = _LINE.fullmatch(it)
        assert matched, it
        name, parameters, value = matched.groups()
        pairs = (pair.split("=") for pair in parameters.split(";")[1:])
        found.append(Line(name, dict(pairs), value))
    return found


def unescaped(value: str) -> str:
    """Return a TEXT value as it was written, after seeing that it is escaped as it should be."""
    assert re.fullmatch(r"(?:[^\\;,\n]|\\[\\;,n])*", value), value
    return re.sub(r"\\.", lambda it: _ESCAPED[it.group()], value)


def events(data: bytes) -> list[dict[str, Line]]:
    """Return the events of a file, after seeing that it holds nothing else."""
    found: list[dict[str, Line]] = []
    inside: list[str] = []
    for it in lines(data):
        if it.name == "BEGIN":
            inside.append(it.value)
            assert inside in (["VCALENDAR"], ["VCALENDAR", "VEVENT"])
            if it.value == "VEVENT":
                found.append({})
        elif it.name == "END":
            assert inside.pop() == it.value
        elif inside == ["VCALENDAR", "VEVENT"]:
            assert it.name not in found[-1]
            found[-1][it.name] = it
    assert not inside
    return found


def told(data: bytes) -> dict[str, tuple[str, str]]:
    """Return the first day and the category of every event by its title."""
    return {
        unescaped(it["SUMMARY"].value): (it["DTSTART"].value, unescaped(it["CATEGORIES"].value))
        for it in events(data)
    }


def text_of(data: bytes, title: str) -> str:
    """Return what is told about the event with a title."""
    [found] = [it for it in events(data) if unescaped(it["SUMMARY"].value) == title]
    return unescaped(found["DESCRIPTION"].value)


# What it holds.


def test_every_day_in_the_plan_is_an_event_in_order() -> None:
    assert list(told(plan_calendar(plan())).items()) == [
        ("Kommunestyret vedtar planen", ("20270310", "Beslutningspunkt")),
        ("Planen gjøres kjent", ("20270331", "Informasjonspunkt")),
        ("Frist for utredning: Det kommunen ikke vet om åpenhet", ("20270430", "Frist")),
        (
            "Kommunestyret avgjør: Lag en strategi for medvirkning",
            ("20270609", "Beslutningspunkt"),
        ),
        ("Gruppa arbeider; alle, også vara, er med", ("20270630", "Prosessarbeid")),
        ("Skal være i bruk: Lag en strategi for medvirkning", ("20270630", "Frist")),
        ("Skal være i bruk: Spør innbyggerne, og bruk svarene", ("20270930", "Frist")),
        ("Hvor langt planen er kommet", ("20271110", "Statusrapport")),
        ("Kommunestyret avslutter planen", ("20271208", "Endelig beslutningspunkt")),
        ("Skal være i bruk: Meld resultatet tilbake", ("20271231", "Frist")),
    ]


def test_a_decision_that_is_an_activity_too_is_one_event() -> None:
    own = plan().programme
    twice = own.activities[0].model_copy(
        update={"text": "Vedta steget", "deadline": date(2027, 6, 9), "steps": (FIRST,)}
    )
    other = twice.model_copy(update={"text": "Vedta noe annet", "steps": (SECOND,)})
    programme = own.model_copy(update={"activities": (*own.activities, twice, other)})
    found = told(plan_calendar(plan(programme=programme)))
    assert "Vedta steget" not in found
    assert found.keys() - told(plan_calendar(plan())).keys() == {"Vedta noe annet"}


def test_events_tell_who_and_what() -> None:
    data = plan_calendar(plan())
    assert text_of(data, "Skal være i bruk: Lag en strategi for medvirkning") == (
        "Ansvarlig: ordfører.\nDet virker når: Alle kjenner det igjen.\nVentede poeng: 4,5.\n"
        "Et forslag fra en plan laget med kompass."
    )
    assert text_of(data, "Gruppa arbeider; alle, også vara, er med") == (
        "Prosessarbeid (PJ).\nAnsvarlig: ordfører.\nGruppe: Gruppe for demokrati.\nGjelder:\n"
        "– Lag en strategi for medvirkning\nEt forslag fra en plan laget med kompass."
    )
    assert "– Er møtene åpne?\n– Hvor mange ser på?" in text_of(
        data, "Frist for utredning: Det kommunen ikke vet om åpenhet"
    )


def test_meeting_days_that_nobody_gave_are_called_assumed() -> None:
    wishes = plan().wishes.model_copy(update={"council": (date(2027, 6, 9),)})
    assumed, known = plan_calendar(plan()), plan_calendar(plan(wishes=wishes))
    for title in ("Kommunestyret avgjør: Lag en strategi for medvirkning",
                  "Kommunestyret vedtar planen"):  # fmt: skip
        assert "Møtedagen er antatt." in text_of(assumed, title)
        assert "Møtedagen er antatt." not in text_of(known, title)
    assert "Møtedagen" not in text_of(assumed, "Planen gjøres kjent")


def test_events_take_the_whole_day_and_nobodys_time() -> None:
    for it in events(plan_calendar(plan())):
        assert set(it) == {
            "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "CATEGORIES", "TRANSP",
        }  # fmt: skip
        first, after = (
            datetime.strptime(it[name].value, "%Y%m%d") for name in ("DTSTART", "DTEND")
        )
        assert after - first == timedelta(days=1)
        assert it["DTSTART"].parameters == it["DTEND"].parameters == {"VALUE": "DATE"}
        assert it["TRANSP"].value == "TRANSPARENT"
        assert it["DTSTAMP"].value == "20260301T000000Z"


def test_the_calendar_says_what_it_is() -> None:
    head = {it.name: it.value for it in lines(plan_calendar(plan()))[1:9] if it.name != "BEGIN"}
    assert {name: unescaped(value) for name, value in head.items()} == {
        "VERSION": "2.0",
        "PRODID": "-//kompass//0.1.0//NO",
        "CALSCALE": "GREGORIAN",
        "NAME": "Utviklingsplan for Åmot kommune 2027",
        "X-WR-CALNAME": "Utviklingsplan for Åmot kommune 2027",
        "DESCRIPTION": plan().notice,
        "X-WR-CALDESC": plan().notice,
    }


@pytest.mark.parametrize(
    ("lang", "said"),
    [("nb", "Skal være i bruk: Meld"), ("nn", "Skal vere i bruk: Meld")],
)
def test_every_text_has_the_language_of_the_plan(lang: Lang, said: str) -> None:
    data = plan_calendar(plan(lang))
    assert any(it.startswith(said) for it in told(data))
    for it in events(data):
        for name in ("SUMMARY", "DESCRIPTION", "CATEGORIES"):
            assert it[name].parameters == {"LANGUAGE": lang}
    kinds = {kind for _, kind in told(data).values()}
    assert ("Avgjerdspunkt" in kinds) is (lang == "nn")


def test_a_plan_of_nothing_is_a_calendar_without_events() -> None:
    data = plan_calendar(empty())
    assert events(data) == []
    assert Calendar.from_ical(data).walk("VEVENT") == []


# The same twice, and moved when it moves.


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert plan_calendar(plan()) == plan_calendar(plan())


def uids(of: Plan) -> dict[str, str]:
    return {unescaped(it["SUMMARY"].value): it["UID"].value for it in events(plan_calendar(of))}


def test_an_event_keeps_its_uid_when_it_moves_and_until_the_answers_change() -> None:
    before = uids(plan())
    assert len(set(before.values())) == len(before)
    assert all(re.fullmatch(r"[0-9a-f]{32}@kompass", it) for it in before.values())
    moved = tuple(
        it.model_copy(update={"decided": date(2027, 11, 10)}) if it.id == FIRST else it
        for it in plan().steps
    )
    after = plan(steps=moved)
    assert uids(after) == before
    assert plan_calendar(after) != plan_calendar(plan())
    fewer = plan().programme.model_copy(update={"activities": plan().programme.activities[1:]})
    renumbered = fewer.model_copy(
        update={
            "activities": tuple(
                it.model_copy(update={"id": f"a{at}"}) for at, it in enumerate(fewer.activities)
            )
        }
    )
    assert uids(plan(programme=renumbered)).items() < before.items()
    assert not set(uids(plan(answers_sha256="d" * 64)).values()) & set(before.values())


# What people wrote.


def shown(text: str, most: int) -> str:
    """Return a text as one line, without what no file can hold."""
    return clean(text, most).encode(errors="ignore").decode()


def check(text: str) -> None:
    """See that a text anywhere in a plan is a text in its calendar, in both readings."""
    data = plan_calendar(hostile(text))
    found = events(data)
    assert [it["DTSTART"].value for it in found] == [
        it["DTSTART"].value for it in events(plan_calendar(plan()))
    ]
    titles = [unescaped(it["SUMMARY"].value) for it in found]
    assert titles.count(shown(text, 200)) == 5  # the activities
    told = [unescaped(it["DESCRIPTION"].value).split("\n") for it in found]
    assert sum(shown(f"Det virker når: {text}", 1000) in it for it in told) == 3
    parsed = Calendar.from_ical(data)
    assert [it["UID"] for it in parsed.walk("VEVENT")] == [it["UID"].value for it in found]
    assert all(not it.errors for it in parsed.walk())
    assert {it.name for it in parsed.walk()} == {"VCALENDAR", "VEVENT"}


@pytest.mark.parametrize("text", HOSTILE, ids=lambda it: ascii(it[:12]))
def test_what_people_write_is_text_and_nothing_else(text: str) -> None:
    check(text)


@given(st.text(st.characters(), max_size=120))
def test_any_text_is_text(text: str) -> None:
    check(text)


@pytest.mark.parametrize("text", ["C:\\Navn; a, b\\", "æøå" * 60, 'sier "nei": ja'])
def test_icalendar_reads_the_very_text(text: str) -> None:
    parsed = Calendar.from_ical(plan_calendar(hostile(text)))
    read = [str(it["SUMMARY"]) for it in parsed.walk("VEVENT")]
    assert text in read
    days = {it.decoded("DTSTART") for it in parsed.walk("VEVENT")}
    assert days >= {date(2027, 3, 10), date(2027, 12, 31)}
    stamps = {it.decoded("DTSTAMP") for it in parsed.walk("VEVENT")}
    assert stamps == {datetime(2026, 3, 1, tzinfo=UTC)}
