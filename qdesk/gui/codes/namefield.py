"""The field in which new codes and themes get their names, before anything is written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class NameField(QLineEdit):
    """Hidden until asked. Enter hands the name over, Esc or leaving it closes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("codeNameField")
        self._done: Callable[[str], None] | None = None
        self.returnPressed.connect(self._hand_over)
        self.hide()

    def ask(self, prompt: str, done: Callable[[str], None]) -> None:
        """Show the field; ``done`` gets the name, stripped and not empty."""
        self._done = done
        self.setPlaceholderText(prompt)
        self.setAccessibleName(prompt)
        self.clear()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hand_over(self) -> None:
        name, done = self.text().strip(), self._done
        self.close_field()
        if name and done:
            done(name)

    def close_field(self) -> None:
        """Hide the field and forget who asked."""
        self._done = None
        self.clear()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_field()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.close_field()
