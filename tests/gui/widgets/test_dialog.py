"""Dialogs: the dangerous act is never one Enter away."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from qdesk.gui.widgets.dialog import Dialog, confirm, inform


def answer(qtbot: QtBot, key: Callable[[Dialog], None]) -> None:
    """Act on the dialog as soon as it runs."""
    QTimer.singleShot(0, lambda: key(QApplication.activeModalWidget()))


def ask(danger: bool = True) -> bool:
    return confirm(None, "Delete “Trust”?", "It has 37 quotes.", "Delete code", danger)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape])
def test_enter_space_and_escape_keep_the_code(dressed, qtbot: QtBot, key: Qt.Key) -> None:
    answer(qtbot, lambda dialog: qtbot.keyClick(dialog.focusWidget(), key))
    assert not ask()


def test_the_act_stands_at_the_right_in_danger_text(dressed, qtbot: QtBot) -> None:
    seen: list[str] = []

    def press(dialog: Dialog) -> None:
        cancel, act = sorted(dialog.findChildren(QPushButton), key=lambda button: button.x())
        seen.extend([cancel.text(), act.text(), dialog.focusWidget().text()])
        assert act.property("danger")
        qtbot.mouseClick(act, Qt.MouseButton.LeftButton)

    answer(qtbot, press)
    assert ask()
    assert seen == ["Cancel", "Delete code", "Cancel"]


def test_enter_carries_out_what_is_not_dangerous(dressed, qtbot: QtBot) -> None:
    answer(qtbot, lambda dialog: qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return))
    assert ask(danger=False)


def test_a_sentence_is_text_and_never_html(dressed, qtbot: QtBot) -> None:
    def read(dialog: Dialog) -> None:
        assert dialog.accessibleDescription() == "The file a<b>.docx is open in Word."
        assert "a&lt;b&gt;.docx" in "".join(label.text() for label in dialog.findChildren(type(dialog._sentence)))
        dialog.accept()

    answer(qtbot, read)
    inform(None, "Not exported", "The file a<b>.docx is open in Word.")
