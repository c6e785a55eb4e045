"""The commands that write reports: every format, and every way it can go wrong."""

from __future__ import annotations

import io
import json
import os
import re
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from kompass.cli.report import FORMATS
from kompass.desk import rendering

if TYPE_CHECKING:
    from tests.cli.conftest import Outcome, Runner, Start, Valid, Write

SIGNATURES = {
    "docx": b"PK\x03\x04",
    "pdf": b"%PDF-1.7",
    "html": b"<!doctype html>",
    "md": b"---\ntitle: ",
    "xlsx": b"PK\x03\x04",
}
RENDERED = rendering.RENDERED
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d494844520000000100000001080600000 01f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082".replace(" ", "")
)
PUBLISHED: dict[str, Any] = {
    "schema": "kompass/published/1",
    "municipality": "Åmot",
    "year": 2020,
    "source": "En rapport",
    "areas": {"1": 32},
}


class Reporter(Protocol):
    """Runs ``kompass report`` on a file, with the small content."""

    def __call__(self, file: str | Path, *arguments: str | Path, stdin: bytes = b"") -> Outcome: ...


@pytest.fixture
def file(write: Write, valid: Valid) -> Path:
    return write(valid())


@pytest.fixture
def report(inside: Runner, small: Path) -> Reporter:
    def report(file: str | Path, *arguments: str | Path, stdin: bytes = b"") -> Outcome:
        return inside("report", file, "--content", small, *arguments, stdin=stdin)

    return report


def refused(outcome: Outcome, code: int, *words: str) -> str:
    """Look for a refusal of one line or more, with nothing on standard output."""
    assert (outcome.code, outcome.stdout) == (code, b"")
    for word in words:
        assert word in outcome.errors
    return outcome.errors


def signed(data: bytes, form: str) -> bool:
    if form in ("docx", "xlsx") and data.startswith(SIGNATURES[form]):
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
        return ("word/document.xml" if form == "docx" else "xl/workbook.xml") in names
    return data.startswith(SIGNATURES[form])


# Formats.


@pytest.mark.parametrize("form", FORMATS)
def test_the_ending_of_the_file_decides(
    report: Reporter, file: Path, tmp_path: Path, form: str
) -> None:
    outcome = report(file, "-o", f"rapport.{form}")
    assert (outcome.code, outcome.stdout, outcome.errors) == (0, b"", "")
    assert signed((tmp_path / f"rapport.{form}").read_bytes(), form)


@pytest.mark.parametrize("form", FORMATS)
def test_a_format_can_be_asked_for(report: Reporter, file: Path, tmp_path: Path, form: str) -> None:
    shown = report(file, "--format", form)
    assert (shown.code, shown.errors) == (0, "")
    assert signed(shown.stdout, form)
    odd = report(file, "--format", form, "-o", "uten_endelse")
    assert odd.code == 0
    assert (tmp_path / "uten_endelse").read_bytes() == shown.stdout


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.htm", "html"), ("a.markdown", "md"), ("RAPPORT 2.MD", "md"), ("v1.2.Html", "html")],
)
def test_endings_that_mean_the_same(
    report: Reporter, file: Path, tmp_path: Path, name: str, form: str
) -> None:
    assert report(file, "-o", name).code == 0
    assert signed((tmp_path / name).read_bytes(), form)
    asked = report(file, "-o", "-", "--format", form)
    assert asked.stdout == (tmp_path / name).read_bytes()


@pytest.mark.parametrize("command", ["report", "render"])
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Hvilket format? Bruk --format, eller -o med en av endelsene ."),
        (["-o", "rapport"], "Hvilket format?"),
        (["-o", "rapport.odt"], "Kjenner ikke formatet .odt. Velg en av endelsene ."),
        (["-o", "rapport.doc"], "Kjenner ikke formatet .doc."),
        (["-o", "rapport.pdf", "--format", "html"], "--format html passer ikke med rapport.pdf"),
        (["-o", "rapport.htm", "--format", "pdf"], "--format pdf passer ikke med rapport.htm"),
        (["--format", "odt"], "'odt'"),
        (["-o", "rapport.pdf", "--template", "mal.docx"], "--template gjelder bare Word"),
        (["-o", "rapport.html", "--template", "mal.docx"], "--template gjelder bare Word"),
    ],
)
def test_a_format_that_cannot_be_is_refused_before_anything_is_read(
    inside: Runner, tmp_path: Path, command: str, arguments: list[str], words: str
) -> None:
    refused(inside(command, "finnes ikke.json", *arguments), 2, words)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", ["md", "xlsx"])
