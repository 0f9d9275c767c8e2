"""A small card in which somebody who speaks is named."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QVBoxLayout, QWidget

from qdesk.gui.look.theme import look
from qdesk.gui.widgets.card import Card
from qdesk.gui.widgets.label import Label

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NameCard(Card):
    """Enter keeps, Esc or a click elsewhere leaves all as it is."""

    named = Signal(str, bool)  # name, whether this one asks the questions

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("name_card")
        self.setAccessibleName("Name the speaker")
        self._name = QLineEdit()
        self._name.setObjectName("speaker_name")
        self._name.setAccessibleName("Name of the speaker")
        self._name.setPlaceholderText("Name of the speaker")
        self._asks = QCheckBox("Asks the questions")
        self._asks.setObjectName("speaker_asks")
        self._asks.setAccessibleName("Asks the questions")
        column = QVBoxLayout(self)
        gap = look.px(12)
        column.setContentsMargins(gap, gap, gap, gap)
        column.setSpacing(look.px(4))
        for part in (self._name, self._asks, Label("Enter keeps · Esc leaves it", 11, token="muted")):
            column.addWidget(part)
        self._name.setMinimumWidth(look.px(240))
        for part in (self._name, self._asks):
            part.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._on_focus)

    def ask(self, anchor: QRect) -> None:
        """Open beside a rectangle of the window."""
        self.open_at(anchor)
        self._name.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Esc belong to the card, not to the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and event.key() in (*_ENTER, Qt.Key.Key_Escape):
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            self._keep()
            return True
        return super().eventFilter(watched, event)

    def _keep(self) -> None:
        name = self._name.text().strip()
        if name:
            self.hide()
            self.named.emit(name, self._asks.isChecked())

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.isVisible() and new is not None and not self.isAncestorOf(new) and new.window() is self.window():
            self.hide()
