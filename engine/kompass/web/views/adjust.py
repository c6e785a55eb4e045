"""A consultant's adjustments: another rating, or another wording, with reason and name."""

from __future__ import annotations

import re
from typing import Any, Final

from pydantic import ValidationError
from starlette.responses import Response

from kompass.model.answers import FindingAdjustment, RatingAdjustment
from kompass.model.content import MAX_RATING
from kompass.storage.entries import Edit, Entry
from kompass.storage.errors import ConflictError, NotFoundError
from kompass.web.adjusted import Wording
from kompass.web.ask import Ask
from kompass.web.document import ADJUST

_FIELDS: Final = ("question", "dimension", "to", "finding", "text", "reason", "by", "base")


def show(ask: Ask) -> Response:
    """Show the adjustments, and the form for a rating or a finding as it stands."""
    typed = dict.fromkeys(_FIELDS, "") | {
        "question": ask.query("sporsmal"), "dimension": ask.query("del"),
        "finding": ask.query("funn"), "by": ask.by or "",
    }  # fmt: skip
    for it in ask.site.result(ask.live(), ask.lang).findings:
        if it.id == typed["finding"]:
            typed["text"] = it.text
    if stands := ask.site.workspace.entry(ask.id, _key(typed)):
        typed |= {name: str(stands.body.get(name, "")) for name in ("to", "reason")}
        typed["base"] = _base(stands)
    return _page(ask, typed, {})


def save(ask: Ask) -> Response:
    """Save an adjustment, or take one back."""
    if key := ask.field("remove"):
        return _remove(ask, key)
    typed = {name: ask.field(name) for name in _FIELDS}
    errors = _errors(ask, typed)
    if errors:
        return _page(ask, typed, errors, 422)
    try:
        edit = Edit(_key(typed), _body(typed), _revision(typed["base"], _key(typed)))
    except ValidationError:
        return _page(ask, typed, {"reason": ask.say("bad_form")}, 422)
    try:
        ask.site.workspace.save(ask.id, [edit], ask.by, typed["reason"])
    except ConflictError as conflict:
        typed["base"] = _base(conflict.current) if conflict.current else ""
        return _page(ask, typed, {}, 409, conflict)
    return ask.go(f"/v/{ask.id}/justering?lagret=1")


def _remove(ask: Ask, key: str) -> Response:
    if not key.startswith(ADJUST) or ask.site.workspace.entry(ask.id, key) is None:
        raise NotFoundError(ask.say("no_adjustment"))
    ask.site.workspace.save(ask.id, [Edit(key, None, _revision(ask.field("base"), key))], ask.by)
    return ask.go(f"/v/{ask.id}/justering?lagret=1")


def _key(typed: dict[str, str]) -> str:
    return ADJUST + (typed["finding"] or f"{typed['question']}/{typed['dimension']}")


def _body(typed: dict[str, str]) -> dict[str, Any]:
    """Return an adjustment as an answers file has it.

    Raises:
        ValidationError: An answers file would not take it.
    """
    body: dict[str, Any] = {"reason": typed["reason"], "by": typed["by"]}
    if typed["finding"]:
        body |= {"finding": typed["finding"]} | ({"text": typed["text"]} if typed["text"] else {})
        FindingAdjustment.model_validate(body)
    else:
        of = {name: typed[name] for name in ("question", "dimension")}
        body |= {**of, "to": int(typed["to"])}
        RatingAdjustment.model_validate(body)
    return body


def _base(entry: Entry) -> str:
    """Return what a form builds on; with the key, for in the form another one can be chosen."""
    return f"{entry.revision} {entry.key}"


def _revision(base: str, key: str) -> int:
    number, _, of = base.partition(" ")
    return int(number) if of == key and re.fullmatch("[0-9]{1,9}", number) else 0


def _errors(ask: Ask, typed: dict[str, str]) -> dict[str, str]:
    live, errors = ask.live(), {}
    if typed["finding"]:
        result = ask.site.result(live, ask.lang)
        known = {it.id for it in result.findings} | {it.finding.id for it in result.suppressed}
        if typed["finding"] not in known:
            errors["finding"] = ask.say("no_finding")
    else:
        if typed["question"] not in live.standing.questions:
            errors["question"] = ask.say("question_missing")
        if typed["dimension"] not in ask.site.content.dimensions:
            errors["dimension"] = ask.say("dimension_missing")
        if not re.fullmatch("[0-9]{1,2}", typed["to"]) or int(typed["to"]) > MAX_RATING:
            errors["to"] = ask.say("bad_rating")
    for name in ("reason", "by"):
        if not typed[name]:
            errors[name] = ask.say(f"adjust_{name}_missing")
    return errors


def _page(
    ask: Ask, typed: dict[str, str], errors: dict[str, str], status: int = 200,
    conflict: ConflictError | None = None,
) -> Response:  # fmt: skip
    live, workspace = ask.live(), ask.site.workspace
    result = ask.site.result(live, ask.lang)
    wording = Wording(live, result, ask.lang, ask.say)
    return ask.page(
        "adjust.html",
        status,
        live=live,
        id=ask.id,
        typed=typed,
        errors=errors,
        conflict=_told(ask, wording, conflict.current) if conflict else "",
        rows=[
            (wording.row(it, workspace.history(ask.id, key)), _base(it))
            for key, it in workspace.entries(ask.id, ADJUST).items()
        ],
        questions=[
            (it, ask.site.content.questions[it].text(ask.lang)) for it in live.standing.questions
        ],
        dimensions=[(id, it(ask.lang)) for id, it in ask.site.content.dimensions.items()],
        total=result.total,
        unused=[it.text for it in result.notes if it.code == "adjustment_unused"],
        saved=ask.query("lagret") == "1",
    )


def _told(ask: Ask, wording: Wording, theirs: Entry | None) -> str:
    """Return what stands where somebody wanted to save something else."""
    if theirs is None:
        return ask.say("adjust_conflict_gone")
    now, body = wording.decided(theirs.body), theirs.body
    return ask.say("adjust_conflict", now=now, by=body["by"], reason=body["reason"])
