"""A plan as a document: what a council is told, in Markdown and in every format made from it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pdfua
import pikepdf
import pytest
from docx.oxml.ns import qn
from plans import FIRST, SECOND, THIRD, empty, hostile, plan, programme, steps
from tests.report.conftest import Page, all_blocks, pdf_text, text_of
from tests.report.test_hostile import HOSTILE
from tests.report.test_plan_gantt import many

from kompass.model.base import LANGUAGES, Lang
from kompass.model.plan import Level, Optimality, Plan, Wishes
from kompass.report.document import (
    Block,
    Document,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Table,
    plain,
)
from kompass.report.docx import as_docx
from kompass.report.html import as_html
from kompass.report.pdf import as_pdf
from kompass.report.plan_chapters.prose import PLAN_PROSE
from kompass.report.plan_document import plan_markdown
from kompass.report.prose import PROSE
from kompass.report.reader import read_report

OPTIMAL = plan().optimality


def read(made: Plan, title: str | None = None) -> Document:
    return read_report(plan_markdown(made, title).encode(), "plan.md")


def told(made: Plan) -> str:
    return text_of(read(made))


def say(key: str, lang: Lang = "nb", **values: object) -> str:
    return PLAN_PROSE[key](lang).format(**values)


def headings(document: Document) -> list[tuple[int, str]]:
    return [(it.level, plain(it.runs)) for it in document.headings()]


def table(document: Document, caption: str) -> list[list[str]]:
    """Return the cells of the one table with a caption, without its head."""
    wanted = PLAN_PROSE[caption](document.lang)
    [found] = [
        it for it in document.blocks if isinstance(it, Table) and plain(it.caption) == wanted
    ]
    return [[plain(cell) for cell in row] for row in found.rows]


def below(document: Document, heading: str) -> list[Block]:
    """Return what stands under a heading, up to the next one."""
    at = next(
        at for at, it in enumerate(document.blocks)
        if isinstance(it, Heading) and plain(it.runs) == heading
    )  # fmt: skip
    after = document.blocks[at + 1 :]
    ends = (at for at, it in enumerate(after) if isinstance(it, Heading))
    return list(after[: next(ends, len(after))])


def lines(blocks: list[Block]) -> list[str]:
    return [plain(it.runs) for it in blocks if isinstance(it, Paragraph)]


def items(blocks: list[Block]) -> list[str]:
    return [
        plain(inner.runs)
        for block in blocks
        if isinstance(block, ListBlock)
        for item in block.items
        for inner in item
        if isinstance(inner, Paragraph)
    ]


# The words.


@pytest.mark.parametrize("key", PLAN_PROSE)
def test_every_sentence_is_in_both_languages_and_takes_the_same_values(key: str) -> None:
    text = PLAN_PROSE[key]
    assert text.nn
    slots = [sorted(re.findall(r"{(\w+)}", text(lang))) for lang in LANGUAGES]
    assert slots[0] == slots[1]
    assert text.nb[-1:] == text.nn[-1:] or not text.nb.endswith(".")


def test_no_sentence_of_the_report_is_said_otherwise_by_mistake() -> None:
    assert PLAN_PROSE.keys() & PROSE.keys() == {"title", "subtitle", "provenance",
                                                "provenance_caption"}  # fmt: skip


def test_nynorsk_has_no_bokmal_in_it() -> None:
    for key, text in PLAN_PROSE.items():
        words = set(re.findall(r"\w+", text("nn").lower()))
        wrong = words & {"ikke", "noe", "hva", "hvem", "når_", "blir_", "fra", "mer", "hvis",
                         "være", "bare", "enn_", "flere", "månedsverk", "stegene", "poengene"}  # fmt: skip
        assert not wrong, key


def plans() -> list[Plan]:
    """Return plans that together say nearly everything a plan can say."""

    def known(**changed: Any) -> Optimality:
        return OPTIMAL.model_copy(update=changed)

    first, second, third = steps()
    under_way = first.model_copy(update={"under_way": True, "expected": 0.0})
    lone = third.model_copy(update={"expected": 0.01, "requires": ()})
    political = lone.model_copy(update={"decision": "politisk"})
    wishes = plan().wishes
    unlimited = Wishes(start=wishes.start, periods=2, target=400, areas={"3": 60}, at_once=3,
                       must=(FIRST,), excluded=("noe-annet",), council=(date(2027, 3, 10),))  # fmt: skip
    days = {"start": date(2028, 1, 1), "end": date(2028, 6, 30)}
    later = plan().periods[1].model_copy(update={"number": 3, **days})
    return [
        plan(),
        plan(notes=plan().notes * 3),
        plan(periods=(*plan().periods, later), steps=(first, second.model_copy(update={"ends": 3}))),
        empty(),
        empty().model_copy(update={"optimality": known(aim="effort")}),
        plan(steps=(first,), wishes=unlimited, area_names={}),
        plan(steps=(under_way, second, third), optimality=known(status="greedy", bound=None, gap=None)),
        plan(steps=(second, lone), optimality=known(status="bounded", bound=290.0, gap=0.0302)),
        plan(steps=(political,), optimality=known(status="bounded", aim="effort", value=9.0, bound=8.0, gap=0.12)),
        plan(optimality=known(aim="effort", value=4.5, bound=4.5, greedy=6.0), effort=11.9),
        plan(optimality=known(greedy=281.5)),
        plan(optimality=known(greedy=None), programme=programme().model_copy(update={
            "name": "", "goal_names": {}, "groups": (programme().groups[0].model_copy(update={"goals": (1, 2, 3)}),),
        })),
        many(60),
    ]  # fmt: skip


def test_every_sentence_is_said_in_some_plan_or_in_the_terminal() -> None:
    from kompass.report.moves import Page as Screen
    from kompass.report.plan_text import show_plan

    said = "\n".join(
        plan_markdown(it).replace("\\", "")
        + " ".join(" ".join(show_plan(it, Screen(columns=width))) for width in (60, 100))
        for it in plans()
    )
    said = " ".join(said.split())
    silent = [
        key
        for key, text in PLAN_PROSE.items()
        if not re.search(re.sub(r"\\{\w+\\}", ".+?", re.escape(text("nb"))), said)
    ]
    assert silent == []


# What a document holds.


@pytest.fixture(params=LANGUAGES)
def document(request: pytest.FixtureRequest) -> Document:
    return read(plan(request.param))


def test_a_plan_reads_back_as_it_was_written(document: Document) -> None:
    assert document.title == "Utviklingsplan for Åmot kommune 2027"
    assert document.author == "Åmot kommune"
    assert document.date == "2026-03-01"
    assert document.notice == plan().notice
    assert "1. mars 2026" in document.subtitle
    text = text_of(document)
    for mark in ("```", "**", "\\", "{", "|", "None", "  "):
        assert mark not in text
    assert not re.search(r" [.,;:]|\.\.(?!\.)|,,", text)


def test_chapters_follow_each_other(document: Document) -> None:
    lang = document.lang
    chapters = [text for level, text in headings(document) if level == 1]
    months = "januar–juni 2027", "juli–desember 2027"
    assert chapters == [
        say("short", lang), say("glance", lang),
        *(say("half_months", lang, number=at, months=it) for at, it in enumerate(months, 1)),
        "Framover sammen", say("made", lang), say("provenance", lang),
    ]  # fmt: skip


def test_nothing_in_a_document_is_empty() -> None:
    for made in plans():
        read_back = read(made)
        blocks = read_back.blocks
        for at, block in enumerate(blocks):
            if isinstance(block, Heading):
                following = blocks[at + 1] if at + 1 < len(blocks) else None
                deeper = isinstance(following, Heading) and following.level > block.level
                assert deeper or (following and not isinstance(following, Heading)), block
        for block in all_blocks(blocks):
            if isinstance(block, Table):
                assert block.rows and block.caption
                for row in (block.head, *block.rows):
                    assert all(plain(cell).strip() for cell in row), row
            if isinstance(block, ListBlock):
                assert all(block.items)
            if isinstance(block, Paragraph):
                assert plain(block.runs).strip()


def test_in_short_it_says_from_where_to_where_and_that_points_measure_practice() -> None:
    said = lines(below(read(plan()), say("short")))
    assert said[0] == (
        "Blir hele planen gjennomført, kan Åmot kommune gå fra 270 til 282 av 800 poeng innen "
        "utgangen av desember 2027. Det er 3 steg over 2 halvår, og arbeidet er anslått til 4,5 "
        "månedsverk. Mest endrer seg på område 1, offentlighet og demokrati (fra 40 til 47 "
        "poeng) og område 7, kommunen som arbeidsgiver (fra 30 til 35 poeng)."
    )
    assert say("measures") in said and say("estimate") in said
    assert said[2].endswith("Kommunestyret skal vedta 1 av stegene, det første 9. juni 2027. "
                            "De andre kan administrasjonen bestemme selv.")  # fmt: skip


def test_areas_and_the_total_stand_in_a_table() -> None:
    assert table(read(plan()), "areas_caption") == [
        ["1 Offentlighet og demokrati", "40,0", "46,5", "+6,5", "100"],
        ["7 Kommunen som arbeidsgiver", "30,0", "35,0", "+5,0", "100"],
        ["Til sammen", "270,0", "281,5", "+11,5", "800"],
    ]
    still = plan(areas={"2": Level(before=46, after=46, max=100)})
    assert table(read(still), "areas_caption")[0] == ["Område 2", "46,0", "46,0", "–", "100"]


def test_notes_stand_early() -> None:
    assert items(below(read(plan()), say("know"))) == [it.text for it in plan().notes]


def test_half_years_have_work_points_and_the_meetings_that_decide() -> None:
    assert table(read(plan()), "halves_caption") == [
        ["1. halvår", "jan.–juni 2027", "2", "2,5 av 6", "275", "9. juni"],
        ["2. halvår", "juli–des. 2027", "1", "2 av 6", "282", "–"],
    ]


def test_a_half_year_when_nothing_is_finished_is_explained() -> None:
    first, second, third = steps()
    late = (first.model_copy(update={"ends": 2}), second, third)
    assert say("still", halves="1. halvår") in told(plan(steps=late))
    assert "står poengene stille" not in told(plan())


@pytest.mark.parametrize(
    ("effort", "key"), [(12.0, "tight"), (10.8, "tight"), (10.7, "roomy"), (0.1, "roomy")]
)
def test_a_plan_that_uses_nearly_everything_says_that_it_has_no_slack(
    effort: float, key: str
) -> None:
    written = f"{effort:g}".replace(".", ",")
    assert say(key, effort=written, capacity="12") in told(plan(effort=effort))


def test_without_a_limit_nothing_is_said_of_slack() -> None:
    unlimited = plan(wishes=plan().wishes.model_copy(update={"capacity": None}))
    text = told(unlimited)
    assert "som er satt av" not in text
    assert say("w_no_capacity") in text
    assert table(read(unlimited), "halves_caption")[0][3] == "2,5"


def test_the_chart_and_its_numbers_stand_beside_each_other() -> None:
    found = read(plan())
    [figure] = [it for it in found.blocks if isinstance(it, Figure)]
    after = found.blocks[found.blocks.index(figure) :]
    following = next(it for it in after if isinstance(it, Table))
    assert plain(following.caption) == say("plan_steps_caption")
    assert say("plan_steps_caption") in figure.chart.alt
    assert table(found, "plan_steps_caption") == [
        ["Lag en strategi for medvirkning (ordfører)", "jan. 2027", "juni 2027", "9. juni", "1,5",
         "+4,5"],
        ["Meld resultatet tilbake (HR og personal)", "juli 2027", "des. 2027", "–", "1,5", "+5,0"],
        ["Spør innbyggerne, og bruk svarene (HR og personal)", "jan. 2027", "sept. 2027", "–",
         "1,5", "+2,0"],
    ]  # fmt: skip


def test_a_step_stands_whole_under_the_half_year_it_begins_in() -> None:
    found = read(plan())
    order = [text for level, text in headings(found) if level <= 2]
    for step in steps():
        half = order.index(say("half_months", number=step.period, months=(
            "januar–juni 2027" if step.period == 1 else "juli–desember 2027")))  # fmt: skip
        assert order.index(step.title) > half
        said = below(found, step.title)
        assert items(said) == list(step.how)
        paragraphs = lines(said)
        assert paragraphs[1].startswith(step.why)
        assert paragraphs[-1] == f"Det virker når: {step.works_when}"
    assert lines(below(found, steps()[0].title))[0] == (
        "Ordfører har ansvaret. 1,5 månedsverk, januar–juni 2027. Kommunestyret vedtar 9. juni "
        "2027. Ventes å gi 4,5 poeng på område 1."
    )


def test_a_step_says_what_it_builds_on_and_when_that_is_in_use() -> None:
    said = lines(below(read(plan()), "Meld resultatet tilbake"))[1]
    assert said == (
        "Fordi: Meld resultatet tilbake. Bygger på «Lag en strategi for medvirkning», som skal "
        "være i bruk 30. juni 2027 og «Spør innbyggerne, og bruk svarene», som skal være i bruk "
        "30. september 2027."
    )


def test_what_goes_on_from_before_is_listed() -> None:
    said = below(read(plan()), say("half_months", number=2, months="juli–desember 2027"))
    assert items(said) == [
        "«Spør innbyggerne, og bruk svarene» (HR og personal), i bruk 30. september 2027"
    ]


def test_the_programme_says_who_does_what_and_when() -> None:
    found = read(plan())
    assert table(found, "roles_caption") == [["Prosjekteier", "kommunestyret", "Vedtar planen."]]
    group = below(found, "Gruppe for demokrati")
    assert lines(group) == [
        "Leder: ordfører. Med i gruppen: hovedtillitsvalgt og verneombud.",
        "Arbeider med område 1 Offentlighet og demokrati og område 7 Kommunen som arbeidsgiver.",
        "FNs bærekraftsmål å løfte fram: mål 11 (bærekraftige byer) og mål 16 (fred og "
        "rettferdighet).",
        "Stegene gruppen følger opp:",
    ]
    assert items(group) == [
        "Lag en strategi for medvirkning (1. halvår)", "Meld resultatet tilbake (2. halvår)",
    ]  # fmt: skip
    assert say("common_goal", goal="mål 17 (samarbeid)") in text_of(found)
    rows = table(found, "activities_caption")
    assert rows[0] == ["10. mars 2027", "Kommunestyret vedtar planen", "Beslutningspunkt",
                       "Kommunedirektør"]  # fmt: skip
    assert [row[2] for row in rows] == [say(it) for it in ("BP", "IP", "PJ", "SR", "EBP")]
    study = below(found, "Det kommunen ikke vet om åpenhet")
    assert lines(study) == [
        "Frist 30. april 2027. Ansvarlig: kommunikasjonsleder. Svarene avgjør inntil 4,5 poeng."
    ]
    assert items(study) == ["Er møtene åpne?", "Hvor mange ser på?"]


def test_activities_stand_in_the_order_of_their_days() -> None:
    shuffled = programme().model_copy(update={"activities": programme().activities[::-1]})
    assert table(read(plan(programme=shuffled)), "activities_caption") == table(
        read(plan()), "activities_caption"
    )


def test_it_says_how_it_was_made() -> None:
    text = told(plan())
    for sentence in (
        "Planen begynner 1. januar 2027 og går over 2 halvår.",
        "Det er regnet med inntil 6 månedsverk i halvåret.",
        "Der HR og personal har ansvaret, er grensen 2,5 månedsverk i halvåret.",
        "Målet er minst 40 poeng på område 1.",
        "Dette skulle være med: «Lag en strategi for medvirkning».",
        "Dette skulle ikke være med: «noe-annet».",
        say("optimal_points"),
        "blir det 280,0 poeng, 1,5 færre.",
        say("overlap"), say("uncertain"), say("w_ordinary"), say("proposal"),
    ):  # fmt: skip
        assert sentence in text


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"status": "bounded", "bound": 290.0, "gap": 0.0302},
         "ingen plan kan gi mer enn 290,0 poeng; det er høyst 3,02 prosent mer enn denne."),
        ({"status": "greedy", "bound": None, "gap": None}, say("greedy")),
        ({"greedy": 281.5}, say("beside_same")),
        ({"greedy": None}, say("beside_none")),
        ({"aim": "effort", "value": 4.5, "bound": 4.5, "greedy": 6.0},
         "krever det 6,0 månedsverk, 1,5 mer."),
        ({"aim": "effort", "value": 4.5, "bound": 4.5, "greedy": 6.0}, say("optimal_effort")),
    ],
)  # fmt: skip
def test_how_good_it_is_known_to_be_is_said_as_it_is(
    changed: dict[str, Any], sentence: str
) -> None:
    known = OPTIMAL.model_copy(update=changed)
    text = told(plan(optimality=known))
    assert sentence in text
    assert ("Det er bevist" in text) == (known.status == "optimal")
    assert ("ett og ett steg" in text) == (known.status != "greedy")


# Without steps.


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_plan_without_steps_says_so_and_what_to_do(lang: Lang) -> None:
    found = read(empty(lang))
    said = lines(below(found, say("short", lang)))
    assert said == [say("empty", lang), say("empty_advice", lang)]
    chapters = [text for level, text in headings(found) if level == 1]
    assert chapters == [say("short", lang), say("made", lang), say("provenance", lang)]
    assert not [it for it in found.blocks if isinstance(it, Figure)]
    assert as_html(found) and as_pdf(found)[0] and as_docx(found)


def test_a_target_that_is_reached_already_says_that() -> None:
    reached = empty().model_copy(
        update={"optimality": OPTIMAL.model_copy(update={"aim": "effort"})}
    )
    assert say("empty_reached", place="Åmot kommune", before="270", max="800") in told(reached)


# Titles, bytes and texts written by anybody.


def test_a_title_of_ones_own_is_the_documents() -> None:
    assert read(plan(), "Vegen vidare").title == "Vegen vidare"
    assert read(plan(), "# **x**").title == "# **x**"
    assert read(plan(), " ").title.startswith("Utviklingsplan")


def test_a_plan_over_years_is_called_by_both() -> None:
    last = plan().periods[1].model_copy(update={"end": date(2028, 3, 31)})
    assert read(plan(periods=(plan().periods[0], last))).title.endswith("2027–2028")


def test_the_same_plan_gives_the_same_bytes_in_every_format() -> None:
    makers: list[Callable[[Document], bytes]] = [
        lambda it: as_html(it).encode(), lambda it: as_pdf(it)[0], as_docx,
    ]  # fmt: skip
    assert plan_markdown(plan()) == plan_markdown(plan())
    for make in makers:
        assert make(read(plan())) == make(read(plan()))


def shape(document: Document) -> list[tuple[str, int]]:
    found = []
    for block in all_blocks(document.blocks):
        size = len(block.rows) if isinstance(block, Table) else 0
        if isinstance(block, ListBlock):
            size = len(block.items)
        if isinstance(block, Heading):
            size = block.level
        found.append((type(block).__name__, size))
    return found


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_text_everywhere(name: str) -> None:
    text = HOSTILE[name]
    found = read(hostile(f"Zqx {text} Zqx"))
    harmless = read(hostile("Zqx vanlig Zqx"))
    assert shape(found) == shape(harmless)
    page, other = Page(as_html(found)), Page(as_html(harmless))
    assert page.faults == []
    outside = [
        [it.tag for it in each.elements if "svg" not in it.parents] for each in (page, other)
    ]
    assert outside[0] == outside[1]
    for element in page.elements:
        assert not [key for key in element.attrs if key.startswith("on") or key == "style"]
        assert element.attrs.get("href", "#").startswith("#")


@pytest.mark.parametrize("name", ["nothing", "script", "typst string", "controls", "emoji"])
def test_hostile_text_alone_harms_no_format(name: str) -> None:
    found = read(hostile(HOSTILE[name]))
    assert len(headings(found)) == len(headings(read(hostile("vanlig"))))
    assert as_pdf(found)[0].startswith(b"%PDF")
    assert docx.Document(io.BytesIO(as_docx(found))).paragraphs


# Formats.


def test_every_format_has_the_steps_and_the_disclaimer() -> None:
    found = read(many(24))
    html = Page(as_html(found)).text("body")
    pdf = re.sub(r"[\s-]+", "", pdf_text(as_pdf(found)[0]))
    word = docx.Document(io.BytesIO(as_docx(found)))
    texts = "\n".join(it.text for it in word.paragraphs)
    for step in many(24).steps:
        assert step.title in html
        assert re.sub(r"[\s-]+", "", step.title) in pdf
        assert step.title in texts
    for text in (html, texts):
        assert plan().notice in text


def test_the_timeline_has_a_page_on_its_side_in_the_pdf() -> None:
    with pikepdf.open(io.BytesIO(as_pdf(read(many(24)))[0])) as pdf:
        turned = [it.mediabox[2] > it.mediabox[3] for it in pdf.pages]
        assert turned.count(True) == 1
        assert pdf.Root.MarkInfo.Marked
    with pikepdf.open(io.BytesIO(as_pdf(read(plan()))[0])) as pdf:
        assert not any(it.mediabox[2] > it.mediabox[3] for it in pdf.pages)


def test_pdfua_finds_nothing(tmp_path: Path) -> None:
    file = tmp_path / "plan.pdf"
    file.write_bytes(as_pdf(read(many(24)))[0])
    report = pdfua.validate(str(file))
    assert [f"{it.rule_id}: {it.message}" for it in report.findings] == []


def test_two_timelines_have_two_pages() -> None:
    with pikepdf.open(io.BytesIO(as_pdf(read(many(60)))[0])) as pdf:
        assert sum(it.mediabox[2] > it.mediabox[3] for it in pdf.pages) == 2


@pytest.mark.parametrize(("count", "turned"), [(24, 1), (60, 2)])
def test_the_timeline_has_a_page_on_its_side_in_word(count: int, turned: int) -> None:
    word = docx.Document(io.BytesIO(as_docx(read(many(count)))))
    sizes = [(it.page_width or 0) > (it.page_height or 0) for it in word.sections]
    assert sizes == [False, True] + [True] * (turned - 1) + [False] or sizes == (
        [False, True] * turned + [False]
    )
    first, *rest = word.sections
    assert first.different_first_page_header_footer
    assert not any(it.different_first_page_header_footer for it in rest)
    assert all("Utviklingsplan" in it.footer.paragraphs[0].text for it in word.sections)
    for section, on_its_side in zip(word.sections, sizes, strict=True):
        width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
        height = (
            (section.page_height or 0) - (section.top_margin or 0) - (section.bottom_margin or 0)
        )
        assert (width > height) == on_its_side
    pictures = word.element.xpath("//wp:extent")
    for it in pictures:
        assert int(it.get("cx")) <= 268 * 36_000 and int(it.get("cy")) <= 173 * 36_000


def test_a_page_on_its_side_keeps_what_a_template_has() -> None:
    template = docx.Document()
    template.sections[0].header.paragraphs[0].text = "Brevhode"
    template.add_paragraph("Foran")
    template.add_paragraph("{{innhold}}")
    template.add_paragraph("Etter")
    data = io.BytesIO()
    template.save(data)
    word = docx.Document(io.BytesIO(as_docx(read(many(24)), data.getvalue())))
    sizes = [(it.page_width or 0) > (it.page_height or 0) for it in word.sections]
    assert sizes == [False, True, False]
    assert all(it.header.paragraphs[0].text == "Brevhode" for it in word.sections)
    texts = [it.text for it in word.paragraphs]
    assert texts[0] == "Foran" and texts[-1] == "Etter"


def test_a_template_that_numbers_its_pages_from_one_does_so_once() -> None:
    template = docx.Document()
    section = template.sections[0]._sectPr
    section.append(section.makeelement(qn("w:pgNumType"), {qn("w:start"): "1"}))
    template.add_paragraph("{{innhold}}")
    data = io.BytesIO()
    template.save(data)
    word = docx.Document(io.BytesIO(as_docx(read(many(24)), data.getvalue())))
    starts = [len(it._sectPr.findall(qn("w:pgNumType"))) for it in word.sections]
    assert starts == [1, 0, 0]


def test_the_timeline_can_be_scrolled_and_has_a_name_in_a_browser() -> None:
    page = Page(as_html(read(many(24))))
    [figure] = [it for it in page.all("figure") if it.attrs.get("class") == "turned"]
    assert "svg" in figure.inner
    [region] = [it for it in page.all("div") if it.attrs.get("aria-labelledby") == "figur-1-title"]
    assert region.attrs["tabindex"] == "0" and region.attrs["role"] == "region"
    assert not [it for it in Page(as_html(read(plan()))).all("figure") if it.attrs.get("class")]


def test_a_paragraph_that_leads_to_a_list_stays_with_it() -> None:
    found = read(plan())
    word = docx.Document(io.BytesIO(as_docx(found)))
    leads = [it for it in word.paragraphs if it.text == PROSE["step_do"]("nb")]
    assert len(leads) == 3
    assert all(it.paragraph_format.keep_with_next for it in leads)
    alone = replace(found, blocks=tuple(it for it in found.blocks if isinstance(it, Paragraph)))
    assert not any(
        it.paragraph_format.keep_with_next
        for it in docx.Document(io.BytesIO(as_docx(alone))).paragraphs
        if it.text == PROSE["step_do"]("nb")
    )


def test_of_steps_that_follow_it_only_those_in_the_plan_are_named() -> None:
    first, second, third = steps()
    little = first.model_copy(update={"expected": 0.0})
    said = lines(below(read(plan(steps=(little, second, third))), first.title))[0]
    assert said.endswith("men baner vei for «Meld resultatet tilbake».")
    missing = third.model_copy(update={"requires": (FIRST, SECOND, "ikke-med")})
    text = told(plan(steps=(first, second, missing)))
    assert "ikke-med" not in text and THIRD not in text
