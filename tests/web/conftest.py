"""A workspace in a folder of its own, and somebody who asks it for pages."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from httpx2 import Response
from starlette.testclient import TestClient

from kompass.storage.workspace import Workspace
from kompass.web.app import make_app
from kompass.web.document import take_apart
from kompass.web.site import Site

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"


class Visitor:
    """Somebody at the workspace: asks for pages, fills in forms, saves as the script does."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.client = TestClient(make_app(site), base_url="http://127.0.0.1", follow_redirects=True)

    @property
    def workspace(self) -> Workspace:
        return self.site.workspace

    def get(self, path: str, status: int = 200, **headers: str) -> str:
        """Return a page."""
        found: Response = self.client.get(path, headers=headers)
        assert found.status_code == status, (path, found.status_code, found.text[:3000])
        return found.text

    def post(self, path: str, data: dict[str, str] | None = None, *, status: int = 200,
             files: Any = None, **headers: str) -> str:  # fmt: skip
        """Send a form, and return the page it leads to."""
        sent = {"token": self.site.token, **(data or {})}
        found: Response = self.client.post(path, data=sent, files=files, headers=headers)
        assert found.status_code == status, (path, found.status_code, found.text[:3000])
        return found.text

    def save(self, id: int, fact: str, status: int = 200, base: int = 0, **parts: str) -> Any:
        """Save an answer as the page's own script does, and return what it is told."""
        data = {"token": self.site.token, f"{fact}.base": str(base)}
        data |= {f"{fact}.{name.replace('__', '.')}": value for name, value in parts.items()}
        found = self.client.post(f"/v/{id}/svar/{fact}", data=data, headers={"X-Kompass": "live"})
        assert found.status_code == status, (found.status_code, found.text[:3000])
        return found.json()

    def example(self, name: str) -> int:
        """Put one of the example files into the workspace, and return its id."""
        head, entries = take_apart(json.loads((EXAMPLES / name).read_text("utf-8")))
        return self.workspace.create(head, entries)

    def blank(self, framework: str = "kommunekompasset-3.1") -> int:
        """Make an assessment without answers, and return its id."""
        whose = {"number": "3422", "name": "Åmot"}
        return self.workspace.create(
            {"framework": framework, "municipality": whose, "date": "2026-03-01"}, {}
        )

    def export(self, id: int) -> Any:
        """Return the answers file of an assessment."""
        return json.loads(self.get(f"/v/{id}/eksport.json"))


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(tmp_path / "ws") as it:
        yield it


@pytest.fixture
def visitor(workspace: Workspace) -> Iterator[Visitor]:
    site = Site(workspace, engine="reference")
    yield Visitor(site)
    site.jobs.close()


@pytest.fixture(scope="session")
def gated_content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content, with a first question that can be set aside."""
    folder = tmp_path_factory.mktemp("content")
    for name in ("questionnaires", "rules", "recommendations", "passages"):
        shutil.copytree(ROOT / name, folder / name)
    [file] = (folder / "questionnaires" / "kommunekompasset-3").glob("1.1-*.yaml")
    questions = yaml.safe_load(file.read_text("utf-8"))
    gate = questions["questions"][0]["facts"][0]
    gate["not_relevant"] = {"nb": "når det ikke gjelder", "nn": "når det ikkje gjeld"}
    file.write_text(yaml.safe_dump(questions, allow_unicode=True, sort_keys=False), "utf-8")
    return folder


@pytest.fixture
def gated(workspace: Workspace, gated_content: Path) -> Iterator[Visitor]:
    """A visitor to a workspace with that content."""
    site = Site(workspace, gated_content, engine="reference")
    yield Visitor(site)
    site.jobs.close()


def links(page: str) -> list[str]:
    """Return every address a page links to."""
    return [it.replace("&amp;", "&") for it in re.findall(r'(?:href|action)="([^"]+)"', page)]
