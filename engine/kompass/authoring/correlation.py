"""How alike two orders, or two readers, are."""

from __future__ import annotations

from collections.abc import Mapping


def spearman(one: list[float], other: list[float]) -> float:
    """Return Spearman's rank correlation, with mean ranks for ties; 0 where it has no meaning."""
    first, second = _ranks(one), _ranks(other)
    mean = (len(one) + 1) / 2
    covariance = sum((a - mean) * (b - mean) for a, b in zip(first, second, strict=True))
    spread = sum((a - mean) ** 2 for a in first) * sum((b - mean) ** 2 for b in second)
    return float(covariance / spread**0.5) if spread else 0.0


def _ranks(values: list[float]) -> list[float]:
    ordered = sorted(values)
    return [ordered.index(it) + (ordered.count(it) + 1) / 2 for it in values]


def kappa(one: Mapping[str, str], other: Mapping[str, str]) -> float:
    """Return Cohen's kappa of two readers, over the facts both were asked to answer."""
    facts = sorted(set(one) | set(other))
    pairs = [(one.get(fact, ""), other.get(fact, "")) for fact in facts]
    if not pairs:
        return 0.0
    count = len(pairs)
    observed = sum(a == b for a, b in pairs) / count
    values = {value for pair in pairs for value in pair}
    chance = sum(
        sum(a == value for a, _ in pairs) * sum(b == value for _, b in pairs) for value in values
    ) / (count * count)
    return 1.0 if chance == 1 else (observed - chance) / (1 - chance)
