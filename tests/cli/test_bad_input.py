"""Files that cannot be used, and odd ones that can."""

from __future__ import annotations

import json
import os
import re
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Outcome, Runner, Valid, Write

FACT = "har_kommunikasjonsstrategi"
STATUSES = "ja, delvis, planlagt, nei, vet_ikke"
GATE = "utvikler_lokaldemokratiet_planmessig"
HIDDEN = "A\u202eB\x1b[31mC\u200fD\x07E\x85F\u2066G"
ADJUSTMENT = {"question": "1.1.1", "dimension": "system", "to": 9, "reason": "x", "by": "y"}
NAMED = {"reason": "x", "by": "y"}
DEEP = 100_000

Refusal = Callable[..., tuple[list[int], str]]


@pytest.fixture
def refusal(inside: Runner, write: Write, tmp_path: Path) -> Refusal:
    """Assess a file that cannot be used; return the lines that are wrong, and all that is said."""

    def refusal(content: Any, *arguments: str) -> tuple[list[int], str]:
        file, output = write(content), tmp_path / "ut.json"
        outcome = inside("assess", file, "--format", "json", "-o", output, *arguments)
        assert outcome.code == 4, outcome.errors
        assert outcome.stdout == b""
        assert [it.name for it in tmp_path.iterdir()] == [file.name]
        lines = [
            int(it) for it in re.findall(rf"^{re.escape(str(file))}:(\d+): ", outcome.errors, re.M)
        ]
        said = outcome.errors.splitlines()
        assert len(said) == len(lines) + (len(lines) > 1), outcome.errors
        return lines, outcome.errors

    return refusal


@pytest.fixture
def accepted(inside: Runner, write: Write) -> Callable[..., Outcome]:
    """Assess a file that can be used."""

    def accepted(content: Any, *arguments: str) -> Outcome:
        outcome = inside("assess", write(content), *arguments)
        assert outcome.code == 0, outcome.errors
        return outcome

    return accepted


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        pytest.param(b"Kommune: \xc3\x85mot\n", 1, ["ikke gyldig JSON", "fant Kommune"], id="text"),
        pytest.param(b'{\n"a": 1,\n}', 2, ["Slett kommaet"], id="trailing comma"),
        pytest.param(b'{\n"a": 1\n"b": 2}', 3, ["Sett inn et komma"], id="missing comma"),
        pytest.param(b'{\n"a": "b\n', 2, ["ventet et avsluttende hermetegn"], id="cut off"),
        pytest.param(b"", 1, ["tom", "kompass new"], id="empty"),
        pytest.param(b" \n\n", 1, ["tom", "kompass new"], id="blank"),
        pytest.param(b"[" * DEEP, 1, ["dypere enn 60"], id="deep list"),
        pytest.param(b'{"a":' * DEEP, 1, ["dypere enn 60"], id="deep object"),
        pytest.param(b'{\n"a": "\x00"}', 2, ["nulltegn"], id="NUL"),
        pytest.param(b"[]", 1, ["begynner med {", "kompass new"], id="a list"),
        pytest.param(b"null", 1, ["begynner med {"], id="null"),
        pytest.param(b"\xff\xfe{\x00}\x00", 1, ["UTF-8"], id="UTF-16"),
        pytest.param(b'{\n\n"a": "\xed\xa0\x80"}', 3, ["UTF-8"], id="raw surrogate"),
    ],
)
def test_a_file_that_cannot_be_read_says_where_and_why(
    refusal: Refusal, data: bytes, line: int, words: list[str]
) -> None:
    lines, said = refusal(data)
    assert lines == [line]
    assert [word for word in words if word not in said] == []


def test_depth_hidden_in_an_otherwise_valid_file_is_found(refusal: Refusal, valid: Valid) -> None:
    text = json.dumps(valid(extensions="HERE"), indent=1)
    deep = "[" * DEEP + "]" * DEEP
    lines, said = refusal(text.replace('"HERE"', deep).encode())
    assert lines == [line_of(text, "HERE")]
    assert "dypere enn 60" in said


