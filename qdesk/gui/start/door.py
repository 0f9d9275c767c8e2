"""A door of the start page: one act on a card, with its icon, a line about it and its keys."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from qdesk.gui.look.fonts import ui_font
from qdesk.gui.look.icons import paint_icon
from qdesk.gui.look.theme import look
from qdesk.gui.widgets.keycap import keycap_size, paint_keycap

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Door(QAbstractButton):
    """``keys`` are shown only; the window owns the shortcut. Enter and Space press the door."""

    def __init__(self, icon_name: str, title: str, line: str, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(title)
        self.setObjectName(f"door_{icon_name}")
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._icon, self._line, self._keys = icon_name, line, keys
        look.changed.connect(self.updateGeometry)

    def set_line(self, line: str) -> None:
        """Change the line under the title."""
        self._line = line
        self.setAccessibleDescription(line)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.px(352), look.px(64))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(200), look.px(64))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = tokens.selected if self.isDown() else tokens.hover if self.underMouse() else tokens.surface
        painter.setPen(QPen(QColor(tokens.border), 1))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look.px(8), look.px(8))
        side = look.px(18)
        middle = self.height() / 2
        paint_icon(painter, QRectF(look.px(18), middle - side / 2, side, side), self._icon, QColor(tokens.accent))
        self._paint_words(painter)
        if self._keys:
            cap = keycap_size(self._keys)
            left = self.width() - look.px(16) - cap.width()
            paint_keycap(painter, QRectF(left, round(middle - cap.height() / 2), cap.width(), cap.height()), self._keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as everywhere in QDesk."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _paint_words(self, painter: QPainter) -> None:
        left = look.px(53)
        width = self.width() - left - look.px(72 if self._keys else 16)
        painter.setPen(QColor(look.tokens.text))
        painter.setFont(ui_font(13, bold=True))
        painter.drawText(QRectF(left, look.px(14), width, look.px(20)), _LEFT, self.text())
        painter.setPen(QColor(look.tokens.muted))
        painter.setFont(ui_font(11))
        line = painter.fontMetrics().elidedText(self._line, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRectF(left, look.px(34), width, look.px(16)), _LEFT, line)
