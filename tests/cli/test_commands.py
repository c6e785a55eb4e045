"""Every command on its ordinary way."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from openpyxl import load_workbook

from kompass import __version__
from kompass.cli import content, group
from kompass.content.location import content_root
from kompass.inference.durable import availability
from kompass.intake.sheets import letter

if TYPE_CHECKING:
    from tests.cli.conftest import Outcome, Runner, Valid, Write

FACT = "har_kommunikasjonsstrategi"
PRACTICE = "kommunikasjonsarbeid_satt_i_system"
NUMBERS = {"points", "documented", "low", "high", "reachable", "max", "coverage"}
BARS = "█▓░·"
COMMANDS = [
    *([name] for name in group.COMMANDS), *(["content", name] for name in content.COMMANDS)
]  # fmt: skip
EXAMPLES = [
    file
    for file in sorted(Path(str(content_root())).glob("examples/**/*.json"))
    if b'"kompass/answers/1"' in file.read_bytes()
]


@pytest.fixture
def file(write: Write, valid: Valid) -> Path:
    return write(valid())


@pytest.fixture
def assess(inside: Runner, file: Path) -> Callable[..., Outcome]:
    def assess(*arguments: str) -> Outcome:
        outcome = inside("assess", file, *arguments)
        assert outcome.code == 0, outcome.errors
        return outcome

    return assess


def filled(blank: Any, best: bool = True, evidence: bool = True) -> Any:
    """Fill in what `new` made: the best or the worst value of everything."""
    for answer in blank["answers"].values():
        values = [it for it in answer["extensions"]["values"] if it != "ikke_aktuelt"]
        answer["value"] = values[0 if best else -1]
        if evidence:
            answer["evidence"] = [{"kind": "document", "title": "Rapport", "date": "2025-10-22"}]
    return blank


# From blank answers to a result.


@pytest.mark.parametrize("lang", ["nb", "nn"])
@pytest.mark.parametrize("framework", ["kommunekompasset-3.1", "kommunekompasset-3.2"])
def test_from_new_to_assess(inside: Runner, tmp_path: Path, lang: str, framework: str) -> None:
    file = tmp_path / "svar.json"
    options = ["--framework", framework, "--municipality", "Åmot", "--date", "2026-03-01"]
    made = inside("new", *options, "--lang", lang, "-o", file)
    assert (made.code, made.stdout) == (0, b"")
    blank = json.loads(file.read_bytes())
    assert f"{len(blank['answers'])} spørsmål" in made.errors
    assert blank["municipality"] == {"number": "3422", "name": "Åmot"}
    assert {answer["value"] for answer in blank["answers"].values()} == {"vet_ikke"}

    before = inside("assess", file, "--format", "json", "--lang", lang).data
    assert before["total"]["points"] == 0
    assert before["total"]["coverage"]["answered"] == 0
    assert before["findings"] == []

    file.write_text(json.dumps(filled(blank)), "utf-8")
    checked = inside("check", file, "--lang", lang)
    assert (checked.code, checked.errors) == (0, "")
    assert checked.text.startswith(f"{file}: ingen feil.")
    done = inside("assess", file, "--format", "json", "--lang", lang, "--require-complete")
    assert done.code == 0
    after = done.data
    assert after["framework"]["id"] == framework
    assert after["lang"] == lang
    total = after["total"]
    assert total["points"] == total["documented"] == total["low"] == total["high"] > 0
    assert {finding["kind"] for finding in after["findings"]} == {"strength"}
    assert after["next_steps"] == []


@pytest.mark.parametrize("framework", ["kommunekompasset-3.1", "kommunekompasset-3.2"])
def test_the_content_kompass_comes_with_can_be_answered_and_assessed(
    inside: Runner, write: Write, framework: str
) -> None:
    blank = inside("new", "--framework", framework, "--municipality", "5540", content=None)
    file = write(filled(blank.data))
    result = inside("assess", file, "--format", "json", "--require-complete", content=None)
    assert result.code == 0, result.errors
    total = result.data["total"]
    assert 0 < total["points"] == total["documented"] == total["high"] <= total["reachable"]
    assert inside("explain", file, FACT, content=None).code == 0


def test_blank_answers_carry_the_question_and_what_may_be_answered(inside: Runner) -> None:
    blank = inside("new").data
    assert blank["framework"] == "kommunekompasset-3.1"
    answer = blank["answers"][FACT]
    assert answer["extensions"]["question"].startswith("1.1.2: Har kommunen en kommunikasjonsstr")
    assert list(answer["extensions"]["values"]) == ["ja", "delvis", "planlagt", "nei"]
    in_nynorsk = inside("new", "--lang", "nn").data["answers"][FACT]
    assert "ein kommunikasjonsstrategi" in in_nynorsk["extensions"]["question"]


def test_new_can_ask_for_less(inside: Runner) -> None:
    every, core, role = (
        set(inside("new", *options).data["answers"])
        for options in ([], ["--core"], ["--role", "kommunikasjon"])
    )
    assert set() < core < every
    assert set() < role < every
    both = set(inside("new", "--core", "--role", "kommunikasjon").data["answers"])
    assert both == core & role


def test_new_continues_on_a_file_and_keeps_every_answer(
    inside: Runner, write: Write, valid: Valid, later: str
) -> None:
    given = valid(extensions={"own": 1})
    given["answers"][later] = {"value": "ja", "note": "bare 3.2 spør", "extensions": {"own": [2]}}
    file = write(given)
    hour = inside("new", "--from", file, "--core")
    assert (hour.code, hour.errors) == (0, "")
    whole = inside("new", "--from", "-", stdin=hour.stdout, env={"KOMPASS_LANG": "nn"})
    before, after = given["answers"], whole.data["answers"]
    for fact, answer in before.items():
        full = answer if isinstance(answer, dict) else {"value": answer}
        kept = {key: it for key, it in after[fact].items() if key != "extensions"}
        assert kept == {key: it for key, it in full.items() if key != "extensions"}
        assert "question" in after[fact]["extensions"]
    assert after[later]["extensions"]["own"] == [2]
    blank = inside("new").data["answers"]
    assert set(after) == set(before) | set(blank)
    assert list(after)[: len(blank)] == list(blank)
    top = {key: it for key, it in given.items() if key != "answers"}
    assert {key: it for key, it in whole.data.items() if key != "answers"} == top
    assert "ein kommunikasjonsstrategi" in after[FACT]["extensions"]["question"]


def test_a_language_can_be_changed_on_the_way_without_losing_anything(
    inside: Runner, file: Path, write: Write
) -> None:
    nynorsk = write(inside("new", "--from", file, "--lang", "nn").data, "nn.json")
    back = write(inside("new", "--from", nynorsk, "--lang", "nb").data, "nb.json")
    assert inside("new", "--from", file).data == json.loads(back.read_text("utf-8"))
    one, other = (
        inside("assess", it, "--format", "json", "--lang", lang).data
        for it, lang in ((file, "nb"), (nynorsk, "nn"))
    )
    assert one["total"] == other["total"]
    for name in ("findings", "next_steps"):
        assert [it["id"] for it in one[name]] == [it["id"] for it in other[name]]


def test_new_can_continue_into_another_year_and_version(inside: Runner, file: Path) -> None:
    outcome = inside(
        "new", "--from", file, "--date", "2027-03-01", "--framework", "kommunekompasset-3.2",
        "--municipality", "Oslo",
    )  # fmt: skip
    data = outcome.data
    assert (data["date"], data["framework"]) == ("2027-03-01", "kommunekompasset-3.2")
    assert data["municipality"] == {"number": "0301", "name": "Oslo"}


def test_new_does_not_continue_on_a_file_with_faults(inside: Runner, write: Write) -> None:
    outcome = inside("new", "--from", write({"schema": "kompass/answers/1"}), "-o", "ut.json")
    assert (outcome.code, outcome.stdout) == (4, b"")
    assert "svar.json:" in outcome.errors


def test_new_does_not_write_over_answers(inside: Runner, file: Path) -> None:
    before = file.read_bytes()
    refused = inside("new", "-o", file)
    assert refused.code == 2
    assert "--force" in refused.errors
    assert file.read_bytes() == before
    assert inside("new", "-o", file, "--force").code == 0
    assert file.read_bytes() != before


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--municipality", "Amot"], "Mente du Åmot?"),
        (["--municipality", "Herøy"], "Flere kommuner heter Herøy: "),
        (["--framework", "kommunekompasset-33"], "Mente du kommunekompasset-3."),
        (["--role", "komunikasjon"], "Mente du kommunikasjon?"),
        (["--date", "2026-02-30"], "ÅÅÅÅ-MM-DD"),
        (["--date", "1.3.2026"], "ÅÅÅÅ-MM-DD"),
    ],
)
def test_new_says_what_it_does_not_know(inside: Runner, options: list[str], words: str) -> None:
    outcome = inside("new", *options)
    assert (outcome.code, outcome.stdout) == (2, b"")
    assert words in outcome.errors


def test_check_points_at_what_should_be_seen_to(inside: Runner, file: Path) -> None:
    outcome = inside("check", file)
    assert (outcome.code, outcome.errors) == (0, "")
    assert f"{file}: ingen feil. 8 av " in outcome.text
    lint = next(line for line in outcome.text.splitlines() if "mangler dokumentasjon" in line)
    assert PRACTICE in lint
    assert "utvikler_lokaldemokratiet_planmessig" not in lint  # it has evidence


def test_check_asks_for_deadlines_and_explanations(
    inside: Runner, write: Write, valid: Valid
) -> None:
    answers = {FACT: "planlagt", PRACTICE: {"value": "nei", "basis": "inferred"}}
    text = inside("check", write(valid(answers=answers))).text
    assert re.search(rf"1 planlagte tiltak mangler frist .*{FACT}", text)
    assert re.search(rf"1 utledede svar mangler forklaring .*{PRACTICE}", text)


# Workbooks.


def test_a_workbook_is_filled_in_and_assessed_like_a_file(
    inside: Runner, file: Path, tmp_path: Path
) -> None:
    made = inside("new", "--from", file, "-o", "skjema.xlsx")
    assert (made.code, made.stdout) == (0, b"")
    one, other = (
        inside("assess", it, "--format", "json").data for it in (file, tmp_path / "skjema.xlsx")
    )
    assert {k: it for k, it in other.items() if k != "answers_sha256"} == {
        k: it for k, it in one.items() if k != "answers_sha256"
    }
    back = inside("new", "--from", "skjema.xlsx")
    assert back.data == inside("new", "--from", file).data
    merged = inside("merge", file, "skjema.xlsx", "-o", "alle.xlsx")
    assert merged.code == 0
    assert inside("explain", "alle.xlsx", FACT).code == 0
    assert inside("whatif", "alle.xlsx", "--set", f"{FACT}=ja").code == 0


def test_faults_in_a_workbook_name_their_cells(inside: Runner, file: Path, tmp_path: Path) -> None:
    inside("new", "--from", file, "-o", "skjema.xlsx")
    book = load_workbook(tmp_path / "skjema.xlsx")
    sheet = book.worksheets[1]
    row = next(
        it for it in range(3, sheet.max_row + 1) if sheet[f"{letter('id')}{it}"].value == FACT
    )
    sheet[f"{letter('value')}{row}"] = "kanskje"
    book.save(tmp_path / "skjema.xlsx")
    outcome = inside("check", "skjema.xlsx")
    assert (outcome.code, outcome.stdout) == (4, b"")
    assert (
        f"skjema.xlsx [{sheet.title}!{letter('value')}{row}]: {FACT} kan ikke være kanskje"
        in outcome.errors
    )
    sheet[f"{letter('value')}{row}"] = "=1+1"
    book.save(tmp_path / "skjema.xlsx")
    outcome = inside("assess", "skjema.xlsx")
    assert (outcome.code, outcome.stdout) == (4, b"")
    assert f"[{sheet.title}!{letter('value')}{row}]: cellen inneholder en formel" in outcome.errors


def test_without_the_extra_one_line_says_what_to_install(
    inside: Runner, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside("new", "--from", file, "-o", "skjema.xlsx")
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    for command in (["assess", "skjema.xlsx"], ["new", "-o", "nytt.xlsx"]):
        outcome = inside(*command)
        assert (outcome.code, outcome.stdout) == (1, b"")
        assert "kompass-egenvurdering[excel]" in outcome.errors


# Merging.


def test_merge_lists_every_disagreement_and_leaves_it_open(
    inside: Runner, write: Write, valid: Valid, tmp_path: Path
) -> None:
    evidence = [{"kind": "document", "title": "Strategi 2026"}]
    hr = write(valid(answers={FACT: {"value": "ja", "evidence": evidence}}), "hr.json")
    other = write(valid(answers={FACT: {"value": "nei", "by": "Per"}, PRACTICE: "ja"}), "øk.json")
    outcome = inside("merge", hr, other, "-o", "alle.json")
    assert (outcome.code, outcome.stdout) == (3, b"")
    said = " ".join(outcome.errors.split())
    assert f"Uenighet om {FACT}: ja ({hr}; Strategi 2026) nei ({other}, Per; uten dok" in said
    assert "1 uenigheter igjen" in said
    assert inside("check", "alle.json").code == 0

    resolved = inside("merge", "alle.json", "--resolve", f"{FACT}=ja: Vedtatt i mars")
    assert resolved.code == 0
    answer = resolved.data["answers"][FACT]
    assert (answer["value"], answer["note"]) == ("ja", "Vedtatt i mars")
    assert answer["evidence"] == evidence
    assert json.loads((tmp_path / "alle.json").read_text("utf-8"))["answers"][FACT]["flag"] is True


def test_merge_of_what_everybody_agrees_about_is_done(inside: Runner, file: Path) -> None:
    outcome = inside("merge", file, file)
    assert outcome.code == 0
    own = json.loads(file.read_text("utf-8"))
    assert outcome.data["municipality"] == own["municipality"]
    assert set(outcome.data["answers"]) == set(own["answers"])


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"framework": "kommunekompasset-3.2"}, "ulike versjoner"),
        ({"municipality": {"number": "0301", "name": "Oslo"}}, "ulike kommuner"),
    ],
)
def test_merge_refuses_files_about_different_things(
    inside: Runner, file: Path, write: Write, valid: Valid, change: dict[str, Any], words: str
) -> None:
    outcome = inside("merge", file, write(valid(**change), "b.json"))
    assert (outcome.code, outcome.stdout) == (2, b"")
    assert words in outcome.errors


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        (FACT, "faktum=verdi: grunn"),
        (f"{FACT}=ja", "faktum=verdi: grunn"),
        (f"{FACT}=kanskje: x", "Velg ja, delvis"),
        ("har_kommunikasjonsstrategy=ja: x", f"Mente du {FACT}?"),
        (f"{FACT}=ja: x", "Ingen er uenige om"),
    ],
)
def test_merge_says_what_is_wrong_with_a_resolution(
    inside: Runner, file: Path, setting: str, words: str
) -> None:
    outcome = inside("merge", file, "--resolve", setting)
    assert (outcome.code, outcome.stdout) == (2, b"")
    assert words in outcome.errors


def test_merge_does_not_choose_between_adjustments(
    inside: Runner, write: Write, valid: Valid
) -> None:
    change = {"question": "1.1.2", "dimension": "system", "to": 3, "reason": "r", "by": "b"}
    one = write(valid(adjustments=[change]), "a.json")
    same = inside("merge", one, write(valid(adjustments=[change]), "b.json"))
    assert same.data["adjustments"] == [change]
    outcome = inside("merge", one, write(valid(adjustments=[change | {"to": 4}]), "c.json"))
    assert outcome.code == 2
    assert "er justert ulikt i" in outcome.errors


# Adjustments.


@pytest.fixture
def adjusted(write: Write, valid: Valid) -> Path:
    named = {"reason": "Vist i *intervju*", "by": "Kari Konsulent"}
    changes = [
        {"question": "1.1.2", "dimension": "result", "to": 9, **named},
        {"finding": "1.1.2.ressurs-svakhet", **named},
    ]
    return write(valid(adjustments=changes), "justert.json")


def test_adjustments_stand_beside_what_the_rules_say(
    inside: Runner, file: Path, adjusted: Path
) -> None:
    own = inside("assess", file, "--format", "json").data
    outcome = inside("assess", adjusted, "--format", "json")
    data = outcome.data
    assert data["total"]["points"] == own["total"]["points"]
    assert data["total"]["adjusted"] == pytest.approx(own["total"]["points"] + 20 / 2 * 9 / 30)
    assert own["total"]["adjusted"] is None
    [out] = data["suppressed"]
    assert out["finding"] in own["findings"]
    assert out["finding"]["id"] not in {it["id"] for it in data["findings"]}
    validator(inside("schema", "result")).validate(data)

    text = " ".join(inside("assess", adjusted).text.split())
    for words in ("Justeringer", "Med justeringer:", "reglene alene gir", "er tatt ut."):
        assert words in text
    assert "1.1.2 Resultat: 0 etter reglene, justert til 9. Vist i *intervju* (Kari" in text
    assert "Justeringar" in inside("assess", adjusted, "--lang", "nn").text
    assert "Justeringer" not in inside("assess", file).text
    markdown = inside("assess", adjusted, "--format", "md").text
    assert "## Justeringer" in markdown
    assert "Vist i \\*intervju\\*" in markdown
    assert "Justert til 9/10" in inside("explain", adjusted, "1.1.2").text


def test_a_gate_is_judged_by_the_rules_and_not_by_adjustments(
    inside: Runner, file: Path, adjusted: Path
) -> None:
    points = inside("assess", file, "--format", "json").data["total"]["points"]
    wanted = str(int(points) + 1)
    assert inside("assess", adjusted, "--min-total", wanted, "-o", "ut.txt").code == 3


# What assess says.


def test_assess_shows_profile_findings_and_steps(assess: Callable[..., Outcome]) -> None:
    outcome = assess()
    assert outcome.errors == ""
    text = outcome.text
    assert text.startswith("Åmot (3422)  Kommunekompasset 3.1  1. mars 2026\n")
    heads = ["Profil\n", "Til sammen: ", "Styrker", "Utfordringer", "Svakheter", "Neste steg som"]
    places = [text.find(head) for head in [*heads, "Dette er i gang", "Finn ut dette først"]]
    assert -1 not in places
    assert places == sorted(places)
    assert "█" in text
    assert text.endswith("Se alle: --all.\n")


def test_all_shows_more(inside: Runner, write: Write) -> None:
    file = write(inside("new", "--date", "2026-03-01").data)
    some, every = inside("assess", file).text, inside("assess", file, "--all").text
    assert re.search(r"Finn ut dette først \(5 av \d+\)", some)
    assert "Finn ut dette først\n" in every
    assert every.count("\n? ") > some.count("\n? ") == 5


def test_plain_is_sentences_without_bars(assess: Callable[..., Outcome]) -> None:
    text = assess("--plain", "--all").text
    assert [glyph for glyph in BARS if glyph in text] == []
    assert re.search(r"^1\.1 Strategi for .*: \d+,\d av 20 poeng", text, re.M)


@pytest.mark.parametrize("lang", ["nb", "nn"])
@pytest.mark.parametrize("options", [[], ["--all"], ["--plain"], ["--plain", "--all"]], ids=str)
@pytest.mark.parametrize("state", ["mixed", "blank", "best", "worst"])
def test_no_line_is_wider_than_the_terminal(
    inside: Runner, write: Write, valid: Valid, lang: str, options: list[str], state: str
) -> None:
    answers = valid()
    if state != "mixed":
        answers = inside("new", "--municipality", "5540", "--date", "2026-12-31").data
    if state in ("best", "worst"):
        filled(answers, state == "best", evidence=False)
    write(answers)
    lines = inside("assess", "svar.json", *options, "--lang", lang).text.splitlines()
    assert len(lines) > 20
    assert [line for line in lines if len(line) > 80] == []


def test_text_follows_the_width_of_the_terminal(inside: Runner, file: Path) -> None:
    def widest(columns: str) -> int:
        lines = inside("assess", file.name, "--plain", env={"COLUMNS": columns}).text.splitlines()
        return max(map(len, lines))

    assert widest("80") <= 80
    assert 80 < widest("100") <= 100
    assert widest("500") <= 100


def test_nynorsk_says_the_same_in_other_words(assess: Callable[..., Outcome]) -> None:
    text = assess("--lang", "nn").text
    assert "eigenvurdering" in text
    assert "Veikskapar" in text
    nb, nn = assess("--format", "json").data, assess("--format", "json", "--lang", "nn").data
    assert (nb["lang"], nn["lang"]) == ("nb", "nn")
    assert nb["total"] == nn["total"]
    assert [it["id"] for it in nb["findings"]] == [it["id"] for it in nn["findings"]]
    assert [it["id"] for it in nb["next_steps"]] == [it["id"] for it in nn["next_steps"]]
    assert nb["areas"][0]["name"] != nn["areas"][0]["name"]


@pytest.mark.parametrize(("wanted", "got"), [("nn", "nn"), ("nn_NO.UTF-8", "nn"), ("de", "nb")])
def test_the_environment_chooses_a_language(
    inside: Runner, file: Path, wanted: str, got: str
) -> None:
    env = {"KOMPASS_LANG": wanted}
    assert inside("assess", file, "--format", "json", env=env).data["lang"] == got
    chosen = inside("assess", file, "--format", "json", "--lang", "nb", env=env)
    assert chosen.data["lang"] == "nb"


def test_markdown_is_a_document(assess: Callable[..., Outcome]) -> None:
    text = assess("--format", "md").text
    assert text.startswith("# Egenvurdering: Åmot\n")
    assert "| **Til sammen** | " in text
    assert re.search(r"^## Neste steg", text, re.M)
    assert "# Eigenvurdering: Åmot\n" in assess("--format", "md", "--lang", "nn").text


def levels(result: Any) -> Iterator[tuple[str, Any]]:
    yield "total", result["total"]
    for area in result["areas"]:
        yield area["id"], area
        for criterion in area["criteria"]:
            yield criterion["id"], criterion
            for question in criterion["questions"]:
                yield question["id"], question


def test_json_has_all_numbers_at_every_level(assess: Callable[..., Outcome]) -> None:
    result = assess("--format", "json").data  # data refuses NaN
    assert [name for name, level in levels(result) if not level.keys() >= NUMBERS] == []
    assert {"total", "1", "1.1", "1.1.1", "8", "8.4"} <= {name for name, _ in levels(result)}
    for name, level in levels(result):
        assert level["documented"] <= level["points"], name
        assert level["low"] <= level["points"] <= level["high"] <= level["reachable"], name
        assert level["reachable"] <= level["max"], name
        assert set(level["coverage"]) == {"asked", "answered", "documented"}, name
    assert result["total"]["max"] == 800
    assert result["total"]["coverage"]["answered"] == 8


def test_json_names_what_it_was_made_with(assess: Callable[..., Outcome]) -> None:
    result = assess("--format", "json").data
    assert result["schema"] == "kompass/result/1"
    assert "ikke det offisielle" in result["notice"]
    assert result["generator"]["name"] == "kompass"
    assert result["generator"]["version"] == __version__
    hashes = [result["framework"]["sha256"], result["framework"]["rules_sha256"]]
    assert all(re.fullmatch("[0-9a-f]{64}", it) for it in [*hashes, result["answers_sha256"]])


# The same input gives the same bytes.


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_same_answers_give_the_same_bytes(
    kompass: Runner, assess: Callable[..., Outcome], file: Path, form: str
) -> None:
    again = kompass("assess", file, "--format", form, env={"PYTHONHASHSEED": "7"})
    assert again == assess("--format", form)


def test_the_order_of_answers_does_not_matter(
    assess: Callable[..., Outcome], write: Write, valid: Valid
) -> None:
    first = assess("--format", "json")
    turned = valid(answers=dict(reversed(valid()["answers"].items())))
    write(dict(reversed(turned.items())))
    assert assess("--format", "json") == first


def test_bare_values_are_short_for_objects(
    assess: Callable[..., Outcome], write: Write, valid: Valid
) -> None:
    first = assess("--format", "json")
    answers = valid()["answers"]
    write(valid(answers={
        name: answer if isinstance(answer, dict) else {"value": answer}
        for name, answer in answers.items()
    }))  # fmt: skip
    assert assess("--format", "json") == first


def test_the_reference_evaluator_gives_the_same_result(assess: Callable[..., Outcome]) -> None:
    one = assess("--format", "json", "--engine", "auto").data
    other = assess("--format", "json", "--engine", "reference").data
    if availability() is None:
        assert one["generator"]["engine"].startswith("durable-rules ")
    assert other["generator"]["engine"] == "reference"
    for result in (one, other):
        result["generator"]["engine"] = ""
        result["notes"] = [it for it in result["notes"] if it["code"] != "reference_engine"]
    assert json.dumps(one) == json.dumps(other)


def test_verify_changes_nothing_when_the_evaluators_agree(assess: Callable[..., Outcome]) -> None:
    assert assess("--format", "json", "--verify") == assess("--format", "json")


def test_verify_stops_when_they_do_not(
    inside: Runner, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "kompass.inference.partition.ReferenceEvaluator.fired", lambda *_: frozenset({"no-rule"})
    )
    outcome = inside("assess", file, "--verify")
    assert (outcome.code, outcome.stdout) == (1, b"")
    assert "no-rule" in outcome.errors


# Where it is read from and written to.


@pytest.mark.parametrize("command", ["assess", "check", "explain"])
def test_a_dash_is_standard_input(inside: Runner, file: Path, command: str) -> None:
    target = [FACT] if command == "explain" else []
    piped = inside(command, "-", *target, stdin=file.read_bytes())
    named = inside(command, file.name, *target)
    assert piped.code == 0
    assert piped.text == named.text.replace(file.name, "-")


def test_faults_in_standard_input_have_lines(inside: Runner) -> None:
    outcome = inside("assess", "-", stdin=b'{\n"a" 1}')
    assert outcome.code == 4
    assert outcome.errors.startswith("-:2: ")


@pytest.mark.parametrize(
    "command",
    [
        ["assess", "svar.json"], ["assess", "svar.json", "--format", "json"],
        ["assess", "svar.json", "--format", "md"], ["explain", "svar.json", "1.1.2"],
        ["whatif", "svar.json", "--set", f"{FACT}=ja"],
        ["whatif", "svar.json", "--set", f"{FACT}=ja", "--format", "json"],
        ["schema", "answers"], ["new", "--date", "2026-03-01"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_output_goes_to_a_file_instead(
    inside: Runner, file: Path, tmp_path: Path, command: list[str]
) -> None:
    shown = inside(*command)
    written = inside(*command, "-o", "ut.txt")
    assert (shown.code, written.code) == (0, 0)
    assert written.stdout == b""
    assert len(shown.text) > 100
    assert (tmp_path / "ut.txt").read_bytes() == shown.stdout
    assert sorted(it.name for it in tmp_path.iterdir()) == [file.name, "ut.txt"]
    dash = inside(*command, "-o", "-")
    assert dash.stdout == shown.stdout


@pytest.mark.parametrize("command", [["assess"], ["explain", "1.1"], ["check"]], ids=" ".join)
def test_nothing_but_a_terminal_gets_colours(
    inside: Runner, file: Path, command: list[str]
) -> None:
    verb, *rest = command
    outcome = inside(verb, file, *rest, env={"FORCE_COLOR": "1", "TERM": "xterm-256color"})
    assert outcome.code == 0
    assert b"\x1b" not in outcome.stdout + outcome.stderr


# Explanations.


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("1", ["1 Offentlighet og demokrati: ", "1.1 Strategi for kommunikasjon"]),
        ("2", ["2 Samfunnsutvikling"]),
        ("1.1", ["1.1 Strategi for", "1.1.1 Hvordan", "1.1.2 Hvordan"]),
        ("1.1.2", ["ratingpoeng ×", PRACTICE, "Det som skal minst til", "uten dokumentasjon"]),
        ("1.1.1", ["Årsmelding 2025, side 3"]),
        ("1.1.2.praksis-uten-strategi", ["Regelen 1.1.2.praksis-uten-strategi slo til", FACT]),
        ("1.1.2.styrer", ["Funnet slår ikke til her"]),
        ("vedta-kommunikasjonsstrategi", ["månedsverk", "Endrer", FACT]),
        (FACT, [f"{FACT} [1.1.2]", "= nei", "Hva svarene betyr", "Spør kommunikasjonsansvarlig"]),
        ("kommunikasjonsarbeid_laering", ["ikke besvart"]),
    ],
)
def test_explain_explains_anything_with_an_id(
    inside: Runner, file: Path, target: str, words: list[str]
) -> None:
    outcome = inside("explain", file, target)
    assert (outcome.code, outcome.errors) == (0, "")
    assert [word for word in words if word not in " ".join(outcome.text.split())] == []


def test_explain_without_an_id_lists_what_can_be_explained(inside: Runner, file: Path) -> None:
    text = inside("explain", file).text
    assert f"kompass explain {file} ID" in " ".join(text.split())
    assert re.search(r"^  1\.1\.1  .* \d+,\d/\d+,\d$", text, re.M)


def test_explain_speaks_nynorsk(inside: Runner, file: Path) -> None:
    assert "Kva svara tyder" in inside("explain", file, FACT, "--lang", "nn").text


@pytest.mark.parametrize(
    ("target", "close"),
    [("har_kommunikasjonsstrategy", FACT), ("1.1.22", "1.1.2"), ("9", None)],
)
def test_explain_names_the_nearest_id(
    inside: Runner, file: Path, target: str, close: str | None
) -> None:
    outcome = inside("explain", file, target)
    assert (outcome.code, outcome.stdout) == (2, b"")
    assert f"Fant ikke {target} i Kommunekompasset 3.1." in outcome.errors
    assert (f"Mente du {close}?" in outcome.errors) == (close is not None)


# What if.


def test_whatif_shows_what_moves(inside: Runner, file: Path) -> None:
    before = file.read_bytes()
    settings = ["--set", f"{FACT}=ja", "--set", "har_demokratistrategi=ja"]
    outcome = inside("whatif", file, *settings)
    assert (outcome.code, outcome.errors) == (0, "")
    assert f"{FACT} = ja: " in outcome.text
    assert re.search(r"^Til sammen +\d+,\d → +\d+,\d +\+\d", outcome.text, re.M)
    assert "Funn som faller bort" in outcome.text
    assert file.read_bytes() == before
    assert "Funn som fell bort" in inside("whatif", file, *settings, "--lang", "nn").text


def test_whatif_as_json_agrees_with_the_assessment_of_such_answers(
    inside: Runner, file: Path, write: Write, valid: Valid
) -> None:
    moves = inside("whatif", file, "--set", f"{FACT}=ja", "--format", "json").data
    assert moves["changes"] == {FACT: "ja"}
    assert moves["before"] == inside("assess", file, "--format", "json").data["total"]
    changed = write(valid(answers=valid()["answers"] | {FACT: "ja"}), "annet.json")
    assert moves["after"] == inside("assess", changed, "--format", "json").data["total"]
    assert moves["after"]["points"] > moves["before"]["points"]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        (["x"], ["--set faktum=verdi"]),
        (["har_kommunikasjonsstrategy=ja"], [f"Mente du {FACT}?"]),
        ([f"{FACT}=kanskje"], ["kanskje", "ja, delvis, planlagt, nei, vet_ikke"]),
        ([f"{FACT}=ja", f"{FACT}=nei"], ["to ganger"]),
        (["x", f"{FACT}=kanskje"], ["faktum=verdi", "kanskje"]),
    ],
)
def test_whatif_refuses_what_makes_no_sense(
    inside: Runner, file: Path, settings: list[str], words: list[str]
) -> None:
    options = [part for setting in settings for part in ("--set", setting)]
    outcome = inside("whatif", file, *options)
    assert (outcome.code, outcome.stdout) == (2, b"")
    assert [word for word in words if word not in outcome.errors] == []


def test_whatif_knows_what_a_framework_does_not_ask(inside: Runner, file: Path, later: str) -> None:
    outcome = inside("whatif", file, "--set", f"{later}=ja")
    assert outcome.code == 2
    assert f"Kommunekompasset 3.1 spør ikke om {later}" in outcome.errors


# Schemas.


def validator(printed: Outcome) -> Draft202012Validator:
    Draft202012Validator.check_schema(printed.data)
    return Draft202012Validator(printed.data, format_checker=FormatChecker(["date"]))


@pytest.fixture
def answers_schema(inside: Runner) -> Draft202012Validator:
    return validator(inside("schema", "answers", "--framework", "kommunekompasset-3.1"))


def test_the_schema_of_answers_fits_valid_answers(
    inside: Runner, valid: Valid, answers_schema: Draft202012Validator
) -> None:
    answers_schema.validate(valid())
    blank = inside("new").data
    answers_schema.validate(blank)
    answers_schema.validate(filled(blank))
    validator(inside("schema", "answers")).validate(valid())


@pytest.mark.parametrize(
    "changes",
    [
        {"answers": {FACT: "alle"}}, {"answers": {FACT: {"value": "alle"}}},
        {"answers": {FACT: {"value": "ja", "notes": ""}}}, {"date": "2026-02-30"},
        {"framework": "kommunekompasset-3.2"}, {"municipality": {"number": 3422, "name": "Åmot"}},
        {"respondent": []},
    ],
    ids=str,
)  # fmt: skip
def test_the_schema_of_answers_refuses_others(
    answers_schema: Draft202012Validator, valid: Valid, changes: dict[str, Any]
) -> None:
    with pytest.raises(ValidationError):
        answers_schema.validate(valid(**changes))


def test_the_schema_of_answers_tells_editors_what_facts_mean(inside: Runner) -> None:
    facts = inside("schema", "answers", "--framework", "kommunekompasset-3.1", "--lang", "nn")
    fact = facts.data["properties"]["answers"]["properties"][FACT]
    assert fact["title"] == "Har kommunen ein kommunikasjonsstrategi som gjeld i dag?"
    assert fact["description"].splitlines()[0].startswith("ja: ")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda it: it.stem)
def test_examples_fit_the_schema_and_can_be_assessed(inside: Runner, example: Path) -> None:
    answers = json.loads(example.read_bytes())
    options = ["--framework", answers["framework"]]
    validator(inside("schema", "answers", *options, content=None)).validate(answers)
    result = inside("assess", example, "--format", "json", content=None)
    assert result.code == 0, result.errors
    validator(inside("schema", "result")).validate(result.data)


@pytest.mark.parametrize("state", ["mixed", "blank", "best", "worst"])
def test_the_schema_of_results_fits_results(
    inside: Runner, write: Write, valid: Valid, state: str
) -> None:
    schema = validator(inside("schema", "result"))
    answers = valid() if state == "mixed" else inside("new", "--date", "2026-03-01").data
    if state in ("best", "worst"):
        filled(answers, state == "best")
    result = inside("assess", write(answers), "--format", "json").data
    schema.validate(result)
    del result["total"]["high"]
    assert not schema.is_valid(result)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["answers", "--framework", "kommunekompasset-33"], "Mente du kommunekompasset-3."),
        (["result", "--framework", "kommunekompasset-3.1"], "bare answers"),
        (["answer"], "'answers'"),
    ],
)
def test_schema_says_what_it_does_not_know(
    inside: Runner, arguments: list[str], words: str
) -> None:
    outcome = inside("schema", *arguments)
    assert (outcome.code, outcome.stdout) == (2, b"")
    assert words in outcome.errors


# Gates.


@pytest.mark.parametrize(
    ("gates", "code", "words"),
    [
        (["--min-total", "0"], 0, ""),
        (["--min-area", "1=0", "--min-area", "3=0"], 0, ""),
        (["--min-total", "799"], 3, "kravet er 799"),
        (["--min-area", "1=99,5"], 3, "Område 1 har "),
        (["--min-area", "1=0", "--min-area", "3=50"], 3, "Område 3 har 0"),
        (["--require-complete"], 5, "fakta er ikke besvart"),
        (["--min-total", "799", "--require-complete"], 3, "kravet er 799"),
        (["--min-area", "9=1"], 2, "område 9"),
        (["--min-area", "1"], 2, "3=50"),
        (["--min-area", "1=mye"], 2, "3=50"),
        (["--min-area", "1=nan"], 2, "nan"),
        (["--min-total", "nan"], 2, "nan"),
        (["--min-total", "mye"], 2, "mye"),
    ],
)
def test_gates_decide_the_exit_code(
    inside: Runner, file: Path, gates: list[str], code: int, words: str
) -> None:
    outcome = inside("assess", file, *gates, "--format", "json")
    assert outcome.code == code
    assert words in outcome.errors
    if code == 2:
        assert outcome.stdout == b""
    else:
        assert outcome.data["schema"] == "kompass/result/1"  # also when a gate is not met


def test_a_low_score_is_not_an_error(inside: Runner, write: Write) -> None:
    worst = filled(inside("new", "--municipality", "0301", "--date", "2026-03-01").data, best=False)
    outcome = inside("assess", write(worst), "--require-complete")
    assert (outcome.code, outcome.errors) == (0, "")


# Tools.


def test_doctor_finds_this_machine_well(inside: Runner, cache_folder: Path) -> None:
    outcome = inside("doctor")
    assert (outcome.code, outcome.errors) == (0, "")
    text = outcome.text
    assert f"kompass      {__version__}\n" in text
    assert ("durable-rules" if availability() is None else "reference") in text
    assert str(cache_folder) in text
    assert "kommunekompasset-3.1: 2 spørsmål" in text
    assert re.search(r"Selvtest +[1-9]\d* regelsett gir samme svar", text)


def test_doctor_explains_content_it_cannot_read(inside: Runner, tmp_path: Path) -> None:
    outcome = inside("doctor", content=tmp_path)
    assert outcome.code == 1
    assert "Fant ikke mappene questionnaires" in outcome.errors


def test_content_check_and_test_pass(inside: Runner) -> None:
    checked = inside("content", "check")
    assert (checked.code, checked.errors) == (0, "")
    assert checked.text.startswith("Ingen feil: 3 spørsmål")
    tested = inside("content", "test")
    assert (tested.code, tested.errors) == (0, "")
    assert re.search(r"^[1-9]\d* prøver, 0 feil; .*\(100%\)", tested.text)
    some = inside("content", "test", "1.1")
    assert some.code == 0
    assert int(some.text.split()[0]) < int(tested.text.split()[0])


def test_content_test_fails_when_a_case_does(inside: Runner, changed: Path) -> None:
    [cases] = changed.glob("tests/rules/*/1.1-*.yaml")
    text = cases.read_text("utf-8")
    wrong = re.sub(r"(expect: \{1\.1\.2: \{system: )\d+", r"\g<1>9", text, count=1)
    assert wrong != text
    cases.write_text(wrong, "utf-8")
    outcome = inside("content", "test", content=changed)
    assert outcome.code == 4
    line = 1 + wrong[: wrong.index("system: 9")].count("\n")
    assert re.search(rf"1\.1-.*\.yaml:({line}|\d+): ", outcome.errors)
    assert " 1 feil;" in outcome.text


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("- kommunikasjon\n", "- komunikasjon\n", "mente du kommunikasjon?"),
        ("answers: omfang", "answers: omfangg", "omfang"),
        ("questions:", "questions: &x", "ankre"),
        ("criterion:", "criterion: 'x", "ikke gyldig YAML"),
    ],
)
def test_faults_in_content_have_lines(
    inside: Runner, file: Path, changed: Path, old: str, new: str, words: str
) -> None:
    [questions] = changed.glob("questionnaires/*/1.1-*.yaml")
    text = questions.read_text("utf-8")
    assert old in text
    questions.write_text(text.replace(old, new, 1), "utf-8")
    for command in (["content", "check"], ["assess", str(file)]):
        outcome = inside(*command, content=changed)
        assert (outcome.code, outcome.stdout) == (4, b"")
        assert re.search(r"1\.1-.*\.yaml:\d+: ", outcome.errors)
        assert words in outcome.errors


def test_content_show_shows_a_question_and_a_criterion(inside: Runner) -> None:
    question = inside("content", "show", "1.1.2")
    assert (question.code, question.errors) == (0, "")
    heads = ["FAKTA", "POENG", "PROFILER", "FUNN", "NESTE STEG"]
    assert [head for head in heads if f"\n{head}" not in question.text] == []
    assert inside("content", "show", FACT).text == question.text
    criterion = inside("content", "show", "1.1").text
    assert question.text in criterion
    assert criterion.startswith("1.1.1  ")
    assert "Korleis styrer" in inside("content", "show", "1.1.2", "--lang", "nn").text


def test_content_show_names_the_nearest_id(inside: Runner) -> None:
    outcome = inside("content", "show", "har_kommunikasjonsstrategy")
    assert (outcome.code, outcome.stdout) == (2, b"")
    assert f"Mente du {FACT}?" in outcome.errors


def test_content_stats_counts(inside: Runner) -> None:
    outcome = inside("content", "stats")
    assert (outcome.code, outcome.errors) == (0, "")
    assert "kommunekompasset-3.1: 2 av 75 spørsmål\nkommunekompasset-3.2: 3 av" in outcome.text
    data = inside("content", "stats", "--format", "json").data
    assert data["areas"][0]["questions"] == 3
    assert data["cases"] > 0


def test_content_hour_measures_the_core(inside: Runner) -> None:
    outcome = inside("content", "hour", "--facts", "5")
    assert outcome.code == 0
    assert outcome.errors == "Måler på tenkte kommuner; det tar noen sekunder.\n"
    assert "av spennet mellom laveste og høyeste poengsum" in outcome.text
    assert "De 5 som forteller mest" in outcome.text
    data = inside("content", "hour", "--format", "json").data
    assert 0 < data["told"] <= data["at_best"] <= 1
    assert data["minutes"] < data["all_minutes"]
    assert data["best"] == []


def test_content_hour_says_what_it_cannot_measure(inside: Runner) -> None:
    few = inside("content", "hour", "--facts", "1")
    assert (few.code, few.stdout) == (2, b"")
    assert "(ett per spørsmål)" in few.errors
    unknown = inside("content", "hour", "--framework", "nix")
    assert unknown.code == 2
    assert "Velg blant: kommunekompasset-3.1" in unknown.errors


def test_content_tune_suggests_within_bounds_and_swaps(inside: Runner) -> None:
    outcome = inside("content", "tune", content=None)
    assert (outcome.code, outcome.errors) == (0, "")
    assert "Stilt inn på Åmot, Røros:" in outcome.text
    assert "Åmot → Røros: " in outcome.text
    assert "Røros → Åmot: " in outcome.text
    alone = inside("content", "tune", "--on", "amot-2026", content=None)
    assert "Stilt inn på Åmot:" in alone.text
    wrong = inside("content", "tune", "--on", "amot-2025", content=None)
    assert (wrong.code, wrong.stdout) == (2, b"")
    assert "Mente du amot-2026?" in wrong.errors


@pytest.mark.parametrize("command", ["cases", "tune"])
def test_without_examples_it_says_where_to_put_them(
    inside: Runner, tmp_path: Path, command: str
) -> None:
    (tmp_path / "tom").mkdir()
    outcome = inside("content", command, "--examples", tmp_path / "tom", content=None)
    assert (outcome.code, outcome.stdout) == (2, b"")
    assert "NAVN.published.json" in outcome.errors


# Help and usage.


@pytest.mark.parametrize("command", [[], *COMMANDS], ids=lambda it: " ".join(it) or "kompass")
def test_help_names_every_option(inside: Runner, command: list[str]) -> None:
    found: Any = group.group
    for name in command:
        found = found.get_command(None, name)
    for flag in ("--help", "-h"):
        outcome = inside(*command, flag)
        assert (outcome.code, outcome.errors) == (0, "")
        assert outcome.text.startswith(" ".join(["Usage: kompass", *command]))
        options = [name for parameter in found.params for name in parameter.opts]
        flags = [name for name in options if name.startswith("-")]
        assert [flag for flag in flags if flag not in outcome.text] == []
    if hasattr(found, "commands_at"):
        for name, (_, summary) in found.commands_at.items():
            assert re.search(rf"^  {name} +{re.escape(summary)}$", outcome.text, re.M)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_summary_in_the_group_is_that_of_the_command(command: list[str]) -> None:
    found: Any = group.group
    summary = None
    for name in command:
        _, summary = found.commands_at[name]
        found = found.get_command(None, name)
    assert found.short_help in (summary, None)  # None at the group of content


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["asess"], "Mente du assess?"),
        (["content", "chekc"], "Mente du check?"),
        (["zzz"], "zzz"),
        (["assess"], "FIL"),
        (["assess", "svar.json", "--fromat", "json"], "--format"),
        (["assess", "svar.json", "--format", "xml"], "xml"),
        (["assess", "svar.json", "--lang", "en"], "'nb', 'nn'"),
        (["assess", "svar.json", "--engine", "clips"], "reference"),
        (["assess", "svar.json", "annet.json"], "annet.json"),
        (["whatif", "svar.json"], "--set"),
        ([], "assess"),
        (["content"], "check"),
    ],
)
def test_usage_is_explained(inside: Runner, arguments: list[str], words: str) -> None:
    outcome = inside(*arguments)
    assert (outcome.code, outcome.stdout) == (2, b"")
    assert words in outcome.errors


def test_version(inside: Runner) -> None:
    outcome = inside("--version")
    assert (outcome.code, outcome.text, outcome.errors) == (0, f"kompass {__version__}\n", "")
