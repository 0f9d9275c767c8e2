"""A damaged or cut file: one plain sentence, and a backup brings it back."""

import sqlite3
from pathlib import Path

import pytest
from harm import command, reopened, study

from qdesk.errors import QDeskError
from qdesk.store import backups
from qdesk.store.check import check, quotes_breaches
from qdesk.store.connection import PAGE_BYTES, plain_error
from qdesk.store.project import Project

DAMAGED = "The project file is damaged. Nothing was changed. Restore a backup"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed project with a backup."""
    path = tmp_path / "study.qdesk"
    with study(path) as project:
        backups.make(path, project.db)
    return path


def harm_page(path: Path, page: int) -> None:
    content = bytearray(path.read_bytes())
    content[page * PAGE_BYTES : page * PAGE_BYTES + 64] = b"\xff" * 64
    path.write_bytes(content)


def test_any_damaged_page_is_told_by_check(path: Path) -> None:
    sound = path.read_bytes()
    used = len(sound) // PAGE_BYTES
    for page in range(1, used, max(1, used // 12)):
        path.write_bytes(sound)
        harm_page(path, page)
        try:
            with Project.open(path) as project:
                (sentence, *_) = check(project)
        except QDeskError as error:
            sentence = str(error)
        assert sentence.startswith(DAMAGED)


def test_a_page_damaged_while_it_is_read(path: Path) -> None:
    with Project.open(path) as project:
        (page,) = project.db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'document'").fetchone()
    harm_page(path, page - 1)
    with Project.open(path) as project:
        with pytest.raises(sqlite3.DatabaseError) as failed:
            project.documents.list()
        assert str(plain_error(failed.value)).startswith(DAMAGED)
        with pytest.raises(QDeskError, match="is damaged"), project.change("Delete"):
            project.documents.delete([1])
    (sentence,) = quotes_breaches(path)
    assert sentence.startswith(DAMAGED)
    for name in ("check", "show"):
        status, output = command(name, path, *(["talk 1"] if name == "show" else []))
        assert status == 1
        assert DAMAGED in output
        assert "Traceback" not in output


@pytest.mark.parametrize("part", [0.9, 0.5, 0.1])
def test_a_cut_file_is_told(path: Path, part: float) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * part)])
    try:
        with Project.open(path) as project:
            (sentence, *_) = check(project)
    except QDeskError as error:
        sentence = str(error)
    assert sentence.startswith(DAMAGED)
    backups.restore(path)
    assert len(reopened(path)) == 300


def test_a_file_cut_to_its_first_bytes_is_told(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])
    with pytest.raises(QDeskError, match=r"is not a QDesk project; it was left as it is. .* or restore a backup"):
        Project.open(path)


def test_restoring_brings_a_damaged_project_back(path: Path) -> None:
    harm_page(path, 3)
    harmed = path.read_bytes()
    status, output = command("restore", path)
    assert (status, output.startswith("Restored")) == (0, True)
    assert len(reopened(path)) == 300
    (kept,) = backups.folder_of(path).glob("*.kept")
    assert kept.read_bytes() == harmed
