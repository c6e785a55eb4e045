"""The manuscript: what each reader gets, with the same numbers everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import get_args

import pytest
from tests.report.conftest import Made, Name, Workshop, all_blocks, runs_of, text_of

from kompass.model.answers import Answer, Evidence, FindingAdjustment, RatingAdjustment
from kompass.model.base import LANGUAGES, Lang, Text
from kompass.model.content import Content
from kompass.model.earlier import Earlier
from kompass.model.result import AreaResult, Numbers
from kompass.model.rule import KINDS
from kompass.report.charts.model import Band, Bars, Development, Gains, Spider
from kompass.report.document import (
    Block,
    Columns,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Run,
    Table,
    Verbatim,
    plain,
)
from kompass.report.material import Audience
from kompass.report.prose import PROSE

NOTICE: dict[Lang, str] = {
    "nb": "ikke det offisielle verktøyet til KS og SKR",
    "nn": "ikkje det offisielle verktøyet til KS og SKR",
}
AUDIENCES: tuple[Audience, ...] = get_args(Audience)
BOTH: list[tuple[Name, Lang]] = [("amot", "nb"), ("roros", "nn")]
EVERY = [(name, lang, audience) for name, lang in BOTH for audience in AUDIENCES]
PROOF = (Evidence(kind="document", title="Bevis"),)


@pytest.fixture(params=EVERY, ids="-".join)
def made(request: pytest.FixtureRequest, reports: Workshop) -> Made:
    return reports.example(*request.param)


def whole(value: float) -> str:
    """Round half up to whole points, in a way of its own."""
    return str(int(Fraction(value).limit_denominator(1_000_000) + Fraction(1, 2)))


def tenth(value: float) -> str:
    tenths = int(Fraction(value).limit_denominator(1_000_000) * 10 + Fraction(1, 2))
    return f"{tenths // 10},{tenths % 10}"


def headings(made: Made) -> list[tuple[int, str]]:
    return [(it.level, plain(it.runs)) for it in made.document.headings()]


def table(made: Made, caption: str, **values: object) -> Table:
    """Return the one table with a caption of the report's own."""
    wanted = PROSE[caption](made.document.lang).format(**values)
    [found] = [
        it for it in made.document.blocks if isinstance(it, Table) and plain(it.caption) == wanted
    ]
    return found


def cells(table: Table) -> list[list[str]]:
    return [[plain(cell) for cell in row] for row in table.rows]


def figures(made: Made) -> Iterator[tuple[Figure, Table]]:
    """Yield every figure with the table that follows it."""
    blocks = made.document.blocks
    for at, block in enumerate(blocks):
        if isinstance(block, Figure):
            following = next((it for it in blocks[at + 1 :] if isinstance(it, Table)), None)
            assert following is not None
            yield block, following


def areas(made: Made) -> list[AreaResult]:
    return [it for it in made.material.result.areas if it.status == "assessed"]


def assert_nothing_is_empty(made: Made) -> None:
    """Look for what a reader would stop at: a bare heading, an empty table, list or cell."""
    blocks: list[Block | None] = [*made.document.blocks, None]
    for block, following in pairwise(blocks):
        if isinstance(block, Heading):
            deeper = isinstance(following, Heading) and following.level > block.level
            content = following is not None and not isinstance(following, Heading)
            assert deeper or content, f"nothing under {plain(block.runs)}"
    for block in all_blocks(made.document.blocks):
        match block:
            case Heading(runs=runs) | Paragraph(runs=runs):
                assert plain(runs).strip()
            case Table(head=head, rows=rows, caption=caption):
                assert rows, plain(caption)
                assert caption
                for row in (head, *rows):
                    assert len(row) == len(head)
                    assert all(plain(cell).strip() for cell in row), [plain(it) for it in row]
            case ListBlock(items=groups) | Columns(bodies=groups):
                assert groups
                assert all(groups)
            case Quote(blocks=inner):
                assert inner
            case Verbatim():
                pytest.fail("a report of kompass holds nothing verbatim")
            case _:
                pass
    assert not re.search(r"\b(None|nan|inf|Undefined)\b", made.text)
    assert "{" not in text_of(made.document)
    assert "  " not in text_of(made.document)
    assert not re.search(r" [.,;:]|\.\.(?!\.)|,,", text_of(made.document).replace(" …", ""))


