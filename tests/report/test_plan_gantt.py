"""The Gantt chart: every step where its days are, on a page, whatever it is called."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plans import FIRST, plan, steps
from tests.report.test_charts import HOSTILE, SVG, check_layout, hints, parsed, refused, texts

from kompass.errors import InvalidReportError
from kompass.model.base import Lang
from kompass.model.plan import Plan, PlannedStep
from kompass.report.charts import draw, style
from kompass.report.charts.gantt import _TALLEST
from kompass.report.charts.schedule import Gantt, Half, Step
from kompass.report.document import Document, Figure
from kompass.report.manuscript import _diagram
from kompass.report.plan_chapters.gantt import charts, one_chart
from kompass.report.plan_chapters.voice import PlanVoice
from kompass.report.reader import read_report

TITLE = "Avklar rollene mellom politikk og administrasjon i et felles møte, og følg opp det dere blir enige om"
START = date(2027, 1, 1)


def halves(count: int = 4) -> tuple[Half, ...]:
    return tuple(
        Half(
            start=date(2027 + at // 2, 1 + 6 * (at % 2), 1),
            end=date(2027 + at // 2, 12, 31) if at % 2 else date(2027 + at // 2, 6, 30),
            effort=5.5,
            points=270 + 10 * at,
        )
        for at in range(count)
    )


def step(label: str = TITLE, **changed: Any) -> Step:
    values = {
        "group": "1 Offentlighet", "label": label, "who": "kommunedirektør", "start": START,
        "end": date(2027, 9, 30), "points": 4.7,
    }  # fmt: skip
    return Step.model_validate(values | changed)


def gantt(*drawn: Step, periods: Sequence[Half] = halves(), capacity: float | None = 6) -> Gantt:
    return Gantt(
        title="Planen", alt="Tidslinje.", capacity=capacity, periods=tuple(periods),
        steps=drawn or (step(),),
    )  # fmt: skip


def areas(count: int, many: int = 8) -> Gantt:
    """Return a chart of so many steps with long names, in so many groups."""
    each = -(-count // many)
    return gantt(*(step(f"{at} {TITLE}", group=f"Gruppe {at // each}") for at in range(count)))


def bars(drawing: str) -> list[tuple[float, float]]:
    """Return where the bars of steps begin and how long they are, in order."""
    found = [it for group in parsed(drawing).iter(f"{SVG}g") for it in group.iter(f"{SVG}rect")]
    return [(float(it.attrib["x"]), float(it.attrib["width"])) for it in found]


def diamonds(drawing: str) -> list[float]:
    """Return where the council decides, in order; the last one is in the legend."""
    found = [it for it in parsed(drawing).iter(f"{SVG}polygon")]
    assert all(it.attrib["fill"] == style.REFERENCE for it in found)
    return [float(it.attrib["points"].split()[0].split(",")[0]) for it in found]


def page(drawing: str) -> tuple[float, float]:
    root = parsed(drawing)
    return float(root.attrib["width"]), float(root.attrib["height"])


# Days.


def test_bars_begin_and_end_on_their_days() -> None:
    chart = gantt(
        step(end=date(2028, 12, 31)),
        step(start=date(2027, 7, 1), end=date(2027, 12, 31)),
        step(start=date(2028, 7, 1), end=date(2028, 8, 31)),
        periods=halves(4),
    )
    whole, half, short = bars(draw(chart, "nb", "a"))
    days = (date(2028, 12, 31) - START).days + 1
    assert half[0] - whole[0] == pytest.approx(whole[1] * 181 / days, abs=0.02)
    assert half[1] == pytest.approx(whole[1] * 184 / days, abs=0.02)
    assert short[1] == pytest.approx(whole[1] * 62 / days, abs=0.02)
    assert short[0] + short[1] < whole[0] + whole[1]


def test_a_decision_is_a_diamond_on_the_day_of_the_meeting_and_its_date_is_said() -> None:
    chart = gantt(
        step(end=date(2028, 12, 31), decided=date(2028, 9, 13)),
        step(end=date(2027, 6, 30), decided=date(2027, 6, 9)),
    )
    drawing = draw(chart, "nb", "a")
    (left, wide), _ = bars(drawing)
    late, early, _ = diamonds(drawing)
    days = (date(2028, 12, 31) - START).days + 1
    assert late == pytest.approx(left + wide * (date(2028, 9, 13) - START).days / days, abs=0.02)
    assert early == pytest.approx(left + wide * (date(2027, 6, 9) - START).days / days, abs=0.02)
    assert {"13. sept.", "9. juni"} <= set(texts(drawing))


def test_without_decisions_nothing_is_said_of_them() -> None:
    drawing = draw(gantt(), "nb", "a")
    assert diamonds(drawing) == []
    assert not {"Vedtak", "kommunestyret vedtar"} & set(texts(drawing))


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("nb", ["Steg", "Ansvarlig", "Poeng", "Vedtak", "steget pågår", "kommunestyret vedtar"]),
        (
            "nn",
            ["Steg", "Ansvarleg", "Poeng", "Vedtak", "steget er i gang", "kommunestyret vedtek"],
        ),
    ],
)
def test_the_drawing_says_what_it_shows_in_both_languages(lang: Lang, said: list[str]) -> None:
    drawing = draw(gantt(step("Kort", decided=date(2027, 3, 10))), lang, "a")
    shown = texts(drawing)
    assert set(said) <= set(shown)
    assert {"2027", "2028", "jan–juni", "juli–des", "Kort", "kommunedirektør", "+4,7"} <= set(shown)
    assert "1 Offentlighet" in shown
    assert hints(drawing) == ["Kort, kommunedirektør: januar–september 2027"]


def test_work_and_points_stand_under_their_half_years() -> None:
    shown = texts(draw(gantt(), "nb", "a"))
    assert [it for it in shown if it == "5,5 av 6"] == ["5,5 av 6"] * 4
    assert [it for it in shown if it in ("270", "280", "290", "300")] == [
        "270",
        "280",
        "290",
        "300",
    ]
    unlimited = texts(draw(gantt(capacity=None), "nb", "a"))
    assert unlimited.count("5,5") == 4
    assert "Månedsverk" not in texts(draw(gantt(periods=halves(20)), "nb", "a"))


def test_a_gain_too_small_to_write_is_a_dash() -> None:
    assert "–" in texts(draw(gantt(step(points=0.04)), "nb", "a"))
    assert "+0,1" in texts(draw(gantt(step(points=0.05)), "nb", "a"))


def test_a_plan_may_begin_in_any_month() -> None:
    one = Half(start=date(2027, 4, 1), end=date(2027, 9, 30), effort=1, points=1)
    two = Half(start=date(2027, 10, 1), end=date(2028, 3, 31), effort=1, points=2)
    drawing = draw(gantt(step(start=one.start, end=two.end), periods=(one, two)), "nb", "a")
    assert {"april–sept", "okt–mars", "2027", "2028"} <= set(texts(drawing))
    check_layout(drawing)


# Pages.


@pytest.mark.parametrize("count", [1, 5, 10])
def test_a_few_steps_stand_upright_with_whole_names(count: int) -> None:
    drawing = draw(areas(count, 3), "nb", "a")
    assert page(drawing)[0] == style.WIDTH
    assert not areas(count).wide
    assert "…" not in drawing
    check_layout(drawing)


@pytest.mark.parametrize("count", [11, 24, 37, 45])
def test_more_steps_turn_the_page_and_have_room_on_it(count: int) -> None:
    chart = areas(count)
    drawing = draw(chart, "nb", "a")
    wide, high = page(drawing)
    assert chart.wide and wide > style.WIDTH
    assert high <= _TALLEST
    assert len(bars(drawing)) == count
    check_layout(drawing)


def test_letters_are_large_where_there_is_room() -> None:
    def largest(count: int) -> float:
        root = parsed(draw(areas(count), "nb", "a"))
        return max(float(it.attrib["font-size"]) for it in root.iter(f"{SVG}text") if TITLE[:9] in "".join(it.itertext()))  # fmt: skip

    assert largest(11) >= 13
    assert largest(16) >= 11
    assert all(largest(it) >= 9.5 for it in range(17, 46, 7))


def test_too_many_for_a_page_are_drawn_in_readable_letters() -> None:
    drawing = draw(areas(120), "nb", "a")
    assert page(drawing)[1] > _TALLEST
    assert 'font-size="13"' in drawing
    check_layout(drawing)


def test_groups_stand_over_their_steps_in_order() -> None:
    chart = gantt(
        step("a", group="Én"), step("b", group="Én"), step("c", group="To"), step("d", group="")
    )
    shown = texts(draw(chart, "nb", "a"))
    assert [it for it in shown if it in ("Én", "To", "a", "b", "c", "d")] == [
        "Én", "a", "b", "To", "c", "d",
    ]  # fmt: skip


# Whatever it is called.


@pytest.mark.parametrize("label", HOSTILE)
@pytest.mark.parametrize("count", [3, 30])
def test_hostile_names_come_out_as_text(label: str, count: int) -> None:
    some = step(label, group=label, who=label, decided=date(2027, 6, 9))
    drawing = draw(gantt(*[some] * count), "nb", "a")
    assert "<script" not in drawing
    check_layout(drawing)


days = st.dates(START, date(2028, 12, 31))
names = st.text(max_size=80) | st.sampled_from([TITLE, "W" * 200, ""])


@st.composite
def some_steps(draw_one: st.DrawFn) -> Step:
    start, end = sorted((draw_one(days), draw_one(days)))
    return Step(
        group=draw_one(st.sampled_from(["", "1 Offentlighet", "2 Samfunn"])),
        label=draw_one(names),
        who=draw_one(names),
        start=start,
        end=end,
        points=draw_one(st.floats(0, 1e6)),
        decided=draw_one(st.none() | days),
    )


@settings(max_examples=80, deadline=None, derandomize=True)
@given(
    st.lists(some_steps(), min_size=1, max_size=20),
    st.none() | st.floats(0, 1e6),
    st.sampled_from(("nb", "nn")),
)
def test_any_steps_give_a_drawing_in_good_order(
    drawn: list[Step], capacity: float | None, lang: Lang
) -> None:
    chart = gantt(*drawn, capacity=capacity)
    drawing = draw(chart, lang, "a")
    check_layout(drawing)
    wide, high = page(drawing)
    for node in parsed(drawing).iter(f"{SVG}rect"):
        x, y, w, h = (float(node.attrib.get(it, "0")) for it in ("x", "y", "width", "height"))
        assert x >= 0 and y >= 0 and x + w <= wide + 2 and y + h <= high
    assert "nan" not in drawing and "-0.00" not in drawing
    assert drawing == draw(chart, lang, "a")


# In Markdown.


def front(text: str) -> bytes:
    return f'---\nlang: "nb"\n---\n\n# Plan\n\n{text}\n'.encode()


def read(text: str) -> Document:
    return read_report(front(text), "plan.md")


def test_a_chart_in_markdown_is_the_chart_that_was_written() -> None:
    for chart in (gantt(step(decided=date(2027, 6, 9))), gantt(capacity=None), areas(30)):
        [figure] = read(_diagram(chart)).blocks
        assert isinstance(figure, Figure)
        assert draw(figure.chart, "nb", "a") == draw(chart, "nb", "a")
    assert "start = 2027-01-01\n" in _diagram(gantt())


def test_only_a_wide_chart_at_the_top_of_a_document_turns_the_page() -> None:
    def turned(text: str) -> list[bool]:
        from tests.report.conftest import all_blocks

        return [it.turned for it in all_blocks(read(text).blocks) if isinstance(it, Figure)]

    assert turned(_diagram(areas(10))) == [False]
    assert turned(_diagram(areas(11))) == [True]
    inside = _diagram(areas(11)).replace("\n", "\n   ")
    assert turned(f"1. punkt\n\n   {inside}") == [False]
    assert turned(f"::: kolonner\n**En**\n\n{_diagram(areas(11))}\n:::") == [False]


@pytest.mark.parametrize(
    ("written", "instead", "fault"),
    [
        ("start = 2027-01-01\nend = 2027-09-30", "start = 2027\nend = 2027-09-30",
         "steps 1, start: Dagen skal være skrevet som 2027-01-31."),
        ("start = 2027-01-01\nend = 2027-09-30", 'start = "i januar"\nend = 2027-09-30',
         "steps 1, start: Dagen skal være skrevet som 2027-01-31."),
        ("end = 2027-09-30\n", "", "steps 1, end mangler"),
        ("points = 4.7", 'points = "mange"', "steps 1, points skal være et tall"),
        ("end = 2027-09-30", "end = 2029-01-01", "skal begynne, vedtas og være i bruk mellom"),
        ("effort = 5.5\npoints = 280", "effort = 5.5\nvekt = 280", "vekt er ikke en kjent nøkkel"),
    ],
)  # fmt: skip
def test_what_somebody_spoilt_is_told_with_its_place(
    written: str, instead: str, fault: str
) -> None:
    block = _diagram(gantt())
    assert written in block
    with pytest.raises(InvalidReportError) as problem:
        read(block.replace(written, instead, 1))
    assert fault in " ".join(str(problem.value).replace(": mangler", " mangler").replace(
        ": skal", " skal").replace(": er", " er").split())  # fmt: skip


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: gantt(periods=()), "Diagrammet har 0 halvår; det må ha fra 1 til 20."),
        (lambda: gantt(periods=halves(21)), "Diagrammet har 21 halvår; det må ha fra 1 til 20."),
        (lambda: Gantt(title="a", alt="b", periods=halves(), steps=()),
         "Diagrammet har 0 steg; det må ha fra 1 til 400."),
        (lambda: gantt(periods=halves()[::-1]),
         "Halvåret fra 2028-01-01 begynner før det forrige er slutt."),
        (lambda: gantt(periods=(Half(start=START, end=START, effort=1, points=1),)),
         "Halvåret fra 2027-01-01 slutter før det begynner."),
        (lambda: gantt(periods=(Half(start=START, end=date(2050, 1, 1), effort=1, points=1),)),
         "Halvårene går over mer enn tolv år."),
        (lambda: gantt(step("Sent", end=date(2029, 1, 1))),
         "«Sent» skal begynne, vedtas og være i bruk mellom 2027-01-01 og 2028-12-31."),
        (lambda: gantt(step("Baklengs", end=START - timedelta(1))),
         "«Baklengs» skal begynne, vedtas og være i bruk mellom 2027-01-01 og 2028-12-31."),
        (lambda: gantt(step("Før", decided=START - timedelta(1))),
         "«Før» skal begynne, vedtas og være i bruk mellom 2027-01-01 og 2028-12-31."),
        (lambda: step(points=-1), "Tallet må være fra 0 til 1000000."),
        (lambda: step(start=20270101), "Dagen skal være skrevet som 2027-01-31."),
        (lambda: step("a" * 201), "Teksten har 201 tegn; høyst 200 får plass."),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_refused_in_norwegian(
    make: Callable[[], object], message: str
) -> None:
    assert refused(make) == message


# From a plan.


def many(count: int) -> Plan:
    """Return a plan of so many steps over eight areas."""
    found = tuple(
        steps()[0].model_copy(
            update={"id": f"steg-{at}", "title": f"{at} {TITLE}", "area": str(1 + at * 8 // count)}
        )
        for at in range(count)
    )
    return plan(steps=found)


def test_a_plans_chart_has_its_steps_area_by_area() -> None:
    [chart] = charts(PlanVoice(plan()))
    assert [(it.group, it.label) for it in chart.steps] == [
        ("1 Offentlighet og demokrati", "Lag en strategi for medvirkning"),
        ("1 Offentlighet og demokrati", "Meld resultatet tilbake"),
        ("7 Kommunen som arbeidsgiver", "Spør innbyggerne, og bruk svarene"),
    ]
    assert [(it.start, it.end, it.points) for it in chart.periods] == [
        (it.start, it.end, it.points) for it in plan().periods
    ]
    assert "3 steg fra januar 2027 til desember 2027" in chart.alt
    assert "1. halvår: 2 steg begynner, 1 blir tatt i bruk, 275 poeng ved slutten." in chart.alt


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (45, 1), (46, 2), (90, 2), (331, 8)])
def test_more_steps_than_a_page_has_room_for_are_several_charts(count: int, pages: int) -> None:
    made = charts(PlanVoice(many(count)))
    assert len(made) == pages
    assert all(len(it.steps) <= 45 for it in made)
    assert sum(len(it.steps) for it in made) == count
    assert all(page(draw(it, "nb", "a"))[1] <= _TALLEST for it in made)
    assert len({it.title for it in made}) == pages
    groups = [{step.group for step in it.steps} for it in made]
    if count <= 90:  # then each area has room on a page, and is whole
        assert sum(map(len, groups)) == len(set().union(*groups))
    whole = one_chart(PlanVoice(many(count)))
    assert whole is not None and len(whole.steps) == count


def test_days_that_somebody_moved_out_of_the_plan_are_drawn_at_its_edge() -> None:
    def moved(it: PlannedStep) -> PlannedStep:
        update = {"start": date(2026, 1, 1), "end": date(2030, 1, 1), "decided": date(2025, 1, 1)}
        return it.model_copy(update=update | {"expected": -1.0})

    [chart] = charts(PlanVoice(plan(steps=tuple(map(moved, steps())))))
    first, last = chart.periods[0].start, chart.periods[-1].end
    assert {(it.start, it.end, it.decided, it.points) for it in chart.steps} == {
        (first, last, first, 0.0)
    }


def test_no_steps_are_no_chart() -> None:
    assert charts(PlanVoice(plan(steps=()))) == ()
    assert one_chart(PlanVoice(plan(steps=()))) is None


def test_an_area_without_a_name_is_called_by_its_number() -> None:
    [chart] = charts(PlanVoice(plan(area_names={})))
    assert {it.group for it in chart.steps} == {"Område 1", "Område 7"}
    assert FIRST not in ElementTree.tostring(parsed(draw(chart, "nb", "a")), "unicode")
