"""The rule engine, many hands and the work in the background, all at once."""

from __future__ import annotations

import json
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.web.conftest import Visitor

from kompass.inference.durable import availability
from kompass.storage.workspace import Workspace
from kompass.web.site import Site

FACTS = ("har_kommunikasjonsstrategi", "kommunikasjonsressurs_satt_av", "demokratiarbeid_laering")


@pytest.mark.skipif(bool(availability()), reason=availability() or "durable-rules is there")
def test_people_save_while_reports_are_made_with_durable_rules(workspace: Workspace) -> None:
    visitor = Visitor(Site(workspace, engine="durable"))
    id = visitor.example("amot-2026.json")
    started = [
        visitor.post(f"/v/{id}/rapport", {"form": "md", "audience": "leder"}) for _ in range(2)
    ]

    def save(fact: str) -> int:
        """Change an answer ten times, and return how often it was told to be saved."""
        person, saved = Visitor(visitor.site), 0
        values = visitor.site.content.answer_set(fact).values
        for turn in range(10):
            entry = workspace.entry(id, fact)
            base = entry.revision if entry else 0
            told = person.save(id, fact, base=base, value=values[turn % len(values)])
            saved += told["status"] in ("saved", "unchanged")
        return saved

    with ThreadPoolExecutor(len(FACTS)) as pool:
        assert list(pool.map(save, FACTS)) == [10] * len(FACTS)
    for page in started:
        at = page.split('data-poll="')[1].split('"')[0]
        until = time.monotonic() + 120
        done = False
        while not done and time.monotonic() < until:
            found = visitor.client.get(at, headers={"X-Kompass": "live"})
            told = json.loads(found.text)
            done = told["done"]
            time.sleep(0.05)
        assert "Fila er ferdig" in told["html"]
    # The points are those of the reference, asked afterwards.
    alone = Site(workspace, engine="reference")
    assert alone.live(id).tallies == visitor.site.live(id).tallies
    visitor.site.jobs.close()
    alone.jobs.close()
