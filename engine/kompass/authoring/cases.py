"""Author cases: what rules should do, written by those who write the rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable

from kompass.assessment.findings import find
from kompass.assessment.instrument import Instrument
from kompass.assessment.sheet import Sheet
from kompass.assessment.standing import Standing
from kompass.assessment.steps import WhatIf
from kompass.content.faults import Faults
from kompass.content.location import yaml_files
from kompass.content.source import CasesFile, CaseSource
from kompass.content.yaml_reader import YamlDocument, read_yaml
from kompass.errors import Fault, InvalidContentError, nearest
from kompass.inference.partition import Evaluator
from kompass.model.base import LANGUAGES, Text
from kompass.model.content import Content
from kompass.model.framework import DONT_KNOW

COVERAGE = 1.0
"""The share of rules that must both fire and not fire in some case."""


@dataclass
class CaseReport:
    """What running the author cases gave.

    Attributes:
        count: How many cases ran.
        failures: Expectations that were not met, with their place.
        fired: Rules that fired in some case.
        quiet: Rules that did not fire in a case about their question.
    """

    count: int = 0
    failures: list[Fault] = field(default_factory=list)
    fired: set[str] = field(default_factory=set)
    quiet: set[str] = field(default_factory=set)

    def uncovered(self, content: Content) -> Mapping[str, str]:
        """Return what each rule lacks: a case that fires it, or one that does not."""
        lacking = {}
        for rule in all_rules(content):
            if rule not in self.fired:
                lacking[rule] = "ingen prøve får regelen til å slå til"
            elif rule not in self.quiet:
                lacking[rule] = "ingen prøve viser at regelen lar være å slå til"
        return lacking


def all_rules(content: Content) -> list[str]:
    """Return the id of every rule an author case should try."""
    findings = [rule.id for rule in content.finding_rules]
    return findings + [rule.id for rule in content.score_rules]


def run_cases(
    root: Traversable, content: Content, evaluator: Evaluator, only: str = ""
) -> CaseReport:
    """Run the author cases below ``tests/rules`` in a folder.

    Args:
        root: The folder that holds ``tests/rules/<family>/``.
        content: The content under test.
        evaluator: What decides which rules hold.
        only: Run only the files whose name begins so.

    Raises:
        InvalidContentError: A file of cases cannot be read.
    """
    report = CaseReport()
    instruments = {id: Instrument(content, id, evaluator) for id in content.frameworks}
    faults = Faults()
    for document in _documents(root, content.family, only):
        file = faults.parse(document, CasesFile)
        for at, case in enumerate(file.cases if file else ()):
            line = document.line(("cases", at))
            _run(case, Fault(document.file, line, ""), content, instruments, report)
            report.count += 1
    if faults.all:
        raise InvalidContentError(faults.all)
    return report


def _documents(root: Traversable, family: str, only: str) -> Iterator[YamlDocument]:
    place = root.joinpath("tests").joinpath("rules").joinpath(family)
    for name, file in yaml_files(place) if place.is_dir() else ():
        if name.startswith(only):
            yield read_yaml(file.read_text("utf-8-sig"), f"tests/rules/{family}/{name}")


def _run(
    case: CaseSource,
    place: Fault,
    content: Content,
    instruments: Mapping[str, Instrument],
    report: CaseReport,
) -> None:
    def fail(text: str) -> None:
        report.failures.append(Fault(place.file, place.line, f"{case.name}: {text}"))

    stated: dict[str, int] = {}
    questions: set[str] = set(case.expect)
    for name, given in case.given.items():
        value = str(given)
        if name not in content.facts:
            close = nearest(name, content.facts)
            fail(f"det finnes ikke noe faktum {name}" + (f"; mente du {close}?" if close else ""))
            return
        questions.add(content.facts[name].question)
        if value == DONT_KNOW:
            continue
        if value not in content.answer_set(name).values:
            fail(f"{name} kan ikke være {value}")
            return
        stated[name] = content.answer_set(name).rank(value)
    instrument = next(
        (it for it in instruments.values() if questions <= set(it.framework.asked)), None
    )
    if instrument is None:
        fail("ingen versjon stiller alle spørsmålene prøven gjelder")
        return
    standing = Standing(instrument, Sheet(stated, frozenset(), {}, {}))
    found = {it.id: it for it in find(standing, "nb")}
    _cover(standing, questions, set(found), report)
    for question, expected in case.expect.items():
        ratings = instrument.score(question, standing.questions[question].known).ratings
        for dimension, rating in expected.model_dump(exclude_none=True).items():
            if ratings[dimension] != rating:
                fail(f"{question} {dimension} er {ratings[dimension]}, ventet {rating}")
    known = {rule.id for rule in content.finding_rules}
    for rule in (*case.finds, *case.not_finds, *case.says):
        if rule not in known:
            fail(f"det finnes ingen funnregel {rule}; mente du {nearest(rule, known)}?")
    for rule in case.finds:
        if rule in known and rule not in found:
            fail(f"{rule} slo ikke til; det gjorde {', '.join(sorted(found)) or 'ingen'}")
    for rule in case.not_finds:
        if rule in found:
            fail(f"{rule} slo til")
    for rule, text in case.says.items():
        wanted = text.model_dump(exclude_none=True) if isinstance(text, Text) else text
        for lang in LANGUAGES:
            if lang in wanted:
                said = {it.id: it.text for it in find(standing, lang)}.get(rule)
                if said != wanted[lang]:
                    fail(f"{rule} sier «{said}», ventet «{wanted[lang]}»")
    what_if = WhatIf(standing)
    for step in (*case.offers, *case.not_offers):
        if step not in content.steps:
            fail(f"det finnes ikke noe steg {step}; mente du {nearest(step, content.steps)}?")
        elif what_if.offered(content.steps[step]) != (step in case.offers):
            fail(f"{step} ble {'ikke ' if step in case.offers else ''}tilbudt")


def _cover(standing: Standing, questions: set[str], found: set[str], report: CaseReport) -> None:
    instrument = standing.instrument
    for rule in instrument.content.finding_rules:
        if rule.id in found:
            report.fired.add(rule.id)
        elif rule.question is None or rule.question in questions:
            report.quiet.add(rule.id)
    for question in questions:
        fired = instrument.score(question, standing.questions[question].known).fired
        for score in instrument.content.score_rules_of[question]:
            gave = any(case.id in fired for case in score.cases)
            (report.fired if gave else report.quiet).add(score.id)
