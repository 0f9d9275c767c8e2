"""The hover card: the codings under the mouse by their full paths, with their comments and days."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QLocale, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from qdesk.gui.look.fonts import ui_font
from qdesk.gui.look.theme import look
from qdesk.gui.reader.scene import Scene

_DELAY = 400
_WIDTH = 320
_SHOWN = 6
_SHADOW = 8


class HoverCard(QWidget):
    """A child of the window, so that nothing clips it; it opens after 400 ms and never takes the mouse."""

    def __init__(self, scene: Scene, parent: QWidget) -> None:
        super().__init__(parent)
        self._scene = scene
        self._codings: list[int] = []
        self._blocks: list[tuple[QTextLayout, int, QColor | None]] = []
        self._place = QPoint()
        self._timer = QTimer(self, singleShot=True, interval=_DELAY)
        self._timer.timeout.connect(self.open)
        self.setObjectName("reader_card")
        self.setAccessibleName("Codes here")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def ask(self, codings: list[int], place: QPoint) -> None:
        """Show these codings near a global place in a moment; none closes the card."""
        if codings == self._codings and codings:
            return
        self._codings, self._place = codings, place
        self.hide()
        if codings:
            self._timer.start()
        else:
            self._timer.stop()

    def open(self) -> None:
        """Lay the card out and show it, inside its window."""
        window = self._scene_window()
        self.setParent(window)
        size = self._fill()
        if not self._blocks:
            return
        self.resize(size)
        place = window.mapFromGlobal(self._place) + QPoint(look.px(8), look.px(16))
        x = max(0, min(place.x(), window.width() - size.width()))
        y = place.y() if place.y() + size.height() <= window.height() else place.y() - size.height() - look.px(32)
        self.move(x, max(0, y))
        self.raise_()
        self.show()

    def _scene_window(self) -> QWidget:
        return self.parentWidget().window()

    def _fill(self) -> QSize:
        """Lay out path, comment and day of each coding; the size of the card with its shadow."""
        self._blocks = []
        pad = look.px(12) + _SHADOW
        y = pad
        for number in self._codings[:_SHOWN]:
            if (record := self._scene.coding(number)) is None:
                continue
            path = " › ".join(self._scene.path(record.code))
            y = self._add(path, y, self._scene.colour(record.code)) + look.px(4)
            if record.comment:
                y = self._add(record.comment, y, None) + look.px(4)
            y = self._add(_day(record.created), y, None) + look.px(4)
        if (more := len(self._codings) - _SHOWN) > 0:
            y = self._add(f"and {more} more", y, None) + look.px(4)
        right = max((block.boundingRect().right() + block.position().x() for block, *_ in self._blocks), default=0)
        return QSize(round(right) + pad, y - look.px(4) + pad)

    def _add(self, text: str, y: int, colour: QColor | None) -> int:
        """Add a wrapped text, with the swatch of a code if there is one; the y below it."""
        block = QTextLayout(text, ui_font(13))
        block.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        block.setPosition(QPointF(look.px(12 + 20) + _SHADOW, y))
        height = 0
        block.beginLayout()
        while (line := block.createLine()).isValid():
            line.setLineWidth(look.px(_WIDTH))
            line.setPosition(QPointF(0, height))
            height += look.px(20)
        block.endLayout()
        self._blocks.append((block, y, colour))
        return y + height

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shadow, card, then the texts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        painter.setPen(Qt.PenStyle.NoPen)
        for ring in range(_SHADOW):
            painter.setBrush(QColor(0, 0, 0, 4))
            painter.drawRoundedRect(card.adjusted(-ring, 2 - ring, ring, ring), look.px(8) + ring, look.px(8) + ring)
        painter.setPen(QColor(look.tokens.border))
        painter.setBrush(QColor(look.tokens.surface))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), look.px(8), look.px(8))
        side = look.px(12)
        for block, y, colour in self._blocks:
            painter.setPen(QColor(look.tokens.text if colour else look.tokens.text2))
            block.draw(painter, QPointF(0, 0))
            if colour:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                painter.drawRoundedRect(QRect(side + _SHADOW, y + look.px(4), side, side), look.px(3), look.px(3))


def _day(at: str) -> str:
    """The local day of a moment in ISO 8601, such as "Coded 9 November 2026"."""
    moment = datetime.fromisoformat(at).astimezone()
    day = QDate(moment.year, moment.month, moment.day)
    return f"Coded {QLocale(QLocale.Language.English).toString(day, 'd MMMM yyyy')}"
