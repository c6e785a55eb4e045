"""What a report holds, chapter by chapter: what its template sets in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kompass.model.result import CriterionResult, StepResult
from kompass.report.appendix import Appendix
from kompass.report.chapters import AreaPart, Chapters
from kompass.report.comparison import Beside, unlike
from kompass.report.figures import Figures
from kompass.report.layout import clean
from kompass.report.material import Frame, Material
from kompass.report.message import conclusion, main_message, ranked_criteria
from kompass.report.numbers import rounded
from kompass.report.sureness import Sureness

_EXTREMES: Final = 6
_STEPS: Final = 10


class Outline(Frame):
    """A report's chapters, in the order they are read.

    Args:
        material: What the report is made from.
    """

    def __init__(self, material: Material) -> None:
        super().__init__(material)
        self.figures = Figures(self)
        self.chapters = Chapters(self, self.figures)
        self.appendix = Appendix(self)
        self.sureness = Sureness(self)

    @property
    def title(self) -> str:
        """What the report is called."""
        return clean(self.material.title or "", 120) or self.say("title", name=self.place)

    @property
    def message(self) -> tuple[str, ...]:
        """The main message."""
        return tuple(main_message(self.result, self.comparison, self.place, self.lang))

    @property
    def conclusion(self) -> tuple[str, ...]:
        """The last words."""
        return tuple(conclusion(self.result, self.lang))

    @property
    def beside(self) -> tuple[Beside, ...]:
        """Published figures beside the total."""
        return tuple(self.comparison.beside(self.lang))

    @property
    def unlike(self) -> tuple[str, ...]:
        """What makes earlier years hard to compare with this one."""
        return tuple(unlike(self.result, self.comparison.earlier, self.lang))

    @property
    def moved(self) -> str:
        """How the result has moved since last time, in a sentence."""
        before = self.comparison.before
        if not before:
            return ""
        last = before[-1]
        changes = [
            (it.points - last.areas[it.id], it.name) for it in self.covered if it.id in last.areas
        ]
        if not changes:
            return ""
        change, name = max(changes, key=lambda it: abs(it[0]))
        sign = "+" if change > 0 else ""
        return self.say(
            "moved",
            year=last.year,
            now=self.comparison.year,
            **{"from": rounded(last.total, 0)},
            to=rounded(self.result.total.points, 0),
            area=name,
            change=f"{sign}{rounded(change, 0)}",
        )

    @property
    def nearest(self) -> list[CriterionResult]:
        """The criteria nearest their maximum."""
        return ranked_criteria(self.result)[:_EXTREMES]

    @property
    def furthest(self) -> list[CriterionResult]:
        """The criteria furthest from their maximum, the furthest first; never also the nearest."""
        ranked = ranked_criteria(self.result)
        return ranked[_EXTREMES:][-_EXTREMES:][::-1]

    @property
    def areas(self) -> Iterator[AreaPart]:
        """The chapters on areas."""
        return map(self.chapters.area, self.result.areas)

    @property
    def top_steps(self) -> tuple[StepResult, ...]:
        """The next steps that give most for the effort."""
        return self.result.next_steps[:_STEPS]
