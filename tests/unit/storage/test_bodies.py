"""What stands comes back as it was written, and is told from everything that only looks like it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from tests.unit.storage.conftest import HEAD

from kompass.storage.entries import Edit
from kompass.storage.errors import ConflictError, NotFoundError
from kompass.storage.workspace import Workspace

YES: dict[str, Any] = {"value": "ja"}


def test_a_body_comes_back_as_it_was(workspace: Workspace, id: int) -> None:
    body = {"value": "ja", "note": "Å, «sitat»\n\u2028\U0001f600\x00", "evidence": [
        {"title": "Plan", "n": 1.5, "deep": [None, True, {}]}], "": 2**70}  # fmt: skip
    workspace.save(id, [Edit("b", body, 0)])
    entry = workspace.entry(id, "b")
    assert entry and entry.body == body and workspace.history(id, "b")[0].new == body


@pytest.mark.parametrize(("old", "new"), [(1, True), (0, False), (1, 1.0), ("1", 1)])
def test_what_python_holds_equal_is_another_body(
    workspace: Workspace, id: int, old: object, new: object
) -> None:
    workspace.save(id, [Edit("b", {"value": old}, 0)])
    entry = workspace.save(id, [Edit("b", {"value": new}, 1)])["b"]
    assert entry and entry.revision == 2 and type(entry.body["value"]) is type(new)


def test_the_order_of_names_is_no_change(workspace: Workspace, id: int) -> None:
    workspace.save(id, [Edit("b", {"value": "ja", "note": "x"}, 0)])
    entry = workspace.save(id, [Edit("b", {"note": "x", "value": "ja"}, 1)])["b"]
    assert entry and entry.revision == 1


def test_a_prefix_is_only_text(workspace: Workspace, id: int) -> None:
    keys = ("@adjust/1.1.2/system", "@opinion/3/a", "@round/1.1.2", "æ_@", "b%")
    workspace.save(id, [Edit(key, YES, 0) for key in keys])
    assert list(workspace.entries(id)) == ["a", "b%", "æ_@"]
    assert list(workspace.entries(id, "@adjust/")) == ["@adjust/1.1.2/system"]
    assert set(workspace.entries(id, "")) == {"a", *keys}
    for pattern in ("@adj_st/", "@*", "%", "@Adjust/"):
        assert not workspace.entries(id, pattern)


def test_a_key_twice_in_one_save_is_two_changes(workspace: Workspace, id: int) -> None:
    done = workspace.save(id, [Edit("b", YES, 0), Edit("b", {"value": "nei"}, 1)])["b"]
    assert done and (done.revision, done.body) == (2, {"value": "nei"})
    with pytest.raises(ConflictError):
        workspace.save(id, [Edit("b", YES, 2), Edit("b", {}, 2)])
    assert workspace.entry(id, "b") == done


def test_a_change_belongs_to_its_assessment(workspace: Workspace, id: int) -> None:
    [change] = workspace.history(id)
    with pytest.raises(NotFoundError):
        workspace.change(workspace.create(HEAD, {}), change.id)


def test_the_history_is_as_long_as_asked_for(workspace: Workspace, id: int) -> None:
    for number in range(5):
        workspace.save(id, [Edit("b", {"n": number}, number)])
    assert [it.new for it in workspace.history(id, "b", limit=2)] == [{"n": 4}, {"n": 3}]
    assert len(workspace.history(id)) == 6 and not workspace.history(id, "c")


def test_a_number_with_any_number_of_digits_is_only_unknown(workspace: Workspace, id: int) -> None:
    many = 10**30
    asked: tuple[Callable[[], object], ...] = (
        lambda: workspace.assessment(many), lambda: workspace.change(id, many),
        lambda: workspace.entries(many), lambda: workspace.remove_participant(many),
        lambda: workspace.save(many, [Edit("a", YES, 0)]),
    )  # fmt: skip
    for ask in asked:
        with pytest.raises(NotFoundError):
            ask()


def test_a_save_is_told_what_it_left_whoever_comes_after(workspace: Workspace, id: int) -> None:
    """Every save that goes through is told its own body, however many others wait to save."""
    wrong: list[object] = []

    def write(name: int) -> None:
        for number in range(30):
            entry = workspace.entry(id, "b")
            body = {"by": name, "n": number}
            try:
                done = workspace.save(id, [Edit("b", body, entry.revision if entry else 0)])["b"]
            except ConflictError:
                continue
            if done is None or done.body != body:
                wrong.append((body, done))

    _together(*(lambda name=name: write(name) for name in range(4)))
    assert not wrong


def test_a_reader_never_sees_half_a_save(workspace: Workspace, id: int) -> None:
    workspace.save(id, [Edit("b", {"n": 0}, 0), Edit("c", {"n": 0}, 0)])
    done = threading.Event()
    halves: list[object] = []

    def write() -> None:
        for number in range(1, 60):
            workspace.save(id, [Edit(key, {"n": number}, number) for key in ("b", "c")])
            with pytest.raises(ConflictError):
                workspace.save(id, [Edit("b", {"n": -1}, number + 1), Edit("c", {}, 0)])
        done.set()

    def read() -> None:
        while not done.is_set():
            found = workspace.entries(id)
            if found["b"].body != found["c"].body or found["b"].body == {"n": -1}:
                halves.append(found)

    try:
        _together(write, read, read)
    finally:
        done.set()
    assert not halves
    entry = workspace.entry(id, "c")
    assert entry and (entry.revision, entry.body) == (60, {"n": 59})


def _together(*work: Callable[[], None]) -> None:
    failed: list[BaseException] = []

    def guarded(one: Callable[[], None]) -> None:
        try:
            one()
        except BaseException as problem:
            failed.append(problem)

    threads = [threading.Thread(target=guarded, args=(it,), daemon=True) for it in work]
    for thread in threads:
        thread.start()
    threads[0].join(60)
    for thread in threads[1:]:
        thread.join(10)
    assert not failed and not any(it.is_alive() for it in threads), failed
