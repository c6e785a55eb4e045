"""Who is in the workspace: names to choose from, and no passwords."""

from __future__ import annotations

from unicodedata import normalize
from urllib.parse import quote

from starlette.responses import Response

from kompass.storage.entries import Participant
from kompass.storage.errors import NotFoundError, WorkspaceError
from kompass.web.ask import WHO_COOKIE, YEAR, Ask, who_mark

MOST = 80
"""Characters in a name or a role."""


def who(ask: Ask) -> Response:
    """Show who one can be."""
    return _who(ask, {"name": "", "role": ""}, {})


def become(ask: Ask) -> Response:
    """Be somebody, somebody new, or nobody."""
    wanted = ask.field("do")
    if wanted == "leave":
        return _remember(ask, None)
    if wanted == "add":
        typed, errors = _typed(ask)
        if not errors:
            try:
                made = ask.site.workspace.add_participant(typed["name"], typed["role"] or None)
                return _remember(ask, made)
            except WorkspaceError:
                _taken(ask, typed, errors)
        return _who(ask, typed, errors, 422)
    chosen = _person(ask, ask.field("who"))
    if chosen is None:
        return _who(ask, {"name": "", "role": ""}, {"who": ask.say("who_pick")}, 422)
    return _remember(ask, chosen)


def people(ask: Ask) -> Response:
    """Show everybody, to rename or remove."""
    return _people(ask, None, {}, {})


def change(ask: Ask) -> Response:
    """Rename somebody, or remove them after a yes."""
    person = _person(ask, ask.field("who"))
    if person is None:
        raise NotFoundError(ask.say("no_person"))
    if ask.field("do") == "remove":
        if ask.field("sure") != "ja":
            return ask.page("person_gone.html", person=person)
        ask.site.workspace.remove_participant(person.id)
        return ask.go("/deltakere?fjernet=1")
    typed, errors = _typed(ask)
    if not errors:
        try:
            ask.site.workspace.rename_participant(person.id, typed["name"], typed["role"] or None)
            return ask.go("/deltakere?lagret=1")
        except WorkspaceError:
            _taken(ask, typed, errors)
    return _people(ask, person, typed, errors, 422)


def _typed(ask: Ask) -> tuple[dict[str, str], dict[str, str]]:
    """Return the name and role typed, and what is wrong with them."""
    typed = {it: normalize("NFC", " ".join(ask.field(it).split())) for it in ("name", "role")}
    errors = {
        it: ask.say("name_long", most=MOST, count=len(text))
        for it, text in typed.items()
        if len(text) > MOST
    }
    if not typed["name"]:
        errors["name"] = ask.say("name_missing")
    return typed, errors


def _taken(ask: Ask, typed: dict[str, str], errors: dict[str, str]) -> None:
    """Tell that a name is taken.

    Raises:
        WorkspaceError: It is not: something else went wrong.
    """
    wanted = typed["name"].casefold()
    if not any(it.name.casefold() == wanted for it in ask.site.workspace.participants()):
        raise
    errors["name"] = ask.say("name_taken", name=typed["name"])


def _person(ask: Ask, id: str) -> Participant | None:
    return next((it for it in ask.site.workspace.participants() if str(it.id) == id), None)


def _remember(ask: Ask, person: Participant | None) -> Response:
    response = ask.go(_back(ask.field("fra")) or "/")
    if person is None:
        response.delete_cookie(WHO_COOKIE, httponly=True, samesite="strict")
    else:
        mark = who_mark(ask.site, person.id)
        response.set_cookie(WHO_COOKIE, mark, YEAR, httponly=True, samesite="strict")
    return response


def _back(path: str) -> str:
    """Return where somebody came from, where that is a page here; else nothing.

    Browsers read a backslash as a slash and leave out line breaks and tabs: a path with any of
    them could lead to another site.
    """
    here = path.startswith("/") and not path.startswith("//")
    return path if here and "\\" not in path and path.isprintable() else ""


def _who(ask: Ask, typed: dict[str, str], errors: dict[str, str], status: int = 200) -> Response:
    back = _back(ask.field("fra") or ask.query("fra"))
    return ask.page(
        "people.html",
        status,
        people=ask.site.workspace.participants(),
        typed=typed,
        errors=errors,
        back=back,
        who_href="/hvem?fra=" + quote(back),
    )


def _people(
    ask: Ask,
    person: Participant | None,
    typed: dict[str, str],
    errors: dict[str, str],
    status: int = 200,
) -> Response:
    return ask.page(
        "participants.html",
        status,
        people=ask.site.workspace.participants(),
        changed=person.id if person else None,
        typed=typed,
        errors=errors,
    )
