"""The gutter: paragraph numbers, and "+n" beside a line whose codings found no room under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from qdesk.gui.look.fonts import ui_font
from qdesk.gui.look.theme import look
from qdesk.gui.reader.lines import Line
from qdesk.gui.reader.paint import hidden_bands
from qdesk.gui.reader.texts import Texts
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
        self._texts = Texts()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setObjectName("reader_gutter")
        self.setAccessibleName("Paragraph numbers")
        self.setMouseTracking(True)
        view.verticalScrollBar().valueChanged.connect(self.update)
        for signal in (self._scene.text_changed, self._scene.marks_changed, look.changed):
            signal.connect(self.update)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self._texts.clear()
        self._small, self._tiny = ui_font(11), ui_font(10, bold=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Numbers at first lines, pills between lines."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look.tokens.surface))
        self._pills = []
        lines = self._view.lines(0, self.height())
        painter.setPen(QColor(look.tokens.muted))
        for line in lines:
            self._paint_number(painter, line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line, count in hidden_bands(lines, self._scene):
            self._paint_pill(painter, line, count)

    def _paint_number(self, painter: QPainter, line: Line) -> None:
        paragraph = self._scene.paragraph_at(line.start)
        if paragraph is None or line.start > self._scene.paragraph_starts[paragraph]:
            return
        area = QRect(0, round(line.centre) - 10, look.px(_NUMBER_EDGE), 20)
        self._texts.draw(painter, area, str(paragraph + 1), self._small, Qt.AlignmentFlag.AlignRight)

    def _paint_pill(self, painter: QPainter, line: Line, count: int) -> None:
        text = f"+{count}"
        width = look.px(6 + 6 * len(text))
        pill = QRect(look.px(_PILL_EDGE) - width, line.bottom - look.px(2), width, look.px(14))
        self._pills.append((pill, line.start, line.end))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.tokens.tint))
        painter.drawRoundedRect(pill, look.px(3), look.px(3))
        painter.setPen(QColor(look.tokens.text2))
        self._texts.draw(painter, pill, text, self._tiny, Qt.AlignmentFlag.AlignHCenter)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A pill tells all codes of its line."""
        place = event.position().toPoint()
        line = next(((start, end) for pill, start, end in self._pills if pill.contains(place)), None)
        codings = self._scene.codings_in(*line) if line else []
        self.card_asked.emit(codings, event.globalPosition().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        """No hover without a mouse."""
        self._view.pointer.leave()
