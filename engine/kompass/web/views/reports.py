"""The draft report, in every format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, cast

from starlette.responses import Response

from kompass.desk.bench import Bench
from kompass.desk.rendering import need, rendered
from kompass.desk.reports import assess_for_report, report_text
from kompass.errors import InvalidAnswersError, KompassError
from kompass.intake.earlier import read_earlier
from kompass.model.answers import Answers
from kompass.model.earlier import Earlier
from kompass.report.material import Audience
from kompass.web.ask import Ask
from kompass.web.document import ADJUST, as_answers, as_document
from kompass.web.jobs import Job, Product
from kompass.web.media import MEDIA
from kompass.web.views.exchange import slug

FORMATS: Final = ("docx", "pdf", "html", "md", "xlsx")
AUDIENCES: Final = ("konsulent", "leder", "innbygger")


@dataclass(frozen=True)
class Order:
    """A report somebody has asked for."""

    form: str
    audience: Audience
    title: str | None
    earlier: tuple[Earlier, ...]
    name: str


def show(ask: Ask) -> Response:
    """Show what a report can be, and a plan."""
    return _page(ask, {"form": FORMATS[0], "audience": AUDIENCES[0], "title": "", "names": ""}, {})


def start(ask: Ask) -> Response:
    """Begin to make a report."""
    typed = {name: ask.field(name) for name in ("form", "audience", "title", "names")}
    errors: dict[str, str] = {}
    for name, allowed in (("form", FORMATS), ("audience", AUDIENCES)):
        if typed[name] not in allowed:
            errors[name] = ask.say(f"{name}_missing")
    if not errors:
        try:
            need(typed["form"])
        except KompassError as problem:
            errors["form"] = str(problem)
    earlier = _earlier(ask, errors)
    if errors:
        return _page(ask, typed, errors, 422)
    live, form = ask.live(), typed["form"]
    whose = f"{slug(live.assessment.name)}-{live.assessment.date[:4]}"
    order = Order(
        form, cast("Audience", typed["audience"]), typed["title"][:200] or None, earlier,
        f"{whose}-{typed['audience']}.{form}",
    )  # fmt: skip
    adjustments = ask.site.workspace.entries(ask.id, ADJUST)
    names = bool(typed["names"])
    answers = as_answers(as_document(live.assessment, live.entries, adjustments, names))
    bench, engine = ask.site.benches[ask.lang], ask.site.engine
    words = {it: ask.say(f"doing_{it}") for it in ("assess", "write", *FORMATS)}
    title = ask.say("making", what=order.name)
    job = ask.site.jobs.start(
        ask.id, title, lambda job: _make(job, bench, engine, answers, order, words)
    )
    return ask.go(f"/v/{ask.id}/jobb/{job.number}")


def _make(
    job: Job, bench: Bench, engine: str, answers: Answers, order: Order, words: dict[str, str]
) -> Product:
    """Make a report with an engine of its own, so that answers can be saved meanwhile."""
    job.doing = words["assess"]
    standing, result = assess_for_report(
        bench, bench.instrument(answers.framework, engine), answers
    )
    job.doing = words[order.form]
    if order.form == "xlsx":
        from kompass.report.xlsx import as_workbook

        return Product(order.name, MEDIA[order.form], as_workbook(result, bench.lang))
    text = report_text(bench, standing, result, answers, order.audience, order.earlier, order.title)
    if order.form == "md":
        return Product(order.name, MEDIA[order.form], text.encode())
    from kompass.report.reader import read_report

    made = rendered(read_report(text.encode(), "rapport.md"), order.form)
    return Product(order.name, MEDIA[order.form], made.data)


def _earlier(ask: Ask, errors: dict[str, str]) -> tuple[Earlier, ...]:
    """Return the earlier results that were sent along."""
    upload = ask.upload("earlier")
    if upload is None:
        return ()
    try:
        return (read_earlier(upload.file.read(), (upload.filename or "fil")[:80]),)
    except InvalidAnswersError as problem:
        errors["earlier"] = "\n".join(str(it) for it in problem.faults[:20])
        return ()


def _page(ask: Ask, typed: dict[str, str], errors: dict[str, str], status: int = 200) -> Response:
    live = ask.live()
    return ask.page(
        "report.html",
        status,
        live=live,
        id=ask.id,
        typed=typed,
        errors=errors,
        formats=FORMATS,
        audiences=AUDIENCES,
        tally=live.tallies["total"],
    )
