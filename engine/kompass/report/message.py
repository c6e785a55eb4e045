"""The main message and the conclusion: a result in a few paragraphs of running text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kompass.assessment.findings import listed
from kompass.model.base import Lang
from kompass.model.result import AreaResult, CriterionResult, Result
from kompass.report.comparison import Comparison
from kompass.report.numbers import exact, rounded, short
from kompass.report.prose import PROSE

_THIN = 0.5
"""Below this share of answers a report is a first picture, and says so."""
_KNOWN = 0.5
"""What less than this share is answered of is not ranked: unknown is not bad."""
_FULL = 0.95
"""Where everything has at least this share, nothing is singled out as weak."""
_EVEN = 12
"""Areas whose shares lie within so many per cent of each other are even."""


def main_message(result: Result, comparison: Comparison, place: str, lang: Lang) -> Iterator[str]:
    """Yield the paragraphs of the main message."""
    yield " ".join(_where(result, comparison, place, lang))
    profile = _profile(result, lang)
    if profile:
        yield profile
    proof = _proof(result, lang)
    if proof:
        yield proof
    yield from _begin(result, lang)


def conclusion(result: Result, lang: Lang) -> Iterator[str]:
    """Yield the paragraphs of the conclusion."""
    areas = _ranked(result)
    if len(areas) > 2 and share(areas[-1]) < _FULL:
        strong, weak = (_lower(it.name) for it in (areas[0], areas[-1]))
        yield PROSE["end_build"](lang).format(strong=strong, weak=weak)
    if result.next_steps:
        yield PROSE["end_choose"](lang)
    rest = []
    if result.total.high - result.total.points >= 1:
        open_points = rounded(result.total.high - result.total.points, 0)
        rest.append(PROSE["end_find"](lang).format(points=open_points))
    if result.total.points - result.total.documented >= 1:
        bare = rounded(result.total.points - result.total.documented, 0)
        rest.append(PROSE["end_prove"](lang).format(points=bare))
    yield " ".join([*rest, PROSE["end_again"](lang)])


def share(it: AreaResult | CriterionResult) -> float:
    """Return points as a share of what can be reached, from 0 to 1."""
    return it.points / it.reachable if it.reachable else 0.0


def ranked_criteria(result: Result) -> list[CriterionResult]:
    """Return the criteria nearest their maximum first; only those that enough is known of."""
    found = [it for area in result.areas for it in area.criteria if _is_known(it)]
    return sorted(found, key=lambda it: (-exact(share(it)), it.id))


def _ranked(result: Result) -> list[AreaResult]:
    """Return the areas nearest their maximum first; only those that enough is known of."""
    return sorted(filter(_is_known, result.areas), key=lambda it: (-exact(share(it)), it.id))


def _is_known(it: AreaResult | CriterionResult) -> bool:
    assessed = it.status == "assessed" and it.reachable > 0
    return assessed and it.coverage.answered >= _KNOWN * it.coverage.asked


def _lower(name: str) -> str:
    """Return a name as it stands inside a sentence."""
    return name[:1].lower() + name[1:]


def _where(result: Result, comparison: Comparison, place: str, lang: Lang) -> Iterator[str]:
    total = result.total
    if not total.coverage.answered and total.coverage.asked:
        yield PROSE["nothing"](lang).format(place=place, reachable=rounded(total.reachable, 0))
        return
    closed = total.coverage.answered == total.coverage.asked
    yield PROSE["stands_closed" if closed else "stands"](lang).format(
        place=place, points=rounded(total.points, 0), reachable=rounded(total.reachable, 0)
    )
    if not closed and rounded(total.high, 0) != rounded(total.points, 0):
        yield PROSE["could_be"](lang).format(high=rounded(total.high, 0))
    if total.adjusted is not None:
        yield PROSE["adjusted_total"](lang).format(adjusted=rounded(total.adjusted, 0))
    answered = total.coverage.answered / total.coverage.asked if total.coverage.asked else 1.0
    if answered < _THIN:
        yield PROSE["thin"](lang).format(share=rounded(100 * answered, 0))
        return
    mean = comparison.mean("all")
    if mean is not None and total.reachable == total.max:
        own = comparison.mean(comparison.group) if comparison.group else None
        group = ""
        if own is not None and comparison.group:
            group = PROSE["beside_group"](lang).format(
                group=PROSE[comparison.group](lang), mean=rounded(own.points, 0), year=own.year
            )
        yield PROSE["beside"](lang).format(
            mean=rounded(mean.points, 0), year=mean.year, group=group
        )


def _profile(result: Result, lang: Lang) -> str:
    areas = _ranked(result)
    criteria = ranked_criteria(result)
    if len(areas) < 2 or len(criteria) < 4:
        coverage = result.total.coverage
        return PROSE["too_little"](lang) if 0 < coverage.answered < coverage.asked else ""
    best, worst = areas[0], areas[-1]
    if share(worst) >= _FULL:
        return ""
    if 100 * (share(best) - share(worst)) < _EVEN:
        return PROSE["even"](lang).format(
            low=rounded(100 * share(worst), 0),
            high=rounded(100 * share(best), 0),
            best=_criteria(criteria[:2], lang),
            worst=_criteria(criteria[:-3:-1], lang),
        )
    sentences = []
    for name, area, chosen in (
        ("strongest", best, criteria[:2]),
        ("weakest", worst, criteria[:-3:-1]),
    ):
        sentences.append(
            PROSE[name](lang).format(
                area=PROSE["area_name"](lang).format(id=area.id, name=_lower(area.name)),
                points=rounded(area.points, 0),
                max=rounded(area.reachable, 0),
                criteria=_criteria(chosen, lang),
            )
        )
    return " ".join(sentences)


def _criteria(chosen: Sequence[CriterionResult], lang: Lang) -> str:
    named = [
        PROSE["criterion_name"](lang).format(
            name=it.name, points=rounded(it.points), max=short(it.reachable)
        )
        for it in chosen
    ]
    return listed(named, lang)


def _proof(result: Result, lang: Lang) -> str:
    total = result.total
    rest = total.points - total.documented
    if rest < 1:
        return ""
    if total.documented < 0.05:
        return PROSE["proof_none"](lang)
    return PROSE["proof"](lang).format(
        share=rounded(100 * total.documented / total.points, 0), rest=rounded(rest, 0)
    )


def _begin(result: Result, lang: Lang) -> Iterator[str]:
    if result.next_steps:
        steps = [
            PROSE["step_gain"](lang).format(title=it.title, gain=rounded(it.gain))
            for it in result.next_steps[:3]
        ]
        yield PROSE["begin"](lang).format(steps=listed(steps, lang))
    if result.find_out_first:
        facts = listed([f"«{it.text}»" for it in result.find_out_first[:2]], lang)
        know = PROSE["begin_know" if result.next_steps else "first_know"]
        yield know(lang).format(facts=facts)
