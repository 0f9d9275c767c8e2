"""The small label that goes with the mouse while something of the text is dragged."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap

from qdesk.gui.look.fonts import transcript_font
from qdesk.gui.look.theme import look


def drag_label(text: str, ratio: float) -> QPixmap:
    """A card that says what is carried; ``ratio`` is the screen's device pixel ratio."""
    font = transcript_font(15)
    width, height = QFontMetrics(font).horizontalAdvance(text) + look.px(24), look.px(32)
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(look.tokens.border), 1))
    painter.setBrush(QColor(look.tokens.surface))
    card = QRectF(0.5, 0.5, width - 1, height - 1)
    painter.drawRoundedRect(card, look.px(6), look.px(6))
    painter.setPen(QColor(look.tokens.text))
    painter.setFont(font)
    painter.drawText(card, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return picture
