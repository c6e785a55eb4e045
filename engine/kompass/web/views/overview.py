"""Where an assessment stands: the profile, what is left, who knows it, and the way in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from starlette.responses import Response

from kompass.assessment.assess import find_out_first
from kompass.assessment.standing import Tally
from kompass.model.framework import UNKNOWN, Area, Criterion
from kompass.storage.errors import NotFoundError
from kompass.web.ask import Ask
from kompass.web.live import Live
from kompass.web.selection import CORE, asked_now, select

_FIRST = 5


@dataclass(frozen=True)
class Part:
    """An area or a criterion with its points; not covered when the version does not ask of it."""

    of: Area | Criterion
    tally: Tally
    covered: bool


@dataclass(frozen=True)
class Left:
    """How far a selection has come."""

    code: str
    name: str
    answered: int
    asked: int


def overview(ask: Ask) -> Response:
    """Show an assessment as a whole."""
    live = ask.live()
    content = ask.site.content
    return ask.page(
        "overview.html",
        live=live,
        id=ask.id,
        parts=[_part(live, area, area.criteria) for area in content.areas],
        core=_left(ask, live, CORE),
        roles=_roles(ask, live),
        first=find_out_first(live.standing, ask.lang)[:_FIRST],
        total=live.tallies["total"],
    )


def area(ask: Ask) -> Response:
    """Show the criteria of an area, and its questions."""
    live = ask.live()
    found = next((it for it in ask.site.content.areas if it.id == ask.path("area")), None)
    if found is None:
        raise NotFoundError("Det finnes ikke noe slikt område.")
    framework = live.standing.instrument.framework
    return ask.page(
        "area.html",
        live=live,
        id=ask.id,
        area=found,
        parts=[_part(live, it, (it,)) for it in found.criteria],
        questions={it.id: framework.questions[it.id] for it in found.criteria},
        selection=select(live, ask.query("utvalg"), ask.lang),
        tally=live.tallies[found.id],
    )


def left(ask: Ask) -> Response:
    """Show what nobody has answered yet, what decides most first."""
    live = ask.live()
    found = find_out_first(live.standing, ask.lang)
    return ask.page("left.html", live=live, id=ask.id, found=found)


def _part(live: Live, of: Area | Criterion, criteria: tuple[Criterion, ...]) -> Part:
    framework = live.standing.instrument.framework
    covered = any(framework.questions[it.id] for it in criteria)
    return Part(of, live.tallies[of.id], covered)


def _left(ask: Ask, live: Live, code: str) -> Left:
    selection = select(live, code, ask.lang)
    asked = [it for it in selection.facts or () if asked_now(live, it)]
    answered = sum(live.standing.rank(it) != UNKNOWN for it in asked)
    return Left(code, selection.name, answered, len(asked))


def _roles(ask: Ask, live: Live) -> list[Left]:
    """Return how far what each role usually knows has come, the most left first."""
    content = ask.site.content
    asked: Counter[str] = Counter()
    answered: Counter[str] = Counter()
    for fact in content.facts_of(live.assessment.framework):
        if asked_now(live, fact.id):
            asked.update(fact.asks)
            if live.standing.rank(fact.id) != UNKNOWN:
                answered.update(fact.asks)
    found = [
        Left(f"rolle-{role}", content.roles[role](ask.lang), answered[role], count)
        for role, count in asked.items()
    ]
    return sorted(found, key=lambda it: (it.answered - it.asked, it.name))