def test_a_logo_where_there_is_no_room_for_one_is_refused(
    report: Reporter, file: Path, form: str
) -> None:
    refused(report(file, "--format", form, "--logo", "x.png"), 2, f"--logo gjelder ikke {form}")
    refused(report(file, "--format", form, "--template", "x.docx"), 2, "--template gjelder bare")


def test_render_does_not_make_what_it_reads(inside: Runner, write: Write) -> None:
    file = write(b"# Hei\n", "rapport.md")
    for form in ("md", "xlsx"):
        refused(inside("render", file, "-o", f"ut.{form}"), 2, f".{form}", ".html, .pdf, .docx")


# What is in them.


@pytest.mark.parametrize("lang", ["nb", "nn"])
@pytest.mark.parametrize("audience", ["konsulent", "leder", "innbygger"])
def test_readers_and_languages(report: Reporter, file: Path, lang: str, audience: str) -> None:
    text = report(file, "--format", "md", "--lang", lang, "--audience", audience).text
    assert f'\nlang: "{lang}"\n' in text
    assert ("## Vedlegg: Alle spørsmål" in text) == (audience == "konsulent")
    assert ("ikkje det offisielle" in text) == (lang == "nn")
    page = report(file, "--format", "html", "--lang", lang, "--audience", audience).text
    assert f'<html lang="{lang}-NO">' in page


def test_a_title_can_be_given(report: Reporter, file: Path) -> None:
    text = report(file, "--format", "md", "--title", 'Vår "egen" *vurdering*').text
    assert 'title: "Vår \\"egen\\" *vurdering*"' in text
    assert '# Vår "egen" \\*vurdering\\*\n' in text


@pytest.mark.parametrize("form", ["md", "html", "pdf"])
def test_a_title_that_is_not_utf8_does_no_harm(report: Reporter, file: Path, form: str) -> None:
    """A command line hands over such bytes as lone surrogates."""
    outcome = report(file, "--format", form, "--title", os.fsdecode(b"For \xff oss"))
    assert (outcome.code, outcome.errors) == (0, "")


def test_answers_can_come_from_standard_input_and_from_a_workbook(
    inside: Runner, report: Reporter, file: Path, tmp_path: Path
) -> None:
    given = report(file, "--format", "md")
    assert report("-", "--format", "md", stdin=file.read_bytes()).text == given.text
    assert inside("new", "--from", file, "-o", "svar.xlsx").code == 0
    told = report(tmp_path / "svar.xlsx", "--format", "md")
    assert told.code == 0
    tables = [line for line in given.text.splitlines() if line.startswith("| ")]
    assert [
        line for line in tables if line not in told.text.splitlines() and "sha256" not in line
    ] == []


def test_a_character_the_font_lacks_is_told(report: Reporter, write: Write, valid: Valid) -> None:
    answers = valid()
    answers["answers"]["utvikler_lokaldemokratiet_planmessig"]["evidence"][0]["title"] = "漢字 A"
    file = write(answers)
    outcome = report(file, "--format", "pdf")
    assert outcome.code == 0
    assert outcome.errors == ("Skriften mangler 2 tegn, som er byttet ut i PDF-en: U+5B57 U+6F22\n")
    assert report(file, "--format", "html").errors == ""


def test_the_same_report_from_another_process(
    kompass: Runner, inside: Runner, write: Write, file: Path, small: Path, tmp_path: Path
) -> None:
    """Neither the order of sets, the clock nor the folder shows in a report."""
    arguments: list[str | Path] = [
        "report", file, "--content", small, "--previous", write(PUBLISHED, "2020.json"),
        "--format", "html", "--lang", "nn",
    ]  # fmt: skip
    here = inside(*arguments)
    there = kompass(*arguments, env={"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"})
    assert here.code == there.code == 0
    assert here.stdout == there.stdout
    assert str(tmp_path).encode() not in here.stdout


# Earlier years.


