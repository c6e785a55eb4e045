"""What somebody adjusted, beside what the rules say: the same sentences on every surface."""

from __future__ import annotations

from collections.abc import Iterator

from kompass.model.base import Lang
from kompass.model.result import Result
from kompass.report import words
from kompass.report.numbers import rounded


def adjustment_lines(result: Result, lang: Lang, limit: int = 300) -> Iterator[str]:
    """Yield a sentence on each adjustment, the total with and without first; nothing if none.

    Args:
        result: The assessment.
        lang: The language of the sentences.
        limit: The most characters of a reason that are shown.
    """
    yield from adjusted_total(result, lang)
    for area in result.areas:
        for criterion in area.criteria:
            for question in criterion.questions:
                for dimension, rating in question.ratings.items():
                    if (change := rating.adjusted) is not None:
                        yield words.ADJUSTED_RATING(lang).format(
                            question=question.id,
                            dimension=words.dimension(dimension, lang),
                            own=rating.points,
                            to=change.to,
                            reason=change.reason[:limit],
                            by=change.by[:limit],
                        )
    for finding in result.findings:
        if (reworded := finding.adjusted) is not None:
            yield words.ADJUSTED_FINDING(lang).format(
                question=finding.question or finding.criterion,
                was=reworded.was,
                reason=reworded.reason[:limit],
                by=reworded.by[:limit],
            )
    for out in result.suppressed:
        yield words.SUPPRESSED(lang).format(
            question=out.finding.question or out.finding.criterion,
            was=out.finding.text,
            reason=out.reason[:limit],
            by=out.by[:limit],
        )


def adjusted_total(result: Result, lang: Lang) -> Iterator[str]:
    """Yield the total with and without adjustments in a sentence; nothing where none moves it."""
    total = result.total
    if total.adjusted is not None:
        yield words.ADJUSTED_TOTAL(lang).format(
            adjusted=rounded(total.adjusted, 0), points=rounded(total.points, 0)
        )
