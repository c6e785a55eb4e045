"""A workspace against a plain dictionary: whatever people do, in whatever order."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from kompass.storage.entries import Edit
from kompass.storage.errors import ConflictError
from kompass.storage.workspace import Workspace

HEAD = {"framework": "f", "municipality": {"number": "3422", "name": "Åmot"}, "date": "2026-03-01"}
keys = st.sampled_from(["a", "b", "@adjust/x", "@opinion/1/a"])
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
bodies = st.none() | st.fixed_dictionaries({"value": st.sampled_from(["ja", "nei"]), "note": texts})


class People(RuleBasedStateMachine):
    """People at one workspace; `model` is what they have been told is saved."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.workspace = Workspace.open(self.folder, lambda: "2026-03-01T10:00:00Z")
        self.model: dict[int, dict[str, tuple[dict[str, Any], int]]] = {}
        self.last: dict[tuple[int, str], int] = {}
        self.new()

    def teardown(self) -> None:
        self.workspace.close()
        shutil.rmtree(self.folder)

    @rule()
    def new(self) -> None:
        self.model[self.workspace.create(HEAD, {})] = {}

    @rule(at=st.integers(0, 9), key=keys, body=bodies, behind=st.integers(0, 2))
    def save(self, at: int, key: str, body: dict[str, Any] | None, behind: int) -> None:
        id = sorted(self.model)[at % len(self.model)]
        stands = self.model[id].get(key)
        base = max(0, (stands[1] if stands else 0) - behind)
        edit = Edit(key, body, base)
        if body == (stands[0] if stands else None):
            entry = self.workspace.save(id, [edit])[key]
            assert (entry.revision if entry else None) == (stands[1] if stands else None)
        elif base != (stands[1] if stands else 0):
            try:
                self.workspace.save(id, [edit])
                raise AssertionError("a change on an old revision was saved")
            except ConflictError as conflict:
                current = conflict.current
                assert ((current.body, current.revision) if current else None) == stands
        else:
            entry = self.workspace.save(id, [edit])[key]
            self._stands(id, key, body)
            stands = self.model[id].get(key)
            assert ((entry.body, entry.revision) if entry else None) == stands

    @rule(at=st.integers(0, 9), bodies=st.dictionaries(keys, bodies), late=st.none() | keys)
    def save_several(
        self, at: int, bodies: dict[str, dict[str, Any] | None], late: str | None
    ) -> None:
        """All of them, or none where one comes too late."""
        id = sorted(self.model)[at % len(self.model)]
        stands = {key: self.model[id].get(key, (None, 0)) for key in bodies}
        edits = [Edit(key, it, stands[key][1] + (key == late)) for key, it in bodies.items()]
        changed = {key: it for key, it in bodies.items() if it != stands[key][0]}
        if late in changed:
            with pytest.raises(ConflictError):
                self.workspace.save(id, edits)
            return
        done = self.workspace.save(id, edits)
        assert {key: it and it.body for key, it in done.items()} == bodies
        for key, body in changed.items():
            self._stands(id, key, body)

    @rule(at=st.integers(0, 9), key=keys, back=st.integers(0, 3))
    def restore(self, at: int, key: str, back: int) -> None:
        """Let an answer be again what it was after one of its changes."""
        id = sorted(self.model)[at % len(self.model)]
        history = self.workspace.history(id, key)
        if not history:
            return
        wanted = self.workspace.change(id, history[back % len(history)].id).new
        stands = self.model[id].get(key, (None, 0))
        self.workspace.save(id, [Edit(key, wanted, stands[1])])
        if wanted != stands[0]:
            self._stands(id, key, wanted)

    @rule(at=st.integers(0, 9))
    def remove(self, at: int) -> None:
        """Delete one for good."""
        id = sorted(self.model)[at % len(self.model)]
        self.workspace.delete(id)
        self.workspace.purge(id)
        del self.model[id]
        assert not self.workspace.entries(id, "") and not self.workspace.history(id, "a")
        if not self.model:
            self.new()

    def _stands(self, id: int, key: str, body: dict[str, Any] | None) -> None:
        self.last[id, key] = self.last.get((id, key), 0) + 1
        if body is None:
            del self.model[id][key]
        else:
            self.model[id][key] = (body, self.last[id, key])

    @rule(at=st.integers(0, 9))
    def duplicate(self, at: int) -> None:
        id = sorted(self.model)[at % len(self.model)]
        copy = self.workspace.duplicate(id)
        kept = {key: it for key, it in self.model[id].items() if not key.startswith("@opinion/")}
        self.model[copy] = {key: (body, 1) for key, (body, _) in kept.items()}
        self.last |= {(copy, key): 1 for key in kept}

    @rule(at=st.integers(0, 9))
    def delete_and_undo(self, at: int) -> None:
        id = sorted(self.model)[at % len(self.model)]
        self.workspace.delete(id)
        self.workspace.undelete(id)

    @rule()
    def reopen(self) -> None:
        self.workspace.close()
        self.workspace = Workspace.open(self.folder, lambda: "2026-03-01T10:00:00Z")

    @invariant()
    def everything_told_is_there(self) -> None:
        for id, model in self.model.items():
            found = self.workspace.entries(id) | self.workspace.entries(id, "@")
            assert {key: (it.body, it.revision) for key, it in found.items()} == model

    @invariant()
    def the_history_leads_to_what_stands(self) -> None:
        for id, model in self.model.items():
            for key in ("a", "b", "@adjust/x", "@opinion/1/a"):
                state: dict[str, Any] | None = None
                for change in reversed(self.workspace.history(id, key)):
                    assert change.old == state
                    state = change.new
                assert state == (model[key][0] if key in model else None)


TestPeople = People.TestCase
TestPeople.settings = settings(max_examples=30, stateful_step_count=25, deadline=None)
