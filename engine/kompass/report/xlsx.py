"""A result as a workbook."""

from __future__ import annotations

from collections.abc import Iterator

from kompass.model.base import Lang
from kompass.model.result import Result
from kompass.report.workbook import actions, points
from kompass.report.workbook.tables import Frame, Sheet
from kompass.report.workbook.writing import Book, write_book


def as_workbook(result: Result, lang: Lang) -> bytes:
    """Return a result as an Excel workbook; the same result gives the same bytes.

    Args:
        result: The assessment.
        lang: The language of sheets, heads and sentences; the result's texts have their own.
    """
    frame = Frame(result, lang)
    return write_book(
        Book(
            title=frame.title,
            creator=f"{result.generator.name} {result.generator.version}",
            day=result.date,
            lang=lang,
            notice=result.notice,
            sheets=tuple(_sheets(frame)),
        )
    )


def _sheets(frame: Frame) -> Iterator[Sheet]:
    """Yield every sheet, in order."""
    yield points.overview(frame)
    yield points.questions(frame)
    yield actions.findings(frame)
    yield actions.next_steps(frame)
    yield actions.under_way(frame)
    yield actions.unanswered(frame)
    if (adjusted := points.adjustments(frame)) is not None:
        yield adjusted
    yield points.about(frame)
