"""Reference pages of the content, as Markdown: written from the content, never by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kompass.assessment.instrument import Instrument
from kompass.authoring.check import profile_share
from kompass.authoring.states import PROFILES
from kompass.inference.partition import ReferenceEvaluator
from kompass.model.content import Content
from kompass.model.framework import Area
from kompass.report.markdown import escape

_HEAD = "<!-- Skrevet av kompass content docs. Ikke rediger; endre innholdet i stedet. -->"
_KINDS = {"strength": "styrke", "challenge": "utfordring", "weakness": "svakhet"}
_PROFILES = {
    "drawer": "skuff", "unwritten": "uskrevet", "half": "halv", "nothing": "ingenting",
    "everything": "alt",
}  # fmt: skip


def reference_pages(content: Content) -> Mapping[str, str]:
    """Return every reference page by its file name."""
    pages = {"README.md": _index(content)}
    for area in content.areas:
        if any(
            content.questions[it].criterion.startswith(f"{area.id}.") for it in content.questions
        ):
            pages[f"omrade-{area.id}.md"] = "\n".join(_area(content, area)) + "\n"
    return pages


def _index(content: Content) -> str:
    lines = [
        _HEAD,
        "# Innholdet",
        "",
        "| område | spørsmål | fakta | steg |",
        "|---|---:|---:|---:|",
    ]
    for area in content.areas:
        questions = content.questions_of(area)
        name = f"{area.id} {escape(area.name.nb)}"
        if questions:
            name = f"[{name}](omrade-{area.id}.md)"
        facts = sum(len(it.facts) for it in questions)
        steps = sum(it.area == area.id for it in content.steps.values())
        lines.append(f"| {name} | {len(questions)} | {facts} | {steps} |")
    lines += ["", "## Skalaer", "", "| skala | svarsett | poeng | hvorfor |", "|---|---|---|---|"]
    for scale in content.scales.values():
        points = ", ".join(f"{value} {given}" for value, given in scale.points.items())
        lines.append(
            f"| {escape(scale.id)} | {scale.of} | {escape(points)} | {escape(scale.why)} |"
        )
    return "\n".join(lines) + "\n"


def _area(content: Content, area: Area) -> Iterator[str]:
    instrument = Instrument(content, next(iter(content.frameworks)), ReferenceEvaluator())
    yield from (_HEAD, f"# {area.id} {escape(area.name.nb)}", "")
    for criterion in area.criteria:
        yield from (f"## {criterion.id} {escape(criterion.name.nb)} ({criterion.max} poeng)", "")
        for question in content.questions.values():
            if question.criterion == criterion.id:
                yield from _question(content, instrument, question.id)
        yield from _steps(content, criterion.id)


def _question(content: Content, instrument: Instrument, id: str) -> Iterator[str]:
    question = content.questions[id]
    yield from (f"### {id} {escape(question.text.nb)}", "", escape(question.why.nb), "")
    versions = [it.id.rsplit("-", 1)[-1] for it in content.frameworks.values() if id in it.asked]
    yield from (f"Versjon {' og '.join(versions)}.", "")
    yield "| faktum | spørsmål | svar | gir |"
    yield "|---|---|---|---|"
    for name in question.facts:
        fact = content.facts[name]
        gives = [
            f"{content.dimensions[rule.dimension].nb[:1]} "
            + ", ".join(f"{case.id.rsplit('=', 1)[-1]} {case.points}" for case in rule.cases)
            for rule in content.score_rules_of[id]
            if getattr(rule.cases[0].when, "fact", None) == name
        ]
        mark = " (kjerne)" if fact.core else ""
        yield f"| `{name}`{mark} | {escape(fact.text.nb)} | {fact.answers} | {'; '.join(gives)} |"
    shares = (f"{_PROFILES[it]} {profile_share(instrument, id, it):.0f} %" for it in PROFILES)
    yield from ("", "Profiler: " + " · ".join(shares) + ".", "")
    for rule in content.finding_rules_of[id]:
        yield f"- {_KINDS[rule.kind]}, {rule.topic}: {escape(rule.text.nb)} (`{rule.id}`)"
    yield ""


def _steps(content: Content, criterion: str) -> Iterator[str]:
    steps = [it for it in content.steps.values() if it.criterion == criterion]
    if not steps:
        return
    yield from (f"### Neste steg for {criterion}", "")
    for step in steps:
        changes = ", ".join(f"`{fact}` → {value}" for fact, value in step.changes.items())
        legal = f" {escape(step.legal)}." if step.legal else ""
        work = f"{step.effort.person_months:g} månedsverk"
        yield f"- **{escape(step.title.nb)}** ({work}): {changes}.{legal}"
    yield ""
