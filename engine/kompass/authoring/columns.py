"""Findings against the three columns of a published report: the same topics, of the same kind?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kompass.model.content import Content
from kompass.model.result import Finding
from kompass.model.rule import FindingKind


@dataclass(frozen=True)
class Columns:
    """How the findings of one municipality compare with the columns of its report.

    Attributes:
        entries: The topics a report puts in a column, with the kind, for criteria we cover.
        missed: Those of them that no finding of ours is about, or one of another kind is.
        ours: Our findings on topics that the report puts in a column.
        other: Those of them that the report puts in another column.
        topics: How many topics our findings speak of.
        two_kinds: Those of them that have findings of two kinds.
    """

    entries: tuple[tuple[str, FindingKind], ...]
    missed: tuple[tuple[str, FindingKind], ...]
    ours: int
    other: tuple[tuple[str, FindingKind], ...]
    topics: int
    two_kinds: tuple[str, ...]

    @property
    def found(self) -> float:
        """The share of the report's entries that we find, of the same kind."""
        return 1 - len(self.missed) / len(self.entries) if self.entries else 1.0

    @property
    def same(self) -> float:
        """The share of our findings, on topics of the report, that are of the same kind."""
        return 1 - len(self.other) / self.ours if self.ours else 1.0

    @property
    def doubled(self) -> float:
        """The share of our topics that have findings of two kinds."""
        return len(self.two_kinds) / self.topics if self.topics else 0.0


def compare_columns(
    content: Content, findings: Iterable[Finding], published: Mapping[str, Iterable[FindingKind]]
) -> Columns:
    """Compare findings with published columns, for topics of criteria that the content covers."""
    covered = {it.criterion for it in content.questions.values()}
    entries = tuple(
        (topic, kind)
        for topic, kinds in published.items()
        if covered & set(content.topics.get(topic, ()))
        for kind in kinds
    )
    kinds: dict[str, set[FindingKind]] = {}
    found = tuple(findings)
    for it in found:
        kinds.setdefault(it.topic, set()).add(it.kind)
    reported = {topic for topic, _ in entries}
    ours = [(it.topic, it.kind) for it in found if it.topic in reported]
    return Columns(
        entries=entries,
        missed=tuple(it for it in entries if it[1] not in kinds.get(it[0], ())),
        ours=len(ours),
        other=tuple(it for it in ours if it not in entries),
        topics=len(kinds),
        two_kinds=tuple(sorted(it for it, both in kinds.items() if len(both) > 1)),
    )
