"""Hands on the window of the help."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from qdesk.gui.help.window import HelpWindow


def come_forward(window: QWidget, qtbot: Any) -> None:
    """Make a window the active one: there may be no window manager to do so."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def rows(window: HelpWindow) -> list[str]:
    return [row.title for row in window.list.pages.rows]


def click(window: HelpWindow, title: str) -> None:
    index = window.list.pages.index(rows(window).index(title))
    place = window.list.visualRect(index).center()
    QTest.mouseClick(window.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
