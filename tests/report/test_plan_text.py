"""A plan in the terminal, and as one picture: the same numbers, within the page."""

from __future__ import annotations

import json
import struct
import subprocess
import sys
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from plans import empty, hostile, plan, steps
from tests.report.test_charts import check_layout, texts
from tests.report.test_hostile import HOSTILE
from tests.report.test_plan_gantt import many

from kompass.errors import KompassError
from kompass.model.base import LANGUAGES, Lang
from kompass.model.plan import Plan
from kompass.report.layout import plain, width
from kompass.report.moves import Page
from kompass.report.plan_chapters.prose import PLAN_PROSE
from kompass.report.plan_picture import gantt_svg, plan_picture
from kompass.report.plan_text import show_plan

WIDTHS = [60, 75, 76, 80, 100]


def page(made: Plan, columns: int = 80) -> list[str]:
    return list(show_plan(made, Page(made.lang, columns)))


def say(key: str, lang: Lang = "nb") -> str:
    return PLAN_PROSE[key](lang)


# In the terminal.


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_lines_keep_within_the_page(columns: int, lang: Lang) -> None:
    first, *rest = steps()
    longest = {"decided": date(2027, 9, 22), "expected": 100.0, "responsible": "x" * 40}
    for made in (
        plan(lang),
        empty(lang),
        many(30),
        plan(lang, steps=(first.model_copy(update=longest), *rest)),
    ):
        lines = page(made, columns)
        assert max(map(width, lines)) <= columns
        assert all(line == line.rstrip() for line in lines)
        assert "" not in (lines[0], lines[-1])


@pytest.mark.parametrize("columns", [60, 100])
def test_every_step_has_who_work_points_and_decision(columns: int) -> None:
    text = "\n".join(page(plan(), columns))
    for step in steps():
        assert step.title in text
        assert step.responsible in text
    assert "+4,5" in text and "1,5" in text and "9. juni" in text
    assert "Fra 270 til 282 av 800 poeng med 3 steg og 4,5 månedsverk." in text
    assert "1. halvår, januar–juni 2027: 2,5 av 6 månedsverk, 275 poeng til slutt" in " ".join(
        text.split()
    )


def test_what_comes_first_has_its_whole_title() -> None:
    lines = page(many(30))
    titles = {it.title for it in many(30).steps}
    joined = " ".join(" ".join(line[2:42].split()) for line in lines)
    assert all(it in joined for it in titles)


def test_half_years_follow_each_other_with_their_own_steps() -> None:
    lines = page(plan(), 100)
    first, second = (next(at for at, it in enumerate(lines) if it.startswith(f"{number}. halvår"))
                     for number in (1, 2))  # fmt: skip
    third = next(at for at, it in enumerate(lines) if "Meld resultatet tilbake" in it)
    assert first < second < third
    assert all(first < at < second for at, it in enumerate(lines) if "Lag en strategi" in it)


def test_how_good_it_is_known_to_be_is_said() -> None:
    assert say("optimal_points") in " ".join(page(plan()))
    greedy = plan().optimality.model_copy(update={"status": "greedy", "bound": None, "gap": None})
    text = " ".join(page(plan(optimality=greedy)))
    assert say("greedy") in text and "bevist" not in text


def test_notes_are_shown_and_counted_where_there_are_many() -> None:
    lines = page(plan(notes=plan().notes * 4))
    assert sum(it.startswith("- ") for it in lines) == 5
    assert "… og 3 til." in lines


def test_a_plan_without_steps_says_so() -> None:
    text = " ".join(page(empty()))
    assert say("empty") in text and say("empty_advice") in text
    assert "halvår," not in text and say("t_worth") not in text


def test_a_usual_plan_has_room_on_a_screen_and_a_half() -> None:
    assert len(page(plan())) <= 25
    assert len(page(many(24), 100)) <= 75


def test_looks_change_nothing_but_the_look() -> None:
    def painted(text: str, role: str) -> str:
        assert role in ("title", "dim")
        return f"<{role}>{text}</{role}>"

    plain_page = page(plan())
    found = list(show_plan(plan(), Page("nb", 80, painted)))
    assert len(found) == len(plain_page)
    for mark in ("<title>", "</title>", "<dim>", "</dim>"):
        found = [it.replace(mark, "") for it in found]
    assert found == plain_page == list(show_plan(plan(), Page("nb", 80, plain)))


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("columns", [60, 100])
def test_hostile_text_moves_no_cursor(name: str, columns: int) -> None:
    lines = page(hostile(HOSTILE[name]), columns)
    for line in lines:
        assert not any(
            ord(it) < 0x20 or 0x7F <= ord(it) < 0xA0 or it in "\u202e\u2028" for it in line
        )
    assert len(lines) < 300


# As a picture.


def test_a_picture_says_whose_plan_it_is_and_what_kompass_is_not() -> None:
    drawing = gantt_svg(plan())
    shown = texts(drawing)
    assert shown[0] == "Utviklingsplan for Åmot kommune 2027"
    assert plan().notice in shown
    assert all(any(it.title in " ".join(shown) for it in steps()) for _ in shown)
    check_layout(drawing)
    assert ElementTree.fromstring(drawing).attrib["lang"] == "nb"


@pytest.mark.parametrize("count", [3, 11, 45, 46, 331])
def test_a_picture_has_all_the_steps(count: int) -> None:
    drawing = gantt_svg(many(count))
    check_layout(drawing)
    root = ElementTree.fromstring(drawing)
    wide, high = (float(root.attrib[it]) for it in ("width", "height"))
    if 10 < count <= 45:
        assert high / wide <= 210 / 297
    assert drawing.count("<title>") == count


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_picture_in_pixels_is_the_same_picture(lang: Lang) -> None:
    data = plan_picture(plan(lang), "png")
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    wide, high = struct.unpack(">II", data[16:24])
    root = ElementTree.fromstring(plan_picture(plan(lang), "svg"))
    assert wide / high == pytest.approx(
        float(root.attrib["width"]) / float(root.attrib["height"]), rel=0.01
    )
    assert wide >= 2000
    assert data == plan_picture(plan(lang), "png")


@pytest.mark.parametrize("name", ["script", "emoji", "controls", "typst string", "long"])
def test_a_picture_of_hostile_texts_is_a_picture(name: str) -> None:
    assert plan_picture(hostile(HOSTILE[name]), "png").startswith(b"\x89PNG")
    check_layout(gantt_svg(hostile(HOSTILE[name])))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_steps_are_no_picture(lang: Lang) -> None:
    with pytest.raises(KompassError, match="ingen steg"):
        plan_picture(empty(lang), "svg")


def test_a_drawing_and_a_page_of_text_need_neither_typst_nor_jinja(tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_text(plan().model_dump_json(by_alias=True), "utf-8")
    code = (
        "import sys\n"
        "from kompass.model.plan import Plan\n"
        "from kompass.report.moves import Page\n"
        "from kompass.report.plan_picture import gantt_svg\n"
        "from kompass.report.plan_text import show_plan\n"
        f"plan = Plan.model_validate_json(open({json.dumps(str(file))}, encoding='utf-8').read())\n"
        "assert gantt_svg(plan) and list(show_plan(plan, Page()))\n"
        "print(sorted({'typst', 'jinja2', 'docx', 'numpy', 'highspy'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "[]\n"
