"""A request as pages see it, and the answer they give."""

from __future__ import annotations

import hashlib
import logging
import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from kompass.errors import InvalidInputError, KompassError
from kompass.model.base import LANGUAGES, Lang
from kompass.storage.entries import Participant
from kompass.storage.errors import (
    ConflictError,
    NotFoundError,
    StorageFullError,
    WorkspaceError,
)
from kompass.web.all_words import ALL
from kompass.web.frame import frame
from kompass.web.live import Live
from kompass.web.render import render
from kompass.web.site import Site

LANG_COOKIE = "kompass_lang"
WHO_COOKIE = "kompass_who"
YEAR = 365 * 24 * 3600
"""Seconds a choice is remembered."""

_log = logging.getLogger("kompass.web")

_MOST_FIELDS = 4000
_MOST_FILES = 4
_MOST_FIELD_BYTES = 200_000


def who_mark(site: Site, participant: int) -> str:
    """Return what the browser remembers of who answers here.

    Browsers share what they remember between every workspace on the machine: the mark is this
    workspace's own, so that nobody becomes somebody else in another one.
    """
    own = hashlib.sha256(f"{site.token} {participant}".encode()).hexdigest()[:16]
    return f"{participant}-{own}"


class RefusalError(Exception):
    """A request that is turned away: an HTTP status and the words to say."""

    def __init__(self, status: int, word: str, **values: object) -> None:
        super().__init__(word)
        self.status = status
        self.word = word
        self.values = values


@dataclass(frozen=True)
class Ask:
    """What somebody asks of the workspace.

    Attributes:
        request: The request.
        site: What every page shares.
        form: What was sent; empty unless something was.
    """

    request: Request
    site: Site
    form: FormData

    @cached_property
    def lang(self) -> Lang:
        """The language chosen, or the browser's, or bokmål."""
        chosen = self.request.cookies.get(LANG_COOKIE)
        for lang in LANGUAGES:
            if chosen == lang:
                return lang
        return "nn" if self.request.headers.get("accept-language", "").startswith("nn") else "nb"

    @cached_property
    def who(self) -> Participant | None:
        """Who answers; None as long as nobody has said."""
        chosen = self.request.cookies.get(WHO_COOKIE, "")
        people = self.site.workspace.participants()
        return next((it for it in people if who_mark(self.site, it.id) == chosen), None)

    @property
    def by(self) -> str | None:
        """The name that goes into the history."""
        return self.who.name if self.who else None

    @property
    def live_save(self) -> bool:
        """Whether the page saves by itself and wants JSON back."""
        return self.request.headers.get("x-kompass") == "live"

    @property
    def id(self) -> int:
        """The assessment in the address."""
        return int(self.request.path_params["id"])

    def here_with(self, **changes: str) -> str:
        """Return the address of this page with other parameters."""
        query = {key: it for key, it in self.request.query_params.items() if key != "lang"}
        pairs = urlencode(query | changes)
        return self.request.url.path + (f"?{pairs}" if pairs else "")

    def path(self, name: str) -> str:
        """Return a part of the address."""
        return str(self.request.path_params[name])

    def query(self, name: str, default: str = "") -> str:
        """Return a parameter of the address."""
        return self.request.query_params.get(name, default)

    def field(self, name: str, default: str = "") -> str:
        """Return a field of the form, with line breaks made alike and ends trimmed."""
        value = self.form.get(name, default)
        return value.replace("\r\n", "\n").strip() if isinstance(value, str) else default

    def upload(self, name: str) -> UploadFile | None:
        """Return a file of the form; None where none was chosen."""
        value = self.form.get(name)
        return value if isinstance(value, UploadFile) and value.filename else None

    def live(self) -> Live:
        """Return the assessment in the address as it stands."""
        return self.site.live(self.id)

    def say(self, key: str, **values: object) -> str:
        """Return a text in the chosen language."""
        text = ALL[key](self.lang)
        return text.format(**values) if values else text

    def page(self, template: str, code: int = 200, /, **context: Any) -> Response:
        """Return a page, with an HTTP status."""
        return HTMLResponse(self.part(template, **context), status_code=code)

    def part(self, template: str, **context: Any) -> str:
        """Return a part of a page."""
        common = {
            "ask": self,
            "lang": self.lang,
            "say": self.say,
            "who": self.by,
            "notice": self.site.content.notice(self.lang),
        }
        around = frame(self.say, template, context.get("live"), self.here_with, self.site.token)
        return render(template, common | around | context)

    def json(self, data: Mapping[str, Any], status: int = 200) -> Response:
        """Return an answer for the page's own script."""
        return JSONResponse(dict(data), status_code=status)

    def go(self, to: str) -> Response:
        """Return the way to another page of the workspace, after something was sent."""
        return RedirectResponse(to, status_code=303)


