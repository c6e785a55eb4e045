"""``kompass content passages``."""

from __future__ import annotations

from pathlib import Path

import click

from kompass.cli.examples import examples_folder, examples_option
from kompass.cli.options import columns, lang_option, workbench
from kompass.errors import UsageError, did_you_mean


@click.command("passages", short_help="Les omtalene av et kriterium, prøvd på svar.")
@click.argument("target", metavar="[ID]", default="")
@click.option(
    "--random", "chance", type=click.IntRange(0, 1000), default=3, metavar="ANTALL",
    show_default=True, help="Hvor mange tilfeldige kommuner som skal omtales.",
)  # fmt: skip
@click.option("--seed", type=int, default=1, metavar="TALL", help="Trekk andre tilfeldige svar.")
@examples_option
@lang_option
@click.pass_obj
def command(
    content_folder: Path | None,
    target: str,
    chance: int,
    seed: int,
    examples: Path | None,
    lang: str,
) -> int:
    """Les omtalen av et kriterium (1.1), et område (1) eller alt.

    Den vises for eksemplene, for alt på sitt beste og verste, og for tilfeldige svar.
    """
    from kompass.authoring.recital import recite
    from kompass.content.passages import load_passages
    from kompass.report.layout import wrap

    bench = workbench(content_folder, lang)
    passages = load_passages(bench.root, bench.content)
    if not passages.sentences:
        raise UsageError(f"Det er ingen omtaler i {bench.root}; de skal ligge i passages/.")
    criteria = [it.id for area in bench.content.areas for it in area.criteria]
    chosen = [it for it in criteria if it == target or it.startswith(f"{target}.") or not target]
    if not chosen:
        raise UsageError(f"Fant ikke kriterium {target}.{did_you_mean(target, criteria)}")
    folder = examples_folder(bench, examples)
    files = sorted(folder.glob("*.published.json")) if folder else []
    read = [bench.read(str(it).replace(".published", "")).answers for it in files]
    recitals = list(recite(bench.content, passages, read, chance, bench.lang, seed))
    for criterion in chosen:
        click.echo(click.style(criterion, bold=True))
        for recital in recitals:
            click.echo(f"  [{recital.title}]")
            for paragraph in recital.told.get(criterion, ()):
                for line in wrap(paragraph, columns() - 4):
                    click.echo(f"    {line}")
                click.echo()
    return 0
