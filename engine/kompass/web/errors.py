"""What a person sees when a page does not exist, or something fails that nobody foresaw."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kompass.web.ask import Ask, failure


def no_page(request: Request, problem: Exception) -> Response:
    """Answer what has no address, or cannot be read."""
    assert isinstance(problem, HTTPException)
    key = {404: "no_page", 405: "no_page", 413: "too_large"}.get(problem.status_code, "bad_form")
    ask = Ask(request, request.app.state.site, FormData())
    return failure(ask, problem.status_code, ask.say(key))


def unforeseen(request: Request, problem: Exception) -> Response:
    """Answer what failed outside of any page; the server itself tells the terminal of it."""
    ask = Ask(request, request.app.state.site, FormData())
    return failure(ask, 500, ask.say("unforeseen"))
