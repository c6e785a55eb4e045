"""Passages: the first saying that is true, its slots filled, and silence about what is unknown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from kompass.assessment.instrument import Instrument
from kompass.assessment.passages import tell
from kompass.assessment.sheet import Sheet
from kompass.assessment.standing import Standing
from kompass.content.loader import load
from kompass.inference.partition import ReferenceEvaluator
from kompass.model.base import Lang, Text
from kompass.model.condition import Compare, Condition, Not
from kompass.model.content import Content
from kompass.model.passage import Passages, Saying, Sentence
from kompass.model.rule import SlotText

BASE = Path(__file__).parents[2] / "content" / "base"
PRACTICE, EXTENT = "kommunikasjonsarbeid_satt_i_system", "kommunikasjonsarbeid_utbredelse"
STRATEGY, PROFILE = "har_kommunikasjonsstrategi", "har_grafisk_profil"


@pytest.fixture(scope="module")
def content() -> Content:
    return load(BASE)


def fact(name: str, *values: str) -> Compare:
    return Compare(fact=name, op="in", values=values)


def both(words: str) -> Text:
    return Text(nb=words, nn=f"{words} (nn)")


def say(id: str, when: Condition, words: str, **slots: tuple[SlotText, ...]) -> Saying:
    return Saying(id=id, when=when, text=both(words), slots=slots)


def sentence(id: str, *say: Saying, paragraph: bool = False) -> Sentence:
    return Sentence(id=id, paragraph=paragraph, say=say)


def phrase(id: str, when: Condition | None, words: str) -> SlotText:
    return SlotText(id=id, when=when, text=Text(nb=words, nn=words))


def told(
    content: Content,
    answers: Mapping[str, str],
    *sentences: Sentence,
    lang: Lang = "nb",
    aside: Sequence[str] = (),
) -> tuple[str, ...]:
    ranks = {name: content.answer_set(name).rank(value) for name, value in answers.items()}
    sheet = Sheet(ranks, frozenset(), dict.fromkeys(aside, "x"), {})
    standing = Standing(Instrument(content, "prove-1", ReferenceEvaluator()), sheet)
    return tell(standing, Passages(sentences={"1.1": sentences}), lang)["1.1"]


YES = sentence("yes", say("yes/0", fact(STRATEGY, "ja"), "Strategien gjelder."))
NO = sentence("no", say("no/0", fact(PROFILE, "nei"), "Profilen mangler."))


def test_the_first_saying_that_is_true_is_said(content: Content) -> None:
    one = sentence(
        "one",
        say("one/0", fact(STRATEGY, "ja"), "Best."),
        say("one/1", fact(STRATEGY, "ja", "delvis"), "Nest best."),
        say("one/2", fact(STRATEGY, "nei"), "Verst."),
    )
    assert told(content, {STRATEGY: "ja"}, one) == ("Best.",)
    assert told(content, {STRATEGY: "delvis"}, one) == ("Nest best.",)
    assert told(content, {STRATEGY: "nei"}, one) == ("Verst.",)
    assert told(content, {STRATEGY: "planlagt"}, one) == ()


def test_nothing_is_said_of_what_is_unknown_nor_of_its_opposite(content: Content) -> None:
    isnt = Not(part=fact(STRATEGY, "ja"))
    no = sentence("a", say("a/0", isnt, "Ikke ja."))
    assert told(content, {}, YES, no) == ()
    assert told(content, {STRATEGY: "delvis"}, YES, no) == ("Ikke ja.",)


def test_sentences_keep_their_order_and_leave_no_gap(content: Content) -> None:
    known = {STRATEGY: "ja", PROFILE: "nei"}
    assert told(content, known, YES, NO) == ("Strategien gjelder. Profilen mangler.",)
    assert told(content, known, NO, YES) == ("Profilen mangler. Strategien gjelder.",)
    silent = sentence("s", say("s/0", fact(STRATEGY, "nei"), "Ingen strategi."))
    assert told(content, known, YES, silent, NO) == ("Strategien gjelder. Profilen mangler.",)


def test_a_new_paragraph_begins_where_there_is_something_before_and_after(content: Content) -> None:
    new = sentence("new", say("new/0", fact(PROFILE, "nei"), "Profilen mangler."), paragraph=True)
    known = {STRATEGY: "ja", PROFILE: "nei"}
    assert told(content, known, YES, new) == ("Strategien gjelder.", "Profilen mangler.")
    assert told(content, {STRATEGY: "ja"}, YES, new) == ("Strategien gjelder.",)
    assert told(content, {PROFILE: "nei"}, YES, new) == ("Profilen mangler.",)


def test_what_follows_a_paragraph_mark_stays_after_it_when_that_sentence_is_left_out(
    content: Content,
) -> None:
    mark = sentence("m", say("m/0", fact(STRATEGY, "nei"), "Ingen strategi."), paragraph=True)
    assert told(content, {STRATEGY: "ja", PROFILE: "nei"}, YES, mark, NO) == (
        "Strategien gjelder.",
        "Profilen mangler.",
    )


def test_slots_are_joined_emptied_or_given_their_default(content: Content) -> None:
    phrases = (
        phrase("s/0", fact(STRATEGY, "ja"), "en strategi"),
        phrase("s/1", fact(PROFILE, "ja"), "en profil"),
        phrase("s/2", fact(PRACTICE, "ja"), "en praksis"),
    )
    default = (*phrases, phrase("s/3", None, "noe annet"))
    filled, otherwise = (
        sentence("f", say("f/0", fact(PRACTICE, "ja", "nei"), "Har {hva}{x}.", hva=it, x=()))
        for it in (phrases, default)
    )
    whole = {STRATEGY: "ja", PROFILE: "ja", PRACTICE: "ja"}
    assert told(content, whole, filled) == ("Har en strategi, en profil og en praksis.",)
    assert told(content, {**whole, PROFILE: "nei"}, filled) == ("Har en strategi og en praksis.",)
    assert told(content, whole, otherwise) == ("Har en strategi, en profil og en praksis.",)
    assert told(content, {PRACTICE: "nei"}, otherwise) == ("Har noe annet.",)
    assert told(content, {PRACTICE: "nei"}, filled) == ("Har .",)  # content check refuses it


def test_the_language_is_the_one_asked_for(content: Content) -> None:
    assert told(content, {STRATEGY: "ja"}, YES, lang="nn") == ("Strategien gjelder. (nn)",)


def test_a_question_set_aside_or_not_asked_is_unknown(content: Content) -> None:
    assert told(content, {STRATEGY: "ja"}, YES, aside=["1.1.2"]) == ()
    nothing = content.frameworks["prove-1"].model_copy(update={"questions": {"1.1": ()}})
    other = content.model_copy(update={"frameworks": {"prove-1": nothing}})
    assert told(other, {STRATEGY: "ja"}, YES) == ()


def test_a_follow_up_that_is_not_asked_is_not_told(content: Content) -> None:
    spread = sentence("e", say("e/0", fact(EXTENT, "alle"), "Alle gjør det."))
    assert told(content, {PRACTICE: "ja", EXTENT: "alle"}, spread) == ("Alle gjør det.",)
    assert told(content, {PRACTICE: "nei", EXTENT: "alle"}, spread) == ()
    assert told(content, {EXTENT: "alle"}, spread) == ()
