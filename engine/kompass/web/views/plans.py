"""The plan: which next steps to take when, in every format; and how last year's went."""

from __future__ import annotations

import re
from datetime import date
from math import isfinite
from typing import Any, Final
from urllib.parse import urlencode

from starlette.datastructures import ImmutableMultiDict
from starlette.responses import Response

from kompass.desk.bench import Bench
from kompass.desk.plans import PLAN_FORMATS, plan_file
from kompass.desk.rendering import need
from kompass.errors import InvalidAnswersError, KompassError
from kompass.intake.plan import read_plan
from kompass.model.answers import Answers
from kompass.model.plan import Wishes
from kompass.planning.calendar import next_half_year
from kompass.planning.plan import make_plan
from kompass.web.ask import Ask
from kompass.web.jobs import Job, Product
from kompass.web.media import MEDIA
from kompass.web.views.exchange import slug

_FIELDS: Final = ("form", "periods", "capacity", "start", "target", "area", "area_target")
_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_YEARS: Final = (1990, 2100)
_MOST_PERIODS = 8
_MOST_WORK = 10_000.0


def show(ask: Ask) -> Response:
    """Show what can be asked of a plan."""
    usual = _usual(ask)
    typed = {name: ask.query(name, usual[name]) for name in _FIELDS}
    return _page(ask, typed, {}, chosen=ask.request.query_params)


def start(ask: Ask) -> Response:
    """Begin to make a plan."""
    typed = {name: ask.field(name) for name in _FIELDS}
    errors: dict[str, str] = {}
    wishes = _wishes(ask, typed, errors)
    if typed["form"] not in PLAN_FORMATS:
        errors["form"] = ask.say("form_missing")
    else:
        try:
            need(typed["form"])
        except KompassError as problem:
            errors["form"] = str(problem)
    if errors or wishes is None:
        return _page(ask, typed, errors, 422)
    live, form = ask.live(), typed["form"]
    name = f"plan-{slug(live.assessment.name)}-{wishes.start.year}.{form}"
    bench, engine, answers = ask.site.benches[ask.lang], ask.site.engine, live.answers
    words = (ask.say("doing_plan"), ask.say("doing_write"))
    job = ask.site.jobs.start(
        ask.id,
        ask.say("making", what=name),
        lambda job: _make(job, bench, engine, answers, wishes, name, words),
        back=f"plan?{urlencode(_order(typed, wishes))}",
    )
    return ask.go(f"/v/{ask.id}/jobb/{job.number}")


def _order(typed: dict[str, str], wishes: Wishes) -> list[tuple[str, str]]:
    """Return what was typed, for the way back to the form from a plan that cannot be made."""
    chosen = [("must", it) for it in wishes.must] + [("excluded", it) for it in wishes.excluded]
    return [*typed.items(), *chosen]


def _usual(ask: Ask) -> dict[str, str]:
    """Return what the form says before anybody has typed: what `kompass plan` does untold."""
    first = next_half_year(date.fromisoformat(ask.live().assessment.date))
    return dict.fromkeys(_FIELDS, "") | {
        "form": "docx", "periods": "4", "capacity": "6", "start": first.isoformat()[:7],
    }  # fmt: skip


def _make(
    job: Job, bench: Bench, engine: str, answers: Answers, wishes: Wishes, name: str,
    words: tuple[str, str],
) -> Product:  # fmt: skip
    from kompass.assessment.assess import stand

    job.doing = words[0]
    standing = stand(bench.instrument(answers.framework, engine), answers)
    plan = make_plan(standing, answers, wishes, bench.lang)
    job.doing = words[1]
    form = name.rsplit(".", 1)[1]
    return Product(name, MEDIA[form], plan_file(plan, form).data)


