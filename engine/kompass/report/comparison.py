"""What a result is held against: earlier years and published figures, and how alike they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kompass.assessment.findings import listed
from kompass.model.base import Lang
from kompass.model.earlier import Earlier, ReferenceFigure, size_group
from kompass.model.result import Result
from kompass.report.numbers import rounded
from kompass.report.prose import PROSE


@dataclass(frozen=True)
class Beside:
    """A published figure beside the total.

    Attributes:
        points: As shown: a number, or an interval.
        value: As drawn; None for an interval.
    """

    name: str
    points: str
    value: float | None
    year: int
    source: str


@dataclass(frozen=True)
class Comparison:
    """Everything a result is held against.

    Attributes:
        earlier: Earlier years, oldest first.
        figures: The figures that fit the municipality's year and size.
    """

    year: int
    earlier: tuple[Earlier, ...]
    figures: tuple[ReferenceFigure, ...]
    group: str | None

    @property
    def before(self) -> tuple[Earlier, ...]:
        """The earlier years that are earlier than this one."""
        return tuple(it for it in self.earlier if it.year < self.year)

    def beside(self, lang: Lang) -> Iterator[Beside]:
        """Yield the figures as a report shows them."""
        by_measure = {(it.measure, it.group): it for it in self.figures}
        for it in self.figures:
            if it.measure == "normal_high":
                continue
            source = PROSE["of_evaluations"](lang).format(source=it.source, count=it.evaluations)
            if it.measure == "normal_low":
                high = by_measure.get(("normal_high", it.group))
                if high is not None:  # half an interval says nothing
                    points = f"{rounded(it.points, 0)}–{rounded(high.points, 0)}"
                    yield Beside(PROSE["normal"](lang), points, None, it.year, source)
                continue
            yield Beside(self._name(it, lang), rounded(it.points, 0), it.points, it.year, source)

    def mean(self, group: str) -> ReferenceFigure | None:
        """Return the mean of a group, if there is one."""
        wanted = (it for it in self.figures if (it.measure, it.group) == ("mean", group))
        return next(wanted, None)

    @staticmethod
    def _name(figure: ReferenceFigure, lang: Lang) -> str:
        if figure.measure == "mean" and figure.group == "all":
            return PROSE["mean_all"](lang)
        if figure.group == "all":
            return PROSE["median_all"](lang)
        group = PROSE[figure.group](lang)
        return PROSE[f"{figure.measure}_group"](lang).format(group=group)


def compare_with(
    result: Result, earlier: Sequence[Earlier], figures: Sequence[ReferenceFigure]
) -> Comparison:
    """Choose what a result is held against: each figure from the year nearest its own."""
    year = int(result.date[:4])
    group = size_group(result.municipality.get("population"))
    chosen: dict[tuple[str, str], ReferenceFigure] = {}
    for it in sorted(figures, key=lambda it: (abs(it.year - year), -it.year)):
        if it.group in ("all", group):
            chosen.setdefault((it.measure, it.group), it)
    order = ["mean", "median", "normal_low", "normal_high"]
    kept = sorted(chosen.values(), key=lambda it: (it.group != "all", order.index(it.measure)))
    return Comparison(year, tuple(sorted(earlier, key=lambda it: it.year)), tuple(kept), group)


def unlike(result: Result, earlier: Sequence[Earlier], lang: Lang) -> Iterator[str]:
    """Yield what makes earlier years hard to compare with this one, a sentence for each reason."""
    reasons: dict[str, list[Earlier]] = {}
    for it in earlier:
        if it.framework is None:
            reasons.setdefault("unlike_unknown", []).append(it)
        elif it.rules is None:
            reasons.setdefault("unlike_published", []).append(it)
        elif it.rules != result.framework.rules_sha256:
            reasons.setdefault("unlike_rules", []).append(it)
        if it.framework not in (None, result.framework.id):
            reasons.setdefault("unlike_framework", []).append(it)
    for reason, those in reasons.items():
        years = listed([str(it.year) for it in those], lang)
        framework = listed(sorted({it.framework or "" for it in those}), lang)
        yield PROSE[reason](lang).format(years=years, framework=framework)
