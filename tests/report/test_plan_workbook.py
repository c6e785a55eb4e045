"""A plan as a workbook: what it says, what people fill in, and the same bytes twice."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from books import HOSTILE, bounds, opened, rows, tables, texts, unharmed
from openpyxl import Workbook, load_workbook
from plans import FIRST, SECOND, empty, hostile, plan

from kompass.model.base import Lang
from kompass.model.plan import Optimality, Wishes
from kompass.report.plan_chapters.prose import WORDS as PLAN_WORDS
from kompass.report.plan_sheets.prose import SHEETS
from kompass.report.plan_workbook import plan_workbook

NB = ["Plan", "Halvår", "Framdrift", "Slik gjøres stegene", "Aktiviteter", "Grupper og mål",
      "Utredninger", "Om"]  # fmt: skip
NN = ["Plan", "Halvår", "Framdrift", "Slik blir stega gjorde", "Aktivitetar", "Grupper og mål",
      "Utgreiingar", "Om"]  # fmt: skip


@pytest.fixture(scope="module")
def book() -> Workbook:
    return opened(plan_workbook(plan()))


def day(year: int, month: int, number: int) -> datetime:
    """Return a day as openpyxl reads it."""
    return datetime(year, month, number)


# Steps.


def test_every_step_has_when_who_and_what_it_gives(book: Workbook) -> None:
    *steps, total = rows(book, "kompass_plan", below=1)
    assert [it["Steg"] for it in steps] == [it.title for it in plan().steps]
    assert list(steps[0].values()) == [
        "Lag en strategi for medvirkning", 1, "1 Offentlighet og demokrati", "1.1", "ordfører",
        day(2027, 1, 1), day(2027, 6, 30), 1.5, 4.5, "politisk vedtak", day(2027, 6, 9), None,
        None, None,
    ]  # fmt: skip
    assert steps[1]["I kommunestyret"] is None
    assert steps[2]["Må komme først"] == (
        "– Lag en strategi for medvirkning\n– Spør innbyggerne, og bruk svarene"
    )
    assert (total["Månedsverk"], total["Ventede poeng"]) == (4.5, 11.5)


def test_there_is_nothing_to_fill_in_below_the_steps(book: Workbook) -> None:
    sheet = book["Plan"]
    [table] = sheet.tables.values()
    _, _, right, last = bounds(table)
    for column in (1, right - 1, right):
        assert sheet.cell(last + 1, column).style.startswith("kompass total")
    assert sheet.cell(last, right).style == "kompass open text"


def test_days_are_days_and_shown_as_norwegians_write_them(book: Workbook) -> None:
    dates = [
        cell
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, date)
    ]
    assert len(dates) > 15
    assert {it.number_format for it in dates} == {"dd.mm.yyyy"}


@pytest.mark.parametrize(
    ("lang", "statuses"),
    [("nb", "Ikke begynt,I gang,Ferdig"), ("nn", "Ikkje byrja,I gang,Ferdig")],
)
@pytest.mark.parametrize("at", [0, 4, 6])
def test_people_fill_in_status_and_a_remark(lang: Lang, statuses: str, at: int) -> None:
    sheet = opened(plan_workbook(plan(lang))).worksheets[at]
    [table] = sheet.tables.values()
    _, top, _, last = bounds(table)
    heads = {it.name: column for column, it in enumerate(table.tableColumns, start=1)}
    for head in ("Status", "Merknad"):
        assert all(sheet.cell(row, heads[head]).value is None for row in range(top + 1, last + 1))
    [guard] = sheet.data_validations.dataValidation
    [area] = guard.sqref.ranges
    assert guard.formula1 == f'"{statuses}"'
    assert area.bounds == (heads["Status"], top + 1, heads["Status"], last)


def test_the_advice_on_each_step_has_a_sheet_of_its_own(book: Workbook) -> None:
    first, *_ = rows(book, "kompass_slik")
    assert first["Slik"] == "1. Begynn her.\n2. Fortsett slik."
    assert (first["Bærekraftsmål"], first["Id"]) == ("16, 11", FIRST)


# Half-years and months.


def test_half_years_have_work_points_and_meetings(book: Workbook) -> None:
    *found, total = rows(book, "kompass_halvaar", below=1)
    assert [list(it.values()) for it in found] == [
        ["1. halvår", day(2027, 1, 1), day(2027, 6, 30), 2.5, 6, 2, 1, 274.5,
         "10. mars 2027\n9. juni 2027"],
        ["2. halvår", day(2027, 7, 1), day(2027, 12, 31), 2, 6, 1, 2, 281.5,
         "10. november 2027\n8. desember 2027"],
    ]  # fmt: skip
    assert list(total.values()) == ["Til sammen", None, None, 4.5, 12, 3, 3, 281.5, None]


def test_the_work_of_each_role_adds_up_to_the_work_of_the_half_year(book: Workbook) -> None:
    *found, total = rows(book, "kompass_ansvar", below=1)
    assert [list(it.values()) for it in found] == [
        ["HR og personal", 1.0, 2.0, 3.0, 2.5],
        ["ordfører", 1.5, None, 1.5, None],
    ]
    assert list(total.values()) == ["Til sammen", 2.5, 2, 4.5, None]


def test_areas_go_from_what_they_have_to_what_the_plan_gives(book: Workbook) -> None:
    *found, total = rows(book, "kompass_omrader", below=1)
    assert list(found[0].values()) == ["1 Offentlighet og demokrati", 40, 46.5, 6.5, 100]
    assert list(total.values()) == ["Til sammen", 270, 281.5, 11.5, 800]


def test_without_limits_there_are_no_columns_for_them() -> None:
    wishes = Wishes(start=date(2027, 1, 1), periods=2)
    book = opened(plan_workbook(plan(wishes=wishes)))
    assert {it["Kapasitet"] for it in rows(book, "kompass_halvaar", below=1)} == {None}
    assert "Høyst i halvåret" not in rows(book, "kompass_ansvar")[0]


def test_meeting_days_that_nobody_gave_are_called_assumed(book: Workbook) -> None:
    assumed = "Møtedagene i kommunestyret er antatt"
    assert any(it.startswith(assumed) for it in texts(book))
    wishes = plan().wishes.model_copy(update={"council": (date(2027, 3, 10),)})
    given = opened(plan_workbook(plan(wishes=wishes)))
    assert not any(it.startswith(assumed) for it in texts(given))


def test_months_are_marked_with_letters(book: Workbook) -> None:
    found = rows(book, "kompass_framdrift")
    months = [it for it in found[0] if it[-4:] == "2027"]
    assert months[:3] == ["jan 2027", "feb 2027", "mar 2027"]
    assert len(months) == 12
    marks = ["".join(it[month] or "." for month in months) for it in found]
    assert marks == ["xxxxxV......", "xxxxxxxxx...", "......xxxxxx"]
    assert any("V: kommunestyret vedtar" in it for it in texts(book))


def test_marks_that_are_moved_keep_their_colour(book: Workbook) -> None:
    sheet = book["Framdrift"]
    [table] = sheet.tables.values()
    _, top, right, last = bounds(table)
    [formatting] = sheet.conditional_formatting
    [decided, other] = formatting.rules
    assert (decided.formula, decided.stopIfTrue, other.formula) == (['"V"'], True, ['""'])
    for row in (top, top + 1, last):
        for column in (2, 3, right, right + 1):
            inside = row > top and 2 < column <= right
            assert (sheet.cell(row, column).coordinate in formatting) is inside


def test_narrow_months_have_no_buttons_over_their_heads(book: Workbook) -> None:
    [table] = book["Framdrift"].tables.values()
    assert table.autoFilter is not None
    hidden = {it.colId for it in table.autoFilter.filterColumn if it.hiddenButton}
    assert hidden == set(range(2, 14))


def test_years_of_months_are_printed_over_several_pages() -> None:
    last = plan().periods[1].model_copy(update={"end": date(2032, 12, 31)})
    book = opened(plan_workbook(plan(periods=(plan().periods[0], last))))
    assert len(rows(book, "kompass_framdrift")[0]) == 2 + 72
    assert book["Framdrift"].page_setup.fitToWidth == 2
    assert book["Framdrift"].print_title_cols == "$A:$A"


# The programme.


def test_activities_have_their_kind_in_words(book: Workbook) -> None:
    found = rows(book, "kompass_aktiviteter")
    assert [(it["Slag"], it["Frist"]) for it in found] == [
        ("Beslutningspunkt (BP)", day(2027, 3, 10)),
        ("Informasjonspunkt (IP)", day(2027, 3, 31)),
        ("Prosessarbeid (PJ)", day(2027, 6, 30)),
        ("Statusrapport (SR)", day(2027, 11, 10)),
        ("Endelig beslutningspunkt (EBP)", day(2027, 12, 8)),
    ]
    assert found[1]["Ansvarlig"] == "kommunedirektør\nsektorledere"
    assert (found[1]["Gruppe"], found[1]["Steg"]) == (None, None)
    assert found[2]["Gruppe"] == "Gruppe for demokrati"
    assert found[2]["Steg"] == "Lag en strategi for medvirkning"


def test_where_no_activity_is_a_groups_there_is_no_column_for_it() -> None:
    own = plan().programme
    alone = own.model_copy(
        update={"activities": tuple(it for it in own.activities if it.group is None)}
    )
    found = rows(opened(plan_workbook(plan(programme=alone))), "kompass_aktiviteter")
    assert len(found) == 4 and "Gruppe" not in found[0]


def test_groups_have_people_steps_and_goals(book: Workbook) -> None:
    [role] = rows(book, "kompass_roller")
    assert list(role.values()) == ["Prosjekteier", "kommunestyret", "Vedtar planen."]
    [group] = rows(book, "kompass_grupper")
    assert group["Områder"] == "1 Offentlighet og demokrati\n7 Kommunen som arbeidsgiver"
    assert group["Medlemmer"] == "– hovedtillitsvalgt\n– verneombud"
    assert group["Steg"] == "– Lag en strategi for medvirkning\n– Meld resultatet tilbake"
    assert group["Bærekraftsmål"] == "11 Bærekraftige byer\n16 Fred og rettferdighet"
    goals = {it["Mål"]: it["Gruppe"] for it in rows(book, "kompass_maal")}
    assert goals == {
        "11 Bærekraftige byer": "Gruppe for demokrati",
        "16 Fred og rettferdighet": "Gruppe for demokrati",
        "17 Samarbeid": "alle",
    }


def test_study_tasks_say_what_they_decide(book: Workbook) -> None:
    [task] = rows(book, "kompass_utredninger")
    assert (task["Område"], task["Avgjør"]) == ("1 Offentlighet og demokrati", 4.5)
    assert task["Dette skal avklares"] == "– Er møtene åpne?\n– Hvor mange ser på?"
    assert task["Opplysninger (id)"] == "apne\nseere"


# How it was made.


def test_the_book_says_what_it_was_made_from_and_for(book: Workbook) -> None:
    made = {it["Hva"]: it["Verdi"] for it in rows(book, "kompass_om")}
    assert "gir flere poeng etter reglene" in made["Valget av steg"]
    assert made["Planen er funnet med"] == "HiGHS 1.15.1"
    assert (made["Innhold (sha256)"], made["Svar (sha256)"]) == ("a" * 64, "c" * 64)
    wishes = {it["Hva"]: it["Verdi"] for it in rows(book, "kompass_onsker")}
    assert wishes == {
        "Fra": "1. januar 2027",
        "Antall halvår": "2",
        "Månedsverk i halvåret": "høyst 6",
        "Månedsverk i halvåret, HR og personal": "høyst 2,5",
        "Steg i gang samtidig": "ingen grense",
        "Poeng, 1 Offentlighet og demokrati": "minst 40",
        "Skal være med": "Lag en strategi for medvirkning",
        "Skal ikke være med": "noe-annet",
        "Møtedager": "vanlige møter, antatt",
    }
    notes = [it["Merknad"] for it in rows(book, "kompass_merknader")]
    assert notes == [it.text for it in plan().notes]
    assert plan().notice in texts(book)


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (Optimality(status="optimal", aim="effort", value=4.5, bound=4.5, gap=0, greedy=5,
                    solver="HiGHS"), "ingen annen plan når de samme målene med mindre arbeid"),
        (Optimality(status="bounded", aim="points", value=280, bound=281.4, gap=0.005, greedy=270,
                    solver="HiGHS"), "mer enn 281,4 poeng; det er høyst 0,50 prosent mer enn denne"),
        (Optimality(status="bounded", aim="effort", value=5, bound=4.8, gap=0.04, greedy=None,
                    solver="HiGHS"), "mindre enn 4,8 månedsverk; det er høyst 4,00 prosent mindre"),
        (Optimality(status="greedy", aim="points", value=280, bound=None, gap=None, greedy=280,
                    solver="greedy"), "ikke undersøkt om en annen plan er bedre"),
    ],
)  # fmt: skip
def test_how_good_the_plan_is_known_to_be_is_said(known: Optimality, said: str) -> None:
    book = opened(plan_workbook(plan(optimality=known)))
    made = {it["Hva"]: it["Verdi"] for it in rows(book, "kompass_om")}
    assert said in made["Valget av steg"]
    assert any(said in it for it in texts(book) if it != made["Valget av steg"])


# Sheets.


@pytest.mark.parametrize(("lang", "names"), [("nb", NB), ("nn", NN)])
def test_every_list_is_a_table_with_filter_and_frozen_head(lang: Lang, names: list[str]) -> None:
    book = opened(plan_workbook(plan(lang)))
    assert book.sheetnames == names
    found = [table.displayName for _, table in tables(book)]
    assert len(set(found)) == len(found) == 14
    for sheet, table in tables(book):
        left, top, right, last = bounds(table)
        assert left == 1 and last > top
        assert table.autoFilter is not None and table.autoFilter.ref == table.ref
        heads = [sheet.cell(top, at).value for at in range(1, right + 1)]
        assert [it.name for it in table.tableColumns] == heads
    for sheet in book.worksheets:
        first = min(bounds(it)[1] for it in sheet.tables.values())
        assert sheet.freeze_panes == f"B{first + 1}"
        assert sheet.print_title_rows
        assert sheet.page_setup.orientation == "landscape"


def test_no_word_of_the_sheets_changes_a_sentence_of_the_document() -> None:
    assert not SHEETS.keys() & PLAN_WORDS.keys()


def test_nynorsk_has_no_words_in_bokmal() -> None:
    told = {lang: set(texts(opened(plan_workbook(plan(lang))))) for lang in ("nb", "nn")}
    for word in ("Ventede poeng", "Ansvarlig", "Månedsverk etter ansvar", "Beslutningspunkt (BP)",
                 "Hvem", "Leder", "Valget av steg"):  # fmt: skip
        assert word in told["nb"]
        assert word not in told["nn"]


@pytest.mark.parametrize("lang", ["nb", "nn"])
def test_a_plan_of_nothing_says_so(lang: Lang) -> None:
    book = opened(plan_workbook(empty(lang)))
    assert book.sheetnames == (NB if lang == "nb" else NN)
    for sheet in (book.worksheets[at] for at in (0, 2, 3, 4, 5, 6)):
        assert not sheet.tables
        assert sheet.max_row == 2 and sheet.cell(2, 1).value
    assert {it["Månedsverk" if lang == "nb" else "Månadsverk"]
            for it in rows(book, "kompass_halvaar")} == {0}  # fmt: skip
    assert "kompass_ansvar" not in {it.displayName for _, it in tables(book)}


def test_half_a_programme_is_shown_as_far_as_it_goes() -> None:
    lonely = plan().programme.model_copy(update={"groups": (), "goal": ""})
    sheet = opened(plan_workbook(plan(programme=lonely)))["Grupper og mål"]
    assert list(sheet.tables) == ["kompass_roller"]
    assert sheet["A2"].value == "Framover sammen"


def test_what_is_not_in_the_plan_is_called_by_its_id() -> None:
    [activity, *_] = plan().programme.activities
    strange = activity.model_copy(update={"group": "borte", "steps": (SECOND, "borte-steg")})
    programme = plan().programme.model_copy(update={"activities": (strange,)})
    [row] = rows(opened(plan_workbook(plan(programme=programme))), "kompass_aktiviteter")
    assert row["Gruppe"] == "borte"
    assert row["Steg"] == "– Spør innbyggerne, og bruk svarene\n– borte-steg"


# The file.


@pytest.mark.parametrize("text", HOSTILE, ids=lambda it: ascii(it[:12]))
def test_what_people_write_is_text_and_nothing_else(text: str) -> None:
    book = unharmed(plan_workbook(hostile(text)))
    [first, *_] = rows(book, "kompass_plan")
    [advice, *_] = rows(book, "kompass_slik")
    assert first["Steg"] == advice["Steg"]
    assert first["I bruk"] == day(2027, 6, 30)


def test_the_same_plan_gives_the_same_bytes(book: Workbook) -> None:
    data = plan_workbook(plan())
    assert data == plan_workbook(plan())
    assert (book.properties.created, book.properties.modified) == (day(2026, 3, 1),) * 2
    assert book.properties.title == "Utviklingsplan for Åmot kommune 2027"
    assert (book.properties.creator, book.properties.language) == ("kompass 0.1.0", "nb-NO")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {it.date_time for it in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_it_and_keeps_what_it_holds(book: Workbook, tmp_path: Path) -> None:
    (tmp_path / "plan.xlsx").write_bytes(plan_workbook(plan()))
    subprocess.run(
        [
            "soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile",
            "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "ut"),
            str(tmp_path / "plan.xlsx"),
        ],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    after = load_workbook(tmp_path / "ut" / "plan.xlsx")
    assert after.sheetnames == book.sheetnames
    assert list(texts(after)) == list(texts(book))
    assert rows(after, "kompass_plan") == rows(book, "kompass_plan")
    [guard] = after["Plan"].data_validations.dataValidation
    assert guard.formula1 == '"Ikke begynt,I gang,Ferdig"'
    assert sum(len(it.rules) for it in after["Framdrift"].conditional_formatting) >= 2
