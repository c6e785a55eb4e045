"""The fewest things that are worth most together.

What things of one question are worth together is known for every set of them; different questions
add up. So the best sets of each question are found by looking at all of them, and put together by
an exact dynamic programme over how many things are chosen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import merge

Pick = tuple[str, int]
"""A thing that is chosen, and what it adds to those chosen before it."""


@dataclass(frozen=True)
class Options:
    """Things of one question.

    Attributes:
        names: The things.
        worth: What every set of them is worth, in whole units. Thing ``n`` is in the sets whose
            number has bit ``n``; more things are never worth less.
    """

    names: tuple[str, ...]
    worth: Sequence[int]

    @cached_property
    def best(self) -> tuple[tuple[int, int, int], ...]:
        """The sets worth choosing: how many, what they are worth, and which.

        A set that is worth no more than a smaller one is not among them. Of equal sets the one
        with the first names is.
        """
        found = [(0, 0, 0)]
        sets = range(1, len(self.worth))
        for chosen in sorted(sets, key=lambda it: (it.bit_count(), -self.worth[it], self._of(it))):
            if self.worth[chosen] > found[-1][1]:
                found.append((chosen.bit_count(), self.worth[chosen], chosen))
        return tuple(found)

    def one_by_one(self, chosen: int) -> Iterator[Pick]:
        """Yield the things of a set, what adds most first, equal ones by name."""
        taken = 0
        rest = [at for at in range(len(self.names)) if chosen >> at & 1]
        while rest:
            at = min(rest, key=lambda it: (-self.worth[taken | 1 << it], self.names[it]))
            yield self.names[at], self.worth[taken | 1 << at] - self.worth[taken]
            taken |= 1 << at
            rest.remove(at)

    def _of(self, chosen: int) -> list[str]:
        return sorted(name for at, name in enumerate(self.names) if chosen >> at & 1)


class Fewest:
    """The best choice of every number of things.

    Args:
        options: The things of each question. Among equal choices, earlier questions come first.

    Attributes:
        curve: What 0, 1, 2 … things are worth at most; it ends where more are worth no more.
    """

    def __init__(self, options: Sequence[Options]) -> None:
        self._options = options
        self._chosen: list[list[int]] = []
        self.curve: list[int] = [0]
        for it in options:
            self._add(it)

    def _add(self, options: Options) -> None:
        """Let the best choice of every number also draw on one more question."""
        # More may be left to the earlier questions than they have use for.
        before = self.curve + [self.curve[-1]] * options.best[-1][0]
        after, chosen = list(before), [0] * len(before)
        for size, worth, which in options.best[1:]:
            for count, points in enumerate(before[:-size], start=size):
                if points + worth > after[count]:
                    after[count], chosen[count] = points + worth, which
        self.curve = after
        self._chosen.append(chosen)

    @property
    def half(self) -> int:
        """The fewest things that are worth at least half of all."""
        return next(at for at, worth in enumerate(self.curve) if 2 * worth >= self.curve[-1])

    def picks(self, count: int) -> tuple[Pick, ...]:
        """Return the best choice of so many things: what adds most first, equal ones by name."""
        found: list[Iterator[Pick]] = []
        for options, chosen in zip(reversed(self._options), reversed(self._chosen), strict=True):
            which = chosen[min(count, len(chosen) - 1)]
            count -= which.bit_count()
            found.append(options.one_by_one(which))
        # Merged, not sorted: within a question each thing adds to those before it.
        return tuple(merge(*found, key=lambda it: (-it[1], it[0])))