View = Callable[[Ask], Response]


def handled(view: View) -> Callable[[Request], Awaitable[Response]]:
    """Return the endpoint of a view: the form read and checked, errors made into pages."""

    async def endpoint(request: Request) -> Response:
        site: Site = request.app.state.site
        if request.method != "POST":
            return await run_in_threadpool(_answer, view, Ask(request, site, FormData()))
        async with request.form(
            max_files=_MOST_FILES, max_fields=_MOST_FIELDS, max_part_size=_MOST_FIELD_BYTES
        ) as form:
            return await run_in_threadpool(_answer, view, Ask(request, site, form))

    return endpoint


def _answer(view: View, ask: Ask) -> Response:
    try:
        if ask.request.method == "POST":
            _refuse_foreign(ask)
        elif ask.query("lang") in LANGUAGES:
            return _speak(ask)
        return view(ask)
    except RefusalError as refusal:
        return failure(ask, refusal.status, ask.say(refusal.word, **refusal.values))
    except ConflictError:
        return failure(ask, 409, ask.say("changed_meanwhile"))
    except NotFoundError as problem:
        return failure(ask, 404, str(problem))
    except StorageFullError as problem:
        return failure(ask, 507, str(problem))
    except WorkspaceError as problem:
        return failure(ask, 500, str(problem))
    except InvalidInputError as problem:
        return failure(ask, 422, ask.say("bad_input"), [str(it) for it in problem.faults])
    except KompassError as problem:
        return failure(ask, 422, str(problem))
    except Exception as problem:
        # One line in the window kompass runs in; the way there only for who asks with --debug.
        place = f"{ask.request.method} {ask.request.url.path}"
        _log.error("%s: %s: %s", place, type(problem).__name__, problem)
        _log.debug("%s", place, exc_info=problem)
        return failure(ask, 500, ask.say("unforeseen"))


def _speak(ask: Ask) -> Response:
    """Remember the language, and come back to the page in it."""
    response = ask.go(ask.here_with())
    response.set_cookie(LANG_COOKIE, ask.query("lang"), YEAR, httponly=True, samesite="strict")
    return response


def failure(ask: Ask, status: int, message: str, faults: list[str] | None = None) -> Response:
    """Return the page, or the line, that says what went wrong and what to do."""
    if ask.live_save:
        return ask.json({"status": "failed", "message": message}, status)
    return ask.page("error.html", status, status=status, message=message, faults=faults or [])


def _refuse_foreign(ask: Ask) -> None:
    """Turn away what another site has sent in the user's name.

    Raises:
        RefusalError: It does not come from a page of this workspace.
    """
    headers = ask.request.headers
    origin = headers.get("origin")
    foreign = origin is not None and urlsplit(origin).netloc != headers.get("host")
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none") or foreign:
        raise RefusalError(403, "foreign")
    token = ask.form.get("token")
    if not isinstance(token, str) or not secrets.compare_digest(
        token.encode(), ask.site.token.encode()
    ):
        raise RefusalError(403, "old_page")
