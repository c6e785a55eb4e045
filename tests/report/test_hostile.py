"""Whatever people write in a free text comes out as that text, and changes nothing else."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.conftest import (
    BASE,
    ROOT,
    Made,
    Workshop,
    all_blocks,
    pdf_text,
    runs_of,
    text_of,
)

from kompass.content.loader import load
from kompass.content.registers import reference_figures
from kompass.errors import InvalidAnswersError, KompassError
from kompass.intake.answers import World, read_answers
from kompass.intake.earlier import read_earlier
from kompass.model.answers import (
    Adjustment,
    Answer,
    Answers,
    Evidence,
    FindingAdjustment,
    Municipality,
    RatingAdjustment,
)
from kompass.model.base import Text
from kompass.model.earlier import Earlier
from kompass.model.passage import Passages
from kompass.report.document import (
    Block,
    Columns,
    Figure,
    Heading,
    ListBlock,
    Quote,
    Table,
    plain,
)
from kompass.report.layout import clean
from kompass.report.markdown import escape
from kompass.report.pdf import as_pdf

MARK = "Zqx"
"""A word that is never hyphenated, to be found again beside a hostile text."""

HOSTILE = {
    "emoji": "😀👩‍👩‍👧‍👦🇳🇴 etter",
    "right to left": "\u202egnp.exe\u202c \u2066שלום\u2069 عربى",
    "heading": "# Overskrift",
    "typst heading": "= Overskrift",
    "emphasis": "*bold* **bold** _em_ ~~x~~ ***",
    "cell": "| celle | til |",
    "row": "a |\n| b | c |\n|---|---|",
    "link": "[x](javascript:alert(1))",
    "picture": "![x](file:///etc/passwd)",
    "address": "https://ond.example/ www.ond.example mailto:a@b.no",
    "autolink": "<https://ond.example>",
    "definition": "[x]: https://ond.example",
    "script": "<script>window.hit=1</script>",
    "attribute": '" onmouseover="window.hit=1" x=\'',
    "comment": "--> <!-- ]]> <![CDATA[ x",
    "svg": "</text></svg><svg onload=window.hit=1>",
    "end": "</title></style></head></main></table>",
    "entity": "&lt;b&gt; &#60;i&#62; &amp;amp; &nbsp;",
    "jinja": "{{ 7*7 }} {% raw %} {# x #}",
    "format": "{place} {0} %s %(x)s ${x}",
    "typst inputs": "#sys.inputs",
    "typst read": '"]; #read("/etc/passwd")',
    "typst string": '\\"; #panic("x") //',
    "typst mathematics": "$x^2$ @ref <label> `raw` ~",
    "fence": "```",
    "diagram": "```diagram",
    "tilde fence": "~~~",
    "columns": "::: kolonner",
    "end of columns": ":::",
    "rule": "---",
    "underline": "===",
    "front matter": "---\ntitle: annet\n---",
    "caption": "Tabell: x",
    "list": "- punkt",
    "number": "1. punkt",
    "plus": "+ punkt",
    "quote": "> sitat",
    "code": "    kode",
    "tab": "\tkode",
    "backslash": "\\ \\* \\\\",
    "hard break": "linje  \nto\\\ntre",
    "footnote": "[^1]: note",
    "long": "a" * 20_000,
    "long word": "Menneskerettighetsorganisasjonsarbeider" * 7,
    "brackets": "[" * 300,
    "stars": "*" * 300,
    "combining": "z" + "\u0301" * 60,
    "controls": "".join(map(chr, range(0x20))) + "\x7f\x80\x9b",
    "separators": "a\u2028b\u2029c\u0085d\x0be\x0cf\x1cg",
    "replacement": "\ufffd\ufffe\uffff\U0010ffff",
    "nothing": "\u200b",
    "soft hyphen": "\u00ad",
    "formula": '=HYPERLINK("http://ond.example")',
    "sámi": "áčđŋšŧž ÁČĐŊŠŦŽ ï",
}
HARMLESS = "Vanlig tekst"

FACT, OTHER, EXTENT = (
    "kommunikasjonsarbeid_satt_i_system",
    "har_kommunikasjonsstrategi",
    "kommunikasjonsarbeid_utbredelse",
)
Field = str
LIMITS: Mapping[Field, int] = {
    "name": 80,
    "title": 120,
    "evidence title": 200,
    "evidence locator": 120,
    "evidence role": 200,
    "evidence url": 200,
    "note": 300,
    "adjustment reason": 300,
    "adjustment by": 300,
    "finding reason": 300,
    "finding by": 300,
    "finding text": 2000,
    "removed reason": 300,
    "removed by": 300,
    "earlier source": 2000,
    "earlier note": 2000,
    "earlier framework": 2000,
}
"""How much of each free text a report has room for."""
SILENT = ("comment", "by", "earlier municipality", "reason without use", "area of earlier")
"""Free texts that no report shows."""
FIELDS = (*LIMITS, *SILENT)


@cache
def workshop() -> Workshop:
    return Workshop(load(BASE), Passages(), reference_figures(ROOT))


@cache
def finding_ids() -> tuple[str, str]:
    """Return the ids of two findings that the answers give."""
    found = workshop().make(answers({})).material.result.findings
    assert len(found) >= 2
    return found[0].id, found[1].id


def answers(texts: Mapping[Field, str], *adjustments: Adjustment) -> Answers:
    def evidence(key: Field, kind: str = "document") -> Evidence:
        name = key.removeprefix("evidence ")
        return Evidence.model_validate({"kind": kind, name: texts.get(key) or HARMLESS})

    return Answers(
        schema_id="kompass/answers/1",
        framework="prove-1",
        municipality=Municipality(number="0301", name=texts.get("name") or HARMLESS),
        date=datetime.date(2026, 1, 1),
        answers={
            FACT: Answer(
                value="ja",
                evidence=(
                    evidence("evidence title"),
                    evidence("evidence role", "interview"),
                    evidence("evidence url", "web"),
                    Evidence(
                        kind="document",
                        title="Plan",
                        locator=texts.get("evidence locator") or HARMLESS,
                    ),
                ),
                note=texts.get("note") or HARMLESS,
                comment=texts.get("comment", HARMLESS),
                by=texts.get("by", HARMLESS),
            ),
            EXTENT: Answer(value="noen"),
            "kommunikasjonsressurs_satt_av": Answer(value="nei"),
            "har_grafisk_profil": Answer(value="nei"),
            OTHER: Answer(value="nei", reason=texts.get("reason without use") or HARMLESS),
        },
        adjustments=adjustments,
    )


def make(texts: Mapping[Field, str]) -> Made:
    """Return a report with some free texts replaced, and the rest harmless."""

    def free(key: Field) -> str:
        return texts.get(key) or HARMLESS

    first, second = finding_ids()
    given = answers(
        texts,
        RatingAdjustment(
            question="1.1.2", dimension="system", to=10,
            reason=free("adjustment reason"), by=free("adjustment by"),
        ),
        FindingAdjustment(
            finding=first, text=free("finding text"),
            reason=free("finding reason"), by=free("finding by"),
        ),
        FindingAdjustment(
            finding=second, text=None, reason=free("removed reason"), by=free("removed by")
        ),
    )  # fmt: skip
    earlier = Earlier(
        municipality=free("earlier municipality"), year=2020, framework=free("earlier framework"),
        rules=None, source=free("earlier source"), note=free("earlier note"), total=50,
        areas={"1": 50, free("area of earlier"): 1}, criteria={"1.1": 20},
    )  # fmt: skip
    return workshop().make(given, earlier=[earlier], title=free("title"))


def everywhere(text: str) -> dict[Field, str]:
    return dict.fromkeys(FIELDS, text)


def shape(made: Made) -> list[object]:
    """Return everything about a document but its text: blocks, looks, cells, items."""

    def of(block: Block) -> Iterator[object]:
        yield type(block).__name__
        match block:
            case Heading(level=level, anchor=anchor):
                yield level, anchor
            case ListBlock(items=items, start=start):
                yield start, [len(it) for it in items]
            case Table(rows=rows, numeric=numeric, number=number):
                yield len(rows), numeric, number
            case Columns(bodies=bodies):
                yield [len(it) for it in bodies]
            case Quote(blocks=blocks):
                yield len(blocks)
            case Figure(chart=chart, number=number):
                yield chart.kind, number, [key for key, value in chart if value is not None]
            case _:
                pass
        for runs in runs_of(block):
            yield [(it.strong, it.emphasis, it.code, it.href) for it in runs]

    return [part for block in all_blocks(made.document.blocks) for part in of(block)]


def headings(made: Made) -> list[str]:
    return [plain(it.runs) for it in made.document.headings()]


def elements(made: Made) -> list[tuple[str, tuple[str, ...]]]:
    """Return every tag and the names of its attributes, outside drawings: they wrap their text."""
    return [(it.tag, tuple(it.attrs)) for it in made.page.elements if "svg" not in it.parents]


@cache
def harmless() -> Made:
    return make({})


@cache
def drawn() -> frozenset[tuple[str, str]]:
    """Every tag and attribute that a harmless drawing has."""
    return frozenset(
        (it.tag, key) for it in harmless().page.elements if "svg" in it.parents for key in it.attrs
    )


def shown(text: str, limit: int) -> str:
    return " ".join(clean(text, limit).split())


def assert_only_text_changed(made: Made, texts: Mapping[Field, str]) -> None:
    """Compare a report with the same one whose texts are harmless."""
    plain_one = harmless()
    assert shape(made) == shape(plain_one)
    assert headings(made) == headings(plain_one)
    assert elements(made) == elements(plain_one)
    assert made.page.faults == []
    for element in made.page.elements:
        if "svg" in element.parents:
            assert {(element.tag, key) for key in element.attrs} <= drawn() | {
                ("text", "textLength")
            }
        assert not [key for key in element.attrs if key.startswith("on") or key == "style"]
        assert element.attrs.get("href", "#").startswith("#")
        assert element.attrs.get("src", "data:").startswith("data:")
    document, page = text_of(made.document), made.page.text("body")
    for field, text in texts.items():
        if field in LIMITS:
            wanted = shown(text[: LIMITS[field]] if LIMITS[field] == 300 else text, LIMITS[field])
            where = document if field != "title" else made.document.title
            assert wanted in where, field
            assert wanted in page, field
    assert made.document.lang == "nb"
    assert made.document.date == "2026-01-01"


# One text everywhere.


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_text_in_every_field(name: str) -> None:
    texts = everywhere(HOSTILE[name])
    assert_only_text_changed(make(texts), texts)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_after_a_word_is_text_too(name: str) -> None:
    texts = everywhere(f"{MARK} {HOSTILE[name]} {MARK}")
    assert_only_text_changed(make(texts), texts)


def test_a_million_letters_in_every_field() -> None:
    texts = everywhere("a" * 1_000_000)
    made = make(texts)
    assert_only_text_changed(made, texts)
    assert len(made.text) < 100_000
    assert made.pdf.startswith(b"%PDF")


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_by_itself(field: str) -> None:
    """So that no field hides behind another; `MARK` shows where it is told."""
    everything = f'{MARK}*<b>|`#[x](javascript:1){{{{7}}}}"\\&amp;:::\n---'
    made = make({field: everything})
    assert_only_text_changed(made, {field: everything})
    assert (MARK in made.text) == (field in LIMITS)


def test_what_is_set_aside_is_told_as_text() -> None:
    content = workshop().content
    aside = content.facts[FACT].model_copy(update={"not_relevant": Text(nb="når", nn="når")})
    content = content.model_copy(update={"facts": content.facts | {FACT: aside}})

    def made(reason: str) -> Made:
        given = answers({})
        gone = Answer(value="ikke_aktuelt", reason=reason)
        return workshop().make(given.model_copy(update={"answers": {FACT: gone}}), content=content)

    base = made(HARMLESS)
    for name, text in HOSTILE.items():
        one = made(text)
        assert shape(one) == shape(base), name
        assert elements(one) == elements(base), name
        assert shown(text, 1000)[:900] in text_of(one.document), name


@settings(max_examples=25, deadline=None, derandomize=True)
@given(st.text(min_size=1, max_size=60))
def test_any_text_is_text_in_every_field(text: str) -> None:
    texts = everywhere(text)
    assert_only_text_changed(make(texts), texts)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    st.text(st.sampled_from("#*_`|:-[](){}<>!~\\\n\t \"'&$@=+.,;1aÅ/%^?"), min_size=1, max_size=60)
)
def test_any_markup_is_text_in_every_field(text: str) -> None:
    texts = everywhere(text)
    assert_only_text_changed(make(texts), texts)


@settings(max_examples=20, deadline=None, derandomize=True)
@given(st.dictionaries(st.sampled_from(FIELDS), st.sampled_from([*HOSTILE.values()]), min_size=1))
def test_different_texts_in_different_fields(texts: dict[str, str]) -> None:
    assert_only_text_changed(make(texts), texts)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(max_size=40), st.sampled_from(["{}", "| {} |", "- {}", "**{}**", "a {} b"]))
def test_escaped_text_survives_wherever_a_template_puts_it(text: str, place: str) -> None:
    assert clean(escape(text)) == escape(text)
    assert "\n" not in place.format(escape(text))


# A whole report.


@pytest.mark.parametrize("name", ["script", "cell"])
def test_a_whole_report_keeps_its_structure(reports: Workshop, name: str) -> None:
    made = hostile_report(reports, HOSTILE[name])
    base = calm_report(reports)
    assert shape(made) == shape(base)
    assert elements(made) == elements(base)
    assert headings(made) == headings(base)
    assert made.page.faults == []


@cache
def calm_report(reports: Workshop) -> Made:
    return hostile_report(reports, HARMLESS)


def hostile_report(reports: Workshop, text: str) -> Made:
    """Return the report of an example in which every piece of evidence says the same."""
    given = reports.read("amot")
    named = Evidence(kind="document", title=text, locator=text)
    changed = {
        fact: answer.model_copy(update={"evidence": (named,), "note": text})
        for fact, answer in given.answers.items()
    }
    known = given.municipality.model_copy(update={"name": text})
    given = given.model_copy(update={"answers": changed, "municipality": known})
    return reports.make(given)


# PDF.


@cache
def marks() -> int:
    return len(re.findall(MARK, pdf_text(make(everywhere(MARK)).pdf)))


@pytest.mark.parametrize("turn", range(0, len(HOSTILE), 3))
def test_hostile_text_stands_in_a_pdf(turn: int) -> None:
    """Three texts share a PDF: each stands in every third field."""
    three = [*HOSTILE.values()][turn : turn + 3]
    texts = {field: f"{MARK} {three[at % len(three)]}" for at, field in enumerate(FIELDS)}
    data, replaced = as_pdf(make(texts).document)
    text = pdf_text(data)
    assert marks() > 12
    assert len(re.findall(MARK, text)) >= marks()
    assert "root:" not in text
    assert [it for it in ("{{ 7*7 }}", "#sys.inputs") if it in three and it not in text] == []
    assert all(ord(it) > 0x250 for it in replaced)


@pytest.mark.parametrize(
    "name",
    [
        "emoji",
        "right to left",
        "long",
        "brackets",
        "controls",
        "replacement",
        "nothing",
        "soft hyphen",
    ],
)
def test_hostile_text_alone_stands_in_a_pdf(name: str) -> None:
    assert make(everywhere(HOSTILE[name])).pdf.startswith(b"%PDF")


@settings(max_examples=4, deadline=None, derandomize=True)
@given(st.text(min_size=1, max_size=40))
def test_any_text_stands_in_a_pdf(text: str) -> None:
    assert make(everywhere(text)).pdf.startswith(b"%PDF")


# Through the files people hand in.


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_comes_through_a_file(name: str) -> None:
    text = HOSTILE[name]
    source = {
        "schema": "kompass/answers/1",
        "framework": "prove-1",
        "municipality": {"number": "0301", "name": text},
        "date": "2026-01-01",
        "answers": {
            FACT: {"value": "ja", "note": text, "evidence": [{"kind": "document", "title": text}]}
        },
    }
    world = World(workshop().content, {})
    given = read_answers(json.dumps(source).encode(), "svar.json", world).answers
    published = {
        "municipality": text,
        "year": 2020,
        "source": text,
        "note": text,
        "areas": {"1": 3},
    }
    earlier = read_earlier(json.dumps(published).encode(), "2020.json")
    made = workshop().make(given, earlier=[earlier])
    told = text_of(made.document)
    assert shown(text, 80) in told
    assert shown(text, 200) in told
    assert made.page.faults == []


@pytest.mark.parametrize("read", ["answers", "earlier"])
def test_a_lone_surrogate_is_told_and_not_written(read: str) -> None:
    source = {"municipality": "\ud800x", "year": 2020, "source": "\udfff", "areas": {}}
    readers: dict[str, Callable[[bytes], object]] = {
        "answers": lambda data: read_answers(data, "a.json", World(workshop().content, {})),
        "earlier": lambda data: read_earlier(data, "a.json"),
    }
    with pytest.raises(InvalidAnswersError) as caught:
        readers[read](json.dumps(source).encode())
    assert all(str(it).startswith("a.json:1: ") for it in caught.value.faults)


def test_text_stays_on_its_own_line_in_the_markdown() -> None:
    """A hand-edited file must be safe to search and compare line by line."""
    calm = make(everywhere("x")).text.count("\n")
    assert make(everywhere("x\ny\r\nz\u2028æ\x0b\x0c")).text.count("\n") == calm


@pytest.mark.parametrize("text", ["*a*", "a|b", "[a](http://b)", "`a`"])
def test_text_that_is_not_escaped_would_be_found(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """The comparisons in this file do see what an escape prevents."""
    monkeypatch.setattr("kompass.report.manuscript.escape", lambda it: it)
    with pytest.raises(AssertionError):
        assert_only_text_changed(make({"evidence title": text}), {"evidence title": text})


def test_html_that_is_not_escaped_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kompass.report.html.escape", lambda it: it)
    texts = {"evidence title": "<i>a</i>"}
    with pytest.raises(AssertionError):
        assert_only_text_changed(make(texts), texts)


def test_typst_that_is_not_escaped_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kompass.report.typeset._quoted", lambda it: f'"{it}"')
    with pytest.raises(KompassError):
        make({"evidence title": HOSTILE["typst read"]}).pdf.hex()
