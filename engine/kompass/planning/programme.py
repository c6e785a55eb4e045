"""The plan as an improvement programme: people, activities, goals, and what to find out.

The model is that of municipalities' own programmes: the council owns it, the committee with both
employer and unions steers it, the chief executive leads it, and groups do the work.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kompass.assessment.assess import add_up, find_out_first
from kompass.assessment.standing import Standing
from kompass.model.base import Lang
from kompass.model.plan import (
    Group,
    Level,
    Period,
    PlannedStep,
    Programme,
    Role,
    StudyTask,
    Wishes,
)
from kompass.model.programme import GroupTexts, ProgrammeTexts
from kompass.model.result import FindOut
from kompass.planning.activities import activities
from kompass.planning.calendar import add_months, workday
from kompass.planning.numbers import number

MOST_TASKS = 4
"""Study tasks in a programme: the areas where most is open."""
MOST_ELEMENTS = 6
"""Questions in a study task."""
MOST_RESPONSIBLE = 3
_MONTHS_TO_FIND_OUT = 4

NO_PROGRAMME = Programme(
    name="",
    goal="",
    roles=(),
    groups=(),
    activities=(),
    study_tasks=(),
    common_goal=0,
    goal_names={},
)


def make_programme(
    standing: Standing,
    steps: Sequence[PlannedStep],
    periods: Sequence[Period],
    wishes: Wishes,
    total: Level,
    answered: str,
    municipality: str,
    lang: Lang,
) -> Programme:
    """Return the programme of a plan; an empty one where the content has no texts for it.

    Args:
        standing: Where the municipality stands.
        steps: The steps of the plan.
        periods: Its half-years.
        wishes: What it was asked for; says when the council meets.
        total: Points before and after.
        answered: The ISO date of the answers; the programme is not adopted before it.
        municipality: Its name.
        lang: The language of every text.
    """
    texts = standing.instrument.content.programme
    if texts is None:
        return NO_PROGRAMME
    first, last = periods[0].start.year, periods[-1].end.year
    goals = {number: name(lang) for number, name in sorted(texts.goals.items())}
    return Programme(
        name=texts.name(lang).format(
            municipality=municipality, years=str(first) if first == last else f"{first}–{last}"
        ),
        goal=texts.goal(lang).format(before=number(total.before), after=number(total.after)),
        roles=tuple(
            Role(id=it.id, name=it.name(lang), holder=it.holder(lang), task=it.task(lang))
            for it in texts.roles
        ),
        groups=tuple(_groups(standing, texts, steps, lang)),
        activities=activities(texts.activities, steps, periods, wishes, answered, lang),
        study_tasks=tuple(_study_tasks(standing, texts, periods[0], lang)),
        common_goal=texts.common_goal,
        goal_names=goals,
    )


def _groups(
    standing: Standing, texts: ProgrammeTexts, steps: Sequence[PlannedStep], lang: Lang
) -> Iterator[Group]:
    """Yield the working group of each perspective that has steps in the plan."""
    for group in texts.groups:
        areas = [
            area.id
            for area in standing.instrument.content.areas
            if area.perspective == group.perspective
        ]
        own = [it for it in steps if it.area in areas]
        if own:
            yield Group(
                id=group.perspective,
                name=group.name(lang),
                areas=tuple(area for area in areas if any(it.area == area for it in own)),
                leader=group.leader(lang),
                members=tuple(it(lang) for it in group.members),
                steps=tuple(it.id for it in own),
                goals=_goals(standing, texts, group, own),
            )


def _goals(
    standing: Standing, texts: ProgrammeTexts, group: GroupTexts, own: Sequence[PlannedStep]
) -> tuple[int, ...]:
    """Return the goals that most of a group's work serves; then those of its areas' other steps."""
    content = standing.instrument.content
    areas = {area.id for area in content.areas if area.perspective == group.perspective}
    weight: Counter[int] = Counter()
    for step in content.steps.values():
        if step.area in areas:
            weight.update(dict.fromkeys(step.sdg, 1))
    for planned in own:
        # Far more than any number of other steps: the group's own work decides.
        weight.update(dict.fromkeys(planned.sdg, round(1e6 * planned.effort.person_months)))
    del weight[texts.common_goal]
    return tuple(sorted(weight, key=lambda it: (-weight[it], it))[: texts.goals_each])


def _study_tasks(
    standing: Standing, texts: ProgrammeTexts, first: Period, lang: Lang
) -> Iterator[StudyTask]:
    """Yield what to find out in the areas where most is open."""
    content, tallies = standing.instrument.content, add_up(standing)
    unknown: dict[str, list[FindOut]] = {}
    for it in find_out_first(standing, lang):
        area = content.questions[it.question].criterion[0]
        unknown.setdefault(area, []).append(it)
    open_points = {id: tallies[id].high - tallies[id].points for id in unknown}
    ranked = sorted(unknown, key=lambda id: (-open_points[id], id))[:MOST_TASKS]
    names = {area.id: area.name(lang) for area in content.areas}
    for place, area in enumerate(ranked, 1):
        elements = unknown[area][:MOST_ELEMENTS]
        asked = Counter(role for it in elements for role in it.asks)
        yield StudyTask(
            id=f"U{place}",
            name=texts.study(lang).format(area=f"{area}, {names[area]}"),
            area=area,
            deadline=workday(add_months(first.start, _MONTHS_TO_FIND_OUT)),
            responsible=tuple(
                sorted(asked, key=lambda role: (-asked[role], role))[:MOST_RESPONSIBLE]
            ),
            elements=tuple(it.text for it in elements),
            facts=tuple(it.fact for it in elements),
            decides=float(open_points[area]),
        )
