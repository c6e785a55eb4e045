"""Small plans with something of everything, made by hand: no engine, no solver."""

from __future__ import annotations

from datetime import date
from typing import Any

from kompass.model.base import Lang
from kompass.model.plan import (
    PLAN_SCHEMA,
    Activity,
    Group,
    Level,
    Optimality,
    Period,
    Plan,
    PlannedStep,
    PlanNote,
    Programme,
    Role,
    StudyTask,
    Wishes,
)
from kompass.model.recommendation import Effort
from kompass.model.result import FrameworkInfo, Generator

FIRST, SECOND, THIRD = "lag-strategi", "spor-innbyggerne", "meld-resultatet"
MEETINGS = (date(2027, 3, 10), date(2027, 6, 9)), (date(2027, 11, 10), date(2027, 12, 8))


def plan(lang: Lang = "nb", **changed: Any) -> Plan:
    """Return a plan of three steps over two half-years, with a programme.

    Args:
        lang: Its language; its own texts are the same in both.
        changed: Fields that shall be others than they are.
    """
    made = Plan(
        schema_id=PLAN_SCHEMA,
        lang=lang,
        notice="Uavhengig egenvurdering; ikke det offisielle verktøyet.",
        framework=FrameworkInfo(
            id="kk-3.1", name="Kommunekompasset 3.1", content="0.3.0", sha256="a" * 64,
            rules_sha256="b" * 64, dimensions=("system", "extent", "result"),
        ),
        generator=Generator(name="kompass", version="0.1.0", engine="reference"),
        answers_sha256="c" * 64,
        municipality={"number": "3422", "name": "Åmot", "population": 4300},
        date="2026-03-01",
        wishes=Wishes(
            start=date(2027, 1, 1), periods=2, capacity=6, roles={"hr": 2.5}, areas={"1": 40},
            must=(FIRST,), excluded=("noe-annet",),
        ),
        optimality=Optimality(
            status="optimal", aim="points", value=281.5, bound=281.5, gap=0, greedy=280.0,
            solver="HiGHS 1.15.1",
        ),
        total=Level(before=270, after=281.5, max=800),
        areas={"1": Level(before=40, after=46.5, max=100), "7": Level(before=30, after=35, max=100)},
        area_names={"1": "Offentlighet og demokrati", "7": "Kommunen som arbeidsgiver"},
        questions={"1.1.1": Level(before=0, after=6.5, max=10)},
        effort=4.5,
        periods=(
            Period(number=1, start=date(2027, 1, 1), end=date(2027, 6, 30), effort=2.5,
                   points=274.5, council=MEETINGS[0]),
            Period(number=2, start=date(2027, 7, 1), end=date(2027, 12, 31), effort=2,
                   points=281.5, council=MEETINGS[1]),
        ),
        steps=steps(),
        programme=programme(),
        notes=(
            PlanNote(code="election", text="Det er kommunevalg i september 2027."),
            PlanNote(code="late", step=THIRD, text="Dette kommer sent."),
        ),
    )  # fmt: skip
    return made.model_copy(update=changed)


def steps() -> tuple[PlannedStep, ...]:
    """Return a step the council decides, one that goes over both half-years, and what follows."""
    return (
        _step(
            FIRST, "Lag en strategi for medvirkning", period=1, ends=1, work=(1.5,), expected=4.5,
            end=date(2027, 6, 30), decided=date(2027, 6, 9), role=("ordforer", "ordfører"),
        ),
        _step(
            SECOND, "Spør innbyggerne, og bruk svarene", period=1, ends=2, work=(1.0, 0.5),
            expected=2.0, end=date(2027, 9, 30), role=("hr", "HR og personal"), area="7",
        ),
        _step(
            THIRD, "Meld resultatet tilbake", period=2, ends=2, work=(1.5,), expected=5.0,
            end=date(2027, 12, 31), role=("hr", "HR og personal"), requires=(FIRST, SECOND),
        ),
    )  # fmt: skip


