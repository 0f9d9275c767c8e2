"""Short texts drawn over and over while scrolling: laid out once, drawn many times."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QStaticText, QTransform


class Texts:
    """Elided one-line texts by text, width and weight. Clear it when fonts change."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int, str], tuple[QStaticText, int, int]] = {}

    def clear(self) -> None:
        """Forget all, after a change of fonts."""
        self._kept.clear()

    def draw(self, painter: QPainter, area: QRect, text: str, font: QFont, align: Qt.AlignmentFlag) -> None:
        """Draw a text in an area, in the painter's pen; elided at its end, centred upright, aligned left or right."""
        room = area.width()
        key = text, room, font.key()
        if key not in self._kept:
            self._kept[key] = _laid_out(text, room, font)
        static, width, height = self._kept[key]
        left = area.left() + (room - width) * _SHARES.get(align, 0.5)
        corner = QPointF(left, area.top() + (area.height() - height) // 2)
        painter.setFont(font)
        painter.drawStaticText(corner, static)
        if font.strikeOut() or font.underline():
            self._draw_lines(painter, corner, width, font)

    @staticmethod
    def _draw_lines(painter: QPainter, corner: QPointF, width: int, font: QFont) -> None:
        """Strike the text out or underline it, which a static text does not do by itself."""
        metrics = QFontMetrics(font)
        base = corner.y() + metrics.ascent()
        for wanted, y in (
            (font.strikeOut(), base - metrics.strikeOutPos()),
            (font.underline(), base + metrics.underlinePos()),
        ):
            if wanted:
                line = QRectF(corner.x(), round(y), width, metrics.lineWidth())
                painter.fillRect(line, painter.pen().color())


_SHARES = {Qt.AlignmentFlag.AlignLeft: 0, Qt.AlignmentFlag.AlignRight: 1}


def _laid_out(text: str, width: int, font: QFont) -> tuple[QStaticText, int, int]:
    """The text with its width and height in px."""
    metrics = QFontMetrics(font)
    elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    static = QStaticText(elided)
    static.setTextFormat(Qt.TextFormat.PlainText)
    static.prepare(QTransform(), font)
    return static, metrics.horizontalAdvance(elided), metrics.height()
