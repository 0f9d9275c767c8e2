"""The gutter: paragraph numbers, and "+n" beside a line whose codings found no room under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from qdesk.gui.look.fonts import ui_font
from qdesk.gui.look.theme import look
from qdesk.gui.reader.lines import Line
from qdesk.gui.reader.paint import hidden_bands
from qdesk.gui.reader.view import TextView

_NUMBER_EDGE = 40
_PILL_EDGE = 44


class Gutter(QWidget):
    """Left of a view; numbers stand right-aligned for every script."""

    card_asked = Signal(list, QPoint)

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._view, self._scene = view, view.scene
        self._pills: list[tuple[QRect, int, int]] = []
        self._small = self._tiny = ui_font(11)
        self.setObjectName("reader_gutter")
        self.setAccessibleName("Paragraph numbers")
        self.setMouseTracking(True)
        view.verticalScrollBar().valueChanged.connect(self.update)
        for signal in (self._scene.text_changed, self._scene.marks_changed, look.changed):
            signal.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Numbers at first lines, pills between lines."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look.tokens.surface))
        self._pills = []
        self._small, self._tiny = ui_font(11), ui_font(10, bold=True)
        for line in self._view.lines(0, self.height()):
            self._paint_number(painter, line)
            if count := hidden_bands(line, self._scene):
                self._paint_pill(painter, line, count)

    def _paint_number(self, painter: QPainter, line: Line) -> None:
        paragraph = self._scene.paragraph_at(line.start)
        if paragraph is None or line.start > self._scene.paragraph_starts[paragraph]:
            return
        painter.setFont(self._small)
        painter.setPen(QColor(look.tokens.muted))
        area = QRectF(0, line.centre - 10, look.px(_NUMBER_EDGE), 20)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(paragraph + 1))

    def _paint_pill(self, painter: QPainter, line: Line, count: int) -> None:
        font, text = self._tiny, f"+{count}"
        width = QFontMetrics(font).horizontalAdvance(text) + look.px(6)
        pill = QRect(look.px(_PILL_EDGE) - width, line.bottom - look.px(2), width, look.px(14))
        self._pills.append((pill, line.start, line.end))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.tokens.tint))
        painter.drawRoundedRect(pill, look.px(3), look.px(3))
        painter.setFont(font)
        painter.setPen(QColor(look.tokens.text2))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A pill tells all codes of its line."""
        place = event.position().toPoint()
        line = next(((start, end) for pill, start, end in self._pills if pill.contains(place)), None)
        codings = self._scene.codings_in(*line) if line else []
        self.card_asked.emit(codings, event.globalPosition().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        """No hover without a mouse."""
        self._view.pointer.leave()