def test_latin_1_is_recognised(refusal: Refusal, valid: Valid) -> None:
    text = json.dumps(valid(), ensure_ascii=False, indent=1)
    lines, said = refusal(text.encode("latin-1"))
    assert lines == [line_of(text, "Åmot")]
    assert "Latin-1" in said
    assert "Lagre fila på nytt som UTF-8" in said


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("NaN", ["NaN er ikke et tall"]),
        ("-Infinity", ["-Infinity er ikke et tall"]),
        ("1e999", ["1e999 er ikke et tall"]),
        ("9" * 5000, ["5000 sifre"]),
        (r'"a\ud800b"', ["halvt tegn", "U+D800"]),
    ],
    ids=["NaN", "infinity", "overflow", "5000 digits", "lone surrogate"],
)
def test_values_json_cannot_hold_are_named(
    refusal: Refusal, valid: Valid, raw: str, words: list[str]
) -> None:
    text = json.dumps(valid(extensions={"x": "HERE"}), indent=1)
    lines, said = refusal(text.replace('"HERE"', raw).encode())
    assert lines == [line_of(text, "HERE")]
    assert [word for word in words if word not in said] == []


def test_both_lines_of_a_duplicate_key_are_named(refusal: Refusal, valid: Valid) -> None:
    text = json.dumps(valid(answers={FACT: "ja", "x": "HERE"}), indent=1)
    lines, said = refusal(text.replace('"x": "HERE"', f'"{FACT}": "nei"').encode())
    assert lines == [line_of(text, "HERE")]
    assert f"{FACT} står også på linje {line_of(text, FACT)}" in said


@pytest.mark.parametrize("size", [5_000_001, 200_000_000])
def test_a_file_that_is_too_large_is_not_read_to_the_end(
    refusal: Refusal, inside: Runner, tmp_path: Path, size: int, write: Write
) -> None:
    inside("assess", write({}))  # so that only the large file is measured
    file = write(b"{}")
    os.truncate(file, size)
    tracemalloc.start()
    start = time.monotonic()
    outcome = inside("assess", file)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert outcome.code == 4
    assert "større enn 5000000 byte" in outcome.errors
    assert outcome.stdout == b""
    assert time.monotonic() - start < 10
    assert peak < 30_000_000


def test_a_missing_file_is_named(inside: Runner, tmp_path: Path) -> None:
    outcome = inside("assess", tmp_path / "svra.json")
    assert outcome.code == 2
    assert "Fant ikke fila" in outcome.errors
    assert "svra.json" in outcome.errors
    assert outcome.stdout == b""


def test_a_folder_is_not_a_file(inside: Runner, tmp_path: Path) -> None:
    outcome = inside("assess", tmp_path)
    assert outcome.code == 2
    assert f"{tmp_path} er en mappe" in outcome.errors
    assert outcome.stdout == b""


def test_a_file_is_not_a_folder(inside: Runner, write: Write) -> None:
    outcome = inside("assess", write({}) / "svar.json")
    assert outcome.code in (1, 2)
    assert "svar.json" in outcome.errors
    assert outcome.stdout == b""