# What every report holds.


def test_a_report_reads_back_as_it_was_written(made: Made) -> None:
    material, document = made.material, made.document
    assert document.lang == material.result.lang
    assert document.date == material.result.date
    assert document.author.endswith(" kommune")
    assert document.title.endswith(document.author)
    assert document.notice == material.result.notice
    assert "```" not in text_of(document)
    assert "**" not in text_of(document)
    assert "\\" not in text_of(document)
    assert ":::" not in text_of(document)
    assert made.text.endswith("\n")
    assert "\n\n\n" not in made.text


def test_every_report_says_what_it_is_not(made: Made) -> None:
    lang = made.document.lang
    assert NOTICE[lang] in made.document.notice
    told = text_of(made.document)
    assert NOTICE[lang] in told
    assert PROSE["about_not"](lang) in told
    assert headings(made)[-1][1] != ""
    assert (1, PROSE["provenance"](lang)) in headings(made)


def test_nothing_is_empty(made: Made) -> None:
    assert_nothing_is_empty(made)


def test_the_language_is_the_same_throughout(reports: Workshop) -> None:
    """Every sentence of the report's own is in one language, whatever the other says."""
    for name in get_args(Name):
        texts = {lang: text_of(reports.example(name, lang).document) for lang in LANGUAGES}
        for key, text in PROSE.items():
            if text("nb") == text("nn") or "{" in text("nb") or len(text("nb")) < 25:
                continue
            for lang, other in zip(LANGUAGES, reversed(LANGUAGES), strict=True):
                assert text(other) not in texts[lang], key
                assert (text(lang) in texts[lang]) == (text(other) in texts[other]), key


# What each reader gets.


@pytest.mark.parametrize(("name", "lang"), BOTH)
def test_only_consultants_get_every_question(reports: Workshop, name: Name, lang: Lang) -> None:
    made = {it: reports.example(name, lang, it) for it in AUDIENCES}
    chapter = (1, PROSE["questions"](lang))
    assert [it for it in AUDIENCES if chapter in headings(made[it])] == ["konsulent"]
    shown = text_of(made["konsulent"].document)
    result = made["konsulent"].material.result
    asked = [question for area in result.areas for it in area.criteria for question in it.questions]
    assert len(asked) > 70
    listed = [
        row
        for area in areas(made["konsulent"])
        for row in cells(table(made["konsulent"], "questions_caption", id=area.id))
    ]
    assert [row[0] for row in listed] == [f"{it.id} {it.text}" for it in asked]
    assert [row[4] for row in listed] == [
        f"{tenth(it.points)} / {tenth(it.reachable).removesuffix(',0')}" for it in asked
    ]
    assert [row[1:4] for row in listed] == [
        [str(it.ratings[dimension].points) for dimension in result.framework.dimensions]
        for it in asked
    ]
    assert PROSE["sources"](lang).split(":")[0] in shown


@pytest.mark.parametrize(("name", "lang"), BOTH)
def test_inhabitants_are_spared_the_machinery(reports: Workshop, name: Name, lang: Lang) -> None:
    made = reports.example(name, lang, "innbygger")
    told = text_of(made.document)
    for key in ("method_dimensions", "questions_intro", "unanswered_intro", "step_do"):
        assert PROSE[key](lang) not in told
    for key in ("method", "questions", "unanswered", "steps"):
        assert PROSE[key](lang) not in [text for _, text in headings(made)]
    heads = [
        plain(it) for block in made.document.blocks if isinstance(block, Table) for it in block.head
    ]
    assert not {"S", "O", "R"} & set(heads)
    consultant = reports.example(name, lang, "konsulent")
    known = [
        plain(it)
        for block in consultant.document.blocks
        if isinstance(block, Table)
        for it in block.head
    ]
    assert {"S", "O", "R"} <= set(known)


