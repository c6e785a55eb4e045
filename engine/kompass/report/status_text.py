"""A follow-up as a page of text, and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, get_args

from kompass.model.content import Content
from kompass.model.status import Outcome, PlanStatus, Progress, StepStatus
from kompass.report.layout import clean, fit, wrap
from kompass.report.material import Voice
from kompass.report.moves import Page
from kompass.report.numbers import day, rounded
from kompass.report.status_words import WORDS

_TEMPLATE: Final = "status.md.j2"
_NUMBERS: Final = 7
_TITLE: Final = 200


@dataclass(frozen=True)
class Line:
    """A row of points: what it is about, and the three numbers."""

    name: str
    before: str
    planned: str
    came: str


class StatusVoice(Voice):
    """A follow-up and the words it is told in.

    Args:
        status: The follow-up.
        content: Knows the texts of facts.
        file: What the user called the answers.
    """

    words = WORDS

    def __init__(self, status: PlanStatus, content: Content, file: str) -> None:
        super().__init__(status.municipality, status.lang)
        self.status = status
        self.content = content
        self.file = clean(file, 120)

    @property
    def title(self) -> str:
        """What it is called."""
        return self.say("title", name=self.place)

    @property
    def subtitle(self) -> str:
        """What was read against what."""
        return self.say("subtitle", planned=day(self.status.planned), date=day(self.status.date))

    @property
    def short(self) -> tuple[str, ...]:
        """What a busy reader needs."""
        return tuple(self._short())

    def _short(self) -> Iterator[str]:
        status, of = self.status, self.of
        if not status.steps:
            yield self.say("no_steps")
            return
        counts = {it: len(of(it)) for it in get_args(Progress)}
        yield self.say("counts", all=len(status.steps), **counts)
        if counts["unknown"]:
            yield self.say("unsaid", count=counts["unknown"])
        if late := sum(it.late for it in status.steps):
            yield self.say("late_count", count=late)
        if bare := sum(not it.documented for it in of("done")):
            yield self.say("undocumented_count", count=bare)
        yield self.say(
            "ahead",
            came=rounded(status.total.came),
            expected=rounded(status.expected),
            planned=rounded(status.total.planned),
            before=rounded(status.total.before),
        )
        change = status.total.came - status.total.before
        yield self.say(
            "inside",
            inside=signed(change - status.outside),
            outside=signed(status.outside),
        )

    def of(self, progress: Progress) -> tuple[StepStatus, ...]:
        """Return the steps that stand so, those that are late first."""
        steps = (it for it in self.status.steps if it.progress == progress)
        return tuple(sorted(steps, key=lambda it: (not it.late, it.end, it.id)))

    @property
    def groups(self) -> tuple[tuple[str, tuple[StepStatus, ...]], ...]:
        """The steps by how they stand, under headings; nothing for a heading without steps."""
        return tuple((self.say(it), of) for it in get_args(Progress) if (of := self.of(it)))

    def state(self, step: StepStatus) -> str:
        """Return how a step stands, in words."""
        parts = []
        if step.progress == "done":
            parts.append(self.say("documented" if step.documented else "claimed"))
            if step.early:
                parts.append(self.say("early"))
        else:
            parts.append(self.say("late" if step.late else "until", day=day(step.end.isoformat())))
        return self._sentence(parts)

    def lacks(self, step: StepStatus) -> tuple[str, ...]:
        """Return what a step lacks, in words; nothing of one that is done."""
        found = (
            ("left", step.missing if step.progress != "not_begun" else ()),
            ("further", step.further),
            ("unanswered", step.unknown),
        )
        return tuple(
            self._sentence([self.say(key, facts=" ".join(map(self._fact, facts)))])
            for key, facts in found
            if facts
        )

    @property
    def slips(self) -> tuple[str, ...]:
        """What was planned and is not in use in time."""
        return tuple(
            self.say(
                "slip" if it.months else "slip_new",
                text=it.text,
                day=day(it.due.isoformat()),
                months=it.months,
            )
            for it in self.status.slipped
        )

    @property
    def areas(self) -> tuple[Line, ...]:
        """The areas that were to move, or have moved."""
        names = self.status.area_names
        moved = {
            f"{id} {names.get(id, '')}".rstrip(): it
            for id, it in self.status.areas.items()
            if len({round(it.before, 6), round(it.planned, 6), round(it.came, 6)}) > 1
        }
        return _lines(moved)

    @property
    def questions(self) -> tuple[Line, ...]:
        """The questions the plan was to lift."""
        texts = self.content.questions
        return _lines(
            {f"{id} {texts[id].text(self.lang)}": it for id, it in self.status.questions.items()}
        )

    @property
    def total(self) -> Line:
        """All of it."""
        return _lines({self.say("total"): self.status.total})[0]

    @property
    def next(self) -> tuple[str, ...]:
        """What to do now."""
        steps = self.status.steps
        keys = [
            ("next_late", any(it.late for it in steps) or self.status.slipped),
            ("next_document", any(not it.documented for it in self.of("done"))),
            ("next_ask", any(it.unknown for it in steps)),
            ("next_plan", True),
        ]
        return tuple(self.say(key, file=self.file) for key, wanted in keys if wanted)

    def _fact(self, id: str) -> str:
        fact = self.content.facts.get(id)
        return fact.text(self.lang) if fact else id

    @staticmethod
    def _sentence(parts: list[str]) -> str:
        text = ", ".join(parts)
        return text[:1].upper() + text[1:]


def show_status(voice: StatusVoice, page: Page) -> Iterator[str]:
    """Yield the lines that tell how a plan went."""
    status = voice.status
    yield from (page.paint(it, "title") for it in wrap(clean(voice.title), page.columns))
    yield from (page.paint(it, "dim") for it in wrap(voice.subtitle, page.columns))
    yield from (page.paint(it, "dim") for it in wrap(clean(status.notice), page.columns))
    yield ""
    for sentence in voice.short:
        yield from wrap(sentence, page.columns)
    for note in status.notes:
        yield from wrap(clean(note.text), page.columns, "! ", "  ")
    for heading, steps in voice.groups:
        yield ""
        yield page.paint(heading, "title")
        for step in steps:
            yield from wrap(f"{clean(step.title, _TITLE)} [{step.criterion}]", page.columns, "- ")
            who = clean(step.responsible, 60)
            told = [f"{who[:1].upper()}{who[1:]}. {voice.state(step)}.", *voice.lacks(step)]
            for line in told:
                yield from (page.paint(it, "dim") for it in wrap(line, page.columns, "  "))
    if voice.slips:
        yield ""
        yield page.paint(voice.say("slipped"), "title")
        for slip in voice.slips:
            yield from wrap(slip, page.columns, "- ")
    if voice.areas:
        yield ""
        names = Line(voice.say("points"), *(voice.say(f"c_{it}") for it in _COLUMNS))
        yield page.paint(_row(names, page), "title")
        yield from (_row(it, page) for it in voice.areas)
        yield page.paint(_row(voice.total, page), "title")
    yield ""
    yield page.paint(voice.say("next"), "title")
    for advice in voice.next:
        yield from wrap(advice, page.columns, "- ")


def status_markdown(voice: StatusVoice) -> str:
    """Return a follow-up as Markdown, which `kompass render` makes Word, PDF and HTML of."""
    # Imported here: a page of text does without the extra that Markdown needs.
    from kompass.report.manuscript import set_in_order

    return set_in_order(_TEMPLATE, voice.lang, v=voice, status=voice.status)


def signed(points: float) -> str:
    """Return points with a sign: ``+3,0``, ``−1,5``; ``0,0`` without."""
    text = rounded(points)
    return text if text.startswith("−") or text == "0,0" else f"+{text}"


_COLUMNS: Final = ("before", "planned", "came")


def _row(line: Line, page: Page) -> str:
    numbers = "".join(f"{getattr(line, it):>{_NUMBERS}}" for it in _COLUMNS)
    return f"{fit(line.name, page.columns - len(numbers))}{numbers}"


def _lines(outcomes: Mapping[str, Outcome]) -> tuple[Line, ...]:
    return tuple(
        Line(name, *(rounded(getattr(it, column)) for column in _COLUMNS))
        for name, it in outcomes.items()
    )
