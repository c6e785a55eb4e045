"""What is said of how sure a result is holds, and nothing is said where nothing is known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from results import area, result

from kompass.model.base import LANGUAGES
from kompass.model.result import AreaResult, FindOut, Result
from kompass.model.uncertainty import (
    Claims,
    Document,
    Interval,
    Stability,
    Uncertainty,
    Unknown,
)
from kompass.report import words
from kompass.report.certainty import certainty_lines, outwards
from kompass.report.terminal import Screen, render

STRONG, MIDDLE, WEAK = area("1", 20, 24), area("2", 12, 13), area("3", 1, 3)
NOTHING = Unknown(points=0, curve=(), half=0, first=())
PROVEN = Claims(points=0, curve=(), half=0, first=())
EVEN = {"1": {"2": 0.5, "3": 0.5}, "2": {"1": 0.5, "3": 0.5}, "3": {"1": 0.5, "2": 0.5}}


def stability(stronger: Mapping[str, Mapping[str, float]] = EVEN, **changes: Any) -> Stability:
    given: dict[str, Any] = {
        "one_in": 5, "why": "fordi", "draws": 2000, "lower": 0.5,
        "total": Interval(low=60, high=80),
        "areas": {it: Interval(low=1, high=2) for it in "123"}, "stronger": stronger,
    }  # fmt: skip
    return Stability(**given | changes)


def unsure(
    *areas: AreaResult,
    tried: Stability | None = None,
    unknown: Unknown = NOTHING,
    claims: Claims = PROVEN,
    asked: int = 0,
    **total: float,
) -> Result:
    found = result(*(areas or (STRONG, MIDDLE, WEAK)), total=total)
    missing = tuple(
        FindOut(fact=f"f{it}", question="1.1.1", text="?", asks=(), decides=1)
        for it in range(asked)
    )
    sure = Uncertainty(stability=tried, unknown=unknown, claims=claims)
    place = {"name": "Prøve", "number": "0301"}
    return found.model_copy(
        update={"uncertainty": sure, "find_out_first": missing, "municipality": place}
    )


def said(found: Result) -> str:
    return " ".join(certainty_lines(found, "nb"))


def ordered(names: str = "123", **beats: str) -> Stability:
    """Return a try in which an area (``a1`` is area 1) is surely stronger than some others."""
    stronger = {one: {other: 0.5 for other in names if other != one} for one in names}
    for one, others in beats.items():
        for other in others:
            stronger[one[1:]][other], stronger[other][one[1:]] = 0.95, 0.05
    return stability(stronger, areas={it: Interval(low=1, high=2) for it in names})


def test_a_result_without_it_says_nothing() -> None:
    assert said(result(STRONG, MIDDLE, WEAK)) == ""
    assert said(unsure()) == ""
    assert words.CERTAINTY("nb") not in render(unsure(), Screen())


def test_an_interval_says_what_it_assumes() -> None:
    told = said(unsure(tried=stability(total=Interval(low=60.2, high=79.1))))
    assert "Er hvert femte svar ett trinn feil" in told
    assert "mellom 60 og 80 i 90 av 100 tilfeller." in told
    assert "jevnt over er for gode" in told
    assert "hvert tredje svar" in said(unsure(tried=stability(one_in=3)))
    assert "hvert 12. svar" in said(unsure(tried=stability(one_in=12)))


@pytest.mark.parametrize(
    ("low", "high", "shown"), [(1.0, 2.0, (1, 2)), (1.9, 2.1, (1, 3)), (26.6667, 26.6667, (26, 27))]
)
def test_an_interval_in_whole_points_holds_all_of_it(
    low: float, high: float, shown: tuple[int, int]
) -> None:
    assert outwards(Interval(low=low, high=high)) == shown


@pytest.mark.parametrize(
    ("lower", "costs"), [(0.9, True), (0.75, True), (0.74, False), (0.1, False)]
)
def test_errors_are_said_to_cost_only_where_they_mostly_do(lower: float, costs: bool) -> None:
    told = said(unsure(tried=stability(lower=lower)))
    assert ("koster oftere poeng enn de gir" in told) is costs


@pytest.mark.parametrize(
    ("tried", "order"),
    [
        (stability(), "Hvilket område som er sterkest og svakest, er da ikke sikkert."),
        (ordered(a1="3"), "er område 1 sterkere enn 3, i minst 95"),
        (
            ordered(a1="3", a2="3"),
            "er område 1 sterkere enn 3, og område 3 svakere enn alle de andre, i",
        ),
        (
            ordered(a1="23", a2="3"),
            "sterkere enn alle de andre, og område 3 svakere enn alle de andre, i",
        ),
        (ordered(a2="3"), "to og to er område 3 svakere enn 2, i"),
        (ordered(a1="2"), "to og to er område 1 sterkere enn 2, i"),
    ],
)
def test_only_an_order_that_is_sure_is_told(tried: Stability, order: str) -> None:
    told = said(unsure(tried=tried))
    assert order in told
    assert told.count("svakere enn") == order.count("svakere enn")


def test_of_many_areas_the_one_that_is_not_is_named() -> None:
    areas = [area(str(it), 25 - it) for it in range(1, 7)]
    told = said(unsure(*areas, tried=ordered("123456", a1="3456", a2="6", a3="6", a4="6")))
    assert "område 1 sterkere enn alle de andre unntatt 2" in told
    assert "og område 6 svakere enn alle de andre unntatt 5, i minst 95 av 100." in told
    few = said(unsure(*areas, tried=ordered("123456", a1="36")))
    assert "område 1 sterkere enn 3 og 6, i" in few


def test_a_single_area_is_held_against_nothing() -> None:
    told = said(unsure(STRONG, tried=stability({"1": {}})))
    assert "sterkere" not in told
    assert "sterkest" not in told


def test_without_answers_nothing_is_off() -> None:
    silent = result(STRONG, answered=0).model_copy(
        update={"uncertainty": Uncertainty(stability=stability(), unknown=NOTHING, claims=PROVEN)}
    )
    assert said(silent) == ""


def test_few_answers_decide_half_of_what_is_open() -> None:
    unknown = Unknown(points=30, curve=(10, 16, 30), half=2, first=("f0", "f1"))
    told = said(unsure(unknown=unknown, asked=5, points=73.4, high=103.4))
    assert told == ("Spennet 73–103 gjelder svar som mangler; 2 av 5 avgjør halve.")
    assert said(unsure(unknown=unknown, asked=2)) == ""  # all of them: that says nothing
    little = unknown.model_copy(update={"points": 0.9})
    assert said(unsure(unknown=little, asked=5)) == ""


def document(fact: str = "f0") -> Document:
    return Document(
        fact=fact, question="1.1.2", text="Blir det brukt?", asks=("HR", "kommunedirektør"),
        evidence="HR-plan", points=12.25,
    )  # fmt: skip


def test_few_documents_settle_half_of_what_is_claimed() -> None:
    claims = Claims(points=20, curve=(12.25, 20), half=1, first=(document(),))
    found = unsure(claims=claims)
    assert said(found) == (
        "Dokumentasjon på 1 svar ville dekket halvparten av de 20 poengene som mangler den."
    )
    assert said(unsure(claims=claims.model_copy(update={"points": 0.5}))) == ""
    assert words.DOCUMENT_FIRST("nb") not in render(found, Screen())
    everything = render(found, Screen(everything=True))
    assert "- Blir det brukt? [1.1.2]" in everything
    assert "f0: gir 12,3 dokumenterte poeng. Vanligvis: HR-plan. Spør HR," in everything


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_screen_has_a_few_lines_of_it(lang: Any) -> None:
    claims = Claims(points=20, curve=(12.25, 20), half=1, first=(document(),))
    unknown = Unknown(points=30, curve=(10, 16, 30), half=2, first=("f0", "f1"))
    tried = ordered(a1="3", a2="3").model_copy(update={"lower": 0.9})
    found = unsure(tried=tried, unknown=unknown, claims=claims, asked=5)
    for plain in (True, False):
        shown = render(found, Screen(lang=lang, bars=plain)).split("\n\n")
        [part] = [it for it in shown if it.startswith(words.CERTAINTY(lang))]
        assert len(part.splitlines()) <= 7
        assert all(len(line) <= 80 for line in part.splitlines())
        assert "{" not in part
