"""``kompass serve``: the workspace in the browser."""

from __future__ import annotations

import logging
import webbrowser
from importlib.util import find_spec
from pathlib import Path

import click

from kompass.cli.options import content_option
from kompass.cli.streams import say
from kompass.errors import KompassError

_NEEDED = ("jinja2", "multipart", "starlette", "uvicorn")


@click.command("serve", short_help="Fyll ut og arbeid sammen i nettleseren.")
@click.argument("folder", metavar="[MAPPE]", default="kompass", type=click.Path(path_type=Path))
@click.option("--port", type=click.IntRange(1, 65535), help="Port; ellers en som er ledig.")
@click.option("--no-open", is_flag=True, help="Ikke åpne nettleseren.")
@click.option(
    "--restore", is_flag=True,
    help="Gå tilbake til siste hele sikkerhetskopi først. Fila som er skadet, beholdes.",
)  # fmt: skip
@click.option(
    "--engine", type=click.Choice(["auto", "durable", "reference"]), default="auto",
    show_default=True, help="Regelmotor.",
)  # fmt: skip
@content_option
def command(
    folder: Path,
    port: int | None,
    no_open: bool,
    restore: bool,
    engine: str,
    content_folder: Path | None,
) -> int:
    r"""Åpne et arbeidsområde i nettleseren: der svarene samles, av én eller flere.

    \b
      kompass serve
      kompass serve kommunen --port 8100

    Alt ligger i MAPPE (standard: kompass), som kan kopieres når kompass er avsluttet. Bare denne
    maskinen når det, og ingenting sendes noe sted. Avslutt med Ctrl+C; alt er lagret.
    """
    if not all(find_spec(name) is not None for name in _NEEDED):
        raise KompassError(
            "Arbeidsområdet trenger tillegget web. Installer det slik: "
            'pip install "kompass-egenvurdering[web]"'
        )
    from kompass.storage.workspace import Workspace

    if click.get_current_context().find_root().params.get("debug"):
        logging.basicConfig()
        logging.getLogger("kompass.web").setLevel(logging.DEBUG)
    if restore:
        say(f"Gikk tilbake til {Workspace.restore(folder).name}.")
    with Workspace.open(folder) as workspace:
        from kompass.web.serve import serve
        from kompass.web.site import Site

        def ready(address: str) -> None:
            click.echo(f"Arbeidsområdet {folder} er åpent på {address}")
            say("Avslutt med Ctrl+C. Alt er lagret.")
            if not no_open:
                webbrowser.open(address)

        # A page from before the restore builds on answers that are no longer there.
        site = Site(workspace, content_folder, engine, renew=restore)
        serve(workspace, site, port, ready)
    return 0
