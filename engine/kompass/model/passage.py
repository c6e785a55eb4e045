"""Passages: what a report says about a criterion, sentence by sentence, chosen by the answers."""

from __future__ import annotations

from pydantic import Field

from kompass.model.base import Text, Value
from kompass.model.condition import Condition
from kompass.model.rule import SlotText


class Saying(Value):
    """One way to say a sentence, and when it is true."""

    id: str
    when: Condition
    text: Text
    slots: dict[str, tuple[SlotText, ...]] = {}


class Sentence(Value):
    """A sentence of a passage: the first of its sayings that is true; none, and it is left out.

    Attributes:
        paragraph: Whether it begins a new paragraph.
    """

    id: str
    paragraph: bool = False
    say: tuple[Saying, ...] = Field(min_length=1)


class Passages(Value):
    """All that reports say in whole sentences.

    Attributes:
        about: What each area is about.
        sentences: The sentences of each criterion, in the order they are said.
        sha256: Hash of it all in canonical form.
    """

    about: dict[str, Text] = {}
    sentences: dict[str, tuple[Sentence, ...]] = {}
    sha256: str = ""