def test_earlier_years_are_compared_with(
    report: Reporter, write: Write, file: Path, inside: Runner
) -> None:
    published = write(PUBLISHED, "2020.json")
    before = inside("assess", file, "--format", "json", "-o", "2024.json")
    assert before.code == 0
    result = json.loads((file.parent / "2024.json").read_text("utf-8")) | {"date": "2024-05-01"}
    computed = write(result, "2024.json")
    outcome = report(file, "--format", "md", "--previous", computed, "--previous", published)
    assert (outcome.code, outcome.errors) == (0, "")
    head = next(line for line in outcome.text.splitlines() if line.startswith("| Område |"))
    assert head.startswith("| Område | 2020 | 2024 | Nå (2026) |")
    assert 'years = ["2020", "2024", "2026"]' in outcome.text
    assert "- 2020: En rapport" in outcome.text


@pytest.mark.parametrize("form", ["md", "xlsx"])
def test_what_looks_like_a_mix_up_is_told(
    report: Reporter, write: Write, file: Path, form: str
) -> None:
    other = write(PUBLISHED | {"municipality": "Ås\x1b[31m"}, "annen.json")
    later = write(PUBLISHED | {"year": 2026, "municipality": "ÅMOT"}, "senere.json")
    outcome = report(file, "--format", form, "--previous", other, "--previous", later)
    assert outcome.code == 0
    assert outcome.errors.splitlines() == [
        "Advarsel: tidligere resultat gjelder Ås [31m, svarene gjelder Åmot.",
        "Advarsel: resultatet fra 2026 er ikke eldre enn svarene (2026).",
    ]
    assert signed(outcome.stdout, form)


def test_an_answers_file_as_an_earlier_year_is_explained(report: Reporter, file: Path) -> None:
    told = refused(report(file, "--format", "md", "--previous", file), 4)
    assert told == (
        f"{file}: dette er en svarfil; regn den ut først: "
        f"kompass assess {file} --format json -o resultat.json\n"
    )


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        ({"schema": "noe annet"}, 2, 'skal ha "schema": "kompass/result/1"'),
        ([1, 2], 0, 'skal ha "schema"'),
        (b"{\n'a': 1}", 2, "kan ikke leses som JSON"),
        (b"", 1, "kan ikke leses som JSON"),
        (b"\xff\xfe", 1, "kan ikke leses som JSON"),
        ({k: v for k, v in PUBLISHED.items() if k != "year"}, 1, "year mangler"),
        (PUBLISHED | {"year": "i fjor"}, 4, "year: "),
        (PUBLISHED | {"year": 20200}, 4, "year: "),
        (PUBLISHED | {"areas": {"1": -1}}, 7, "areas.1: "),
        (PUBLISHED | {"areas": {"1": "mange"}}, 7, "areas.1: "),
        ({"schema": "kompass/result/1"}, 1, "mangler"),
    ],
)
def test_a_wrong_earlier_year_is_told_with_its_line(
    report: Reporter, write: Write, file: Path, content: Any, line: int, words: str
) -> None:
    wrong = write(content, "tidligere.json")
    told = refused(report(file, "--format", "md", "--previous", wrong), 4, words)
    assert all(it.startswith(f"{wrong}:") or it.endswith(" feil.") for it in told.splitlines())
    if line:
        assert told.startswith(f"{wrong}:{line}: ")


def test_faults_in_every_earlier_year_are_told_at_once(
    report: Reporter, write: Write, file: Path
) -> None:
    one, two = write(b"{", "en.json"), write(PUBLISHED | {"year": 1}, "to.json")
    told = refused(report(file, "--format", "md", "--previous", one, "--previous", two), 4)
    assert f"{one}:" in told
    assert f"{two}:4: " in told
    assert told.endswith("2 feil.\n")


def test_an_earlier_year_that_is_not_there(report: Reporter, file: Path) -> None:
    refused(report(file, "--format", "md", "--previous", "nei.json"), 2, "Fant ikke fila nei.json")


# Answers.


def test_answers_that_are_not_there(report: Reporter, tmp_path: Path) -> None:
    refused(report("nei.json", "-o", "rapport.md"), 2, "Fant ikke fila nei.json")
    assert list(tmp_path.iterdir()) == []


