"""A report of answers, from assessment to text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kompass.desk.bench import Bench

if TYPE_CHECKING:
    from kompass.assessment.instrument import Instrument
    from kompass.assessment.standing import Standing
    from kompass.model.answers import Answers
    from kompass.model.earlier import Earlier
    from kompass.model.result import Result
    from kompass.report.material import Audience


def assess_for_report(
    bench: Bench, instrument: Instrument, answers: Answers
) -> tuple[Standing, Result]:
    """Return where a municipality stands and the whole result, with how sure it is.

    Raises:
        EngineError: The evaluator failed.
    """
    from kompass.assessment.assess import describe, stand
    from kompass.assessment.uncertainty import with_uncertainty

    standing = stand(instrument, answers)
    return standing, with_uncertainty(describe(standing, answers, bench.lang), standing)


def report_text(
    bench: Bench,
    standing: Standing,
    result: Result,
    answers: Answers,
    audience: Audience = "konsulent",
    earlier: Sequence[Earlier] = (),
    title: str | None = None,
) -> str:
    """Return a report as Markdown, from which the other formats are made."""
    from kompass.assessment.passages import tell
    from kompass.content.cache import load_cached_passages
    from kompass.content.registers import reference_figures
    from kompass.report.manuscript import write_manuscript
    from kompass.report.material import Material

    passages = load_cached_passages(bench.root, bench.content)
    return write_manuscript(
        Material(
            result=result,
            answers=answers,
            content=bench.content,
            passages=passages,
            told=tell(standing, passages, bench.lang),
            earlier=earlier,
            figures=reference_figures(bench.root),
            audience=audience,
            # Bytes that are not UTF-8 come from the command line as lone surrogates.
            title=title and title.encode(errors="replace").decode(),
        )
    )
