"""Evaluators and real content, made once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from kompass.content.loader import load
from kompass.inference.durable import DurableEvaluator, availability
from kompass.inference.partition import ReferenceEvaluator
from kompass.model.content import Content

settings.register_profile(
    "kompass",
    deadline=None,
    max_examples=40,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("kompass")

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def real() -> Content:
    return load(ROOT)


@pytest.fixture(scope="session")
def reference() -> ReferenceEvaluator:
    return ReferenceEvaluator()


@pytest.fixture(scope="session")
def durable() -> DurableEvaluator:
    if problem := availability():
        pytest.skip(f"durable-rules cannot be used here: {problem}")
    return DurableEvaluator()
