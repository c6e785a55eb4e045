"""The examples, where they stand now, and the content they stand on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from kompass.assessment.assess import stand
from kompass.assessment.instrument import Instrument
from kompass.assessment.standing import Standing
from kompass.cli.options import workbench
from kompass.content.location import content_root
from kompass.inference.partition import ReferenceEvaluator
from kompass.model.answers import Answers
from kompass.model.plan import Wishes

EXAMPLES = ("amot-2026", "roros-2022")


@pytest.fixture(scope="session")
def answers_of() -> Callable[[str], Answers]:
    bench = workbench(None, "nb")
    folder = content_root().joinpath("examples")
    return lambda example: bench.read(str(folder.joinpath(f"{example}.json"))).answers


@pytest.fixture(scope="session")
def standing_of(answers_of: Callable[[str], Answers]) -> Callable[[str], Standing]:
    content, made = workbench(None, "nb").content, {}

    def standing(example: str) -> Standing:
        if example not in made:
            answers = answers_of(example)
            instrument = Instrument(content, answers.framework, ReferenceEvaluator())
            made[example] = stand(instrument, answers)
        return made[example]

    return standing


@pytest.fixture
def wish() -> Callable[..., Wishes]:
    def wish(**changes: Any) -> Wishes:
        return Wishes(**{"start": date(2027, 1, 1), "periods": 4, "capacity": 6.0, **changes})

    return wish
