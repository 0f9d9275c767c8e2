"""The table of all speakers: read, edited in its cells, merged, undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QPushButton, QWidget
from talks import Told, names, said, speaker

from qdesk.gui.bus import Bus
from qdesk.gui.look.theme import Look
from qdesk.gui.speakers.dialog import SpeakersDialog, open_speakers
from qdesk.gui.speakers.model import Column
from qdesk.store.project import Project


@pytest.fixture
def dialog(bus: Bus, dressed: Look, qtbot: Any) -> Iterator[SpeakersDialog]:
    dialog = SpeakersDialog(None, bus)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    yield dialog
    dialog.close()


def rows(dialog: SpeakersDialog) -> list[tuple[str, ...]]:
    model = dialog.table.model()
    return [
        tuple(model.index(row, column).data() for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def cell(dialog: SpeakersDialog, name: str, column: Column):
    row = [one[0] for one in rows(dialog)].index(name)
    return dialog.table.model().index(row, column)


def editor_of(dialog: SpeakersDialog, name: str, column: Column, kind: type):
    dialog.table.setCurrentIndex(cell(dialog, name, column))
    QTest.keyClick(dialog.table, Qt.Key.Key_F2)
    editor = dialog.table.viewport().findChild(kind)
    assert editor is not None
    return editor


def test_who_they_are_and_how_much_they_speak(dialog: SpeakersDialog) -> None:
    assert rows(dialog) == [
        ("I", "Asks", "", "1", "1"),
        ("Moderator", "Asks", "", "2", "1"),
        ("Ann", "Answers", "Ann", "1", "1"),
        ("ANN", "Answers", "Ann", "2", "1"),
        ("Bea", "Answers", "Bea", "1", "1"),
    ]


def test_a_name_is_typed_over(dialog: SpeakersDialog, project: Project) -> None:
    field = editor_of(dialog, "Bea", Column.NAME, QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, "Beatrice")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert "Beatrice" in names(project)
    assert dialog._told.text() == "Bea is now called Beatrice."
    assert rows(dialog)[4][0] == "Beatrice"


def test_a_role_is_chosen_and_takes_the_participant_away(dialog: SpeakersDialog, project: Project) -> None:
    choice = editor_of(dialog, "Bea", Column.ROLE, QComboBox)
    choice.setCurrentText("Asks")
    choice.activated.emit(choice.currentIndex())
    QApplication.processEvents()
    assert ("Bea", "Asks", "", "1", "1") in rows(dialog)
    assert not cell(dialog, "Bea", Column.PARTICIPANT).flags() & Qt.ItemFlag.ItemIsEditable
    project.undo()
    assert ("Bea", "Answers", "Bea", "1", "1") in rows(dialog)


@pytest.mark.parametrize("name", ["Ann", "Somebody new"])
def test_a_participant_is_chosen_or_typed(dialog: SpeakersDialog, project: Project, name: str) -> None:
    choice = editor_of(dialog, "Bea", Column.PARTICIPANT, QComboBox)
    assert [choice.itemText(row) for row in range(choice.count())] == ["Ann", "Bea"]
    choice.lineEdit().selectAll()
    QTest.keyClicks(choice.lineEdit(), name)
    QTest.keyClick(choice.lineEdit(), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert cell(dialog, "Bea", Column.PARTICIPANT).data() == name
    assert project.cases.find(name) is not None


def test_turns_and_documents_cannot_be_edited(dialog: SpeakersDialog) -> None:
    for column in (Column.TURNS, Column.DOCUMENTS):
        assert not cell(dialog, "Bea", column).flags() & Qt.ItemFlag.ItemIsEditable


def merge_button(dialog: SpeakersDialog) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == "Merge into…")


def test_several_are_merged_into_one_of_them_and_undone(dialog: SpeakersDialog, project: Project, told: Told) -> None:
    button = merge_button(dialog)
    dialog.table.choose([speaker(project, "Ann")])
    assert not button.isEnabled()
    dialog.table.choose([speaker(project, "Ann"), speaker(project, "ANN")])
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Ann", "ANN (Ann)"]
    menu.actions()[0].trigger()
    menu.close()
    assert ("Ann", "Answers", "Ann", "3", "2") in rows(dialog)
    assert said(project, 2)[1] == ("Ann", "Hm.")
    assert dialog._told.text() == "ANN is now Ann."
    asked: list[bool] = []
    dialog.undo_asked.connect(lambda: asked.append(True))
    QTest.mouseClick(dialog._undo, Qt.MouseButton.LeftButton)
    QTest.keyClick(dialog.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(asked) == 2
    project.undo()
    assert len(rows(dialog)) == 5


def test_the_choice_stays_when_rows_move(dialog: SpeakersDialog, project: Project) -> None:
    bea = speaker(project, "Bea")
    dialog.table.choose([bea])
    with project.change("Rename"):
        project.speakers.rename(bea, "Aaron")
    assert rows(dialog)[2][0] == "Aaron"
    assert dialog.table.chosen() == [bea]


def test_the_menu_of_a_row(dialog: SpeakersDialog, project: Project) -> None:
    dialog.table.choose([speaker(project, "Bea")])
    dialog._open_menu(dialog.table.visualRect(cell(dialog, "Bea", Column.NAME)).center())
    menu = QApplication.activePopupWidget()
    assert [action.text() for action in menu.actions()] == ["Rename", "Asks the questions"]
    menu.actions()[1].trigger()
    menu.close()
    assert ("Bea", "Asks", "", "1", "1") in rows(dialog)


def test_a_refusal_stands_at_the_foot(dialog: SpeakersDialog) -> None:
    field = editor_of(dialog, "Bea", Column.NAME, QLineEdit)
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert dialog._told.text() == "A speaker needs a name; nothing was changed."


def test_without_speakers_a_sentence_says_how_to_get_them(tmp_path: Path, dressed: Look, qtbot: object) -> None:
    with Project.create(tmp_path / "empty.qdesk") as project:
        dialog = SpeakersDialog(None, Bus(project))
        dialog.show()
        assert not dialog.table.isVisible()
        assert dialog._pages.currentWidget().accessibleName().startswith("No speakers yet.")
        dialog.close()


def test_one_table_for_a_window_that_goes_with_its_project(bus: Bus, dressed: Look, qtbot: Any) -> None:
    window = QWidget()
    window.show()
    asked: list[str] = []
    for _ in range(2):
        open_speakers(window, bus, lambda: asked.append("undo"), lambda: asked.append("redo"))
    (dialog,) = window.findChildren(SpeakersDialog)
    dialog.redo_asked.emit()
    assert asked == ["redo"]
    bus.deleteLater()
    qtbot.waitUntil(lambda: not window.findChildren(SpeakersDialog))
    window.close()


def test_cells_are_told_with_their_columns(dialog: SpeakersDialog) -> None:
    spoken = cell(dialog, "Bea", Column.ROLE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Role: Answers"


def test_a_window_that_was_closed_hears_nothing_more(bus: Bus, dressed: Look, qapp: QApplication) -> None:
    dialog = SpeakersDialog(None, bus)
    dialog.show()
    dialog.close()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    bus.failed.emit("This was deleted in another window; nothing was changed.")
