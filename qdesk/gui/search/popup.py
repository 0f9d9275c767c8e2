"""A card that a button opens and that any turn elsewhere closes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from qdesk.gui.widgets.card import Card


class Popup(Card):
    """Esc closes it, a press elsewhere in the window, another size of the window, and the focus going elsewhere.

    A press on the opener is left to it, which closes an open card.
    """

    def __init__(self, opener: QWidget) -> None:
        super().__init__(opener.window())
        self._opener = opener
        opener.destroyed.connect(self.deleteLater)
        QApplication.instance().focusChanged.connect(self._on_focus)

    def toggle(self) -> None:
        """Open beside the opener, or close."""
        if self.isVisible():
            self.close_card()
            return
        window = self.parentWidget()
        QApplication.instance().installEventFilter(self)
        self.open_at(self._opener.rect().translated(self._opener.mapTo(window, QPoint())))
        self.take_focus()

    def take_focus(self) -> None:
        """Put the focus where one types or chooses."""
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_card(self) -> None:
        """Close; a focus inside goes back to the opener."""
        inside = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        if inside:
            self._opener.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Listen no more."""
        QApplication.instance().removeEventFilter(self)
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close on a press elsewhere in the window and on another size of it; both go on to whom they belong."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            ours = self.isAncestorOf(watched) or watched in (self, self._opener)
            if not ours and watched.window() is self.window() and isinstance(event, QMouseEvent):
                self.hide()
        elif event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self.hide()
        return False

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """A list of a combo box is a window of its own and counts as inside."""
        if not self.isVisible() or new is None or new.window() is not self.window():
            return
        if not self.isAncestorOf(new) and new not in (self, self._opener):
            self.hide()
