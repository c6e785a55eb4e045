"""How a plan was made: what was asked for, how good it is, and what its points are worth."""

from __future__ import annotations

from collections.abc import Iterator

from kompass.model.plan import Optimality
from kompass.report.numbers import day, exact, rounded, short
from kompass.report.plan_chapters.voice import LEAST, PlanVoice


def frames(voice: PlanVoice) -> Iterator[str]:
    """Yield what the plan was asked for, in sentences."""
    wishes, say = voice.plan.wishes, voice.say
    yield say("w_span", day=day(wishes.start.isoformat()), count=wishes.periods)
    if wishes.capacity is None:
        yield say("w_no_capacity")
    else:
        yield say("w_capacity", capacity=short(wishes.capacity))
    names = {it.role: it.responsible for it in voice.plan.steps}
    for role, limit in wishes.roles.items():
        yield say("w_role", role=names.get(role, role), capacity=short(limit))
    if wishes.at_once is not None:
        yield say("w_at_once", count=wishes.at_once)
    targets = list(_targets(voice))
    if targets:
        yield say("w_target", targets=voice.listed(targets))
    if wishes.must:
        yield say("w_must", steps=voice.quoted(wishes.must))
    if wishes.excluded:
        yield say("w_excluded", steps=voice.quoted(wishes.excluded))


def choice(voice: PlanVoice) -> Iterator[str]:
    """Yield how the steps were chosen and how good the plan is known to be, in sentences."""
    known = voice.plan.optimality
    if voice.plan.steps:
        yield voice.say(f"aim_{known.aim}")
    yield proof(voice)
    if voice.plan.steps and known.status != "greedy":
        yield _beside(voice, known)


def proof(voice: PlanVoice) -> str:
    """Return how good the plan is known to be."""
    known = voice.plan.optimality
    if known.status == "greedy" or known.bound is None:
        return voice.say("greedy")
    gap = rounded(100 * known.gap, 2) if known.gap is not None else "–"
    return voice.say(f"{known.status}_{known.aim}", bound=rounded(known.bound), gap=gap)


def worth(voice: PlanVoice) -> Iterator[str]:
    """Yield paragraphs on what the numbers are worth."""
    if voice.plan.steps:
        yield voice.say("overlap")
        yield voice.say("uncertain")
        yield voice.say("effort_note")
    if any(it.decided for it in voice.plan.steps):
        yield voice.say("w_council" if voice.plan.wishes.council else "w_ordinary")
    yield voice.say("proposal")


def _targets(voice: PlanVoice) -> Iterator[str]:
    wishes = voice.plan.wishes
    if wishes.target is not None:
        yield voice.say("w_total", points=short(wishes.target))
    for id, points in wishes.areas.items():
        yield voice.say("w_area", id=id, points=short(points))


def _beside(voice: PlanVoice, known: Optimality) -> str:
    """Return the plan beside the one that is put together step by step."""
    if known.greedy is None:
        return voice.say("beside_none")
    apart = abs(float(exact(known.value) - exact(known.greedy)))
    if apart < LEAST:
        return voice.say("beside_same")
    greedy = rounded(known.greedy)
    if known.aim == "points":
        return voice.say("beside_points", greedy=greedy, less=rounded(apart))
    return voice.say("beside_effort", greedy=greedy, more=rounded(apart))