@pytest.mark.parametrize(("name", "lang"), BOTH)
def test_less_is_told_the_less_a_reader_needs(reports: Workshop, name: Name, lang: Lang) -> None:
    consultant, leader, inhabitant = (
        reports.example(name, lang, it) for it in ("konsulent", "leder", "innbygger")
    )
    assert len(consultant.text) > len(leader.text) > len(inhabitant.text)
    for made in (consultant, leader, inhabitant):
        at = 2 if made is inhabitant else 1
        for area in areas(made):
            assert (at, PROSE["area"](lang).format(id=area.id, name=area.name)) in headings(made)
            criteria = [(2, f"{it.id} {it.name}") in headings(made) for it in area.criteria]
            assert criteria == [made is not inhabitant] * len(criteria)
    unknown = [len(table(it, "unanswered_caption").rows) for it in (consultant, leader)]
    assert unknown[0] == len(consultant.material.result.find_out_first)
    assert unknown[1] == min(15, unknown[0])


@pytest.mark.parametrize(("name", "lang"), BOTH)
def test_findings_are_told_with_where_they_come_from(
    reports: Workshop, name: Name, lang: Lang
) -> None:
    """Inhabitants get four of each kind at most, and are told that there are more."""
    for audience in AUDIENCES:
        made = reports.example(name, lang, audience)
        chapters = [it for it in made.document.blocks if isinstance(it, Columns)]
        for area, columns in zip(areas(made), chapters, strict=True):
            assert len(columns.heads) == len(KINDS)
            for kind, body in zip(KINDS, columns.bodies, strict=True):
                known = [
                    f"{it.text} ({it.question or it.criterion})"
                    for it in made.material.result.findings
                    if (it.area, it.kind) == (area.id, kind)
                ]
                [block] = body
                if not known:
                    assert block == Paragraph((Run(PROSE["no_findings"](lang)),))
                    continue
                assert isinstance(block, ListBlock)
                said = [plain(next(runs_of(it[0]))) for it in block.items]
                shown = [it.replace(f", {PROSE['unlearnt'](lang)})", ")") for it in said]
                if audience == "innbygger" and len(known) > 4:
                    assert f" {len(known) - 4} " in shown.pop()
                    assert len(shown) == 4
                    assert [it for it in known if it in shown] == shown
                else:
                    assert shown == known


# Numbers.


def test_the_table_of_areas_has_the_numbers_of_the_result(made: Made) -> None:
    result = made.material.result
    earlier = sorted(made.material.earlier, key=lambda it: it.year)

    def row(first: str, key: str | None, it: Numbers) -> list[str]:
        before = [whole(year.areas[key] if key else year.total) for year in earlier]
        own = [whole(value) for value in (it.points, it.documented, it.high, it.reachable)]
        return [first, *before, *own]

    shown = cells(table(made, "profile_caption"))
    wanted = [row(f"{it.id} {it.name}", it.id, it) for it in areas(made)]
    wanted.append(row(PROSE["c_total"](made.document.lang), None, result.total))
    assert shown == wanted
    assert len(shown) == 9


def test_the_tables_of_criteria_have_the_numbers_of_the_result(made: Made) -> None:
    if made.material.audience == "innbygger":
        captions = [plain(it.caption) for it in made.document.blocks if isinstance(it, Table)]
        assert not [it for it in captions if it.startswith("Poeng per kriterium")]
        return
    for area in areas(made):
        shown = cells(table(made, "criteria_caption", id=area.id))
        assert shown == [
            [
                f"{it.id} {it.name}",
                *(tenth(value) for value in (it.points, it.documented, it.high)),
                tenth(it.reachable).removesuffix(",0"),
            ]
            for it in area.criteria
        ]


def test_the_total_is_the_same_wherever_it_stands(made: Made) -> None:
    total = whole(made.material.result.total.points)
    rows = cells(table(made, "total_caption"))
    assert rows[0][:3] == [made.document.author, made.material.result.date[:4], total]
    message = made.document.blocks[1]
    assert isinstance(message, Paragraph)
    assert f" {total} av " in plain(message.runs)


