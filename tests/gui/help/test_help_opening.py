"""How the help is opened: one window for the program, the page of the part that has the focus, F1 in dialogs."""

from collections.abc import Iterator
from typing import Any

import pytest
from help_hands import click, come_forward
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget

from qdesk.gui.help.opening import answer_f1, open_help, page_for
from qdesk.gui.help.window import HelpWindow
from qdesk.gui.look.theme import Look


@pytest.fixture
def desk(dressed: Look, qtbot: Any) -> Iterator[QWidget]:
    """A window with a part named as the reader."""
    desk, reader, inner = QWidget(), QWidget(), QLineEdit()
    reader.setObjectName("reader")
    QVBoxLayout(reader).addWidget(inner)
    QVBoxLayout(desk).addWidget(reader)
    desk.show()
    qtbot.waitExposed(desk)
    yield desk
    desk.close()
    for window in helps():
        window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not helps()


def helps() -> list[HelpWindow]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, HelpWindow)]


def test_one_window_for_the_program(desk: QWidget) -> None:
    window = open_help(desk)
    assert window.view.page == window.contents.first.name
    assert open_help(desk, "undo-and-history") is window
    assert window.view.page == "undo-and-history"
    assert helps() == [window]
    assert not window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)


def test_it_remembers_nothing(desk: QWidget) -> None:
    window = open_help(desk, "undo-and-history")
    window.field.setText("pen")
    window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    again = open_help(desk)
    assert (again.field.text(), again.view.page) == ("", again.contents.first.name)


def test_the_page_of_a_part(desk: QWidget) -> None:
    reader = desk.findChild(QWidget, "reader")
    inner = desk.findChild(QLineEdit)
    assert page_for(inner) == page_for(reader) == "code-a-passage"
    assert page_for(desk) == page_for(None) == ""
    inner.setProperty("help", "undo-and-history")
    assert page_for(inner) == "undo-and-history"


def test_f1_in_a_modal_dialog(desk: QWidget, qtbot: Any) -> None:
    """The help opens at the page of the part with the focus, and can be used while the dialog is open."""
    dialog, field = QDialog(desk), QLineEdit()
    QVBoxLayout(dialog).addWidget(field)
    field.setProperty("help", "undo-and-history")
    answer_f1(dialog)
    dialog.open()
    come_forward(dialog, qtbot)
    field.setFocus()
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    (window,) = helps()
    assert window.view.page == "undo-and-history"
    click(window, window.contents.first.title)
    assert window.view.page == window.contents.first.name
    dialog.reject()
