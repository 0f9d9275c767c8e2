"""new, history, undo, redo, check, restore."""

import shutil
import sqlite3
from contextlib import closing

from qdesk.store.project import Project


def test_new_makes_an_empty_project_and_leaves_another_as_it_is(qdesk, tmp_path):
    path = tmp_path / "thesis.qdesk"
    assert qdesk("new", tmp_path / "thesis") == (0, f"{path}\n", "")
    before = path.read_bytes()
    again = qdesk("new", path)
    assert again.status == 1
    assert "exists already" in again.err
    assert path.read_bytes() == before
    assert qdesk("new", path, "--force").status == 0
    assert qdesk("check", tmp_path / "thesis") == (0, "ok\n", "")  # the suffix may be left out


def test_new_in_a_folder_that_is_not_there(qdesk, tmp_path):
    assert "cannot be created" in qdesk("new", tmp_path / "none" / "x.qdesk").err


def test_history_undo_and_redo_with_reasons(qdesk, coded):
    assert qdesk("undo", coded, "2", "--why", "wrong codebook").out.splitlines() == [
        "Undone: Code 6 passages from a table", "Undone: Import the codebook",
    ]  # fmt: skip
    assert qdesk("redo", coded, "--why", "right after all").out == "Redone: Import the codebook\n"
    coding, codebook, first = qdesk("history", coded, "--json").rows
    assert [step["state"] for step in (coding, codebook, first)] == ["undone", "done", "done"]
    assert first["why"] == "first wave"
    assert [(one["kind"], one["why"]) for one in codebook["replays"]] == [
        ("undo", "wrong codebook"), ("redo", "right after all"),
    ]  # fmt: skip
    told = qdesk("history", coded).out
    assert "right after all" in told
    assert "first wave" in told


def test_nothing_left_is_1(qdesk, coded):
    assert qdesk("redo", coded) == (1, "", "qdesk: There is nothing to redo.\n")
    ran = qdesk("undo", coded, "9")
    assert (ran.status, ran.out.count("Undone")) == (1, 3)
    assert ran.err == "qdesk: There is nothing to undo. 3 of 9 steps were undone.\n"
    assert qdesk("undo", coded) == (1, "", "qdesk: There is nothing to undo.\n")
    assert qdesk("list", coded, "documents", "--json").rows == []
    assert qdesk("redo", coded, "3").status == 0
    assert len(qdesk("list", coded, "codings", "--json").rows) == 6


def test_a_step_of_an_open_window_needs_force(qdesk, coded):
    with Project.open(coded, "window") as window:
        with window.change("Make a theme"):
            window.codes.add("Made in the window", kind="theme")
        ran = qdesk("undo", coded)
        assert ran.status == 1
        assert "--force" in ran.err
        assert ran.err.count("\n") == 1
        assert qdesk("undo", coded, "--force").out == "Undone: Make a theme\n"


def test_check_names_what_is_wrong(qdesk, coded):
    with closing(sqlite3.connect(coded)) as db:
        for (trigger,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f'DROP TRIGGER "{trigger}"')
        db.execute("UPDATE coding SET quote = 'something else' WHERE id = 1")
        db.commit()
    ran = qdesk("check", coded)
    assert (ran.status, ran.out) == (1, "")
    assert "Coding 1 in Ann no longer fits its text" in ran.err


def test_restore_takes_the_newest_backup_or_the_one_named(qdesk, coded, tmp_path):
    copy = tmp_path / "copy.qdesk"
    shutil.copy(coded, copy)
    coded.write_bytes(b"SQLite format 3\x00 and then nothing")
    assert qdesk("list", coded, "codes").status == 1
    assert qdesk("restore", coded, copy).status == 0
    assert len(qdesk("list", coded, "codings", "--json").rows) == 6
    # The first command that changed a project with a past made a backup before it did so.
    assert qdesk("restore", coded).status == 0
    assert len(qdesk("list", coded, "documents", "--json").rows) == 2
    assert qdesk("list", coded, "codings", "--json").rows == []


def test_restore_without_backup(qdesk, tmp_path):
    qdesk("new", tmp_path / "x.qdesk")
    assert "There is no backup" in qdesk("restore", tmp_path / "x.qdesk").err
    assert "There is no backup" in qdesk("restore", tmp_path / "x.qdesk", tmp_path / "none.qdesk").err


def test_reasons_of_making_and_restoring_are_kept(qdesk, tmp_path):
    made = tmp_path / "made.qdesk"
    assert qdesk("new", made, "--why", "a pilot").status == 0
    (step,) = qdesk("history", made, "--json").rows
    assert (step["label"], step["why"]) == ("Create the project", "a pilot")
    copy = tmp_path / "copy.qdesk"
    copy.write_bytes(made.read_bytes())
    assert qdesk("restore", made, copy, "--why", "the wrong file").status == 0
    assert qdesk("history", made, "--json").rows[0]["why"] == "the wrong file"
    assert qdesk("new", made, "--force").status == 0
    assert qdesk("history", made, "--json").rows == []
    assert list(tmp_path.glob("made.qdesk-backups/before replacing*.kept"))


def test_a_reason_that_is_no_text_is_kept_as_far_as_it_is(qdesk, tmp_path):
    assert qdesk("new", tmp_path / "made.qdesk", "--why", "sure\udcff").status == 0
    assert qdesk("history", tmp_path / "made.qdesk", "--json").rows[0]["why"] == "sure\ufffd"
