"""Answers to "why?", from points down to the rule, the answer and the document behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kompass.assessment.explain import cheapest_change
from kompass.assessment.standing import Standing
from kompass.model.answers import Answer, Answers, Evidence
from kompass.model.base import Lang, Text
from kompass.model.condition import facts_read
from kompass.model.framework import NOT_ASKED, UNKNOWN
from kompass.model.result import (
    AreaResult,
    CriterionResult,
    Finding,
    QuestionResult,
    Result,
    StepResult,
)
from kompass.report import words
from kompass.report.layout import Paint, clean, plain, wrap
from kompass.report.numbers import day, rounded, short

_POINTS: Final = Text(nb="{points} av {reachable} poeng", nn="{points} av {reachable} poeng")
_FORMULA: Final = Text(
    nb="{sum} av {most} ratingpoeng × {max} poeng på {count} spørsmål i kriterium {criterion}.",
    nn="{sum} av {most} ratingpoeng × {max} poeng på {count} spørsmål i kriterium {criterion}.",
)
_ADJUSTED: Final = Text(
    nb="Justert til {to}/10: {reason} ({by})", nn="Justert til {to}/10: {reason} ({by})"
)
_NOTHING: Final = Text(nb="ingen regel ga poeng", nn="ingen regel gav poeng")
_UP_TO: Final = Text(nb=", inntil {high} når alt er kjent", nn=", inntil {high} når alt er kjent")
_ANSWERS: Final = Text(nb="Svarene", nn="Svara")
_UNKNOWN: Final = Text(nb="ikke besvart", nn="ikkje svart på")
_NOT_ASKED: Final = Text(nb="det spørres ikke om dette her", nn="det blir ikkje spurt om dette her")
_NO_EVIDENCE: Final = Text(nb="uten dokumentasjon", nn="utan dokumentasjon")
_THROUGH: Final = Text(nb="vist gjennom {fact}", nn="vist gjennom {fact}")
_INFERRED: Final = Text(nb="utledet", nn="utleia")
_CHANGE: Final = Text(nb="Det som skal minst til", nn="Det som skal minst til")
_CHANGE_LINE: Final = Text(nb="{changes} gir +{gain} poeng.", nn="{changes} gir +{gain} poeng.")
_CHANGE_ITEM: Final = Text(
    nb="{fact} fra {before} til {after}", nn="{fact} frå {before} til {after}"
)
_FULL: Final = Text(
    nb="Alt som er kjent, er på sitt beste.", nn="Alt som er kjent, er på sitt beste."
)
_NOT_RELEVANT: Final = Text(
    nb="Ikke aktuelt: {reason} Spørsmålet teller ikke med.",
    nn="Ikkje aktuelt: {reason} Spørsmålet tel ikkje med.",
)
_FINDINGS: Final = Text(nb="Funn", nn="Funn")
_STEPS: Final = Text(nb="Neste steg", nn="Neste steg")
_RULE: Final = Text(
    nb="Regelen {rule} slo til på grunn av:", nn="Regelen {rule} slo til på grunn av:"
)
_READ_BY: Final = Text(nb="Dette brukes i", nn="Dette blir brukt i")
_VALUES: Final = Text(nb="Hva svarene betyr", nn="Kva svara tyder")
_ASK: Final = Text(
    nb="Spør {roles}. Vanlig dokumentasjon: {evidence}.",
    nn="Spør {roles}. Vanleg dokumentasjon: {evidence}.",
)
_GIVES: Final = Text(nb="gir {points} i {dimension}", nn="gir {points} i {dimension}")
_NOT_OFFERED: Final = Text(
    nb="Steget tilbys ikke: det det endrer, er på plass, ukjent eller ikke aktuelt her.",
    nn="Steget blir ikkje tilbode: det det endrar, er på plass, ukjent eller ikkje aktuelt her.",
)
_ADDRESSES: Final = Text(nb="Svarer på", nn="Svarer på")
_RAISES: Final = Text(nb="Endrer", nn="Endrar")
_SILENT: Final = Text(
    nb="Funnet slår ikke til her. Regelen krever noe annet av:",
    nn="Funnet slår ikkje til her. Regelen krev noko anna av:",
)
_OVERVIEW: Final = Text(
    nb="Skriv kompass explain {file} ID, der ID er et av disse:",
    nn="Skriv kompass explain {file} ID, der ID er eitt av desse:",
)


@dataclass(frozen=True)
class Explainer:
    """Explains anything a result names.

    Attributes:
        standing: Where the municipality stands.
        result: The result of that standing.
        answers: The answers it rests on, with their evidence.
        lang: The language to explain in.
        columns: The width to keep within.
        paint: Gives text its colours.
    """

    standing: Standing
    result: Result
    answers: Answers
    lang: Lang = "nb"
    columns: int = 80
    paint: Paint = plain

    def known(self) -> Iterator[str]:
        """Yield every id that can be explained."""
        content = self.standing.instrument.content
        for area in self.result.areas:
            yield area.id
            yield from (it.id for it in area.criteria)
        yield from content.questions
        yield from (rule.id for rule in content.finding_rules)
        yield from content.steps
        yield from content.facts

    def overview(self, file: str) -> Iterator[str]:
        """Yield the ids of everything with points to gain, weakest first in each area."""
        yield from wrap(_OVERVIEW(self.lang).format(file=clean(file)), self.columns)
        for area in self.result.areas:
            if area.status == "not_covered":
                continue
            yield ""
            yield self._title(f"{area.id} {area.name}")
            for criterion in area.criteria:
                for question in criterion.questions:
                    points = f"{rounded(question.points)}/{rounded(question.reachable)}"
                    lines = wrap(question.text, self.columns - 20, f"  {question.id}  ")
                    yield f"{lines[0]:<{self.columns - 12}} {points:>10}"
                    yield from lines[1:]

    def explain(self, target: str) -> Iterator[str] | None:
        """Return the lines that explain an id, or None when there is no such thing."""
        content = self.standing.instrument.content
        for area in self.result.areas:
            if area.id == target:
                return self._area(area)
            for criterion in area.criteria:
                if criterion.id == target:
                    return self._criterion(criterion)
                for question in criterion.questions:
                    if question.id == target:
                        return self._question(criterion, question)
        if target in self.standing.instrument.finding_rules:
            return self._finding(target)
        if target in content.steps:
            return self._step(target)
        if target in content.facts and content.facts[target].question in self.standing.questions:
            return self._fact(target)
        return None

    def _title(self, text: str) -> str:
        return self.paint(text, "title")

    def _wrap(self, text: str, first: str = "", rest: str | None = None) -> list[str]:
        return wrap(text, self.columns, first, rest)

    def _area(self, area: AreaResult) -> Iterator[str]:
        head = f"{area.id} {area.name}: {self._points(area, 0)}"
        yield from (self._title(line) for line in self._wrap(head))
        if area.status == "not_covered":
            yield words.NOT_COVERED(self.lang)
        for criterion in area.criteria:
            if criterion.status == "assessed":
                yield from self._wrap(
                    f"{criterion.id} {criterion.name}: {self._points(criterion, 1)}", "  "
                )

    def _points(self, numbers: AreaResult | CriterionResult | QuestionResult, decimals: int) -> str:
        text = _POINTS(self.lang).format(
            points=rounded(numbers.points, decimals), reachable=rounded(numbers.reachable, decimals)
        )
        if numbers.high > numbers.points:
            text += _UP_TO(self.lang).format(high=rounded(numbers.high, decimals))
        return text

    def _criterion(self, criterion: CriterionResult) -> Iterator[str]:
        head = f"{criterion.id} {criterion.name}: {self._points(criterion, 1)}"
        yield from (self._title(line) for line in self._wrap(head))
        if criterion.status == "not_covered":
            yield words.NOT_COVERED(self.lang)
        for question in criterion.questions:
            yield ""
            yield from self._question(criterion, question)

    def _question(self, criterion: CriterionResult, question: QuestionResult) -> Iterator[str]:
        content = self.standing.instrument.content
        yield from (self._title(line) for line in self._wrap(f"{question.id} {question.text}"))
        yield self._points(question, 1)
        if question.status == "not_relevant":
            reason = self.standing.sheet.not_relevant[question.id]
            yield from self._wrap(_NOT_RELEVANT(self.lang).format(reason=clean(reason)))
            return
        ratings = question.ratings
        yield from self._wrap(
            _FORMULA(self.lang).format(
                sum=sum(it.points for it in ratings.values()),
                most=10 * len(ratings),
                max=rounded(criterion.max, 0),
                count=len(criterion.questions),
                criterion=criterion.id,
            )
        )
        for dimension, rating in ratings.items():
            high = _UP_TO(self.lang).format(high=rating.high) if rating.high > rating.points else ""
            name = content.dimensions[dimension](self.lang)
            yield ""
            yield self.paint(f"{name} {rating.points}/10{high}", "step")
            if (change := rating.adjusted) is not None:
                line = _ADJUSTED(self.lang).format(
                    to=change.to, reason=clean(change.reason), by=clean(change.by)
                )
                yield from self._wrap(line, "  ")
            given = [it for it in question.contributions if it.dimension == dimension]
            for it in given:
                yield from self._wrap(f"{it.reason} ({it.rule})", f"  +{it.points}  ")
            if not given:
                yield f"  {_NOTHING(self.lang)}"
        yield ""
        yield self.paint(_ANSWERS(self.lang), "step")
        for name in content.questions[question.id].facts:
            yield from self._answer(name)
        found = [it for it in self.result.findings if it.question == question.id]
        if found:
            yield ""
            yield self.paint(_FINDINGS(self.lang), "step")
            for finding in found:
                yield from self._wrap(
                    f"{words.ONE[finding.kind](self.lang)}: {finding.text} ({finding.id})", "  "
                )
        yield from self._cheapest(question)

    def _cheapest(self, question: QuestionResult) -> Iterator[str]:
        yield ""
        yield self.paint(_CHANGE(self.lang), "step")
        change = cheapest_change(self.standing, question.id)
        if change is None:
            yield f"  {_FULL(self.lang)}"
            return
        items = (
            _CHANGE_ITEM(self.lang).format(fact=fact, before=before, after=after)
            for fact, before, after in change.raises
        )
        line = _CHANGE_LINE(self.lang).format(
            changes=", ".join(items), gain=rounded(float(change.gain))
        )
        yield from self._wrap(line, "  ")

    def _answer(self, name: str) -> Iterator[str]:
        content = self.standing.instrument.content
        rank, answer = self.standing.rank(name), self.answers.answers.get(name)
        if rank == NOT_ASKED:
            said = _NOT_ASKED(self.lang)
        elif rank == UNKNOWN:
            said = _UNKNOWN(self.lang)
        else:
            value = content.answer_set(name).value(rank)
            label = content.answer_set(name).labels.get(value)
            said = label(self.lang) if label else value
        yield from self._wrap(f"{content.facts[name].text(self.lang)}", "  - ")
        yield from self._wrap(f"{said} ({name})", "    = ")
        if rank > NOT_ASKED and answer is not None:
            yield from self._evidence(name, answer)

    def _evidence(self, name: str, answer: Answer) -> Iterator[str]:
        basis = f" ({_INFERRED(self.lang)})" if answer.basis == "inferred" else ""
        for item in answer.evidence:
            yield from self._wrap(evidence_text(item) + basis, "      ")
        if not answer.evidence and self.standing.rank(name) > 1:
            through = self._proof(name)
            text = _THROUGH(self.lang).format(fact=through) if through else _NO_EVIDENCE(self.lang)
            yield from self._wrap(text + basis, "      ")
        if answer.note:
            yield from (
                self.paint(line, "dim") for line in self._wrap(clean(answer.note), "      ")
            )

    def _proof(self, name: str) -> str | None:
        """Return a documented follow-up that proves a fact without evidence of its own."""
        content = self.standing.instrument.content
        for other in content.questions[content.facts[name].question].facts:
            if name in content.facts[other].follows and other in self.standing.sheet.evidenced:
                return other if self.standing.sheet.stated.get(other, 0) > 1 else None
        return None

    def _finding(self, target: str) -> Iterator[str]:
        rule = self.standing.instrument.finding_rules[target]
        finding = next((it for it in self.result.findings if it.id == target), None)
        if finding is None:
            yield from self._wrap(_SILENT(self.lang))
            for name in facts_read(rule.when):
                yield from self._answer(name)
            return
        yield from self._said(finding)

    def _said(self, finding: Finding) -> Iterator[str]:
        kind = words.ONE[finding.kind](self.lang)
        yield from (self._title(line) for line in self._wrap(f"{kind}: {finding.text}"))
        yield from self._wrap(_RULE(self.lang).format(rule=finding.rule))
        for name in finding.because:
            yield from self._answer(name)
        steps = [it for it in self.result.next_steps if finding.id in it.addresses]
        if steps:
            yield ""
            yield self.paint(_STEPS(self.lang), "step")
            for step in steps:
                yield from self._wrap(f"{step.title} (+{rounded(step.gain)}; {step.id})", "  ")

    def _step(self, target: str) -> Iterator[str]:
        content = self.standing.instrument.content
        step = content.steps[target]
        offered = next((it for it in self.result.next_steps if it.id == target), None)
        title = offered.title if offered else step.title(self.lang)
        yield from (self._title(line) for line in self._wrap(title))
        if offered is None:
            yield from self._wrap(_NOT_OFFERED(self.lang))
        else:
            yield from self._gain(offered)
        yield ""
        yield from self._wrap(step.why(self.lang))
        yield ""
        for at, item in enumerate(step.how, start=1):
            yield from self._wrap(item(self.lang), f"{at}. ")
        yield ""
        yield from self._wrap(f"{words.WORKS_WHEN(self.lang)} {step.works_when(self.lang)}")
        if step.legal:
            yield from self._wrap(words.LEGAL(self.lang).format(legal=step.legal))
        if step.practice:
            lead = words.EXAMPLE(self.lang).format(
                municipality=step.practice.municipality, year=step.practice.year
            )
            yield from self._wrap(f"{lead} {step.practice.note(self.lang)}")
        yield ""
        yield self.paint(_RAISES(self.lang), "step")
        for name in step.changes:
            if content.facts[name].question in self.standing.questions:
                yield from self._answer(name)
        if offered and offered.addresses:
            yield ""
            yield self.paint(_ADDRESSES(self.lang), "step")
            for finding in self.result.findings:
                if finding.id in offered.addresses:
                    yield from self._wrap(f"{finding.text} ({finding.id})", "  ")

    def _gain(self, step: StepResult) -> Iterator[str]:
        titles = {it.id: it.title for it in self.result.next_steps}
        line = words.STEP_LINE(self.lang).format(
            gain=rounded(step.gain),
            work=short(step.effort.person_months),
            months=step.effort.months,
            responsible=step.responsible[:1].upper() + step.responsible[1:],
            decision=words.DECISIONS[step.decision](self.lang),
        )
        yield from self._wrap(line)
        if step.requires:
            first = words.STEP_FIRST(self.lang).format(
                steps="; ".join(titles.get(it, it) for it in step.requires),
                work=short(step.effort_with_prerequisites.person_months),
            )
            yield from self._wrap(first)

    def _fact(self, target: str) -> Iterator[str]:
        instrument, content = self.standing.instrument, self.standing.instrument.content
        fact = content.facts[target]
        yield self._title(f"{fact.id} [{fact.question}]")
        yield from self._answer(target)
        yield ""
        yield self.paint(_VALUES(self.lang), "step")
        cases = [
            (rule, case)
            for rule, case in instrument.score_cases.values()
            if getattr(case.when, "fact", None) == target
        ]
        for value in content.answer_set(target).values:
            gives = [
                _GIVES(self.lang).format(
                    points=case.points, dimension=content.dimensions[rule.dimension](self.lang)
                )
                for rule, case in cases
                if value in case.when.values  # type: ignore[union-attr]
            ]
            tail = f" ({', '.join(gives)})" if gives else ""
            yield from self._wrap(
                f"{value}: {content.value_text(target, value)(self.lang)}{tail}", "  "
            )
        yield ""
        roles = ", ".join(content.roles[role](self.lang) for role in fact.asks)
        evidence = fact.evidence(self.lang).rstrip(".")
        yield from self._wrap(_ASK(self.lang).format(roles=roles, evidence=evidence))
        readers = [it for it in self.result.findings if target in it.because]
        if readers:
            yield ""
            yield self.paint(_READ_BY(self.lang), "step")
            for finding in readers:
                yield from self._wrap(f"{finding.text} ({finding.id})", "  ")


def evidence_text(item: Evidence) -> str:
    """Return a piece of evidence as one line."""
    parts = [clean(part, 200) for part in (item.title, item.role, item.locator, item.url) if part]
    if item.date:
        parts.insert(1, day(item.date.isoformat()))
    return ", ".join(parts) or item.kind