def test_every_fault_in_the_answers_is_told_at_once(
    report: Reporter, write: Write, valid: Valid, tmp_path: Path
) -> None:
    answers = valid(date="i dag")
    answers["answers"]["har_kommunikasjonsstrategi"] = "kanskje"
    answers["answers"]["finnes_ikke"] = "ja"
    file = write(answers)
    told = refused(report(file, "-o", "rapport.html"), 4)
    lines = told.splitlines()
    assert lines[-1] == "3 feil."
    assert all(re.match(rf"{re.escape(str(file))}:\d+: ", it) for it in lines[:-1])
    assert not (tmp_path / "rapport.html").exists()


def test_a_warning_about_the_answers_is_told(report: Reporter, write: Write, valid: Valid) -> None:
    file = write(valid(municipality={"number": "3422", "name": "Åmodt"}))
    outcome = report(file, "--format", "md")
    assert outcome.code == 0
    assert outcome.errors.startswith("Advarsel: ")
    assert outcome.text.startswith("---\n")


# Logos.


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("logo.png", PNG),
        ("logo", PNG),
        ("logo.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'),
        ("logo.svg", b'<?xml version="1.0"?>\n<!-- x --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'),
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["html", "pdf"])
def test_a_logo_stands_on_the_front_page(
    report: Reporter, write: Write, file: Path, form: str, name: str, data: bytes
) -> None:
    logo = write(data, name)
    outcome = report(file, "--format", form, "--logo", logo)
    assert (outcome.code, outcome.errors) == (0, "")
    assert signed(outcome.stdout, form)
    if form == "html":
        assert 'alt="Åmot kommune"' in outcome.text
        assert "data:image/" in outcome.text
    assert outcome.stdout != report(file, "--format", form).stdout


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"GIF89a", "er ikke et bilde kompass kan bruke; velg PNG, JPEG eller SVG."),
        (b"", "er ikke et bilde"),
        (b"<html>", "er ikke et bilde"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 2_000_000, "er større enn 2 MB"),
    ],
)
def test_a_logo_that_cannot_be_used(
    report: Reporter, write: Write, file: Path, inside: Runner, data: bytes, words: str
) -> None:
    logo = write(data, "logo.png")
    refused(report(file, "-o", "rapport.html", "--logo", logo), 2, words, "logo.png")
    made = write(b"# T\n", "rapport.md")
    refused(inside("render", made, "-o", "rapport.html", "--logo", logo), 2, words)
    assert not (file.parent / "rapport.html").exists()


def test_a_logo_that_is_broken_or_not_there(report: Reporter, write: Write, file: Path) -> None:
    broken = write(PNG[:20], "logo.png")
    told = refused(report(file, "-o", "rapport.pdf", "--logo", broken), 1, "PDF-en kan ikke lages")
    assert len(told.splitlines()) == 1
    refused(report(file, "-o", "rapport.pdf", "--logo", "nei.png"), 2, "Fant ikke fila nei.png")


# What may be missing or go wrong.


@pytest.mark.parametrize(
    ("form", "module", "extra"),
    [
        ("md", "jinja2", "report"),
        ("html", "mdit_py_plugins", "report"),
        ("pdf", "typst", "report"),
        ("docx", "docx", "report"),
        ("xlsx", "openpyxl", "excel"),
    ],
)
def test_an_extra_that_is_not_installed_is_named_in_one_line(
    report: Reporter,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
    form: str,
    module: str,
    extra: str,
) -> None:
    there = find_spec
    monkeypatch.setattr(
        rendering, "find_spec", lambda name: there(name) if name != module else None
    )
    told = refused(report(file, "--format", form), 1)
    assert told == (
        f"Formatet {form} trenger tillegget {extra}. Installer det slik: "
        f'pip install "kompass-egenvurdering[{extra}]"\n'
    )


