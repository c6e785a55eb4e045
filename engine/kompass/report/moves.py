"""What moves between two results, as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from kompass.assessment.compare import Moves
from kompass.model.base import Lang, Text
from kompass.model.content import Content
from kompass.model.result import Numbers
from kompass.report import words
from kompass.report.layout import Paint, plain, wrap
from kompass.report.numbers import exact, rounded

_IF: Final = Text(nb="Hvis", nn="Viss")
_TOTAL: Final = Text(nb="Til sammen", nn="Til saman")
_SAME: Final = Text(nb="Ingen poeng flytter seg.", nn="Ingen poeng flyttar seg.")
_NOW: Final = Text(nb="Nye funn", nn="Nye funn")
_GONE: Final = Text(nb="Funn som faller bort", nn="Funn som fell bort")
_ASKED: Final = Text(
    nb="Nå spørres det også om (regnet som dårligst til det er satt)",
    nn="No blir det òg spurt om (rekna som dårlegast til det er sett)",
)


@dataclass(frozen=True)
class Page:
    """The language, width and colours of a page of text."""

    lang: Lang = "nb"
    columns: int = 80
    paint: Paint = plain


def show_moves(
    moves: Moves, content: Content, changes: Mapping[str, str], page: Page
) -> Iterator[str]:
    """Yield the lines that tell what some changes would give."""
    yield page.paint(_IF(page.lang), "title")
    for fact, value in changes.items():
        yield from wrap(
            f"{fact} = {value}: {content.value_text(fact, value)(page.lang)}", page.columns, "  "
        )
    yield ""
    rows = list(_rows(moves))
    if not rows:
        yield _SAME(page.lang)
    for label, before, after, decimals in rows:
        yield _row(label, before, after, decimals, page)
    if rows:
        yield page.paint(
            _row(_TOTAL(page.lang), moves.before.total, moves.after.total, 1, page), "title"
        )
    for title, findings in ((_NOW, moves.appeared), (_GONE, moves.disappeared)):
        if findings:
            yield ""
            yield page.paint(title(page.lang), "title")
            for it in findings:
                kind = words.ONE[it.kind](page.lang)
                yield from wrap(
                    f"{kind}: {it.text} [{it.question or it.criterion}]", page.columns, "- "
                )
    if moves.newly_asked:
        yield ""
        yield from (page.paint(line, "title") for line in wrap(_ASKED(page.lang), page.columns))
        for fact in moves.newly_asked:
            yield from wrap(f"{content.facts[fact].text(page.lang)} ({fact})", page.columns, "- ")


def _rows(moves: Moves) -> Iterator[tuple[str, Numbers, Numbers, int]]:
    """Yield the areas, criteria and questions whose numbers differ."""
    for area, area_after in zip(moves.before.areas, moves.after.areas, strict=True):
        if _differ(area, area_after):
            yield f"{area.id} {area.name}", area, area_after, 1
        for criterion, criterion_after in zip(area.criteria, area_after.criteria, strict=True):
            if _differ(criterion, criterion_after):
                yield f"  {criterion.id} {criterion.name}", criterion, criterion_after, 1
            for before, after in zip(criterion.questions, criterion_after.questions, strict=True):
                if _differ(before, after):
                    yield f"    {before.id}", before, after, 1


def _differ(before: Numbers, after: Numbers) -> bool:
    return (before.points, before.high, before.reachable) != (
        after.points,
        after.high,
        after.reachable,
    )


def _row(label: str, before: Numbers, after: Numbers, decimals: int, page: Page) -> str:
    difference = float(exact(after.points) - exact(before.points))
    sign = "+" if difference >= 0 else ""
    name = label if len(label) <= page.columns - 30 else label[: page.columns - 31] + "…"
    return (
        f"{name:<{page.columns - 30}} {rounded(before.points, decimals):>6} → "
        f"{rounded(after.points, decimals):>6} {sign + rounded(difference, decimals):>7}"
    )