def test_every_chart_has_its_numbers_in_the_table_under_it(made: Made) -> None:
    kinds = []
    for figure, beside in figures(made):
        rows = cells(beside)
        kinds.append(type(figure.chart))
        match figure.chart:
            case Band() as chart:
                assert [row[2] for row in rows[:4]] == [
                    whole(it) for it in (chart.points, chart.documented, chart.high, chart.max)
                ]
                marks = {f"{row[0]} {row[1]}": row[2] for row in rows[4:] if "–" not in row[2]}
                assert {it.name: whole(it.value) for it in chart.references} == marks
            case Spider() as chart:
                assert [row[0] for row in rows[:-1]] == list(chart.axes)
                for at, series in enumerate(chart.series, start=1):
                    assert series.name.startswith(re.findall(r"\d{4}", plain(beside.head[at]))[0])
                    assert [row[at] for row in rows[:-1]] == [
                        "–" if it is None else whole(it) for it in series.values
                    ]
            case Bars() as chart:
                assert rows == [
                    [
                        it.label,
                        *(tenth(value) for value in (it.points, it.documented, it.high)),
                        tenth(it.max).removesuffix(",0"),
                    ]
                    for it in chart.bars
                ]
            case Gains() as chart:
                assert [(row[0], row[1]) for row in rows] == [
                    (it.label, f"+{tenth(it.gain)}") for it in chart.gains
                ]
            case Development():
                pass  # its numbers stand in the table of areas: see the next test
    assert kinds.count(Bars) == (0 if made.material.audience == "innbygger" else 8)
    assert {Band, Spider, Gains} <= set(kinds)
    assert (Development in kinds) == bool(made.material.earlier)
    numbers = [it.number for it, _ in figures(made)]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_development_has_the_totals_of_the_years(reports: Workshop, lang: Lang) -> None:
    made = reports.example("roros", lang)
    [chart] = [it.chart for it, _ in figures(made) if isinstance(it.chart, Development)]
    [total] = [row for row in cells(table(made, "profile_caption"))[-1:]]
    assert chart.years == ("2014", "2017", "2022")
    assert [whole(it or 0) for it in chart.series[0].values] == total[1:4]
    assert total[1:3] == ["254", "393"]
    told = text_of(made.document)
    assert PROSE["unlike_unknown"](lang).split("{")[0] in told
    assert "rapporten oppgir 254" in told


def test_alt_texts_say_what_charts_show(made: Made) -> None:
    for figure, beside in figures(made):
        if isinstance(figure.chart, (Band, Bars, Gains)):
            for row in cells(beside)[: 3 if isinstance(figure.chart, Band) else 40]:
                shown = row[2] if isinstance(figure.chart, Band) else row[1].lstrip("+")
                assert shown in figure.chart.alt


def test_numbers_are_rounded_half_up(little: Workshop) -> None:
    earlier = Earlier(
        municipality="Åmot", year=2020, framework=None, rules=None, source="x", note="",
        total=0.5, areas={"1": 66.5}, criteria={},
    )  # fmt: skip
    made = little.make(little.given(framework="prove-1"), earlier=[earlier])
    rows = cells(table(made, "profile_caption"))
    assert [row[1] for row in rows] == ["67", "1"]


# Adjustments.


