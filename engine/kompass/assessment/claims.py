"""What documents would settle, and what unknown answers would: the few that matter most."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from kompass.assessment.fewest import Fewest, Options
from kompass.assessment.form import WORST
from kompass.assessment.standing import QuestionStanding
from kompass.assessment.variants import Variants, subsets
from kompass.model.base import Lang
from kompass.model.framework import UNKNOWN
from kompass.model.uncertainty import Claims, Document, Unknown

SHOWN = 10
"""A list of what to do first is no longer than this."""


def claims(variants: Variants, lang: Lang) -> Claims:
    """Return what answers without documentation are worth, and which to document first.

    Raises:
        EngineError: The evaluators do not agree on the answers as they are.
    """
    content, sheet = variants.standing.instrument.content, variants.standing.sheet
    proven = sheet.proven(content)
    fewest = Fewest([_documents(variants, it, proven) for it in variants.relevant.values()])
    facts = ((content.facts[name], units) for name, units in fewest.picks(min(fewest.half, SHOWN)))
    return Claims(
        **_together(variants, fewest),
        first=tuple(
            Document(
                fact=fact.id,
                question=fact.question,
                text=fact.text(lang),
                asks=tuple(content.roles[role](lang) for role in fact.asks),
                evidence=fact.evidence(lang),
                points=variants.points(units),
            )
            for fact, units in facts
        ),
    )


def unknown(variants: Variants) -> Unknown:
    """Return what unknown answers decide together, and which decide most.

    Answers decide the part of the interval that would go if they turned out to be the worst.

    Raises:
        EngineError: The evaluators do not agree on the answers as they are.
    """
    fewest = Fewest([_open(variants, it) for it in variants.relevant.values()])
    first = fewest.picks(min(fewest.half, SHOWN))
    return Unknown(**_together(variants, fewest), first=tuple(name for name, _ in first))


def _together(variants: Variants, fewest: Fewest) -> dict[str, Any]:
    points = [variants.points(it) for it in fewest.curve]
    return {"points": points[-1], "curve": tuple(points[1:]), "half": fewest.half}


def _documents(variants: Variants, place: QuestionStanding, proven: frozenset[str]) -> Options:
    """Return the claims of a question, and what `documented` rises with for every set of them."""
    facts = variants.standing.instrument.content.facts
    form = variants.standing.instrument.forms[place.question]
    names = tuple(
        it.fact for it in form.fields if place.known[it.fact] > WORST and it.fact not in proven
    )
    if not names:
        return Options((), (0,))
    stated = variants.stated(place.question, 1 << len(names))
    shown: dict[str, NDArray[np.bool_]] = {
        name: np.full(1 << len(names), name in proven) for name in stated
    }
    for name, chosen in subsets(names):
        shown[name] |= chosen
    # As in `Sheet.proven`: evidence on a positive follow-up also counts for what it follows up.
    for name in reversed(stated):
        for followed in facts[name].follows:
            shown[followed] |= shown[name] & (stated[name] > WORST)
    for name, column in stated.items():
        column[(column > WORST) & ~shown[name]] = UNKNOWN
    settled = variants.many.known(place.question, stated)
    units = variants.units(place.question, settled, place.tally.documented)
    return Options(names, (units - units[0]).tolist())


def _open(variants: Variants, place: QuestionStanding) -> Options:
    """Return the unknown answers of a question, and what every set of them decides."""
    form = variants.standing.instrument.forms[place.question]
    names = tuple(it for it in form.asked(place.known) if place.known[it] == UNKNOWN)
    if not names:
        return Options((), (0,))
    stated = variants.stated(place.question, 1 << len(names))
    for name, chosen in subsets(names):
        stated[name][chosen] = WORST
    settled = variants.many.best(place.question, stated)
    units = variants.units(place.question, settled, place.tally.high)
    return Options(names, (units[0] - units).tolist())
