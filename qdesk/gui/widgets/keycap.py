"""Key-caps: the keys of an act, in a small frame. As a widget, and as a function for delegates."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from qdesk.gui.look.fonts import ui_font
from qdesk.gui.look.theme import look


def keycap_size(keys: str) -> QSize:
    """Logical pixels that a key-cap needs; a single letter or digit gets a square one."""
    width = QFontMetrics(ui_font(11)).horizontalAdvance(keys)
    return QSize(max(look.px(16), width + look.px(10)), look.px(16))


def paint_keycap(painter: QPainter, rect: QRectF, keys: str) -> None:
    """Paint a key-cap that fills ``rect`` (logical pixels)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(look.tokens.border), 1))
    painter.setBrush(QColor(look.tokens.surface))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), look.px(3), look.px(3))
    painter.setPen(QColor(look.tokens.text2))
    painter.setFont(ui_font(11))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, keys)
    painter.restore()


class KeyCap(QLabel):
    """A key-cap as a widget. ``keys`` as it is read, "Ctrl K"."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(keys, parent)
        self.setObjectName("keycap")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return keycap_size(self.text())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.rect()
        height = keycap_size(self.text()).height()
        painter = QPainter(self)
        paint_keycap(painter, QRectF(room.x(), (room.height() - height) // 2, room.width(), height), self.text())
