"""The HTML report: one file that needs nothing else, and a structure that can be followed."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from tests.report.conftest import VOID, Made, Page, Workshop, text_of

from kompass.report.document import Document, Logo
from kompass.report.html import as_html
from kompass.report.reader import read_report

EXAMPLES = [
    ("amot", "nb", "konsulent"),
    ("roros", "nn", "leder"),
    ("roros", "nn", "innbygger"),
]
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


@pytest.fixture(params=EXAMPLES, ids="-".join, scope="module")
def made(request: pytest.FixtureRequest, reports: Workshop) -> Made:
    return reports.example(*request.param)


def page(text: str) -> Page:
    return Page(as_html(read_report(text.encode(), "rapport.md")))


def test_every_tag_is_closed_and_known(made: Made) -> None:
    assert made.page.faults == []
    tags = {it.tag for it in made.page.elements if not {"svg"} & {it.tag, *it.parents}}
    assert tags - VOID <= {
        "html", "head", "title", "style", "body", "a", "header", "h1", "h2", "h3", "h4", "p", "nav",
        "ul", "ol", "li", "main", "figure", "figcaption", "div", "section", "table", "caption",
        "thead", "tbody", "tr", "th", "td", "strong", "em", "footer",
    }  # fmt: skip
    assert tags & VOID <= {"meta", "br", "hr"}


def test_nothing_is_fetched(made: Made) -> None:
    for element in made.page.elements:
        for key, value in element.attrs.items():
            assert not key.startswith("on")
            if key in ("src", "href", "xlink:href", "data", "action", "poster", "srcset"):
                assert re.match(r"#|data:image/", value), (element.tag, key, value)
    assert not made.page.all("script", "link", "iframe", "object", "embed", "form", "base", "use")
    [style] = made.page.all("style")
    assert not re.search(r"url\(|@import|expression|@font-face", style.text)
    shared = set(re.findall(r"url\([^)]*\)", made.html))
    assert all(re.fullmatch(r"url\(#[\w-]+\)", it) for it in shared)


def test_the_page_forbids_what_it_does_not_need(made: Made) -> None:
    [policy] = [it.attrs for it in made.page.all("meta") if "http-equiv" in it.attrs]
    assert policy["http-equiv"] == "Content-Security-Policy"
    rules = {rule.split()[0]: rule.split()[1:] for rule in policy["content"].split(";")}
    assert rules["default-src"] == ["'none'"]
    assert rules["img-src"] == ["data:"]
    assert "script-src" not in rules
    assert rules["base-uri"] == rules["form-action"] == ["'none'"]
    first = next(it for it in made.page.elements if it.tag == "style")
    metas = [it for it in made.page.elements if it.tag == "meta"]
    assert made.page.elements.index(first) > max(map(made.page.elements.index, metas[:3]))


def test_the_page_says_its_language_title_and_author(made: Made) -> None:
    [root] = made.page.all("html")
    assert root.attrs["lang"] == f"{made.document.lang}-NO"
    [title] = [it for it in made.page.all("title") if "svg" not in it.parents]
    assert title.text == made.document.title
    named = {
        it.attrs["name"]: it.attrs["content"] for it in made.page.all("meta") if "name" in it.attrs
    }
    assert named["author"] == made.document.author
    assert named["description"] == made.document.notice
    assert made.html.startswith("<!doctype html>\n")
    [charset] = [it.attrs["charset"] for it in made.page.all("meta") if "charset" in it.attrs]
    assert charset == "utf-8"
    assert made.html.encode().index(b"charset") < 1024


def test_there_is_one_h1_and_no_level_is_skipped(made: Made) -> None:
    levels = [int(it.tag[1]) for it in made.page.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))
    assert max(levels) >= 3


def test_every_table_is_named_and_its_heads_have_scope(made: Made) -> None:
    tables = made.page.all("table")
    assert len(tables) >= 7
    regions = [it for it in made.page.all("div") if it.attrs.get("class") == "scroll"]
    assert len(regions) == len(tables)
    captions = {it.attrs["id"]: it.text for it in made.page.all("caption")}
    for region, table in zip(regions, tables, strict=True):
        assert region.attrs["role"] == "region"
        assert region.attrs["tabindex"] == "0"
        assert captions[region.attrs["aria-labelledby"]].startswith("Tabell ")
        assert table.inner.count("caption") == 1
        assert table.inner.count("thead") == 1
    assert len(captions) == len(tables)
    assert len(set(captions.values())) == len(captions)
    for head in made.page.all("th"):
        scope = "col" if "thead" in head.parents else "row"
        assert head.attrs["scope"] == scope
        assert head.text.strip()
    rows = [it for it in made.page.all("tr") if "tbody" in it.parents]
    assert all(it.inner[0] == "th" for it in rows)


def test_every_figure_is_named_and_described(made: Made) -> None:
    figures = made.page.all("figure")
    drawings = made.page.all("svg")
    assert len(figures) == len(drawings) >= 3
    known = {it.attrs["id"]: it for it in made.page.elements if "id" in it.attrs}
    for figure, drawing in zip(figures, drawings, strict=True):
        assert figure.inner.count("figcaption") == 1
        assert "figure" in drawing.parents
        assert drawing.attrs["role"] == "img"
        named = [known[it] for it in drawing.attrs["aria-labelledby"].split()]
        assert [it.tag for it in named] == ["title", "desc"]
        assert all(len(it.text) > 3 for it in named)
    captions = [it.text for it in made.page.all("figcaption")]
    assert [it.split(".")[0] for it in captions] == [
        f"Figur {at}" for at in range(1, len(captions) + 1)
    ]


def test_ids_are_unique_and_links_lead_somewhere(made: Made) -> None:
    ids = [it.attrs["id"] for it in made.page.elements if "id" in it.attrs]
    assert len(ids) == len(set(ids))
    known = set(ids)
    for element in made.page.elements:
        href = element.attrs.get("href", "")
        if href.startswith("#"):
            assert href[1:] in known
        for key in ("aria-labelledby", "aria-describedby"):
            assert set(element.attrs.get(key, "").split()) <= known
    assert set(re.findall(r"url\(#([\w-]+)\)", made.html)) <= known


def test_the_contents_lead_to_every_chapter(made: Made) -> None:
    chapters = [
        (it.anchor, "".join(run.text for run in it.runs)) for it in made.document.headings(1)
    ]
    linked = [(it.attrs["href"][1:], it.text) for it in made.page.all("a") if "nav" in it.parents]
    assert linked == chapters
    anchors = {it.attrs.get("id"): it for it in made.page.all("h2")}
    for anchor, text in chapters:
        assert anchors[anchor].text == text


def test_the_first_thing_to_reach_skips_to_the_contents_of_the_page(made: Made) -> None:
    first = made.page.all("a")[0]
    assert first.attrs == {"class": "skip", "href": "#innhold"}
    [main] = made.page.all("main")
    assert main.attrs["id"] == "innhold"


def test_all_the_text_of_the_document_is_on_the_page(made: Made) -> None:
    shown = " ".join(made.page.text("main").split())
    for line in text_of(made.document).splitlines():
        assert line in shown
    for place in ("header", "footer"):
        assert made.document.notice in made.page.text(place)


def test_the_same_bytes_every_time(made: Made) -> None:
    again = read_report(made.text.encode(), "et annet navn.md")
    assert as_html(again) == made.html


# What a person may have written.


def test_links_are_kept_and_made_safe() -> None:
    found = page("[a](https://a.no/?x=1&y=\"2'<3>) <mailto:a@b.no> [b](#del-1)\n\n## Hit\n")
    hrefs = [it.attrs["href"] for it in found.all("a") if "main" in it.parents]
    assert hrefs == ["https://a.no/?x=1&y=%222'%3C3%3E", "mailto:a@b.no", "#del-1"]
    assert found.faults == []


def test_looks_are_nested_properly() -> None:
    found = page("***a** b* `c` **[d](http://e)**")
    assert found.faults == []
    assert [it.tag for it in found.elements if "main" in it.parents] == [
        "p", "strong", "em", "em", "code", "a", "strong"
    ]  # fmt: skip


def test_a_table_without_a_caption_is_named_by_its_head() -> None:
    found = page("| Navn | Poeng |\n|---|--:|\n| a | 1 |\n")
    [region] = [it for it in found.all("div") if it.attrs.get("class") == "scroll"]
    assert region.attrs["aria-label"] == "Navn – Poeng"
    assert not found.all("caption")


def test_a_table_with_a_caption_after_one_without_is_numbered_from_one() -> None:
    found = page("| a |\n|---|\n| 1 |\n\n| b |\n|---|\n| 2 |\n\nTabell: Den\n")
    [caption] = found.all("caption")
    assert caption.text == "Tabell 1. Den"
    labels = [it.attrs.get("aria-labelledby") for it in found.all("div")]
    assert labels == [None, caption.attrs["id"]]


def test_an_ordered_list_keeps_its_first_number() -> None:
    found = page("7. a\n8. b\n")
    [listed] = found.all("ol")
    assert listed.attrs == {"start": "7"}


@pytest.mark.parametrize(
    ("form", "data"),
    [("png", PNG), ("jpg", b"\xff\xd8\xff"), ("svg", b"<svg onload='window.hit=1'/>")],
)
def test_a_logo_is_put_inside_the_page(form: str, data: bytes) -> None:
    document = replace(Document("nb", "T", ()), logo=Logo(data, form, 'Åmot "kommune" <b>'))
    found = Page(as_html(document))
    [picture] = found.all("img")
    assert picture.attrs["alt"] == 'Åmot "kommune" <b>'
    assert re.match(r"data:image/(png|jpeg|svg\+xml);base64,[\w+/=]+$", picture.attrs["src"])
    assert found.faults == []
    assert not found.all("svg", "b")


def test_a_document_with_nothing_in_it_is_a_page() -> None:
    found = Page(as_html(Document("nn", "Tom", ())))
    assert found.faults == []
    assert [it.text for it in found.all("h1")] == ["Tom"]
    assert not found.all("nav")


def test_the_language_of_the_page_follows_the_report(made: Made) -> None:
    contents = {"nb": "Innhold", "nn": "Innhald"}[made.document.lang]
    assert f'<h2 id="oversikt">{contents}</h2>' in made.html
