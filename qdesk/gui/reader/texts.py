"""Short texts drawn over and over while scrolling: painted once, copied many times."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap

_MOST = 2_000
"""Pictures kept, of some kilobytes each."""


class Texts:
    """Elided one-line texts as pictures. Clear it when fonts change."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int, str, str, str], QPixmap] = {}

    def clear(self) -> None:
        """Forget all, after a change of fonts."""
        self._kept.clear()

    def draw(
        self, painter: QPainter, area: QRect, text: str, font: QFont, ink: str, ground: str, *, right: bool = False
    ) -> None:  # fmt: skip
        """Draw a text in an area, in a colour and on one; elided at its end, centred upright, at the left or right."""
        key = text, area.width(), font.key(), ink, ground
        picture = self._kept.get(key)
        if picture is None:
            if len(self._kept) >= _MOST:
                self._kept.clear()
            picture = self._kept[key] = _painted(painter.device().devicePixelRatioF(), *key[:2], font, ink, ground)
        size = picture.deviceIndependentSize()
        left = area.left() + (area.width() - round(size.width()) if right else 0)
        painter.drawPixmap(QPoint(left, area.top() + (area.height() - round(size.height())) // 2), picture)


def _painted(ratio: float, text: str, width: int, font: QFont, ink: str, ground: str) -> QPixmap:
    metrics = QFontMetrics(font)
    elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    size = QSize(max(1, min(width, metrics.horizontalAdvance(elided) + 1)), metrics.height())
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(ground))
    painter = QPainter(picture)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(0, metrics.ascent(), elided)
    painter.end()
    return picture
