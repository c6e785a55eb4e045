"""A plan, its names, and the words it is told in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kompass.assessment.findings import listed
from kompass.model.plan import Period, Plan, PlannedStep
from kompass.report.layout import clean
from kompass.report.material import Voice
from kompass.report.numbers import month_name, months
from kompass.report.plan_chapters.prose import WORDS

_TITLE = 200
LEAST = 0.05
"""Fewer points than this are told as none."""


class PlanVoice(Voice):
    """A plan and the words it is told in.

    Args:
        plan: The plan; its language is the language of everything.
        title: What the document is called; None for the usual name.
    """

    words = WORDS

    def __init__(self, plan: Plan, title: str | None = None) -> None:
        super().__init__(plan.municipality, plan.lang)
        self.plan = plan
        self.given = title
        self.titles = {it.id: clean(it.title, _TITLE) or it.id for it in plan.steps}

    @property
    def title(self) -> str:
        """What the document is called."""
        first, last = self.plan.periods[0].start.year, self.plan.periods[-1].end.year
        years = str(first) if first == last else f"{first}–{last}"
        return clean(self.given or "", 120) or self.say("title", name=self.place, years=years)

    @property
    def by_area(self) -> tuple[PlannedStep, ...]:
        """The steps as they stand in the chart and in its table: area by area, in time."""
        return tuple(sorted(self.plan.steps, key=lambda it: (it.area, it.start, it.end, it.id)))

    @property
    def first_month(self) -> str:
        """The month the plan begins in."""
        start = self.plan.periods[0].start
        return f"{month_name(start)} {start.year}"

    @property
    def last_month(self) -> str:
        """The month the plan ends in."""
        end = self.plan.periods[-1].end
        return f"{month_name(end)} {end.year}"

    def area(self, id: str) -> str:
        """Return an area's number and name; where the plan does not know its name, what it is."""
        name = self.plan.area_names.get(id, "")
        text = f"{id} {name}".rstrip() if name else self.say("area_id", id=id)
        return text[:1].upper() + text[1:]

    def half(self, period: Period) -> str:
        """Return a half-year's number in the plan and its months."""
        return self.say(
            "half_months", number=period.number, months=months(period.start, period.end)
        )

    def quoted(self, ids: Iterable[str]) -> str:
        """Return the titles of steps in running text; of one that is not in the plan, its id."""
        return self.listed([self.say("quoted", text=self.titles.get(it, it)) for it in ids])

    def listed(self, texts: Sequence[str]) -> str:
        """Return texts in running text, the last after an «og»."""
        return listed(list(texts), self.lang)

    def goal(self, number: int) -> str:
        """Return one of the United Nations' goals, in running text."""
        name = self.plan.programme.goal_names.get(number)
        if not name:
            return self.say("goal_bare", number=number)
        return self.say("goal", number=number, name=lowered(name))


def lowered(name: str) -> str:
    """Return a name as it stands inside a sentence; one that begins with an acronym as it is."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def capital(text: str) -> str:
    """Return a text as the beginning of a sentence."""
    return text[:1].upper() + text[1:]
