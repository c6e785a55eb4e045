"""Reads earlier years: a result kompass made, or points an evaluation published."""

from __future__ import annotations

from datetime import date
from typing import Final

from kompass.errors import Fault, InvalidAnswersError
from kompass.intake.json_reader import Document
from kompass.intake.parsing import parse, read_document
from kompass.model.answers import ANSWERS_SCHEMA
from kompass.model.earlier import PUBLISHED_SCHEMA, Earlier, PublishedPoints
from kompass.model.result import RESULT_SCHEMA, Result

_ANSWERS: Final = (
    "dette er en svarfil; regn den ut først: kompass assess {file} --format json -o resultat.json"
)
_UNKNOWN: Final = (
    'skal ha "schema": "{result}" (fra kompass assess --format json) '
    'eller "{published}" (publiserte poeng)'
)


def read_earlier(data: bytes, file: str) -> Earlier:
    """Return the points of an earlier year.

    Published points need no ``schema``: municipality, year, source and areas are enough.

    Raises:
        InvalidAnswersError: With every fault that was found.
    """
    document = read_document(data, file)
    value = document.value
    schema = value.get("schema") if isinstance(value, dict) else None
    if schema == RESULT_SCHEMA:
        return _of_result(parse(Result, document, file), document, file)
    if schema == PUBLISHED_SCHEMA or (isinstance(value, dict) and schema is None):
        return _of_published(parse(PublishedPoints, document, file))
    if schema == ANSWERS_SCHEMA:
        raise InvalidAnswersError([Fault(file, 0, _ANSWERS.format(file=file))])
    text = _UNKNOWN.format(result=RESULT_SCHEMA, published=PUBLISHED_SCHEMA)
    raise InvalidAnswersError([Fault(file, document.line(("schema",)), text)])


def _of_published(it: PublishedPoints) -> Earlier:
    return Earlier(
        municipality=it.municipality,
        year=it.year,
        framework=it.framework,
        rules=None,
        source=it.source,
        note=it.note,
        total=sum(it.areas.values()) if it.total is None else it.total,
        areas=it.areas,
        criteria=it.criteria,
    )


def _of_result(it: Result, document: Document, file: str) -> Earlier:
    try:
        year = date.fromisoformat(it.date).year
    except ValueError:
        fault = Fault(file, document.line(("date",)), f"date skal være en dato, ikke {it.date!r}")
        raise InvalidAnswersError([fault]) from None
    covered = [area for area in it.areas if area.status == "assessed"]
    return Earlier(
        municipality=str(it.municipality.get("name", "")),
        year=year,
        framework=it.framework.id,
        rules=it.framework.rules_sha256,
        source=f"kompass {it.generator.version}",
        note="",
        total=it.total.points,
        areas={area.id: area.points for area in covered},
        criteria={
            criterion.id: criterion.points
            for area in covered
            for criterion in area.criteria
            if criterion.status == "assessed"
        },
    )
