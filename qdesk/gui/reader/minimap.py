"""The mini-map: where in the document codings lie, and which part of it is in view."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from qdesk.gui.look.theme import look
from qdesk.gui.positions import Ints
from qdesk.gui.reader.view import TextView

_TICK, _THICK, _OPACITY = 8, 2, 0.75
_TOP = 8


class MiniMap(QWidget):
    """A tick for each coding at its share of the text's characters, which needs no layout; a click goes there."""

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._view, self._scene = view, view.scene
        self._ticks: QPixmap | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setObjectName("reader_map")
        self.setAccessibleName("Map of the document")
        view.verticalScrollBar().valueChanged.connect(self.update)
        view.verticalScrollBar().rangeChanged.connect(self.update)
        for signal in (self._scene.text_changed, self._scene.marks_changed, self._scene.changed, look.changed):
            signal.connect(self._redraw)

    def _redraw(self) -> None:
        self._ticks = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ticks are drawn for one size."""
        self._redraw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ticks from the cache, then the frame of the viewport."""
        painter = QPainter(self)
        if self._ticks is None:
            self._ticks = self._draw_ticks()
        painter.drawPixmap(0, 0, self._ticks)
        if self._view.verticalScrollBar().maximum() == 0:
            return  # all is in view
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.tokens.muted), 1))
        painter.drawRoundedRect(self._frame(), look.px(3), look.px(3))

    def _draw_ticks(self) -> QPixmap:
        """One tick a row of pixels is all that can be seen, so 20,000 codings cost no more than 700."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(look.tokens.surface))
        painter = QPainter(picture)
        painter.setOpacity(_OPACITY)
        rows, at = np.unique(self._rows(self._scene.marks.starts), return_index=True)
        left = (self.width() - look.px(_TICK)) // 2
        for row, code in zip(rows.tolist(), self._scene.marks.codes[at].tolist(), strict=True):
            painter.fillRect(left, row, look.px(_TICK), look.px(_THICK), self._scene.colour(code))
        painter.end()
        return picture

    def _rows(self, units: Ints) -> Ints:
        """Pixel rows of UTF-16 positions."""
        room = self.height() - 2 * _TOP - _THICK
        return _TOP + (units * room // max(1, self._scene.positions.units)).astype(np.int64)

    def _frame(self) -> QRectF:
        lines = self._view.lines_between(0, self._view.viewport().height())
        ends = (lines[0].start, lines[-1].end) if lines else (0, 0)
        top, bottom = self._rows(np.array(ends, np.int64)).tolist()
        return QRectF(0.5, top + 0.5, self.width() - 1, max(look.px(16), bottom - top + _THICK))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the place under the mouse."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._go(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse while its button is held."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position().y())

    def _go(self, y: float) -> None:
        share = min(1.0, max(0.0, (y - _TOP) / max(1, self.height() - 2 * _TOP)))
        self._view.scroll_to_unit(round(share * self._scene.positions.units))
