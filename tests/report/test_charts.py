"""Charts: valid drawings whatever the labels say, with every number where it belongs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import combinations
from typing import Any, NamedTuple
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from kompass.model.base import Lang
from kompass.report.charts import draw, style
from kompass.report.charts.lettering import balanced, printable, shortened, width, wrap
from kompass.report.charts.model import (
    Band,
    Bar,
    Bars,
    Chart,
    Development,
    Gain,
    Gains,
    Mark,
    Role,
    Series,
    Spider,
)
from kompass.report.charts.scale import ticks
from kompass.report.charts.schedule import Gantt, Half, Step

SVG = "{http://www.w3.org/2000/svg}"
AREAS = (
    "Dialog med innbyggerne og demokratiutvikling",
    "Lokalsamfunn og bærekraftig utvikling",
    "Strategisk styring",
    "Effektivitet",
    "Brukerens fokus og servicekvalitet",
    "Kvalitetsutvikling",
    "Kommunen som arbeidsgiver og strategisk kompetansemobilisering",
    "Lederskap og medarbeiderskap",
)
LONGEST = AREAS[6]
HOSTILE = (
    "</title><script>alert(1)</script>",
    "&amp; ]]> <!-- \" ' %s {name} {0}",
    "😀👩‍👩‍👧‍👦🇳🇴",
    "שלום \u202eevil\u202c عربى ﷽",
    "\x00\x1b[31m\ufffe\uffff\u2028",
    "a\u0300\u0301\u0302\u0303\u0304\u0305" * 20,
    "W" * 200,
    " ",
    "",
)


def series(name: str, role: Role, *values: float | None) -> Series:
    return Series(name=name, role=role, values=values)


def spider(names: tuple[str, ...] = AREAS) -> Spider:
    own = [35 + (7.3 * index) % 60 for index in range(len(names))]
    return Spider(
        title="Poeng per område",
        alt="Sterkest: strategisk styring.",
        axes=names,
        series=(
            series("Bodø 2026", "own", *own),
            series("2022", "earlier", *[it * 0.8 for it in own]),
            series("2024", "earlier", *[it * 0.9 for it in own]),
            series("Landsgjennomsnitt 2026", "reference", *[55] * len(names)),
        ),
    )


def bars(names: tuple[str, ...] = AREAS) -> Bars:
    given = [(7.2, 5.0, 9.5, 20.0), (6.5, 6.5, 6.5, 10.0), (0.0, 0.0, 3.0, 10.0), (20.0, 0, 20, 20)]
    return Bars(
        title="Måloppnåelse",
        alt="Best på informasjon.",
        reference="landsgjennomsnitt",
        bars=tuple(
            Bar(label=name, points=p, documented=d, high=h, max=m, reference=m / 2)
            for name, (p, d, h, m) in zip(names, given * len(names), strict=False)
        ),
    )


def development(names: tuple[str, ...] = AREAS[:3]) -> Development:
    return Development(
        title="Utvikling",
        alt="Oppover.",
        years=("2014", "2016", "2020", "2022", "2026"),
        max=800,
        series=tuple(
            series(name, role, 341, 372.5 + index, None, 398, 471.2 - index)
            for index, (name, role) in enumerate(zip(names, ROLES * 3, strict=False))
        ),
    )


def gains(names: tuple[str, ...] = AREAS) -> Gains:
    return Gains(
        title="Neste steg",
        alt="Strategien gir mest.",
        gains=tuple(
            Gain(label=name, gain=4.7 - 0.6 * (index % 7), months=2 + index)
            for index, name in enumerate(names)
        ),
    )


def band(names: tuple[str, ...] = AREAS) -> Band:
    return Band(
        title="Samlet",
        alt="412 av 800.",
        low=412,
        points=412,
        high=498,
        max=800,
        documented=351.5,
        references=tuple(
            Mark(name=name, value=395 + 5 * index) for index, name in enumerate(names[:8])
        ),
    )


def gantt(names: tuple[str, ...] = AREAS) -> Gantt:
    return Gantt(
        title="Planen",
        alt="Det begynner med strategien.",
        capacity=6,
        periods=(
            Half(start=date(2027, 1, 1), end=date(2027, 6, 30), effort=5.8, points=270.4),
            Half(start=date(2027, 7, 1), end=date(2027, 12, 31), effort=6, points=313.2),
        ),
        steps=tuple(
            Step(
                group=name,
                label=name,
                who=name,
                start=date(2027, 1 + 6 * (index % 2), 1),
                end=date(2027, 12, 31),
                points=4.7 - 0.6 * (index % 7),
                decided=date(2027, 12, 8) if index % 3 == 0 else None,
            )
            for index, name in enumerate(names)
        ),
    )


ROLES: tuple[Role, ...] = ("own", "reference", "earlier")
MAKERS: tuple[Callable[..., Any], ...] = (spider, bars, development, gains, band, gantt)
EVERY = pytest.mark.parametrize("make", MAKERS, ids=lambda it: it.__name__)


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float
    said: str


def parsed(drawing: str) -> ElementTree.Element:
    return ElementTree.fromstring(drawing)


def said(node: ElementTree.Element) -> str:
    return "".join(node.itertext())


def texts(drawing: str) -> list[str]:
    return [said(it) for it in parsed(drawing).iter(f"{SVG}text")]


def boxes(drawing: str) -> Iterator[Box]:
    for node in parsed(drawing).iter(f"{SVG}text"):
        x, y, size = (float(node.attrib[it]) for it in ("x", "y", "font-size"))
        wide = width(said(node), size)
        left = x - {"start": 0, "middle": wide / 2, "end": wide}[node.attrib["text-anchor"]]
        if said(node).strip():
            yield Box(left, y - 0.76 * size, left + wide, y + 0.22 * size, said(node))


def check_layout(drawing: str) -> None:
    """No text leaves the paper, and no two meet."""
    wide, high = (float(parsed(drawing).attrib[it]) for it in ("width", "height"))
    placed = list(boxes(drawing))
    for it in placed:
        assert it.left >= -0.01 and it.right <= wide + 0.01, it
        assert it.top >= 0 and it.bottom <= high, it
    for a, b in combinations(placed, 2):
        apart = (
            a.right <= b.left + 0.02
            or b.right <= a.left + 0.02
            or a.bottom <= b.top
            or b.bottom <= a.top
        )
        assert apart, (a, b)


def refused(make: Callable[[], object]) -> str:
    with pytest.raises(ValidationError) as problem:
        make()
    return " ".join(it["msg"] for it in problem.value.errors())


# What a drawing is.


@EVERY
def test_a_drawing_says_what_it_is(make: Callable[[], Chart]) -> None:
    chart = make()
    root = parsed(draw(chart, "nb", "figur-1"))
    assert root.attrib["role"] == "img"
    assert root.attrib["lang"] == "nb"
    assert root.attrib["aria-labelledby"] == "figur-1-title figur-1-desc"
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None and desc is not None
    assert (title.attrib["id"], title.text) == ("figur-1-title", chart.title)
    assert (desc.attrib["id"], desc.text) == ("figur-1-desc", chart.alt)
    ids = [it.attrib["id"] for it in root.iter() if "id" in it.attrib]
    assert len(ids) == len(set(ids))
    assert all(it.startswith("figur-1-") for it in ids)
    used = re.findall(r"url\(#([^)]*)\)", draw(chart, "nb", "figur-1"))
    assert set(used) <= set(ids)


@EVERY
def test_a_drawing_is_plain_svg_on_white_paper(make: Callable[[], Chart]) -> None:
    drawing = draw(make(), "nb", "a")
    root = parsed(drawing)
    plain = {"svg", "title", "desc", "defs", "pattern", "rect", "g", "text", "tspan", "line",
             "polyline", "polygon", "circle"}  # fmt: skip
    assert {it.tag.removeprefix(SVG) for it in root.iter()} <= plain
    for word in ("style=", "class=", "dominant-baseline", "href", "nan", "inf"):
        assert word not in re.sub(r">[^<]*<", "><", drawing)
    paper = next(it for it in root if it.tag == f"{SVG}rect")
    assert paper.attrib["fill"] == "#ffffff"
    assert (paper.attrib["width"], paper.attrib["height"]) == ("760", root.attrib["height"])


@EVERY
def test_the_same_chart_gives_the_same_bytes(make: Callable[[], Chart]) -> None:
    assert draw(make(), "nb", "a") == draw(make(), "nb", "a")
    again = TypeAdapter[Chart](Chart).validate_json(make().model_dump_json())
    assert draw(again, "nb", "a") == draw(make(), "nb", "a")


@pytest.mark.parametrize("id", ["", "1a", 'a" onload="x', "a b", "æ", "a" * 101])
def test_an_id_that_cannot_stand_in_a_document_is_refused(id: str) -> None:
    with pytest.raises(ValueError, match="not an id"):
        draw(gains(), "nb", id)


# Labels written by anybody.


@EVERY
@pytest.mark.parametrize("label", HOSTILE)
def test_hostile_labels_come_out_as_text(make: Callable[..., Chart], label: str) -> None:
    drawing = draw(make((label,) * 5), "nb", "a")
    assert "<script" not in drawing
    assert not re.search("[\x00-\x08\x0b-\x1f\u202e\ufffe\uffff]", drawing)
    check_layout(drawing)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.text(max_size=60), min_size=3, max_size=8), st.sampled_from(MAKERS))
def test_any_labels_give_a_drawing_in_good_order(
    names: list[str], make: Callable[..., Chart]
) -> None:
    check_layout(draw(make(tuple(names)), "nn", "a"))


def test_a_text_of_a_megabyte_is_cut() -> None:
    assert len(printable("æ" * 1_000_000)) == 200
    assert printable("\ud800a\udfff") == "a"
    assert refused(lambda: spider(("x" * 1_000_000, "b", "c"))).startswith(
        "Teksten har 1000000 tegn"
    )


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(max_size=200), st.floats(60, 300))
def test_wrapped_lines_fit(text: str, room: float) -> None:
    for lines in (wrap(text, 13, room), balanced(text, 13, room)):
        assert 1 <= len(lines) <= 3
        assert all(width(it, 13) <= room + 1e-6 for it in lines)
    assert width(shortened(text, 13, room), 13) <= room + 1e-6


def test_words_are_wrapped_whole_where_they_can_be() -> None:
    assert wrap(LONGEST, 13, 200) == [
        "Kommunen som arbeidsgiver", "og strategisk", "kompetansemobilisering",
    ]  # fmt: skip
    assert wrap("Kompetansemobilisering", 13, 100) == ["Kompetanse-", "mobilisering"]
    assert wrap(" ".join(AREAS), 13, 150)[-1].endswith("…")


# Numbers.


def hints(drawing: str) -> list[str]:
    return [
        said(it) for group in parsed(drawing).iter(f"{SVG}g") for it in group.iter(f"{SVG}title")
    ]


def test_every_number_of_a_spider_is_in_it() -> None:
    chart = spider()
    drawing = draw(chart, "nb", "a")
    shown = hints(drawing)
    assert len(shown) == 4 * 8
    assert "Bodø 2026, Strategisk styring: 50" in shown
    assert "50 poeng" in texts(drawing)


def test_every_number_of_a_development_is_in_it() -> None:
    drawing = draw(development(), "nb", "a")
    shown = hints(drawing)
    assert f"{AREAS[0]}, 2016: 373" in shown
    assert len(shown) == 3 * 4
    assert "".join(texts(drawing)).count(": 471") == 1


def test_every_number_of_bars_gains_and_band_is_said() -> None:
    assert {"7,2 av 20", "inntil 9,5", "6,5 av 10", "0,0 av 10", "inntil 3,0", "20,0 av 20"} <= set(
        texts(draw(bars(), "nb", "a"))
    )
    assert "+4,7 poeng, 2 månedsverk" in texts(draw(gains(), "nb", "a"))
    assert "+4,7 poeng, 2 månadsverk" in texts(draw(gains(), "nn", "a"))
    little = Gains(title="a", alt="b", gains=(Gain(label="c", gain=0.04, months=0.5),))
    assert "under +0,1 poeng, 0,5 månedsverk" in texts(draw(little, "nb", "a"))
    shown = texts(draw(band(), "nb", "a"))
    assert "412 av 800 poeng" in shown
    assert "sikkert 412, mulig inntil 498" in shown
    assert "Strategisk styring: 405" in shown


@pytest.mark.parametrize(
    ("lang", "legend"),
    [
        ("nb", ["dokumentert", "oppgitt, ikke dokumentert", "mulig, ikke kjent"]),
        ("nn", ["dokumentert", "oppgitt, ikkje dokumentert", "mogleg, ikkje kjent"]),
    ],
)
def test_a_legend_names_the_portions_that_occur(lang: Lang, legend: list[str]) -> None:
    shown = texts(draw(bars(), lang, "a"))
    assert shown[-4:] == [*legend, "landsgjennomsnitt"]
    assert texts(draw(band(), lang, "a"))[-3:] == legend
    known = Bar(label="a", points=3, documented=3, high=3, max=4)
    alone = Bars(title="a", alt="b", bars=(known,))
    assert texts(draw(alone, lang, "a"))[-1] == "dokumentert"
    assert not set(legend[1:]) & set(texts(draw(alone, lang, "a")))


def test_bars_are_as_long_as_their_share_and_stay_within_the_frame() -> None:
    root = parsed(draw(bars(), "nb", "a"))
    high = float(root.attrib["height"])
    rects = [it for it in root if it.tag == f"{SVG}rect"][1:]
    for it in rects:
        x, y, w, h = (float(it.attrib[key]) for key in ("x", "y", "width", "height"))
        assert x >= 0 and x + w <= style.WIDTH and y >= 0 and y + h <= high
    drawn = [it for it in rects if it.attrib["height"] == "18.00"]
    possible, stated, documented, second = (float(it.attrib["width"]) for it in drawn[:4])
    whole = second / 0.65
    assert documented == pytest.approx(whole * 0.25, abs=0.02)
    assert stated == pytest.approx(whole * (7.2 - 5) / 20, abs=0.02)
    assert possible == pytest.approx(whole * (9.5 - 7.2) / 20, abs=0.02)
    assert [it.attrib["fill"] for it in drawn[:3]] == [
        "url(#a-possible)", "url(#a-stated)", style.OWN,
    ]  # fmt: skip


@pytest.mark.parametrize("count", range(3, 13))
def test_a_spider_of_three_to_twelve_long_names_is_whole(count: int) -> None:
    for names in ((LONGEST,) * count, (AREAS * 2)[:count]):
        drawing = draw(spider(names), "nb", "a")
        check_layout(drawing)
        assert "…" not in drawing
        web = [it for it in parsed(drawing).iter(f"{SVG}polygon") if it.attrib["fill"] == "none"]
        assert len(web) == 5 + 3
        assert all(len(it.attrib["points"].split()) == count for it in web)


def test_an_unknown_axis_is_a_gap() -> None:
    one = Spider(
        title="a", alt="b", axes=AREAS[:4],
        series=(series("Åmot", "own", 40, None, 30, 20), series("Snitt", "reference", *[None] * 4)),
    )  # fmt: skip
    drawing = draw(one, "nb", "a")
    assert len(hints(drawing)) == 3
    assert len(list(parsed(drawing).iter(f"{SVG}polyline"))) == 2 + 1
    assert "Snitt" not in texts(drawing)
    assert texts(drawing).count("40 poeng") == 1


def test_a_development_has_gaps_single_points_and_a_lone_reference() -> None:
    chart = Development(
        title="a", alt="b", years=("2020", "2022", "2024", "2026"), max=100,
        series=(
            series("Bodø", "own", 50, None, 58, 62.4),
            series("Nabo", "earlier", 20, 30, None, None),
            series("Landet", "reference", 60),
            series("Ingen", "earlier", None, None, None, None),
        ),
    )  # fmt: skip
    drawing = draw(chart, "nb", "a")
    assert {"Bodø, 2020: 50", "Landet, 2026: 60"} <= set(hints(drawing))
    assert {"Bodø: 62", "Landet: 60", "Nabo (2022): 30"} <= set(texts(drawing))
    # A line for each run of two or more years, and a sample for each series with a line.
    assert len(list(parsed(drawing).iter(f"{SVG}polyline"))) == 2 + 2
    once = Development(
        title="a", alt="b", years=("2026",), max=100, series=(series("Bodø", "own", 62.4),)
    )
    assert hints(draw(once, "nb", "a")) == ["Bodø, 2026: 62"]
    check_layout(draw(once, "nb", "a"))


def test_years_stand_as_far_apart_as_they_are() -> None:
    def places(years: tuple[str, ...]) -> list[float]:
        chart = Development(
            title="a", alt="b", years=years, max=9, series=(series("a", "own", *[1] * len(years)),)
        )
        return [float(it.attrib["x"]) for it in parsed(draw(chart, "nb", "a")).iter(f"{SVG}text")
                if said(it) in years]  # fmt: skip

    last, middle, first = places(("2014", "2022", "2026"))
    assert (middle - first) / (last - first) == pytest.approx(8 / 12, abs=0.001)
    last, middle, first = places(("2014", "2022 (utkast)", "2026"))
    assert (middle - first) / (last - first) == pytest.approx(0.5, abs=0.001)


def test_a_development_of_eight_long_series_over_thirty_years_has_room() -> None:
    chart = Development(
        title="a", alt="b", years=tuple(str(it) for it in range(1997, 2027)), max=100,
        series=tuple(
            series(f"{LONGEST} og mer til {index}", ROLES[index % 3], *[50 + index] * 30)
            for index in range(8)
        ),
    )  # fmt: skip
    drawing = draw(chart, "nb", "a")
    check_layout(drawing)
    assert all(any(it.endswith(f" {50 + index}") for it in texts(drawing)) for index in range(1, 8))


number = st.floats(0, 1) | st.sampled_from([0.0, -0.0, 1.0, 5e-324, 1e-9])
scale = st.sampled_from([0.01, 0.3, 1.0, 7.7, 10.0, 100.0, 800.0, 1_000_000.0])


@settings(max_examples=100, deadline=None, derandomize=True)
@given(scale, st.lists(number, min_size=4, max_size=4))
def test_any_numbers_give_a_drawing_in_good_order(most: float, shares: list[float]) -> None:
    a, b, c, d = (it * most for it in shares)
    low, high = sorted((a, b))
    lines = (series("a", "own", a, b, c), series("b", "reference", d, None, a))
    charts: list[Chart] = [
        Spider(title="a", alt="b", axes=("a", "b", "c"), max=most, series=lines),
        Development(title="a", alt="b", years=("1", "2", "3"), max=most, series=lines),
        Bars(title="a", alt="b", bars=(
            Bar(label="a", points=a, documented=b, high=c, max=most, reference=d),)),
        Gains(title="a", alt="b", gains=(Gain(label="a", gain=a, months=b),)),
        Band(title="a", alt="b", low=low, high=high, points=c, documented=d, max=most,
             references=(Mark(name="a", value=a),)),
    ]  # fmt: skip
    for chart in charts:
        drawing = draw(chart, "nb", "a")
        check_layout(drawing)
        assert "nan" not in drawing and "inf," not in drawing and "-0.00" not in drawing


@pytest.mark.parametrize("most", [0.01, 0.07, 1, 3, 8, 15, 20, 25, 30, 99.9, 100, 800, 1_000_000])
def test_a_scale_has_a_few_round_numbers(most: float) -> None:
    found = ticks(most)
    assert 3 <= len(found) <= 6
    assert found[0] == (0, found[0][1]) and found[-1][0] <= most
    assert len({label for _, label in found}) == len(found)


# Colours and marks.


def luminance(colour: str) -> float:
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [it / 12.92 if it <= 0.03928 else ((it + 0.055) / 1.055) ** 2.4 for it in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(
    ("colour", "least"),
    [
        *[(it, 4.5) for it in (style.INK, style.MUTED, style.OWN)],
        *[(it, 3.0) for it in (style.AXIS, style.EARLIER, style.REFERENCE)],
    ],
)
def test_colours_stand_out_from_the_paper(colour: str, least: float) -> None:
    assert 1.05 / (luminance(colour) + 0.05) >= least


@EVERY
def test_text_is_in_the_colours_of_text(make: Callable[[], Chart]) -> None:
    for node in parsed(draw(make(), "nb", "a")).iter(f"{SVG}text"):
        assert node.attrib["fill"] in (style.INK, style.MUTED, style.OWN)


@given(st.lists(st.sampled_from(ROLES), max_size=8))
@settings(deadline=None, derandomize=True)
def test_no_two_series_share_both_dash_and_marker(roles: list[Role]) -> None:
    found = style.looks([series("a", role, 1) for role in roles])
    assert len({(it.dash, it.shape, it.filled) for it in found}) == len(roles)


# What is refused.


def many(**changes: Any) -> Callable[[], Spider]:
    values = {"title": "a", "alt": "b", "axes": ("a", "b", "c"),
              "series": ({"name": "Bodø", "role": "own", "values": (1, 2, 3)},)}  # fmt: skip
    return lambda: Spider.model_validate(values | changes)


def lined(*values: float | None) -> tuple[dict[str, Any], ...]:
    return ({"name": "Bodø", "role": "own", "values": values},)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (many(axes=("a", "b")), "Diagrammet har 2 akser; det må ha fra 3 til 12."),
        (many(axes=("a",) * 13), "Diagrammet har 13 akser; det må ha fra 3 til 12."),
        (many(series=()), "Diagrammet har 0 serier; det må ha fra 1 til 8."),
        (many(series=lined(1, 2, 3) * 9), "Diagrammet har 9 serier; det må ha fra 1 til 8."),
        (many(series=lined(1, 2)), "«Bodø» har 2 tall, men diagrammet har 3 akser."),
        (many(series=lined(1, 2, 100.4)), "«Bodø» har tallet 100,4, men skalaen slutter på 100."),
        (many(series=lined(1, 2, -1)), "Tallet må være fra 0 til 1000000."),
        (many(series=lined(1, 2, float("nan"))), "Tallet må være et endelig tall."),
        (many(series=lined(1, 2, float("inf"))), "Tallet må være et endelig tall."),
        (many(max=0), "Tallet må være fra 0,01 til 1000000."),
        (many(max=1e300), "Tallet må være fra 0,01 til 1000000."),
        (many(title=" "), "Teksten er tom; et diagram må ha tittel og beskrivelse."),
        (many(alt="\u200b"), "Teksten er tom; et diagram må ha tittel og beskrivelse."),
        (many(title="a" * 201), "Teksten har 201 tegn; høyst 200 får plass."),
        (many(axes=("a", "b", "c" * 201)), "Teksten har 201 tegn; høyst 200 får plass."),
        (lambda: bars(()), "Diagrammet har 0 stolper; det må ha fra 1 til 40."),
        (lambda: bars(("a",) * 41), "Diagrammet har 41 stolper; det må ha fra 1 til 40."),
        (
            lambda: Bar(label="1.1", points=2, documented=1, high=21, max=20),
            "«1.1» har tallet 21, men skalaen slutter på 20.",
        ),
        (
            lambda: Development(title="a", alt="b", years=("1",) * 31, max=1, series=()),
            "Diagrammet har 31 år; det må ha fra 1 til 30.",
        ),
        (
            lambda: Development(
                title="a", alt="b", years=("1", "2"), max=1, series=(series("A", "own", 1),)
            ),
            "«A» har 1 tall, men diagrammet har 2 år.",
        ),
        (
            lambda: Gain(label="a", gain=-1, months=1),
            "Tallet må være fra 0 til 1000000.",
        ),
        (
            lambda: Band(title="a", alt="b", low=5, points=5, high=4, max=9, documented=0),
            "Det minste (5) er større enn det største (4).",
        ),
        (
            lambda: Band(title="a", alt="b", low=1, points=1, high=4, max=9, documented=0,
                         references=(Mark(name="Snitt", value=9.5),)),
            "«Snitt» har tallet 9,5, men skalaen slutter på 9.",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_refused_in_norwegian(
    make: Callable[[], object], message: str
) -> None:
    assert refused(make) == message


def test_a_sum_of_floats_may_pass_its_maximum_by_a_rounding() -> None:
    chart = many(series=lined(1, 2, 100.00000000000001))()
    assert "100 poeng" in texts(draw(chart, "nb", "a"))


def test_kinds_and_unknown_keys_are_told_apart() -> None:
    adapter = TypeAdapter[Chart](Chart)
    for make in MAKERS:
        chart = make()
        assert adapter.validate_python(chart.model_dump()) == chart
    with pytest.raises(ValidationError):
        adapter.validate_python({"kind": "pie", "title": "a", "alt": "b"})
    with pytest.raises(ValidationError):
        adapter.validate_python(gains().model_dump() | {"colour": "red"})