def test_a_format_that_needs_little_is_written_without_the_rest(
    report: Reporter, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = find_spec
    absent = ("typst", "docx", "openpyxl")
    monkeypatch.setattr(
        rendering, "find_spec", lambda name: None if name in absent else there(name)
    )
    for form in ("md", "html"):
        assert report(file, "--format", form).code == 0


@pytest.mark.parametrize(
    ("form", "problem", "code"),
    [
        *((form, KeyboardInterrupt(), 130) for form in FORMATS),
        ("html", OSError(28, "Disken er full"), 1),
    ],
)
def test_an_interrupted_write_leaves_the_old_file(
    report: Reporter, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    form: str, problem: BaseException, code: int,
) -> None:  # fmt: skip
    def stop(_: int) -> None:
        raise problem

    target = tmp_path / f"rapport.{form}"
    target.write_bytes(b"den gamle")
    monkeypatch.setattr(os, "fsync", stop)
    outcome = report(file, "-o", target)
    assert outcome.code == code
    assert target.read_bytes() == b"den gamle"
    assert sorted(it.name for it in tmp_path.iterdir()) == sorted([file.name, target.name])


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nei/rapport.html", "mappa nei finnes ikke"),
        (".html", ""),
        ("mappe.html", "det er en mappe"),
    ],
)
def test_where_a_report_cannot_be_written(
    report: Reporter, file: Path, tmp_path: Path, name: str, words: str
) -> None:
    (tmp_path / "mappe.html").mkdir()
    outcome = report(file, "-o", name)
    if words:
        refused(outcome, 1, words)
    else:  # a name without anything before the dot has no ending
        refused(outcome, 2, "Hvilket format?")


def test_a_pipe_that_closes_is_no_fault(start: Start, file: Path, small: Path) -> None:
    with start("report", file, "--content", small, "--format", "html") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read(1) == b"<"
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


# An edited report.


class Text(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.feed(page)

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def __str__(self) -> str:
        return " ".join(" ".join(self.parts).split())


@pytest.fixture
def manuscript(report: Reporter, file: Path, tmp_path: Path) -> Path:
    target = tmp_path / "rapport.md"
    assert report(file, "-o", target).code == 0
    return target


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_an_edited_passage_and_an_edited_number_show(
    inside: Runner, manuscript: Path, tmp_path: Path
) -> None:
    before = inside("render", manuscript, "--format", "html").text
    edit(manuscript, "\n## Resultatet\n", "\nVi har *selv* lagt til dette.\n\n## Hva vi fant\n")
    bars = manuscript.read_text("utf-8").split("[[bars]]")[1]
    points = re.search(r"^points = ([\d.]+)$", bars, re.M)
    assert points
    edited = manuscript.read_text("utf-8").replace(bars, bars.replace(points[0], "points = 0.25"))
    manuscript.write_text(edited, "utf-8")
    for form in RENDERED:
        outcome = inside("render", manuscript, "-o", f"ut.{form}")
        assert (outcome.code, outcome.stdout, outcome.errors) == (0, b"", "")
        assert signed((tmp_path / f"ut.{form}").read_bytes(), form)
    page = (tmp_path / "ut.html").read_text("utf-8")
    assert "Vi har <em>selv</em> lagt til dette." in page
    assert "Hva vi fant" in str(Text(page))
    drawings = [re.findall(r"<svg.*?</svg>", it, re.S) for it in (before, page)]
    changed = [at for at, (a, b) in enumerate(zip(*drawings, strict=True)) if a != b]
    assert len(changed) == 1


@pytest.mark.parametrize("form", [it for it in RENDERED if it != "docx"])
def test_render_gives_what_report_gives(
    report: Reporter, inside: Runner, file: Path, manuscript: Path, form: str
) -> None:
    rendered = inside("render", manuscript, "--format", form)
    assert rendered.stdout == report(file, "--format", form).stdout
    assert (
        inside("render", "-", "--format", form, stdin=manuscript.read_bytes()).stdout
        == rendered.stdout
    )


def test_render_needs_no_answers_and_no_content(inside: Runner, write: Write) -> None:
    file = write("\ufeff# Vår rapport\r\n\r\nTekst.\r\n".encode(), "min.md")
    outcome = inside("render", file, "--format", "html", content=None)
    assert outcome.code == 0
    assert "<h1>Vår rapport</h1>" in outcome.text


def test_a_broken_report_is_told_with_its_lines(
    inside: Runner, manuscript: Path, tmp_path: Path
) -> None:
    edit(manuscript, "lang: ", "sprak: ")
    edit(manuscript, "high = ", "hoyest = ")
    edit(manuscript, "## Resultatet", "##")
    outcome = inside("render", manuscript, "-o", "rapport.pdf")
    lines = refused(outcome, 4).splitlines()
    assert lines[-1] == f"{len(lines) - 1} feil."
    text = manuscript.read_text("utf-8").splitlines()
    assert f"{manuscript}:6: ukjent linje i hodet: sprak." in lines[0]
    assert all(re.match(rf"{re.escape(str(manuscript))}:\d+: ", it) for it in lines[:-1])
    assert f"{manuscript}:{text.index('##') + 1}: overskriften er tom" in outcome.errors
    assert "diagrammet, hoyest: er ikke en kjent nøkkel her" in outcome.errors
    assert not (tmp_path / "rapport.pdf").exists()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("Åmot".encode("latin-1"), "fila er ikke UTF-8; lagre den slik"),
        (b"a" * 5_000_001, "rapporten er større enn 5 MB"),
        (b"```diagram\nkind = \n```", "rapport.md:2: diagrammet er ikke gyldig TOML"),
        (b"---\ndate: i dag\n---\n", "rapport.md:2: date skal være en dag"),
    ],
)
def test_a_report_that_cannot_be_rendered(
    inside: Runner, write: Write, data: bytes, words: str
) -> None:
    file = write(data, "rapport.md")
    refused(inside("render", file, "--format", "html"), 4, words)
    shown = words.replace("rapport.md:", "-:")
    refused(inside("render", "-", "--format", "html", stdin=data), 4, shown)


