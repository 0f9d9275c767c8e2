"""A small card in which the comment of a quote is written."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from qdesk.gui.look.theme import look
from qdesk.gui.widgets.card import Card
from qdesk.gui.widgets.label import Label


class CommentCard(Card):
    """Enter keeps, Shift+Enter starts a line, Esc leaves the comment as it was; so does a click elsewhere keep it."""

    kept = Signal(str)  # the comment, only if it changed

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("comment_card")
        self.setAccessibleName("Comment on a quote")
        self._was = ""
        self._text = QPlainTextEdit()
        self._text.setObjectName("comment_text")
        self._text.setAccessibleName("Comment")
        self._text.setPlaceholderText("Comment on this quote")
        self._text.setProperty("part", "field")
        self._text.setTabChangesFocus(True)
        self._text.installEventFilter(self)
        self._hint = Label("Enter keeps · Shift Enter new line · Esc leaves it", 11, token="muted")
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._text)
        self._column.addWidget(self._hint)

    def write(self, comment: str, anchor: QRect) -> None:
        """Open under a rectangle of the window to change a comment."""
        gap = look.px(8)
        self._column.setContentsMargins(gap, gap, gap, gap)
        self._text.setFixedSize(look.px(288), look.px(84))
        self._was = comment
        self._text.setPlainText(comment)
        self._text.selectAll()
        self.open_at(anchor)
        self._text.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Esc belong to the card; leaving the field keeps what was written."""
        if event.type() == QEvent.Type.ShortcutOverride and event.key() in (*_ENTER, Qt.Key.Key_Escape):
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        if event.type() == QEvent.Type.FocusOut and event.reason() == Qt.FocusReason.MouseFocusReason:
            self._keep()
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return True
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._keep()
            return True
        return False

    def _keep(self) -> None:
        comment = self._text.toPlainText().strip()
        self.hide()
        if comment != self._was:
            self._was = comment
            self.kept.emit(comment)


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
