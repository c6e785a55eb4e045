"""``kompass serve`` as a process: where it listens, who may open what, and that nothing is lost."""

from __future__ import annotations

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kompass.storage.workspace import Workspace

STRATEGY = "har_kommunikasjonsstrategi"
Start = Callable[..., "Server"]


class Server:
    """A running workspace."""

    def __init__(self, *arguments: str | Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "kompass", "serve", *map(str, arguments), "--no-open",
             "--engine", "reference"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )  # fmt: skip
        assert self.process.stdout
        self.line = self.process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", self.line)
        self.address = found[0].rstrip("/") if found else ""

    @property
    def port(self) -> int:
        return int(self.address.rsplit(":", 1)[1])

    def get(self, path: str) -> str:
        with urllib.request.urlopen(self.address + path, timeout=30) as answer:
            return str(answer.read().decode())

    def post(self, path: str, **fields: str) -> str:
        data = urllib.parse.urlencode(fields).encode()
        with urllib.request.urlopen(self.address + path, data, timeout=30) as answer:
            return str(answer.read().decode())

    def token(self) -> str:
        found = re.search(r'name="token" value="([^"]+)"', self.get("/ny"))
        assert found
        return found[1]

    def stop(self, how: signal.Signals = signal.SIGINT) -> tuple[int, str, str]:
        self.process.send_signal(how)
        output, errors = self.process.communicate(timeout=30)
        return self.process.returncode, output, errors

    def ended(self) -> tuple[int, str]:
        _, errors = self.process.communicate(timeout=30)
        return self.process.returncode, errors


@pytest.fixture
def start() -> Iterator[Start]:
    running: list[Server] = []

    def start(*arguments: str | Path) -> Server:
        running.append(Server(*arguments))
        return running[-1]

    yield start
    for it in running:
        if it.process.poll() is None:
            it.process.kill()
        it.process.communicate()


def test_it_says_where_it_is_and_stops_quietly(start: Start, tmp_path: Path) -> None:
    server = start(tmp_path / "ws")
    assert "Vurderinger" in server.get("/")
    code, _, errors = server.stop()
    assert code in (0, 130) and "Traceback" not in errors
    assert {it.name for it in (tmp_path / "ws").iterdir()} <= {
        "kompass.db",
        "kompass.lock",
        "backup",
    }


def test_it_listens_on_this_machine_alone(start: Start, tmp_path: Path) -> None:
    server = start(tmp_path / "ws")
    own = socket.gethostbyname(socket.gethostname())
    if own.startswith("127."):
        own = "127.0.0.2"
    with pytest.raises(OSError), socket.create_connection((own, server.port), timeout=2):
        pass


def test_it_comes_back_on_the_same_port(start: Start, tmp_path: Path) -> None:
    first = start(tmp_path / "ws")
    port, token = first.port, first.token()
    first.stop()
    second = start(tmp_path / "ws")
    assert second.port == port and second.token() == token


def test_a_port_in_use_is_explained(start: Start, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        code, errors = start(tmp_path / "ws", "--port", str(taken.getsockname()[1])).ended()
    assert code == 1 and "opptatt" in errors and len(errors.splitlines()) == 1


def test_the_same_workspace_twice_is_refused_and_told_where_it_is(
    start: Start, tmp_path: Path
) -> None:
    first = start(tmp_path / "ws")
    code, errors = start(tmp_path / "ws").ended()
    assert code == 1 and first.address in errors and len(errors.splitlines()) == 1


def test_a_newer_workspace_is_not_opened(start: Start, tmp_path: Path) -> None:
    Workspace.open(tmp_path / "ws").close()
    with closing(sqlite3.connect(tmp_path / "ws" / "kompass.db")) as file:
        file.execute("PRAGMA user_version = 99")
    before = (tmp_path / "ws" / "kompass.db").read_bytes()
    code, errors = start(tmp_path / "ws").ended()
    assert code == 1 and "nyere kompass" in errors
    assert (tmp_path / "ws" / "kompass.db").read_bytes() == before


def test_a_damaged_workspace_is_explained_and_restored(start: Start, tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "ws") as workspace:
        head = {"framework": "kommunekompasset-3.1", "date": "2026-03-01",
                "municipality": {"number": "3422", "name": "Åmot"}}  # fmt: skip
        workspace.create(head, {STRATEGY: {"value": "ja"}})
        workspace.backup()
    before = Workspace.open(tmp_path / "ws")
    before.set_setting("token", "fra-for")
    before.backup()
    before.close()
    (tmp_path / "ws" / "kompass.db").write_bytes(b"dette er ikke en database" * 400)
    code, errors = start(tmp_path / "ws").ended()
    assert code == 1 and "skadet" in errors and "--restore" in errors
    server = start(tmp_path / "ws", "--restore")
    assert "Åmot" in server.get("/")
    # Pages from before build on answers that are no longer there.
    assert server.token() != "fra-for"
    assert list((tmp_path / "ws").glob("skadet-*"))


def test_a_file_in_place_of_the_folder_is_explained(start: Start, tmp_path: Path) -> None:
    (tmp_path / "ws").write_text("x")
    code, errors = start(tmp_path / "ws").ended()
    assert code == 1 and "en fil, ikke en mappe" in errors


def test_what_was_confirmed_is_there_after_a_kill(start: Start, tmp_path: Path) -> None:
    server = start(tmp_path / "ws")
    token = server.token()
    server.post("/ny", token=token, municipality="Åmot", date="01.03.2026",
                framework="kommunekompasset-3.1", start="")  # fmt: skip
    for base, value in enumerate(("ja", "nei", "delvis")):
        server.post(f"/v/1/svar/{STRATEGY}", token=token,
                    **{f"{STRATEGY}.base": str(base), f"{STRATEGY}.value": value})  # fmt: skip
    server.stop(signal.SIGKILL)
    with Workspace.open(tmp_path / "ws") as workspace:
        entry = workspace.entry(1, STRATEGY)
        assert entry and entry.body["value"] == "delvis"
        assert len(workspace.history(1, STRATEGY)) == 3


def test_a_full_disk_is_said_and_nothing_is_confirmed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.web.conftest import Visitor

    from kompass.web.site import Site

    with Workspace.open(tmp_path / "ws") as workspace:
        visitor = Visitor(Site(workspace, engine="reference"))
        id = visitor.blank()
        pages = workspace._connection.execute("PRAGMA page_count").fetchone()[0]
        workspace._connection.execute(f"PRAGMA max_page_count = {pages}")
        told = visitor.save(id, STRATEGY, status=507, value="ja", note="x" * 150_000)
        assert told["status"] == "failed" and "ikke plass" in told["message"]
        assert workspace.entry(id, STRATEGY) is None
        workspace._connection.execute("PRAGMA max_page_count = 1000000")
        assert visitor.save(id, STRATEGY, value="ja", note="x" * 150_000)["status"] == "saved"
