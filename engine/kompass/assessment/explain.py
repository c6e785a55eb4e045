"""Why: from points down to the rule, the answer and the document; and what would change it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, product

from kompass.assessment.standing import Standing
from kompass.model.framework import NOT_ASKED


@dataclass(frozen=True)
class Change:
    """The cheapest change that raises a question: what to raise, and what it gives."""

    raises: tuple[tuple[str, str, str], ...]
    gain: Fraction


def cheapest_change(standing: Standing, question: str, most: int = 3) -> Change | None:
    """Return the cheapest change of known answers that raises a question's points.

    Cheapest is fewest answers changed, then fewest steps up in their order, then the fact's id. A
    follow-up that becomes asked through the change starts at its worst.

    Args:
        standing: Where the municipality stands.
        question: The question to raise.
        most: The most answers to change at once.
    """
    instrument, content = standing.instrument, standing.instrument.content
    place, form = standing.questions[question], instrument.forms[question]
    if not place.relevant:
        return None
    known = sorted(
        (field.fact, field.top)
        for field in form.fields
        if NOT_ASKED < place.known[field.fact] < field.top
    )
    for count in range(1, min(most, len(known)) + 1):
        candidates = []
        for chosen in combinations(known, count):
            ranges = [range(place.known[fact] + 1, top + 1) for fact, top in chosen]
            for ranks in product(*ranges):
                changes = dict(zip((fact for fact, _ in chosen), ranks, strict=True))
                steps = sum(rank - place.known[fact] for fact, rank in changes.items())
                candidates.append((steps, tuple(changes.items())))
        for _, raised in sorted(candidates):
            after = form.known(form.changed(standing.sheet.stated, dict(raised)))
            gain = instrument.points(question, after) - place.tally.points
            if gain > 0:
                named = tuple(
                    (
                        fact,
                        content.answer_set(fact).value(place.known[fact]),
                        content.answer_set(fact).value(rank),
                    )
                    for fact, rank in raised
                )
                return Change(named, gain)
    return None
