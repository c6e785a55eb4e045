"""Random contents and answers, for properties that must hold whatever authors and people write."""

from __future__ import annotations

from hypothesis import strategies as st

from kompass.inference.expression import Every, Expression, In, Never, Some
from kompass.inference.partition import Partition
from kompass.model.base import Text
from kompass.model.condition import All, AnyOf, Compare, Condition, Not
from kompass.model.content import Content
from kompass.model.framework import (
    AnswerSet,
    Area,
    Criterion,
    DerivedFact,
    Fact,
    FactKind,
    Framework,
    Question,
)
from kompass.model.recommendation import Effort, NextStep
from kompass.model.rule import FindingRule, ScoreCase, ScoreRule

SETS = {
    "status": ("ja", "delvis", "planlagt", "nei"),
    "omfang": ("alle", "de_fleste", "noen", "ingen"),
    "oppfolging": ("systematisk", "av_og_til", "aldri"),
}
DIMENSIONS = ("system", "extent", "result")
_SPLITS = {1: ((10,),), 2: ((6, 4), (7, 3), (5, 5)), 3: ((6, 3, 1), (4, 4, 2))}


def text(words: str) -> Text:
    return Text(nb=words, nn=words)


@st.composite
def conditions(draw: st.DrawFn, facts: dict[str, str], depth: int = 3) -> Condition:
    """Return a condition over facts, given the answer set of each."""
    kind = draw(st.sampled_from(("fact", "fact", "all", "any", "not") if depth else ("fact",)))
    if kind == "not":
        return Not(part=draw(conditions(facts, depth - 1)))
    if kind in ("all", "any"):
        parts = tuple(draw(st.lists(conditions(facts, depth - 1), min_size=1, max_size=3)))
        return All(parts=parts) if kind == "all" else AnyOf(parts=parts)
    fact = draw(st.sampled_from(sorted(facts)))
    values = SETS[facts[fact]]
    op = draw(st.sampled_from(("in", "in", "at_least", "at_most", "above", "below")))
    if op == "in":
        chosen = draw(st.lists(st.sampled_from(values), min_size=1, max_size=3, unique=True))
        return Compare(fact=fact, op="in", values=tuple(chosen))
    return Compare.model_validate(
        {"fact": fact, "op": op, "values": (draw(st.sampled_from(values)),)}
    )


@st.composite
def contents(draw: st.DrawFn, most_questions: int = 3) -> Content:
    """Return a content that keeps the rules for points, with any findings and steps at all.

    The first fact of a question is its practice; the others may follow it up. Points of each
    dimension are shared out over facts so that the best answers give exactly 10.
    """
    count = draw(st.integers(1, most_questions))
    questions, facts, derived = {}, {}, {}
    score: list[ScoreRule] = []
    findings: list[FindingRule] = []
    steps: dict[str, NextStep] = {}
    everything: dict[str, str] = {}
    for number in range(1, count + 1):
        id = f"1.1.{number}"
        names = [f"f{number}_{at}" for at in range(draw(st.integers(3, 5)))]
        local: dict[str, str] = {}
        for at, name in enumerate(names):
            answers = "status" if at == 0 else draw(st.sampled_from(sorted(SETS)))
            asked_when = draw(_asked_when(local)) if at else None
            kind: FactKind = "practice"
            facts[name] = Fact(
                id=name, question=id, kind=kind, asks=("hr",), answers=answers,
                asked_when=asked_when, text=text(name), counts_as={}, evidence=text("e"),
                not_relevant=text("n") if at == 0 and draw(st.booleans()) else None,
            )  # fmt: skip
            local[name] = answers
        everything |= local
        questions[id] = Question(
            id=id, criterion="1.1", text=text(id), why=text(id), facts=tuple(names)
        )
        for dimension in DIMENSIONS:
            chosen = draw(st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True))
            for fact, top in zip(chosen, draw(st.sampled_from(_SPLITS[len(chosen)])), strict=True):
                score.append(_score_rule(draw, id, dimension, fact, local[fact], top))
        for at in range(draw(st.integers(1, 4))):
            when = draw(conditions(local))
            findings.append(_finding(f"{id}.r{at}", id, when, draw))
        if draw(st.booleans()):
            name = f"d{number}"
            derived[name] = DerivedFact(id=name, question=id, when=draw(conditions(local)))
            findings.append(
                _finding(f"{id}.d", id, Compare(fact=name, op="in", values=("ja",)), draw)
            )
        for name in names:
            steps[f"s-{name}"] = NextStep(
                id=f"s-{name}", area="1", criterion="1.1", title=text("t"), finish=text("f"),
                why=text("w"), how=(text("a"), text("b"), text("c")),
                changes={name: SETS[local[name]][0]},
                requires=(f"s-{names[0]}",) if name != names[0] and draw(st.booleans()) else (),
                effort=Effort(
                    person_months=draw(st.sampled_from((0.5, 1, 2.5))),
                    months=draw(st.sampled_from((3, 6, 9, 14))),
                ),
                responsible=draw(st.sampled_from(("hr", "plan"))),
                decision=draw(st.sampled_from(("politisk", "administrativ"))),
                works_when=text("w"),
            )  # fmt: skip
    findings.append(_finding("cross.c", None, draw(conditions(everything)), draw))
    return Content(
        family="test", version="1", name=text("t"), notice=text("n"),
        dimensions={it: text(it) for it in DIMENSIONS},
        answer_sets={
            it: AnswerSet(
                id=it, values=values, planned="planlagt" if it == "status" else None,
                labels={}, meanings={},
            )
            for it, values in SETS.items()
        },
        roles={"hr": text("HR"), "plan": text("Plan")}, topics={"emne": ("1.1",)}, scales={}, perspectives={},
        areas=(Area(id="1", name=text("A"), perspective="A",
                    criteria=(Criterion(id="1.1", name=text("K"), max=100),)),),
        frameworks={"test": Framework(id="test", name=text("t"), announced_questions=count,
                                      questions={"1.1": tuple(questions)})},
        questions=questions, facts=facts, derived=derived, score_rules=tuple(score),
        finding_rules=tuple(findings), steps=steps,
    )  # fmt: skip


