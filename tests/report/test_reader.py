"""The reader: a report's Markdown becomes blocks, and every slip is told with its line."""

from __future__ import annotations

import builtins
import io
import os
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.conftest import runs_of

from kompass.errors import InvalidReportError
from kompass.report.charts.model import Band, Bars, Spider
from kompass.report.document import (
    Block,
    Columns,
    Document,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Rule,
    Run,
    Table,
    Verbatim,
    plain,
)
from kompass.report.html import as_html
from kompass.report.reader import MOST, read_report

BARS = """\
```diagram
title = "Poeng"
alt = "Poeng for to kriterier"
kind = "bars"

[[bars]]
label = "1.1"
points = 6.3
documented = 6
high = 13.0
max = 20.0

[[bars]]
label = "1.2"
points = 1
documented = 1
high = 1
max = 10
```
"""
HEAD = '---\ntitle: "Et utkast"\ndate: 2026-03-01\nlang: nn\n---\n\n'


def read(text: str | bytes) -> Document:
    return read_report(text.encode() if isinstance(text, str) else text, "rapport.md")


def one(text: str) -> Block:
    [block] = read(text).blocks
    return block


def faults(text: str | bytes) -> list[str]:
    """Return the faults in a text, each as a person sees it."""
    with pytest.raises(InvalidReportError) as caught:
        read(text)
    return [str(it) for it in caught.value.faults]


# Front matter.


def test_front_matter_names_the_document() -> None:
    document = read(
        '---\ntitle: "Et «utkast»: del 1"\n# en kommentar\n\nsubtitle: uten hermetegn: her\n'
        'author: "Åmot \\u00e5"\ndate: 2026-03-01\nlang: nn\nnotice: "a\\tb   c"\n---\n\nTekst.\n'
    )
    assert document.title == "Et «utkast»: del 1"
    assert document.subtitle == "uten hermetegn: her"
    assert (document.author, document.date, document.lang) == ("Åmot å", "2026-03-01", "nn")
    assert document.notice == "a b c"
    assert document.blocks == (Paragraph((Run("Tekst."),)),)


def test_without_front_matter_the_first_heading_is_the_title() -> None:
    document = read("# Vår *egen* rapport\n\n## Kapittel\n")
    assert (document.title, document.lang, document.date) == ("Vår egen rapport", "nb", "")
    assert [(it.level, plain(it.runs)) for it in document.headings()] == [(1, "Kapittel")]
    assert read("Bare tekst.").title == "rapport.md"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("titel: x", "ukjent linje i hodet: titel. Mente du title?"),
        ("Tittelen min", "ukjent linje i hodet: Tittelen min."),
        ("zzzzzz: x", "ukjent linje i hodet: zzzzzz."),
        ("date: 1. mars 2026", "date skal være en dag, skrevet som 2026-03-01, ikke 1. mars 2026"),
        ("date: 2026-13-01", "date skal være en dag, skrevet som 2026-03-01, ikke 2026-13-01"),
        ("date: 2026-02-30", "date skal være en dag, skrevet som 2026-03-01, ikke 2026-02-30"),
        ("date: 2026-W01-1", "date skal være en dag, skrevet som 2026-03-01, ikke 2026-W01-1"),
        ("date: 20260301", "date skal være en dag, skrevet som 2026-03-01, ikke 20260301"),
        ("date: 0026-03-01", "date skal være en dag, skrevet som 2026-03-01, ikke 0026-03-01"),
        ('author: "Åmot', "author: hermetegnene går ikke opp"),
        ('author: "Åmot" kommune"', "author: hermetegnene går ikke opp"),
        ("lang: en", "lang er en; velg nb eller nn"),
    ],
)
def test_a_slip_in_the_front_matter_is_told_with_its_line(line: str, told: str) -> None:
    text = f'---\ntitle: "x"\nsubtitle: y\n{line}\n---\n\nTekst.\n'
    assert faults(text) == [f"rapport.md:4: {told}"]
    assert faults(text.replace("\n", "\r\n")) == [f"rapport.md:4: {told}"]


def test_every_fault_is_told_at_once() -> None:
    told = faults(
        "---\ntitel: x\ndate: i dag\n---\n\n## A\n\n#### B\n\n## \n\n```diagram\nkind = 1 2\n```\n"
    )
    assert [it.split(": ")[0].split(":")[1] for it in told] == ["2", "3", "8", "10", "13"]


# Blocks.


def test_paragraphs_hold_runs_each_in_one_look() -> None:
    block = one("Vanlig *uthevet* **sterk** ***begge*** `kode` og\nny linje  \nlinjeskift.")
    assert isinstance(block, Paragraph)
    assert block.runs == (
        Run("Vanlig "),
        Run("uthevet", emphasis=True),
        Run(" "),
        Run("sterk", strong=True),
        Run(" "),
        Run("begge", strong=True, emphasis=True),
        Run(" "),
        Run("kode", code=True),
        Run(" og ny linje"),
        Run("\n"),
        Run("linjeskift."),
    )


