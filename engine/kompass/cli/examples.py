"""The coded examples a command works on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kompass.cli.options import Workbench
from kompass.errors import UsageError

if TYPE_CHECKING:
    from kompass.authoring.agreement import Case
    from kompass.authoring.agreement_page import Swap
    from kompass.authoring.examples import Example
    from kompass.authoring.tuning import Lookups


examples_option = click.option(
    "--examples", type=click.Path(path_type=Path), metavar="MAPPE",
    help="Mappe med NAVN.json og NAVN.published.json; standard er examples/ ved innholdet.",
)  # fmt: skip


def examples_folder(bench: Workbench, chosen: Path | None) -> Path | None:
    """Return the folder of examples: the one chosen, or that which lies by the content."""
    from kompass.content.location import checkout_root

    if chosen:
        return chosen
    for root in (bench.folder, checkout_root(), Path()):
        if root is not None and (root / "examples").is_dir():
            return root / "examples"
    return None


def load_examples(bench: Workbench, chosen: Path | None) -> list[Example]:
    """Read the examples.

    Raises:
        UsageError: There are none.
    """
    from kompass.authoring.examples import read_examples

    folder = examples_folder(bench, chosen)
    if folder is None:
        raise UsageError("Fant ingen examples-mappe. Bruk --examples MAPPE.")
    found = list(read_examples(folder, lambda path: bench.read(path).answers))
    if not found:
        raise UsageError(f"Fant ingen NAVN.published.json i {folder}.")
    return found


def compare_examples(bench: Workbench, examples: list[Example]) -> list[Case]:
    """Compare every example with what was published."""
    from kompass.authoring.agreement import compare
    from kompass.inference.engines import make_evaluator

    evaluator = make_evaluator()
    return [compare(bench.content, it.answers, it.published, evaluator) for it in examples]


def as_lookups(bench: Workbench, examples: list[Example]) -> list[Lookups]:
    """Return the examples in the form that scales are tuned on."""
    from kompass.assessment.instrument import Instrument
    from kompass.authoring.tuning import lookups
    from kompass.inference.partition import ReferenceEvaluator

    return [
        lookups(
            Instrument(bench.content, it.answers.framework, ReferenceEvaluator()),
            it.answers,
            it.published,
        )
        for it in examples
    ]


def swap_test(bench: Workbench, places: list[Lookups]) -> list[Swap]:
    """Tune the untuned scales on each example and try them on every other."""
    from kompass.authoring.agreement_page import Swap
    from kompass.authoring.tuning import measure, tune, untuned

    start = untuned(bench.content)
    return [
        Swap(own.name, other.name, measure(other, start), measure(other, tuned))
        for own, tuned in ((it, tune([it], start)) for it in places)
        for other in places
        if other is not own
    ]
