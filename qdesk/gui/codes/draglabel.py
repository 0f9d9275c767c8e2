"""The label that follows the pointer while something is dragged, and says the outcome in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from qdesk.gui.codes.dropping import Piece
from qdesk.gui.look.fonts import transcript_font, ui_font
from qdesk.gui.look.theme import look

_HEIGHT, _PAD, _SWATCH, _BAR = 32, 12, 12, 3
_SHADOW = 6
_AWAY = QPoint(12, 14)


class DragLabel(QWidget):
    """A child of the window, so it needs no compositor; it stays inside the window and never catches the mouse."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("dragLabel")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._pieces: Sequence[Piece] = ()
        self._swatches: Sequence[QColor] = ()
        self._bar: QColor | None = None
        self.hide()

    def say(self, pieces: Sequence[Piece], swatches: Sequence[QColor] = (), bar: QColor | None = None) -> None:
        """Set the words, the swatches of what is dragged (at most three are shown) and the bar of the code applied."""
        self._pieces, self._swatches, self._bar = pieces, swatches[:3], bar
        self.setAccessibleName("".join(text for text, _ in pieces))
        self.resize(self.sizeHint())
        self.update()

    @property
    def words(self) -> str:
        """The outcome as plain text."""
        return "".join(text for text, _ in self._pieces)

    def follow(self, pointer: QPoint) -> None:
        """Stand below right of a pointer (window coordinates), shifted or flipped to stay inside the window."""
        window = self.parentWidget()
        place = pointer + QPoint(look.px(_AWAY.x()), look.px(_AWAY.y()))
        if place.y() + self.height() > window.height():
            place.setY(pointer.y() - self.height() - look.px(4))
        place.setX(max(0, min(place.x(), window.width() - self.width())))
        self.move(place)
        self.show()
        self.raise_()

    def sizeHint(self) -> QSize:
        words = sum(QFontMetrics(_font(kind)).horizontalAdvance(text) for text, kind in self._pieces)
        width = 2 * look.px(_PAD) + words + self._swatches_width()
        return QSize(width + 2 * _SHADOW, look.px(_HEIGHT) + 2 * _SHADOW)

    def _swatches_width(self) -> int:
        return len(self._swatches) * look.px(_SWATCH + 2) + look.px(6) * bool(self._swatches)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        self._paint_box(painter, body)
        left = int(body.left()) + look.px(_PAD)
        for colour in self._swatches:
            side = look.px(_SWATCH)
            swatch = QRect(left, int(body.center().y()) - side // 2, side, side)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(swatch, look.px(3), look.px(3))
            left += look.px(_SWATCH + 2)
        left += look.px(6) * bool(self._swatches)
        painter.setPen(QColor(look.tokens.text))
        for text, kind in self._pieces:
            painter.setFont(_font(kind))
            width = QFontMetrics(painter.font()).horizontalAdvance(text)
            painter.drawText(QRectF(left, body.top(), width + 2, body.height()), Qt.AlignmentFlag.AlignVCenter, text)
            left += width

    def _paint_box(self, painter: QPainter, body: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for reach in range(_SHADOW, 0, -1):
            painter.setBrush(QColor(0, 0, 0, 7))
            painter.drawRoundedRect(body.adjusted(-reach, 1 - reach, reach, reach), 8 + reach, 8 + reach)
        box = QPainterPath()
        box.addRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), look.px(8), look.px(8))
        painter.fillPath(box, QColor(look.tokens.surface))
        if self._bar:
            painter.save()
            painter.setClipPath(box)
            painter.fillRect(QRectF(body.left(), body.top(), look.px(_BAR), body.height()), self._bar)
            painter.restore()
        painter.strokePath(box, QPen(QColor(look.tokens.border), 1))


def _font(kind: str) -> QFont:
    return transcript_font(15) if kind == "quote" else ui_font(13, bold=kind == "bold")
