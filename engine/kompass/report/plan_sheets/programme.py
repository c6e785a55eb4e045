"""The sheets of a plan's programme: activities, groups and goals, and what is to be found out."""

from __future__ import annotations

from kompass.model.plan import Activity, Group, Role, StudyTask
from kompass.report.plan_sheets.frame import Frame, stacked
from kompass.report.workbook.tables import Made, Sheet, Table, blank, table


def activities(frame: Frame) -> Sheet:
    """Return the sheet of activities, with room for the municipality's own follow-up."""
    status, remark = frame.follow_up()
    made: list[Made[Activity]] = [
        (frame.column("h_activity", 60), lambda it: it.text),
        (frame.column("x_kind", 24), lambda it: frame.kind(it.kind)),
        (frame.column("c_due", 12, "date"), lambda it: it.deadline),
        (frame.column("c_responsible", 28), lambda it: "\n".join(it.responsible)),
    ]
    found = frame.plan.programme.activities
    if any(it.group for it in found):
        made.append((frame.column("h_group", 26), lambda it: frame.group(it.group)))
    made += [
        (frame.column("c_step", 60), lambda it: frame.steps(it.steps)),
        (status, blank),
        (remark, blank),
    ]
    return frame.sheet(
        "s_activities",
        table("kompass_aktiviteter", found, made),
        lines=[frame.say("fill")],
        empty=frame.say("no_activities"),
        wide=True,
    )


def groups(frame: Frame) -> Sheet:
    """Return the sheet of roles, groups and goals."""
    programme = frame.plan.programme
    roles: list[Made[Role]] = [
        (frame.column("c_role", 30), lambda it: it.name),
        (frame.column("c_who", 30), lambda it: it.holder),
        (frame.column("c_task", 60), lambda it: it.task),
    ]
    made: list[Made[Group]] = [
        (frame.column("h_group", 30), lambda it: it.name),
        (frame.column("h_leader", 30), lambda it: it.leader),
        (frame.column("c_step", 60), lambda it: frame.steps(it.steps)),
        (frame.column("h_members", 40), lambda it: stacked(it.members)),
        (frame.column("h_areas", 34), lambda it: "\n".join(map(frame.area, it.areas))),
        (frame.column("x_sdg", 40), lambda it: "\n".join(map(frame.numbered_goal, it.goals))),
    ]
    return frame.sheet(
        "s_groups",
        table("kompass_roller", programme.roles, roles, caption=frame.say("roles_caption")),
        table("kompass_grupper", programme.groups, made, caption=frame.say("groups")),
        _goals(frame),
        lines=[it for it in (programme.name, programme.goal) if it],
        empty=frame.say("no_groups"),
        wide=True,
    )


def _goals(frame: Frame) -> Table | None:
    """Return the goals, and who takes each as theirs: one of them is everybody's."""
    programme = frame.plan.programme
    theirs = {
        goal: "\n".join(it.name for it in programme.groups if goal in it.goals)
        for goal in sorted({goal for it in programme.groups for goal in it.goals})
    }
    if programme.groups:
        theirs[programme.common_goal] = frame.say("everybody")
    made: list[Made[tuple[int, str]]] = [
        (frame.column("h_goal", 30), lambda it: frame.numbered_goal(it[0])),
        (frame.column("h_group", 30), lambda it: it[1]),
    ]
    return table("kompass_maal", theirs.items(), made, caption=frame.say("goals"))


def study_tasks(frame: Frame) -> Sheet:
    """Return the sheet of what to find out, with room for the municipality's own follow-up."""
    status, remark = frame.follow_up()
    made: list[Made[StudyTask]] = [
        (frame.column("h_study", 40), lambda it: it.name),
        (frame.column("c_area", 24), lambda it: frame.area(it.area)),
        (frame.column("c_due", 12, "date"), lambda it: it.deadline),
        (frame.column("c_responsible", 26), lambda it: "\n".join(it.responsible)),
        (frame.column("c_decides", 10, "tenth"), lambda it: it.decides),
        (frame.column("h_elements", 70), lambda it: stacked(it.elements)),
        (status, blank),
        (remark, blank),
        (frame.column("h_facts", 44), lambda it: "\n".join(it.facts)),
    ]
    return frame.sheet(
        "s_study",
        table("kompass_utredninger", frame.plan.programme.study_tasks, made),
        lines=[frame.say("study_intro"), frame.say("fill")],
        empty=frame.say("no_study"),
        wide=True,
    )
