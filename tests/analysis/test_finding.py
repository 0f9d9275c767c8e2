"""Search by words, forms, letters and patterns, in the whole project and in parts of it; places counted by hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qdesk.analysis.finding import Query, find
from qdesk.errors import QDeskError
from qdesk.store.project import Project
from qdesk.text.newdocument import NewDocument
from qdesk.text.spans import Span
from qdesk.text.turns import turns_for

ENGLISH = (
    "Interviewer: Do you trust them?\nAnn: Trusting is hard. I trusted once.\n"
    "Interviewer: And now?\nBea: Mistrust, mostly."
)
SPEAKERS = {"Interviewer": True, "Ann": False, "Bea": False, "Eva": False}
SPANISH = "Interviewer: ¿Y la confianza?\nEva: Confiaba en él. Confío poco, sin confianza."


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Two interviews; “I trusted once” is coded as Loss."""
    with Project.create(tmp_path / "study.qdesk") as project:
        with project.change("Import"):
            for name, text, language in (("One", ENGLISH, "en"), ("Dos", SPANISH, "es")):
                new = NewDocument(name, text, "txt", turns=turns_for(text, SPEAKERS), language=language)
                project.documents.add(new)
            code = project.codes.add("Loss")
            start = ENGLISH.index("I trusted")
            project.codings.add(project.documents.ids()[0], code, Span(start, start + 15))
        yield project


def texts(project: Project, text: str, **how: object) -> list[str]:
    return [hit.text for hit in find(project, Query(text, **how))]  # type: ignore[arg-type]


def test_words_letters_forms_and_patterns(project: Project) -> None:
    assert texts(project, "trust") == ["trust", "Trust", "trust"]
    assert texts(project, "trust", how="letters") == ["trust", "Trust", "trust", "trust"]
    assert texts(project, "trusts", how="forms") == ["trust", "Trusting", "trusted"]
    assert texts(project, r"\bi? ?trust(ing|ed)", how="pattern") == ["Trusting", "I trusted"]


def test_alternatives_come_in_the_order_of_the_text(project: Project) -> None:
    assert texts(project, "mostly | hard | hard") == ["hard", "mostly"]


def test_forms_follow_the_language_of_the_document(project: Project) -> None:
    assert texts(project, "confianza", how="forms") == ["confianza", "confianza"]
    assert texts(project, "confiar", how="forms") == ["Confiaba", "Confío"]
    assert texts(project, "trusting is", how="forms") == ["Trusting is"]


def test_labels_hold_no_hits(project: Project) -> None:
    assert texts(project, "interviewer") == []
    assert texts(project, "ann", how="letters") == []


def test_parts_of_the_project(project: Project) -> None:
    one, _dos = project.documents.ids()
    speakers = {speaker.name: speaker.id for speaker in project.speakers.list()}
    cases = {case.name: case.id for case in project.cases.list()}
    (code,) = (code.id for code in project.codes.list())
    assert texts(project, "confianza", documents=frozenset([one])) == []
    assert texts(project, "trust", speakers=frozenset([speakers["Ann"]])) == ["Trust", "trust"]
    assert texts(project, "trust", cases=frozenset([cases["Ann"]])) == ["Trust", "trust"]
    assert texts(project, "mostly | hard", cases=frozenset([cases["Bea"]])) == ["mostly"]
    assert texts(project, "trust", codes=frozenset([code])) == ["trust"]


def test_a_wrong_pattern_is_said_in_a_sentence(project: Project) -> None:
    with pytest.raises(QDeskError, match="is no regular expression"):
        texts(project, "(", how="pattern")


def test_a_limit_and_nothing(project: Project) -> None:
    assert len(find(project, Query("trust"), limit=2)) == 2
    assert texts(project, "  ", how="pattern") == []
    assert texts(project, "?!", how="forms") == []
