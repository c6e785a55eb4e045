"""Times each report format against a named baseline, taking turns in one run.

Run with ``uv run python benchmarks/report.py [ANSWERS]``. Everything is loaded and has run once
before the clock starts: what is timed is the work on one report, from answers that are read to the
bytes of a file.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median

from markdown_it import MarkdownIt

from kompass.assessment.assess import describe, stand
from kompass.assessment.instrument import Instrument
from kompass.assessment.passages import tell
from kompass.content.cache import load_cached, load_cached_passages
from kompass.content.location import content_root
from kompass.content.registers import municipalities, reference_figures
from kompass.inference.engines import make_evaluator
from kompass.intake.answers import World, read_answers
from kompass.report.docx import as_docx
from kompass.report.html import as_html
from kompass.report.manuscript import write_manuscript
from kompass.report.material import Material
from kompass.report.pdf import as_pdf
from kompass.report.reader import read_report
from kompass.report.xlsx import as_workbook

EXAMPLE = Path(__file__).parents[1] / "examples" / "amot-2026.json"
ASSESS = "assess, and JSON"
MARKDOWN_IT = "markdown-it's own HTML"

Step = Callable[[], object]


def main() -> None:
    """Measure every step and every format, and print a table of each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("answers", nargs="?", type=Path, default=EXAMPLE, help="an answers file")
    parser.add_argument("--runs", type=int, default=9, help="rounds, the median counts (9)")
    wanted = parser.parse_args()
    steps, formats, sizes = prepare(wanted.answers)
    load = os.getloadavg()[0]
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {load:.1f}")
    print(f"{wanted.answers.name}, {wanted.runs} runs, everything warm\n")
    took = measure({**steps, **formats}, wanted.runs)
    show({name: took[name] for name in steps}, (ASSESS, MARKDOWN_IT), {})
    print()
    show({name: took[name] for name in (ASSESS, *formats)}, (ASSESS,), sizes)


def prepare(answers: Path) -> tuple[dict[str, Step], dict[str, Step], dict[str, int]]:
    """Return the steps of a report, the whole way to each format, and the size of each in bytes."""
    root = content_root()
    content = load_cached(root)
    passages = load_cached_passages(root, content)
    figures = reference_figures(root)
    world = World(content, municipalities(root))
    given = read_answers(answers.read_bytes(), answers.name, world).answers
    instrument = Instrument(content, given.framework, make_evaluator("auto"))

    def assess() -> bytes:
        result = describe(stand(instrument, given), given, "nb")
        return json.dumps(result.model_dump(mode="json", by_alias=True)).encode()

    def material() -> Material:
        standing = stand(instrument, given)
        return Material(
            result=describe(standing, given, "nb"),
            answers=given,
            content=content,
            passages=passages,
            told=tell(standing, passages, "nb"),
            earlier=[],
            figures=figures,
            audience="konsulent",
        )

    def markdown() -> bytes:
        return write_manuscript(material()).encode()

    whole: dict[str, Callable[[], bytes]] = {
        "md": markdown,
        "html": lambda: as_html(read_report(markdown(), "x")).encode(),
        "pdf": lambda: as_pdf(read_report(markdown(), "x"))[0],
        "docx": lambda: as_docx(read_report(markdown(), "x"), None),
        "xlsx": lambda: as_workbook(describe(stand(instrument, given), given, "nb"), "nb"),
    }
    standing = stand(instrument, given)
    ready = material()
    text = write_manuscript(ready)
    document = read_report(text.encode(), "x")
    renderer = MarkdownIt("commonmark", {"html": False}).enable("table")
    steps: dict[str, Step] = {
        ASSESS: assess,
        MARKDOWN_IT: lambda: renderer.render(text),
        "passages": lambda: tell(standing, passages, "nb"),
        "write Markdown": lambda: write_manuscript(ready),
        "read Markdown": lambda: read_report(text.encode(), "x"),
        "write HTML": lambda: as_html(document),
        "write PDF": lambda: as_pdf(document),
        "write Word": lambda: as_docx(document, None),
        "write workbook": lambda: as_workbook(ready.result, "nb"),
    }
    sizes = {name: len(make()) for name, make in whole.items()}
    return steps, dict(whole), sizes


def measure(steps: Mapping[str, Step], runs: int) -> dict[str, list[float]]:
    """Return the seconds each step took, in turns so that noise falls on all alike."""
    for step in steps.values():
        step()
    took: dict[str, list[float]] = {name: [] for name in steps}
    for _ in range(runs):
        for name, step in steps.items():
            took[name].append(_seconds(step))
    return took


def show(took: Mapping[str, list[float]], bases: tuple[str, ...], sizes: Mapping[str, int]) -> None:
    """Print a Markdown table; what is compared is median with median."""
    heads = ["min ms", "median ms", *(f"÷ {base}" for base in bases), *(["kB"] if sizes else [])]
    wide = [max(9, len(head)) for head in heads]
    print(f"| {'':22} | {_row(heads, wide)} |")
    print(f"|{'-' * 24}|{'|'.join('-' * (it + 1) + ':' for it in wide)}|")
    for name, seconds in took.items():
        values = [f"{min(seconds) * 1e3:.0f}", f"{median(seconds) * 1e3:.0f}"]
        values += [f"{median(seconds) / median(took[base]):.2f}" for base in bases]
        if sizes:
            values.append(f"{sizes[name] / 1e3:.0f}" if name in sizes else "")
        print(f"| {name:22} | {_row(values, wide)} |")


def _row(cells: list[str], wide: list[int]) -> str:
    return " | ".join(f"{cell:>{width}}" for cell, width in zip(cells, wide, strict=True))


def _seconds(step: Step) -> float:
    gc.collect()
    gc.disable()
    start = time.perf_counter()
    step()
    took = time.perf_counter() - start
    gc.enable()
    return took


if __name__ == "__main__":
    main()
