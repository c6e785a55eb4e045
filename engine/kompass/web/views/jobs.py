"""Work in the background: how far it has come, and the file it made."""

from __future__ import annotations

from markupsafe import escape
from starlette.responses import Response

from kompass.storage.errors import NotFoundError
from kompass.web.ask import Ask
from kompass.web.jobs import Job
from kompass.web.views.exchange import attachment


def progress(ask: Ask) -> Response:
    """Show how far a job has come; as JSON when the page's own script asks.

    A script that asks for a job nobody remembers is told so as the end of it, not as an error to
    ask again after.
    """
    if ask.live_save and _known(ask) is None:
        return ask.json({"html": escape(ask.say("no_job")), "done": True})
    job = _job(ask)
    part = ask.part("_job.html", job=job, id=ask.id)
    if ask.live_save:
        return ask.json({"html": part, "done": job.done})
    return ask.page("job.html", live=ask.live(), id=ask.id, job=job)


def file(ask: Ask) -> Response:
    """Give the file a job made."""
    product = _job(ask).product
    if product is None:
        raise NotFoundError(ask.say("no_file"))
    return attachment(product.data, product.media, product.name)


def _known(ask: Ask) -> Job | None:
    return ask.site.jobs.get(ask.id, int(ask.path("number")))


def _job(ask: Ask) -> Job:
    job = _known(ask)
    if job is None:
        raise NotFoundError(ask.say("no_job"))
    return job
