"""Runs the workspace on this machine, and nowhere else."""

from __future__ import annotations

import contextlib
import socket
import sys
import threading
import time
from collections.abc import Callable

import uvicorn

from kompass.errors import KompassError
from kompass.storage.workspace import Workspace
from kompass.web.app import make_app
from kompass.web.site import Site

HOST = "127.0.0.1"
_PATIENCE = 10.0
"""Seconds to wait for the server before the browser is opened."""


def serve(workspace: Workspace, site: Site, port: int | None, ready: Callable[[str], None]) -> None:
    """Serve a workspace until somebody stops it.

    Args:
        workspace: The workspace.
        site: What its pages share.
        port: The port to use; None takes the one used last, or any that is free, so that pages
            left open find their way back.
        ready: Called with the address when the first page can be asked for.

    Raises:
        KompassError: The port is taken.
    """
    bound = _bind(port, workspace.setting("port"))
    address = f"http://{HOST}:{bound.getsockname()[1]}/"
    workspace.set_setting("port", str(bound.getsockname()[1]))
    workspace.announce(address)
    config = uvicorn.Config(
        make_app(site), log_level="warning", access_log=False, server_header=False,
        timeout_graceful_shutdown=5,
    )  # fmt: skip
    server = uvicorn.Server(config)
    threading.Thread(target=_when_ready, args=(server, address, ready), daemon=True).start()
    with contextlib.suppress(KeyboardInterrupt):
        server.run(sockets=[bound])


def _when_ready(server: uvicorn.Server, address: str, ready: Callable[[str], None]) -> None:
    until = time.monotonic() + _PATIENCE
    while not server.started and time.monotonic() < until:
        time.sleep(0.02)
    if server.started:
        ready(address)


def _bind(port: int | None, last: str | None) -> socket.socket:
    if port is not None:
        return _take(port)
    if last and last.isdecimal():
        with contextlib.suppress(KompassError):
            return _take(int(last))
    return _take(0)


def _take(port: int) -> socket.socket:
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if sys.platform != "win32":  # where it would let two share a port
        # Without it, a port that was closed a moment ago counts as taken for a minute.
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((HOST, port))
    except (OSError, OverflowError) as problem:
        bound.close()
        raise KompassError(
            f"Port {port} kan ikke brukes: den er opptatt eller ikke lov. "
            "Velg en annen med --port, eller la være, så finner kompass en ledig."
        ) from problem
    return bound
