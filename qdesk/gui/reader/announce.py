"""Telling a screen reader which codes the caret has moved into: painted codings are otherwise invisible to it."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QTextEdit

from qdesk.gui.reader.scene import Scene


class Announcer:
    """Follows the caret of one view; its accessible description always names the codes there."""

    def __init__(self, view: QTextEdit, scene: Scene) -> None:
        self._view, self._scene = view, scene
        self._said: list[str] = []
        view.cursorPositionChanged.connect(self.look_around)
        scene.marks_changed.connect(self.look_around)

    def look_around(self) -> None:
        """Name the codes at the caret if they are others than before."""
        unit = self._view.textCursor().position()
        names = self._scene.names_in(unit, unit + 1)
        if names == self._said:
            return
        self._said = names
        text = f"Coded as {', '.join(names)}" if names else ""
        self._view.setAccessibleDescription(text)
        if text and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, text))