@pytest.mark.parametrize("command", ["assess", "check", "explain", "whatif"])
def test_every_command_says_the_same_of_a_bad_file(
    inside: Runner, write: Write, command: str
) -> None:
    file = write(b'{\n"a": ]')
    more = ["--set", f"{FACT}=ja"] if command == "whatif" else []
    outcome = inside(command, file, *more)
    assert outcome.code == 4
    assert outcome.stdout == b""
    assert outcome.errors.startswith(f"{file}:2: Fila er ikke gyldig JSON i kolonne 6")


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        pytest.param(
            {"har_kommunikasjonsstrategy": "ja"}, ["strategy", f"mente du {FACT}?"],
            id="unknown fact",
        ),
        pytest.param(
            {"Har kommunikasjonsstrategi": "ja"}, ["små bokstaver", f"mente du {FACT}?"],
            id="not a fact id",
        ),
        pytest.param({"x" * 100_000: "ja"}, ["Ingen rammeverk spør om xxx"], id="endless name"),
        pytest.param({FACT: "kanskje"}, [FACT, "kanskje", STATUSES], id="unknown value"),
        pytest.param({FACT: "delviss"}, ["mente du delvis?", STATUSES], id="misspelt value"),
        pytest.param({FACT: "alle"}, [FACT, "alle", STATUSES], id="value of another set"),
        pytest.param({FACT: {"value": "kanskje"}}, ["kanskje", STATUSES], id="value in object"),
        pytest.param({FACT: True}, [FACT, "true", STATUSES], id="true"),
        pytest.param({FACT: 1}, [FACT, "1", STATUSES], id="integer"),
        pytest.param({FACT: 1.5}, [FACT, "1.5", STATUSES], id="number"),
        pytest.param({FACT: ["ja"]}, [FACT, '["ja"]', STATUSES], id="list"),
        pytest.param({FACT: {"value": None}}, [FACT, "null", STATUSES], id="null value"),
        pytest.param({FACT: {"value": False}}, [FACT, "false", STATUSES], id="false value"),
        pytest.param({FACT: None}, [FACT, "vet_ikke"], id="null"),
        pytest.param({FACT: {}}, ["value mangler", FACT], id="no value"),
        pytest.param(
            {FACT: {"value": "ja", "notes": ""}}, ["notes", "mente du note?"], id="unknown key"
        ),
        pytest.param(
            {FACT: {"value": "ja", "evidence": {}}}, ["evidence skal være en liste"],
            id="evidence is no list",
        ),
        pytest.param(
            {FACT: {"value": "ja", "evidence": [{"kind": "dokument"}]}},
            ["dokument", "mente du document?"], id="kind of evidence",
        ),
        pytest.param({FACT: "ikke_aktuelt"}, [FACT, "ikke_aktuelt", STATUSES], id="not a gate"),
        pytest.param(
            {FACT: {"value": "ikke_aktuelt", "reason": "Liten kommune"}}, [FACT, STATUSES],
            id="not a gate, with a reason",
        ),
        pytest.param({GATE: "ikke_aktuelt"}, [GATE, "uten begrunnelse", "reason"], id="bare gate"),
        pytest.param(
            {GATE: {"value": "ikke_aktuelt", "reason": " "}}, [GATE, "uten begrunnelse"],
            id="blank reason",
        ),
        pytest.param([], ["answers skal være et objekt"], id="answers is a list"),
    ],
)  # fmt: skip
def test_a_wrong_answer_is_one_fault_with_what_would_be_right(
    refusal: Refusal, valid: Valid, answers: Any, words: list[str]
) -> None:
    content = valid(answers=answers)
    lines, said = refusal(content)
    assert [word for word in words if word not in said] == []
    text = json.dumps(content, ensure_ascii=False, indent=1)
    first, last = line_of(text, '"answers"'), len(text.splitlines())
    assert len(lines) == 1
    assert first <= lines[0] < last


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("framework", "kommunekompasset-31", ["mente du kommunekompasset-3.1?"]),
        ("framework", "kommunebarometeret", ["Velg kommunekompasset-3.1, kommunekompasset-3.2"]),
        ("framework", 3.1, ["framework skal være tekst", "3.1"]),
        ("schema", "kompass/answers/2", ["kompass/answers/2", "kompass/answers/1"]),
        ("schema", "kompass/result/1", ["kompass/result/1", "Er det en svarfil?"]),
        ("date", "01.03.2026", ["01.03.2026", "ÅÅÅÅ-MM-DD"]),
        ("date", "2026-3-1", ["2026-3-1", "ÅÅÅÅ-MM-DD"]),
        ("date", "20260301", ["20260301", "ÅÅÅÅ-MM-DD"]),
        ("date", "1772323200", ["1772323200", "ÅÅÅÅ-MM-DD"]),
        ("date", "-86400", ["-86400", "ÅÅÅÅ-MM-DD"]),
        ("date", "2026-03-01T00:00:00", ["ÅÅÅÅ-MM-DD"]),
        ("date", "2026-02-30", ["2026-02-30", "en dato som finnes"]),
        ("date", "2026-13-01", ["2026-13-01", "en dato som finnes"]),
        ("date", 20260301, ["date skal være tekst", "20260301"]),
        ("dato", "2026-03-01", ["dato er ikke en nøkkel", "mente du date?"]),
        ("adjustments", [ADJUSTMENT | {"to": 11}], ["to er 11"]),
        ("adjustments", [ADJUSTMENT | {"question": "1.1.8"}], ["1.1.8", "mente du 1.1."]),
        ("adjustments", [ADJUSTMENT | {"dimension": "omfang"}], ["Velg system, extent, result"]),
        ("adjustments", [{"finding": "1.1.2.styrar", **NAMED}], ["mente du 1.1.2.styrer"]),
        ("adjustments", [{"finding": "1.1.2.styrer", "by": "NN"}], ["reason mangler"]),
        ("adjustments", [{"finding": "1.1.2.styrer", "txt": "x", **NAMED}], ["mente du text?"]),
        ("adjustments", [ADJUSTMENT, ADJUSTMENT | {"to": 3}], ["1.1.1 system er justert to"]),
    ],
)  # fmt: skip
def test_a_wrong_head_is_one_fault_with_what_would_be_right(
    refusal: Refusal, valid: Valid, key: str, value: Any, words: list[str]
) -> None:
    content = valid(**{key: value})
    lines, said = refusal(content)
    assert [word for word in words if word not in said] == []
    text = json.dumps(content, indent=1)
    assert len(lines) == 1
    assert lines[0] >= line_of(text, f'"{key}"')