@st.composite
def _asked_when(draw: st.DrawFn, earlier: dict[str, str]) -> Condition | None:
    """Return a condition that a better answer never makes false and the worst never makes true."""
    if draw(st.booleans()):
        return None
    chosen = draw(st.lists(st.sampled_from(sorted(earlier)), min_size=1, max_size=2, unique=True))
    parts = tuple(
        Compare(fact=it, op="at_least", values=(draw(st.sampled_from(SETS[earlier[it]][:-1])),))
        for it in chosen
    )
    if len(parts) == 1:
        return parts[0]
    return All(parts=parts) if draw(st.booleans()) else AnyOf(parts=parts)


def _score_rule(
    draw: st.DrawFn, question: str, dimension: str, fact: str, answers: str, top: int
) -> ScoreRule:
    """Return a rule whose best value gives ``top`` and whose worst gives nothing."""
    values = SETS[answers]
    lower = sorted(draw(st.lists(st.integers(0, top), min_size=len(values) - 2,
                                 max_size=len(values) - 2)), reverse=True)  # fmt: skip
    id = f"{question}.{dimension}.{fact}"
    return ScoreRule(
        id=id, question=question, dimension=dimension,
        cases=tuple(
            ScoreCase(id=f"{id}={value}", when=Compare(fact=fact, op="in", values=(value,)),
                      points=points, reason=text(value))
            for value, points in zip(values, (top, *lower), strict=False)
            if points
        ),
    )  # fmt: skip


def _finding(id: str, question: str | None, when: Condition, draw: st.DrawFn) -> FindingRule:
    kind = draw(st.sampled_from(("strength", "challenge", "weakness")))
    return FindingRule(
        id=id, area="1", criterion="1.1", question=question, kind=kind, topic="emne", when=when,
        text=text(id),
    )  # fmt: skip


@st.composite
def stated(draw: st.DrawFn, content: Content, complete: bool = False) -> dict[str, int]:
    """Return the rank of every fact somebody has answered; all facts when ``complete``."""
    answers = {}
    for name in content.facts:
        if complete or draw(st.booleans()):
            answers[name] = draw(st.integers(1, content.answer_set(name).top))
    return answers


@st.composite
def partitions(draw: st.DrawFn) -> tuple[Partition, dict[str, int]]:
    """Return any partition of rules over several questions, with the top of each property."""
    homes = [f"q{at}" for at in range(draw(st.integers(1, 4)))]
    count = draw(st.integers(1, 12))
    tops = {f"f{at}": draw(st.sampled_from((2, 3, 4, 10))) for at in range(count)}
    rules = {f"r{at}": draw(_expressions(tops, 3)) for at in range(draw(st.integers(1, 25)))}
    home = {name: draw(st.sampled_from(homes)) for name in tops}
    return Partition("random", rules, home), tops


@st.composite
def _expressions(draw: st.DrawFn, tops: dict[str, int], depth: int) -> Expression:
    kind = draw(st.sampled_from(("in", "in", "every", "some", "never") if depth else ("in",)))
    if kind == "never":
        return Never(draw(_expressions(tops, depth - 1)))
    if kind in ("every", "some"):
        parts = tuple(draw(st.lists(_expressions(tops, depth - 1), min_size=0, max_size=3)))
        return Every(parts) if kind == "every" else Some(parts)
    name = draw(st.sampled_from(sorted(tops)))
    ranks = draw(st.frozensets(st.integers(0, tops[name])))
    same_top = [it for it in sorted(tops) if tops[it] == tops[name] and it != name]
    more = draw(st.lists(st.sampled_from(same_top), max_size=1)) if same_top else []
    return In((name, *more), ranks, tops[name])
