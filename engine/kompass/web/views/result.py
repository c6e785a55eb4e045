"""Findings and next steps, as they arise from the answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starlette.responses import Response

from kompass.model.framework import Area
from kompass.model.result import Finding
from kompass.web.ask import Ask

KINDS = ("strength", "challenge", "weakness")
_FIRST = 10


@dataclass(frozen=True)
class Group:
    """The findings of an area."""

    area: Area
    findings: tuple[Finding, ...]

    def count(self, kind: str) -> int:
        """Return how many of them are of a kind."""
        return sum(it.kind == kind for it in self.findings)


def result(ask: Ask) -> Response:
    """Show what the answers say, all of it or an area's, all kinds or one."""
    live = ask.live()
    whole = ask.site.result(live, ask.lang)
    area, kind = ask.query("omrade"), ask.query("slag")
    steps = [it for it in whole.next_steps if area in ("", it.area)]
    everything = ask.query("alle") == "1"
    return ask.page(
        "result.html",
        live=live,
        id=ask.id,
        areas=[it for it in ask.site.content.areas if live.tallies[it.id].reachable],
        area=area,
        tally=live.tallies.get(area if area.isdecimal() else "total", live.tallies["total"]),
        kind=kind if kind in KINDS else "",
        kinds=KINDS,
        groups=list(_groups(ask, whole.findings, area, kind)),
        steps=steps if everything else steps[:_FIRST],
        more=0 if everything else max(0, len(steps) - _FIRST),
        under_way=whole.under_way if not area else (),
        suppressed=whole.suppressed,
        notes=whole.notes,
        proven=live.standing.sheet.proven(ask.site.content),
        total=whole.total,
        texts_of=lambda facts: [ask.site.content.facts[it].text(ask.lang) for it in facts],
    )


def _groups(ask: Ask, findings: tuple[Finding, ...], area: str, kind: str) -> Iterator[Group]:
    order = {it: at for at, it in enumerate(KINDS)}
    wanted = [it for it in findings if kind not in KINDS or it.kind == kind]
    for of in ask.site.content.areas:
        found = [it for it in wanted if it.area == of.id and area in ("", of.id)]
        if found:
            yield Group(of, tuple(sorted(found, key=lambda it: order[it.kind])))
