"""Rounds: who is asked about what, who has not finished, and what to talk about first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.responses import Response

from kompass.storage.errors import ConflictError, NotFoundError
from kompass.web.agreement import unsettled
from kompass.web.ask import Ask, RefusalError
from kompass.web.live import Live
from kompass.web.rounds import (
    Opinions,
    Progress,
    Round,
    all_opinions,
    close_round,
    open_rounds,
    opinions_of,
    progress,
    rounds_of,
    scope_of,
)
from kompass.web.spread import spreads
from kompass.web.views.consensus import (
    FactAnswers,
    Taken,
    answers_view,
    take,
)
from kompass.web.views.opinions import first_left

_FIRST = 10
"""Disagreements to show on the overview."""
_NAMED = 3
"""Names to show of those a round waits for."""


@dataclass(frozen=True)
class Open:
    """An open round on the overview.

    Attributes:
        round: The round.
        text: The question.
        mine: How far one has come; None for who is not asked.
        waiting: The names of those who have not finished.
        short: The same, with the first few names alone.
    """

    round: Round
    text: str
    mine: Progress | None
    waiting: tuple[str, ...]
    short: str


@dataclass(frozen=True)
class Closed:
    """A closed round on the overview, with what is left of it."""

    round: Round
    text: str
    discuss: int
    agreed: int


@dataclass
class Typed:
    """What was typed in the form that opens rounds, and what is wrong with it."""

    scope: str = ""
    people: tuple[int, ...] = ()
    errors: dict[str, str] = field(default_factory=dict)


def overview(ask: Ask) -> Response:
    """Show the rounds of an assessment."""
    people = tuple(it.id for it in ask.site.workspace.participants())
    return _page(ask, Typed(ask.query("emne"), people))


def change(ask: Ask) -> Response:
    """Open rounds, join one, close some, or take in what all agree on."""
    if close := ask.field("close"):
        return _close(ask, close)
    if join := ask.field("join"):
        return _join(ask, join)
    if ask.field("do") == "take":
        return _take(ask)
    return _open(ask)


def _rounds(ask: Ask, live: Live) -> dict[str, Round]:
    instrument = live.standing.instrument
    return rounds_of(ask.site.workspace, ask.id, instrument.content, instrument.framework)


def _open(ask: Ask) -> Response:
    live, known = ask.live(), {it.id for it in ask.site.workspace.participants()}
    chosen = {
        int(it) for it in ask.form.getlist("people") if isinstance(it, str) and it.isdecimal()
    }
    typed = Typed(ask.field("scope"), tuple(sorted(chosen & known)))
    wanted = scope_of(ask.site.content, live.standing.instrument.framework, typed.scope)
    if not wanted:
        typed.errors["scope"] = ask.say("open_no_scope")
    if not typed.people:
        typed.errors["people"] = ask.say("open_no_people")
    if typed.errors:
        return _page(ask, typed, 422)
    why = ask.say("round_opened_why")
    count = open_rounds(ask.site.workspace, ask.id, wanted, typed.people, ask.by, why)
    return ask.go(f"/v/{ask.id}/enighet?apnet={count}")


def _join(ask: Ask, question: str) -> Response:
    round = _rounds(ask, ask.live()).get(question)
    if round is None:
        raise NotFoundError(ask.say("no_round"))
    if not round.open:
        raise RefusalError(409, "round_is_closed")
    if ask.who is None:
        return ask.go(f"/hvem?fra=/v/{ask.id}/enighet")
    facts = round.body.get("facts")
    wanted = {question: tuple(facts) if facts else None}
    why = ask.say("round_join")
    open_rounds(ask.site.workspace, ask.id, wanted, [ask.who.id], ask.by, why)
    return ask.go(f"/v/{ask.id}/enighet/svar/{question}")


def _close(ask: Ask, which: str) -> Response:
    """Close one round, those where all have finished, or all; after a yes where some have not."""
    live, everybody = ask.live(), all_opinions(ask.site.workspace, ask.id)
    opened = {key: it for key, it in _rounds(ask, live).items() if it.open}
    shown = {key: _open_view(ask, live, it, everybody) for key, it in opened.items()}
    if which == "ferdige":
        chosen = [it for it in shown.values() if not it.waiting]
    else:
        chosen = [it for key, it in shown.items() if which in (key, "alle")]
    if ask.field("sure") != "ja" and any(it.waiting for it in chosen):
        return ask.page("close.html", live=live, id=ask.id, rounds=chosen, which=which)
    count = 0
    for it in chosen:
        try:
            close_round(ask.site.workspace, ask.id, it.round, ask.by, ask.say("round_closed_why"))
            count += 1
        except ConflictError:  # somebody joined or closed it a moment ago: shown on the next page
            continue
    if len(chosen) == 1 and count:
        return ask.go(f"/v/{ask.id}/enighet/{chosen[0].round.question}")
    return ask.go(f"/v/{ask.id}/enighet?lukket={count}")


def _take(ask: Ask) -> Response:
    live = ask.live()
    everybody = all_opinions(ask.site.workspace, ask.id)
    done = Taken()
    for round in _rounds(ask, live).values():
        if not round.open:
            with ask.site.lock:
                found = spreads(live.standing.instrument, round, everybody)
            done += take(ask, unsettled(round, found)["agreed"])
    return ask.go(f"/v/{ask.id}/enighet?tatt={done.count}&igjen={done.left}")


def _open_view(ask: Ask, live: Live, round: Round, everybody: Mapping[int, Opinions]) -> Open:
    form = live.standing.instrument.forms[round.question]
    content = ask.site.content

    def far(person: int) -> Progress:
        return progress(content, form, round.facts, everybody.get(person, {}))

    asked = [it for it in ask.site.workspace.participants() if it.id in round.people]
    waiting = tuple(it.name for it in asked if far(it.id) != "done")
    names = ", ".join(waiting[:_NAMED])
    if len(waiting) > _NAMED:
        names = ask.say("round_more", names=names, count=len(waiting) - _NAMED)
    me = ask.who.id if ask.who else None
    return Open(
        round,
        content.questions[round.question].text(ask.lang),
        far(me) if me in round.people and me is not None else None,
        waiting,
        names,
    )


def _page(ask: Ask, typed: Typed, status: int = 200) -> Response:
    live, workspace = ask.live(), ask.site.workspace
    rounds = _rounds(ask, live)
    everybody = all_opinions(workspace, ask.id) if rounds else {}
    opened = [_open_view(ask, live, it, everybody) for it in rounds.values() if it.open]
    closed, discuss, agreed = _closed(ask, live, rounds, everybody)
    mine: Opinions = opinions_of(workspace, ask.id, ask.who.id) if ask.who else {}
    return ask.page(
        "rounds.html",
        status,
        live=live,
        id=ask.id,
        opened=opened,
        finished=sum(not it.waiting for it in opened),
        closed=closed,
        discuss=discuss[:_FIRST],
        agreed=agreed,
        left=first_left(ask, rounds, mine),
        asked_me=any(it.mine for it in opened),
        people=workspace.participants(),
        scopes=_scopes(ask, live),
        typed=typed,
        said=_said(ask),
    )


def _closed(
    ask: Ask, live: Live, rounds: dict[str, Round], everybody: Mapping[int, Opinions]
) -> tuple[list[Closed], list[FactAnswers], list[FactAnswers]]:
    """Return the closed rounds, what to discuss in all of them, and what all agree on."""
    closed, discuss, agreed = [], [], []
    for round in rounds.values():
        if round.open:
            continue
        with ask.site.lock:
            found = spreads(live.standing.instrument, round, everybody)
        left = unsettled(round, found)
        text = ask.site.content.questions[round.question].text(ask.lang)
        closed.append(Closed(round, text, len(left["discuss"]), len(left["agreed"])))
        discuss += left["discuss"]
        agreed += left["agreed"]
    discuss.sort(key=lambda it: -it.weight)
    return (
        closed,
        [answers_view(ask, live, it) for it in discuss],
        [answers_view(ask, live, it) for it in agreed],
    )


def _scopes(ask: Ask, live: Live) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return what a round can be about, in groups."""
    content, framework, lang = ask.site.content, live.standing.instrument.framework, ask.lang
    criteria = [
        (area, it) for area in content.areas for it in area.criteria if framework.questions[it.id]
    ]
    areas = {area.id: area for area, _ in criteria}
    questions = [(it, f"{it} {content.questions[it].text(lang)}") for it in framework.asked]
    return [
        (ask.say("open_areas"), [(it.id, f"{it.id} {it.name(lang)}") for it in areas.values()]),
        (ask.say("open_criteria"), [(it.id, f"{it.id} {it.name(lang)}") for _, it in criteria]),
        (ask.say("open_questions"), questions),
    ]


def _said(ask: Ask) -> list[str]:
    """Return what has just been done, in words."""
    said = []
    numbers = {it: ask.query(it) for it in ("apnet", "lukket", "tatt", "igjen")}
    count = {key: int(it) for key, it in numbers.items() if it.isdecimal() and len(it) < 6}
    if "apnet" in count:
        opened = count["apnet"]
        said.append(ask.say("rounds_opened", count=opened) if opened else ask.say("rounds_already"))
    if "lukket" in count:
        said.append(ask.say("rounds_closed", count=count["lukket"]))
    if "tatt" in count:
        said.append(ask.say("agree_taken", count=count["tatt"]))
    if count.get("igjen"):
        said.append(ask.say("agree_left", count=count["igjen"]))
    return said
