"""Agreement with published evaluations: columns, tuning, readers, and the page that shows it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompass.assessment.assess import assess
from kompass.assessment.instrument import Instrument
from kompass.authoring.agreement import Case, Published, compare, read_published
from kompass.authoring.agreement_page import Swap, agreement_page, measures
from kompass.authoring.columns import Columns, compare_columns
from kompass.authoring.examples import read_examples
from kompass.authoring.states import profile
from kompass.authoring.tuning import BOUNDS, Fit, Lookups, lookups, measure, today, tune, untuned
from kompass.content.loader import load
from kompass.errors import InvalidContentError, KompassError
from kompass.inference.partition import ReferenceEvaluator
from kompass.model.answers import Answer, Answers, Municipality
from kompass.model.content import Content

BASE = Path(__file__).parents[2] / "content" / "base"
REFERENCE = ReferenceEvaluator()


@pytest.fixture(scope="module")
def content() -> Content:
    return load(BASE)


def answers(values: Mapping[str, str]) -> Answers:
    return Answers(
        schema_id="kompass/answers/1",
        framework="prove-1",
        municipality=Municipality(number="0301", name="Oslo"),
        date="2026-01-01",
        answers={fact: Answer(value=value) for fact, value in values.items()},
    )


def published(points: float, **columns: tuple[str, ...]) -> Published:
    kinds = {topic.replace("_", "-"): kind for topic, kind in columns.items()}
    return Published("Oslo", 2026, "prøve", points, {"1": points}, {"1.1": points}, kinds)  # type: ignore[arg-type]


def place(content: Content, values: Mapping[str, str], points: float) -> Lookups:
    instrument = Instrument(content, "prove-1", REFERENCE)
    return lookups(instrument, answers(values), published(points))


def test_columns_by_hand(content: Content) -> None:
    found = assess(
        Instrument(content, "prove-1", REFERENCE), answers(profile(content, "1.1.2", "everything"))
    ).findings
    kinds = {it.topic: it.kind for it in found}
    assert kinds["kommunikasjonsstrategi"] == "strength"
    columns = compare_columns(
        content,
        found,
        {"kommunikasjonsstrategi": ("strength", "weakness"), "grafisk-profil": ("weakness",)},
    )
    assert columns.entries == (
        ("kommunikasjonsstrategi", "strength"),
        ("kommunikasjonsstrategi", "weakness"),
        ("grafisk-profil", "weakness"),
    )
    assert columns.missed == columns.entries[1:]
    assert columns.found == pytest.approx(1 / 3)
    assert columns.ours == 2
    assert columns.other == (("grafisk-profil", "strength"),)
    assert columns.same == 0.5
    assert columns.two_kinds == ()


def test_columns_of_topics_outside_the_content_do_not_count(content: Content) -> None:
    columns = compare_columns(content, (), {"ukjent-emne": ("strength",)})
    assert (columns.entries, columns.found, columns.same, columns.doubled) == ((), 1, 1, 0)


def test_lookups_give_the_points_of_the_engine(content: Content) -> None:
    for name in ("drawer", "unwritten", "half", "nothing", "everything"):
        values = profile(content, "1.1.2", name)
        case = compare(content, answers(values), published(10), REFERENCE)
        points = place(content, values, 10).points(today(content))
        assert points["1.1"] == pytest.approx(case.criteria[0].inferred)


def test_lookups_fill_in_what_nobody_answered(content: Content) -> None:
    some = dict(list(profile(content, "1.1.2", "unwritten").items())[:3])
    case = compare(content, answers(some), published(10), REFERENCE)
    points = place(content, some, 10).points(today(content))
    assert points["1.1"] == pytest.approx(case.criteria[0].expected)
    assert case.criteria[0].expected > case.criteria[0].inferred


def test_nothing_answered_is_expected_half_way(content: Content) -> None:
    case = compare(content, answers({}), published(10), REFERENCE)
    assert case.criteria == () or case.criteria[0].expected == 50


@given(points=st.floats(0, 100), name=st.sampled_from(("unwritten", "half")))
def test_tuning_never_fits_worse_and_keeps_within_its_bounds(points: float, name: str) -> None:
    content = load(BASE)
    start = today(content)
    own = place(content, profile(content, "1.1.2", name), points)
    tuned = tune([own], start)
    assert measure(own, tuned).criterion <= measure(own, start).criterion + 1e-9
    for scale, row in tuned.items():
        best = max(row.values())
        values = list(row.values())
        assert values == sorted(values, reverse=True)
        for value, given_points in row.items():
            if given_points != start[scale][value]:
                low, high = BOUNDS[value]
                assert int(low * best) <= given_points <= high * best
    assert tune([own], start) == tuned


def test_an_evaluation_that_fits_moves_no_scale(content: Content) -> None:
    values = profile(content, "1.1.2", "half")
    exact = place(content, values, 100 * 8 / 30)
    assert measure(exact, today(content)).criterion == pytest.approx(0)
    assert tune([exact], today(content)) == today(content)


def write(folder: Path, content: Content, points: float, name: str = "oslo") -> None:
    data = {
        "schema": "kompass/answers/1",
        "framework": "prove-1",
        "municipality": {"number": "0301", "name": "Oslo"},
        "date": "2026-01-01",
        "answers": {
            fact: {"value": value, "basis": "inferred"}
            for fact, value in profile(content, "1.1.2", "half").items()
        },
    }
    (folder / f"{name}.json").write_text(json.dumps(data), "utf-8")
    shown = {
        "municipality": "Oslo *by*", "year": 2026, "source": "prøve", "total": points,
        "areas": {"1": points}, "criteria": {"1.1": points},
        "columns": {"kommunikasjonsstrategi": ["weakness"]},
    }  # fmt: skip
    (folder / f"{name}.published.json").write_text(json.dumps(shown), "utf-8")


def read(path: str) -> Answers:
    data = json.loads(Path(path).read_text("utf-8"))
    return answers({fact: it["value"] for fact, it in data["answers"].items()})


def test_examples_carry_their_readings_and_misfits(content: Content, tmp_path: Path) -> None:
    write(tmp_path, content, 60)
    facts = list(profile(content, "1.1.2", "half"))
    readings: dict[str, list[str | None]] = {
        fact: ["ja", "ja"] for fact in facts if content.facts[fact].answers == "status"
    }
    readings[next(iter(readings))] = ["nei", None]
    (tmp_path / "oslo.readings.json").write_text(json.dumps({"answers": readings}), "utf-8")
    (tmp_path / "oslo.misfits.yaml").write_text('"1.1": "Rapporten er taus."\n', "utf-8")
    [example] = read_examples(tmp_path, read)
    assert example.misfits == {"1.1": "Rapporten er taus."}
    kappa, count = example.kappas(content)["status"]
    assert (kappa < 1, count) == (True, len(readings))
    assert "omfang" not in example.kappas(content)


@pytest.mark.parametrize(
    ("file", "text", "error"),
    [
        ("oslo.readings.json", "[]", KompassError),
        ("oslo.readings.json", '{"answers": {"a": []}}', KompassError),
        ("oslo.misfits.yaml", "- bare tekst\n", KompassError),
        ("oslo.misfits.yaml", "a: [\n", InvalidContentError),
        ("oslo.published.json", "{}", KompassError),
    ],
)
def test_unreadable_examples_are_named(
    content: Content, tmp_path: Path, file: str, text: str, error: type[Exception]
) -> None:
    write(tmp_path, content, 60)
    (tmp_path / file).write_text(text, "utf-8")
    with pytest.raises(error):
        list(read_examples(tmp_path, read))


def test_the_page_shows_every_number_and_asks_for_explanations(
    content: Content, tmp_path: Path
) -> None:
    write(tmp_path, content, 60)
    [example] = read_examples(tmp_path, read)
    case = compare(content, example.answers, example.published, REFERENCE)
    swap = Swap("Andre", "Oslo *by*", Fit(0.3, -0.3), Fit(0.08, -0.2))
    page = agreement_page(content, [example], [case], [swap])
    assert "| 1.1 " in page
    assert "60,0 | 26,7 | −33,3 | 33 %" in page
    assert "Ikke forklart ennå." in page
    assert "Oslo \\*by\\*" in page
    assert "Ikke gjenfunnet: " in page
    assert "| kryssprøve: kriterium | ≤ 12 % | 8 % ✓ |" in page
    assert "| kryssprøve: total | ≤ 10 % | −20 % ✗ |" in page
    assert page == agreement_page(content, [example], [case], [swap])


def test_measures_say_what_is_met(content: Content) -> None:
    values = profile(content, "1.1.2", "half")
    exact = compare(content, answers(values), published(100 * 8 / 30), REFERENCE)
    met = {it.name: it.met for it in measures([exact], [])}
    assert met["total"] == (True,)
    assert met["kriterium: middelavvik, av maksimum"] == (True,)
    assert met["kryssprøve: total"] == (False,)
    far = replace(exact, columns=Columns((), (), 0, (), 4, ("emne",)))
    assert {it.name: it.met for it in measures([far], [])}["emner med to slag"] == (False,)
    assert isinstance(far, Case)


def test_published_columns_are_read_in_the_order_of_kinds(tmp_path: Path) -> None:
    file = tmp_path / "a.published.json"
    data = {
        "municipality": "A", "year": 2026, "source": "s", "total": 1, "areas": {}, "criteria": {},
        "columns": {"emne": ["weakness", "strength", "noe annet"]},
    }  # fmt: skip
    file.write_text(json.dumps(data), "utf-8")
    assert read_published(file).columns == {"emne": ("strength", "weakness")}


def test_the_swap_test_starts_before_tuning(content: Content) -> None:
    scales = {
        name: scale.model_copy(update={"untuned": {"av_og_til": 3}})
        if name == "learning"
        else scale
        for name, scale in content.scales.items()
    }
    tuned = content.model_copy(update={"scales": scales})
    assert untuned(content) == today(content)
    assert untuned(tuned)["learning"] == today(content)["learning"] | {"av_og_til": 3}
    assert today(tuned) == today(content)
