"""The frame round what the tour points at: 2 px of accent, over the real widgets and transparent to the mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from qdesk.gui.look.theme import look

_ROUND, _PEN = 4, 2
"""LOOK's px by which the rounded outline stands off what it surrounds; the width of its line in pixels."""


class Frame(QWidget):
    """A child of the window that stays within it. Rectangles that touch are framed as one: the lines of a sentence."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("tour_frame")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rects: tuple[QRect, ...] = ()
        self._outline = QPainterPath()
        look.changed.connect(self._trace)
        self.hide()

    @property
    def rects(self) -> tuple[QRect, ...]:
        """What is surrounded, in pixels of the window."""
        return self._rects

    def surround(self, rects: Sequence[QRect]) -> None:
        """Stand round rectangles of the window; with none, nowhere."""
        if tuple(rects) != self._rects:
            self._rects = tuple(rects)
            self._trace()
            if self.isHidden():
                self.raise_()
            self.setVisible(bool(rects))

    def _trace(self) -> None:
        rounding = look.px(_ROUND)
        inset = rounding + _PEN
        room = self.parentWidget().rect().adjusted(inset, inset, -inset, -inset)
        whole = QPainterPath()
        for rect in self._rects:
            box = QPainterPath()
            box.addRect(QRectF(rect.intersected(room)))
            whole = whole.united(box)
        round_it = QPainterPathStroker()
        round_it.setWidth(2 * rounding)
        round_it.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._outline = round_it.createStroke(whole).united(whole).simplified()
        self.setGeometry(self._outline.boundingRect().toAlignedRect().adjusted(-_PEN, -_PEN, _PEN, _PEN))
        self._outline.translate(-QPoint(self.pos()))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The outline, and nothing within it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.tokens.accent), _PEN))
        painter.drawPath(self._outline)
