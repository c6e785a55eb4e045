"""``kompass content docs``."""

from __future__ import annotations

from pathlib import Path

import click

from kompass.cli.examples import (
    as_lookups,
    compare_examples,
    examples_folder,
    load_examples,
    swap_test,
)
from kompass.cli.options import Workbench, workbench
from kompass.cli.progress import progress
from kompass.cli.streams import write_output

STALE = 4


@click.command("docs", short_help="Skriv oppslagssidene om innholdet.")
@click.argument(
    "folder", metavar="[MAPPE]", type=click.Path(path_type=Path), default="docs/innhold"
)
@click.option("--check", is_flag=True, help="Skriv ingenting; si fra om sidene er foreldet.")
@click.pass_obj
@progress("Skriver oppslagssidene")
def command(content_folder: Path | None, folder: Path, check: bool) -> int:
    """Skriv oppslagssider med alle spørsmål, fakta, regler og steg til MAPPE.

    Finnes det kodede eksempler ved innholdet, skrives også siden om samsvar med publiserte poeng.
    """
    from kompass.authoring.reference import reference_pages

    bench = workbench(content_folder, "nb")
    pages = {**reference_pages(bench.content), **_agreement(bench)}
    if check:
        stale = [
            name
            for name, text in pages.items()
            if not (folder / name).is_file() or (folder / name).read_text("utf-8") != text
        ]
        for name in stale:
            click.echo(f"{folder / name}: foreldet; kjør kompass content docs.", err=True)
        return STALE if stale else 0
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages.items():
        write_output(text, str(folder / name))
    click.echo(f"{len(pages)} sider i {folder}", err=True)
    return 0


def _agreement(bench: Workbench) -> dict[str, str]:
    """Return the page on agreement, where there are examples with published points."""
    from kompass.authoring.agreement_page import agreement_page

    folder = examples_folder(bench, None)
    if folder is None or not any(folder.glob("*.published.json")):
        return {}
    examples = load_examples(bench, folder)
    swaps = swap_test(bench, as_lookups(bench, examples))
    cases = compare_examples(bench, examples)
    return {"samsvar.md": agreement_page(bench.content, examples, cases, swaps)}
