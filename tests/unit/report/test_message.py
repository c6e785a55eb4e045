"""The main message and the conclusion say what the numbers say, and no more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from results import ASKED, area, result, words

from kompass.model.base import LANGUAGES, Lang
from kompass.model.earlier import ReferenceFigure
from kompass.model.recommendation import Effort
from kompass.model.result import Coverage, FindOut, Result, StepResult
from kompass.report.comparison import compare_with
from kompass.report.message import conclusion, main_message, ranked_criteria, share

STRONG, MIDDLE, WEAK = area("1", 20, 24), area("2", 12, 13), area("3", 1, 3)


def figures(*groups: str) -> list[ReferenceFigure]:
    return [
        ReferenceFigure.model_validate(
            {"measure": "mean", "group": it, "year": 2024, "points": 300 + at, "evaluations": 9,
             "source": "x"}
        )
        for at, it in enumerate(groups)
    ]  # fmt: skip


def message(
    found: Result, known: Sequence[ReferenceFigure] = (), lang: Lang = "nb", place: str = "Prøve"
) -> str:
    return words(list(main_message(found, compare_with(found, (), known), place, lang)))


def step(title: str, gain: float) -> StepResult:
    effort = Effort(person_months=1, months=6)
    return StepResult(
        id=title, title=title, why="", how=(), works_when="", area="1", criterion="1.1",
        addresses=(), changes={}, gain=gain, gain_alone=gain, effort=effort,
        effort_with_prerequisites=effort, find_out_first=(), under_way=False, responsible="hr",
        decision="politisk", sdg=(), requires=(),
    )  # fmt: skip


# Where the municipality stands.


def test_what_is_known_and_what_it_can_become() -> None:
    total = {"points": 73.4, "high": 90.5, "documented": 73.4}
    said = message(result(STRONG, MIDDLE, WEAK, answered=15, total=total))
    assert "Prøve får 73 av 150 poeng ut fra det som er kjent." in said
    assert "Når resten er besvart, kan summen bli opptil 91." in said


def test_a_closed_interval_says_that_everything_is_answered() -> None:
    said = message(result(STRONG, MIDDLE, WEAK))
    assert "Prøve får 73 av 150 poeng. Alt det spørres om, er besvart." in said
    assert "opptil" not in said


def test_an_answer_that_decides_next_to_nothing_is_still_missing() -> None:
    """The interval rounds to one number; not everything is answered for that."""
    said = message(result(STRONG, MIDDLE, WEAK, answered=19, total={"high": 73.3}))
    assert "Alt det spørres om" not in said
    assert "ut fra det som er kjent" in said
    assert "opptil" not in said


@pytest.mark.parametrize(("answered", "thin"), [(1, True), (9, True), (10, False), (20, False)])
def test_thin_coverage_says_so_and_is_compared_with_nothing(answered: int, thin: bool) -> None:
    found = result(STRONG, MIDDLE, WEAK, answered=answered, total={"high": 120})
    said = message(found, figures("all"))
    assert ("Les derfor rapporten som et første bilde" in said) is thin
    assert (f"Bare {5 * answered} prosent" in said) is thin
    assert ("Til sammenlikning" in said) is not thin


def test_nothing_answered_is_nothing_but_possible() -> None:
    nothing = area("1", 0, 0, answered=0), area("2", 0, 0, answered=0)
    found = result(*nothing, answered=0, total={"high": 100})
    said = message(found, figures("all"))
    assert said.startswith("Prøve har ikke svart på noe ennå. Alle de 100 poengene er mulige")
    assert "\n" not in said


def test_a_result_is_held_against_the_country_and_its_own_group() -> None:
    found = result(STRONG, MIDDLE, WEAK, population=5000)
    said = message(found, figures("all", "5000-10000"))
    assert "300 poeng i gjennomsnitt (2024), og kommuner med 5 000–10 000 innbyggere 301" in said
    assert "300 poeng i gjennomsnitt (2024). Noen" in message(found, figures("all", "over-10000"))
    without = result(STRONG, MIDDLE, WEAK)
    assert "300 poeng i gjennomsnitt (2024). Noen" in message(without, figures("all", "5000-10000"))
    assert "gjennomsnitt" not in message(found, figures("5000-10000"))


def test_less_than_the_whole_instrument_is_compared_with_nothing() -> None:
    found = result(STRONG, MIDDLE, WEAK, total={"max": 800})
    assert "gjennomsnitt" not in message(found, figures("all"))


def test_an_adjusted_total_stands_beside_the_rules_own() -> None:
    assert "summen 80." in message(result(STRONG, MIDDLE, WEAK, total={"adjusted": 80.2}))
    assert "justeringene" not in message(result(STRONG, MIDDLE, WEAK))


# The profile.


def test_the_strongest_and_the_weakest_are_named_with_their_points() -> None:
    said = message(result(MIDDLE, WEAK, STRONG))
    assert "Sterkest står kommunen på område 1, område 1, med 44 av 50 poeng." in said
    assert "«Kriterium 1.2» (24,0 av 25) og «Kriterium 1.1» (20,0 av 25)" in said
    assert "Lengst er veien på område 3, område 3, med 4 av 50 poeng." in said
    assert "«Kriterium 3.1» (1,0 av 25) og «Kriterium 3.2» (3,0 av 25)" in said


def test_strength_is_a_share_of_what_can_be_reached() -> None:
    small = area("4", 9, 9, reachable=10)
    assert share(small) == pytest.approx(0.9)
    assert "Sterkest står kommunen på område 4" in message(result(STRONG, MIDDLE, small))


@pytest.mark.parametrize(("low", "even"), [(12, False), (13, True)])
def test_an_even_profile_is_called_even(low: float, even: bool) -> None:
    said = message(result(area("1", 15, 15), area("2", low, low)))
    assert ("Områdene ligger jevnt, med 52 til 60 prosent" in said) is even
    assert ("Sterkest står" in said) is not even


def test_few_areas_or_criteria_make_no_profile() -> None:
    for found in (result(area("1", 1, 20, 3, 4)), result(area("1", 20), area("2", 1))):
        for answered, little in ((ASKED, False), (12, True), (0, False)):
            known = {"coverage": Coverage(asked=ASKED, answered=answered, documented=0)}
            said = message(found.model_copy(update={"total": found.total.model_copy(update=known)}))
            assert "Sterkest" not in said
            assert "jevnt" not in said
            assert ("For lite er besvart" in said) is little


@pytest.mark.parametrize(("answered", "ranked"), [(9, False), (10, True)])
def test_what_little_is_known_of_is_not_ranked(answered: int, ranked: bool) -> None:
    unknown = area("4", 0, 0, answered=answered)
    found = result(STRONG, MIDDLE, WEAK, unknown, answered=15)
    assert ("4.1" in [it.id for it in ranked_criteria(found)]) is ranked
    assert ("Lengst er veien på område 4" in message(found)) is ranked
    assert ("Lengst igjen er det innen område 4" in words(list(conclusion(found, "nb")))) is ranked


def test_what_is_not_covered_or_cannot_be_reached_is_not_ranked() -> None:
    aside = area("5", 0, 0, covered=False)
    nothing = area("6", 0, 0, reachable=0)
    found = result(STRONG, MIDDLE, aside, nothing)
    assert [it.id for it in ranked_criteria(found)] == ["1.2", "1.1", "2.2", "2.1"]
    said = message(found)
    assert "Lengst er veien på område 2" in said
    assert share(nothing) == 0


# Documentation, and where to begin.


@pytest.mark.parametrize(
    ("documented", "says"),
    [
        (0, "Ingen av poengene er dokumentert ennå."),
        (36.5, "Av poengene er 50 prosent dokumentert. 37 poeng hviler på svar"),
        (72.5, None),
    ],
)
def test_proof(documented: float, says: str | None) -> None:
    said = message(result(STRONG, MIDDLE, WEAK, total={"documented": documented}))
    assert says in said if says else "dokumentert" not in said


def test_no_points_need_no_proof() -> None:
    said = message(result(area("1", 0, 0), area("2", 0, 0)))
    assert "dokumentert" not in said


def test_where_to_begin() -> None:
    steps = [step(f"Steg {at}", at) for at in (4, 3.25, 2, 1)]
    asks = [FindOut(fact=it, question="1.1.1", text=f"{it}?", asks=(), decides=2) for it in "abc"]
    found = result(STRONG, MIDDLE, WEAK).model_copy(
        update={"next_steps": tuple(steps), "find_out_first": tuple(asks)}
    )
    said = message(found)
    assert "«Steg 4» (+4,0 poeng), «Steg 3.25» (+3,3 poeng) og «Steg 2» (+2,0 poeng)." in said
    assert "Steg 1»" not in said
    assert "«a?» og «b?»." in said
    assert "c?" not in said
    assert "innsatsen" not in message(result(STRONG, MIDDLE, WEAK))
    assert "«a?» og «b?»." in message(found.model_copy(update={"next_steps": ()}))


# The conclusion.


def test_the_conclusion_builds_on_the_strongest() -> None:
    said = words(list(conclusion(result(MIDDLE, WEAK, STRONG), "nb")))
    assert "mest å bygge på innen område 1. Lengst igjen er det innen område 3" in said
    assert "å bygge på" not in words(list(conclusion(result(STRONG, WEAK), "nb")))


def test_the_conclusion_asks_to_choose_only_among_steps_there_are() -> None:
    found = result(STRONG, MIDDLE, WEAK)
    assert "Velg noen få av stegene" not in words(list(conclusion(found, "nb")))
    found = found.model_copy(update={"next_steps": (step("Steg", 1),)})
    assert "Velg noen få av stegene" in words(list(conclusion(found, "nb")))


def test_the_conclusion_asks_for_answers_and_proof_only_where_they_are_missing() -> None:
    done = list(conclusion(result(STRONG, MIDDLE, WEAK), "nb"))[-1]
    assert done == "Gjør vurderingen igjen om et år, og hold den opp mot denne."
    found = result(STRONG, MIDDLE, WEAK, answered=15, total={"high": 80.5, "documented": 63})
    said = list(conclusion(found, "nb"))[-1]
    assert "I det som ikke er besvart, ligger 8 poeng." in said
    assert "10 poeng står uten noe å vise til." in said


# Every state, in both languages.


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("answered", [5, 15, 20])
@pytest.mark.parametrize("documented", [0, 30, 73])
@pytest.mark.parametrize("areas", [(STRONG, MIDDLE, WEAK), (MIDDLE, area("2", 13, 12)), (WEAK,)])
def test_every_sentence_is_filled_in(
    lang: Lang, answered: int, documented: float, areas: tuple[Any, ...]
) -> None:
    found = result(
        *areas, answered=answered, population=12_000, total={"documented": documented, "high": 90}
    )
    for paragraph in (
        *main_message(found, compare_with(found, (), figures("all", "over-10000")), "Prøve", lang),
        *conclusion(found, lang),
    ):
        assert "{" not in paragraph
        assert "  " not in paragraph
        assert paragraph.endswith(".")


def test_nynorsk_is_nynorsk() -> None:
    found = result(STRONG, MIDDLE, WEAK, answered=15, population=3000, total={"high": 90})
    said = message(found, figures("all", "under-5000"), "nn")
    assert "Prøve får 73 av 150 poeng ut frå det som er kjent." in said
    assert "og kommunar med under 5 000 innbyggjarar 301 (2024)" in said
    assert "Sterkast står kommunen" in said
