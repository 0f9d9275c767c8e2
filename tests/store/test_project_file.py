"""The file: made, opened, refused, migrated, closed to one file."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from store_worlds import dump, small

from qdesk.errors import QDeskError
from qdesk.store import schema
from qdesk.store.check import check
from qdesk.store.project import Project

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "study.qdesk"


def test_one_file_remains_after_closing(path: Path) -> None:
    with small(path):
        assert path.with_name("study.qdesk-wal").exists()
    assert [one.name for one in path.parent.iterdir()] == ["study.qdesk"]


def test_a_project_is_not_made_over_another(path: Path) -> None:
    small(path).close()
    with pytest.raises(QDeskError, match="exists already and was left as it is"):
        Project.create(path)
    with Project.create(path, force=True) as project:
        assert project.codes.list() == []


def test_a_project_in_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QDeskError, match="cannot be created: no such file or directory"):
        Project.create(tmp_path / "nowhere" / "study.qdesk")


def test_undo_and_redo_work_after_reopening(path: Path) -> None:
    project = small(path)
    contents = [dump(project.db)]
    while project.history.undoable():
        project.undo()
        contents.append(dump(project.db))
        project.close()
        project = Project.open(path, "window")
    assert not any(contents[-1].values())
    for content in reversed(contents[:-1]):
        project.redo()
        assert dump(project.db) == content
    project.close()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"PK\x03\x04 a zip file", "is not a QDesk project"),
        (b"SQLite format 3\x00", "is not a QDesk project"),
    ],
)
def test_another_kind_of_file_is_refused(path: Path, content: bytes, sentence: str) -> None:
    path.write_bytes(content)
    with pytest.raises(QDeskError, match=sentence):
        Project.open(path)
    assert path.read_bytes() == content


def test_a_missing_file_is_told(path: Path) -> None:
    with pytest.raises(QDeskError, match="There is no project at"):
        Project.open(path)


def test_a_foreign_database_is_refused(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE other (id)")
    with pytest.raises(QDeskError, match="not a QDesk project; it was left as it is"):
        Project.open(path)
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT name FROM sqlite_master").fetchall() == [("other",)]


def test_a_newer_file_is_refused(path: Path) -> None:
    small(path).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    with pytest.raises(QDeskError, match="made by a newer QDesk; it was left as it is"):
        Project.open(path)


def test_undo_stops_at_a_migration(path: Path) -> None:
    with small(path) as project:
        project.db.execute("UPDATE history_step SET schema = schema - 1 WHERE label <> 'Code'")
        project.undo()
        assert project.history.undoable() is None
        with pytest.raises(QDeskError, match=r"The last step \(Codes\) was done in an older QDesk and can no"):
            project.undo()


@pytest.mark.parametrize("version", range(1, schema.VERSION + 1))
def test_every_released_schema_opens_changes_and_undoes(tmp_path: Path, version: int) -> None:
    path = tmp_path / "old.qdesk"
    shutil.copy(FIXTURES / f"schema_{version}.qdesk", path)
    with Project.open(path, "window") as project:
        assert check(project) == []
        assert [coding.quote for coding in project.codings.list()] == ["Because", "the noise"]
        assert project.memos.list()[0].body == "Noise is everywhere."
        before = dump(project.db)
        with project.change("Delete document"):
            project.documents.delete([1])
        assert project.codings.list() == []
        project.undo()
        assert dump(project.db) == before
        assert check(project) == []
        assert [hit.text for hit in project.search("noise")] == ["noise"]


def test_the_fixture_has_the_tables_of_this_version(path: Path) -> None:
    """A changed table needs a new schema number, a migration and a fixture of its own."""
    small(path).close()
    told = []
    for file in (path, FIXTURES / f"schema_{schema.VERSION}.qdesk"):
        with closing(sqlite3.connect(file)) as db:
            told.append(set(db.execute("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'search_%'")))
    assert told[0] == told[1]
