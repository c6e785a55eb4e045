"""The programme that carries a plan: who does what, when, and towards which goals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kompass.model.plan import Activity, Group, Role, StudyTask
from kompass.report.layout import clean
from kompass.report.numbers import day, day_of_year, rounded
from kompass.report.plan_chapters.voice import PlanVoice, capital

_KINDS: Final = ("BP", "IP", "PJ", "SR", "EBP")
_TITLE: Final = 120
_GOALS: Final = 3
"""So many goals a group is to have."""


@dataclass(frozen=True)
class GroupPart:
    """A working group: its name, what is said of it, and its steps."""

    name: str
    paragraphs: tuple[str, ...]
    steps: tuple[str, ...]


@dataclass(frozen=True)
class ActivityRow:
    """An activity as a table tells it."""

    day: str
    text: str
    kind: str
    responsible: str


@dataclass(frozen=True)
class StudyPart:
    """Something to find out: its name, a line about it, and what it consists of."""

    name: str
    line: str
    elements: tuple[str, ...]


class ProgrammePart:
    """Writes the chapter on the programme.

    Args:
        voice: The plan, and its words.
    """

    def __init__(self, voice: PlanVoice) -> None:
        self.voice = voice
        self.programme = voice.plan.programme

    def __bool__(self) -> bool:
        """Tell whether there is anything to write."""
        it = self.programme
        return bool(it.goal or it.roles or it.groups or it.activities or it.study_tasks)

    @property
    def title(self) -> str:
        """What the chapter is called."""
        return clean(self.programme.name, _TITLE) or self.voice.say("programme")

    @property
    def roles(self) -> tuple[Role, ...]:
        """Who has which part."""
        return self.programme.roles

    @property
    def groups(self) -> tuple[GroupPart, ...]:
        """The working groups."""
        return tuple(
            GroupPart(
                name=clean(it.name, _TITLE) or it.id,
                paragraphs=tuple(self._said(it)),
                steps=tuple(map(self._step, it.steps)),
            )
            for it in self.programme.groups
        )

    @property
    def common(self) -> str:
        """The goal that goes through all of it."""
        return self.voice.say("common_goal", goal=self.voice.goal(self.programme.common_goal))

    @property
    def kinds(self) -> str:
        """What the kinds of activities are."""
        return self.voice.say("kinds", **{it: self.voice.say(it) for it in _KINDS})

    @property
    def activities(self) -> tuple[ActivityRow, ...]:
        """What happens, in the order of the days."""
        ordered = sorted(self.programme.activities, key=lambda it: (it.deadline, it.id))
        return tuple(self._activity(it) for it in ordered)

    @property
    def studies(self) -> tuple[StudyPart, ...]:
        """What is to be found out."""
        return tuple(self._study(it) for it in self.programme.study_tasks)

    def _said(self, group: Group) -> Iterator[str]:
        say, listed = self.voice.say, self.voice.listed
        people = []
        if group.leader:
            people.append(say("group_leader", who=group.leader))
        if group.members:
            people.append(say("group_members", who=listed(group.members)))
        if people:
            yield " ".join(people)
        if group.areas:
            areas = [say("area_id", id=self._area(it)) for it in group.areas]
            yield say("group_areas", areas=listed(areas))
        if group.goals:
            key = "group_goals" if len(group.goals) == _GOALS else "group_goals_some"
            yield say(key, goals=listed([self.voice.goal(it) for it in group.goals]))

    def _step(self, id: str) -> str:
        """Return a step's title with the half-year it begins in; its id if it is not planned."""
        begins = {it.id: it.period for it in self.voice.plan.steps}
        if id not in begins:
            return id
        half = self.voice.say("half", number=begins[id])
        return self.voice.say("group_step", title=self.voice.titles[id], half=half)

    def _area(self, id: str) -> str:
        return f"{id} {self.voice.plan.area_names.get(id, '')}".rstrip()

    def _activity(self, activity: Activity) -> ActivityRow:
        return ActivityRow(
            day=f"{day_of_year(activity.deadline)} {activity.deadline.year}",
            text=activity.text,
            kind=self.voice.say(activity.kind),
            responsible=capital(self.voice.listed(activity.responsible)) or "–",
        )

    def _study(self, task: StudyTask) -> StudyPart:
        line = self.voice.say(
            "study_line",
            day=day(task.deadline.isoformat()),
            who=self.voice.listed(task.responsible),
            points=rounded(task.decides),
        )
        return StudyPart(clean(task.name, _TITLE) or task.id, line, task.elements)
