"""Turns and speakers corrected by hand; who speaks where is marked by hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qdesk.errors import QDeskError
from qdesk.store.check import check
from qdesk.store.documents import StaleSpan
from qdesk.store.project import Project
from qdesk.text.changes import Change
from qdesk.text.newdocument import NewDocument
from qdesk.text.spans import Span
from qdesk.text.turns import turns_for

TEXT = "I: Well?\nAnn: Yes. And you?\nBea: No.\nCarl: Me neither."
LABELS = {"I": True, "Ann": False, "Bea": False}


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Carl's label was not known at import, so his words are Bea's; they are coded."""
    with Project.create(tmp_path / "study.qdesk") as project:
        with project.change("Import"):
            document = project.documents.add(NewDocument("Talk", TEXT, "txt", turns=turns_for(TEXT, LABELS)))
            code = project.codes.add("Trust")
            project.codings.add(document, code, Span(TEXT.index("Me"), len(TEXT)))
        yield project
        assert check(project) == []


def said(project: Project) -> list[tuple[str, str]]:
    (document,) = project.documents.ids()
    return [(turn.speaker_name, TEXT[turn.label_end : turn.end]) for turn in project.turns.of(document)]


def speaker(project: Project, name: str) -> int:
    return next(one.id for one in project.speakers.list() if one.name == name)


def test_a_label_that_was_missed_becomes_a_turn(project: Project) -> None:
    (document,) = project.documents.ids()
    words = project.documents.get(document).words
    with project.change("New turn"):
        carl = project.speakers.find_or_add("Carl", False, project.cases.find_or_add("Carl"))
        project.turns.split(document, TEXT.index("Carl"), carl)
    assert said(project)[2:] == [("Bea", "No."), ("Carl", "Me neither.")]
    assert project.documents.get(document).words == words - 1
    assert project.codings.quotes()[0].participant == "Carl"
    project.undo()
    assert said(project)[2:] == [("Bea", "No.\nCarl: Me neither.")]
    assert project.documents.get(document).words == words


def test_a_turn_begins_in_the_middle_of_a_line(project: Project) -> None:
    (document,) = project.documents.ids()
    with project.change("New turn"):
        project.turns.split(document, TEXT.index("And you"), speaker(project, "Bea"))
    assert said(project)[1:3] == [("Ann", "Yes."), ("Bea", "And you?")]


@pytest.mark.parametrize("place", [0, TEXT.index("Ann"), TEXT.index("Yes"), len(TEXT)])
def test_where_a_turn_begins_already_none_begins_anew(project: Project, place: int) -> None:
    (document,) = project.documents.ids()
    with pytest.raises(QDeskError, match="cannot begin here"), project.change("New turn"):
        project.turns.split(document, place, speaker(project, "Bea"))


def test_a_turn_joins_the_one_before(project: Project) -> None:
    (document,) = project.documents.ids()
    with project.change("Join"):
        project.turns.join(project.turns.of(document)[2].id)
    assert said(project) == [("I", "Well?"), ("Ann", "Yes. And you?\nBea: No.\nCarl: Me neither.")]
    with project.change("Join"):
        project.turns.join(project.turns.of(document)[0].id)
    assert len(said(project)) == 1


def test_another_speaker_for_a_turn(project: Project) -> None:
    (document,) = project.documents.ids()
    with project.change("Assign"):
        project.turns.assign([project.turns.of(document)[2].id], speaker(project, "Ann"))
    assert [name for name, _speech in said(project)] == ["I", "Ann", "Ann"]
    assert project.codings.quotes()[0].participant == "Ann"


def test_merged_speakers_are_one_in_all_documents(project: Project) -> None:
    with project.change("Import"):
        again = "I: So?\nANN: Hm."
        project.documents.add(NewDocument("More", again, "txt", turns=turns_for(again, {"I": True, "ANN": False})))
    ann, shouting = speaker(project, "Ann"), speaker(project, "ANN")
    with project.change("Merge"):
        project.speakers.merge([ann, shouting], ann)
    assert {one.name for one in project.speakers.list()} == {"I", "Ann", "Bea"}
    assert [turn.speaker for turn in project.turns.of(project.documents.ids()[1])] == [speaker(project, "I"), ann]
    project.undo()
    assert shouting in {one.id for one in project.speakers.list()}


def test_roles_and_names(project: Project) -> None:
    bea = speaker(project, "Bea")
    with project.change("Set"):
        project.speakers.set_interviewer(bea, True)
        project.speakers.rename(bea, " Beatrice ")
    assert project.codings.quotes()[0].participant == ""
    with project.change("Set"):
        project.speakers.set_interviewer(bea, False)
    assert project.codings.quotes()[0].participant == "Bea"  # as before
    with project.change("Set"):
        project.speakers.set_case(bea, project.cases.find_or_add("Ann"))
    assert project.codings.quotes()[0].participant == "Ann"
    with pytest.raises(QDeskError, match="needs a name"), project.change("Set"):
        project.speakers.rename(bea, " ")


def test_a_place_of_an_older_text_is_refused(project: Project) -> None:
    (document,) = project.documents.ids()
    revision = project.documents.get(document).revision
    with project.change("Correct"):
        project.documents.edit(document, [Change(TEXT.index("Well"), "", "Oh ")], revision)
    with pytest.raises(StaleSpan), project.change("New turn"):
        project.turns.split(document, TEXT.index("And you"), speaker(project, "Bea"), revision)
