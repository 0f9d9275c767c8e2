"""A small study in which everything was counted by hand, and a search tab on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from search_study import ANN, BEA, GUL, NOTE, SPEAKERS, Telling

from qdesk.gui.search.tab import SearchTab
from qdesk.store.project import Project
from qdesk.text.newdocument import Formatting, NewDocument
from qdesk.text.spans import Span
from qdesk.text.turns import turns_for


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Project]:
    """Three interviews and a note; "We trusted the head." is coded as Head, which lies in the theme School."""
    with Project.create(tmp_path / "study.qdesk", "window") as project:
        with project.change("Import"):
            for name, text, language in (("Ann", ANN, "en"), ("Bea", BEA, "en"), ("Gul", GUL, "ur")):
                turns = turns_for(text, SPEAKERS)
                project.documents.add(NewDocument(name, text, "txt", turns=turns, language=language))
            headings = tuple(
                Formatting(NOTE.index(word), NOTE.index(word) + 5, "heading1") for word in ("Money", "Trust")
            )
            project.documents.add(NewDocument("Note", NOTE, "docx", formatting=headings, language="en"))
            theme = project.codes.add("School", kind="theme")
            code = project.codes.add("Head", parent=theme)
            project.codes.add("Money")
            start = ANN.index("We trusted")
            project.codings.add(project.documents.ids()[0], code, Span(start, start + 20))
        yield project


@pytest.fixture
def bus(study: Project) -> Telling:
    return Telling(study)


@pytest.fixture
def tab(bus: Telling, dressed: object, qtbot: Any) -> SearchTab:
    """The tab, shown as a window of its own."""
    tab = SearchTab(bus)
    qtbot.addWidget(tab)
    tab.resize(1120, 766)
    with qtbot.waitExposed(tab):
        tab.show()
    return tab