def test_adjustments_stand_beside_what_the_rules_say(reports: Workshop) -> None:
    answers = reports.read("amot")
    before = reports.example("amot").material.result
    criterion = before.areas[0].criteria[0]
    question = criterion.questions[0]
    own = question.ratings["system"].points
    reworded, removed = before.findings[:2]
    adjusted = answers.model_copy(
        update={
            "adjustments": (
                RatingAdjustment(
                    question=question.id, dimension="system", to=10,
                    reason="Planen er vedtatt i juni", by="Kari Konsulent",
                ),
                FindingAdjustment(
                    finding=reworded.id, text="Har kommet lenger enn svarene sier",
                    reason="Se vedtaket", by="Kari Konsulent",
                ),
                FindingAdjustment(finding=removed.id, text=None, reason="Gjelder ikke", by="Per"),
            )
        }
    )  # fmt: skip
    assert own != 10
    made = reports.make(adjusted)
    total = made.material.result.total
    assert total.points == before.total.points
    assert total.adjusted is not None
    assert whole(total.adjusted) != whole(total.points)
    told = text_of(made.document)

    rows = cells(table(made, "total_caption"))
    assert [row[2] for row in rows[:2]] == [whole(total.points), whole(total.adjusted)]
    profile = table(made, "profile_caption")
    assert plain(profile.head[2]) == PROSE["c_adjusted"]("nb")
    assert cells(profile)[-1][1:3] == [whole(total.points), whole(total.adjusted)]
    area = made.material.result.areas[0]
    assert area.adjusted is not None
    assert cells(profile)[0][1:3] == [whole(area.points), whole(area.adjusted)]
    [row] = [
        it
        for it in cells(table(made, "questions_caption", id="1"))
        if it[0].startswith(f"{question.id} ")
    ]
    assert row[1] == f"10* ({own})"

    [listed] = [
        it
        for it, above in zip(made.document.blocks[1:], made.document.blocks, strict=False)
        if isinstance(above, Heading) and plain(above.runs) == PROSE["adjustments"]("nb")
    ]
    assert isinstance(listed, ListBlock)
    assert len(listed.items) == 4
    for words in (
        "Planen er vedtatt i juni", "Kari Konsulent", "Se vedtaket", reworded.text, removed.text,
        f"{own}", "10",
    ):  # fmt: skip
        assert words in told
    assert "Har kommet lenger enn svarene sier" in told
    assert "omskrevet" in told
    assert_nothing_is_empty(made)
    assert "Kari Konsulent" not in text_of(reports.make(adjusted, audience="innbygger").document)
    unadjusted = {plain(it) for it in table(reports.example("amot"), "profile_caption").head}
    assert PROSE["c_adjusted"]("nb") not in unadjusted


# Answers that are unusual.


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_report_of_nothing_says_so(reports: Workshop, lang: Lang, audience: Audience) -> None:
    made = reports.make(reports.given(), lang, audience)
    assert made.material.result.total.coverage.answered == 0
    told = text_of(made.document)
    assert (PROSE["criterion_silent"](lang) in told) == (audience != "innbygger")
    assert PROSE["no_findings"](lang) in told
    assert_nothing_is_empty(made)
    for row in cells(table(made, "profile_caption")):
        assert row[1:3] == ["0", "0"]


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_report_of_everything_at_its_best(
    reports: Workshop, lang: Lang, audience: Audience
) -> None:
    content = reports.content
    best: dict[str, Answer | str] = {
        id: Answer(value=content.answer_sets[fact.answers].values[0], evidence=PROOF)
        for id, fact in content.facts.items()
        if fact.answers is not None
    }
    made = reports.make(reports.given(values=best), lang, audience)
    total = made.material.result.total
    assert total.coverage.answered == total.coverage.asked
    assert total.points == total.high == total.documented
    told = text_of(made.document)
    assert PROSE["criterion_silent"](lang) not in told
    assert PROSE["unanswered_none"](lang) in told
    assert (PROSE["no_steps"](lang) in told) == (audience != "innbygger")
    assert PROSE["end_again"](lang) in told
    assert_nothing_is_empty(made)


