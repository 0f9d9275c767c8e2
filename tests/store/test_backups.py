"""Backups: made when something changed, verified, thinned out, restored."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from store_worlds import dump, small

from qdesk.errors import QDeskError
from qdesk.store import backups
from qdesk.store.check import check
from qdesk.store.project import Project


def test_a_backup_is_due_only_after_a_change(tmp_path: Path) -> None:
    with Project.create(tmp_path / "study.qdesk", "window") as project:
        assert project.backup_if_due() is None
        with project.change("Code"):
            project.codes.add("One")
        assert project.backup_if_due(timedelta(minutes=20)) is not None  # the first one is always due
        assert project.backup_if_due() is None
        with project.change("Code"):
            project.codes.add("Two")
        assert project.backup_if_due(timedelta(minutes=20)) is None
        assert project.backup_if_due() is not None


def test_a_damaged_backup_does_not_count(tmp_path: Path) -> None:
    with small(tmp_path / "study.qdesk") as project:
        backups.make(project.path, project.db).path.write_bytes(b"nothing")
        assert project.backup_if_due() is not None


def test_a_copy_is_whole_and_belongs_to_nobody(tmp_path: Path) -> None:
    with small(tmp_path / "study.qdesk") as project:
        project.save_copy(tmp_path / "copy.qdesk")
        with Project.open(tmp_path / "copy.qdesk", "window") as copy:
            assert dump(copy.db) == dump(project.db)
            assert check(copy) == []
            assert copy.undo().label == "Code"  # no window is open on the copy
        with pytest.raises(QDeskError, match="is the project itself"):
            project.save_copy(project.path)
        with pytest.raises(QDeskError, match="No copy could be written to"):
            project.save_copy(tmp_path / "nowhere" / "copy.qdesk")


def test_restore_keeps_what_lay_there(tmp_path: Path) -> None:
    path = tmp_path / "study.qdesk"
    with small(path) as project:
        backups.make(path, project.db)
        with project.change("Delete document"):
            project.documents.delete([1])
        with pytest.raises(QDeskError, match="open in a window"):
            backups.restore(path)
    backups.restore(path)
    with Project.open(path) as project:
        assert [document.id for document in project.documents.list()] == [1]
    (kept,) = backups.folder_of(path).glob("before restoring*.kept")
    with Project.open(kept) as before:
        assert before.documents.list() == []


def test_a_damaged_backup_is_not_restored(tmp_path: Path) -> None:
    path = tmp_path / "study.qdesk"
    small(path).close()
    content = path.read_bytes()
    (tmp_path / "bad.qdesk").write_bytes(content[:5000])
    with pytest.raises(QDeskError):
        backups.restore(path, tmp_path / "bad.qdesk")
    with pytest.raises(QDeskError, match=r"There is no backup of study\.qdesk"):
        backups.restore(path)
    assert path.read_bytes() == content


def test_the_last_ten_and_one_a_day_for_a_month_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "study.qdesk"
    with small(path) as project:
        backups.make(path, project.db)
        sample = backups.list_backups(path)[0].path.read_bytes()
        now = datetime.now()
        for hours in range(1, 60 * 24, 6):
            stamp = (now - timedelta(hours=hours)).strftime("%Y-%m-%d %H-%M-%S")
            (backups.folder_of(path) / f"study {stamp}.qdesk").write_bytes(sample if hours == 1 else b"")
        (backups.folder_of(path) / "my own copy.qdesk").write_bytes(b"mine")
        backups.make(path, project.db)
    kept = backups.list_backups(path)
    older = [one.made.date() for one in kept[10:]]
    assert len(older) == len(set(older))
    assert 27 <= len({one.made.date() for one in kept}) <= 31
    assert min(one.made for one in kept) > now - timedelta(days=31)
    assert (backups.folder_of(path) / "my own copy.qdesk").exists()


def test_histories_that_went_separate_ways_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "study.qdesk"
    with small(path) as project:
        backups.make(path, project.db)
    with Project.create(path, force=True) as project:
        for number in range(3):  # as many steps as the study had that was replaced
            with project.change("Code"):
                project.codes.add(f"New {number}")
        assert project.backup_if_due() is not None


def test_what_is_replaced_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "study.qdesk"
    with small(path), pytest.raises(QDeskError, match="open in a window"):
        Project.create(path, force=True)
    with Project.create(path, force=True) as project:
        assert project.documents.list() == []
    (kept,) = backups.folder_of(path).glob("before replacing*.kept")
    with Project.open(kept) as before:
        assert len(before.codings.list()) == 2
