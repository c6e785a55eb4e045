"""What a result is held against: the nearest figures, the right size group, honest reservations."""

from __future__ import annotations

from typing import Any

import pytest
from results import area, earlier, result

from kompass.assessment.findings import listed
from kompass.model.base import LANGUAGES
from kompass.model.earlier import ReferenceFigure, size_group
from kompass.report.comparison import Comparison, compare_with, unlike


def figure(year: int, points: float, **more: Any) -> ReferenceFigure:
    return ReferenceFigure.model_validate(
        {"measure": "mean", "group": "all", "year": year, "points": points, "evaluations": 7,
         "source": f"Rapport {year}", **more}
    )  # fmt: skip


def compared(
    *figures: ReferenceFigure, date: str = "2026-03-01", population: int | None = None
) -> Comparison:
    return compare_with(result(area("1", 5), date=date, population=population), (), figures)


@pytest.mark.parametrize(
    ("population", "group"),
    [
        (None, None),
        (0, "under-5000"),
        (4999, "under-5000"),
        (5000, "5000-10000"),
        (10_000, "5000-10000"),
        (10_001, "over-10000"),
    ],
)
def test_size_groups(population: int | None, group: str | None) -> None:
    assert size_group(population) == group
    figures = [
        figure(2026, at, group=it)
        for at, it in enumerate(("all", "under-5000", "5000-10000", "over-10000"))
    ]
    kept = compared(*figures, population=population)
    assert kept.group == group
    assert [it.group for it in kept.figures] == (["all", group] if group else ["all"])


@pytest.mark.parametrize(
    ("date", "year"),
    [("2019-12-31", 2022), ("2023-12-31", 2022), ("2024-06-01", 2026), ("2031-01-01", 2026)],
)
def test_the_figure_of_the_nearest_year_is_chosen_and_the_newest_of_two_as_near(
    date: str, year: int
) -> None:
    for figures in ((figure(2022, 1), figure(2026, 2)), (figure(2026, 2), figure(2022, 1))):
        [chosen] = compared(*figures, date=date).figures
        assert chosen.year == year


def test_each_figure_has_a_nearest_year_of_its_own() -> None:
    kept = compared(
        figure(2022, 1),
        figure(2026, 2),
        figure(2022, 3, measure="median"),
        figure(2022, 4, group="under-5000"),
        population=3000,
    )
    assert [(it.year, it.points) for it in kept.figures] == [(2026, 2), (2022, 3), (2022, 4)]
    national, own = kept.mean("all"), kept.mean("under-5000")
    assert national is not None
    assert own is not None
    assert (national.points, own.points) == (2, 4)
    assert kept.mean("over-10000") is None


def test_figures_as_shown_in_both_languages() -> None:
    kept = compared(
        figure(2026, 320.5, measure="median", group="under-5000"),
        figure(2026, 400, measure="normal_high"),
        figure(2026, 360, measure="normal_low"),
        figure(2026, 382, measure="median"),
        figure(2026, 328, group="under-5000"),
        figure(2026, 362),
        population=4999,
    )
    assert [(it.name, it.points, it.value) for it in kept.beside("nb")] == [
        ("Landsgjennomsnitt", "362", 362),
        ("Median, hele landet", "382", 382),
        ("Vanlig for kommuner flest", "360–400", None),
        ("Gjennomsnitt, under 5 000 innbyggere", "328", 328),
        ("Median, under 5 000 innbyggere", "321", 320.5),
    ]
    assert [it.name for it in kept.beside("nn")] == [
        "Landsgjennomsnitt",
        "Median, heile landet",
        "Vanleg for kommunar flest",
        "Gjennomsnitt, under 5 000 innbyggjarar",
        "Median, under 5 000 innbyggjarar",
    ]
    assert {(it.year, it.source) for it in kept.beside("nb")} == {
        (2026, "Rapport 2026 (7 evalueringer)")
    }


@pytest.mark.parametrize("measure", ["normal_low", "normal_high"])
@pytest.mark.parametrize("group", ["all", "under-5000"])
def test_half_an_interval_is_not_shown(measure: str, group: str) -> None:
    kept = compared(figure(2026, 360, measure=measure, group=group), population=10)
    assert [list(kept.beside(lang)) for lang in LANGUAGES] == [[], []]


def test_earlier_years_stand_oldest_first() -> None:
    years = [earlier(2022), earlier(2014), earlier(2017)]
    kept = compare_with(result(area("1", 5)), years, ())
    assert [it.year for it in kept.earlier] == [2014, 2017, 2022]
    assert (kept.year, kept.figures) == (2026, ())


def test_a_year_of_the_same_rules_is_alike() -> None:
    assert list(unlike(result(area("1", 5)), [earlier(2025)], "nb")) == []
    assert list(unlike(result(area("1", 5)), [], "nb")) == []


@pytest.mark.parametrize(
    ("framework", "rules", "reasons"),
    [
        (None, None, ["uten at det er oppgitt hvilken utgave"]),
        ("ny", None, ["gitt av en evaluator, ikke av reglene"]),
        ("gammel", None, ["gitt av en evaluator", "regnet etter gammel, som ikke stiller alle"]),
        ("ny", "andre", ["Reglene er endret siden 2017"]),
        ("gammel", "andre", ["Reglene er endret siden 2017", "regnet etter gammel"]),
        ("gammel", "regler", ["regnet etter gammel"]),
    ],
)
def test_every_reason_years_are_hard_to_compare(
    framework: str | None, rules: str | None, reasons: list[str]
) -> None:
    one = [earlier(2017, framework, rules)]
    said = list(unlike(result(area("1", 5)), one, "nb"))
    assert len(said) == len(reasons)
    for sentence, words in zip(said, reasons, strict=True):
        assert words in sentence
        assert "2017" in sentence
    nynorsk = list(unlike(result(area("1", 5)), one, "nn"))
    assert len(nynorsk) == len(reasons)
    assert not set(nynorsk) & set(said)


def test_years_with_one_reason_share_a_sentence() -> None:
    years = [earlier(2014, None, None), earlier(2017, None, None), earlier(2022, "b", "andre"),
             earlier(2024, "a", "andre")]  # fmt: skip
    unknown, rules, framework = unlike(result(area("1", 5)), years, "nb")
    assert "2014 og 2017" in unknown
    assert "2022 og 2024" in rules
    assert "etter a og b," in framework


def test_a_list_in_running_text() -> None:
    assert listed([], "nb") == ""
    assert listed(["a"], "nb") == "a"
    assert listed(["a", "b"], "nn") == "a og b"
    assert listed(["a", "b", "c"], "nb") == "a, b og c"
