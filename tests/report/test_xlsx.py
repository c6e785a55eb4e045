"""The result as a workbook: exact numbers, tables that hold, and nothing but text from people."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from books import HOSTILE, bounds, opened, rows, tables, texts, unharmed
from openpyxl import Workbook, load_workbook

from kompass.assessment.assess import assess
from kompass.assessment.instrument import Instrument
from kompass.content.loader import load
from kompass.content.location import content_root
from kompass.inference.partition import ReferenceEvaluator
from kompass.model.answers import Answer, Answers, FindingAdjustment, RatingAdjustment
from kompass.model.base import Lang
from kompass.model.result import Numbers, Result
from kompass.report.xlsx import as_workbook

ROOT = Path(str(content_root()))
FACT, QUESTION = "har_demokratistrategi", "1.1.1"
KEPT, GONE = "1.1.2.ressurs-styrke", "1.2.1.apne-saker"
NAMED = {"reason": "Vist i intervju", "by": "Kari Konsulent"}
NB = ["Resultat", "Spørsmål", "Funn", "Neste steg", "I gang", "Ikke besvart", "Om"]
NN = ["Resultat", "Spørsmål", "Funn", "Neste steg", "I gang", "Ikkje svart på", "Om"]


@pytest.fixture(scope="module")
def instrument() -> Instrument:
    return Instrument(load(content_root()), "kommunekompasset-3.1", ReferenceEvaluator())


@pytest.fixture(scope="module")
def answers() -> Answers:
    return Answers.model_validate(json.loads((ROOT / "examples/amot-2026.json").read_bytes()))


@pytest.fixture(scope="module")
def result(instrument: Instrument, answers: Answers) -> Result:
    return assess(instrument, answers)


@pytest.fixture(scope="module")
def book(result: Result) -> Workbook:
    return opened(as_workbook(result, "nb"))


def adjusted(answers: Answers, **named: str) -> Answers:
    """Return answers with one rating adjusted, one finding reworded and one taken out."""
    named = NAMED | named
    return answers.model_copy(
        update={
            "adjustments": (
                RatingAdjustment(question=QUESTION, dimension="result", to=9, **named),
                FindingAdjustment(finding=KEPT, text="Har en egen stilling.", **named),
                FindingAdjustment(finding=GONE, **named),
            )
        }
    )


def brief(result: Result) -> Result:
    """Return a result with little but its adjustments: quicker to write and read."""
    changed = {it.question for it in result.findings if it.adjusted}
    return result.model_copy(
        update={
            "areas": result.areas[:1],
            "findings": tuple(it for it in result.findings if it.question in changed),
            "next_steps": result.next_steps[:2],
            "find_out_first": result.find_out_first[:2],
        }
    )


def numbers(row: dict[str, Any]) -> list[Any]:
    return [row[it] for it in ("Poeng", "Dokumentert", "Mulig", "Kan nås", "Maks", "Andel")]


def expected(it: Numbers) -> list[float]:
    return [it.points, it.documented, it.high, it.reachable, it.max, it.points / it.reachable]


# Numbers.


def test_areas_and_criteria_have_the_results_own_numbers(book: Workbook, result: Result) -> None:
    *areas, total = rows(book, "kompass_omrader", below=1)
    assert [(it["Id"], it["Navn"], *numbers(it)) for it in areas] == [
        (it.id, it.name, *expected(it)) for it in result.areas
    ]
    assert (total["Navn"], *numbers(total)) == ("Til sammen", *expected(result.total))
    criteria = [it for area in result.areas for it in area.criteria]
    assert [(it["Id"], it["Navn"], *numbers(it)) for it in rows(book, "kompass_kriterier")] == [
        (it.id, it.name, *expected(it)) for it in criteria
    ]
    assert any(it.points != round(it.points, 4) for it in criteria)


def test_every_question_has_its_ratings_and_its_reasons(book: Workbook, result: Result) -> None:
    asked = [it for area in result.areas for c in area.criteria for it in c.questions]
    found = rows(book, "kompass_sporsmal")
    assert [it["Id"] for it in found] == [it.id for it in asked]
    for row, it in zip(found, asked, strict=True):
        ratings = [it.ratings[name].points for name in ("system", "extent", "result")]
        assert [row["System"], row["Omfang"], row["Resultat"]] == ratings
        assert [row["Poeng"], row["Maks"], row["Mulig"]] == [it.points, it.max, it.high]
        assert [row["Besvart"], row["Spurt om"]] == [it.coverage.answered, it.coverage.asked]
        assert all(reason.reason in row["Grunner"] for reason in it.contributions)
        assert row["Grunner"]


def test_numbers_are_rounded_by_their_format_alone(book: Workbook) -> None:
    formats = {"kompass_omrader": "0", "kompass_kriterier": "0.0"}
    for sheet, table in tables(book):
        if table.displayName in formats:
            top = bounds(table)[1]
            assert sheet.cell(top + 1, 3).number_format == formats[table.displayName]
            assert sheet.cell(top + 1, 8).number_format == "0%"


# Lists.


def test_findings_steps_and_unknowns_are_all_there(book: Workbook, result: Result) -> None:
    assert [(it["Regel"], it["Funn"]) for it in rows(book, "kompass_funn")] == [
        (it.rule, it.text) for it in result.findings
    ]
    steps = rows(book, "kompass_neste_steg")
    assert [(it["Id"], it["Gevinst"]) for it in steps] == [
        (it.id, it.gain) for it in result.next_steps
    ]
    for row, it in zip(steps, result.next_steps, strict=True):
        assert row["Månedsverk"] == it.effort_with_prerequisites.person_months
        assert row["Slik"].startswith(f"1. {it.how[0]}\n2. {it.how[1]}")
    unknown = rows(book, "kompass_ikke_besvart")
    assert [(it["Opplysning (id)"], it["Avgjør"]) for it in unknown] == [
        (it.fact, it.decides) for it in result.find_out_first
    ]


def test_prerequisites_are_named_by_their_titles(book: Workbook, result: Result) -> None:
    titles = {it.id: it.title for it in result.next_steps}
    found = {it["Id"]: it["Må komme først"] for it in rows(book, "kompass_neste_steg")}
    later = [it for it in result.next_steps if it.requires]
    assert later
    for it in later:
        assert found[it.id] == "\n".join(titles[name] for name in it.requires)


def test_a_deadline_is_a_date(instrument: Instrument, answers: Answers) -> None:
    planned = {**answers.answers, FACT: Answer(value="planlagt", due=date(2027, 6, 1))}
    found = assess(instrument, answers.model_copy(update={"answers": planned}))
    dues = {
        it["Opplysning (id)"]: it["Frist"]
        for it in rows(opened(as_workbook(found, "nb")), "kompass_i_gang")
    }
    assert dues.pop(FACT) == datetime(2027, 6, 1)
    assert set(dues.values()) == {None}


# Tables.


@pytest.mark.parametrize("lang", ["nb", "nn"])
def test_every_list_is_a_table_with_filter_and_frozen_head(result: Result, lang: Lang) -> None:
    book = opened(as_workbook(result, lang))
    assert book.sheetnames == (NB if lang == "nb" else NN)
    names = [table.displayName for _, table in tables(book)]
    assert len(set(names)) == len(names) == 9
    for sheet, table in tables(book):
        left, top, right, last = bounds(table)
        assert left == 1 and last > top
        assert table.autoFilter is not None and table.autoFilter.ref == table.ref
        heads = [sheet.cell(top, at).value for at in range(1, right + 1)]
        assert [it.name for it in table.tableColumns] == heads
        assert len({str(it).casefold() for it in heads}) == len(heads)
        assert sheet.cell(top, right + 1).value is None
        assert all(sheet.cell(row, 1).value for row in range(top, last + 1))
    for sheet in book.worksheets:
        first = min(bounds(it)[1] for it in sheet.tables.values())
        assert sheet.freeze_panes == f"B{first + 1}"
        assert sheet.print_title_rows
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage


@pytest.mark.parametrize(
    ("lang", "statuses"),
    [
        ("nb", "Ikke begynt,I gang,Ferdig,Ikke aktuelt"),
        ("nn", "Ikkje byrja,I gang,Ferdig,Ikkje aktuelt"),
    ],
)
def test_the_municipality_has_columns_to_fill_in(result: Result, lang: Lang, statuses: str) -> None:
    sheet = opened(as_workbook(result, lang))["Neste steg"]
    [table] = sheet.tables.values()
    _, top, _, last = bounds(table)
    heads = {it.name: at for at, it in enumerate(table.tableColumns, start=1)}
    owner = "Eier" if lang == "nb" else "Eigar"
    for head in ("Status", owner, "Frist", "Merknad"):
        assert all(sheet.cell(row, heads[head]).value is None for row in range(top + 1, last + 1))
    guards = {it.type: it for it in sheet.data_validations.dataValidation}
    assert guards["list"].formula1 == f'"{statuses}"'
    for kind, head in (("list", "Status"), ("date", "Frist")):
        [area] = guards[kind].sqref.ranges
        assert area.bounds == (heads[head], top + 1, heads[head], last)
    assert sheet.cell(last, heads["Frist"]).number_format == "dd.mm.yyyy"


def test_nynorsk_has_no_heads_in_bokmal(result: Result) -> None:
    told = {lang: set(texts(opened(as_workbook(result, lang)))) for lang in ("nb", "nn")}
    for word in ("Navn", "Mulig", "Månedsverk", "Eier", "Hvem", "Hvorfor", "Grunner", "Svakhet"):
        assert word in told["nb"]
        assert word not in told["nn"]


def test_heads_that_a_framework_makes_alike_are_told_apart(result: Result) -> None:
    changed = result.framework.model_copy(update={"dimensions": ("poeng", "id", "ID")})
    book = opened(as_workbook(result.model_copy(update={"framework": changed}), "nb"))
    heads = list(rows(book, "kompass_sporsmal")[0])
    assert heads[4:8] == ["poeng", "id (2)", "ID (3)", "Poeng (2)"]


# What people wrote.


@pytest.mark.parametrize("text", HOSTILE, ids=lambda it: ascii(it[:12]))
def test_what_people_write_is_text_and_nothing_else(
    instrument: Instrument, answers: Answers, text: str
) -> None:
    given = adjusted(answers, reason=text, by=text)
    named = given.municipality.model_copy(update={"name": text})
    found = assess(instrument, given.model_copy(update={"municipality": named}))
    data = as_workbook(brief(found), "nb")
    book = unharmed(data)
    [change, *_] = rows(book, "kompass_justeringer")
    assert change["Begrunnelse"] == change["Av"]
    assert (change["Etter reglene"], change["Justert til"]) == (0, 9)


def test_long_text_ends_with_an_ellipsis(instrument: Instrument, answers: Answers) -> None:
    found = brief(assess(instrument, adjusted(answers, reason="😀" * 40_000)))
    [change, *_] = rows(opened(as_workbook(found, "nb")), "kompass_justeringer")
    assert change["Begrunnelse"].endswith("😀…")
    assert len(change["Begrunnelse"].encode("utf-16-le")) > 2 * 32_700


def test_a_code_for_a_letter_is_shown_as_it_was_written(
    instrument: Instrument, answers: Answers
) -> None:
    found = brief(assess(instrument, adjusted(answers, reason="_x0041_")))
    data = as_workbook(found, "nb")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = b"".join(archive.read(it) for it in archive.namelist() if "worksheets/sheet" in it)
    assert b"_x005F_x0041_" in sheets
    assert b">_x0041_" not in sheets


# Adjustments.


def test_adjustments_stand_beside_what_the_rules_say(
    instrument: Instrument, answers: Answers, result: Result
) -> None:
    found = assess(instrument, adjusted(answers))
    book = opened(as_workbook(found, "nb"))
    assert book.sheetnames == [*NB[:-1], "Justeringer", "Om"]
    total = rows(book, "kompass_omrader", below=1)[-1]
    assert (total["Poeng"], total["Justert"]) == (result.total.points, found.total.adjusted)
    questions = {it["Id"]: it for it in rows(book, "kompass_sporsmal")}
    row, own = questions[QUESTION], found.areas[0].criteria[0].questions[0]
    assert (row["Resultat"], row["Resultat justert"], row["System justert"]) == (0, 9, None)
    assert (row["Poeng"], row["Poeng justert"]) == (own.points, own.adjusted)
    assert questions["1.1.2"]["Poeng justert"] is None

    findings = {it["Regel"]: it for it in rows(book, "kompass_funn")}
    before = {it.rule: it.text for it in result.findings}
    assert findings[KEPT]["Funn"] == "Har en egen stilling."
    assert findings[KEPT]["Justering"] == "omskrevet"
    assert (findings[GONE]["Funn"], findings[GONE]["Justering"]) == (None, "tatt ut")
    for rule in (KEPT, GONE):
        assert findings[rule]["Reglenes egen tekst"] == before[rule]
        assert (findings[rule]["Begrunnelse"], findings[rule]["Av"]) == tuple(NAMED.values())
    assert len(findings) == len(result.findings)
    assert [it["Gjelder"] for it in rows(book, "kompass_justeringer")] == [
        "Resultat", "Funn, omskrevet", "Funn, tatt ut",
    ]  # fmt: skip


def test_nothing_is_said_of_adjustments_where_there_are_none(book: Workbook) -> None:
    assert not any("juster" in it.casefold() for it in texts(book) if len(it) < 40)


# Where there is little to tell.


@pytest.mark.parametrize("lang", ["nb", "nn"])
def test_a_list_without_rows_says_why(instrument: Instrument, answers: Answers, lang: Lang) -> None:
    found = assess(instrument, answers.model_copy(update={"answers": {}}), lang)
    book = opened(as_workbook(found, lang))
    assert book.sheetnames == (NB if lang == "nb" else NN)
    for name in ("Funn", "Neste steg", "I gang"):
        sheet = book[name]
        assert not sheet.tables
        assert sheet.max_row == 2 and sheet.cell(2, 1).value
    assert rows(book, "kompass_omrader")[0]["Poeng"] == 0
    assert len(rows(book, "kompass_ikke_besvart")) == len(found.find_out_first) > 100
    reasons = {
        it["Grunner" if lang == "nb" else "Grunnar"] for it in rows(book, "kompass_sporsmal")
    }
    assert reasons == {"Ikke besvart." if lang == "nb" else "Ikkje svart på."}


def test_a_full_answer_leaves_nothing_to_find_out(result: Result) -> None:
    full = result.model_copy(update={"find_out_first": (), "next_steps": ()})
    book = opened(as_workbook(full, "nb"))
    assert book["Ikke besvart"]["A2"].value == "Alt det spørres om, er besvart."
    assert book["Neste steg"]["A2"].value == "Ingen steg: det som er kjent, er på plass."


def test_what_is_not_covered_or_not_relevant_is_blank_and_not_zero(result: Result) -> None:
    raw = result.model_dump(by_alias=True)
    raw["areas"][7]["status"] = "not_covered"
    for criterion in raw["areas"][7]["criteria"]:
        criterion |= {"status": "not_covered", "questions": ()}
    question = raw["areas"][0]["criteria"][0]["questions"][0]
    question |= {"status": "not_relevant", "ratings": {}, "contributions": (), "reachable": 0.0}
    book = opened(as_workbook(Result.model_validate(raw), "nb"))
    last = rows(book, "kompass_omrader")[7]
    assert (last["Poeng"], last["Mulig"], last["Kan nås"], last["Maks"]) == (None, None, None, 100)
    assert last["Merknad"] == "ikke dekket av kompass ennå"
    first = rows(book, "kompass_sporsmal")[0]
    assert (first["System"], first["Poeng"], first["Mulig"]) == (None, None, None)
    assert first["Grunner"] == "Kommunen har satt dette til side som ikke aktuelt."


# The file.


def test_the_same_result_gives_the_same_bytes(result: Result, book: Workbook) -> None:
    data = as_workbook(result, "nb")
    assert data == as_workbook(result, "nb")
    day = datetime.fromisoformat(result.date)
    assert (book.properties.created, book.properties.modified) == (day, day)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {it.date_time for it in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_file_says_what_it_is(book: Workbook, result: Result) -> None:
    about = book.properties
    assert about.title == "Egenvurdering av Åmot kommune"
    assert (about.creator, about.language) == (f"kompass {result.generator.version}", "nb-NO")
    assert result.notice in [book["Resultat"].cell(row, 1).value for row in range(1, 6)]
    told = set(texts(book))
    framework = result.framework
    assert {framework.sha256, framework.rules_sha256, result.answers_sha256} <= told
    assert {result.generator.engine, *(it.text for it in result.notes)} <= told


def test_the_chart_shows_the_areas_and_says_so(result: Result) -> None:
    with zipfile.ZipFile(io.BytesIO(as_workbook(result, "nb"))) as archive:
        assert 'descr="Et søylediagram' in archive.read("xl/drawings/drawing1.xml").decode()
        chart = archive.read("xl/charts/chart1.xml").decode()
    for column in "CEB":
        assert f"'Resultat'!${column}$7:${column}$14" in chart


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_it_and_keeps_what_it_holds(
    result: Result, book: Workbook, tmp_path: Path
) -> None:
    (tmp_path / "rapport.xlsx").write_bytes(as_workbook(result, "nb"))
    subprocess.run(
        [
            "soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile",
            "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "ut"),
            str(tmp_path / "rapport.xlsx"),
        ],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    after = load_workbook(tmp_path / "ut" / "rapport.xlsx")
    assert after.sheetnames == book.sheetnames
    assert list(texts(after)) == list(texts(book))
    kinds = {it.type for it in after["Neste steg"].data_validations.dataValidation}
    assert kinds == {"list", "date"}
