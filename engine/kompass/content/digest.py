"""Hashes of content in canonical form: parsed, expanded, sorted."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from kompass.model.content import Content


def canonical(value: Any) -> bytes:
    """Return a value as canonical JSON: sorted keys, no spaces, UTF-8."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def content_digest(content: Content) -> str:
    """Return the hash of everything."""
    dumped = content.model_dump(mode="json", exclude={"sha256", "rules_sha256"})
    return hashlib.sha256(canonical(dumped)).hexdigest()


def rules_digest(content: Content) -> str:
    """Return the hash of what moves points, and of nothing else."""
    moves_points = {
        "criteria": {it.id: it.max for area in content.areas for it in area.criteria},
        "frameworks": {id: it.questions for id, it in content.frameworks.items()},
        "answers": {id: it.values for id, it in content.answer_sets.items()},
        "facts": {
            id: [
                it.question,
                it.answers,
                it.asked_when and it.asked_when.model_dump(mode="json"),
                it.not_relevant is not None,
            ]
            for id, it in content.facts.items()
        },
        "derived": {id: it.model_dump(mode="json") for id, it in content.derived.items()},
        "score": [
            [
                rule.id,
                rule.dimension,
                [[case.when.model_dump(mode="json"), case.points] for case in rule.cases],
            ]
            for rule in content.score_rules
        ],
    }
    return hashlib.sha256(canonical(moves_points)).hexdigest()
