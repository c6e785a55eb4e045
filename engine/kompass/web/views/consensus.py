"""What people answered, side by side, and what they agree on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.responses import Response

from kompass.model.framework import DONT_KNOW
from kompass.storage.errors import NotFoundError
from kompass.web.agreement import Decision, label, settle, unsettled
from kompass.web.ask import Ask, RefusalError
from kompass.web.fact_view import proof_words, value_words
from kompass.web.live import Live
from kompass.web.rounds import Round, all_opinions, rounds_of
from kompass.web.spread import Spread, spreads


@dataclass(frozen=True)
class Count:
    """How many gave an answer, and who, where names are asked for."""

    label: str
    count: int
    who: str


@dataclass(frozen=True)
class FactAnswers:
    """The answers to one fact, as a page shows them.

    Attributes:
        spread: The measures.
        text: The fact.
        counts: Every value with how many gave it.
        notes: What people wrote, each with the answer they gave.
        stands: What the assessment says now; empty where it says nothing.
        base: The revision of that.
        values: What can be agreed on: values and what they are called.
        settled: What was agreed, in words; empty where nothing is.
        decision: What was typed in the form.
    """

    spread: Spread
    text: str
    counts: tuple[Count, ...]
    notes: tuple[tuple[str, str, str], ...]
    stands: str
    base: int
    values: tuple[tuple[str, str], ...]
    settled: str
    decision: Decision

    @property
    def agreed(self) -> str:
        """What all answered, in words."""
        return next((it.label for it in self.counts if it.count), "")


@dataclass
class Taken:
    """How many answers all agreed on were taken in, and how many others had changed meanwhile."""

    count: int = 0
    left: int = 0

    def __add__(self, other: Taken) -> Taken:
        """Return both added up."""
        return Taken(self.count + other.count, self.left + other.left)


@dataclass
class Said:
    """What a page tells of what was just sent: decisions that were not saved."""

    decisions: dict[str, Decision] = field(default_factory=dict)

    @property
    def errors(self) -> list[tuple[str, str]]:
        """Where something must be mended, and what."""
        return [
            (f"agree-{fact}-{name}", text)
            for fact, it in self.decisions.items()
            for name, text in it.errors.items()
        ]


def consensus(ask: Ask) -> Response:
    """Show what people answered, once the round is closed."""
    return _page(ask, ask.live(), Said())


def decide(ask: Ask) -> Response:
    """Write down what was agreed: on one fact, or on all where everybody agrees."""
    live = ask.live()
    round, found = _found(ask, live)
    if round.open:
        raise RefusalError(409, "agree_open")
    address = f"/v/{ask.id}/enighet/{round.question}"
    if ask.field("do") == "take":
        done = take(ask, unsettled(round, found)["agreed"])
        return ask.go(f"{address}?tatt={done.count}&igjen={done.left}")
    spread = next((it for it in found if it.fact == ask.field("fact")), None)
    base = ask.field("base")
    if spread is None or not base.isdecimal():
        raise RefusalError(400, "bad_form")
    decision = Decision(ask.field("value"), ask.field("why"), int(base[:9]))
    kind = settle(ask.site, ask.id, spread, decision, ask.lang, ask.by, ask.say)
    if kind == "saved":
        return ask.go(f"{address}?lagret=1#fact-{spread.fact}")
    live = ask.live()
    if kind == "conflict":
        entry = live.entries.get(spread.fact)
        stands = entry.body if entry else None
        value = value_words(ask.site.content, spread.fact, stands, ask.lang)
        decision.errors["value"] = ask.say("agree_conflict", value=value)
        decision.base = entry.revision if entry else 0
    return _page(ask, live, Said({spread.fact: decision}), 409 if kind == "conflict" else 422)


def take(ask: Ask, agreed: list[Spread]) -> Taken:
    """Write down what all agree on, for each fact the page showed."""
    done = Taken()
    for spread in agreed:
        base = ask.field(f"base.{spread.fact}")
        if not base.isdecimal() or spread.agreed is None:
            continue  # not on the page that was sent: nobody has seen it
        decision = Decision(spread.agreed, "", int(base[:9]))
        kind = settle(ask.site, ask.id, spread, decision, ask.lang, ask.by, ask.say)
        done += Taken(count=kind == "saved", left=kind != "saved")
    return done


def answers_view(
    ask: Ask,
    live: Live,
    spread: Spread,
    settled: str | None = None,
    names: Mapping[int, str] | None = None,
    decision: Decision | None = None,
) -> FactAnswers:
    """Return the answers to a fact for a page.

    Args:
        ask: The request.
        live: The assessment.
        spread: The answers.
        settled: The value agreed on.
        names: What everybody is called; None shows no names.
        decision: What was typed and not saved.
    """
    content, fact, lang = ask.site.content, spread.fact, ask.lang
    entry = live.entries.get(fact)
    labels = {it.value: label(ask.site, fact, it.value, lang) for it in spread.voices}
    base = entry.revision if entry else 0
    return FactAnswers(
        spread=spread,
        text=content.facts[fact].text(lang),
        counts=tuple(
            Count(
                labels[it.value],
                len(it.people),
                ", ".join(_name(ask, names, person) for person in it.people) if names else "",
            )
            for it in spread.voices
        ),
        notes=tuple(
            (labels[str(it.body["value"])], text, _name(ask, names, person) if names else "")
            for person, it in spread.opinions.items()
            if (text := _note(it.body))
        ),
        stands=value_words(content, fact, entry.body, lang) if entry else "",
        base=base,
        values=tuple((key, text) for key, text in labels.items() if key != DONT_KNOW),
        settled=labels.get(settled, "") if settled else "",
        decision=decision or Decision(settled or "", "", base),
    )


def _note(body: Mapping[str, object]) -> str:
    """Return what somebody wrote beside an answer, and what they know that shows it."""
    evidence = body.get("evidence", ())
    proof = "; ".join(proof_words(it) for it in evidence) if isinstance(evidence, list) else ""
    parts = (str(body.get("note", "")), str(body.get("reason", "")), proof)
    return " ".join(it for it in parts if it)


def _name(ask: Ask, names: Mapping[int, str] | None, person: int) -> str:
    return (names or {}).get(person) or ask.say("people_gone")


def _found(ask: Ask, live: Live) -> tuple[Round, tuple[Spread, ...]]:
    """Return a round, and the answers once it is closed.

    Raises:
        NotFoundError: There is no round of the question.
    """
    instrument, workspace = live.standing.instrument, ask.site.workspace
    rounds = rounds_of(workspace, ask.id, instrument.content, instrument.framework)
    round = rounds.get(ask.path("question"))
    if round is None:
        raise NotFoundError(ask.say("no_round"))
    if round.open:
        return round, ()
    with ask.site.lock:
        return round, spreads(instrument, round, all_opinions(workspace, ask.id))


def _page(ask: Ask, live: Live, said: Said, status: int = 200) -> Response:
    round, found = _found(ask, live)
    left = unsettled(round, found)
    # What was sent and not saved has its form, also where all agree.
    open_again = [it for it in left["agreed"] if it.fact in said.decisions]
    # "?navn=ja": names are shown to whoever asks for them, on this page alone.
    named = ask.query("navn") == "ja"
    names = {it.id: it.name for it in ask.site.workspace.participants()} if named else None

    def view(it: Spread) -> FactAnswers:
        return answers_view(
            ask, live, it, round.settled.get(it.fact), names, said.decisions.get(it.fact)
        )

    settled = [it for it in found if it.fact in round.settled]
    numbers = {it: ask.query(it) for it in ("tatt", "igjen")}
    return ask.page(
        "consensus.html",
        status,
        live=live,
        id=ask.id,
        question=ask.site.content.questions[round.question],
        round=round,
        took_part=max((it.took_part for it in found), default=0),
        discuss=[view(it) for it in [*open_again, *left["discuss"]]],
        agreed=[view(it) for it in left["agreed"] if it not in open_again],
        silent=[view(it) for it in left["silent"]],
        settled=[view(it) for it in settled],
        named=named,
        taken={key: int(it) for key, it in numbers.items() if it.isdecimal() and len(it) < 6},
        saved=ask.query("lagret") == "1",
        errors=said.errors,
    )