def _step(
    id: str, title: str, *, period: int, ends: int, work: tuple[float, ...], expected: float,
    end: date, role: tuple[str, str], decided: date | None = None, area: str = "1",
    requires: tuple[str, ...] = (),
) -> PlannedStep:  # fmt: skip
    return PlannedStep(
        id=id, title=title, why=f"Fordi: {title}.", how=("Begynn her.", "Fortsett slik."),
        works_when="Alle kjenner det igjen.", under_way=False, area=area, criterion=f"{area}.1",
        question=f"{area}.1.1", period=period, ends=ends, start=date(2027, 6 * period - 5, 1),
        end=end, role=role[0], responsible=role[1],
        effort=Effort(person_months=sum(work), months=6), work=work, changes={"fakta": "ja"},
        expected=expected, requires=requires, decided=decided,
        decision="politisk" if decided else "administrativ", sdg=(16, 11),
    )  # fmt: skip


def programme() -> Programme:
    """Return a programme with one of everything, and every kind of activity."""
    return Programme(
        name="Framover sammen",
        goal="Flere skal få påvirke.",
        roles=(Role(id="eier", name="Prosjekteier", holder="kommunestyret", task="Vedtar planen."),),
        groups=(
            Group(
                id="g1", name="Gruppe for demokrati", areas=("1", "7"), leader="ordfører",
                members=("hovedtillitsvalgt", "verneombud"), steps=(FIRST, THIRD), goals=(11, 16),
            ),
        ),
        activities=(
            Activity(id="a1", kind="BP", text="Kommunestyret vedtar planen",
                     deadline=MEETINGS[0][0], responsible=("kommunedirektør",)),
            Activity(id="a2", kind="IP", text="Planen gjøres kjent", deadline=date(2027, 3, 31),
                     responsible=("kommunedirektør", "sektorledere")),
            Activity(id="a3", kind="PJ", text="Gruppa arbeider; alle, også vara, er med",
                     deadline=date(2027, 6, 30), responsible=("ordfører",), group="g1",
                     steps=(FIRST,)),
            Activity(id="a4", kind="SR", text="Hvor langt planen er kommet",
                     deadline=MEETINGS[1][0], responsible=("prosjektleder",)),
            Activity(id="a5", kind="EBP", text="Kommunestyret avslutter planen",
                     deadline=MEETINGS[1][1], responsible=("prosjektleder",)),
        ),
        study_tasks=(
            StudyTask(
                id="u1", name="Det kommunen ikke vet om åpenhet", area="1",
                deadline=date(2027, 4, 30), responsible=("kommunikasjonsleder",),
                elements=("Er møtene åpne?", "Hvor mange ser på?"), facts=("apne", "seere"),
                decides=4.5,
            ),
        ),
        common_goal=17,
        goal_names={11: "Bærekraftige byer", 16: "Fred og rettferdighet", 17: "Samarbeid"},
    )  # fmt: skip


NOTHING = Programme(
    name="", goal="", roles=(), groups=(), activities=(), study_tasks=(), common_goal=17,
    goal_names={},
)  # fmt: skip


def empty(lang: Lang = "nb") -> Plan:
    """Return a plan that found nothing to do, with an empty programme."""
    periods = tuple(it.model_copy(update={"effort": 0.0, "points": 270.0}) for it in plan().periods)
    level = Level(before=270, after=270, max=800)
    return plan(
        lang, steps=(), effort=0.0, total=level, questions={}, periods=periods, notes=(),
        programme=NOTHING,
    )  # fmt: skip


def hostile(text: str) -> Plan:
    """Return a plan in which everything that is text is one and the same text."""
    found = plan()
    own = found.programme
    return found.model_copy(
        update={
            "notice": text,
            "municipality": {"number": text, "name": text},
            "area_names": dict.fromkeys(found.area_names, text),
            "steps": tuple(
                it.model_copy(
                    update={
                        "title": text, "why": text, "how": (text,), "works_when": text,
                        "responsible": text,
                    }
                )
                for it in found.steps
            ),
            "notes": tuple(it.model_copy(update={"text": text}) for it in found.notes),
            "programme": Programme(
                name=text,
                goal=text,
                roles=(Role(id="eier", name=text, holder=text, task=text),),
                groups=(
                    own.groups[0].model_copy(
                        update={"name": text, "leader": text, "members": (text,)}
                    ),
                ),
                activities=tuple(
                    it.model_copy(update={"text": text, "responsible": (text,)})
                    for it in own.activities
                ),
                study_tasks=(
                    own.study_tasks[0].model_copy(
                        update={"name": text, "responsible": (text,), "elements": (text,)}
                    ),
                ),
                common_goal=17,
                goal_names=dict.fromkeys(own.goal_names, text),
            ),
        }
    )  # fmt: skip