@pytest.mark.parametrize("number", [3422, 301, "342", "34222", "", "Åmot", "٣٤٢٢", None])
def test_a_municipality_number_is_four_digits_in_quotes(
    refusal: Refusal, valid: Valid, number: Any
) -> None:
    content = valid(municipality={"number": number, "name": "Åmot"})
    lines, said = refusal(content)
    assert lines == [line_of(json.dumps(content, indent=1), '"number"')]
    assert "fire sifre i hermetegn" in said


@pytest.mark.parametrize("missing", ["schema", "framework", "municipality", "date", "answers"])
def test_a_missing_key_is_named(refusal: Refusal, valid: Valid, missing: str) -> None:
    content = valid()
    del content[missing]
    lines, said = refusal(content)
    assert len(lines) == 1
    assert f"{missing} mangler i svarfila" in said


@pytest.mark.parametrize("place", ["due", "evidence"])
def test_dates_inside_an_answer_are_as_strict(refusal: Refusal, valid: Valid, place: str) -> None:
    evidence = {"kind": "document", "title": "Rapport", "date": "1772323200"}
    inner: Any = "1772323200" if place == "due" else [evidence]
    lines, said = refusal(valid(answers={FACT: {"value": "ja", place: inner}}))
    assert len(lines) == 1
    assert "ÅÅÅÅ-MM-DD" in said


def test_all_faults_are_told_at_once_in_the_order_of_the_lines(
    refusal: Refusal, valid: Valid
) -> None:
    content = valid(
        framework="kommunekompasset-4",
        municipality={"number": 3422, "name": ""},
        date="2026-02-30",
        answers={
            "kommunestyret_moter": "ja",
            FACT: "kanskje",
            GATE: {"value": "ja", "due": "i år"},
        },
        respondent=[],
    )
    text = json.dumps(content, indent=1).replace(
        '"respondent"', '"date": "2026-01-01",\n"respondent"'
    )
    lines, said = refusal(text.encode())
    assert lines == sorted(lines)
    assert said.endswith(f"{len(lines)} feil.\n")
    marks = [
        '"framework"',
        '"number"',
        '"name"',
        '"date"',
        "moter",
        FACT,
        '"due"',
        "-01-01",
        "ndent",
    ]
    assert lines == [line_of(text, mark) for mark in marks]


def test_a_fact_of_a_later_version_is_kept_and_noted(
    accepted: Callable[..., Outcome], valid: Valid, later: str
) -> None:
    content = valid(answers={FACT: "ja", later: "nei"})
    older = accepted(content, "--format", "json").data
    assert [note.get("fact") for note in older["notes"]] == [later]
    assert "3.1 spør ikke om det" in " ".join(accepted(content).text.split())
    newer = accepted(content | {"framework": "kommunekompasset-3.2"}, "--format", "json").data
    assert newer["notes"] == []
    assert newer["total"]["coverage"]["answered"] == older["total"]["coverage"]["answered"] + 1


def test_not_relevant_with_a_reason_is_accepted_at_a_gate(
    accepted: Callable[..., Outcome], valid: Valid
) -> None:
    answers = {GATE: {"value": "ikke_aktuelt", "reason": "Fylkeskommunen gjør det"}}
    result = accepted(valid(answers=answers), "--format", "json").data
    question = result["areas"][0]["criteria"][0]["questions"][0]
    assert question["status"] == "not_relevant"
    assert question["reachable"] == 0
    assert "Fylkeskommunen gjør det" in str(result["notes"])


