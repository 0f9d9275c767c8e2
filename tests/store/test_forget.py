"""Forget: what is forgotten stands nowhere in the file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from store_worlds import dump

from qdesk.errors import QDeskError
from qdesk.store import backups
from qdesk.store.check import check
from qdesk.store.project import Project
from qdesk.text.changes import Change
from qdesk.text.newdocument import NewDocument, NewTurn
from qdesk.text.spans import Span

SECRET = "Zanzibarić"
TEXT = f"I: Where?\nAna: In {SECRET} I was born, in {SECRET}.\n"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """A study in which the secret stood in every place there is, and now stands in none."""
    with Project.create(tmp_path / "study.qdesk", "window") as project:
        turns = (NewTurn(0, 3, 9, "I", True), NewTurn(10, 15, len(TEXT) - 1, "Ana"))
        with project.change("Import", why=f"from {SECRET}"):
            new = NewDocument("talk", TEXT, "txt", f"{SECRET}.txt", TEXT.encode(), turns=turns)
            document = project.documents.add(new)
            gone = project.documents.add(NewDocument("gone", f"all about {SECRET}", "txt"))
        with project.change("Code"):
            code = project.codes.add("Place")
            coding = project.codings.add(document, code, Span(18, 28), comment=f"see {SECRET}")
            memo = project.memos.add(f"She said {SECRET}", about="document", target=document)
            project.memos.add(SECRET, title="to go")
        with project.change("Rename code"):
            project.codes.update(code, name=f"Ways of {SECRET}")
        with project.change("Tidy"):
            project.codes.update(code, name="Ways", definition="how one came")
            assert coding is not None
            project.codings.update(coding, comment="")
            project.memos.update(memo, body="She said it")
            project.memos.remove(2)
            project.documents.delete([gone])
        case = project.documents.get(document).case
        assert case is not None
        with project.change("Attributes"):
            project.cases.set_values(case, {"born": SECRET})
        with project.change("Attributes"):
            project.cases.set_values(case, {"born": "abroad"})
        at = [place for place in range(len(TEXT)) if TEXT.startswith(SECRET, place)]
        with project.change("Make anonymous"):
            changes = [Change(place, SECRET, "X-town") for place in at]
            project.documents.edit(document, changes, project.documents.get(document).revision)
        project.undo(why=SECRET)
        project.redo()
        yield project


def everywhere(project: Project) -> bytes:
    """All bytes of the project's file and its log."""
    files = (project.path, project.path.with_name(project.path.name + "-wal"))
    return b"".join(file.read_bytes() for file in files if file.exists()).lower()


def holds(content: bytes) -> bool:
    return any(form.encode() in content for form in (SECRET.lower(), "zanzibari"))


def test_nothing_is_left_of_it_in_the_file(project: Project) -> None:
    assert holds(everywhere(project))
    before = dump(project.db)
    told = project.forget([SECRET])
    assert not holds(everywhere(project))
    after = dump(project.db)
    assert after == before
    assert check(project) == []
    assert [hit.text for hit in project.search("x town")] == ["X-town", "X-town"]
    assert project.search(SECRET) == []
    assert not any(SECRET in sentence for sentence in told)
    assert any("Exports" in sentence for sentence in told)


def test_undo_ends_there_and_begins_anew(project: Project) -> None:
    project.forget()
    assert project.history.undoable() is None
    with pytest.raises(QDeskError, match="before the past was forgotten can no longer be undone"):
        project.undo()
    with project.change("Code"):
        project.codes.add("New")
    project.undo()
    assert project.history.steps()[1].label == "Forget the past"


def test_the_codebooks_history_stays_unless_a_name_occurs_in_it(project: Project) -> None:
    kept = "SELECT image FROM history_row WHERE tbl = 'code' AND image IS NOT NULL"
    project.forget()
    assert any(SECRET in image for (image,) in project.db.execute(kept))
    project.forget(["ZANZIBARIC"])
    assert not project.db.execute(kept).fetchall()
    assert not holds(everywhere(project))


def test_it_fails_loudly_while_another_window_is_open(project: Project) -> None:
    before = project.history.steps()
    with Project.open(project.path, "window") as other, pytest.raises(QDeskError, match="has this project open"):
        other.forget()
    assert project.history.steps() == before
    with project.change("Still works"):
        project.codes.add("New")


def test_backups_are_named_or_replaced(project: Project) -> None:
    old = backups.make(project.path, project.db).path
    assert holds(old.read_bytes().lower())
    assert any("Backups in" in sentence for sentence in project.forget([SECRET]))
    told = project.forget([SECRET], replace_backups=True)
    assert not any("Backups in" in sentence for sentence in told)
    (only,) = backups.list_backups(project.path)
    assert not holds(only.path.read_bytes().lower())


def test_a_name_that_still_stands_is_told(project: Project) -> None:
    with project.change("Write memo"):
        project.memos.add(f"meet {SECRET.upper()} again")
    told = project.forget([SECRET])
    assert f"“{SECRET}” still stands in memos (1) of the project as it is now" in told[0]


def test_what_fails_after_the_erasing_is_said(project: Project) -> None:
    backups.folder_of(project.path).write_text("no folder")
    told = project.forget([SECRET], replace_backups=True)
    assert any("forgotten in the project, but not in all of its backups" in sentence for sentence in told)
    assert not holds(everywhere(project))


def test_half_written_backups_are_named_and_removed(project: Project) -> None:
    half = backups.folder_of(project.path) / "study 2026-01-01 10-00-00.qdesk.part"
    half.parent.mkdir()
    half.write_text(SECRET)
    assert any("still hold the old text: 1." in sentence for sentence in project.forget())
    project.forget(replace_backups=True)
    assert not half.exists()
