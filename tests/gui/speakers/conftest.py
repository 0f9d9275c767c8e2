"""A project with two talks whose speakers want correcting."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from talks import FIRST, SECOND, THIRD, Told

from qdesk.gui.bus import Bus
from qdesk.store.check import check
from qdesk.store.project import Project
from qdesk.text.newdocument import NewDocument
from qdesk.text.turns import turns_for


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Carl's label was not known at import; the second talk has ANN for Ann, and its own name for the interviewer."""
    with Project.create(tmp_path / "study.qdesk") as project:
        with project.change("Import"):
            for name, text, labels in (
                ("Talk", FIRST, {"I": True, "Ann": False, "Bea": False}),
                ("More", SECOND, {"Moderator": True, "ANN": False}),
                ("Notes", THIRD, {}),
            ):
                turns = turns_for(text, labels) if labels else ()
                project.documents.add(NewDocument(name, text, "txt", turns=turns))
        yield project
        assert check(project) == []


@pytest.fixture
def bus(project: Project) -> Bus:
    return Bus(project)


@pytest.fixture
def told(bus: Bus) -> Told:
    told = Told()
    bus.told.connect(lambda sentence, _undo: told.append(sentence))
    bus.failed.connect(lambda sentence: told.append(f"!{sentence}"))
    return told
