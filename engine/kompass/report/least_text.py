"""The least effort that reaches a target, as a page of text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kompass.assessment.findings import listed
from kompass.model.base import Text
from kompass.model.least import Least, LeastStep
from kompass.report.layout import fit, wrap
from kompass.report.moves import Page
from kompass.report.numbers import rounded, short

_TITLE: Final = Text(nb="Minste innsats for å nå {targets}", nn="Minste innsats for å nå {targets}")
_TARGET: Final = Text(nb="{points} poeng", nn="{points} poeng")
_AREA: Final = Text(nb="{points} poeng på område {area}", nn="{points} poeng på område {area}")
_REACHED: Final = Text(
    nb="Det er nådd allerede: det trengs ingen steg.",
    nn="Det er nådd allereie: det trengst ingen steg.",
)
_STANDS: Final = Text(nb="Til sammen {now} av {max} poeng.", nn="Til saman {now} av {max} poeng.")
_AREA_STANDS: Final = Text(
    nb="Område {area} {name}: {now} av {max}.", nn="Område {area} {name}: {now} av {max}."
)
_WHOLE: Final = Text(
    nb="{steps} steg og {effort} månedsverk: fra {before} til {after} av {max} poeng.",
    nn="{steps} steg og {effort} månadsverk: frå {before} til {after} av {max} poeng.",
)
_AREA_WHOLE: Final = Text(
    nb="Område {area} {name}: fra {before} til {after} av {max}.",
    nn="Område {area} {name}: frå {before} til {after} av {max}.",
)
_PROVEN: Final = Text(
    nb="Det er bevist at ingen andre av stegene når dit med færre månedsverk.",
    nn="Det er prova at ingen andre av stega når dit med færre månadsverk.",
)
_COLUMNS: Final = tuple(
    Text(nb=nb, nn=nn)
    for nb, nn in (
        ("Steg", "Steg"), ("Ansvarlig", "Ansvarleg"), ("Arbeid", "Arbeid"), ("Mnd.", "Mnd."),
        ("Poeng", "Poeng"),
    )
)  # fmt: skip
_STEP: Final = Text(
    nb="{who}. {effort} månedsverk over {months} måneder, {points} poeng",
    nn="{who}. {effort} månadsverk over {months} månader, {points} poeng",
)
_ORDER: Final = Text(
    nb="Poengene er det hvert steg legger til når det tas etter dem over.",
    nn="Poenga er det kvart steg legg til når det blir teke etter dei over.",
)
_HEADS: Final = Text(
    nb="Arbeid er månedsverk, mnd. er måneder fra start til steget er i bruk.",
    nn="Arbeid er månadsverk, mnd. er månader frå start til steget er i bruk.",
)
_WAITING: Final = Text(
    nb="{steps} steg er holdt utenfor fordi svar mangler. Finn dem ut først: det kan bli lettere.",
    nn="{steps} steg er haldne utanfor fordi svar manglar. Finn dei ut først: det kan bli lettare.",
)
_PAPER: Final = Text(
    nb=(
        "Dette er det minste arbeidet på papiret, ikke en plan over tid: det sier hvilke steg, men "
        "ikke når, hvem som har tid, eller når kommunestyret møtes. Det gjør {command}."
    ),
    nn=(
        "Dette er det minste arbeidet på papiret, ikkje ein plan over tid: det seier kva steg, men "
        "ikkje når, kven som har tid, eller når kommunestyret møtest. Det gjer {command}."
    ),
)

_WHO: Final = 15
_NUMBERS: Final = 6
_LEAST: Final = 34
"""Where there is less room for titles than this, what belongs to a step stands under it."""


def show_least(least: Least, page: Page) -> Iterator[str]:
    """Yield the lines that tell what a target takes, in the language of the page."""
    title = _TITLE(page.lang).format(targets=_targets(least, page))
    yield from (page.paint(it, "title") for it in wrap(title, page.columns))
    if not least.steps:
        yield from _reached(least, page)
        return
    yield from _whole(least, page)
    yield from wrap(_PROVEN(page.lang), page.columns)
    yield ""
    room = page.columns - 4 - _WHO - 3 * _NUMBERS - 1
    table = room >= _LEAST
    if table:
        yield page.paint(_row(room, "", *(it(page.lang) for it in _COLUMNS)), "dim")
    for number, step in enumerate(least.steps, 1):
        yield from _step(step, number, room) if table else _stacked(step, number, page)
    yield ""
    for it in _remarks(least, page, table):
        yield from (page.paint(line, "dim") for line in wrap(it, page.columns))


def _targets(least: Least, page: Page) -> str:
    parts = [] if least.target is None else [_TARGET(page.lang).format(points=_given(least.target))]
    parts += [
        _AREA(page.lang).format(points=_given(points), area=area)
        for area, points in least.wanted.items()
    ]
    return listed(parts, page.lang)


def _reached(least: Least, page: Page) -> Iterator[str]:
    yield from wrap(_REACHED(page.lang), page.columns)
    total = least.total
    said = _STANDS(page.lang).format(now=rounded(total.before), max=short(total.max))
    yield from wrap(said, page.columns)
    for area, level in least.areas.items():
        said = _AREA_STANDS(page.lang).format(
            area=area, name=least.area_names[area], now=rounded(level.before), max=short(level.max)
        )
        yield from wrap(said, page.columns)


def _whole(least: Least, page: Page) -> Iterator[str]:
    total = least.total
    said = _WHOLE(page.lang).format(
        steps=len(least.steps), effort=short(least.effort), before=rounded(total.before),
        after=rounded(total.after), max=short(total.max),
    )  # fmt: skip
    yield from (page.paint(it, "title") for it in wrap(said, page.columns))
    for area, level in least.areas.items():
        said = _AREA_WHOLE(page.lang).format(
            area=area, name=least.area_names[area], before=rounded(level.before),
            after=rounded(level.after), max=short(level.max),
        )  # fmt: skip
        yield from wrap(said, page.columns)


def _row(
    room: int, number: str, title: str, who: str, effort: str, months: str, points: str
) -> str:
    numbers = "".join(f"{it:>{_NUMBERS}}" for it in (effort, months, points))
    return f"{number:>3} {fit(title, room)} {fit(who, _WHO)}{numbers}"


def _step(step: LeastStep, number: int, room: int) -> Iterator[str]:
    first, *rest = wrap(step.title, room)
    effort, months = short(step.effort.person_months), str(step.effort.months)
    yield _row(room, f"{number}.", first, step.responsible, effort, months, _gives(step))
    yield from (f"    {it}" for it in rest)


def _stacked(step: LeastStep, number: int, page: Page) -> Iterator[str]:
    yield from wrap(step.title, page.columns, f"{number:>2}. ")
    told = _STEP(page.lang).format(
        who=step.responsible, effort=short(step.effort.person_months), months=step.effort.months,
        points=_gives(step),
    )  # fmt: skip
    yield from (page.paint(it, "dim") for it in wrap(told, page.columns, "    "))


def _gives(step: LeastStep) -> str:
    return f"+{rounded(step.expected)}" if step.expected > 0 else "0"


def _remarks(least: Least, page: Page, table: bool) -> Iterator[str]:
    yield " ".join((_ORDER(page.lang), _HEADS(page.lang))) if table else _ORDER(page.lang)
    if least.waiting:
        yield _WAITING(page.lang).format(steps=least.waiting)
    options = [] if least.target is None else [f"--target {_given(least.target)}"]
    options += [f"--area {area}={_given(points)}" for area, points in least.wanted.items()]
    yield _PAPER(page.lang).format(command=" ".join(["kompass plan svar.json", *options]))


def _given(points: float) -> str:
    """Return points as they were asked for, every decimal of them."""
    return f"{points:g}".replace(".", ",")