def test_render_of_what_is_not_there(inside: Runner, tmp_path: Path) -> None:
    refused(inside("render", "nei.md", "--format", "html"), 2, "Fant ikke fila nei.md")
    refused(inside("render", tmp_path, "--format", "html"), 2, "er en mappe, ikke en fil")


def test_render_says_what_the_font_lacks(inside: Runner, write: Write) -> None:
    outcome = inside("render", write("# 漢\n\náčđŋšŧž\n".encode(), "a.md"), "--format", "pdf")
    assert outcome.code == 0
    assert outcome.errors == "Skriften mangler 1 tegn, som er byttet ut i PDF-en: U+6F22\n"


# Word templates.


def test_a_template_that_cannot_be_used(report: Reporter, write: Write, file: Path) -> None:
    for data in (b"ikke en mal", b"PK\x03\x04rusk", b""):
        wrong = write(data, "mal.docx")
        outcome = report(file, "-o", "rapport.docx", "--template", wrong)
        assert outcome.code in (1, 2, 4)
        assert "Malen" in outcome.errors
        assert len(outcome.errors.splitlines()) == 1
    refused(
        report(file, "-o", "rapport.docx", "--template", "nei.docx"), 2, "Fant ikke fila nei.docx"
    )


# Help, and time.


@pytest.mark.parametrize("command", ["report", "render"])
def test_help_fits_two_screens(inside: Runner, command: str) -> None:
    outcome = inside(command, "--help")
    assert (outcome.code, outcome.errors) == (0, "")
    lines = outcome.text.splitlines()
    assert len(lines) <= 48
    assert max(map(len, lines)) <= 80
    for word in ("--format", "--logo", "--template", "-o, --output", "kompass report svar.json -o"):
        assert word in outcome.text


def test_long_work_says_what_it_does(
    report: Reporter, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def at_once(_: float, said: Callable[[str], None], arguments: list[str]) -> Any:
        said(*arguments)
        return type("Timer", (), {"daemon": True, "start": int, "cancel": int})

    monkeypatch.setattr("kompass.cli.progress.threading.Timer", at_once)
    assert report(file, "--format", "pdf").errors == ""  # stderr is not a terminal
    monkeypatch.setattr("kompass.cli.progress._watched", lambda: True)
    outcome = report(file, "--format", "pdf")
    assert outcome.errors.splitlines() == [
        "Regner ut poeng og funn …", "Skriver rapporten …", "Setter PDF …",
    ]  # fmt: skip
    assert signed(outcome.stdout, "pdf")


@pytest.mark.parametrize("option", ["--title=Vår", "--audience=leder"])
def test_a_workbook_takes_no_title_and_no_audience(
    report: Reporter, file: Path, tmp_path: Path, option: str
) -> None:
    made = report(file, option, "-o", tmp_path / "rapport.xlsx")
    refused(made, 2, "gjelder ikke regnearket")
