"""``kompass content docs``."""

from __future__ import annotations

from pathlib import Path

import click

from kompass.cli.options import workbench
from kompass.cli.streams import write_output

STALE = 4


@click.command("docs", short_help="Skriv oppslagssidene om innholdet.")
@click.argument(
    "folder", metavar="[MAPPE]", type=click.Path(path_type=Path), default="docs/innhold"
)
@click.option("--check", is_flag=True, help="Skriv ingenting; si fra om sidene er foreldet.")
@click.pass_obj
def command(content_folder: Path | None, folder: Path, check: bool) -> int:
    """Skriv oppslagssider med alle spørsmål, fakta, regler og steg til MAPPE."""
    from kompass.authoring.reference import reference_pages

    pages = reference_pages(workbench(content_folder, "nb").content)
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
