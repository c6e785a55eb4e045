"""Why no plan can meet some wishes: the fewest of them that clash, and how far one can get."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kompass.model.base import Lang
from kompass.model.plan import Wishes
from kompass.planning import wording
from kompass.planning.exact import Search
from kompass.planning.numbers import number
from kompass.planning.problem import Problem


@dataclass(frozen=True)
class Wish:
    """One wish that can be given up.

    Attributes:
        text: What it asks for, in words.
        field: The field of `Wishes` it stands in.
        part: Which part of that field; None is the whole.
    """

    text: str
    field: str
    part: Any = None

    def given_up(self, wishes: Wishes) -> Wishes:
        """Return the wishes without this one."""
        held = getattr(wishes, self.field)
        if isinstance(held, dict):
            left: Any = {key: value for key, value in held.items() if key != self.part}
        elif self.part is not None:
            left = tuple(it for it in held if it != self.part)
        else:
            left = Wishes.model_fields[self.field].default
        return wishes.model_copy(update={self.field: left})


def explain(problem: Problem, lang: Lang) -> str:
    """Return which wishes clash, and how far one can get where targets are among them."""
    left, clash = clashing(problem, lang)
    lines = [wording.CLASH(lang), *(f"- {wish.text}" for wish in clash)]
    return "\n".join([*lines, *_most(left, clash, lang)])


def clashing(problem: Problem, lang: Lang) -> tuple[Problem, list[Wish]]:
    """Return wishes that clash, and the problem with them alone.

    Each wish is given up in turn. One without which there is still no plan has no part in the
    clash and stays given up; of those that are left, giving up any one makes a plan possible.
    """
    left, clash = problem, []
    for wish in _each(problem, lang):
        fewer = left.wishing(wish.given_up(left.wishes))
        if Search(fewer).feasible():
            clash.append(wish)
        else:
            left = fewer
    return left, clash


def _each(problem: Problem, lang: Lang) -> Iterator[Wish]:
    """Yield every wish; the first are the ones people would rather give up."""
    wishes, content = problem.wishes, problem.states.standing.instrument.content
    for step in wishes.excluded:
        yield Wish(wording.NOT(lang).format(step=step), "excluded", step)
    if wishes.council:
        yield Wish(wording.COUNCIL(lang), "council")
    if wishes.at_once is not None:
        yield Wish(wording.AT_ONCE(lang).format(steps=wishes.at_once), "at_once")
    for role, limit in wishes.roles.items():
        name = content.roles[role](lang)
        yield Wish(wording.ROLE(lang).format(role=name, limit=number(limit)), "roles", role)
    if wishes.capacity is not None:
        yield Wish(wording.CAPACITY(lang).format(limit=number(wishes.capacity)), "capacity")
    for area, points in wishes.areas.items():
        yield Wish(wording.AREA(lang).format(area=area, points=number(points)), "areas", area)
    if wishes.target is not None:
        yield Wish(wording.TARGET(lang).format(points=number(wishes.target)), "target")
    for step in wishes.must:
        yield Wish(wording.MUST(lang).format(step=step), "must", step)


def _most(problem: Problem, clash: list[Wish], lang: Lang) -> Iterator[str]:
    """Yield, for each target that clashes, the most points that the other wishes allow."""
    for wish in clash:
        if wish.field not in ("target", "areas"):
            continue
        free = problem.wishing(wish.given_up(problem.wishes))
        area = wish.part
        found = Search(free).most(area)
        if found is not None:
            reached = free.area_points(found, area) if area else free.points(found)
            text = wording.MOST_AREA if area else wording.MOST
            yield text(lang).format(area=area, points=number(float(reached)))
