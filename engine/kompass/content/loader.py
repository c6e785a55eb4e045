"""Reads content files and expands them to one `Content` value."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from pydantic import BaseModel

from kompass.content import source as src
from kompass.content.conditions import Scope, read_condition
from kompass.content.faults import Faults
from kompass.content.location import yaml_files
from kompass.content.yaml_reader import YamlDocument, read_yaml
from kompass.errors import Fault, InvalidContentError
from kompass.model.base import Text
from kompass.model.condition import Compare, Condition
from kompass.model.content import Content
from kompass.model.framework import (
    DONT_KNOW,
    NOT_RELEVANT,
    AnswerSet,
    Area,
    Criterion,
    DerivedFact,
    Fact,
    FactKind,
    Framework,
    Question,
    Scale,
)
from kompass.model.recommendation import NextStep
from kompass.model.rule import FindingKind, FindingRule, ScoreCase, ScoreRule, SlotText

M = TypeVar("M", bound=BaseModel)

SHARED = {
    "framework.yaml": src.FrameworkFile,
    "answers.yaml": src.AnswersFile,
    "scales.yaml": src.ScalesFile,
    "topics.yaml": src.TopicsFile,
}
_KEYWORDS = {"all", "any", "not", "rule", "rating"}
_SLOT = re.compile(r"\{([a-z_]+)\}")
_PLANNED_SLOT = "planlagt"
_PLANNED = Text(nb=", men det er bestemt", nn=", men det er bestemt")
_BOOLEAN = AnswerSet(id="ja_nei", values=("ja", "nei"), labels={}, meanings={})
_KIND_OF_SET: dict[str, FactKind] = {"omfang": "extent", "oppfolging": "learning"}
_PATTERN: tuple[tuple[FindingKind, str, tuple[str, ...]], ...] = (
    ("strength", "styrke", ("ja",)),
    ("challenge", "utfordring", ("delvis",)),
    ("weakness", "svakhet", ("planlagt", "nei")),
)


def load(root: Traversable, family: str = "kommunekompasset-3") -> Content:
    """Read, expand and resolve all content of a family.

    Only what makes content unreadable is refused here; `kompass.content.check` holds the
    invariants that need the rules to be run.

    Raises:
        InvalidContentError: With every fault that was found.
    """
    return _Loader(root, family).load()


def load_with_places(
    root: Traversable, family: str = "kommunekompasset-3"
) -> tuple[Content, Mapping[str, tuple[str, int]]]:
    """Load content together with the file and line where each id is declared.

    Raises:
        InvalidContentError: With every fault that was found.
    """
    loader = _Loader(root, family)
    content = loader.load()
    return content, loader.places


class _Loader:
    def __init__(self, root: Traversable, family: str) -> None:
        self.root = root
        self.family = family
        self.faults = Faults()
        self.answer_sets: dict[str, AnswerSet] = {}
        self.roles: dict[str, Text] = {}
        self.topics: dict[str, tuple[str, ...]] = {}
        self.scales: dict[str, Scale] = {}
        self.areas: tuple[Area, ...] = ()
        self.dimensions: tuple[str, ...] = ()
        self.criteria: dict[str, str] = {}
        self.questions: dict[str, Question] = {}
        self.facts: dict[str, Fact] = {}
        self.derived: dict[str, DerivedFact] = {}
        self.score_rules: list[ScoreRule] = []
        self.finding_rules: list[FindingRule] = []
        self.steps: dict[str, NextStep] = {}
        self.places: dict[str, tuple[str, int]] = {}
        self.framework_document = YamlDocument(f"questionnaires/{family}/framework.yaml")

    def load(self) -> Content:
        documents = {
            folder: self._read_folder(folder)
            for folder in ("questionnaires", "rules", "recommendations")
        }
        questionnaires, rules = documents["questionnaires"], documents["rules"]
        self.framework_document = questionnaires.get("framework.yaml", self.framework_document)
        framework = self._shared(questionnaires, "framework.yaml", src.FrameworkFile)
        answers = self._shared(questionnaires, "answers.yaml", src.AnswersFile)
        scales = self._shared(rules, "scales.yaml", src.ScalesFile)
        topics = self._shared(rules, "topics.yaml", src.TopicsFile)
        self._stop_on_faults()
        assert framework and answers and scales and topics
        self.dimensions = tuple(framework.dimensions)
        self._answers(answers)
        self._areas(framework)
        self.scales = {
            id: Scale(id=id, of=it.of, points=it.points, why=it.why)
            for id, it in scales.scales.items()
        }
        self.topics = dict(topics.topics)
        for document in questionnaires.values():
            self._questionnaire(document)
        self._stop_on_faults()
        cross = rules.pop("cross.yaml", None)
        for document in rules.values():
            self._rules(document)
        if cross:
            self._cross(cross)
        for document in documents["recommendations"].values():
            self._recommendations(document)
        frameworks = self._frameworks(framework)
        self._stop_on_faults()
        content = Content(
            family=framework.family,
            version=framework.content,
            name=framework.name,
            notice=framework.notice,
            dimensions=framework.dimensions,
            answer_sets=self.answer_sets,
            roles=self.roles,
            topics=self.topics,
            scales=self.scales,
            perspectives={it.id: it.name for it in framework.perspectives},
            areas=self.areas,
            frameworks=frameworks,
            questions=self.questions,
            facts=self.facts,
            derived=self.derived,
            retired=dict(framework.retired),
            score_rules=tuple(self.score_rules),
            finding_rules=tuple(self.finding_rules),
            steps=self.steps,
            languages=dict(framework.languages),
        )
        return content.model_copy(
            update={"sha256": _digest(content), "rules_sha256": _rules_digest(content)}
        )

    def _stop_on_faults(self) -> None:
        if self.faults.all:
            raise InvalidContentError(self.faults.all)

    def _read_folder(self, folder: str) -> dict[str, YamlDocument]:
        place = self.root.joinpath(folder).joinpath(self.family)
        documents = {}
        for name, file in yaml_files(place) if place.is_dir() else ():
            path = f"{folder}/{self.family}/{name}"
            try:
                documents[name] = read_yaml(file.read_text("utf-8-sig"), path)
            except UnicodeDecodeError:
                document = YamlDocument(path)
                self.faults.at(document, (), "fila er ikke UTF-8; lagre den som UTF-8")
        return documents

    def _shared(self, documents: dict[str, YamlDocument], name: str, model: type[M]) -> M | None:
        document = documents.pop(name, None)
        if document is None:
            folder = "rules" if name in ("scales.yaml", "topics.yaml") else "questionnaires"
            missing = YamlDocument(f"{folder}/{self.family}/{name}")
            self.faults.at(missing, (), "fila mangler")
            return None
        return self.faults.parse(document, model)

    def _answers(self, file: src.AnswersFile) -> None:
        self.roles = dict(file.roles)
        for id, it in file.answer_sets.items():
            if it.range:
                numbers = [str(n) for n in range(it.range.worst, it.range.best + 1)]
                self.answer_sets[id] = AnswerSet(
                    id=id, values=tuple(reversed(numbers)), integer=True, labels={}, meanings={}
                )
            elif it.values:
                self.answer_sets[id] = AnswerSet(
                    id=id,
                    values=tuple(it.values),
                    planned=it.planned,
                    labels={value: that.label for value, that in it.values.items()},
                    meanings={value: that.meaning for value, that in it.values.items()},
                )

    def _areas(self, file: src.FrameworkFile) -> None:
        self.areas = tuple(
            Area(
                id=area.id,
                name=area.name,
                perspective=area.perspective,
                criteria=tuple(
                    Criterion(id=it.id, name=it.name, max=it.max) for it in area.criteria
                ),
            )
            for area in file.areas
        )
        for at, area in enumerate(self.areas):
            self._claim(self.framework_document, ("areas", at, "id"), area.id)
        self.criteria = {it.id: area.id for area in self.areas for it in area.criteria}

    def _criterion(self, document: YamlDocument, criterion: str) -> None:
        if criterion not in self.criteria:
            self.faults.unknown(document, ("criterion",), "kriterium", criterion, self.criteria)
        name = document.file.rsplit("/", 1)[-1]
        if not name.startswith(f"{criterion}-"):
            self.faults.at(document, ("criterion",), f"fila skal hete {criterion}-….yaml")

    def _claim(self, document: YamlDocument, path: tuple[str | int, ...], id: str) -> None:
        here = (document.file, document.line(path))
        there = self.places.setdefault(id, here)
        if there != here:
            self.faults.at(
                document, path, f"{id} er alt brukt i {there[0]}:{there[1]}; velg et annet navn"
            )

    def _questionnaire(self, document: YamlDocument) -> None:
        file = self.faults.parse(document, src.QuestionnaireFile)
        if file is None:
            return
        self._criterion(document, file.criterion)
        for at, question in enumerate(file.questions):
            path = ("questions", at)
            self._claim(document, (*path, "id"), question.id)
            if not question.id.startswith(f"{file.criterion}."):
                self.faults.at(
                    document, (*path, "id"), f"{question.id} hører ikke til {file.criterion}"
                )
            earlier: dict[str, AnswerSet] = {}
            for number, fact in enumerate(question.facts):
                self._fact(document, (*path, "facts", number), question.id, fact, earlier)
            self.questions[question.id] = Question(
                id=question.id,
                criterion=file.criterion,
                text=question.text,
                why=question.why,
                facts=tuple(fact.id for fact in question.facts),
            )

    def _fact(
        self,
        document: YamlDocument,
        path: tuple[str | int, ...],
        question: str,
        fact: src.FactSource,
        earlier: dict[str, AnswerSet],
    ) -> None:
        report = self.faults.reporter(document)
        self._claim(document, (*path, "id"), fact.id)
        if fact.id in _KEYWORDS:
            report((*path, "id"), f"{fact.id} er et ord i betingelsesspråket; velg et annet navn")
        answer_set = self.answer_sets.get(fact.answers)
        if answer_set is None:
            self.faults.unknown(
                document, (*path, "answers"), "svarsettet", fact.answers, self.answer_sets
            )
            return
        for at, role in enumerate(fact.asks):
            if role not in self.roles:
                self.faults.unknown(document, (*path, "asks", at), "rollen", role, self.roles)
        for value in fact.counts_as:
            if value not in answer_set.values:
                self.faults.unknown(
                    document, (*path, "counts_as", value), "verdien", value, answer_set.values
                )
        asked_when: Condition | None = None
        if fact.asked_when is not None:
            scope = Scope(earlier, question, {}, frozenset(), self.dimensions, report)
            asked_when = read_condition(fact.asked_when, (*path, "asked_when"), scope)
        earlier[fact.id] = answer_set
        self.facts[fact.id] = Fact(
            id=fact.id,
            question=question,
            kind=fact.kind or _KIND_OF_SET.get(fact.answers, "practice"),
            core=fact.core,
            asks=fact.asks,
            answers=fact.answers,
            asked_when=asked_when,
            text=fact.text,
            counts_as=fact.counts_as,
            evidence=fact.evidence,
            not_relevant=fact.not_relevant,
        )

    def _rules(self, document: YamlDocument) -> None:
        file = self.faults.parse(document, src.RulesFile)
        if file is None:
            return
        self._criterion(document, file.criterion)
        for at, rules in enumerate(file.rules):
            path = ("rules", at)
            question = self.questions.get(rules.question)
            if question is None:
                self.faults.unknown(
                    document, (*path, "question"), "spørsmålet", rules.question, self.questions
                )
                continue
            self._claim(document, (*path, "question"), f"rules for {question.id}")
            self.questions[question.id] = question.model_copy(update={"bands": dict(rules.bands)})
            scope = self._scope(document, question, ratings=False)
            for number, derived in enumerate(rules.derived):
                where = (*path, "derived", number)
                self._claim(document, (*where, "id"), derived.id)
                when = read_condition(derived.when, (*where, "when"), scope)
                if when is not None:
                    self.derived[derived.id] = DerivedFact(
                        id=derived.id, question=question.id, when=when
                    )
            for dimension, scores in rules.score.items():
                if dimension not in self.dimensions:
                    self.faults.unknown(
                        document,
                        (*path, "score", dimension),
                        "dimensjonen",
                        dimension,
                        self.dimensions,
                    )
                for number, score in enumerate(scores):
                    self._score(
                        document, (*path, "score", dimension, number), question, dimension, score
                    )
            self._findings(document, path, question, rules.findings)

    def _scope(self, document: YamlDocument, question: Question, ratings: bool) -> Scope:
        facts = {id: self.answer_sets[self.facts[id].answers] for id in question.facts}
        facts |= {id: _BOOLEAN for id, it in self.derived.items() if it.question == question.id}
        return Scope(
            facts=facts,
            question=question.id,
            rules={},
            ratings=frozenset({question.id}) if ratings else frozenset(),
            dimensions=self.dimensions,
            report=self.faults.reporter(document),
        )

    def _score(
        self,
        document: YamlDocument,
        path: tuple[str | int, ...],
        question: Question,
        dimension: str,
        score: src.ScoreSource,
    ) -> None:
        id = f"{question.id}.{dimension}.{score.id}"
        self._claim(document, (*path, "id"), id)
        foreign = [fact for fact in score.reads if fact not in self.facts]
        for fact in foreign:
            self.faults.unknown(document, (*path, "reads"), "faktumet", fact, self.facts)
        if score.fact is not None:
            cases = self._fact_cases(document, path, question, score, id)
        elif score.when is not None and isinstance(score.points, int):
            cases = self._when_case(document, path, question, score, id)
        else:
            self.faults.at(
                document, path, "skriv enten fact og scale, fact og points, eller when og points"
            )
            return
        if score.scale is None and not score.why:
            self.faults.at(document, path, f"{id} har egne tall; si hvorfor i why")
        if cases:
            self.score_rules.append(
                ScoreRule(
                    id=id,
                    question=question.id,
                    dimension=dimension,
                    scale=score.scale,
                    why=score.why,
                    cases=tuple(cases),
                )
            )

    def _fact_cases(
        self,
        document: YamlDocument,
        path: tuple[str | int, ...],
        question: Question,
        score: src.ScoreSource,
        id: str,
    ) -> list[ScoreCase]:
        fact = self.facts.get(score.fact or "")
        if fact is None or (fact.question != question.id and fact.id not in score.reads):
            own = [*question.facts, *score.reads]
            self.faults.unknown(document, (*path, "fact"), "faktumet", score.fact or "", own)
            return []
        points: dict[str, int]
        if score.scale is not None:
            scale = self.scales.get(score.scale)
            if scale is None:
                self.faults.unknown(document, (*path, "scale"), "skalaen", score.scale, self.scales)
                return []
            if scale.of != fact.answers:
                self.faults.at(
                    document,
                    (*path, "scale"),
                    f"skalaen {scale.id} gjelder {scale.of}, men {fact.id} har {fact.answers}",
                )
                return []
            points = scale.points
        elif isinstance(score.points, dict):
            points = score.points
        else:
            self.faults.at(document, path, f"{id} mangler scale eller points")
            return []
        answer_set = self.answer_sets[fact.answers]
        for value in points:
            if value not in answer_set.values:
                self.faults.unknown(document, path, "verdien", value, answer_set.values)
        return [
            ScoreCase(
                id=f"{id}={value}",
                when=Compare(fact=fact.id, op="in", values=(value,)),
                points=given,
                reason=score.because
                or fact.counts_as.get(value)
                or answer_set.meanings.get(value)
                or fact.text,
            )
            for value, given in points.items()
            if given and value in answer_set.values
        ]

    def _when_case(
        self,
        document: YamlDocument,
        path: tuple[str | int, ...],
        question: Question,
        score: src.ScoreSource,
        id: str,
    ) -> list[ScoreCase]:
        scope = self._scope(document, question, ratings=False)
        more = {
            fact: self.answer_sets[self.facts[fact].answers]
            for fact in score.reads
            if fact in self.facts
        }
        scope = Scope(
            {**scope.facts, **more}, scope.question, {}, frozenset(), scope.dimensions, scope.report
        )
        when = read_condition(score.when, (*path, "when"), scope)
        if score.because is None:
            self.faults.at(document, path, f"{id} må si hvorfor i because")
        if when is None or score.because is None or not isinstance(score.points, int):
            return []
        return [ScoreCase(id=f"{id}=ja", when=when, points=score.points, reason=score.because)]

    def _findings(
        self,
        document: YamlDocument,
        path: tuple[str | int, ...],
        question: Question,
        findings: tuple[src.FindingSource, ...],
    ) -> None:
        scope = self._scope(document, question, ratings=True)
        local: dict[str, Condition | None] = {}
        scope = Scope(
            scope.facts, scope.question, local, scope.ratings, scope.dimensions, scope.report
        )
        for at, finding in enumerate(findings):
            where = (*path, "findings", at)
            if finding.pattern:
                self._pattern(document, where, question, finding, scope, local)
            else:
                self._finding(
                    document, where, question.criterion, question.id, finding, scope, local
                )

    def _pattern(
        self,
        document: YamlDocument,
        path: tuple[str | int, ...],
        question: Question,
        finding: src.FindingSource,
        scope: Scope,
        local: dict[str, Condition | None],
    ) -> None:
        if finding.fact not in question.facts:
            self.faults.unknown(
                document, (*path, "fact"), "faktumet", finding.fact or "", question.facts
            )
            return
        if self.facts[finding.fact].answers != "status":
            self.faults.at(
                document, (*path, "fact"), "mønsteret status gjelder fakta med svarsettet status"
            )
            return
        for kind, suffix, values in _PATTERN:
            text: Text | None = getattr(finding, kind)
            if text is None:
                self.faults.at(document, path, f"{kind} mangler i mønsteret")
                continue
            single = finding.model_copy(
                update={
                    "id": f"{finding.id}-{suffix}",
                    "pattern": None,
                    "kind": kind,
                    "text": text,
                    "when": {finding.fact: list(values)},
                    "slots": self._pattern_slots(finding, text),
                }
            )
            self._finding(document, path, question.criterion, question.id, single, scope, local)

    @staticmethod
    def _pattern_slots(
        finding: src.FindingSource, text: Text
    ) -> dict[str, tuple[src.SlotSource, ...]]:
        named = set(_SLOT.findall(text.nb))
        slots = {name: it for name, it in finding.slots.items() if name in named}
        if _PLANNED_SLOT in named and _PLANNED_SLOT not in slots:
            slots[_PLANNED_SLOT] = (src.SlotSource(when={finding.fact: "planlagt"}, text=_PLANNED),)
        return slots

    def _finding(
        self,
        document: YamlDocument,
        path: tuple[str | int, ...],
        criterion: str,
        question: str | None,
        finding: src.FindingSource,
        scope: Scope,
        local: dict[str, Condition | None],
    ) -> None:
        id = f"{question or 'cross'}.{finding.id}"
        self._claim(document, (*path, "id"), id)
        if finding.id in local:
            self.faults.at(document, (*path, "id"), f"to funnregler heter {finding.id}")
        if finding.topic not in self.topics:
            self.faults.unknown(document, (*path, "topic"), "emnet", finding.topic, self.topics)
        elif criterion not in self.topics[finding.topic]:
            where = ", ".join(self.topics[finding.topic])
            self.faults.at(
                document,
                (*path, "topic"),
                f"emnet {finding.topic} hører til {where}, ikke {criterion}",
            )
        if finding.kind is None or finding.text is None or finding.when is None:
            self.faults.at(document, path, f"{id} trenger kind, when og text")
            return
        when = read_condition(finding.when, (*path, "when"), scope)
        local[finding.id] = when
        slots = {
            name: self._slot(document, (*path, "slots", name), f"{id}/{name}", phrases, scope)
            for name, phrases in finding.slots.items()
        }
        for lang, text in (("nb", finding.text.nb), ("nn", finding.text.nn)):
            named = set(_SLOT.findall(text or ""))
            if text is not None and named != set(slots):
                odd = ", ".join(sorted(named ^ set(slots)))
                self.faults.at(
                    document, path, f"{id} ({lang}): feltene i text og slots er ulike: {odd}"
                )
        if when is not None:
            self.finding_rules.append(
                FindingRule(
                    id=id,
                    area=self.criteria.get(criterion, ""),
                    criterion=criterion,
                    question=question,
                    kind=finding.kind,
                    topic=finding.topic,
                    when=when,
                    text=finding.text,
                    slots=slots,
                )
            )

    @staticmethod
    def _slot(
        document: YamlDocument,
        path: tuple[str | int, ...],
        id: str,
        phrases: tuple[src.SlotSource, ...],
        scope: Scope,
    ) -> tuple[SlotText, ...]:
        found = []
        for at, phrase in enumerate(phrases):
            when = None
            if phrase.when is not None:
                when = read_condition(phrase.when, (*path, at, "when"), scope)
            found.append(SlotText(id=f"{id}/{at}", when=when, text=phrase.text))
        return tuple(found)

    def _cross(self, document: YamlDocument) -> None:
        file = self.faults.parse(document, src.CrossFile)
        if file is None:
            return
        facts = {id: self.answer_sets[fact.answers] for id, fact in self.facts.items()}
        facts |= dict.fromkeys(self.derived, _BOOLEAN)
        local: dict[str, Condition | None] = {}
        scope = Scope(
            facts=facts,
            question=None,
            rules=local,
            ratings=frozenset(self.questions),
            dimensions=self.dimensions,
            report=self.faults.reporter(document),
        )
        for at, finding in enumerate(file.findings):
            path = ("findings", at)
            if finding.criterion not in self.criteria:
                self.faults.unknown(
                    document, (*path, "criterion"), "kriteriet", finding.criterion, self.criteria
                )
            self._finding(document, path, finding.criterion, None, finding, scope, local)

    def _recommendations(self, document: YamlDocument) -> None:
        file = self.faults.parse(document, src.RecommendationsFile)
        if file is None:
            return
        self._criterion(document, file.criterion)
        for at, step in enumerate(file.steps):
            path = ("steps", at)
            self._claim(document, (*path, "id"), f"step {step.id}")
            if step.responsible not in self.roles:
                self.faults.unknown(
                    document, (*path, "responsible"), "rollen", step.responsible, self.roles
                )
            for fact, value in step.changes.items():
                known = self.facts.get(fact)
                if known is None:
                    self.faults.unknown(
                        document, (*path, "changes", fact), "faktumet", fact, self.facts
                    )
                elif value not in self.answer_sets[known.answers].values:
                    allowed = ", ".join(self.answer_sets[known.answers].values)
                    self.faults.at(
                        document,
                        (*path, "changes", fact),
                        f"{fact} kan ikke bli {value}; velg {allowed}",
                    )
            self.steps[step.id] = NextStep(
                area=self.criteria.get(file.criterion, ""),
                criterion=file.criterion,
                **{name: getattr(step, name) for name in src.StepSource.model_fields},
            )

    def _frameworks(self, file: src.FrameworkFile) -> dict[str, Framework]:
        document = self.framework_document
        found: dict[str, Framework] = {}
        for at, version in enumerate(file.versions):
            path: tuple[str | int, ...] = ("versions", at)
            questions: dict[str, tuple[str, ...]] = {id: () for id in self.criteria}
            if version.extends is not None:
                base = found.get(version.extends)
                if base is None:
                    self.faults.unknown(
                        document,
                        (*path, "extends"),
                        "den tidligere versjonen",
                        version.extends,
                        found,
                    )
                    continue
                questions |= base.questions
            for criterion, asked in version.questions.items():
                place = (*path, "questions", criterion)
                questions[criterion] = questions.get(criterion, ()) + asked
                for question in asked:
                    if question not in self.questions:
                        self.faults.unknown(document, place, "spørsmålet", question, self.questions)
                    elif self.questions[question].criterion != criterion:
                        self.faults.at(document, place, f"{question} hører ikke til {criterion}")
            found[version.id] = Framework(
                id=version.id,
                name=version.name,
                announced_questions=version.announced_questions,
                questions=questions,
            )
        for step in self.steps.values():
            for needed in step.requires:
                if needed not in self.steps:
                    file_name, line = self.places[f"step {step.id}"]
                    self.faults.all.append(
                        Fault(
                            file_name, line, f"{step.id} krever et steg som ikke finnes: {needed}"
                        )
                    )
        return found


def canonical(value: Any) -> bytes:
    """Return a value as canonical JSON: sorted keys, no spaces, UTF-8."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _digest(content: Content) -> str:
    dumped = content.model_dump(mode="json", exclude={"sha256", "rules_sha256"})
    return hashlib.sha256(canonical(dumped)).hexdigest()


def _rules_digest(content: Content) -> str:
    moves_points = {
        "criteria": {it.id: it.max for area in content.areas for it in area.criteria},
        "frameworks": {id: it.questions for id, it in content.frameworks.items()},
        "answers": {id: it.values for id, it in content.answer_sets.items()},
        "facts": {
            id: [
                it.question,
                it.answers,
                it.asked_when and it.asked_when.model_dump(mode="json"),
                it.not_relevant is not None,
            ]
            for id, it in content.facts.items()
        },
        "derived": {id: it.model_dump(mode="json") for id, it in content.derived.items()},
        "score": [
            [
                rule.id,
                rule.dimension,
                [[case.when.model_dump(mode="json"), case.points] for case in rule.cases],
            ]
            for rule in content.score_rules
        ],
    }
    return hashlib.sha256(canonical(moves_points)).hexdigest()


assert not _KEYWORDS & {DONT_KNOW, NOT_RELEVANT}
