"""What happens in a programme, in an order that holds together.

Work comes before the report on it, the report before the recommendation, and that before the
decision. The end is after the plan: nobody can report on work that is not done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final, Literal

from kompass.model.base import Lang
from kompass.model.plan import Activity, Period, PlannedStep, Wishes
from kompass.model.programme import ActivitySet, ActivityTexts
from kompass.planning.calendar import MONTHS, add_months, ordinary_meetings, workday

Kind = Literal["BP", "IP", "PJ", "SR", "EBP"]

_DAY: Final = timedelta(days=1)
_FORTNIGHT: Final = timedelta(days=14)
_WEEK: Final = timedelta(days=7)
_TO_CONCLUDE: Final = timedelta(days=49)
"""From the end of the work to the council that concludes, at least."""


def activities(
    texts: ActivitySet,
    steps: Sequence[PlannedStep],
    periods: Sequence[Period],
    wishes: Wishes,
    answered: str,
    lang: Lang,
) -> tuple[Activity, ...]:
    """Return the activities of a programme, in the order they happen.

    Args:
        texts: What they are called.
        steps: The steps of the plan.
        periods: Its half-years.
        wishes: Says when the council meets, where it was told.
        answered: The ISO date of the answers.
        lang: The language.
    """
    writer = _Writer(texts, steps, periods, wishes, lang)
    found = [
        *writer.beginning(date.fromisoformat(answered)),
        *writer.half_years(),
        *writer.decisions(),
        *writer.end(),
    ]
    # Sorting keeps what happens on one day in the order it was written.
    found.sort(key=lambda it: it.deadline)
    return tuple(it.model_copy(update={"id": f"A{place:02}"}) for place, it in enumerate(found, 1))


class _Writer:
    def __init__(
        self,
        texts: ActivitySet,
        steps: Sequence[PlannedStep],
        periods: Sequence[Period],
        wishes: Wishes,
        lang: Lang,
    ) -> None:
        self.texts = texts
        self.steps = steps
        self.periods = periods
        self.wishes = wishes
        self.lang = lang

    def beginning(self, answered: date) -> Iterator[Activity]:
        """Yield the adoption, before the plan begins if the council meets, and what follows."""
        first = self.periods[0]
        before = [day for day in self._meetings(answered + _DAY, first.start - _DAY)]
        within = [day for period in self.periods for day in period.council]
        adopted = (before[-1:] or within or [first.start])[0]
        informed = max(workday(adopted + _FORTNIGHT), adopted)
        begun = max(workday(first.start + _FORTNIGHT), workday(informed + _WEEK))
        yield self._activity("BP", self.texts.adopt, adopted)
        yield self._activity("IP", self.texts.inform, informed)
        yield self._activity("PJ", self.texts.begin, begun)

    def half_years(self) -> Iterator[Activity]:
        """Yield the work of each half-year and the reports on it."""
        last = len(self.periods)
        for period in self.periods:
            busy = [it for it in self.steps if it.period <= period.number <= it.ends]
            ids = tuple(it.id for it in busy)
            told = period.council[-1] if period.council else None
            if period.number == last:
                if busy:
                    yield self._work(period, _friday(period.end), ids)
                continue
            reported = workday((told or period.end) - _FORTNIGHT)
            if busy:
                yield self._work(period, workday(reported - _WEEK), ids)
            yield self._activity("SR", self.texts.report, reported, period=period.number)
            if told:
                yield self._activity("SR", self.texts.council, told, period=period.number)

    def decisions(self) -> Iterator[Activity]:
        """Yield what the council decides."""
        for step in self.steps:
            if step.decided:
                yield self._activity(
                    "BP", self.texts.decide, step.decided, steps=(step.id,), step=step.title
                )

    def end(self) -> Iterator[Activity]:
        """Yield what closes the programme, from a new self-assessment to the council."""
        done = self.periods[-1].end
        concluded = self._meetings(done + _TO_CONCLUDE, add_months(done, 2 * MONTHS))[0]
        closing: tuple[tuple[Kind, ActivityTexts, int], ...] = (
            ("PJ", self.texts.assess, 5),
            ("PJ", self.texts.finish, 3),
            ("BP", self.texts.recommend, 2),
        )
        for kind, texts, weeks in closing:
            yield self._activity(kind, texts, workday(concluded - weeks * _WEEK))
        yield self._activity("EBP", self.texts.conclude, concluded)

    def _meetings(self, first: date, last: date) -> list[date]:
        """Return when the council meets, as told or in the ordinary months."""
        told = [day for day in self.wishes.council if first <= day <= last]
        return told or list(ordinary_meetings(first, last))

    def _work(self, period: Period, deadline: date, steps: tuple[str, ...]) -> Activity:
        return self._activity("PJ", self.texts.work, deadline, steps=steps, period=period.number)

    def _activity(
        self,
        kind: Kind,
        texts: ActivityTexts,
        deadline: date,
        steps: tuple[str, ...] = (),
        **slots: object,
    ) -> Activity:
        return Activity(
            id="",
            kind=kind,
            text=texts.text(self.lang).format(**slots),
            deadline=deadline,
            responsible=tuple(it(self.lang) for it in texts.responsible),
            steps=steps,
        )


def _friday(day: date) -> date:
    """Return a day, or the Friday before a weekend."""
    return day - max(0, day.weekday() - 4) * _DAY
