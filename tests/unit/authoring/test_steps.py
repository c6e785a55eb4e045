"""Faults in next steps that one wrong file in a small content cannot have."""

from __future__ import annotations

import pytest

from kompass.authoring.steps import step_faults
from kompass.content.loader import load
from kompass.content.location import content_root
from kompass.model.content import Content
from kompass.planning.states import MOST_STEPS


@pytest.fixture(scope="module")
def real() -> Content:
    return load(content_root())


def with_steps(content: Content, **steps: object) -> Content:
    return content.model_copy(update={"steps": {**content.steps, **steps}})


def test_the_steps_of_kompass_have_no_faults(real: Content) -> None:
    assert list(step_faults(real, {})) == []


def test_a_step_keeps_to_one_question(real: Content) -> None:
    step = next(iter(real.steps.values()))
    own = real.facts[next(iter(step.changes))].question
    other = next(
        fact
        for fact in real.facts.values()
        if fact.question != own and real.questions[fact.question].criterion == step.criterion
    )
    wide = step.model_copy(
        update={"changes": {**step.changes, other.id: real.answer_set(other.id).values[0]}}
    )
    [fault] = step_faults(with_steps(real, **{step.id: wide}), {f"step {step.id}": ("fil", 7)})
    assert (fault.file, fault.line) == ("fil", 7)
    assert own in fault.text and other.question in fault.text


def test_a_question_has_no_more_steps_than_a_plan_can_hold(real: Content) -> None:
    step = next(iter(real.steps.values()))
    more = {f"steg-{at}": step.model_copy(update={"id": f"steg-{at}"}) for at in range(MOST_STEPS)}
    [fault] = step_faults(with_steps(real, **more), {})
    assert f"en plan kan ha {MOST_STEPS}" in fault.text
