"""A full disk, a folder that may not be written, a folder that is gone: told in a sentence, nothing kept is lost."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from harm import mounted, reopened, study, told

from qdesk.errors import QDeskError
from qdesk.store import backups
from qdesk.store.check import check
from qdesk.store.project import Project
from qdesk.text.newdocument import NewDocument
from qdesk.text.spans import Span


def test_a_full_disk_keeps_all_that_was_saved(tmp_path: Path) -> None:
    """A small disk of its own where one can be mounted, else a limit to the size of files."""
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=2m", "tmpfs") as small_disk:
        path = tmp_path / "disk" / "study.qdesk"
        study(path).close()
        answer = told("fill_disk.py", path, *([] if small_disk else [1_500_000]))
        expected = "The disk is full, so the last act was not saved" if small_disk else "The disk failed"
        assert str(answer["sentence"]).startswith(expected)
        assert answer["there"] == [1, 2, 3, *answer["kept"]]  # type: ignore[misc]
        print(f"\n{answer['sentence']}")
        with Project.open(path) as project:
            assert check(project) == []
            assert [document.id for document in project.documents.list()] == answer["there"]


def test_no_backup_on_a_full_disk_is_told(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=2m", "tmpfs") as small_disk:
        path = tmp_path / "disk" / "study.qdesk"
        with study(path) as project:
            if small_disk:
                fill(tmp_path / "disk" / "other")
            else:
                backups.folder_of(path).write_bytes(b"a file in the place of the folder")
            with pytest.raises(QDeskError) as failed:
                backups.make(path, project.db)
            print(f"\n{failed.value}")
            assert check(project) == []
            assert not list(tmp_path.glob("disk/*backups/*"))


def fill(path: Path) -> None:
    """Write until there is no room left."""
    with suppress(OSError), path.open("wb", buffering=0) as file:
        while True:
            file.write(b"x" * 4096)


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Path]:
    """A project in a folder that may only be read, by root too."""
    folder = tmp_path / "folder"
    folder.mkdir()
    study(folder / "study.qdesk").close()
    with mounted(folder, "--bind", "-o", "ro", str(folder)) as bound:
        if not bound:
            folder.chmod(0o555)
        yield folder / "study.qdesk"
        if not bound:
            folder.chmod(0o755)


def test_a_read_only_folder_can_be_read_and_copied(locked: Path, tmp_path: Path) -> None:
    with Project.open(locked, "window") as project:
        assert project.read_only
        assert check(project) == []
        assert len(project.search("trust", limit=10)) == 10
        for act in (lambda: project.change("Code").__enter__(), project.undo, project.forget):
            with pytest.raises(QDeskError, match="can only be read here, so nothing was changed"):
                act()
        project.layout.set("pins", [1])
        project.save_copy(tmp_path / "copy.qdesk")
        with pytest.raises(QDeskError, match="No backup could be written to"):
            backups.make(locked, project.db)
    with pytest.raises(QDeskError, match=r"cannot be created: read-only file system|permission denied"):
        Project.create(locked.with_name("new.qdesk"))
    assert len(reopened(tmp_path / "copy.qdesk")) == 300


def test_a_file_left_by_a_crash_is_read_in_a_read_only_folder(tmp_path: Path) -> None:
    """Its header says that a log may stand beside it; none does."""
    folder = tmp_path / "folder"
    folder.mkdir()
    with study(tmp_path / "study.qdesk") as project:
        project.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        shutil.copy(project.path, folder / "study.qdesk")
    with mounted(folder, "--bind", "-o", "ro", str(folder)) as bound:
        if not bound:
            (folder / "study.qdesk").chmod(0o444)
        with Project.open(folder / "study.qdesk") as project:
            assert project.read_only
            assert check(project) == []


def test_a_folder_removed_while_open_loses_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    project = study(folder / "study.qdesk")
    with project.change("Apply code"):
        last = project.codings.add(1, 1, Span(1, 9))
    shutil.rmtree(folder)
    told = r"no longer at .*, so the last act was not saved\..* save a copy to keep it"
    with pytest.raises(QDeskError, match=told), project.change("Apply code"):
        project.codings.add(1, 1, Span(2, 9))
    with pytest.raises(QDeskError, match="no longer at"):
        project.undo()
    assert project.documents.text(1).startswith("line 0 of talk 0")
    project.save_copy(tmp_path / "rescued.qdesk")
    project.close()
    rescued = reopened(tmp_path / "rescued.qdesk")
    assert last in rescued
    assert len(rescued) == 301


def test_another_project_in_its_place_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "study.qdesk"
    project = study(path)
    Project.create(tmp_path / "other.qdesk").close()
    for side in ("-wal", "-shm"):
        path.with_name(path.name + side).unlink()
    (tmp_path / "other.qdesk").replace(path)
    with Project.open(path, "window") as other:
        with other.change("Import"):
            other.documents.add(NewDocument("mine", "text", "txt"))
        with pytest.raises(QDeskError, match="no longer at"), project.change("Code"):
            project.codes.add("New")
        project.close()
        with other.change("Code"):
            other.codes.add("Mine")
    with Project.open(path) as other:
        assert check(other) == []
        assert [code.name for code in other.codes.list()] == ["Mine"]