def test_other_blocks() -> None:
    document = read(
        "> Merk\n>\n> - a\n\n---\n\n    som det står\n\n```toml\nx = 1\n```\n\n3. c\n4. d"
    )
    quote, rule, indented, fenced, listed = document.blocks
    assert isinstance(quote, Quote)
    assert [type(it) for it in quote.blocks] == [Paragraph, ListBlock]
    assert rule == Rule()
    assert (indented, fenced) == (Verbatim("som det står"), Verbatim("x = 1"))
    assert isinstance(listed, ListBlock)
    assert (listed.start, len(listed.items)) == (3, 2)


def test_lists_in_lists_keep_their_depth() -> None:
    block = one("- a\n  1. b\n     - c\n- d\n")
    assert isinstance(block, ListBlock)
    (first, inner), (last,) = block.items
    assert (first, last) == (Paragraph((Run("a"),)), Paragraph((Run("d"),)))
    assert isinstance(inner, ListBlock)
    assert inner.start == 1
    assert inner.items[0][1] == ListBlock(((Paragraph((Run("c"),)),),))


@pytest.mark.parametrize(
    "text", [">" * 3000 + " a", "- " * 3000, "**a" * 3000, "[" * 3000, "(" * 3000]
)
def test_endless_nesting_is_read_without_falling_over(text: str) -> None:
    assert as_html(read(text)).startswith("<!doctype html>")


# Headings.


def test_headings_get_levels_and_anchors_of_their_own() -> None:
    document = read("# T\n\n## Likt\n\n### Likt\n\n#### Under\n\n## Likt\n\n# Til\n")
    found = list(document.headings())
    assert [it.level for it in found] == [1, 2, 3, 1, 1]
    assert len({it.anchor for it in found}) == 5
    assert len(list(document.headings(deepest=1))) == 3


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("## A\n\n#### B", "rapport.md:3: overskriften hopper over et nivå; bruk ### her"),
        ("# T\n\n### A", "rapport.md:3: overskriften hopper over et nivå; bruk ## her"),
        ("## A\n\n##\n", "rapport.md:3: overskriften er tom; skriv noe i den eller ta den bort"),
        ("## A\n\n## &#8203;", "rapport.md:3: overskriften er tom"),
        ("- a\n- ## B", "rapport.md:2: en overskrift kan ikke stå i en liste"),
        ("> tekst\n> # B", "rapport.md:2: en overskrift kan ikke stå i en liste"),
        ("::: kolonner\n**A**\n\n## B\n:::", "rapport.md:4: en overskrift kan ikke stå i en liste"),
    ],
)
def test_a_heading_no_contents_can_hold_is_a_fault(text: str, told: str) -> None:
    [fault] = faults(text)
    assert fault.startswith(told)


# Tables.

TABLE = "| Navn | Poeng |\n|:--|--:|\n| **a** | 1,5 |\n| b |\n"


def test_a_table_takes_its_caption_and_its_number() -> None:
    document = read(f"{TABLE}\nTabell: Poeng *i alt*\n\n{TABLE}\nEtterpå.\n\n{TABLE}\nTable: To\n")
    first, bare, paragraph, second = document.blocks
    assert isinstance(first, Table)
    assert first.caption == (Run("Poeng "), Run("i alt", emphasis=True))
    assert first.numeric == (False, True)
    assert first.head == ((Run("Navn"),), (Run("Poeng"),))
    assert first.rows == (((Run("a", strong=True),), (Run("1,5"),)), ((Run("b"),), ()))
    assert isinstance(bare, Table)
    assert isinstance(second, Table)
    assert paragraph == Paragraph((Run("Etterpå."),))
    assert [first.number, bare.number, second.number] == [1, None, 2]
    assert bare.caption == ()


def test_a_caption_belongs_to_the_table_right_above_it() -> None:
    document = read(f"Tabell: Først\n\n{TABLE}\nTabellen: nei\n\nTabell: for sent\n")
    assert [type(it) for it in document.blocks] == [Paragraph, Table, Paragraph, Paragraph]
    [table] = [it for it in document.blocks if isinstance(it, Table)]
    assert table.caption == ()


def test_a_row_with_too_many_cells_keeps_the_shape_of_the_table() -> None:
    block = one("| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| |\n")
    assert isinstance(block, Table)
    assert [len(row) for row in block.rows] == [2, 2]


# Columns.


