"""The charts of a report, each with a text that says what it shows."""

from __future__ import annotations

from collections.abc import Sequence

from kompass.assessment.findings import listed
from kompass.model.result import AreaResult, CriterionResult, StepResult
from kompass.report.charts.model import (
    Band,
    Bar,
    Bars,
    Development,
    Gain,
    Gains,
    Mark,
    Series,
    Spider,
)
from kompass.report.material import Frame
from kompass.report.message import share
from kompass.report.numbers import rounded, short


class Figures:
    """Draws up the charts of a report.

    Args:
        frame: What the report is made from.
    """

    def __init__(self, frame: Frame) -> None:
        self.frame = frame

    def total(self) -> Band:
        """Return the total with its interval, beside published figures."""
        total = self.frame.result.total
        marks = [
            (it.name, it.value, it.year)
            for it in self.frame.comparison.beside(self.frame.lang)
            if it.value is not None
        ]
        told = "".join(
            self.frame.say("total_mark", name=f"{name} {year}", points=rounded(value, 0))
            for name, value, year in marks
        )
        return Band(
            title=self.frame.say("total_caption"),
            alt=self.frame.say(
                "total_alt",
                place=self.frame.place,
                points=rounded(total.points, 0),
                max=rounded(total.max, 0),
                documented=rounded(total.documented, 0),
                high=rounded(total.high, 0),
                marks=told,
            ),
            low=total.low,
            points=total.points,
            high=max(total.high, total.points),
            max=total.max,
            documented=total.documented,
            references=tuple(
                Mark(name=f"{name} {year}", value=value)
                for name, value, year in marks
                if value <= total.max
            )[:8],
        )

    def profile(self) -> Spider | None:
        """Return the areas as a spider; None where too few are assessed."""
        areas = self.frame.covered
        if not 3 <= len(areas) <= 12:
            return None
        ranked = sorted(areas, key=lambda it: (-share(it), it.id))
        years = [str(it.year) for it in self.frame.comparison.earlier]
        earlier = (
            self.frame.say("profile_earlier", years=listed(years, self.frame.lang)) if years else ""
        )
        series = [
            Series(
                name=self.frame.series_name(it),
                role="earlier",
                values=tuple(
                    min(it.areas[area.id], area.max) if area.id in it.areas else None
                    for area in areas
                ),
            )
            for it in self.frame.comparison.earlier[-5:]
        ]
        own = Series(
            name=self.frame.say("own_series", year=self.frame.comparison.year),
            role="own",
            values=tuple(it.points for it in areas),
        )
        return Spider(
            title=self.frame.say("profile_caption"),
            alt=self.frame.say(
                "profile_alt",
                best=f"{ranked[0].name}, {rounded(ranked[0].points, 0)}",
                worst=f"{ranked[-1].name}, {rounded(ranked[-1].points, 0)}",
                earlier=earlier,
            ),
            axes=tuple(f"{it.id} {it.name}"[:200] for it in areas),
            max=max(it.max for it in areas),
            series=(*series, own),
        )

    def development(self) -> Development | None:
        """Return the total over the years; None without earlier ones."""
        earlier = self.frame.comparison.before[-20:]
        if not earlier:
            return None
        total = self.frame.result.total
        points = [(it.year, min(it.total, total.max)) for it in earlier]
        points.append((self.frame.comparison.year, total.points))
        mean = self.frame.comparison.mean("all")
        own = Series(name=self.frame.place, role="own", values=tuple(value for _, value in points))
        reference = (
            (
                Series(
                    name=f"{self.frame.say('mean_all')} {mean.year}",
                    role="reference",
                    values=(min(mean.points, total.max),),
                ),
            )
            if mean
            else ()
        )
        told = [
            self.frame.say("point_of_year", points=rounded(value, 0), year=year)
            for year, value in points
        ]
        return Development(
            title=self.frame.say("development_caption"),
            alt=self.frame.say("development_alt", points=listed(told, self.frame.lang)),
            years=tuple(str(year) for year, _ in points),
            max=total.max,
            series=(own, *reference),
        )

    def criteria(self, area: AreaResult, assessed: Sequence[CriterionResult]) -> Bars | None:
        """Return the criteria of an area as bars; None where there is nothing to reach."""
        drawn = [it for it in assessed if it.reachable]
        if not drawn:
            return None
        told = [f"{it.id} {it.name} {rounded(it.points)} / {short(it.reachable)}" for it in drawn]
        last = self.frame.comparison.earlier[-1] if self.frame.comparison.earlier else None
        before = last.criteria if last else {}
        return Bars(
            title=self.frame.say("bars_caption", id=area.id),
            alt=self.frame.say("bars_alt", criteria="; ".join(told)),
            reference=str(last.year) if last and any(it.id in before for it in drawn) else None,
            bars=tuple(
                Bar(
                    label=f"{it.id} {it.name}"[:200],
                    points=it.points,
                    documented=it.documented,
                    high=max(it.high, it.points),
                    max=it.reachable,
                    reference=min(before[it.id], it.reachable) if it.id in before else None,
                )
                for it in drawn
            ),
        )

    def gains(self, steps: Sequence[StepResult]) -> Gains | None:
        """Return what next steps give; None where there are none."""
        if not steps:
            return None
        told = [f"{it.title} {rounded(it.gain)}" for it in steps]
        return Gains(
            title=self.frame.say("gains_caption"),
            alt=self.frame.say("gains_alt", steps="; ".join(told)),
            gains=tuple(
                Gain(
                    label=it.title[:200],
                    gain=max(it.gain, 0.0),
                    months=it.effort_with_prerequisites.person_months,
                )
                for it in steps
            ),
        )
