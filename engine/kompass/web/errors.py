"""What a person sees when a page does not exist, or something fails that nobody foresaw."""

from __future__ import annotations

import logging

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kompass.web.ask import Ask, failure

_log = logging.getLogger("kompass.web")


def no_page(request: Request, problem: Exception) -> Response:
    """Answer what has no address, or cannot be read."""
    assert isinstance(problem, HTTPException)
    key = {404: "no_page", 405: "no_page", 413: "too_large"}.get(problem.status_code, "bad_form")
    ask = Ask(request, request.app.state.site, FormData())
    return failure(ask, problem.status_code, ask.say(key))


def unforeseen(request: Request, problem: Exception) -> Response:
    """Answer what failed; the details go to the terminal, not to the page."""
    _log.error("%s %s", request.method, request.url.path, exc_info=problem)
    ask = Ask(request, request.app.state.site, FormData())
    return failure(ask, 500, ask.say("unforeseen"))
