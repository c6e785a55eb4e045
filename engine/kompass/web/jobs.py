"""Work that takes longer than a page may: one at a time, in the background."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count

from kompass.errors import KompassError

_KEPT = 20
"""Finished jobs whose file can still be fetched."""


@dataclass
class Product:
    """A finished file: its name, what it is, and the bytes."""

    name: str
    media: str
    data: bytes


@dataclass
class Job:
    """Something being made.

    Attributes:
        number: What it is called in addresses.
        assessment: The assessment it is made from.
        title: What is being made, in the user's language.
        doing: What is going on right now.
        back: Where it was ordered, with what was typed, below the assessment.
        future: The work.
    """

    number: int
    assessment: int
    title: str
    doing: str = ""
    back: str = "rapport"
    future: Future[Product] = field(default_factory=Future)

    @property
    def done(self) -> bool:
        """Whether it is finished, well or badly."""
        return self.future.done()

    @property
    def product(self) -> Product | None:
        """What it made; None before it is done, and where it failed."""
        if not self.future.done() or self.future.exception():
            return None
        return self.future.result()

    @property
    def problem(self) -> str | None:
        """Why it failed, in words; None where it has not."""
        found = self.future.exception() if self.future.done() else None
        if found is None:
            return None
        return str(found) if isinstance(found, KompassError) else f"{type(found).__name__}: {found}"


class Jobs:
    """The work in the background."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1, "kompass-job")
        self._numbers = count(1)
        self._jobs: OrderedDict[int, Job] = OrderedDict()

    def start(
        self, assessment: int, title: str, work: Callable[[Job], Product], back: str = "rapport"
    ) -> Job:
        """Begin something, and return it at once."""
        job = Job(next(self._numbers), assessment, title, back=back)
        self._jobs[job.number] = job
        while len(self._jobs) > _KEPT:
            self._jobs.popitem(last=False)
        job.future = self._pool.submit(work, job)
        return job

    def get(self, assessment: int, number: int) -> Job | None:
        """Return a job of an assessment; None where it is forgotten or never was."""
        job = self._jobs.get(number)
        return job if job and job.assessment == assessment else None

    def close(self) -> None:
        """Stop taking on work; what has begun is given up with the process."""
        self._pool.shutdown(wait=False, cancel_futures=True)
