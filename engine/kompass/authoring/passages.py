"""What passages must keep to: nothing left unsaid, nothing that cannot be said, no empty slots."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from random import Random
from typing import Final

from kompass.assessment.form import Form, make_form
from kompass.assessment.passages import passage_partition, said, saying_text
from kompass.authoring.texts import Placed
from kompass.errors import Fault, RuleTooLargeError
from kompass.inference.durable import compile_partition
from kompass.inference.expression import Ranks, holds
from kompass.inference.partition import Partition
from kompass.model.base import LANGUAGES, Lang
from kompass.model.condition import facts_read
from kompass.model.content import Content
from kompass.model.passage import Passages, Sentence

LONGEST: Final = 260
"""The most characters of a sentence with its slots filled."""

TRIES: Final = 4000
"""How many states of a sentence are tried when there are too many to try them all."""

_TOLD: Final = frozenset({"practice", "document", "extent", "learning"})

Places = Mapping[str, tuple[str, int]]


def passage_texts(content: Content, passages: Passages) -> Iterator[Placed]:
    """Yield every text of the passages."""
    area_of = {it.id: area.id for area in content.areas for it in area.criteria}
    for area, about in passages.about.items():
        yield Placed("about", f"about {area}", area, about)
    for criterion, sentences in passages.sentences.items():
        for sentence in sentences:
            for saying in sentence.say:
                yield Placed("sentence", saying.id, area_of[criterion], saying.text)
                for phrases in saying.slots.values():
                    for phrase in phrases:
                        yield Placed("phrase", saying.id, area_of[criterion], phrase.text)


def passage_faults(content: Content, passages: Passages, places: Places) -> Iterator[Fault]:
    """Yield what is wrong with the passages of a content."""
    findings = {
        getattr(rule.text, lang): rule.id for rule in content.finding_rules for lang in LANGUAGES
    }
    folder = f"passages/{content.family}"
    for area in content.areas:
        if passages.about and area.id not in passages.about:
            yield Fault(f"{folder}/areas.yaml", 0, f"område {area.id} mangler et avsnitt")
        for criterion in area.criteria:
            if criterion.id not in passages.sentences:
                yield Fault(folder, 0, f"kriterium {criterion.id} mangler en omtale")
                continue
            for id, text in _Passage(content, passages, criterion.id, findings).faults():
                file, line = places.get(id, ("", 0))
                yield Fault(file, line, text)


class _Passage:
    """The passage of one criterion, looked at from every side."""

    def __init__(
        self, content: Content, passages: Passages, criterion: str, findings: Mapping[str, str]
    ) -> None:
        self.content = content
        self.criterion = criterion
        self.sentences = passages.sentences[criterion]
        self.findings = findings
        self.questions = [it for it in content.questions.values() if it.criterion == criterion]
        self.forms: dict[str, Form] = {it.id: make_form(content, it.id) for it in self.questions}
        self.partition: Partition = passage_partition(
            criterion, self.sentences, content, content.question_of
        )

    def faults(self) -> Iterator[tuple[str, str]]:
        yield from self._too_large()
        yield from self._unread()
        yield from self._silent()
        for sentence in self.sentences:
            yield from self._sentence(sentence)

    def _too_large(self) -> Iterator[tuple[str, str]]:
        try:
            compile_partition(self.partition)
        except RuleTooLargeError as problem:
            yield f"passage {self.criterion}", str(problem)

    def _unread(self) -> Iterator[tuple[str, str]]:
        read = {fact for it in self.sentences for fact in self._facts(it)}
        for question in self.questions:
            for name in question.facts:
                if name not in read and self.content.facts[name].kind in _TOLD:
                    yield f"passage {self.criterion}", f"omtalen leser aldri {name}"

    def _silent(self) -> Iterator[tuple[str, str]]:
        """A question whose practice is known is never passed over in silence."""
        for question in self.questions:
            first = next(
                (it for it in question.facts if self.content.facts[it].kind == "practice"), None
            )
            for value in self.content.answer_set(first).values if first else ():
                assert first is not None
                rank = self.content.answer_set(first).rank(value)
                fired = self._fired(self._ranks({first: rank}))
                if not any(said(it, fired) for it in self.sentences):
                    yield (
                        f"passage {self.criterion}",
                        f"omtalen sier ingenting når {first} er {value}",
                    )

    def _sentence(self, sentence: Sentence) -> Iterator[tuple[str, str]]:
        unsaid = {it.id for it in sentence.say}
        told: set[str] = set()
        for ranks in self._states(sentence):
            fired = self._fired(ranks, sentence)
            saying = said(sentence, fired)
            if saying is None:
                continue
            unsaid.discard(saying.id)
            for lang in LANGUAGES:
                text = saying_text(saying, fired, lang)
                problem = self._odd(text, lang)
                if problem and f"{saying.id} {problem}" not in told:
                    told.add(f"{saying.id} {problem}")
                    yield saying.id, f"{saying.id} ({lang}): {problem}: {text[:90]}…"
        for id in sorted(unsaid):
            yield id, f"{id}: alternativet kan aldri bli sagt; et tidligere kommer alltid først"

    def _odd(self, text: str, lang: Lang) -> str | None:
        if "  " in text or text != text.strip() or " ," in text or " ." in text:
            return "et felt er tomt, eller mellomrommene er feil"
        if not text.endswith("."):
            return "en setning slutter med punktum"
        if not text[0].isupper():
            return "en setning begynner med stor bokstav"
        if len(text) > LONGEST:
            return f"setningen er {len(text)} tegn; grensen er {LONGEST}"
        if text in self.findings:
            return f"det samme som funnet {self.findings[text]}"
        return None

    def _states(self, sentence: Sentence) -> Iterator[Ranks]:
        """Yield the states a sentence can meet: all of them, or many drawn the same every time."""
        names = self._facts(sentence)
        domains = []
        for question, form in self.forms.items():
            own = [it for it in names if self.content.facts[it].question == question]
            if own:
                parents = {it for name in own for it in self.content.facts[name].follows}
                tops = {it.fact: it.top for it in form.fields if it.fact in parents | set(own)}
                domains += [[(name, at) for at in range(top + 1)] for name, top in tops.items()]
        size = 1
        for domain in domains:
            size *= len(domain)
        chance = Random(1)
        combinations: Iterator[Sequence[tuple[str, int]]] = (
            product(*domains)
            if size <= TRIES
            else ([chance.choice(it) for it in domains] for _ in range(TRIES))
        )
        for combination in combinations:
            yield self._ranks({name: rank for name, rank in combination if rank})

    def _ranks(self, known: Mapping[str, int]) -> Ranks:
        ranks: dict[str, int] = {}
        for form in self.forms.values():
            ranks |= form.known(known)
        return ranks

    def _fired(self, ranks: Ranks, sentence: Sentence | None = None) -> frozenset[str]:
        prefix = f"{sentence.id}/" if sentence else ""
        rules = self.partition.rules.items()
        return frozenset(id for id, when in rules if id.startswith(prefix) and holds(when, ranks))

    def _facts(self, sentence: Sentence) -> list[str]:
        """Return the facts a sentence reads, and those behind the derived facts it reads."""
        conditions = [it.when for it in sentence.say]
        for saying in sentence.say:
            for phrases in saying.slots.values():
                conditions += [it.when for it in phrases if it.when is not None]
        derived = self.content.derived
        return list(
            dict.fromkeys(
                fact
                for condition in conditions
                for name in facts_read(condition)
                for fact in (facts_read(derived[name].when) if name in derived else (name,))
            )
        )
