"""What an improvement programme is made of, whatever the plan: people, kinds of work, goals."""

from __future__ import annotations

from pydantic import Field

from kompass.model.base import Text, Value


class RoleTexts(Value):
    """A part in the programme, who has it, and what they do."""

    id: str
    name: Text
    holder: Text
    task: Text


class GroupTexts(Value):
    """The working group of a perspective."""

    perspective: str
    name: Text
    leader: Text
    members: tuple[Text, ...] = Field(min_length=3, max_length=8)


class ActivityTexts(Value):
    """What an activity is called, and who is responsible."""

    text: Text
    responsible: tuple[Text, ...] = Field(min_length=1)


class ActivitySet(Value):
    """The activities of every programme; ``{…}`` in a text is filled in.

    Attributes:
        adopt: The council adopts the programme.
        inform: It is made known.
        begin: The common beginning.
        work: The groups work in a half-year (``{period}``).
        report: The coordinating group reports to the steering group on a half-year.
        council: The council hears how it goes.
        decide: The council decides a step (``{step}``).
        assess: The self-assessment is done again.
        finish: The coordinating group hands over its final report.
        recommend: The steering group makes its recommendation.
        conclude: The council concludes.
    """

    adopt: ActivityTexts
    inform: ActivityTexts
    begin: ActivityTexts
    work: ActivityTexts
    report: ActivityTexts
    council: ActivityTexts
    decide: ActivityTexts
    assess: ActivityTexts
    finish: ActivityTexts
    recommend: ActivityTexts
    conclude: ActivityTexts


class ProgrammeTexts(Value):
    """Everything about programmes that is not a plan's own.

    Attributes:
        name: Has ``{municipality}`` and ``{years}``.
        goal: Has ``{before}`` and ``{after}``, points in total.
        study: The name of a study task, with ``{area}``.
        goals: The United Nations' goals by number.
        common_goal: The goal that goes through all groups.
        goals_each: How many goals a group points at.
    """

    name: Text
    goal: Text
    roles: tuple[RoleTexts, ...] = Field(min_length=3)
    groups: tuple[GroupTexts, ...] = Field(min_length=1)
    activities: ActivitySet
    study: Text
    goals: dict[int, Text]
    common_goal: int
    goals_each: int = Field(ge=1, le=5)
