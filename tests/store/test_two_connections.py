"""Two windows, or a window and a command, on one project."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from store_worlds import small

from qdesk.errors import QDeskError
from qdesk.store import connection
from qdesk.store.changes import Changes
from qdesk.store.documents import StaleSpan
from qdesk.store.history import ForeignStep
from qdesk.store.project import Project
from qdesk.store.table import Gone
from qdesk.text.changes import Change
from qdesk.text.spans import Span

DOCUMENT, NOISE = 1, 2


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Project]:
    with small(tmp_path / "study.qdesk") as project:
        yield project


@pytest.fixture
def there(here: Project) -> Iterator[Project]:
    with Project.open(here.path, "window") as project:
        yield project


def test_a_stale_selection_is_refused(here: Project, there: Project) -> None:
    revision = here.documents.get(DOCUMENT).revision
    with there.change("Edit text"):
        there.documents.edit(DOCUMENT, [Change(13, "Because", "Since")], revision)
    with pytest.raises(StaleSpan, match="changed in another window"), here.change("Apply code"):
        here.codings.add(DOCUMENT, NOISE, Span(13, 20), revision=revision)
    assert here.history.steps(1)[0].label == "Edit text"


def test_a_revision_is_never_given_twice(here: Project, there: Project) -> None:
    """A selection made in a text that was undone does not fit the text written instead."""
    before = here.documents.get(DOCUMENT).revision
    with here.change("Edit text"):
        here.documents.edit(DOCUMENT, [Change(13, "B", "b")], before)
    taken = there.documents.get(DOCUMENT).revision
    here.undo()
    with here.change("Edit text"):
        here.documents.edit(DOCUMENT, [Change(0, "I", "J")], before)
    with pytest.raises(StaleSpan), there.change("Apply code"):
        there.codings.add(DOCUMENT, NOISE, Span(13, 20), revision=taken)


def test_a_document_deleted_elsewhere_is_refused(here: Project, there: Project) -> None:
    with there.change("Delete"):
        there.documents.delete([DOCUMENT])
    with pytest.raises(StaleSpan, match="deleted in another window"), here.change("Apply code"):
        here.codings.add(DOCUMENT, NOISE, Span(13, 20), revision=1)


def test_poll_hears_of_foreign_changes_once(here: Project, there: Project) -> None:
    heard: list[Changes] = []
    here.observers.append(heard.append)
    with there.change("One"):
        new = there.codes.add("New")
    with there.change("Two"):
        there.codes.update(new, name="Newer")
    changes = here.poll()
    assert changes is not None
    assert (changes.cause, changes["code"].inserted, changes["code"].updated) == ("foreign", {new}, set())
    assert heard == [changes]
    assert here.poll() is None
    there.undo()
    there.undo()
    assert here.poll()["code"].deleted == {new}  # type: ignore[index]


def test_counts_follow_foreign_and_own_changes_together(here: Project, there: Project) -> None:
    assert here.counts()[NOISE].codings == 2
    with there.change("Uncode"):
        there.codings.remove([1])
    with here.change("Uncode"):
        here.codings.remove([2])
    assert here.counts()[NOISE].codings == 0
    assert len(here.codings.arrays().id) == 0


def test_own_and_foreign_changes_are_heard_as_one(here: Project, there: Project) -> None:
    heard: list[Changes] = []
    here.observers.append(heard.append)
    with there.change("Theirs"):
        new = there.codes.add("New")
    with here.change("Mine"):
        other = here.codes.add("Other")
    assert [(one.cause, one.label, one["code"].inserted) for one in heard] == [("foreign", "Mine", {new, other})]
    assert here.poll() is None


def test_what_is_heard_of_is_there(here: Project) -> None:
    heard: list[Changes] = []
    here.observers.append(heard.append)
    with Project.open(here.path) as command, command.change("Code"):
        command.codings.add(DOCUMENT, NOISE, Span(0, 5))
    assert here.undo().label == "Code"
    assert [one["coding"].all for one in heard] == [set()]


def test_what_another_window_deleted_is_named(here: Project, there: Project) -> None:
    code = here.codes.find(["Reasons", "Light"])
    assert code is not None
    with there.change("Delete"):
        there.codes.delete([code.id])
        there.codings.remove([1])
    for act in (
        lambda: here.codings.add(DOCUMENT, code.id, Span(0, 5)),
        lambda: here.codings.update(1, comment="long"),
        lambda: here.memos.add("why", about="code", target=code.id),
        lambda: here.codes.get(code.id),
        lambda: here.codings.get(1),
    ):
        with (
            pytest.raises(Gone, match=r"^This was deleted in another window; nothing was"),
            here.change("x"),
        ):
            act()
    assert here.history.steps(1)[0].label == "Delete"


def test_undo_of_an_open_windows_step_asks(here: Project, there: Project) -> None:
    with there.change("Their act"):
        there.codes.add("New")
    with pytest.raises(
        ForeignStep, match=r"The last step \(Their act\) was done in the window opened at \d\d:\d\d, .* open"
    ):
        here.undo()
    assert here.undo(force=True).label == "Their act"
    here.redo()
    there.close()
    assert here.undo().label == "Their act"


def test_a_step_of_a_command_is_undone_without_asking(here: Project) -> None:
    with Project.open(here.path) as command, command.change("Imported"):
        command.codes.add("New")
    assert here.undo().label == "Imported"


def test_a_busy_project_is_one_sentence(here: Project, there: Project) -> None:
    here.db.execute("PRAGMA busy_timeout = 0")
    with there.change("Long"):
        there.codes.add("New")
        assert [code.name for code in here.codes.list()] == ["Reasons", "Noise", "Light"]  # reading goes on
        with pytest.raises(QDeskError, match="Another window or program is writing to this project"), here.change("x"):
            here.codes.add("Mine")
    assert [code.name for code in here.codes.list()][-1] == "New"


def test_the_busy_timeout_is_long_enough_for_short_writes(here: Project) -> None:
    assert here.db.execute("PRAGMA busy_timeout").fetchone() == (int(connection.BUSY_SECONDS * 1000),)


def test_a_failure_inside_a_change_leaves_no_step(here: Project) -> None:
    before = [step.id for step in here.history.steps()]
    with pytest.raises(ZeroDivisionError), here.change("Broken"):
        half_done(here)
    assert [step.id for step in here.history.steps()] == before
    assert here.codes.find(["Half"]) is None


def half_done(project: Project) -> None:
    project.codes.add("Half")
    raise ZeroDivisionError


def test_a_change_of_nothing_leaves_no_step(here: Project) -> None:
    before = len(here.history.steps())
    with here.change("Rename code"):
        here.codes.update(NOISE, name="Noise")
    assert len(here.history.steps()) == before


def test_a_write_outside_a_change_fails(here: Project) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        here.codes.add("Loose")
    assert here.codes.find(["Loose"]) is None


def test_typing_is_folded_into_one_step(here: Project, there: Project) -> None:
    with here.change("Write memo", fold="memo 1"):
        memo = here.memos.add("A")
    for text in ("Ab", "Abc"):
        with here.change("Write memo", fold="memo 1"):
            here.memos.update(memo, body=text)
    changes = there.poll()
    assert changes is not None
    assert changes["memo"].inserted == {memo}
    assert here.undo()["memo"].deleted == {memo}
    assert here.redo()["memo"].inserted == {memo}
    assert here.memos.get(memo).body == "Abc"


def test_reasons_are_kept_with_acts_and_undos(here: Project) -> None:
    with here.change("Rename code", why="clearer"):
        here.codes.update(NOISE, name="Din")
    here.undo(why="not clearer")
    here.redo()
    assert here.history.steps()[0].why == "clearer"
    assert [(event.kind, event.why) for event in here.history.events()][-3:] == [
        ("do", ""), ("undo", "not clearer"), ("redo", ""),
    ]  # fmt: skip


def test_a_new_act_after_an_undo_abandons_what_was_undone(here: Project) -> None:
    here.undo()
    with here.change("Other"):
        here.codes.add("Other")
    assert [(step.label, step.state) for step in here.history.steps()[:2]] == [("Other", "done"), ("Code", "abandoned")]
    assert here.history.redoable() is None
    with pytest.raises(QDeskError, match="nothing to redo"):
        here.redo()


def test_effects_are_told_before_going_back(here: Project) -> None:
    steps = [step.id for step in here.history.steps()]
    assert here.history.effects(steps) == [
        (2, "quotes are uncoded"), (3, "codes are taken out"), (1, "document is taken out"),
        (1, "participant is taken out"),
    ]  # fmt: skip