def test_columns_begin_with_their_heads() -> None:
    block = one(
        "::: kolonner\n**Styrker**\n\n- a\n- b\n\n**Svakheter**\n\nIngen.\n\nTo **og** tre.\n:::\n"
    )
    assert isinstance(block, Columns)
    assert block.heads == ((Run("Styrker"),), (Run("Svakheter"),))
    assert [[type(it) for it in body] for body in block.bodies] == [[ListBlock], [Paragraph] * 2]


def test_what_stands_before_the_first_head_stands_before_the_columns() -> None:
    before, columns = read("::: kolonner\nFørst.\n\n**A**\n\nTekst.\n:::\n").blocks
    assert before == Paragraph((Run("Først."),))
    assert isinstance(columns, Columns)
    assert one("::: kolonner\nBare tekst.\n:::\n") == Paragraph((Run("Bare tekst."),))


# Diagrams.


def test_diagrams_become_figures_with_numbers() -> None:
    first, second = read(f"{BARS}\n{BARS.replace('6.3', '7')}").blocks
    assert isinstance(first, Figure)
    assert isinstance(second, Figure)
    assert (first.number, second.number) == (1, 2)
    assert isinstance(first.chart, Bars)
    assert isinstance(second.chart, Bars)
    assert [it.points for it in first.chart.bars] == [6.3, 1]
    assert second.chart.bars[0].points == 7


def test_an_empty_text_in_a_series_is_a_value_that_is_not_known() -> None:
    text = (
        '```diagram\ntitle = "t"\nalt = "a"\nkind = "spider"\naxes = ["a", "b", "c"]\n\n'
        '[[series]]\nname = "2017"\nrole = "earlier"\nvalues = [1, "", 3]\n```\n'
    )
    block = one(text)
    assert isinstance(block, Figure)
    assert isinstance(block.chart, Spider)
    assert block.chart.series[0].values == (1, None, 3)


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("points = 6.3", "points = 6,3", 10, "ikke gyldig TOML"),
        ('label = "1.1"', "label = 1.1.1", 9, "ikke gyldig TOML"),
        ('title = "Poeng"', 'title = "Poeng', 4, "ikke gyldig TOML"),
        (
            "points = 6.3",
            "points = 21",
            3,
            "bars 1: «1.1» har tallet 21, men skalaen slutter på 20.",
        ),
        ("points = 6.3", "points = -1", 3, "bars 1, points: Tallet må være fra 0 til 1000000."),
        ("points = 6.3", "points = nan", 3, "bars 1, points: Tallet må være et endelig tall."),
        ("points = 6.3", "points = inf", 3, "bars 1, points: Tallet må være et endelig tall."),
        ("points = 6.3", 'points = "mye"', 3, "bars 1, points: skal være et tall"),
        ("points = 6.3", "poeng = 6.3", 3, "bars 1, poeng: er ikke en kjent nøkkel her"),
        ("max = 10\n", "", 3, "bars 2, max: mangler"),
        ('label = "1.1"', "label = 1", 3, "bars 1, label: skal være tekst"),
        (
            'kind = "bars"',
            'kind = "pie"',
            3,
            "diagrammet: kind skal være spider, bars, development",
        ),
        ('kind = "bars"', "", 3, "diagrammet: kind skal være spider, bars, development"),
        ('title = "Poeng"', 'title = " "', 3, "title: Teksten er tom"),
        ('title = "Poeng"', f'title = "{"x" * 201}"', 3, "title: Teksten har 201 tegn"),
    ],
)
def test_a_diagram_that_cannot_be_drawn_is_told_with_its_line(
    old: str, new: str, line: int, told: str
) -> None:
    assert old in BARS
    found = faults(f"Først.\n\n{BARS.replace(old, new, 1)}")
    assert [it for it in found if it.startswith(f"rapport.md:{line}: diagrammet") and told in it]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.text(st.sampled_from("[]{}=\"'.,#\n ab1-e_\\\t"), max_size=60))
def test_any_diagram_is_drawn_or_told(source: str) -> None:
    try:
        document = read(f"```diagram\n{source}\n```\n")
    except InvalidReportError as problem:
        assert all(it.line >= 1 for it in problem.faults)
    else:
        assert as_html(document)


def test_the_line_of_a_fault_is_counted_after_the_front_matter() -> None:
    told = faults(f"{HEAD}# T\n\nTekst\nover to linjer.\n\n```diagram\nkind = \n```\n")
    assert told[0].startswith("rapport.md:13: ")


# Links, raw HTML and pictures.


