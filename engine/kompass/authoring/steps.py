"""Faults in next steps: what they change, and what must come first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kompass.errors import Fault
from kompass.model.content import Content
from kompass.model.recommendation import NextStep
from kompass.planning.states import MOST_STEPS

Places = Mapping[str, tuple[str, int]]


def step_faults(content: Content, places: Places) -> Iterator[Fault]:
    """Yield what is wrong with steps, and the facts that none of them brings to its best value."""

    def fault(id: str, text: str) -> Fault:
        return Fault(*places.get(id, ("framework.yaml", 0)), text)

    best: set[str] = set()
    of_question: dict[str, int] = {}
    for step in content.steps.values():
        questions = {content.facts[fact].question for fact in step.changes}
        for fact, value in step.changes.items():
            if value == content.answer_set(fact).values[0]:
                best.add(fact)
            owner = content.questions[content.facts[fact].question].criterion
            if owner != step.criterion:
                yield fault(f"step {step.id}", f"{step.id} endrer {fact}, som hører til {owner}")
        if len(questions) > 1:
            asked = " og ".join(sorted(questions))
            yield fault(
                f"step {step.id}",
                f"{step.id} endrer fakta i {asked}; del det, så planer kan regne hvert for seg",
            )
        for question in questions:
            of_question[question] = of_question.get(question, 0) + 1
        if step.id in _reached(content, step):
            yield fault(f"step {step.id}", f"{step.id} krever til slutt seg selv")
    for question, count in of_question.items():
        if count > MOST_STEPS:
            yield fault(question, f"{question} har {count} steg; en plan kan ha {MOST_STEPS}")
    for name in content.facts:
        if name not in best:
            top = content.answer_set(name).values[0]
            yield fault(name, f"ingen steg hever {name} til {top}")


def _reached(content: Content, step: NextStep) -> set[str]:
    """Return every step that must come before one, itself included when they go in a ring."""
    reached: set[str] = set()
    waiting = list(step.requires)
    while waiting:
        needed = waiting.pop()
        if needed not in reached:
            reached.add(needed)
            waiting += content.steps[needed].requires
    return reached
