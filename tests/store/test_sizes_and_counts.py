"""Small figures of a project, counted in the database and not read: against lists."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from qdesk.store.project import Project
from qdesk.text.newdocument import NewDocument, NewTurn
from qdesk.text.spans import Span


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Three documents with 2, 0 and 1 codings of two codes in a theme."""
    with Project.create(tmp_path / "study.qdesk") as project:
        with project.change("Set up"):
            first, _none, last = (
                project.documents.add(NewDocument(name, "One two three.", "txt")) for name in ("Straße", "B", "C")
            )
            theme = project.codes.add("Theme", kind="theme")
            codes = [project.codes.add(name, theme) for name in ("Trust", "Room")]
            for document, code in ((first, codes[0]), (first, codes[1]), (last, codes[0])):
                project.codings.add(document, code, Span(0, 3))
        yield project


def test_sizes(project: Project) -> None:
    assert project.sizes() == (3, 0, 2, 1, 3)


def test_an_interview_is_a_document_in_which_a_participant_speaks(project: Project) -> None:
    asked = NewTurn(0, 4, 12, "Ann", is_interviewer=True)
    with project.change("Import"):
        project.documents.add(NewDocument("Questions", "Ann: and you?", "txt", turns=(asked,)))
        answered = (asked, NewTurn(14, 17, 19, "B"))
        project.documents.add(NewDocument("Answers", "Ann: and you? B: no", "txt", turns=answered))
        project.documents.add(NewDocument("Told", "All in all.", "txt"), project.cases.find_or_add("C"))
    assert project.sizes()[:2] == (6, 2)


def test_codings_per_document(project: Project) -> None:
    counted = Counter(coding.document for coding in project.codings.list())
    _first, none, last = project.documents.ids()
    assert project.codings.per_document() == counted
    assert project.codings.per_document([none, last]) == {none: 0, last: counted[last]}


def test_ids_are_in_the_order_of_the_list(project: Project) -> None:
    with project.change("Order"):
        project.documents.update(project.documents.ids()[0], position=9)
    assert project.documents.ids() == [document.id for document in project.documents.list()]


def test_a_code_is_there_until_it_is_deleted(project: Project) -> None:
    code = project.codes.list()[-1].id
    assert project.codes.has(code)
    with project.change("Delete"):
        project.codes.delete([code])
    assert not project.codes.has(code)


@pytest.mark.parametrize("name", ["STRASSE", " straße ", "strasse.TXT"])
def test_a_document_is_found_whatever_its_case(project: Project, name: str) -> None:
    found = project.documents.find(name)
    assert found is not None
    assert found.name == "Straße"


def test_participants_are_spliced_whether_read_before_or_not(project: Project) -> None:
    read, unread = Project.open(project.path), Project.open(project.path)
    first = project.documents.ids()[0]
    assert read.codings.arrays().participant.tolist() == [0, 0, 0]
    assert len(unread.codings.arrays().id) == 3
    for one in (read, unread):
        with one.change("Code"):
            one.codings.remove([one.codings.of(first)[0].id])
            one.documents.update(first, case_id=one.cases.add("Nadia"))
        case = one.cases.list()[-1].id
        assert one.codings.arrays().participant.tolist() == [case] * len(one.codings.of(first)) + [0]
        one.close()
