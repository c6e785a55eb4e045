"""What a scenario moves, as text; and several of them side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kompass.assessment.compare import Moves
from kompass.assessment.scenario import Reason, Taken, Trial
from kompass.model.base import Lang, Text
from kompass.model.content import Content
from kompass.model.result import Numbers
from kompass.report import words
from kompass.report.layout import Paint, clean, fit, plain, width, wrap
from kompass.report.numbers import exact, rounded, short

_IF: Final = Text(nb="Hvis", nn="Viss")
_TOTAL: Final = Text(nb="Til sammen", nn="Til saman")
_SAME: Final = Text(nb="Ingen poeng flytter seg.", nn="Ingen poeng flyttar seg.")
_NOW: Final = Text(nb="Nye funn", nn="Nye funn")
_GONE: Final = Text(nb="Funn som faller bort", nn="Funn som fell bort")
_ASKED: Final = Text(
    nb="Nå spørres det også om (regnet som dårligst til det er satt)",
    nn="No blir det òg spurt om (rekna som dårlegast til det er sett)",
)


_FIRST: Final = Text(nb="Først: {step}", nn="Først: {step}")
_EFFORT: Final = Text(nb="Til sammen {effort} månedsverk.", nn="Til saman {effort} månadsverk.")
_LEFT: Final[Mapping[Reason, Text]] = {
    "unknown": Text(
        nb="lar {facts} stå: ingen vet svaret; finn det ut først",
        nn="lèt {facts} stå: ingen veit svaret; finn det ut først",
    ),
    "not_asked": Text(
        nb="lar {facts} stå: det er ikke aktuelt her",
        nn="lèt {facts} stå: det er ikkje aktuelt her",
    ),
    "not_relevant": Text(
        nb="lar {facts} stå: spørsmålet er satt til ikke aktuelt",
        nn="lèt {facts} stå: spørsmålet er sett til ikkje aktuelt",
    ),
    "in_place": Text(
        nb="lar {facts} stå: det er så godt eller bedre allerede",
        nn="lèt {facts} stå: det er så godt eller betre allereie",
    ),
}
_TODAY: Final = Text(nb="I dag", nn="I dag")
_WORK: Final = Text(nb="Månedsverk", nn="Månadsverk")
_ANSWERS: Final = Text(nb="{count} svar", nn="{count} svar")
_COUNT: Final = Text(nb="{count} steg", nn="{count} steg")
_NO_CHANGE: Final = Text(nb="ingen endring", nn="inga endring")

_POINTS: Final = 7
_CELL: Final = 2 * _POINTS
"""The columns that a number of points takes, and a scenario with its difference."""
_NAMES: Final = 18
"""The fewest columns for the names of areas."""


@dataclass(frozen=True)
class Page:
    """The language, width and colours of a page of text."""

    lang: Lang = "nb"
    columns: int = 80
    paint: Paint = plain


def show_trial(trial: Trial, content: Content, page: Page, named: bool = False) -> Iterator[str]:
    """Yield the lines that tell what a scenario would give.

    Args:
        trial: The scenario, tried.
        content: Knows what values mean.
        page: How wide the lines are, and their colours.
        named: Whether the scenario has a name to show.
    """
    moves = trial.moves
    name = clean(trial.scenario.name, 120) if named else ""
    head = f"{_IF(page.lang)}: {name}" if name else _IF(page.lang)
    yield from (page.paint(it, "title") for it in wrap(head, page.columns))
    for fact, value in trial.scenario.changes.items():
        yield from wrap(
            f"{fact} = {value}: {content.value_text(fact, value)(page.lang)}", page.columns, "  "
        )
    yield from _steps(trial, page)
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


def compare_trials(trials: Sequence[Trial], content: Content, page: Page) -> Iterator[str]:
    """Yield a table of several scenarios, total and areas, each beside today.

    What does not fit the width follows in a table of its own.
    """
    letters = [chr(ord("A") + at) for at in range(len(trials))]
    for letter, trial in zip(letters, trials, strict=True):
        told = f"{clean(trial.scenario.name, 80)}: {_extent(trial, page)}"
        yield from wrap(told, page.columns, f"{letter}  ")
        for it in _remarks(trial, page):
            yield from (page.paint(line, "dim") for line in wrap(it, page.columns, "   "))
    room = (page.columns - _NAMES - _POINTS) // _CELL
    each = -(-len(trials) // -(-len(trials) // room))
    for first in range(0, len(trials), each):
        yield ""
        part = slice(first, first + each)
        yield from _table(letters[part], trials[part], page)


def _extent(trial: Trial, page: Page) -> str:
    """Return how much a scenario changes, in a few words."""
    steps = sum(bool(it.changes) for it in trial.taken)
    parts = []
    if trial.scenario.changes:
        parts.append(_ANSWERS(page.lang).format(count=len(trial.scenario.changes)))
    if steps:
        parts.append(_COUNT(page.lang).format(count=steps))
    return ", ".join(parts) or _NO_CHANGE(page.lang)


def _table(letters: Sequence[str], trials: Sequence[Trial], page: Page) -> Iterator[str]:
    room = page.columns - _POINTS - _CELL * len(trials)
    longest = max(width(f"{it.id} {it.name}") for it in trials[0].moves.before.areas)
    room = min(room, longest)

    def row(name: str, today: str, cells: Sequence[str]) -> str:
        return f"{fit(name, room)}{today:>{_POINTS}}{''.join(cells)}".rstrip()

    def cells(numbers: Sequence[Numbers], before: Numbers) -> list[str]:
        return [
            f"{rounded(it.points):>{_POINTS}}{_difference(before, it):>{_POINTS}}" for it in numbers
        ]

    heads = [f"{letter:>{_POINTS}}{'':{_POINTS}}" for letter in letters]
    yield page.paint(row("", _TODAY(page.lang), heads), "dim")
    for at, area in enumerate(trials[0].moves.before.areas):
        if area.status == "assessed":
            after = [it.moves.after.areas[at] for it in trials]
            yield row(f"{area.id} {area.name}", rounded(area.points), cells(after, area))
    total = trials[0].moves.before.total
    after_all = [it.moves.after.total for it in trials]
    yield page.paint(
        row(_TOTAL(page.lang), rounded(total.points), cells(after_all, total)), "title"
    )
    if any(it.taken for it in trials):
        efforts = [f"{short(it.effort):>{_POINTS}}{'':{_POINTS}}" for it in trials]
        yield page.paint(row(_WORK(page.lang), "", efforts), "dim")


def _difference(before: Numbers, after: Numbers) -> str:
    difference = float(exact(after.points) - exact(before.points))
    sign = "+" if difference > 0 else ""
    return sign + rounded(difference) if difference else "–"


def _steps(trial: Trial, page: Page) -> Iterator[str]:
    """Yield the steps of a scenario, with what they leave alone, and their effort."""
    for it in trial.taken:
        told = _named(trial, it, page)
        yield from wrap(
            told if it.wanted else _FIRST(page.lang).format(step=told), page.columns, "  "
        )
        for left in _left_alone(it, page):
            yield from (page.paint(line, "dim") for line in wrap(left, page.columns, "    "))
    if any(it.changes for it in trial.taken):
        yield from wrap(_EFFORT(page.lang).format(effort=short(trial.effort)), page.columns, "  ")


def _remarks(trial: Trial, page: Page) -> Iterator[str]:
    """Yield what a reader of a comparison must know of a scenario's steps."""
    for it in trial.taken:
        if not it.wanted:
            yield _FIRST(page.lang).format(step=_named(trial, it, page))
        yield from (f"{it.step.id} {left}" for left in _left_alone(it, page))


def _named(trial: Trial, taken: Taken, page: Page) -> str:
    """Return a step's title and id; the title is another where the work has begun."""
    titles = {it.id: it.title for it in trial.moves.before.next_steps}
    return f"{titles.get(taken.step.id, taken.step.title(page.lang))} ({taken.step.id})"


def _left_alone(taken: Taken, page: Page) -> Iterator[str]:
    """Yield what a step leaves alone, and why.

    That something is in place already needs saying only where nothing else is changed.
    """
    for reason, text in _LEFT.items():
        facts = [fact for fact, why in taken.left.items() if why == reason]
        if facts and not (reason == "in_place" and taken.changes):
            yield text(page.lang).format(facts=", ".join(facts))