@pytest.mark.parametrize(
    "href", ["http://a.no/b?c=d&e", "https://a.no", "HTTPS://A.NO", "mailto:a@b.no", "#del-1"]
)
def test_links_that_may_be_followed(href: str) -> None:
    block = one(f"Se [her]({href}).")
    assert isinstance(block, Paragraph)
    assert [it.href for it in block.runs] == [None, href, None]


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#115;cript:alert(1)", "vbscript:x",
        "data:text/html,x", "file:///etc/passwd", "ftp://a.no", "../../etc/passwd", "/etc/passwd",
        "//a.no", "x.html", "?q", "tel:123", "http:", "https:/a", "mailto:", "\\\\server\\share",
        "http://" + "a" * 5000,
    ],
)  # fmt: skip
def test_other_links_are_text(href: str) -> None:
    for text in (f"[her]({href}).", f"[her](<{href}>).", f"<{href}>.", f"[her]\n\n[her]: {href}"):
        document = read(f"Se {text}")
        runs = [it for block in document.blocks for line in runs_of(block) for it in line]
        assert [it.href for it in runs if it.href] == []
        assert "<a href" not in as_html(document).split("<main")[1]


@pytest.mark.parametrize(
    "text",
    [
        "<script>x</script>",
        "a <b>b</b>",
        "<!-- x -->",
        "<?php x ?>",
        "<![CDATA[x]]>",
        "<style>x</style>",
    ],
)
def test_raw_html_is_text(text: str) -> None:
    document = read(f"{text}\n\nEtterpå.")
    assert document.blocks[0] == Paragraph((Run(text),))
    body = as_html(document).split("<main")[1]
    assert text not in body


def test_pictures_become_their_text_and_open_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "A ![kommunens *våpen*](https://a.no/x.png) B ![](/etc/passwd) C ![passord](/etc/passwd)"
    with monkeypatch.context() as patch:
        for owner, name in ((builtins, "open"), (io, "open"), (os, "open")):
            patch.setattr(owner, name, _refused)
        block = one(text)
    assert block == Paragraph((Run("A kommunens *våpen* B  C passord"),))


def _refused(*arguments: Any, **_: Any) -> Any:
    raise AssertionError(f"opened {arguments}")


def test_neither_includes_nor_templates_are_followed() -> None:
    text = "{{ 7*7 }} {% include 'x' %} #sys.inputs #read(\"/etc/passwd\") $x$ @import"
    block = one(f"\\{text}")
    assert isinstance(block, Paragraph)
    assert plain(block.runs) == text


# Bytes.


def test_a_report_that_is_too_large_is_not_read() -> None:
    assert faults(b"a" * (MOST + 1)) == ["rapport.md: rapporten er større enn 5 MB"]
    assert read(b"a" * MOST).title == "rapport.md"


@pytest.mark.parametrize(
    "data", ["Åmot".encode("latin-1"), "Åmot".encode("utf-16"), b"a\xff", b"\xed\xa0\x80"]
)
def test_a_report_that_is_not_utf8_is_not_read(data: bytes) -> None:
    [fault] = faults(data)
    assert fault.startswith("rapport.md: fila er ikke UTF-8")


def test_a_byte_order_mark_and_windows_line_ends_are_left_out() -> None:
    text = f"{HEAD}# T\n\n## Åmot\n\n{TABLE}\nTabell: Poeng\n\n{BARS}"
    saved = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    assert read(saved) == read(text)


def test_control_characters_are_left_out() -> None:
    block = one("a\x00b\x1b[31mc\x7fd\x85e\x9bf\x0cg")
    assert block == Paragraph((Run("ab[31mcdefg"),))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(max_size=200))
def test_any_text_is_read_or_told(text: str) -> None:
    try:
        document = read(text.encode("utf-8", "replace"))
    except InvalidReportError as problem:
        assert problem.faults
    else:
        assert as_html(document).endswith("</html>")


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(st.sampled_from("#*_`|:-[]()!<>~\\\n ab1.\t&;\"'"), max_size=120))
def test_any_markup_is_read_or_told(text: str) -> None:
    try:
        document = read(text)
    except InvalidReportError as problem:
        assert all(it.line >= 1 for it in problem.faults)
    else:
        assert isinstance(document.blocks, tuple)
        levels = [it.level for it in document.headings()]
        assert all(b <= a + 1 for a, b in zip([0, *levels], levels, strict=False))


def test_an_edited_chart_of_another_kind_is_read() -> None:
    text = (
        '```diagram\ntitle = "t"\nalt = "a"\nkind = "interval"\nlow = 1\npoints = 2\nhigh = 3\n'
        "max = 4\ndocumented = 1\nreferences = []\n```\n"
    )
    block = one(text)
    assert isinstance(block, Figure)
    assert isinstance(block.chart, Band)
    assert isinstance(read("## x").blocks[0], Heading)


def test_an_edited_heading_is_the_title() -> None:
    text = '---\ntitle: "Som kompass skrev"\n---\n\n# Som *jeg* skrev\n\n## Del\n\nTekst.\n'
    assert read_report(text.encode(), "rapport.md").title == "Som jeg skrev"
    kept = text.replace("# Som *jeg* skrev\n\n", "")
    assert read_report(kept.encode(), "rapport.md").title == "Som kompass skrev"
