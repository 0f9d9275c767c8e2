"""What users write: kept in a form that every file can carry, found whatever its case and accents."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from qdesk.errors import QDeskError
from qdesk.store.check import check
from qdesk.store.project import Project
from qdesk.text.changes import Change
from qdesk.text.newdocument import NewDocument, NewTurn, SourceComment
from qdesk.text.spans import Span

WILD = "a\x00b\udcff"
TAME = "a\ufffdb\ufffd"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "study.qdesk", "window") as project:
        yield project


def test_characters_that_no_file_carries_are_replaced(project: Project) -> None:
    with project.change(WILD, why=WILD):
        document = project.documents.add(NewDocument(WILD, "hello world", "txt"))
        code = project.codes.add(WILD, memo=WILD)
        coding = project.codings.add(document, code, Span(0, 5), comment=WILD)
        case = project.cases.find_or_add(WILD)
        project.cases.set_values(case, {WILD: WILD})
        project.settings.set("title", WILD)
        project.memos.add(WILD, title=WILD)
    assert coding is not None
    assert project.codings.get(coding).comment == project.codes.get(code).name == project.codes.get(code).memo == TAME
    assert project.documents.get(document).name == project.settings.get("title") == TAME
    assert project.cases.get(case).attributes == {TAME: TAME}
    assert project.cases.find_or_add(WILD) == case
    (step,) = project.history.steps()
    assert (step.label, step.why) == (TAME, TAME)
    project.undo(why=WILD)
    project.redo()
    assert project.memos.list()[0].body == TAME


def test_a_correction_is_normalised(project: Project) -> None:
    with project.change("Import"):
        document = project.documents.add(NewDocument("A", "hello world", "txt"))
    with project.change("Correct"):
        revision = project.documents.get(document).revision
        project.documents.edit(document, [Change(5, " ", "\r\n\x01\f")], revision)
    assert project.documents.text(document) == "hello\n\ufffd world"
    assert check(project) == []


def test_codings_that_a_correction_makes_equal_become_one(project: Project) -> None:
    with project.change("Code"):
        document = project.documents.add(NewDocument("A", "hello world text", "txt"))
        code = project.codes.add("Code")
        oldest = project.codings.add(document, code, Span(0, 5), comment="short")
        project.codings.add(document, code, Span(0, 11), comment="long", starred=True)
    with project.change("Correct"):
        project.documents.edit(document, [Change(5, " world", "")], project.documents.get(document).revision)
    (one,) = project.codings.list()
    assert (one.id, one.quote, one.comment, one.starred) == (oldest, "hello", "short\nlong", True)
    project.undo()
    assert len(project.codings.list()) == 2


def test_names_are_found_however_they_are_composed(project: Project) -> None:
    with project.change("Add"):
        ids = (
            project.documents.add(NewDocument("Café", "aaa", "txt")),
            project.codes.add("Café"),
            project.cases.add("Café"),
        )
    name = unicodedata.normalize("NFD", "CAFÉ")
    document, code = project.documents.find(name), project.codes.find([name])
    assert document is not None
    assert code is not None
    assert (document.id, code.id, project.cases.find(name)) == ids


def test_a_document_is_found_by_the_name_of_its_file(project: Project) -> None:
    with project.change("Import"):
        project.documents.add(NewDocument("Interview", "aaa", "txt", "Interview.txt", b"1"))
        second = project.documents.add(NewDocument("Interview", "bbb", "docx", "Interview.docx", b"2"))
        notes = project.documents.add(NewDocument("Notes", "ccc", "md"))
    for name, there in {"interview.DOCX": second, "Notes.markdown": notes, "notes.md": notes, "": None}.items():
        found = project.documents.find(name)
        assert (found and found.id) == there
    with project.change("Rename"):
        project.documents.rename(notes, "Interview.docx")
    assert project.documents.find("Interview.docx").id == notes  # type: ignore[union-attr]


def test_comments_of_a_word_file_become_memos(project: Project) -> None:
    comments = (SourceComment(0, 5, "Eva", "greets"), SourceComment(11, 11, "Eva", "ends"))
    with project.change("Import"):
        document = project.documents.add(NewDocument("A", "hello world", "docx", comments=comments))
    first, second = project.memos.list()
    assert (first.about, first.target, first.span, first.type) == ("span", document, Span(0, 5), "comment")
    assert (first.title, first.body) == ("Eva", "greets")
    assert (second.about, second.target, second.body) == ("document", document, "ends")


def test_an_inner_step_that_fails_leaves_nothing(project: Project) -> None:
    with project.change("Outer"):
        project.codes.add("Kept")
        with pytest.raises(QDeskError, match="needs a name"), project.change("Inner"):
            half_done(project)
        with project.change("Inner"):
            project.codes.add("Whole")
    assert [code.name for code in project.codes.list()] == ["Kept", "Whole"]
    project.undo()
    assert project.codes.list() == []


def half_done(project: Project) -> None:
    project.codes.add("Half")
    project.codes.add("")


def test_the_speaker_is_who_says_most_in_all(project: Project) -> None:
    text = "A: " + "a" * 100 + "\nB: " + "b" * 150 + "\nA: " + "a" * 100
    turns = (NewTurn(0, 3, 103, "Ann"), NewTurn(104, 107, 257, "Bob"), NewTurn(258, 261, 361, "Ann"))
    with project.change("Code"):
        document = project.documents.add(NewDocument("X", text, "txt", turns=turns))
        project.codings.add(document, project.codes.add("c"), Span(0, len(text)))
    (quote,) = project.codings.quotes()
    assert (quote.participant, quote.speaker) == ("Ann", "Ann")


def test_quotes_of_another_window_are_read_before_it_is_heard_of(project: Project) -> None:
    with project.change("Code"):
        document = project.documents.add(NewDocument("A", "Ann: hello world", "txt", turns=(NewTurn(0, 5, 16, "Ann"),)))
        code = project.codes.add("c")
        project.codings.add(document, code, Span(5, 10))
    project.codings.quotes()
    with Project.open(project.path) as other, other.change("Code"):
        other.codings.add(document, code, Span(11, 16))
        other.codings.add(other.documents.add(NewDocument("B", "more text", "txt")), code, Span(0, 4))
    assert [quote.participant for quote in project.codings.quotes()] == ["Ann", "Ann", ""]
