"""The context of hits: paragraphs without labels, in every kind of text."""

from __future__ import annotations

from pathlib import Path

import pytest
from search_study import ANN, NOTE

from qdesk.errors import QDeskError
from qdesk.gui.search.pages import KEPT, Pages
from qdesk.store.project import Project
from qdesk.store.search import Hit
from qdesk.text.newdocument import NewDocument
from qdesk.text.spans import Span
from qdesk.text.turns import turns_for


def hit(document: int, text: str, words: str) -> Hit:
    start = text.index(words)
    return Hit(document, "", Span(start, start + len(words)), "", words, "")


def test_a_hit_in_its_paragraph(study: Project) -> None:
    pages = Pages(study)
    around = pages.around(hit(1, ANN, "Trust is"))
    assert around[:3] == ("Slowly. ", "Trust is", " work. We trusted the head.")
    assert around[3:] == ("Ann", 2, "Ann", False)
    assert pages.around(hit(1, ANN, "now?"))[5:] == ("I", True)
    assert pages.around(hit(4, NOTE, "none"))[:6] == ("There was ", "none", ".", "Note", 2, "")


def test_a_hit_that_reaches_into_the_next_paragraph(study: Project) -> None:
    around = Pages(study).around(hit(4, NOTE, "none.\nTrust"))
    assert around[:3] == ("There was ", "none.\nTrust", "")


def test_two_turns_in_one_paragraph(tmp_path: Path) -> None:
    text = "Ann: So it was\nI: And then?\n\nAnn: Nothing."
    with Project.create(tmp_path / "wrapped.qdesk") as project:
        with project.change("Import"):
            turns = turns_for(text, {"I": True, "Ann": False})
            project.documents.add(NewDocument("Wrapped", text, "txt", paragraphs="blank", turns=turns))
        pages = Pages(project)
        assert pages.around(hit(1, text, "it"))[:3] == ("So ", "it", " was")
        assert pages.around(hit(1, text, "then"))[:3] == ("And ", "then", "?")
        assert pages.around(hit(1, text, "Nothing")).number == 2


def test_only_the_last_documents_are_kept(study: Project) -> None:
    with study.change("Import"):
        for number in range(KEPT + 5):
            study.documents.add(NewDocument(f"More {number}", NOTE, "txt"))
    pages = Pages(study)
    for document in study.documents.ids()[3:]:
        assert pages.around(hit(document, NOTE, "none")).number == 2
    assert len(pages._pages) == KEPT
    pages.clear()
    assert len(pages._pages) == 0


def test_a_document_that_is_gone(study: Project) -> None:
    with study.change("Delete"):
        study.documents.delete([4])
    with pytest.raises(QDeskError):
        Pages(study).around(hit(4, NOTE, "none"))
