"""The assessments of a workspace: list, new, duplicate, delete and undo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from starlette.responses import Response

from kompass.desk.municipality import find_municipality
from kompass.errors import EngineError, UsageError
from kompass.storage.entries import Assessment
from kompass.web.ask import Ask
from kompass.web.days import iso_day
from kompass.web.document import as_document, take_apart
from kompass.web.live import Live
from kompass.web.views.exchange import read_upload


@dataclass(frozen=True)
class Card:
    """An assessment in the list; `live` is None where this kompass cannot assess it."""

    assessment: Assessment
    framework: str
    live: Live | None


def index(ask: Ask) -> Response:
    """Show what is in the workspace."""
    deleted = [it for it in ask.site.workspace.assessments(deleted=True) if it.deleted]
    return ask.page("index.html", cards=list(_cards(ask)), deleted=deleted)


def _cards(ask: Ask) -> Iterator[Card]:
    frameworks = ask.site.content.frameworks
    for it in ask.site.workspace.assessments():
        framework = frameworks.get(it.framework)
        live = None
        if framework:
            try:
                live = ask.site.live(it.id)
            except EngineError:
                live = None
        yield Card(it, framework.name(ask.lang) if framework else it.framework, live)


def new(ask: Ask) -> Response:
    """Show the form for a new assessment."""
    today = datetime.now(tz=UTC).astimezone().strftime("%d.%m.%Y")
    typed = {
        "municipality": ask.query("kommune"),
        "framework": next(iter(ask.site.content.frameworks)),
        "date": today,
        "population": "",
        "start": ask.query("fra"),
    }
    return _form(ask, typed, {})


def create(ask: Ask) -> Response:
    """Make a new assessment, blank or from earlier answers."""
    names = ("municipality", "framework", "date", "population", "start")
    typed = {name: ask.field(name) for name in names}
    errors: dict[str, str] = {}
    head: dict[str, Any] = {}
    entries: dict[str, dict[str, Any]] = {}
    before = _before(ask, typed["start"], errors)
    if before:
        head, entries = take_apart(before)
        typed["municipality"] = typed["municipality"] or head["municipality"]["number"]
    head["municipality"] = _municipality(ask, typed["municipality"], errors) | _population(
        ask, typed["population"], errors
    )
    if typed["framework"] in ask.site.content.frameworks:
        head["framework"] = typed["framework"]
    else:
        errors["framework"] = ask.say("framework_missing")
    try:
        head["date"] = iso_day(typed["date"])
    except ValueError:
        errors["date"] = ask.say("bad_day", text=typed["date"][:40])
    if errors:
        return _form(ask, typed, errors, 422)
    why = ask.say("from_earlier", date=before["date"]) if before else None
    id = ask.site.workspace.create(head, entries, ask.by, why)
    return ask.go(f"/v/{id}/")


def duplicate(ask: Ask) -> Response:
    """Copy an assessment, and open the copy."""
    return ask.go(f"/v/{ask.site.workspace.duplicate(ask.id, by=ask.by)}/")


def delete(ask: Ask) -> Response:
    """Take an assessment out of the list; it can be brought back."""
    ask.site.workspace.delete(ask.id, ask.by)
    return ask.go("/?slettet=1")


def undelete(ask: Ask) -> Response:
    """Bring a deleted assessment back."""
    ask.site.workspace.undelete(ask.id, ask.by)
    return ask.go("/")


def purge(ask: Ask) -> Response:
    """Remove a deleted assessment for good, after a yes."""
    if ask.field("sure") != "ja":
        found = ask.site.workspace.assessments(deleted=True)
        assessment = next((it for it in found if it.id == ask.id), None)
        return ask.page("purge.html", gone=assessment)
    ask.site.workspace.purge(ask.id)
    return ask.go("/")


def _form(ask: Ask, typed: dict[str, str], errors: dict[str, str], status: int = 200) -> Response:
    frameworks = ask.site.content.frameworks
    return ask.page(
        "new.html",
        status,
        typed=typed,
        errors=errors,
        register=sorted(ask.site.register.items(), key=lambda it: it[1]),
        frameworks=[(id, it.name(ask.lang)) for id, it in frameworks.items()],
        earlier=ask.site.workspace.assessments(),
    )


def _before(ask: Ask, start: str, errors: dict[str, str]) -> dict[str, Any] | None:
    """Return the document of answers to start from: a file, or an assessment here."""
    if ask.upload("file"):
        return read_upload(ask, "file", errors)
    if not start.isdecimal():
        return None
    workspace, id = ask.site.workspace, int(start[:9])
    # A consultant's changes were made to that year's result, and stay with it.
    return as_document(workspace.assessment(id), workspace.entries(id), {})


def _municipality(ask: Ask, wanted: str, errors: dict[str, str]) -> dict[str, Any]:
    if not wanted:
        errors["municipality"] = ask.say("municipality_missing")
        return {}
    number = wanted.split(" ")[0]
    try:
        if found := find_municipality(ask.site.register, number if number.isdecimal() else wanted):
            return {"number": found[0], "name": found[1]}
    except UsageError as problem:
        errors["municipality"] = str(problem)
        return {}
    errors["municipality"] = ask.say("municipality_unknown", number=number)
    return {}


def _population(ask: Ask, typed: str, errors: dict[str, str]) -> dict[str, int]:
    digits = "".join(typed.split())
    if not digits:
        return {}
    if digits.isdecimal() and len(digits) < 8:
        return {"population": int(digits)}
    errors["population"] = ask.say("bad_population")
    return {}
