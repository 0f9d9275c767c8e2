"""Forgetting from the window: asked in plain words, Cancel first, and what is left is listed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from qdesk.gui.bus import Bus
from qdesk.gui.look.theme import look
from qdesk.gui.window.forgetting import ForgetDialog, forget
from qdesk.store import backups
from qdesk.store.project import Project
from qdesk.text.newdocument import NewDocument


@pytest.fixture
def window(qapp, qtbot) -> QWidget:
    if not qapp.styleSheet():
        look.apply(qapp)
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def project(tmp_path) -> Iterator[Project]:
    """An interview whose file is kept, with a backup."""
    with Project.create(tmp_path / "study.qdesk", "window") as project:
        with project.change("Study", why="Nadia asked for it"):
            project.documents.add(NewDocument("Teacher 1", "Nadia spoke.", "txt", "Nadia.txt", b"Nadia spoke."))
        backups.make(project.path, project.db)
        yield project


def answer(*acts) -> None:
    """Act on the dialogs that run, one after the other."""
    if acts:
        first, *rest = acts

        def go() -> None:
            answer(*rest)
            first(QApplication.activeModalWidget())

        QTimer.singleShot(0, go)


def names(dialog):
    return dialog.findChild(object, "forget_names")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_and_escape_forget_nothing(window, project, qtbot, key):
    def press(dialog):
        assert dialog.focusWidget().text() == "Cancel"
        qtbot.keyClick(dialog.focusWidget(), key)

    answer(press)
    forget(window, Bus(project))
    assert project.history.undoable()


def test_what_could_not_be_reached_is_listed_and_can_be_copied(window, project):
    left = []

    def agree(dialog):
        names(dialog).setText("Nadia, Zoë")
        dialog.findChild(object, "button_forget").click()

    def read(dialog):
        left.append(dialog.findChild(QPlainTextEdit, "forget_left_lines").toPlainText())
        dialog.findChild(object, "button_copy").click()
        dialog.accept()

    bus = Bus(project)
    told = []
    bus.told.connect(lambda sentence, undo: told.append((sentence, undo)))
    answer(agree, read)
    forget(window, bus)
    assert told == [("The past of this study is forgotten.", False)]
    assert "“Nadia” still stands in documents (1)" in left[0]
    assert "Zoë" not in left[0]
    assert "Backups" not in left[0]
    assert QApplication.clipboard().text() == left[0]
    assert not project.history.undoable()
    assert len(backups.list_backups(project.path)) == 1


def test_names_are_parted_by_commas_of_any_script(window):
    dialog = ForgetDialog(window)
    names(dialog).setText(" Nadia ; نادیہ، Zoë,, ")
    assert dialog.names == ["Nadia", "نادیہ", "Zoë"]
    assert dialog.replaces_backups


def test_another_open_window_is_told_and_nothing_is_forgotten(window, project):
    told = []
    answer(
        lambda dialog: dialog.findChild(object, "button_forget").click(),
        lambda dialog: (told.append(dialog.accessibleDescription()), dialog.accept()),
    )
    with Project.open(project.path, "window"):
        forget(window, Bus(project))
    assert "nothing was forgotten" in told[0]
    assert project.history.undoable()
