"""The focus ring: for the keyboard only, and always where the focus is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from qdesk.gui.look.focus import FocusRing


@pytest.fixture
def window(dressed, qtbot: QtBot) -> QWidget:
    window = QWidget()
    row = QHBoxLayout(window)
    for name in ("one", "two"):
        row.addWidget(QPushButton(name, objectName=name))
    row.addWidget(QLineEdit(objectName="field"))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.findChild(QWidget, "one").setFocus()
    return window


def rings(window: QWidget) -> list[FocusRing]:
    return [ring for ring in window.findChildren(FocusRing) if ring.isVisible()]


def test_tab_puts_the_ring_four_pixels_round_the_button(window: QWidget, qtbot: QtBot) -> None:
    assert rings(window) == []
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    [ring] = rings(window)
    assert ring.geometry() == window.findChild(QWidget, "two").geometry().adjusted(-4, -4, 4, 4)


def test_the_ring_follows_its_button_and_leaves_with_it(window: QWidget, qtbot: QtBot) -> None:
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    button = window.findChild(QWidget, "two")
    button.move(button.x() + 7, button.y() + 3)
    assert rings(window)[0].geometry() == button.geometry().adjusted(-4, -4, 4, 4)
    button.hide()
    assert rings(window) == []


def test_a_click_and_a_field_wear_no_ring(window: QWidget, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.findChild(QWidget, "two"), Qt.MouseButton.LeftButton)
    assert rings(window) == []
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget().objectName() == "field"
    assert rings(window) == []


def test_a_button_that_dies_with_the_focus_takes_the_ring_along(window: QWidget, qtbot: QtBot) -> None:
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    window.focusWidget().deleteLater()
    qtbot.waitUntil(lambda: rings(window) == [] or window.focusWidget().objectName() != "two")
    window.findChild(QWidget, "one").setFocus()
    assert window.focusWidget().objectName() == "one"
