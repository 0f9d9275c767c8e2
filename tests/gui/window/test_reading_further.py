"""What the desk adds to the reader: times in citations, quotes of other documents, speakers that change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from qdesk.gui.bus import Bus, TextSelection
from qdesk.gui.look.theme import Look
from qdesk.gui.reader.reader import Reader
from qdesk.gui.window.reading import Reading
from qdesk.store.project import Project
from qdesk.text.newdocument import NewDocument
from qdesk.text.spans import Span
from qdesk.text.turns import turns_for

TEXT = "[0:10] I: Who decides?\n[0:20] A: All of us. In truth the head.\n[0:30] I: And then?\n[0:40] A: We wait."


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Three interviews; Trust in the first and third, Waiting in all, and in the question of the third."""
    with Project.create(tmp_path / "study.qdesk") as project:
        with project.change("Begin"):
            for number in (1, 2, 3):
                turns = turns_for(TEXT, {"I": True, "A": False})
                project.documents.add(NewDocument(f"Talk {number}", TEXT, "txt", turns=turns))
            trust, waiting = (project.codes.add(name) for name in ("Trust", "Waiting"))
            for document, code, words in (
                (1, trust, "All of us."), (1, waiting, "We wait."), (2, waiting, "We wait."),
                (3, waiting, "And then?"), (3, trust, "In truth"),
            ):  # fmt: skip
                start = TEXT.index(words)
                project.codings.add(document, code, Span(start, start + len(words)))
        yield project


@pytest.fixture
def bus(project: Project, dressed: Look) -> Bus:
    return Bus(project)


@pytest.fixture
def reading(bus: Bus, qtbot: object) -> Iterator[Reading]:
    reader = Reader()
    reader.resize(824, 500)
    reading = Reading(bus, reader)
    reading.open(1)
    reader.show()
    QApplication.processEvents()
    yield reading
    reader.close()
    reader.deleteLater()


def chosen(reading: Reading) -> tuple[str, str]:
    assert reading.document is not None
    assert reading.reader.chosen is not None
    return reading.document.name, reading._bus.project.codings.get(reading.reader.chosen).quote


def test_citations_tell_the_time(reading: Reading, bus: Bus) -> None:
    facts: list[str] = []
    reading.facts_changed.connect(facts.append)
    start = TEXT.index("In truth")
    bus.select(TextSelection(1, bus.project.documents.get(1).revision, Span(start, start + 8), 2))
    assert facts[-1] == "2 words selected · Talk 1 · ¶ 2 · 0:20"
    reading.copy_cited()
    assert QApplication.clipboard().text() == "“In truth” (Talk 1, ¶ 2, 0:20)"


def test_the_next_quote_of_a_code_in_another_document(reading: Reading, bus: Bus) -> None:
    told: list[str] = []
    bus.told.connect(lambda sentence, _undo: told.append(sentence))
    visited = []
    reading.reader.go_to_next()
    for _ in range(2):
        visited.append(chosen(reading))
        reading.reader.go_to_next()
    assert visited == [("Talk 1", "All of us."), ("Talk 3", "In truth")]
    assert told == ["No further quote of Trust in any document."]
    reading.reader.go_to_next(forward=False)
    assert chosen(reading) == ("Talk 1", "All of us.")
    reading.reader.go_to_next(forward=False)
    assert told[1:] == ["No earlier quote of Trust in any document."]


def test_a_filter_narrows_the_walk(reading: Reading, bus: Bus) -> None:
    reading.reader.set_filter([2])
    visited = []
    for _ in range(3):
        reading.reader.go_to_next()
        visited.append(chosen(reading))
    assert visited == [("Talk 1", "We wait."), ("Talk 2", "We wait."), ("Talk 3", "And then?")]


def test_a_quote_in_a_question_shows_the_interviewer_again(reading: Reading, bus: Bus) -> None:
    told: list[str] = []
    bus.told.connect(lambda sentence, _undo: told.append(sentence))
    reading.reader.set_interviewer("hidden")
    for _ in range(3):
        reading.reader.go_to_next(2)
    assert chosen(reading) == ("Talk 3", "And then?")
    assert reading.reader.interviewer == "shown"
    assert told == ["The interviewer is shown again."]


def test_a_role_changed_anywhere_is_seen_at_once(reading: Reading, bus: Bus) -> None:
    reading.reader.set_interviewer("hidden")
    assert len(reading.reader.view.lines(0, 400)) == 2
    asks = next(speaker.id for speaker in bus.project.speakers.list() if speaker.is_interviewer)
    with bus.project.change("Role"):
        bus.project.speakers.set_interviewer(asks, False)
    QApplication.processEvents()
    assert len(reading.reader.view.lines(0, 400)) == 4
    bus.project.undo()
    QApplication.processEvents()
    assert len(reading.reader.view.lines(0, 400)) == 2
