"""The text as assistive programs meet it: what it tells them, and what they do to it from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from qdesk.gui.reader.announce import Announcer
from qdesk.gui.reader.scene import Scene

if TYPE_CHECKING:
    from qdesk.gui.reader.view import TextView


class Accessible(QObject):
    """Takes a selection for the user's own that neither mouse nor key made, and undoes what is written into the text.

    Qt lets assistive programs edit every text, read-only or not; a passage selected after that would be another one.
    """

    def __init__(self, view: TextView, scene: Scene) -> None:
        super().__init__(view)
        self._view = view
        self._announcer = Announcer(view, scene)
        self._soon = QTimer(self, singleShot=True, interval=0)  # mouse and keys settle before, of themselves
        self._soon.timeout.connect(self._look)
        view.selectionChanged.connect(self._soon.start)
        view.textChanged.connect(self._soon.start)

    def _look(self) -> None:
        if self._view.document().isModified():
            self._view.restore()
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._view.settle()