def test_a_byte_order_mark_and_windows_line_breaks_change_nothing(
    accepted: Callable[..., Outcome], valid: Valid
) -> None:
    data = json.dumps(valid(), ensure_ascii=False, indent=1).encode()
    plain = accepted(data, "--format", "json")
    odd = accepted(b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"), "--format", "json")
    assert odd == plain


def test_decomposed_text_is_the_same_text(accepted: Callable[..., Outcome], valid: Valid) -> None:
    answer = {"value": "nei", "note": "Blåbærsyltetøy på Åsen"}
    content = valid(answers={FACT: answer}, extensions={"nøkkel på å": "é"})
    text = json.dumps(content, ensure_ascii=False)
    composed, decomposed = normalize("NFC", text), normalize("NFD", text)
    assert composed != decomposed
    first = accepted(composed.encode(), "--format", "json")
    assert accepted(decomposed.encode(), "--format", "json") == first
    assert first.data["municipality"]["name"] == "Åmot"


def test_a_future_date_is_a_warning(accepted: Callable[..., Outcome], valid: Valid) -> None:
    content = valid(date="9999-12-31")
    outcome = accepted(content)
    line = line_of(json.dumps(content, indent=1), '"date"')
    assert f"svar.json:{line}: Datoen 9999-12-31 ligger fram i tid" in outcome.errors
    assert "31. desember 9999" in outcome.text


@pytest.mark.parametrize(
    ("municipality", "words"),
    [
        ({"number": "9999", "name": "Åmot"}, "9999 står ikke i registeret"),
        ({"number": "3422", "name": "Trysil"}, "3422 er Åmot i registeret, ikke Trysil"),
    ],
)
def test_a_municipality_the_register_does_not_know_is_a_warning(
    accepted: Callable[..., Outcome], valid: Valid, municipality: dict[str, str], words: str
) -> None:
    assert words in accepted(valid(municipality=municipality)).errors


def test_unknown_keys_of_a_newer_minor_schema_are_warnings(
    accepted: Callable[..., Outcome], valid: Valid
) -> None:
    newer = valid(schema="kompass/answers/1.1", mood="good")
    assert "mood" in accepted(newer).errors


@pytest.mark.parametrize(
    "command",
    [
        ["assess"], ["assess", "--plain", "--all"], ["assess", "--format", "md"], ["check"],
        ["explain"], ["explain", "1.1"], ["explain", FACT], ["explain", GATE],
        ["whatif", "--set", f"{FACT}=nei"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_nothing_in_a_file_moves_the_cursor_or_turns_the_text(
    inside: Runner, write: Write, valid: Valid, command: list[str]
) -> None:
    answer = {
        "value": "ja", "note": HIDDEN, "by": HIDDEN, "due": "2027-01-01",
        "evidence": [
            {"kind": "document", "title": HIDDEN, "locator": HIDDEN, "url": HIDDEN},
            {"kind": "interview", "role": HIDDEN},
        ],
        "extensions": {HIDDEN: HIDDEN},
    }  # fmt: skip
    content = valid(
        framework="kommunekompasset-3.2",
        municipality={"number": "3422", "name": HIDDEN},
        answers={FACT: answer, GATE: {"value": "ikke_aktuelt", "reason": HIDDEN}},
        respondents=[{HIDDEN: HIDDEN}],
    )
    verb, *rest = command
    outcome = inside(verb, write(content), *rest)
    assert outcome.code == 0
    shown = outcome.text + outcome.errors
    assert re.findall(r"[^\n\x20-\x7e\xa0-\u200a\u2010-\u2027\u2070-\ufffd]", shown) == []
    assert "municipality.name har styretegn" in outcome.errors


def test_hidden_characters_are_not_shown_in_faults_either(refusal: Refusal, valid: Valid) -> None:
    _, said = refusal(valid(date=HIDDEN, answers={FACT: HIDDEN, HIDDEN: "ja"}, **{HIDDEN: 1}))
    assert (
        re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]", said)
        == []
    )


@pytest.mark.parametrize("form", ["text", "json", "md"])
def test_texts_that_look_like_formulas_are_only_texts(
    accepted: Callable[..., Outcome], valid: Valid, form: str
) -> None:
    formula = "=cmd()|'/c calc'!A0"
    content = valid(
        municipality={"number": "3422", "name": formula},
        answers={FACT: {"value": "ja", "note": formula, "by": "+1", "comment": "@SUM(1)"}},
    )
    outcome = accepted(content, "--format", form)
    assert formula in outcome.text.replace("\\", "")


def test_a_long_note_is_read_and_shown_short(inside: Runner, write: Write, valid: Valid) -> None:
    answer = {"value": "ja", "note": "lang " * 200_000}
    file = write(valid(framework="kommunekompasset-3.2", answers={FACT: answer}))
    outcome = inside("explain", file, FACT)
    assert outcome.code == 0
    assert "lang lang" in outcome.text
    assert len(outcome.text) < 5_000


def line_of(text: str, mark: str) -> int:
    """Return the number of the first line that holds a mark."""
    return next(at for at, line in enumerate(text.splitlines(), start=1) if mark in line)
