"""Assessments and people: in order, changed, taken out of sight, brought back, and gone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.unit.storage.conftest import HEAD, ticking

from kompass.storage.entries import Edit
from kompass.storage.errors import NotFoundError, WorkspaceError
from kompass.storage.workspace import Workspace

ENTRIES: dict[str, dict[str, object]] = {
    "a": {"value": "ja"},
    "@adjust/1.1.2/system": {"points": 2},
}


def test_the_last_changed_stands_first(workspace: Workspace) -> None:
    ids = [workspace.create(HEAD, {}) for _ in range(3)]
    assert [it.id for it in workspace.assessments()] == ids[::-1]
    workspace.save(ids[0], [Edit("a", {"value": "ja"}, 0)])
    workspace.delete(ids[1])
    assert [it.id for it in workspace.assessments()] == [ids[0], ids[2]]
    assert [it.id for it in workspace.assessments(deleted=True)] == [ids[1]]


def test_the_head_can_be_changed(workspace: Workspace, id: int) -> None:
    before = workspace.assessment(id)
    assert before.population == 4300
    workspace.describe(id, date="2026-04-01")
    workspace.describe(id, framework="annet", population=0)
    after = workspace.assessment(id)
    assert (after.framework, after.date, after.population) == ("annet", "2026-04-01", 0)
    assert (after.name, after.created) == (before.name, before.created)
    assert after.changed > before.changed


def test_a_copy_is_its_own(workspace: Workspace) -> None:
    of = workspace.create({**HEAD, "extensions": {"x": {}}}, ENTRIES)
    copy = workspace.duplicate(of, {"framework": "annet"})
    found = workspace.assessment(copy)
    assert (found.framework, found.name, found.population) == ("annet", "Åmot", 4300)
    assert found.rest == {"extensions": {"x": {}}}
    workspace.save(copy, [Edit("a", {"value": "nei"}, 1)])
    assert {key: it.body for key, it in workspace.entries(of, "").items()} == ENTRIES
    assert workspace.assessment(of).framework == HEAD["framework"]


def test_a_deleted_one_comes_back_whole_and_it_is_told_who_did_it(workspace: Workspace) -> None:
    id = workspace.create(HEAD, ENTRIES)
    workspace.delete(id, "Kari")
    with pytest.raises(NotFoundError):
        workspace.duplicate(id)
    workspace.undelete(id, "Ola")
    assert {key: it.body for key, it in workspace.entries(id, "").items()} == ENTRIES
    back, gone = workspace.history(id, "@deleted")
    assert (gone.by, gone.old, back.by, back.new) == ("Kari", None, "Ola", None)
    assert gone.new and gone.new == back.old


def test_deleting_twice_is_deleting_once(workspace: Workspace, id: int) -> None:
    workspace.delete(id)
    first = workspace.assessment(id, deleted=True)
    workspace.delete(id)
    assert workspace.assessment(id, deleted=True) == first
    workspace.undelete(id)
    version = workspace.assessment(id).version
    workspace.undelete(id)
    assert workspace.assessment(id).version == version


def test_purging_takes_the_one_and_nothing_else(workspace: Workspace) -> None:
    id, other = workspace.create(HEAD, ENTRIES), workspace.create(HEAD, ENTRIES)
    workspace.delete(id)
    workspace.purge(id)
    assert not workspace.entries(id, "") and not workspace.history(id)
    assert set(workspace.entries(other, "")) == set(ENTRIES) and len(workspace.history(other)) == 2
    # Its number is not given to another: an address that was kept must not open a stranger.
    workspace.delete(other)
    workspace.purge(other)
    assert workspace.create(HEAD, {}) > other


@pytest.mark.parametrize("name", ["assessment", "delete", "undelete", "purge", "duplicate"])
def test_one_that_is_not_there(workspace: Workspace, name: str) -> None:
    with pytest.raises(NotFoundError):
        getattr(workspace, name)(7)
    with pytest.raises(NotFoundError):
        workspace.describe(7, date="2026-04-01")


def test_the_version_grows_with_every_change(workspace: Workspace, id: int) -> None:
    changes: tuple[Callable[[], object], ...] = (
        lambda: workspace.save(id, [Edit("b", {}, 0), Edit("c", {}, 0)]),
        lambda: workspace.save(id, [Edit("@opinion/1/a", {}, 0)]),
        lambda: workspace.save(id, [Edit("b", None, 1)]),
        lambda: workspace.describe(id, date="2026-05-01"),
        lambda: workspace.delete(id),
        lambda: workspace.undelete(id),
    )
    for change in changes:
        before = workspace.assessment(id, deleted=True)
        change()
        after = workspace.assessment(id, deleted=True)
        assert after.version == before.version + 1 and after.changed > before.changed


def test_everything_is_there_after_it_is_closed(workspace: Workspace, id: int) -> None:
    workspace.set_setting("port", "8100")
    kari = workspace.add_participant("Kari", "hr")
    kept = (workspace.assessments(), workspace.entries(id, ""), workspace.history(id))
    workspace.close()
    assert {it.name for it in workspace.folder.iterdir()} == {"kompass.db", "kompass.lock"}
    with Workspace.open(workspace.folder, ticking()) as again:
        assert kept == (again.assessments(), again.entries(id, ""), again.history(id))
        assert again.setting("port") == "8100" and again.participants() == (kari,)


@pytest.mark.parametrize("taken", ["Kari Ås", "KARI ÅS", "kari ås"])
def test_a_name_is_one_person_however_it_is_written(workspace: Workspace, taken: str) -> None:
    kari = workspace.add_participant("Kari Ås")
    with pytest.raises(WorkspaceError, match="Velg et annet navn"):
        workspace.add_participant(taken)
    workspace.rename_participant(kari.id, taken, None)
    assert [it.name for it in workspace.participants()] == [taken]


def test_what_somebody_said_stays_when_they_leave(workspace: Workspace, id: int) -> None:
    kari = workspace.add_participant("Kari")
    workspace.remove_participant(kari.id)
    entry = workspace.entry(id, "a")
    assert entry and entry.by == "Kari" and workspace.history(id)[0].by == "Kari"


def test_somebody_who_is_not_there(workspace: Workspace) -> None:
    with pytest.raises(NotFoundError):
        workspace.rename_participant(7, "Kari", None)
    with pytest.raises(NotFoundError):
        workspace.remove_participant(7)