def not_relevant(content: Content, fact: str) -> Content:
    """Return the content with a question that may be set aside."""
    aside = content.facts[fact].model_copy(update={"not_relevant": Text(nb="når", nn="når")})
    return content.model_copy(update={"facts": content.facts | {fact: aside}})


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_question_that_is_not_relevant_is_set_aside(
    reports: Workshop, audience: Audience
) -> None:
    question = next(iter(reports.content.questions.values()))
    content = not_relevant(reports.content, question.facts[0])
    aside = Answer(value="ikke_aktuelt", reason="Vi har ingen havn")
    answers = reports.read("amot")
    answers = answers.model_copy(update={"answers": answers.answers | {question.facts[0]: aside}})
    made = reports.make(answers, audience=audience, content=content)
    result = made.material.result
    [gone] = [
        it
        for area in result.areas
        for criterion in area.criteria
        for it in criterion.questions
        if it.status == "not_relevant"
    ]
    assert gone.id == question.id
    assert result.total.reachable < result.total.max
    told = text_of(made.document)
    assert ("Vi har ingen havn" in told) == (audience != "innbygger")
    assert cells(table(made, "profile_caption"))[-1][-1] == whole(result.total.reachable)
    if audience == "konsulent":
        [row] = [
            it
            for it in cells(table(made, "questions_caption", id="1"))
            if it[0].startswith(f"{gone.id} ")
        ]
        assert row[1:4] == ["–", "–", "–"]
        assert row[5].startswith(PROSE["not_relevant_all"]("nb"))
    assert_nothing_is_empty(made)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_report_where_all_is_set_aside(little: Workshop, audience: Audience) -> None:
    fact = "kommunikasjonsarbeid_satt_i_system"
    aside = Answer(value="ikke_aktuelt", reason="gjelder ikke oss")
    values: dict[str, Answer | str] = {fact: aside}
    given = little.given(framework="prove-1", values=values)
    made = little.make(given, audience=audience, content=not_relevant(little.content, fact))
    assert made.material.result.total.reachable == 0
    told = PROSE["not_relevant_all"]("nb") in text_of(made.document)
    assert told == (audience != "innbygger")
    assert PROSE["criterion_silent"]("nb") not in text_of(made.document)
    assert_nothing_is_empty(made)
    assert made.pdf.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Åmot", "Åmot kommune"),
        ("Åmot kommune", "Åmot kommune"),
        ("Røyrvik kommune – Raarvihken tjïelte", "Røyrvik kommune – Raarvihken tjïelte"),
        ("  Åmot\n", "Åmot kommune"),
        ("\u200b", "3422 kommune"),
    ],
)
def test_a_municipality_is_called_one_once(little: Workshop, name: str, shown: str) -> None:
    made = little.make(little.given(framework="prove-1", name=name))
    assert made.document.author == shown
    assert made.document.title == f"Egenvurdering av {shown}"
    assert "kommune kommune" not in made.text
    assert cells(table(made, "total_caption"))[0][0] == shown


def test_the_title_can_be_chosen(little: Workshop) -> None:
    given = little.given(framework="prove-1")
    assert little.make(given, title="Kommunen vår").document.title == "Kommunen vår"
    assert little.make(given, title=" ").document.title == "Egenvurdering av Åmot kommune"


# The same every time.


@pytest.mark.parametrize("name", get_args(Name))
def test_the_same_answers_give_the_same_text(reports: Workshop, name: Name) -> None:
    once = reports.example(name, "nn", "konsulent")
    again = reports.make(reports.read(name), "nn", "konsulent", once.material.earlier)
    assert again.text == once.text


def test_the_order_of_the_files_does_not_matter(reports: Workshop) -> None:
    made = reports.example("roros")
    turned = reports.make(reports.read("roros"), earlier=made.material.earlier[::-1])
    assert turned.text == made.text


def test_a_strength_that_nobody_has_looked_at_the_effect_of_does_not_read_as_finished(
    reports: Workshop,
) -> None:
    made = reports.example("roros")
    result, facts = made.material.result, made.material.content.facts
    ratings = {
        question.id: question.ratings
        for area in result.areas
        for criterion in area.criteria
        for question in criterion.questions
    }
    lines = made.text.splitlines()
    told = 0
    for finding in result.findings:
        learnt = not ratings.get(finding.question or "") or (
            ratings[finding.question or ""]["result"].high > 0
        )
        speaks = any(facts[it].kind == "learning" for it in finding.because)
        wanted = finding.kind == "strength" and not learnt and not speaks
        where = finding.question or finding.criterion
        shown = {it for it in lines if it.startswith(f"- {finding.text} ({where}")}
        assert len(shown) == 1, finding.id
        assert ("virkningen er ikke undersøkt)" in shown.pop()) is wanted, finding.id
        told += wanted
    assert told, "no strength without learning to try this on"
