"""How sure the picture is, as a report tells it: the numbers of the result, and their limits."""

from __future__ import annotations

from typing import get_args

import pytest
from tests.report.conftest import Made, Name, Workshop, text_of

from kompass.model.answers import Answer, Evidence
from kompass.model.base import LANGUAGES, Lang
from kompass.model.uncertainty import Uncertainty
from kompass.report.certainty import SURE, outwards
from kompass.report.document import Table, plain
from kompass.report.prose import PROSE

PRACTICE, EXTENT = "kommunikasjonsarbeid_satt_i_system", "kommunikasjonsarbeid_utbredelse"


def uncertainty(made: Made) -> Uncertainty:
    found = made.material.result.uncertainty
    assert found is not None
    return found


def headings(made: Made) -> list[str]:
    return [plain(it.runs) for it in made.document.headings()]


def cells(made: Made, column: str) -> list[list[str]]:
    """Return the rows of the one table with a column of that name."""
    wanted = PROSE[column](made.document.lang)
    [found] = [
        it
        for it in made.document.blocks
        if isinstance(it, Table) and wanted in [plain(cell) for cell in it.head]
    ]
    return [[plain(cell) for cell in row] for row in found.rows]


@pytest.mark.parametrize("audience", ["konsulent", "leder"])
@pytest.mark.parametrize(("name", "lang"), [("amot", "nb"), ("roros", "nn")])
def test_the_table_has_the_intervals_of_the_result(
    reports: Workshop, name: Name, lang: Lang, audience: str
) -> None:
    made = reports.example(name, lang, audience)
    tried = uncertainty(made).stability
    assert tried is not None
    *areas, total = cells(made, "c_ninety")
    assert [row[0] for row in areas] == [f"{it.id} {it.name}" for it in made.material.result.areas]
    for row, area in zip(areas, made.material.result.areas, strict=True):
        low, high = outwards(tried.areas[area.id])
        assert row[2] == f"{low}–{high}"
        surely = [it for it, often in tried.stronger[area.id].items() if often >= SURE]
        assert row[3] == (", ".join(surely) or "–")
    low, high = outwards(tried.total)
    assert total[2] == f"{low}–{high}"
    assert f" {low} og {high} poeng" in text_of(made.document)
    assert tried.why in text_of(made.document)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_says_what_it_does_not_cover(reports: Workshop, lang: Lang) -> None:
    told = text_of(reports.example("amot", lang).document)
    assert ("jevnt over er for gode" if lang == "nb" else "jamt over er for gode") in told
    assert "257 til 284 poeng" in told  # 270 plus and minus five per cent
    assert ("Spennet fra 270 til 413" if lang == "nb" else "Spennet frå 270 til 413") in told


@pytest.mark.parametrize("name", get_args(Name))
def test_inhabitants_are_spared_it(reports: Workshop, name: Name) -> None:
    made = reports.example(name, "nb", "innbygger")
    assert PROSE["certainty"]("nb") not in headings(made)
    assert "trinn feil" not in text_of(made.document)


def test_what_is_documented_is_not_asked_for(reports: Workshop) -> None:
    """All of Åmot is."""
    made = reports.example("amot")
    assert PROSE["document_first"]("nb") not in headings(made)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_claims_get_an_appendix_of_what_to_document(little: Workshop, lang: Lang) -> None:
    values = {PRACTICE: "ja", EXTENT: "alle", "har_grafisk_profil": "ja"}
    made = little.make(little.given(framework="prove-1", values=values), lang)
    assert PROSE["document_first"](lang) in headings(made)
    [row] = cells(made, "c_settles")
    [first] = uncertainty(made).claims.first
    assert row == [first.text, "1.1.2", "53,3", first.evidence, ", ".join(first.asks)]
    assert " 53 dokumenterte poeng" in text_of(made.document)
    proof = (Evidence(kind="document", title="Bevis"),)
    shown = {it: Answer(value=value, evidence=proof) for it, value in values.items()}
    done = little.make(little.given(framework="prove-1", values=shown), lang)
    assert PROSE["document_first"](lang) not in headings(done)


def test_without_answers_or_numbers_there_is_no_chapter(little: Workshop) -> None:
    silent = little.make(little.given(framework="prove-1"))
    assert "trinn feil" not in text_of(silent.document)
    closed = {it: little.content.answer_set(it).values[-1] for it in little.content.facts}
    made = little.make(little.given(framework="prove-1", values=closed))
    assert uncertainty(made).stability is None  # this content does not say how often
    assert PROSE["certainty"]("nb") not in headings(made)
