"""A card that floats over the window: the base of hover cards and of the picker."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QWidget
from shiboken6 import isValid

from qdesk.gui.look.theme import look


class Card(QWidget):
    """A child of the window with radius 8, a border and a soft shadow. ``closed`` fires whenever it goes away.

    Being a child, it needs no compositor, keeps the window active and cannot leave it.
    """

    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("card")
        self._window = window
        self._before: QWidget | None = None
        self._shadow = QGraphicsDropShadowEffect(self)
        self.setGraphicsEffect(self._shadow)
        look.changed.connect(self._dress)
        self._dress()
        self.hide()

    def open_at(self, anchor: QRect, gap: int = 6) -> None:
        """Show under ``anchor`` (in the window's coordinates), above it if short of room, shifted to stay inside."""
        self.adjustSize()
        self.move(_place(self.size(), anchor, self._window.size(), look.px(gap)))
        self.raise_()
        self.show()

    def setVisible(self, visible: bool) -> None:
        """A card that goes away while it has the focus gives it back to what had it before, unless that is gone."""
        focused = self._window.focusWidget()
        if visible and not self.isVisible():
            self._before = focused
        has_focus = focused is not None and self.isAncestorOf(focused)
        super().setVisible(visible)
        if has_focus and not visible and self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; other keys go on to the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.tokens.border), 1))
        painter.setBrush(QColor(look.tokens.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look.px(8), look.px(8))

    def _dress(self) -> None:
        self._shadow.setBlurRadius(look.px(24))
        self._shadow.setOffset(0, look.px(6))
        self._shadow.setColor(QColor(0, 0, 0, 130 if look.tokens.dark else 50))
        self.update()


def _place(card: QSize, anchor: QRect, window: QSize, gap: int) -> QPoint:
    """Top left of a card: below the anchor, or above it where that has more room, never outside the window."""
    below = anchor.bottom() + 1 + gap
    above = anchor.top() - gap - card.height()
    room_below = window.height() - below
    top = below if card.height() <= room_below or room_below >= anchor.top() else above
    left = min(anchor.left(), window.width() - card.width() - gap)
    return QPoint(max(gap, left), max(0, top))
