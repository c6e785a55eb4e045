"""The least effort that reaches a target, and the steps it takes."""

from __future__ import annotations

from typing import Literal

from kompass.model.base import Lang, Value
from kompass.model.plan import Level
from kompass.model.recommendation import Effort


class LeastStep(Value):
    """A step among those that reach a target.

    Attributes:
        under_way: Whether it is decided or begun already.
        changes: The facts it raises, and to which value.
        expected: Points it adds when it is taken after those listed before it.
        requires: Steps of the list that come first.
    """

    id: str
    title: str
    under_way: bool
    area: str
    criterion: str
    question: str
    responsible: str
    effort: Effort
    decision: Literal["politisk", "administrativ"]
    changes: dict[str, str]
    expected: float
    requires: tuple[str, ...]


class Least(Value):
    """The steps that reach some targets with the least person-months.

    No other steps reach them with less, and none with as little effort give more points. It says
    nothing of when: a plan does that.

    Attributes:
        target: Points to reach in total, if any.
        wanted: Points to reach in an area.
        areas: Points before and after, in each area with points to reach.
        effort: Person-months of all the steps; 0 where the targets are reached already.
        steps: In an order in which they can be taken.
        waiting: Steps that are left out because nobody knows the answers they would change.
    """

    lang: Lang
    target: float | None
    wanted: dict[str, float]
    total: Level
    areas: dict[str, Level]
    area_names: dict[str, str]
    effort: float
    steps: tuple[LeastStep, ...]
    waiting: int
    proven: Literal[True] = True
