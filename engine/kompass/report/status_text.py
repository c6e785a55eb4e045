"""A follow-up as a page of text, and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, get_args

from kompass.model.content import Content
from kompass.model.status import Outcome, PlanStatus, Progress, Shortfall, StepStatus
from kompass.report.layout import clean, fit, wrap
from kompass.report.material import Voice
from kompass.report.moves import Page
from kompass.report.numbers import day, rounded
from kompass.report.status_words import WORDS

_TEMPLATE: Final = "status.md.j2"
_NUMBERS: Final = 8
_TITLE: Final = 200
_SEVERAL: Final = 2
_COLUMNS: Final = ("before", "expected", "came", "planned")


@dataclass(frozen=True)
class Line:
    """A row of points: what it is about, and the four numbers."""

    name: str
    before: str
    expected: str
    came: str
    planned: str


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
        told = "all_done" if counts["done"] == len(status.steps) else "counts"
        yield self.say(told, all=len(status.steps), **counts)
        if bare := sum(not it.documented for it in of("done")):
            yield self.say("undocumented_count", count=bare)
        if status.comparable:
            total = {it: rounded(getattr(status.total, it)) for it in _COLUMNS}
            over = status.ended == status.periods
            told = ("ahead_last" if over else "ahead") if status.ended else "ahead_first"
            yield self.say(told, **total)
            change = status.total.came - status.total.before
            inside = signed(change - status.outside)
            yield self.say("inside", inside=inside, outside=signed(status.outside))
        if late := sum(it.late for it in status.steps):
            yield self.say("late_count", count=late)
        if counts["unknown"]:
            yield self.say("unsaid", count=counts["unknown"])

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
            end = step.end.isoformat()
            passed = "passed" if end < self.status.date else "until"
            parts.append(self.say("late" if step.late else passed, day=day(end)))
        return self._sentence(parts)

    def lacks(self, step: StepStatus) -> tuple[str, ...]:
        """Return what a step lacks, in words; nothing of one that is done."""
        found = (
            ("left", step.missing if step.progress != "not_begun" else ()),
            ("further", step.further),
            ("planned", step.planned),
            ("fallen", step.fallen),
            ("unanswered", step.unknown),
        )
        return tuple(self._facts(key, facts) for key, facts in found if facts)

    @property
    def lists(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What else there is to know, under headings; nothing for a heading without anything."""
        found = {
            "slipped": self.slips,
            "shortfalls": self.shortfalls,
            "elsewhere": self.elsewhere,
        }
        return tuple((self.say(key), sentences) for key, sentences in found.items() if sentences)

    @property
    def slips(self) -> tuple[str, ...]:
        """What was planned and is not in use in time."""
        return tuple(
            self.say(
                ("slip_new", "slip_one")[it.months] if it.months < _SEVERAL else "slip",
                text=it.text,
                day=day(it.due.isoformat()),
                months=it.months,
            )
            for it in self.status.slipped
        )

    @property
    def shortfalls(self) -> tuple[str, ...]:
        """Where what is done gave less than expected, and why if that can be told."""
        return tuple(
            " ".join(
                [
                    self.say(
                        "shortfall", question=self._question(it.question), points=rounded(it.points)
                    ),
                    *self._reasons(it),
                ]
            )
            for it in self.status.shortfalls
        )

    def _reasons(self, it: Shortfall) -> Iterator[str]:
        for key, facts in (("lower", it.lower), ("unanswered", it.unanswered)):
            if facts:
                yield self._facts(key, facts)

    @property
    def elsewhere(self) -> tuple[str, ...]:
        """What moved outside the plan, where the earlier answers are known."""
        return tuple(
            self.say(
                "moved",
                question=self._question(id),
                change=signed(it.came - it.before),
                before=rounded(it.before),
                came=rounded(it.came),
            )
            for id, it in (self.status.elsewhere or {}).items()
        )

    @property
    def areas(self) -> tuple[Line, ...]:
        """The areas that were to move, or have moved."""
        if not self.status.comparable:
            return ()
        names = self.status.area_names
        moved = {
            f"{id} {names.get(id, '')}".rstrip(): it
            for id, it in self.status.areas.items()
            if len({round(getattr(it, column), 6) for column in _COLUMNS}) > 1
        }
        return _lines(moved)

    @property
    def questions(self) -> tuple[Line, ...]:
        """The questions the plan was to lift."""
        if not self.status.comparable:
            return ()
        return _lines({self._question(id): it for id, it in self.status.questions.items()})

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
            ("next_before", self._is_open()),
            ("next_plan", True),
        ]
        return tuple(self.say(key, file=self.file) for key, wanted in keys if wanted)

    def _is_open(self) -> bool:
        """Tell whether points moved where only the earlier answers can say."""
        status = self.status
        moved = bool(status.outside or status.shortfalls)
        return status.comparable and status.elsewhere is None and moved

    def _question(self, id: str) -> str:
        return f"{id} {self.content.questions[id].text(self.lang)}"

    def _facts(self, key: str, facts: tuple[str, ...]) -> str:
        return self._sentence([self.say(key, facts=" ".join(map(self._fact, facts)))])

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
    for heading, sentences in voice.lists:
        yield ""
        yield page.paint(heading, "title")
        for sentence in sentences:
            yield from wrap(sentence, page.columns, "- ")
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


def _row(line: Line, page: Page) -> str:
    numbers = "".join(f"{getattr(line, it):>{_NUMBERS}}" for it in _COLUMNS)
    return f"{fit(line.name, page.columns - len(numbers))}{numbers}"


def _lines(outcomes: Mapping[str, Outcome]) -> tuple[Line, ...]:
    return tuple(
        Line(name, *(rounded(getattr(it, column)) for column in _COLUMNS))
        for name, it in outcomes.items()
    )
