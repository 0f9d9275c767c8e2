"""The gutter: paragraph numbers and times, what is folded away, and "+n" where codings found no room under a line."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QToolTip, QWidget

from qdesk.gui.look.fonts import number_font, ui_font
from qdesk.gui.look.theme import look
from qdesk.gui.reader.lines import Line
from qdesk.gui.reader.paint import hidden_bands
from qdesk.gui.reader.texts import Texts
from qdesk.gui.reader.view import TextView
from qdesk.text.times import short_time

_NUMBER_EDGE = 40
_PILL_EDGE = 44
_FOLD = 16
"""px that the mark of a fold is wide."""

_FOLDED = "The interviewer is hidden here. Click to show all."


class Gutter(QWidget):
    """Left of a view; numbers stand right-aligned for every script."""

    card_asked = Signal(list, QPoint)
    list_asked = Signal(list, QRect)  # codings, and where their pill stands, in px of the gutter
    unfold_asked = Signal()

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._view, self._scene = view, view.scene
        self._pills: list[tuple[QRect, int, int]] = []
        self._folds: list[QRect] = []
        self._texts = Texts()
        self._pill_pictures: dict[str, QPixmap] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setObjectName("reader_gutter")
        self.setAccessibleName("Paragraph numbers and times")
        self.setMouseTracking(True)
        view.verticalScrollBar().valueChanged.connect(self.update)
        for signal in (self._scene.text_changed, self._scene.marks_changed, look.changed):
            signal.connect(self.update)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self._texts.clear()
        self._pill_pictures.clear()
        self._small, self._tiny = number_font(11), ui_font(10, bold=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Numbers at first lines, times at second ones, marks of folds and pills between lines."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look.tokens.surface))
        lines = self._view.lines(0, self.height())
        for before, line in pairwise([None, *lines]):
            self._paint_fact(painter, before, line)
        self._paint_folds(painter, lines)
        self._pills = []
        for line, count in hidden_bands(lines, self._scene):
            self._paint_pill(painter, line, count)

    def _paint_fact(self, painter: QPainter, before: Line | None, line: Line) -> None:
        """The paragraph's number beside its first line; under it the time, where it is another than just before."""
        paragraph = self._scene.paragraph_at(line.start)
        if paragraph is None:
            return
        start = self._scene.paragraph_starts[paragraph]
        if line.start <= start:
            self._write(painter, line, str(paragraph + 1))
        elif before is not None and before.start <= start:
            self._write(painter, line, self._time(paragraph))

    def _time(self, paragraph: int) -> str:
        scene, spans = self._scene, self._scene.document.paragraphs
        mark = scene.time_at(spans[paragraph].start)
        earlier = scene.time_at(spans[paragraph - 1].start) if paragraph else None
        return short_time(mark.seconds) if mark and mark != earlier else ""

    def _write(self, painter: QPainter, line: Line, text: str) -> None:
        if text:
            area = QRect(0, round(line.centre) - 10, look.px(_NUMBER_EDGE), 20)
            self._texts.draw(painter, area, text, self._small, look.tokens.muted, look.tokens.surface, right=True)

    def _paint_folds(self, painter: QPainter, lines: list[Line]) -> None:
        """A short rule where lines are folded away: above the line that follows them, or under the last of all."""
        scene, reach = self._scene, look.px(4)
        self._folds = []
        if not scene.folded:
            return
        for line in lines:
            row = scene.line_at(line.start)
            if line.start == scene.line_starts[row] and row - 1 in scene.folded:
                self._paint_fold(painter, line.top - reach)
        if lines and lines[-1].end >= scene.last_shown and len(scene.line_starts) - 1 in scene.folded:
            self._paint_fold(painter, lines[-1].bottom + 4 * reach)

    def _paint_fold(self, painter: QPainter, y: int) -> None:
        right, width = look.px(_NUMBER_EDGE), look.px(_FOLD)
        painter.fillRect(right - width, y, width, max(1, look.px(1)), QColor(look.tokens.muted))
        self._folds.append(QRect(right - width, y - look.px(6), width, look.px(12)))

    def _paint_pill(self, painter: QPainter, line: Line, count: int) -> None:
        text = f"+{count}"
        if text not in self._pill_pictures:
            self._pill_pictures[text] = self._draw_pill(text)
        picture = self._pill_pictures[text]
        size = picture.deviceIndependentSize().toSize()
        pill = QRect(QPoint(look.px(_PILL_EDGE) - size.width(), line.bottom - look.px(2)), size)
        self._pills.append((pill, line.start, line.end))
        painter.drawPixmap(pill.topLeft(), picture)

    def _draw_pill(self, text: str) -> QPixmap:
        """Drawn once for each number: a text with many codings has one at every line."""
        pill, ratio = QRect(0, 0, look.px(6 + 6 * len(text)), look.px(14)), self.devicePixelRatioF()
        picture = QPixmap(pill.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(look.tokens.surface))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.tokens.tint))
        painter.drawRoundedRect(pill, look.px(3), look.px(3))
        painter.setPen(QColor(look.tokens.text2))
        painter.setFont(self._tiny)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
        return picture

    # Mouse

    def event(self, event: QEvent) -> bool:
        """What a fold says."""
        if isinstance(event, QHelpEvent):
            fold = next((fold for fold in self._folds if fold.contains(event.pos())), None)
            QToolTip.showText(event.globalPos(), _FOLDED if fold else "", self, fold or QRect())
            return True
        return super().event(event)

    def _pill_at(self, place: QPoint) -> tuple[QRect, list[int]]:
        """The pill under a point, and the codings of its line."""
        for pill, start, end in self._pills:
            if pill.contains(place):
                return pill, self._scene.codings_in(start, end)
        return QRect(), []

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A pill tells all codes of its line."""
        place = event.position().toPoint()
        _pill, codings = self._pill_at(place)
        acts = bool(codings) or any(fold.contains(place) for fold in self._folds)
        self.setCursor(Qt.CursorShape.PointingHandCursor if acts else Qt.CursorShape.ArrowCursor)
        self.card_asked.emit(codings, event.globalPosition().toPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A pill lists the codings of its line, a fold shows the interviewer again."""
        place = event.position().toPoint()
        pill, codings = self._pill_at(place)
        if codings:
            self.list_asked.emit(codings, pill)
        elif any(fold.contains(place) for fold in self._folds):
            self.unfold_asked.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """No hover without a mouse."""
        self._view.pointer.leave()
