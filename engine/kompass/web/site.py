"""What every page shares: the store, the content, and where each assessment stands."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from pathlib import Path
from threading import RLock

from kompass.assessment.assess import describe
from kompass.assessment.instrument import Instrument
from kompass.content.registers import municipalities
from kompass.desk.bench import Bench
from kompass.model.base import LANGUAGES, Lang
from kompass.model.content import Content
from kompass.model.result import Result
from kompass.storage.entries import Assessment
from kompass.storage.workspace import Workspace
from kompass.web.document import ADJUST
from kompass.web.jobs import Jobs
from kompass.web.live import Live, make_live

_KEPT = 8
"""Assessments whose standing is kept in memory: as many as people work on at once."""


class Site:
    """The workspace and everything pages are made from.

    Args:
        workspace: Where the answers lie.
        folder: A content folder to use in place of the one kompass came with.
        engine: Which rule engine decides.
        renew: Whether pages that are open from before shall not be able to save.
    """

    def __init__(
        self,
        workspace: Workspace,
        folder: Path | None = None,
        engine: str = "auto",
        renew: bool = False,
    ) -> None:
        self.workspace = workspace
        self.benches: dict[Lang, Bench] = {lang: Bench(folder, lang) for lang in LANGUAGES}
        self.engine = engine
        self.lock = RLock()
        """The engine is one: whoever evaluates holds this."""
        self.jobs = Jobs()
        self._instruments: dict[str, Instrument] = {}
        self._live: OrderedDict[int, Live] = OrderedDict()
        token = workspace.setting("token")
        if token is None or renew:
            token = secrets.token_urlsafe(24)
            workspace.set_setting("token", token)
        self.token = token
        self.register = municipalities(self.benches["nb"].root)

    @property
    def content(self) -> Content:
        """The content in use."""
        return self.benches["nb"].content

    def instrument(self, framework: str) -> Instrument:
        """Return a framework ready to assess; the same one every time."""
        with self.lock:
            if framework not in self._instruments:
                bench = self.benches["nb"]
                self._instruments[framework] = bench.instrument(framework, self.engine)
            return self._instruments[framework]

    def live(self, id: int) -> Live:
        """Return an assessment as it stands now; only questions that changed are evaluated anew.

        Raises:
            NotFoundError: There is no such assessment.
            EngineError: The evaluator failed.
        """
        with self.lock:
            assessment = self.workspace.assessment(id)
            known = self._live.get(id)
            if known is None or known.assessment != assessment:
                known = self._read(assessment, known)
            self._live[id] = known
            self._live.move_to_end(id)
            while len(self._live) > _KEPT:
                self._live.popitem(last=False)
            return known

    def result(self, live: Live, lang: Lang) -> Result:
        """Return the whole result of an assessment as it stands."""
        with self.lock:
            if lang not in live.results:
                live.results[lang] = describe(live.standing, live.answers, lang)
            return live.results[lang]

    def _read(self, assessment: Assessment, before: Live | None) -> Live:
        workspace, id = self.workspace, assessment.id
        entries = workspace.entries(id, known=before.entries if before else None)
        adjustments = workspace.entries(id, ADJUST)
        instrument = self.instrument(assessment.framework)
        return make_live(instrument, assessment, entries, adjustments, before)
