"""The workspace as a web application: addresses, and what every request passes through."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartParser
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kompass.web.ask import View, handled
from kompass.web.errors import no_page, unforeseen
from kompass.web.security import BodyLimit, Headers
from kompass.web.site import Site
from kompass.web.views import (
    adjust,
    assessments,
    consensus,
    exchange,
    fill,
    history,
    jobs,
    opinions,
    overview,
    people,
    plans,
    reports,
    result,
    rounds,
    search,
    why,
)

HOSTS: Final = ["127.0.0.1", "localhost", "[::1]"]

# An uploaded file stays in memory: nothing is written outside the workspace.
MultiPartParser.spool_max_size = 8_000_000


def _get(path: str, view: View) -> Route:
    return Route(path, handled(view), methods=["GET"])


def _post(path: str, view: View) -> Route:
    return Route(path, handled(view), methods=["POST"])


ROUTES: Final = [
    _get("/", assessments.index),
    _get("/ny", assessments.new),
    _post("/ny", assessments.create),
    _get("/v/{id:int}/", overview.overview),
    _get("/v/{id:int}/omrade/{area}", overview.area),
    _get("/v/{id:int}/mangler", overview.left),
    _get("/v/{id:int}/fyll-ut", fill.begin),
    _get("/v/{id:int}/fyll-ut/{scope}", fill.fill),
    _post("/v/{id:int}/fyll-ut/{scope}", fill.save_page),
    _post("/v/{id:int}/svar/{fact}", fill.save_fact),
    _get("/v/{id:int}/hvorfor/{question}", why.why),
    _get("/v/{id:int}/historikk", history.latest),
    _get("/v/{id:int}/historikk/{fact}", history.history),
    _post("/v/{id:int}/historikk/{fact}", history.restore),
    _get("/v/{id:int}/sok", search.search),
    _get("/v/{id:int}/importer", exchange.import_form),
    _post("/v/{id:int}/importer", exchange.import_file),
    _get("/v/{id:int}/eksport.{form}", exchange.export),
    _post("/v/{id:int}/kopier", assessments.duplicate),
    _post("/v/{id:int}/slett", assessments.delete),
    _post("/v/{id:int}/angre", assessments.undelete),
    _post("/v/{id:int}/fjern", assessments.purge),
    _get("/v/{id:int}/resultat", result.result),
    _get("/v/{id:int}/rapport", reports.show),
    _post("/v/{id:int}/rapport", reports.start),
    _get("/v/{id:int}/plan", plans.show),
    _post("/v/{id:int}/plan", plans.start),
    _post("/v/{id:int}/plan/status", plans.status),
    _get("/v/{id:int}/jobb/{number:int}", jobs.progress),
    _get("/v/{id:int}/jobb/{number:int}/fil", jobs.file),
    _get("/v/{id:int}/justering", adjust.show),
    _post("/v/{id:int}/justering", adjust.save),
    _get("/hvem", people.who),
    _post("/hvem", people.become),
    _get("/deltakere", people.people),
    _post("/deltakere", people.change),
    _get("/v/{id:int}/enighet", rounds.overview),
    _post("/v/{id:int}/enighet", rounds.change),
    _get("/v/{id:int}/enighet/svar/{question}", opinions.begin),
    _get("/v/{id:int}/enighet/svar/{question}/{participant}", opinions.answer),
    _post("/v/{id:int}/enighet/svar/{question}/{participant}", opinions.save),
    _get("/v/{id:int}/enighet/{question}", consensus.consensus),
    _post("/v/{id:int}/enighet/{question}", consensus.decide),
]


def make_app(site: Site) -> Starlette:
    """Return the application of a workspace."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        yield
        site.jobs.close()

    app = Starlette(
        routes=[*ROUTES, Mount("/static", StaticFiles(packages=[("kompass.web", "static")]))],
        middleware=[
            Middleware(Headers),
            Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS),
            Middleware(BodyLimit),
        ],
        exception_handlers={HTTPException: no_page, Exception: unforeseen},
        lifespan=lifespan,
    )
    app.state.site = site
    return app
