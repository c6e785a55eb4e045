"""Workbooks: loss-free both ways, formulas refused by their cell, nothing but text written."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from kompass.content.loader import load
from kompass.errors import Fault, InvalidAnswersError
from kompass.intake.blank import blank_answer
from kompass.intake.sheets import FIRST_ROW, FRONT, KEPT, letter
from kompass.intake.workbook_reader import MAX_PARTS, read_workbook
from kompass.intake.workbook_writer import write_workbook

CONTENT = load(Path(__file__).parents[2] / "content" / "base")
PRACTICE, STRATEGY = "kommunikasjonsarbeid_satt_i_system", "har_kommunikasjonsstrategi"
AREA = "1 Offentlighet"


def document(**answers: Any) -> dict[str, Any]:
    blank = {name: blank_answer(CONTENT, fact, "nb") for name, fact in CONTENT.facts.items()}
    return {
        "schema": "kompass/answers/1",
        "framework": "prove-1",
        "municipality": {"number": "0301", "name": "Oslo"},
        "date": "2026-01-01",
        "answers": blank | answers,
    }


def read(data: bytes) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(read_workbook(data, "skjema.xlsx", CONTENT, "nb").data)
    return found


def filled(before: dict[str, Any], fill: Callable[[Any], None], lang: Any = "nb") -> bytes:
    """Return a workbook after somebody did something to the first sheet with questions."""
    book = load_workbook(io.BytesIO(write_workbook(before, CONTENT, lang)))
    fill(book.worksheets[1])
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def cell(fact: str, key: str) -> str:
    return f"{letter(key)}{FIRST_ROW + list(CONTENT.facts).index(fact)}"


def test_what_was_written_is_read_and_the_same_bytes_come_again() -> None:
    before = document(**{STRATEGY: "ja", PRACTICE: {"value": "delvis", "note": "=1+1"}})
    for lang in ("nb", "nn"):
        data = write_workbook(before, CONTENT, lang)
        assert read(data) == before
        assert data == write_workbook(before, CONTENT, lang)


TEXT = st.text(st.characters(codec="utf-8"), max_size=60)
EVIDENCE = st.fixed_dictionaries(
    {"kind": st.sampled_from(["document", "web"])},
    optional={"title": TEXT, "date": st.just("2026-03-01"), "url": TEXT, "locator": TEXT},
)
ANSWER = st.fixed_dictionaries(
    {"value": st.sampled_from(["ja", "delvis", "planlagt", "nei", "vet_ikke"])},
    optional={
        "evidence": st.lists(EVIDENCE, max_size=3),
        "note": TEXT,
        "due": st.just("2027-01-01"),
        "by": TEXT,
        "flag": st.booleans(),
        "extensions": st.dictionaries(TEXT, TEXT, max_size=2),
    },
)


@settings(max_examples=30, deadline=None)
@given(ANSWER, st.one_of(ANSWER, st.sampled_from(["ja", "nei"])), st.sampled_from(["nb", "nn"]))
def test_nothing_is_lost_on_the_way(one: Any, other: Any, lang: Any) -> None:
    before = document(**{STRATEGY: one, PRACTICE: other})
    assert read(write_workbook(before, CONTENT, lang)) == before


def test_a_long_text_is_kept_whole() -> None:
    before = document(**{STRATEGY: {"value": "ja", "note": "æ😀" * 40_000}})
    assert read(write_workbook(before, CONTENT, "nb")) == before


def test_what_somebody_fills_in_is_what_changes() -> None:
    def fill(sheet: Any) -> None:
        sheet[cell(STRATEGY, "value")] = "Planlagt"
        sheet[cell(STRATEGY, "due")] = "1.6.2027"
        sheet[cell(STRATEGY, "title")] = "Sak 4/26 – Sámegiella đŋŧ"
        sheet[cell(STRATEGY, "date")] = "22.10.2025"
        sheet[cell(PRACTICE, "value")] = " ja "
        sheet[cell(PRACTICE, "note")] = "Sett i møte"

    after = read(filled(document(), fill))["answers"]
    kept = document()["answers"]
    assert after[STRATEGY] == kept[STRATEGY] | {
        "value": "planlagt",
        "due": "2027-06-01",
        "evidence": [
            {"kind": "document", "title": "Sak 4/26 – Sámegiella đŋŧ", "date": "2025-10-22"}
        ],
    }
    assert after[PRACTICE] == kept[PRACTICE] | {"value": "ja", "note": "Sett i møte"}
    others = set(kept) - {STRATEGY, PRACTICE}
    assert {name: after[name] for name in others} == {name: kept[name] for name in others}


def test_an_answer_can_be_taken_back_and_evidence_removed() -> None:
    evidence = [{"kind": "document", "title": "Plan"}, {"kind": "web", "url": "https://x"}]
    before = document(**{STRATEGY: {"value": "ja", "evidence": evidence}})

    def fill(sheet: Any) -> None:
        sheet[cell(STRATEGY, "value")] = None
        sheet[cell(STRATEGY, "title")] = None

    assert read(filled(before, fill))["answers"][STRATEGY] == {
        "value": "vet_ikke",
        "evidence": evidence[1:],
    }


def test_nynorsk_labels_are_understood_wherever_the_book_was_written() -> None:
    extent = "kommunikasjonsarbeid_utbredelse"

    def fill(sheet: Any) -> None:
        sheet[cell(extent, "value")] = "dei fleste"

    assert read(filled(document(), fill))["answers"][extent]["value"] == "de_fleste"


def test_the_front_sheet_says_whom_it_is_about() -> None:
    book = load_workbook(io.BytesIO(write_workbook(document(), CONTENT, "nb")))
    front = book[FRONT("nb")]
    front["B3"], front["B4"], front["B5"] = "3422", "Åmot", "1.3.2026"
    saved = io.BytesIO()
    book.save(saved)
    after = read(saved.getvalue())
    assert after["municipality"] == {"number": "3422", "name": "Åmot"}
    assert after["date"] == "2026-03-01"


def test_formulas_are_refused_with_every_address() -> None:
    def fill(sheet: Any) -> None:
        sheet[cell(STRATEGY, "value")] = "=1+1"
        sheet[cell(PRACTICE, "note")] = '=HYPERLINK("https://x","y")'

    with pytest.raises(InvalidAnswersError) as problem:
        read(filled(document(), fill))
    said = " ".join(str(it) for it in problem.value.faults)
    assert f"[{AREA}!{cell(STRATEGY, 'value')}]" in said
    assert f"[{AREA}!{cell(PRACTICE, 'note')}]" in said
    assert len(problem.value.faults) == 2


def test_what_looks_like_a_formula_is_written_as_text() -> None:
    hostile = {"value": "ja", "note": '=HYPERLINK("https://x")', "evidence": [{"title": "+1"}]}
    book = load_workbook(io.BytesIO(write_workbook(document(**{STRATEGY: hostile}), CONTENT, "nb")))
    formulas = [
        (sheet.title, it.coordinate, it.value)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for it in row
        if it.data_type == "f"
    ]
    assert {title for title, *_ in formulas} == {FRONT("nb")}
    assert all(str(value).startswith("=COUNTA('1 ") for *_, value in formulas)
    assert book.worksheets[1][cell(STRATEGY, "note")].value == hostile["note"]


def test_faults_name_the_cell() -> None:
    def fill(sheet: Any) -> None:
        sheet[cell(STRATEGY, "value")] = "kanskje"
        sheet[cell(STRATEGY, "date")] = "i fjor"

    got = read_workbook(filled(document(), fill), "skjema.xlsx", CONTENT, "nb")
    lines = got.data.decode().split("\n")
    at = {text.strip().rstrip(","): number for number, text in enumerate(lines, start=1)}
    for text, key in (('"value": "kanskje"', "value"), ('"date": "i fjor"', "date")):
        fault = got.at_cells(Fault("skjema.xlsx", at[text], "x"))
        assert str(fault) == f"skjema.xlsx [{AREA}!{cell(STRATEGY, key)}]: x"


def test_sheets_are_protected_but_for_the_answers() -> None:
    book = load_workbook(io.BytesIO(write_workbook(document(), CONTENT, "nb")))
    sheet = book.worksheets[1]
    assert sheet.protection.sheet
    assert sheet[cell(STRATEGY, "question")].protection.locked
    assert not sheet[cell(STRATEGY, "value")].protection.locked
    assert book[KEPT].sheet_state == "veryHidden"
    [status] = [it for it in sheet.data_validations.dataValidation if "planlagt" in it.formula1]
    assert cell(STRATEGY, "value") in status.sqref


def pack(parts: int, size: int) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for at in range(parts):
            target.writestr(f"{at}", b"0" * size)
    return packed.getvalue()


def foreign() -> bytes:
    saved = io.BytesIO()
    Workbook().save(saved)
    return saved.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04 not a zip", "er ikke et skjema"),
        (foreign(), "er ikke et skjema"),
        (pack(MAX_PARTS + 1, 1), "for stor"),
        (pack(2, 40_000_000), "for stor"),
        (pack(1, 10), "er ikke et skjema"),
    ],
    ids=["broken", "foreign", "many parts", "bomb", "empty"],
)
def test_other_files_are_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(InvalidAnswersError) as problem:
        read(data)
    assert words in str(problem.value)


@pytest.mark.parametrize("far", ["A1048576", "XFD1"])
def test_a_cell_far_out_does_not_make_the_sheet_large(far: str) -> None:
    def fill(sheet: Any) -> None:
        sheet[far] = "x"

    with pytest.raises(InvalidAnswersError, match="for stor"):
        read(filled(document(), fill))


def test_a_spoilt_hidden_sheet_is_refused() -> None:
    book = load_workbook(io.BytesIO(write_workbook(document(), CONTENT, "nb")))
    book[KEPT]["B2"] = "{"
    saved = io.BytesIO()
    book.save(saved)
    with pytest.raises(InvalidAnswersError):
        read(saved.getvalue())


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_trip_through_libreoffice_loses_nothing(tmp_path: Path) -> None:
    evidence = [{"kind": "document", "title": "Plan", "date": "2026-03-01"}]
    before = document(**{STRATEGY: {"value": "ja", "evidence": evidence, "note": "=1+1 đŋŧ"}})

    def fill(sheet: Any) -> None:
        sheet[cell(PRACTICE, "value")] = "delvis"

    (tmp_path / "skjema.xlsx").write_bytes(filled(before, fill))
    subprocess.run(
        [
            "soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile",
            "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "ut"),
            str(tmp_path / "skjema.xlsx"),
        ],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    after = read((tmp_path / "ut" / "skjema.xlsx").read_bytes())
    expected = before["answers"] | {PRACTICE: before["answers"][PRACTICE] | {"value": "delvis"}}
    assert after == before | {"answers": expected}
