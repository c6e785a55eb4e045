"""Reports in Word: what a consultant, a screen reader and Word itself find in the file."""

from __future__ import annotations

import base64
import io
import re
import shutil
import struct
import subprocess
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.shared import Mm, RGBColor

from kompass.errors import KompassError, UsageError
from kompass.report.charts.model import Bar, Bars
from kompass.report.document import (
    Block,
    Columns,
    Document,
    Figure,
    Heading,
    ListBlock,
    Logo,
    Paragraph,
    Quote,
    Rule,
    Run,
    Runs,
    Table,
    Verbatim,
)
from kompass.report.docx import as_docx

HOSTILE = (
    '<w:p>&amp;</w:t> "]]>',
    "😀👩‍👩‍👧‍👦🇳🇴",
    "שלום \u202eevil\u202c عربى",
    "\x00\x0b\x1b[31m\ufffe\ud800",
    "{{innhold}} { TOC } HYPERLINK \\\\server",
    "tab\tog\nlinje\u2028skift",
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#0b3d70"/></svg>'


def text(said: str) -> Runs:
    return (Run(said),)


def chart(number: int, title: str = "Poeng per kriterium", alt: str = "To stolper.") -> Figure:
    bar = Bar(label="Strategi", points=4, documented=2, high=6, max=10)
    return Figure(Bars(title=title, alt=alt, bars=(bar,)), number)


def table(number: int | None = None, rows: int = 2) -> Table:
    return Table(
        head=(text("Kriterium"), text("Poeng"), text("Begrunnelse")),
        rows=tuple((text(f"{at} Styring"), text(f"{at},5"), text("Ordet er fritt. " * 20)) for at in range(rows)),
        numeric=(False, True, False),
        caption=text("Poeng") if number else (),
        number=number,
    )  # fmt: skip


def items(*said: str, start: int | None = None) -> ListBlock:
    return ListBlock(tuple((Paragraph(text(it)),) for it in said), start)


def heading(level: int, said: str, at: int) -> Heading:
    return Heading(level, text(said), f"del-{at}")


BLOCKS: tuple[Block, ...] = (
    heading(1, "Hovedbudskap", 1),
    Paragraph((Run("Se "), Run("kilden", href="https://example.no/a?b=1&c=å"), Run(".", strong=True))),
    heading(2, "Samlet", 2),
    chart(1),
    table(1),
    table(2),
    heading(3, "Strategi", 3),
    heading(4, "Steg", 4),
    items("en", "to", start=1),
    Paragraph(text("mellom")),
    items("en igjen", start=1),
    items("fem", start=5),
    ListBlock(((Paragraph(text("ytre")), items("indre"), Paragraph(text("mer"))),)),
    Quote((Paragraph(text("Et forbehold")),)),
    heading(1, "Funn", 5),
    Columns((text("Styrker"), text("Svakheter")), ((items("a", "b"),), ())),
    Verbatim("linje 1\n  linje 2"),
    Rule(),
    chart(2),
    table(),
)  # fmt: skip


def document(*blocks: Block, **changes: Any) -> Document:
    made = Document(
        lang="nb",
        title="Egenvurdering av Åmot kommune",
        blocks=blocks or BLOCKS,
        subtitle="Utkast",
        author="Åmot kommune",
        date="2026-03-01",
        notice="Ikke det offisielle verktøyet.",
    )
    return replace(made, **changes)


def opened(data: bytes) -> Word:
    return docx.Document(io.BytesIO(data))


def written(*blocks: Block, **changes: Any) -> Word:
    return opened(as_docx(document(*blocks, **changes)))


def body(word: Word, path: str) -> list[Any]:
    found = word.element.xpath(path)
    assert isinstance(found, list)
    return found


def said(element: Any) -> str:
    return "".join(it.text or "" for it in element.iter(qn("w:t")))


def styled(word: Word, *names: str) -> list[str]:
    """Return the texts of every paragraph in one of these styles, in order."""
    ids = {word.styles[name].style_id for name in names}
    paragraphs = body(word, "//w:p[w:pPr/w:pStyle]")
    return [said(it) for it in paragraphs if it.pPr.pStyle.val in ids]


def instructions(word: Word) -> list[str]:
    return [str(it.text).strip() for it in body(word, "//w:instrText")]


WHOLE = as_docx(document())


def test_the_file_has_no_clock_and_no_chance_in_it() -> None:
    assert as_docx(document()) == WHOLE
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as archive:
        assert {it.date_time for it in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


@pytest.mark.parametrize(("lang", "tag"), [("nb", "nb-NO"), ("nn", "nn-NO")])
def test_properties_say_what_the_report_is(lang: str, tag: str) -> None:
    word = written(lang=lang)
    properties = word.core_properties
    assert (properties.title, properties.author) == (
        "Egenvurdering av Åmot kommune",
        "Åmot kommune",
    )
    assert properties.comments == "Ikke det offisielle verktøyet."
    assert (properties.language, properties.revision) == (tag, 1)
    assert str(properties.created) == str(properties.modified) == "2026-03-01 00:00:00+00:00"
    defaults = word.styles.element.find(qn("w:docDefaults"))
    assert [it.get(qn("w:val")) for it in defaults.iter(qn("w:lang"))] == [tag]


def test_a_report_without_a_date_has_a_fixed_one() -> None:
    properties = written(date="", title="T" * 999, author="", notice="").core_properties
    assert properties.created is not None and properties.created.year == 2000
    assert len(properties.title) == 255 and not properties.author and not properties.comments


def test_no_font_or_colour_comes_from_a_theme() -> None:
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as archive:
        assert b"heme=" not in archive.read("word/styles.xml")
        assert "docProps/thumbnail.jpeg" not in archive.namelist()


def test_headings_have_the_styles_of_their_level() -> None:
    word = opened(WHOLE)
    assert styled(word, "Title") == ["Egenvurdering av Åmot kommune"]
    assert styled(word, "Subtitle") == ["Utkast"]
    assert styled(word, "Heading 1") == ["Hovedbudskap", "Funn"]
    assert [styled(word, f"Heading {it}") for it in (2, 3, 4)] == [
        ["Samlet"],
        ["Strategi"],
        ["Steg"],
    ]
    assert word.styles["Heading 1"].paragraph_format.page_break_before


def test_deeper_headings_stop_at_the_fourth_level() -> None:
    assert styled(written(heading(6, "Dypt", 1)), "Heading 4") == ["Dypt"]


def test_contents_list_the_headings_and_lead_to_them() -> None:
    word = opened(WHOLE)
    assert styled(word, "toc 1", "toc 2") == ["Hovedbudskap", "Samlet", "Funn"]
    marks = {it.get(qn("w:name")): said(it.getparent()) for it in body(word, "//w:bookmarkStart")}
    links = body(word, "//w:hyperlink[@w:anchor]")
    assert [marks[it.get(qn("w:anchor"))] for it in links] == ["Hovedbudskap", "Samlet", "Funn"]
    assert instructions(word)[0] == 'TOC \\o "1-2" \\h \\z \\u'
    pages = [it for it in instructions(word) if it.startswith("PAGEREF")]
    assert [it.split()[1] for it in pages] == list(marks)
    assert word.settings.element.find(qn("w:updateFields")).get(qn("w:val")) == "true"


def test_every_field_and_bookmark_is_closed() -> None:
    word = opened(WHOLE)
    kinds = [it.get(qn("w:fldCharType")) for it in body(word, "//w:fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") > 6
    starts, ends = body(word, "//w:bookmarkStart"), body(word, "//w:bookmarkEnd")
    assert [it.get(qn("w:id")) for it in starts] == [it.get(qn("w:id")) for it in ends]


def test_a_report_without_headings_has_no_contents() -> None:
    word = written(Paragraph(text("Alt")))
    assert not any(it.startswith("TOC") for it in instructions(word))
    assert word.paragraphs[-1].paragraph_format.page_break_before


def test_tables_have_a_head_and_a_width_on_every_cell() -> None:
    word = opened(WHOLE)
    tables = body(word, "//w:tbl")
    assert len(tables) == 4
    for it in tables:
        rows = it.findall(qn("w:tr"))
        assert [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows] == [True] + [
            False
        ] * (len(rows) - 1)
        grid = [col.get(qn("w:w")) for col in it.iter(qn("w:gridCol"))]
        for row in rows:
            assert [cell.tcPr.find(qn("w:tcW")).get(qn("w:w")) for cell in row.tc_lst] == grid
        assert sum(map(int, grid)) == int(it.tblPr.find(qn("w:tblW")).get(qn("w:w")))
        assert it.tblPr.find(qn("w:tblLook")).get(qn("w:firstRow")) == "1"


def test_columns_get_room_for_what_stands_in_them() -> None:
    first = opened(WHOLE).tables[0]
    name, points, reason = (it.width or 0 for it in first.rows[1].cells)
    assert points < name < reason
    assert points > Mm(12)


def test_numbers_stand_to_the_right() -> None:
    first = opened(WHOLE).tables[0]
    sides = [it.paragraphs[0].alignment for it in first.rows[1].cells]
    assert [it is not None for it in sides] == [False, True, False]


def test_rows_stay_whole_unless_they_are_tall() -> None:
    tall = Table((text("A"), text("B")), ((text("a"), text("ord " * 900)),), (False, False))
    word = written(table(), tall)
    split = [[bool(row._tr.xpath("./w:trPr/w:cantSplit")) for row in it.rows] for it in word.tables]
    assert split == [[True, True, True], [True, False]]


def test_tables_are_kept_apart_and_the_file_does_not_end_with_one() -> None:
    for it in body(opened(WHOLE), "//w:tbl"):
        assert it.getnext().tag == qn("w:p")


def test_columns_hold_bullets_and_may_be_broken_between_pages() -> None:
    word = opened(WHOLE)
    columns = word.tables[2]
    assert [it.text for it in columns.rows[0].cells] == ["Styrker", "Svakheter"]
    bullet = columns.rows[1].cells[0].paragraphs[0]
    assert bullet.style is not None
    style: Any = bullet.style
    assert "List Bullet" in (style.name, style.base_style.name)
    assert not columns.rows[1]._tr.xpath("./w:trPr/w:cantSplit")
    assert columns.rows[1].cells[1].text == ""


def test_a_table_word_cannot_hold_is_refused() -> None:
    wide = Table(tuple([text("x")] * 64), (), (False,) * 64)
    with pytest.raises(KompassError, match="64 kolonner"):
        written(wide)


def test_pictures_say_what_they_show() -> None:
    word = opened(WHOLE)
    drawings = body(word, "//wp:docPr")
    assert [it.get("descr") for it in drawings] == ["To stolper."] * 2
    assert [it.get("title") for it in drawings] == ["Poeng per kriterium"] * 2
    assert len({it.get("id") for it in drawings}) == 2
    assert all(abs(it.width - Mm(166)) < Mm(1) for it in word.inline_shapes)


def test_captions_count_figures_and_tables() -> None:
    word = opened(WHOLE)
    assert styled(word, "Caption") == [
        "Figur 1. Poeng per kriterium", "Tabell 1. Poeng", "Tabell 2. Poeng",
        "Figur 2. Poeng per kriterium",
    ]  # fmt: skip
    counted = [it for it in instructions(word) if it.startswith("SEQ")]
    assert counted == [f"SEQ {it} \\* ARABIC" for it in ("Figur", "Tabell", "Tabell", "Figur")]
    kept = [it for it in body(word, "//w:p[w:pPr/w:keepNext]") if said(it).startswith("Tabell")]
    assert [it.getnext().tag for it in kept] == [qn("w:tbl")] * 2


def test_a_tall_chart_leaves_room_for_its_caption() -> None:
    bars = tuple(
        Bar(label=f"Kriterium {it}", points=1, documented=1, high=1, max=2) for it in range(40)
    )
    word = written(Figure(Bars(title="Mange", alt="Mange.", bars=bars), 1))
    shape = word.inline_shapes[0]
    assert shape.height <= Mm(191) and shape.width <= Mm(166)


def numbering(word: Word, said_text: str) -> tuple[int, int]:
    """Return the numbering of the paragraph that says this, and what it starts at."""
    found = next(it for it in body(word, "//w:p") if said(it) == said_text)
    number = found.pPr.numPr.numId.val
    root = word.part.numbering_part.element
    start = root.xpath(f"w:num[@w:numId={number}]/w:lvlOverride/w:startOverride/@w:val")
    return number, int(start[0])


def test_every_numbered_list_counts_from_its_own_start() -> None:
    word = opened(WHOLE)
    first, second, third = (numbering(word, it) for it in ("en", "en igjen", "fem"))
    assert (first[1], second[1], third[1]) == (1, 1, 5)
    assert len({first[0], second[0], third[0]}) == 3
    assert numbering(word, "to")[0] == first[0]


def test_lists_inside_lists_and_what_follows_in_an_item() -> None:
    word = opened(WHOLE)
    assert styled(word, "List Bullet") == ["ytre"]
    assert styled(word, "List Bullet 2") == ["indre"]
    assert styled(word, "List Continue") == ["mer"]
    deep = items("innerst", start=1)
    for _ in range(6):
        deep = ListBlock(((deep,), ()), 1)
    assert "innerst" in styled(written(deep), "List Number 3")


def test_quotes_and_verbatim_have_styles_of_their_own() -> None:
    word = opened(WHOLE)
    assert styled(word, "Intense Quote") == ["Et forbehold"]
    assert styled(word, "HTML Preformatted") == ["linje 1  linje 2"]
    assert body(word, "//w:p[w:pPr/w:pBdr]")


def links(data: bytes) -> list[str]:
    word = opened(data)
    return [it._target for it in word.part.rels.values() if it.is_external]


def test_links_go_to_the_web_and_to_mail_only() -> None:
    wanted = ["https://example.no/", "http://a.no/x%20y", "mailto:post@example.no"]
    refused = [
        "javascript:alert(1)", "file:///etc/passwd", "\\\\server\\share", "#del-1", "ftp://a.no",
        "https://", "http://[", "https://a.no/" + "x" * 3000, "data:text/html,x", "//a.no/b",
    ]  # fmt: skip
    runs = tuple(Run(f"lenke {at} ", href=it) for at, it in enumerate(wanted + refused))
    data = as_docx(document(Paragraph(runs)))
    assert links(data) == wanted
    shown = body(opened(data), "//w:hyperlink[@r:id]")
    assert [said(it).strip() for it in shown] == ["lenke 0", "lenke 1", "lenke 2"]
    assert f"lenke {len(wanted + refused) - 1}" in said(opened(data).element)


@pytest.mark.parametrize("bad", HOSTILE)
def test_hostile_text_stays_text(bad: str) -> None:
    runs = (Run(bad), Run(bad, code=True), Run("\n"), Run(bad, href="https://a.no/"))
    hostile = Table((runs, runs), ((runs, runs),), (False, True), runs, 1)
    data = as_docx(
        document(
            Heading(1, runs, "del-1"),
            Paragraph(runs),
            ListBlock(((Paragraph(runs),),)),
            hostile,
            chart(1, f"x{bad}", f"x{bad}"),
            Verbatim(bad),
            title=f"x{bad}",
            subtitle=bad,
            author=bad,
            notice=bad,
        )
    )
    word = opened(data)
    assert [it.split()[0] for it in instructions(word)] == ["TOC", "PAGEREF", "SEQ", "SEQ"]
    assert links(data) == ["https://a.no/"]
    plain = re.sub("[\x00-\x1f\u2028\u202a-\u202e\ufffe\ud800]", "", bad)
    shown = re.sub(r"\s", "", said(word.element))
    assert re.sub(r"\s", "", plain) in shown


def test_a_megabyte_of_text_is_only_long() -> None:
    long = "ord og <b>mer</b> " * 60_000
    word = written(Paragraph(text(long)), items(long), table(1))
    assert word.element.xpath("//w:body")[0] is not None
    assert said(word.element).count("<b>") == 120_000


def png(width: int = 4, height: int = 2) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\x0b\x3d\x70" * width for _ in range(height)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


# One grey pixel, without the JFIF mark that python-docx looks for.
JPEG = base64.b64decode(
    "/9j/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4z"
    "NDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8A"
    "Kp//2Q=="
)


@pytest.mark.parametrize(
    "logo", [Logo(png(), "png", "Byvåpen"), Logo(SVG, "svg", "Byvåpen"), Logo(JPEG, "jpg", "Byvåpen")]
)  # fmt: skip
def test_a_logo_stands_first_with_its_description(logo: Logo) -> None:
    word = written(Paragraph(text("x")), logo=logo)
    shape = word.inline_shapes[0]
    assert shape._inline.docPr.get("descr") == "Byvåpen"
    assert shape.height <= Mm(26) and shape.width <= Mm(91)
    assert word.paragraphs[0]._p.xpath(".//w:drawing")


@pytest.mark.parametrize("form", ["png", "jpg", "svg"])
def test_a_spoilt_logo_is_refused(form: str) -> None:
    with pytest.raises(UsageError, match="Logoen"):
        written(logo=Logo(b"\xff\xd8\xff\x00ikke et bilde", form, "x"))


# Templates


def template(change: Callable[[Word], None] = lambda word: None, marker: bool = False) -> bytes:
    word = docx.Document()
    word.styles["Heading 1"].font.name = "Georgia"
    word.styles["Heading 1"].font.color.rgb = RGBColor(0x88, 0, 0x44)
    word.sections[0].header.paragraphs[0].text = "Topptekst fra malen"
    word.sections[0].page_width = Mm(200)
    word.sections[0].left_margin = word.sections[0].right_margin = Mm(30)
    word.add_paragraph("Forside fra malen")
    if marker:
        word.add_paragraph("{{inn").add_run("hold}}")
        word.add_paragraph("Baksiden")
    change(word)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def filled(data: bytes) -> Word:
    return opened(as_docx(document(), data))


def test_a_template_keeps_its_styles_header_and_page() -> None:
    word = filled(template())
    font = word.styles["Heading 1"].font
    assert (font.name, str(font.color.rgb)) == ("Georgia", "880044")
    assert word.sections[0].header.paragraphs[0].text == "Topptekst fra malen"
    assert round((word.sections[0].page_width or 0) / Mm(1)) == 200
    assert not word.styles["Heading 1"].paragraph_format.page_break_before
    assert "Forside fra malen" not in said(word.element)
    assert styled(word, "Heading 1") == ["Hovedbudskap", "Funn"]
    assert all(abs(it.width - Mm(140)) < Mm(1) for it in word.inline_shapes)
    assert not word.sections[0].footer.paragraphs[0].text


def test_the_marker_is_where_the_report_goes() -> None:
    word = filled(template(marker=True))
    texts = [it.text for it in word.paragraphs]
    assert texts[0] == "Forside fra malen"
    assert texts[-1] == "Baksiden"
    assert texts.index("Egenvurdering av Åmot kommune") < texts.index("Hovedbudskap")
    assert "{{" not in said(word.element)


def test_a_marker_that_ends_a_section_leaves_the_section() -> None:
    def change(word: Word) -> None:
        word.add_paragraph("{{innhold}}")
        word.add_section()
        marked = next(it for it in word.paragraphs if it.text == "{{innhold}}")
        section = body(word, "//w:pPr/w:sectPr")[0]
        marked._p.get_or_add_pPr().append(section)

    word = filled(template(change))
    assert len(word.sections) == 2
    assert "{{" not in said(word.element)


def test_a_marker_in_a_table_is_refused() -> None:
    def change(word: Word) -> None:
        word.add_table(1, 1).cell(0, 0).text = "{{innhold}}"

    with pytest.raises(UsageError, match="avsnitt"):
        filled(template(change))


def test_headers_of_earlier_sections_live_on_in_the_last() -> None:
    def change(word: Word) -> None:
        word.add_section()

    assert filled(template(change)).sections[-1].header.paragraphs[0].text == "Topptekst fra malen"


def test_styles_a_template_lacks_are_added_plainly() -> None:
    missing = (
        "Caption", "Heading 2", "List Bullet", "List Bullet 2", "List Number", "Intense Quote",
        "Quote", "Table Grid", "TOC Heading", "Title", "List Continue",
    )  # fmt: skip

    def change(word: Word) -> None:
        for name in missing:
            element = word.styles[name].element
            element.getparent().remove(element)
        key = next(key for key, it in word.part.rels.items() if it.reltype.endswith("/numbering"))
        del word.part.rels[key]

    word = filled(template(change))
    assert styled(word, "Caption")[0] == "Figur 1. Poeng per kriterium"
    assert word.styles["Heading 2"].element.xpath(".//w:outlineLvl/@w:val") == ["1"]
    assert word.styles["Caption"].font.color.rgb is None
    ids = [it.get(qn("w:styleId")) for it in word.styles.element.findall(qn("w:style"))]
    assert len(ids) == len(set(ids))
    assert numbering(word, "fem")[1] == 5
    bullet = next(it for it in body(word, "//w:p") if said(it) == "ytre")
    assert bullet.pPr.numPr is not None


def test_styles_are_found_by_name_whatever_their_id() -> None:
    def change(word: Word) -> None:
        word.styles["Heading 1"].element.set(qn("w:styleId"), "Overskrift1")

    word = filled(template(change))
    found = [it for it in body(word, "//w:p[w:pPr]") if said(it) == "Funn"]
    assert [it.pPr.pStyle.val for it in found if it.pPr.pStyle.val == "Overskrift1"] == [
        "Overskrift1"
    ]


def test_text_in_a_template_of_another_language_says_its_own() -> None:
    runs = body(filled(template()), "//w:p[w:pPr/w:pStyle/@w:val='Heading1']//w:r")
    assert [it.xpath("w:rPr/w:lang/@w:val") for it in runs] == [["nb-NO"]] * len(runs)
    assert not body(opened(WHOLE), "//w:lang")


def test_a_template_gives_the_same_bytes_every_time() -> None:
    data = template(marker=True)
    assert as_docx(document(), data) == as_docx(document(), data)


def test_a_dotx_is_a_template_too() -> None:
    word = filled(retyped(b"wordprocessingml.document.main", b"wordprocessingml.template.main"))
    assert styled(word, "Title")


def retyped(old: bytes, new: bytes, extra: tuple[str, bytes] | None = None) -> bytes:
    """Return a template with another content type, or another part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template())) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data.replace(old, new) if "Types" in name else data)
        if extra:
            target.writestr(*extra)
    return out.getvalue()


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>" + b" " * 60_000_000)
    return out.getvalue()


def many() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for it in range(3000):
            archive.writestr(str(it), b"")
    return out.getvalue()


def without(part: str, instead: bytes | None = None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template())) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            if name != part:
                target.writestr(name, source.read(name))
            elif instead is not None:
                target.writestr(name, instead)
    return out.getvalue()


def macros() -> bytes:
    return retyped(
        b"vnd.openxmlformats-officedocument.wordprocessingml.document.main",
        b"vnd.ms-word.document.macroEnabled.main",
    )


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "text": (lambda: b"hei", "ikke et Word-dokument"),
    "empty": (lambda: b"", "ikke et Word-dokument"),
    "old": (lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600, "ikke et Word-dokument"),
    "cut": (lambda: template()[:9000], "ikke et Word-dokument"),
    "bomb": (bomb, "50 MB"),
    "many": (many, "50 MB"),
    "macros": (macros, "makroer"),
    "vba": (lambda: retyped(b"", b"", ("word/vbaProject.bin", b"x")), "makroer"),
    "no document": (lambda: without("word/document.xml"), "Malen"),
    "broken document": (lambda: without("word/document.xml", b"<w:document"), "Malen"),
    "broken styles": (lambda: without("word/styles.xml", b"<a/>"), "Malen"),
    "no relations": (lambda: without("_rels/.rels"), "Malen"),
    "spreadsheet": (lambda: retyped(b"wordprocessingml.document", b"spreadsheetml.sheet"), "Malen"),
}  # fmt: skip


@pytest.mark.parametrize("kind", BAD)
def test_a_template_that_cannot_be_used_is_refused(kind: str) -> None:
    make, message = BAD[kind]
    with pytest.raises(UsageError, match=message):
        filled(make())


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
@pytest.mark.parametrize("marker", [None, True])
def test_libreoffice_shows_the_whole_report(tmp_path: Path, marker: bool | None) -> None:
    source = as_docx(document(), template(marker=True) if marker else None)
    (tmp_path / "rapport.docx").write_bytes(source)
    subprocess.run(
        [
            "soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile",
            "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "rapport.docx"),
        ],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    if not (tmp_path / "rapport.pdf").exists():
        pytest.skip("LibreOffice Writer is not installed")
    shown = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "rapport.pdf"), "-"],
        check=True, capture_output=True, timeout=60,
    ).stdout.decode()  # fmt: skip
    pages = shown.split("\f")
    assert "Egenvurdering av Åmot kommune" in shown
    for it in ("Figur 1. Poeng per kriterium", "Tabell 2. Poeng", "Et forbehold", "Begrunnelse"):
        assert it in shown
    assert re.search(r"5\.\s+fem", shown)
    if marker is None:
        assert "Ikke det offisielle verktøyet." in pages[0]
        assert pages[1].split()[0] == "Innhold"
        assert pages[2].split()[0] == "Hovedbudskap"