def status(ask: Ask) -> Response:
    """Read an earlier plan against the answers as they are."""
    from kompass.planning.status import follow_up
    from kompass.report.status_text import StatusVoice

    errors: dict[str, str] = {}
    upload = ask.upload("plan")
    live = ask.live()
    if upload is None:
        errors["plan"] = ask.say("file_missing")
    else:
        try:
            plan = read_plan(upload.file.read(), (upload.filename or "plan.json")[:80])
            with ask.site.lock:
                told = follow_up(plan, live.standing, live.answers, ask.lang)
        except InvalidAnswersError as problem:
            errors["plan"] = "\n".join(str(it) for it in problem.faults[:20])
        except KompassError as problem:
            errors["plan"] = str(problem)
    if errors:
        return _page(ask, _usual(ask), errors, 422)
    voice = StatusVoice(told, ask.site.content, "svar.json")
    return ask.page("plan_status.html", live=live, id=ask.id, voice=voice, told=told)


def _wishes(ask: Ask, typed: dict[str, str], errors: dict[str, str]) -> Wishes | None:
    """Return what the form wishes for; what cannot be used is told in `errors`."""
    content, answered = ask.site.content, date.fromisoformat(ask.live().assessment.date)
    wanted: dict[str, Any] = {}
    periods = typed["periods"]
    if re.fullmatch("[0-9]", periods) and 1 <= int(periods) <= _MOST_PERIODS:
        wanted["periods"] = int(periods)
    else:
        errors["periods"] = ask.say("bad_periods", most=_MOST_PERIODS)
    if typed["capacity"]:
        wanted["capacity"] = _number(ask, typed["capacity"], "capacity", _MOST_WORK, errors)
        if wanted["capacity"] == 0:
            errors["capacity"] = ask.say("no_capacity")
    month = _MONTH.fullmatch(typed["start"])
    known = month is not None and _YEARS[0] <= int(month[1]) <= _YEARS[1]
    wanted["start"] = date(int(month[1]), int(month[2]), 1) if month and known else None
    if wanted["start"] is None or wanted["start"] < answered.replace(day=1):
        errors["start"] = ask.say("bad_start", day=answered.isoformat()[:7])
    if typed["target"]:
        whole = float(sum(it.max for area in content.areas for it in area.criteria))
        wanted["target"] = _number(ask, typed["target"], "target", whole, errors)
    if typed["area_target"] or typed["area"]:
        if typed["area"] not in {area.id for area in content.areas}:
            errors["area"] = ask.say("area_missing")
        wanted["areas"] = {
            typed["area"]: _number(ask, typed["area_target"], "area_target", 100, errors)
        }
    for name in ("must", "excluded"):
        chosen = [it for it in ask.form.getlist(name) if isinstance(it, str)]
        if any(it not in content.steps for it in chosen):
            errors[name] = ask.say("bad_form")
        wanted[name] = tuple(dict.fromkeys(chosen))
    if both := {*wanted["must"]} & {*wanted["excluded"]}:
        errors["must"] = ask.say("both_ways", steps=", ".join(sorted(both)))
    return None if errors else Wishes(**wanted)


def _number(ask: Ask, text: str, name: str, most: float, errors: dict[str, str]) -> float:
    try:
        value = float(text.replace(",", ".").replace(" ", ""))
    except ValueError:
        value = -1.0
    if isfinite(value) and 0 <= value <= most:
        return value
    errors[name] = ask.say("bad_number", most=f"{most:g}")
    return 1.0


def _page(
    ask: Ask, typed: dict[str, str], errors: dict[str, str], status: int = 200,
    chosen: ImmutableMultiDict[str, Any] | None = None,
) -> Response:  # fmt: skip
    live = ask.live()
    steps = chosen if chosen is not None else ask.form
    return ask.page(
        "plan.html",
        status,
        live=live,
        id=ask.id,
        typed=typed,
        errors=errors,
        formats=PLAN_FORMATS,
        areas=[it for it in ask.site.content.areas if live.tallies[it.id].reachable],
        steps=ask.site.result(live, ask.lang).next_steps,
        must={it for it in steps.getlist("must") if isinstance(it, str)},
        excluded={it for it in steps.getlist("excluded") if isinstance(it, str)},
    )
