"""Everything one question carries, as text: for those who write it and those who review it."""

from __future__ import annotations

from collections.abc import Iterator

from kompass.assessment.instrument import Instrument
from kompass.authoring.check import profile_share
from kompass.authoring.states import BANDS, PROFILES, profile, stated
from kompass.inference.partition import Evaluator
from kompass.model.base import Lang
from kompass.model.content import Content
from kompass.report.layout import wrap

_NAMES = {
    "drawer": "dokument i skuff",
    "unwritten": "uskrevet praksis",
    "half": "halv praksis",
    "nothing": "ingenting",
    "everything": "alt på plass",
}


def show(
    content: Content, question: str, evaluator: Evaluator, lang: Lang, columns: int = 80
) -> Iterator[str]:
    """Yield the lines that show a question, its facts, rules, findings, steps and profiles."""
    place = content.questions[question]
    yield from wrap(place.text(lang), columns, f"{question}  ")
    yield from wrap(place.why(lang), columns, "       ")
    yield ""
    yield "FAKTA"
    for name in place.facts:
        yield from _fact(content, name, lang, columns)
    yield ""
    yield "POENG"
    for dimension in content.dimensions:
        for rule in content.score_rules_of[question]:
            if rule.dimension == dimension:
                gives = ", ".join(f"{it.id.rsplit('=', 1)[-1]} {it.points}" for it in rule.cases)
                source = rule.scale or f"egne tall: {rule.why}"
                yield from wrap(f"{rule.id}: {gives} ({source})", columns, "  ", "    ")
    yield ""
    yield (
        "PROFILER"
        + " " * 17
        + "".join(f"{it[:1].upper():>4}" for it in content.dimensions)
        + "    andel"
    )
    framework = next(
        (it for it in content.frameworks.values() if question in it.asked),
        next(iter(content.frameworks.values())),
    )
    instrument = Instrument(content, framework.id, evaluator)
    for name in PROFILES:
        yield _profile(instrument, question, name)
    for name, reason in place.bands.items():
        yield from wrap(f"unntak for {_NAMES[name]}: {reason}", columns, "  ")
    yield ""
    yield "FUNN"
    for finding in content.finding_rules_of[question]:
        yield from wrap(f"{finding.text(lang)}", columns, f"  {finding.kind:<10}", " " * 14)
        yield from wrap(f"{finding.id} [{finding.topic}]", columns, " " * 14)
        for slot, phrases in finding.slots.items():
            for phrase in phrases:
                yield from wrap(f"{{{slot}}} {phrase.text(lang)}", columns, " " * 14, " " * 16)
    yield ""
    yield "NESTE STEG"
    for step in content.steps.values():
        if any(content.facts[fact].question == question for fact in step.changes):
            yield from wrap(step.title(lang), columns, "  ", "    ")
            changes = ", ".join(f"{fact} → {value}" for fact, value in step.changes.items())
            effort = f"{step.effort.person_months:g} månedsverk, {step.effort.months} måneder"
            yield from wrap(
                f"{changes}; {effort}; {content.roles[step.responsible](lang)}", columns, "    "
            )
            yield from wrap(step.why(lang), columns, "    ")
            for at, item in enumerate(step.how, start=1):
                yield from wrap(item(lang), columns, f"    {at}. ")
            yield from wrap(f"Virker når: {step.works_when(lang)}", columns, "    ")


def _fact(content: Content, name: str, lang: Lang, columns: int) -> Iterator[str]:
    fact = content.facts[name]
    marks = [fact.kind, *(["kjerne"] if fact.core else [])]
    if fact.follows:
        marks.append(f"følger {', '.join(fact.follows)}")
    yield from wrap(fact.text(lang), columns, "  ", "    ")
    yield from wrap(f"{name} [{', '.join(marks)}]", columns, "    ")
    for value in content.answer_set(name).values:
        yield from wrap(
            content.value_text(name, value)(lang), columns, f"      {value}: ", "        "
        )
    roles = ", ".join(content.roles[role](lang) for role in fact.asks)
    yield from wrap(f"spør {roles}; {fact.evidence(lang)}", columns, "      ", "        ")


def _profile(instrument: Instrument, question: str, name: str) -> str:
    content = instrument.content
    form = instrument.forms.get(question)
    cells = ""
    if form is not None:
        ratings = instrument.score(
            question, form.known(stated(content, profile(content, question, name)))
        ).ratings
        cells = "".join(f"{rating:>4}" for rating in ratings.values())
    share = profile_share(instrument, question, name)
    band = BANDS.get(name)
    allowed = f"  ({band[0]}–{band[1]} %)" if band else ""
    return f"  {_NAMES[name]:<23}{cells}{share:>7.0f} %{allowed}"
