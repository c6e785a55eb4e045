"""The invariants of content: what must hold whatever a municipality answers.

`kompass.content` refuses content that cannot be read. This refuses content that can be read and
is still wrong: points that do not add up, rules that cannot fire, findings that contradict each
other, facts without a step. Everything is found at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from kompass.assessment.form import WORST, Form, make_form
from kompass.assessment.instrument import Instrument
from kompass.authoring.states import BANDS, complete_states, profile, stated
from kompass.authoring.steps import step_faults
from kompass.authoring.texts import text_faults, texts
from kompass.errors import Fault, RuleTooLargeError
from kompass.inference.durable import compile_partition
from kompass.inference.expression import Expression, Ranks, holds, lower, rating_properties
from kompass.inference.normal_form import Conjunct, normal_form
from kompass.inference.partition import Partition, ReferenceEvaluator
from kompass.model.condition import CompareRating, facts_read, leaves
from kompass.model.content import MAX_RATING, Content
from kompass.model.framework import NOT_ASKED, UNKNOWN, Question
from kompass.model.rule import FindingRule

Places = Mapping[str, tuple[str, int]]

MAX_FACTS = 7
MIN_FACTS = 3
MAX_CORE = 2


def check(content: Content, places: Places) -> list[Fault]:
    """Return everything that is wrong with content that can be read.

    Args:
        content: The content.
        places: The file and line where each id is declared.
    """
    return sorted(set(_Checker(content, places).run()))


class _Checker:
    def __init__(self, content: Content, places: Places) -> None:
        self.content = content
        self.places = places
        newest = next(iter(content.frameworks))
        self.instrument = Instrument(content, newest, ReferenceEvaluator())

    def run(self) -> Iterator[Fault]:
        yield from self._framework()
        for question in self.content.questions.values():
            yield from self._shape(question)
            yield from self._asked_when(question)
            yield from self._scores(question)
            yield from self._bands(question)
            yield from self._findings(question)
            yield from self._limits(question.id)
        yield from self._topics()
        yield from self._limits(None)
        yield from step_faults(self.content, self.places)
        yield from text_faults(self.content, texts(self.content), self.places)

    def fault(self, id: str, text: str) -> Fault:
        file, line = self.places.get(id, ("framework.yaml", 0))
        return Fault(file, line, text)

    def _framework(self) -> Iterator[Fault]:
        for area in self.content.areas:
            total = sum(it.max for it in area.criteria)
            if total != 100:
                yield self.fault(
                    area.id, f"kriteriene på område {area.id} er til sammen {total}, ikke 100"
                )
        asked = {it for framework in self.content.frameworks.values() for it in framework.asked}
        for question in self.content.questions:
            if question not in asked:
                yield self.fault(question, f"ingen versjon stiller spørsmål {question}")
            if not self.content.score_rules_of[question]:
                yield self.fault(question, f"spørsmål {question} har ingen poengregler")

    def _shape(self, question: Question) -> Iterator[Fault]:
        count = len(question.facts)
        if not MIN_FACTS <= count <= MAX_FACTS:
            yield self.fault(
                question.id,
                f"{question.id} har {count} fakta; det skal være {MIN_FACTS} til {MAX_FACTS}",
            )
        core = sum(self.content.facts[fact].core for fact in question.facts)
        if not 1 <= core <= MAX_CORE:
            yield self.fault(
                question.id,
                f"{question.id} har {core} kjernefakta; det skal være 1 eller {MAX_CORE}",
            )
        read = {
            fact
            for rule in self.content.score_rules_of[question.id]
            for case in rule.cases
            for fact in facts_read(case.when)
        }
        derived = {it.id: facts_read(it.when) for it in self.content.derived_of[question.id]}
        read |= {fact for name in read & set(derived) for fact in derived[name]}
        for at, name in enumerate(question.facts):
            fact = self.content.facts[name]
            if name not in read:
                yield self.fault(name, f"ingen poengregel leser {name}")
            if fact.not_relevant is not None and at > 0:
                yield self.fault(
                    name, f"not_relevant hører til det første faktumet i spørsmålet, ikke {name}"
                )
            unexplained = [
                value
                for value in self.content.answer_set(name).values[:2]
                if fact.answers == "status" and value not in fact.counts_as
            ]
            if unexplained:
                yield self.fault(
                    name, f"{name} sier ikke hva som teller som {' og '.join(unexplained)}"
                )

    def _asked_when(self, question: Question) -> Iterator[Fault]:
        """A better answer must never make a follow-up that is asked, not asked.

        Nor may a follow-up be asked while everything it follows up stands at its worst: then not
        knowing would cost points that the worst answer gives.
        """
        form = form_of(self.instrument, question.id)
        tops = {field.fact: field.top for field in form.fields}
        for field in form.fields:
            if field.asked_when is None:
                continue
            names = self.content.facts[field.fact].follows
            for ranks in _grid({name: range(NOT_ASKED, tops[name] + 1) for name in names}):
                if not holds(field.asked_when, ranks):
                    continue
                for name in names:
                    higher = {**ranks, name: ranks[name] + 1}
                    if ranks[name] < tops[name] and not holds(field.asked_when, higher):
                        yield self.fault(
                            field.fact,
                            f"{field.fact} faller bort når {name} blir bedre; snu asked_when",
                        )
            for ranks in _grid({name: range(UNKNOWN, tops[name] + 1) for name in names}):
                worst = {name: WORST if rank == UNKNOWN else rank for name, rank in ranks.items()}
                if holds(field.asked_when, worst) and not holds(field.asked_when, ranks):
                    yield self.fault(
                        field.fact,
                        f"{field.fact} spørres det om selv når det følger opp noe som er på sitt "
                        "dårligste; krev mer i asked_when",
                    )
                    break

    def _scores(self, question: Question) -> Iterator[Fault]:
        form = form_of(self.instrument, question.id)
        best, worst = form.best({}), form.worst({})
        ratings = {
            name: self._rate(question.id, ranks)
            for name, ranks in (("best", best), ("worst", worst))
        }
        for dimension in self.content.dimensions:
            top = ratings["best"][dimension]
            if top != MAX_RATING:
                yield self.fault(
                    f"rules for {question.id}",
                    f"{question.id}: beste svar gir {top} i {dimension}; det skal gi {MAX_RATING}",
                )
            if ratings["worst"][dimension] != 0:
                yield self.fault(
                    f"rules for {question.id}",
                    f"{question.id}: dårligste svar gir poeng i {dimension}; det skal gi 0",
                )
        tops = {field.fact: field.top for field in form.fields}
        for rule in self.content.score_rules_of[question.id]:
            yield from self._score_rule(
                rule.id,
                [(lower(it.when, self.content), it.points) for it in rule.cases],
                {fact for it in rule.cases for fact in facts_read(it.when)},
                tops,
            )

    def _rate(self, question: str, ranks: Ranks) -> dict[str, int]:
        """Return the sums before they are clamped to the range of a rating."""
        expressions = self.instrument.score_partition(question).rules
        totals = dict.fromkeys(self.content.dimensions, 0)
        for rule in self.content.score_rules_of[question]:
            for case in rule.cases:
                if holds(expressions[case.id], ranks):
                    totals[rule.dimension] += case.points
        return totals

    def _score_rule(
        self, id: str, cases: list[tuple[Expression, int]], facts: set[str], tops: dict[str, int]
    ) -> Iterator[Fault]:
        """A rule must not punish a better answer, nor reward a plan or what nobody has said."""

        def give(ranks: Ranks) -> int:
            return sum(points for when, points in cases if holds(when, ranks))

        tops = {name: tops.get(name, 2) for name in facts}
        for ranks in _grid({name: range(UNKNOWN, top + 1) for name, top in tops.items()}):
            given = give(ranks)
            for name in facts:
                if ranks[name] == UNKNOWN and give({**ranks, name: WORST}) != given:
                    yield self.fault(
                        id, f"{id} gir noe annet når {name} er ukjent enn når svaret er dårligst"
                    )
                elif (
                    WORST <= ranks[name] < tops[name]
                    and give({**ranks, name: ranks[name] + 1}) < given
                ):
                    yield self.fault(id, f"{id} gir mindre når {name} blir bedre")
                if ranks[name] == self._planned(name) and give({**ranks, name: WORST}) != given:
                    yield self.fault(id, f"{id} gir poeng for noe som bare er planlagt ({name})")
        for when, _ in cases:
            if not normal_form(when):
                yield self.fault(id, f"{id} kan aldri slå til")

    def _planned(self, name: str) -> int | None:
        """Return the rank that means planned, for facts that have one."""
        if name not in self.content.facts:
            return None
        answer_set = self.content.answer_set(name)
        return None if answer_set.planned is None else answer_set.rank(answer_set.planned)

    def _bands(self, question: Question) -> Iterator[Fault]:
        for name, (low, high) in BANDS.items():
            share = profile_share(self.instrument, question.id, name)
            inside = low <= share <= high
            if name in question.bands:
                if inside:
                    yield self.fault(
                        f"rules for {question.id}",
                        f"{question.id} har unntak for {name}, men trenger det ikke",
                    )
            elif not inside:
                yield self.fault(
                    f"rules for {question.id}",
                    f"{question.id}: profilen {name} gir {share:.0f} %, ikke {low}–{high} %. "
                    f"Endre skalaene, eller si hvorfor i bands",
                )

    def _findings(self, question: Question) -> Iterator[Fault]:
        rules = self.content.finding_rules_of[question.id]
        lowered = {rule.id: lower(rule.when, self.content) for rule in rules}
        rated = any(isinstance(leaf, CompareRating) for rule in rules for leaf in leaves(rule.when))
        read = None if rated else {fact for rule in rules for fact in facts_read(rule.when)}
        form = form_of(self.instrument, question.id)
        seen: set[str] = set()
        unseen: set[str] = set()
        clashes: dict[tuple[str, str], Ranks] = {}
        silent: Ranks | None = None
        for state in complete_states(form, read):
            ranks = self._with_ratings(question.id, state) if rated else state
            fired = [rule for rule in rules if holds(lowered[rule.id], ranks)]
            ids = {rule.id for rule in fired}
            seen |= ids
            unseen |= set(lowered) - ids
            silent = silent or (None if fired else state)
            for at, one in enumerate(fired):
                for other in fired[at + 1 :]:
                    if one.topic == other.topic:
                        clashes.setdefault((one.id, other.id), state)
        if silent is not None:
            yield self.fault(
                f"rules for {question.id}",
                f"{question.id} gir ingen funn når {self._words(silent)}",
            )
        for (first, second), state in clashes.items():
            yield self.fault(
                second,
                f"{first} og {second} slår til sammen om samme emne når {self._words(state)}",
            )
        for rule in rules:
            if rule.id not in seen:
                yield self.fault(rule.id, f"{rule.id} kan aldri slå til")
            elif rule.id not in unseen:
                yield self.fault(rule.id, f"{rule.id} slår alltid til")
            yield from self._slots(rule, lowered[rule.id])

    def _with_ratings(self, question: str, state: Ranks) -> Ranks:
        ranks = dict(state)
        for dimension, total in self._rate(question, state).items():
            for name in rating_properties(question, dimension):
                ranks[name] = min(MAX_RATING, total)
        return ranks

    def _slots(self, rule: FindingRule, when: Expression) -> Iterator[Fault]:
        """A slot may be empty only where the text reads well without it."""
        for name, phrases in rule.slots.items():
            if any(it.when is None for it in phrases):
                continue
            conditions = [lower(it.when, self.content) for it in phrases if it.when is not None]
            for number, condition in enumerate(conditions):
                if not _can_meet(when, condition):
                    yield self.fault(
                        rule.id, f"{rule.id}: uttrykk {number + 1} i {name} kan aldri brukes"
                    )
            if all(it.text.nb[:1] in " ,;:–(" for it in phrases):
                continue
            read = {fact for it in phrases for fact in facts_read(it.when)} | set(
                facts_read(rule.when)
            )
            tops = {
                fact: self.content.answer_set(fact).top
                for fact in read
                if fact in self.content.facts
            }
            if len(tops) < len(read):
                continue
            for ranks in _grid({fact: range(UNKNOWN, top + 1) for fact, top in tops.items()}):
                if (
                    self._possible(ranks)
                    and holds(when, ranks)
                    and not any(holds(it, ranks) for it in conditions)
                ):
                    yield self.fault(
                        rule.id, f"{rule.id}: {name} blir tom når {self._words(ranks)}"
                    )
                    break

    def _possible(self, ranks: Ranks) -> bool:
        """Tell whether ranks agree with what is asked, as far as the facts at hand decide it."""
        for name, rank in ranks.items():
            asked_when = self.content.facts[name].asked_when
            if asked_when is None:
                if rank == NOT_ASKED:
                    return False
                continue
            if not set(facts_read(asked_when)) <= set(ranks):
                continue
            lowered = lower(asked_when, self.content)
            asked = holds(lowered, ranks)
            excluded = holds(lowered, ranks, wanted=False)
            if (rank == NOT_ASKED) != excluded or (rank > NOT_ASKED and not asked):
                return False
        return True

    def _topics(self) -> Iterator[Fault]:
        """Within a criterion a topic is never a strength and a weakness at once."""
        kinds: dict[tuple[str, str, str | None], set[str]] = {}
        for rule in self.content.finding_rules:
            kinds.setdefault((rule.criterion, rule.topic, rule.question), set()).add(rule.kind)
        for (criterion, topic, question), mine in kinds.items():
            for (other_criterion, other_topic, other), theirs in kinds.items():
                if (
                    (criterion, topic) != (other_criterion, other_topic)
                    or question is None
                    or other is None
                ):
                    continue
                if question < other and (
                    ("strength" in mine and "weakness" in theirs)
                    or ("weakness" in mine and "strength" in theirs)
                ):
                    yield self.fault(
                        f"rules for {other}",
                        f"{topic} kan bli både styrke og svakhet: {question} og {other} deler det",
                    )
        yield from self._cross_topics()

    def _cross_topics(self) -> Iterator[Fault]:
        cross = self.content.finding_rules_of[None]
        for rule in cross:
            when = lower(rule.when, self.content)
            if not normal_form(when):
                yield self.fault(rule.id, f"{rule.id} kan aldri slå til")
            for other in self.content.finding_rules:
                if other.id == rule.id or (other.criterion, other.topic) != (
                    rule.criterion,
                    rule.topic,
                ):
                    continue
                if {rule.kind, other.kind} == {"strength", "weakness"} and _can_meet(
                    when, lower(other.when, self.content)
                ):
                    yield self.fault(
                        rule.id, f"{rule.id} og {other.id} kan motsi hverandre om {rule.topic}"
                    )

    def _limits(self, question: str | None) -> Iterator[Fault]:
        """Content must fit the rule engine."""
        partitions: list[Partition] = [self.instrument.finding_partition(question)]
        if question is not None:
            partitions.append(self.instrument.score_partition(question))
        for partition in partitions:
            try:
                compile_partition(partition)
            except RuleTooLargeError as problem:
                yield self.fault(f"rules for {question}", str(problem))

    def _words(self, ranks: Ranks) -> str:
        parts = []
        for name, rank in ranks.items():
            if name not in self.content.facts:
                continue
            if rank == UNKNOWN:
                parts.append(f"{name} er ukjent")
            elif rank > NOT_ASKED:
                parts.append(f"{name} = {self.content.answer_set(name).value(rank)}")
        return ", ".join(parts)


def form_of(instrument: Instrument, question: str) -> Form:
    """Return the form of any question, also one that the instrument's version does not ask."""
    return instrument.forms.get(question) or make_form(instrument.content, question)


def profile_share(instrument: Instrument, question: str, name: str) -> float:
    """Return what a profile gives of a question, in percent."""
    content = instrument.content
    form = form_of(instrument, question)
    ranks = form.known(stated(content, profile(content, question, name)))
    rules = instrument.score_partition(question).rules
    fired = frozenset(id for id, when in rules.items() if holds(when, ranks))
    ratings = instrument.rate(question, fired)
    return 100 * sum(ratings.values()) / (MAX_RATING * len(content.dimensions))


def _grid(domains: Mapping[str, Iterable[int]]) -> Iterator[dict[str, int]]:
    names = list(domains)
    for values in product(*(domains[name] for name in names)):
        yield dict(zip(names, values, strict=True))


def _can_meet(one: Expression, other: Expression) -> bool:
    """Tell whether both can hold at once, as far as each property alone decides it."""
    return any(_compatible(a, b) for a in normal_form(one) for b in normal_form(other))


def _compatible(one: Conjunct, other: Conjunct) -> bool:
    mine = dict(one.ranks)
    return all(mine[name] & ranks for name, ranks in other.ranks if name in mine)
