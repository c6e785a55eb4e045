"""What reports say of a criterion: true, well-formed, and the same whoever evaluates it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import stated

from kompass.assessment.instrument import Instrument
from kompass.assessment.passages import tell
from kompass.assessment.sheet import Sheet
from kompass.assessment.standing import Standing, Tally
from kompass.authoring.samples import municipalities
from kompass.content.passages import load_passages
from kompass.inference.partition import Evaluator, ReferenceEvaluator
from kompass.model.base import LANGUAGES, Text
from kompass.model.condition import All, AnyOf, Compare, CompareRating, Condition, Not
from kompass.model.content import Content
from kompass.model.framework import UNKNOWN
from kompass.model.passage import Passages, Saying, Sentence

ROOT = Path(__file__).parents[2]
REFERENCE = ReferenceEvaluator()
MARK = re.compile(r"(nb|nn)⟨([^⟩]+)⟩")
ODD = re.compile(r"[{}]|  |\s[,.;:]|,\.|\.\.|[.?] [a-zæøå]|^[^A-ZÆØÅ«]|[^.]$")
"""A slot left open, spaces and signs gone wrong, and sentences that begin or end wrongly."""


@pytest.fixture(scope="module")
def passages(real: Content) -> Passages:
    return load_passages(ROOT, real)


@pytest.fixture(scope="module")
def instruments(real: Content) -> list[Instrument]:
    return [Instrument(real, id, REFERENCE) for id in real.frameworks]


@pytest.fixture(scope="module")
def marked(passages: Passages) -> Passages:
    """The passages with ids where the texts stood: telling them tells which are said."""

    def mark(id: str, slots: str = "") -> Text:
        return Text(nb=f"nb⟨{id}⟩{slots}", nn=f"nn⟨{id}⟩{slots}")

    def saying(it: Saying) -> Saying:
        phrases = {
            name: tuple(one.model_copy(update={"text": mark(one.id)}) for one in own)
            for name, own in it.slots.items()
        }
        open_slots = "".join(f"{{{name}}}" for name in it.slots)
        return it.model_copy(update={"text": mark(it.id, open_slots), "slots": phrases})

    def sentence(it: Sentence) -> Sentence:
        return it.model_copy(update={"say": tuple(map(saying, it.say))})

    return passages.model_copy(
        update={
            "sentences": {
                criterion: tuple(map(sentence, own))
                for criterion, own in passages.sentences.items()
            }
        }
    )


@st.composite
def standings(draw: st.DrawFn, instruments: list[Instrument]) -> Standing:
    """Return a standing on any answers at all, or on those of a municipality there could be."""
    instrument = draw(st.sampled_from(instruments))
    if draw(st.booleans()):
        [whole] = municipalities(instrument, 1, draw(st.integers(0, 10_000)))
        answers = dict(whole)
    else:
        answers = draw(stated(instrument.content))
    return standing(
        instrument,
        answers,
        set(draw(st.sets(st.sampled_from(sorted(instrument.forms)), max_size=5))),
    )


def standing(
    instrument: Instrument, answers: Mapping[str, int], aside: set[str] | None = None
) -> Standing:
    return Standing(instrument, Sheet(answers, frozenset(), dict.fromkeys(aside or (), "x"), {}))


def true(condition: Condition, place: Standing, wanted: bool = True) -> bool:
    """Tell whether a condition is known to be so (or not so), straight from what authors write."""
    match condition:
        case All(parts=parts):
            return (all if wanted else any)(true(it, place, wanted) for it in parts)
        case AnyOf(parts=parts):
            return (any if wanted else all)(true(it, place, wanted) for it in parts)
        case Not(part=part):
            return true(part, place, not wanted)
        case CompareRating():
            raise AssertionError("passages do not read ratings")
        case Compare(fact=fact, op=op, values=values):
            content = place.instrument.content
            rank = rank_of(place, fact)
            if rank == UNKNOWN:
                return False
            given = [content.answer_set(fact).rank(it) for it in values]
            answer = {
                "in": rank in given,
                "at_least": rank >= given[0],
                "at_most": rank <= given[0],
                "above": rank > given[0],
                "below": rank < given[0],
            }[op]
            return answer is wanted


def rank_of(place: Standing, fact: str) -> int:
    question = place.questions.get(place.instrument.content.facts[fact].question)
    return question.known[fact] if question and question.relevant else UNKNOWN


def expected(passages: Passages, place: Standing) -> Iterator[str]:
    """Yield the id of everything that should be said, in order."""
    for sentences in passages.sentences.values():
        for sentence in sentences:
            for saying in sentence.say:
                if true(saying.when, place):
                    yield saying.id
                    for phrases in saying.slots.values():
                        chosen = [it.id for it in phrases if it.when and true(it.when, place)]
                        yield from chosen or [it.id for it in phrases if it.when is None]
                    break


@settings(max_examples=15)
@given(st.data())
def test_what_is_said_is_true_and_what_is_true_is_said(
    instruments: list[Instrument], marked: Passages, data: st.DataObject
) -> None:
    place = data.draw(standings(instruments))
    wanted = list(expected(marked, place))
    for lang in LANGUAGES:
        said = [
            mark
            for paragraphs in tell(place, marked, lang).values()
            for paragraph in paragraphs
            for mark in MARK.findall(paragraph)
        ]
        assert said == [(lang, id) for id in wanted]


@settings(max_examples=25)
@given(st.data())
def test_passages_read_as_sentences_in_both_languages(
    instruments: list[Instrument], passages: Passages, data: st.DataObject
) -> None:
    place = data.draw(standings(instruments))
    told = {lang: tell(place, passages, lang) for lang in LANGUAGES}
    for lang in LANGUAGES:
        assert [
            f"{lang} {criterion}: {paragraph}"
            for criterion, paragraphs in told[lang].items()
            for paragraph in paragraphs
            if ODD.search(paragraph)
        ] == []
    assert {it: len(own) for it, own in told["nb"].items()} == {
        it: len(own) for it, own in told["nn"].items()
    }


@pytest.mark.parametrize(
    "text",
    [
        "Har {x}.",
        "To  mellomrom.",
        "Rom , her.",
        "Slutt,.",
        "Slutt..",
        "En. to.",
        "liten.",
        "Slutt",
    ],
)
def test_what_is_odd_is_found(text: str) -> None:
    assert ODD.search(text)
    assert not ODD.search("Alt er bra. Også dette: 1 400 saker, og «mer» til.")


def test_nothing_is_said_where_nothing_is_known(
    instruments: list[Instrument], passages: Passages
) -> None:
    for instrument in instruments:
        told = tell(standing(instrument, {}), passages, "nb")
        assert set(told) == set(passages.sentences)
        assert not any(told.values())


def test_something_is_said_of_every_criterion_where_everything_is_known(
    instruments: list[Instrument], passages: Passages
) -> None:
    for instrument in instruments:
        content = instrument.content
        asked = {content.questions[it].criterion for it in instrument.forms}
        for rank in (1, 2, 99):
            ranks = {it: min(rank, content.answer_set(it).top) for it in content.facts}
            told = tell(standing(instrument, ranks), passages, "nn")
            assert {it for it, paragraphs in told.items() if paragraphs} == asked


@settings(max_examples=10)
@given(st.data())
def test_a_passage_of_one_criterion_says_the_same_whatever_is_known_of_others(
    instruments: list[Instrument], passages: Passages, data: st.DataObject
) -> None:
    place = data.draw(standings(instruments))
    content = place.instrument.content
    criterion = data.draw(st.sampled_from(sorted(passages.sentences)))
    own = {
        name: rank
        for name, rank in place.sheet.stated.items()
        if content.questions[content.facts[name].question].criterion == criterion
    }
    alone = standing(place.instrument, own, set(place.sheet.not_relevant))
    whole, part = (tell(it, passages, "nb")[criterion] for it in (place, alone))
    assert whole == part


@settings(max_examples=10)
@given(st.data())
def test_telling_moves_no_points(
    instruments: list[Instrument], passages: Passages, data: st.DataObject
) -> None:
    place = data.draw(standings(instruments))
    before = tallies(place)
    instrument = Instrument(place.instrument.content, place.instrument.framework.id, REFERENCE)
    other = Standing(instrument, place.sheet)
    tell(other, passages, "nb")
    assert tallies(other) == before
    assert tallies(Standing(instrument, place.sheet)) == before


def tallies(place: Standing) -> list[Tally]:
    return [it.tally for it in place.questions.values()]


def agree(real: Content, passages: Passages, durable: Evaluator, times: int) -> int:
    """Tell random municipalities with both evaluators; return how many paragraphs they were."""
    chance, paragraphs = Random(7), 0
    framework = max(real.frameworks.values(), key=lambda it: len(it.asked)).id
    instrument, other = (Instrument(real, framework, it) for it in (REFERENCE, durable))
    for ranks in municipalities(instrument, times, seed=7):
        answers = {name: rank for name, rank in ranks.items() if chance.random() < 0.8}
        told = tell(standing(instrument, answers), passages, "nb")
        assert tell(standing(other, answers), passages, "nb") == told
        paragraphs += sum(map(len, told.values()))
    return paragraphs


def test_both_evaluators_tell_the_same(
    real: Content, passages: Passages, durable: Evaluator
) -> None:
    assert agree(real, passages, durable, 3) > 100


@pytest.mark.slow
def test_both_evaluators_tell_the_same_at_length(
    real: Content, passages: Passages, durable: Evaluator
) -> None:
    assert agree(real, passages, durable, 100) > 4_000
