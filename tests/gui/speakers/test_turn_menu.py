"""What the menu of the text offers about turns, and what it does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QMenu
from talks import THIRD, Told, said, speaker

from qdesk.gui.bus import Bus
from qdesk.gui.look.theme import Look
from qdesk.gui.reader.reader import Reader
from qdesk.gui.speakers.namecard import NameCard
from qdesk.gui.speakers.turnmenu import add_turn_entries
from qdesk.gui.window.reading import Reading
from qdesk.store.project import Project


@pytest.fixture
def reader(bus: Bus, dressed: Look, qtbot: object) -> Iterator[Reader]:
    reader = Reader()
    reader.resize(824, 500)
    Reading(bus, reader).open(1)
    reader.show()
    QApplication.processEvents()
    yield reader
    reader.close()
    reader.deleteLater()


def menu_at(bus: Bus, reader: Reader, words: str) -> QMenu:
    menu = QMenu(reader)
    reader.view.asked_at = reader.document.text.index(words)
    add_turn_entries(menu, bus, reader)
    return menu


def offered(menu: QMenu) -> dict[str, list[str]]:
    """Entries, each with those of its own menu."""
    return {
        action.text(): [one.text() for one in action.menu().actions() if one.text()] if action.menu() else []
        for action in menu.actions()
        if action.text()
    }


def pick(menu: QMenu, *path: str) -> None:
    for step in path[:-1]:
        menu = next(action.menu() for action in menu.actions() if action.text() == step)
    next(action for action in menu.actions() if action.text() == path[-1]).trigger()


SPEAKERS = ["I", "Ann", "Bea", "Of other interviews", "Another speaker…"]
OTHERS = ["Moderator", "ANN (Ann)"]


def test_a_label_that_was_missed_is_offered_as_somebody_new(bus: Bus, reader: Reader, project: Project) -> None:
    menu = menu_at(bus, reader, "Carl")
    assert offered(menu) == {
        "New turn at “Carl: Me neither.”": ["Carl, new", *SPEAKERS],
        "This turn is spoken by": SPEAKERS,
        "Join with the turn before": [],
    }
    pick(menu, "New turn at “Carl: Me neither.”", "Carl, new")
    assert said(project, 1)[2:] == [("Bea", "No."), ("Carl", "Me neither.")]
    project.undo()
    assert said(project, 1)[2:] == [("Bea", "No.\nCarl: Me neither.")]


def test_a_known_speaker_takes_the_rest_of_a_turn(bus: Bus, reader: Reader, project: Project) -> None:
    menu = menu_at(bus, reader, "And you")
    pick(menu, "New turn at ““And you?”", "Bea")
    assert said(project, 1)[1:3] == [("Ann", "Yes."), ("Bea", "“And you?")]


def test_the_speaker_of_a_turn_is_ticked_and_can_be_another(bus: Bus, reader: Reader, project: Project) -> None:
    menu = menu_at(bus, reader, "Yes")
    assert list(offered(menu)) == ["This turn is spoken by", "Join with the turn before"]
    spoken = menu.actions()[1].menu()
    assert [action.text() for action in spoken.actions() if action.isChecked()] == ["Ann"]
    pick(menu, "This turn is spoken by", "Of other interviews", "ANN (Ann)")
    assert project.turns.of(1)[1].speaker == speaker(project, "ANN")


def test_joining_and_the_first_turn(bus: Bus, reader: Reader, project: Project) -> None:
    assert list(offered(menu_at(bus, reader, "Well"))) == ["This turn is spoken by"]
    pick(menu_at(bus, reader, "No."), "Join with the turn before")
    assert said(project, 1)[1][1].startswith("Yes. “And you?\nBea: No.")


def test_another_speaker_is_named_in_a_card(bus: Bus, reader: Reader, project: Project, told: Told) -> None:
    pick(menu_at(bus, reader, "neither"), "New turn at “neither.”", "Another speaker…")
    card = reader.window().findChild(NameCard)
    assert card is not None
    field, asks = card.findChild(QLineEdit), card.findChild(QCheckBox)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == []
    QTest.keyClicks(field, "Dora")
    asks.setChecked(True)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert said(project, 1)[-1] == ("Dora", "neither.")
    assert project.speakers.get(speaker(project, "Dora")).is_interviewer
    assert not card.isVisible()


def test_escape_leaves_all_as_it_is(bus: Bus, reader: Reader, project: Project) -> None:
    before = said(project, 1)
    pick(menu_at(bus, reader, "neither"), "New turn at “neither.”", "Another speaker…")
    card = reader.window().findChild(NameCard)
    QTest.keyClicks(card.findChild(QLineEdit), "Dora")
    QTest.keyClick(card.findChild(QLineEdit), Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert said(project, 1) == before


def test_beside_the_text_and_in_a_file_that_is_read_only_nothing_is_offered(
    bus: Bus, reader: Reader, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    menu = QMenu(reader)
    reader.view.asked_at = None
    add_turn_entries(menu, bus, reader)
    assert menu.isEmpty()
    monkeypatch.setattr(project, "read_only", True)
    assert menu_at(bus, reader, "Carl").isEmpty()


def test_speech_is_marked_where_nobody_was_known(bus: Bus, reader: Reader, project: Project) -> None:
    reading = reader.findChild(Reading)
    reading.open(3)
    assert [action.text() for action in menu_at(bus, reader, "Two").actions() if action.text()] == [
        "New turn at “Two sentences.”"
    ]
    pick(menu_at(bus, reader, "Two"), "New turn at “Two sentences.”", "Of other interviews", "Ann")
    assert said(project, 3) == [("Ann", "Two sentences.")]
    assert THIRD in reader.document.text
