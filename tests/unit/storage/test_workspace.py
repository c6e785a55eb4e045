"""What a workspace keeps, and what it refuses."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.unit.storage.conftest import HEAD

from kompass.storage.entries import Edit
from kompass.storage.errors import ConflictError, NotFoundError, WorkspaceError
from kompass.storage.workspace import Workspace

JA, NEI, DELVIS = {"value": "ja"}, {"value": "nei"}, {"value": "delvis", "note": "Æøå «x»"}


def test_what_is_created_is_there(workspace: Workspace, id: int) -> None:
    [it] = workspace.assessments()
    assert (it.id, it.framework, it.number, it.name, it.date) == (
        id, "kommunekompasset-3.1", "3422", "Åmot", "2026-03-01",
    )  # fmt: skip
    entry = workspace.entry(id, "a")
    assert entry and (entry.body, entry.revision, entry.by) == (JA, 1, "Kari")


def test_the_rest_of_a_files_head_is_kept(workspace: Workspace) -> None:
    id = workspace.create({**HEAD, "respondents": [{"role": "HR"}], "extensions": {"x": 1}}, {})
    assert workspace.assessment(id).rest == {
        "respondents": [{"role": "HR"}],
        "extensions": {"x": 1},
    }


def test_every_change_has_a_revision_of_its_own(workspace: Workspace, id: int) -> None:
    saved = workspace.save(id, [Edit("a", NEI, 1), Edit("b", DELVIS, 0)], "Ola", "Møte")
    assert [it and it.revision for it in saved.values()] == [2, 1]
    taken = workspace.save(id, [Edit("a", None, 2)])
    assert taken == {"a": None} and workspace.entry(id, "a") is None
    again = workspace.save(id, [Edit("a", JA, 0)])["a"]
    assert again and again.revision == 4


def test_another_revision_is_a_conflict_and_nothing_is_written(
    workspace: Workspace, id: int
) -> None:
    workspace.save(id, [Edit("a", NEI, 1)], "Ola")
    version = workspace.assessment(id).version
    with pytest.raises(ConflictError) as conflict:
        workspace.save(id, [Edit("b", JA, 0), Edit("a", DELVIS, 1)])
    assert conflict.value.current and conflict.value.current.body == NEI
    assert workspace.entry(id, "b") is None and workspace.assessment(id).version == version
    with pytest.raises(ConflictError):
        workspace.save(id, [Edit("a", DELVIS, 0)])


def test_what_somebody_has_taken_away_is_a_conflict_too(workspace: Workspace, id: int) -> None:
    workspace.save(id, [Edit("a", None, 1)])
    with pytest.raises(ConflictError) as conflict:
        workspace.save(id, [Edit("a", NEI, 1)])
    assert conflict.value.current is None


def test_what_is_as_wanted_already_is_no_change(workspace: Workspace, id: int) -> None:
    before = workspace.assessment(id), workspace.history(id)
    same = workspace.save(id, [Edit("a", dict(JA), 99)])["a"]
    assert same and same.revision == 1
    workspace.save(id, [Edit("c", None, 7)])
    assert (workspace.assessment(id), workspace.history(id)) == before


def test_history_tells_who_when_what_and_why(workspace: Workspace, id: int) -> None:
    workspace.save(id, [Edit("a", NEI, 1)], "Ola", "Feil i går")
    last, first = workspace.history(id, "a")
    assert (last.by, last.old, last.new, last.why) == ("Ola", JA, NEI, "Feil i går")
    assert (first.by, first.old, first.new, first.why) == ("Kari", None, JA, "Fra fil")
    assert first.at < last.at and workspace.change(id, last.id) == last
    with pytest.raises(NotFoundError):
        workspace.change(id, 999)


def test_history_is_not_rewritten(workspace: Workspace, id: int) -> None:
    for statement in ("UPDATE change SET new = ''", "DELETE FROM change"):
        with pytest.raises(sqlite3.IntegrityError):
            workspace._connection.execute(statement)
    assert len(workspace.history(id)) == 1


def test_blind_answers_are_not_in_the_common_history(workspace: Workspace, id: int) -> None:
    workspace.save(id, [Edit("@opinion/1/a", NEI, 0), Edit("@round/1.1.1", {"status": "open"}, 0)])
    assert {it.key for it in workspace.history(id)} == {"a", "@round/1.1.1"}
    assert workspace.history(id, "@opinion/1/a")
    assert set(workspace.entries(id)) == {"a"}
    assert set(workspace.entries(id, "@opinion/1/")) == {"@opinion/1/a"}


def test_a_copy_has_the_answers_and_not_what_each_one_thought(
    workspace: Workspace, id: int
) -> None:
    adjusted = {"finding": "x", "reason": "y", "by": "z"}
    workspace.save(id, [Edit("@opinion/1/a", NEI, 0), Edit("@adjust/x", adjusted, 0)])
    copy = workspace.duplicate(id, {"date": "2027-03-01"}, "Ola")
    assert set(workspace.entries(copy)) == {"a"} and set(workspace.entries(copy, "@")) == {
        "@adjust/x"
    }
    assert workspace.assessment(copy).date == "2027-03-01"
    assert workspace.assessments()[0].id == copy


def test_delete_undo_and_purge(workspace: Workspace, id: int) -> None:
    with pytest.raises(WorkspaceError, match="slettet"):
        workspace.purge(id)
    workspace.delete(id)
    assert not workspace.assessments() and [
        it.id for it in workspace.assessments(deleted=True)
    ] == [id]
    with pytest.raises(NotFoundError):
        workspace.save(id, [Edit("a", NEI, 1)])
    workspace.undelete(id)
    assert workspace.entry(id, "a") and not workspace.assessments(deleted=True)
    workspace.delete(id)
    workspace.purge(id)
    with pytest.raises(NotFoundError):
        workspace.assessment(id, deleted=True)
    assert workspace.entries(id) == {}


def test_participants_have_names_of_their_own(workspace: Workspace) -> None:
    kari = workspace.add_participant("Kari", "HR")
    with pytest.raises(WorkspaceError, match="KARI"):
        workspace.add_participant("KARI")
    ola = workspace.add_participant("Ola")
    with pytest.raises(WorkspaceError):
        workspace.rename_participant(ola.id, "kari", None)
    workspace.rename_participant(kari.id, "Kari N.", "HR-sjef")
    workspace.remove_participant(ola.id)
    assert [(it.name, it.role) for it in workspace.participants()] == [("Kari N.", "HR-sjef")]
    # A number is never given to somebody else: it stands in what the first one answered.
    assert workspace.add_participant("Per").id > ola.id


def test_settings_are_kept(workspace: Workspace) -> None:
    assert workspace.setting("port") is None
    workspace.set_setting("port", "1")
    workspace.set_setting("port", "2")
    assert workspace.setting("port") == "2"


def test_many_threads_write_at_once_and_nothing_is_lost(workspace: Workspace, id: int) -> None:
    def one(thread: int) -> int:
        won = 0
        for number in range(20):
            entry = workspace.entry(id, "delt")
            try:
                edit = Edit("delt", {"value": f"{thread}/{number}"}, entry.revision if entry else 0)
                workspace.save(id, [edit, Edit(f"egen_{thread}_{number}", JA, 0)])
                won += 1
            except ConflictError:
                assert workspace.entry(id, f"egen_{thread}_{number}") is None
        return won

    with ThreadPoolExecutor(8) as pool:
        won = sum(pool.map(one, range(8)))
    assert len(workspace.history(id, "delt")) == won > 0
    assert len([it for it in workspace.entries(id) if it.startswith("egen_")]) == won
