"""The margin: a bracket for each coding beside its lines, joined to the name of its code."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDrag, QFont, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from qdesk.gui.look.fonts import ui_font
from qdesk.gui.look.theme import look
from qdesk.gui.mime import codings_mime, sign
from qdesk.gui.reader.draglabel import drag_label
from qdesk.gui.reader.lines import Line
from qdesk.gui.reader.marks import MARGIN_LANES
from qdesk.gui.reader.names import Name, Want, label, place
from qdesk.gui.reader.paint import STRUCK
from qdesk.gui.reader.texts import Texts
from qdesk.gui.reader.view import TextView

_LANE = 6
_NAMES = 36
"""px from the first lane to the names, while at most five lanes are in use."""
_PITCH = 17
_REACH = 102
_OUTSIDE = 20
"""px by which a bracket that goes on beyond the viewport is drawn past its edge."""


class Bracket(NamedTuple):
    """A coding beside its lines: index in the marks, id, code, margin lane, upper and lower edge in px."""

    index: int
    coding: int
    code: int
    lane: int
    top: int
    bottom: int
    begins: int | None
    """The middle of its first line, px; None if that lies further up than one viewport."""


class Margin(QWidget):
    """Brackets and names beside a view; hovering lights the whole coding up, a click chooses it."""

    card_asked = Signal(list, QPoint)

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._view, self._scene = view, view.scene
        self._names: list[Name] = []
        self._brackets: list[Bracket] = []
        self._texts = Texts()
        self._held: list[int] = []
        self._pressed = QPoint()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setObjectName("reader_margin")
        self.setAccessibleName("Codes in the margin")
        self.setMouseTracking(True)
        view.verticalScrollBar().valueChanged.connect(self.update)
        for signal in (self._scene.text_changed, self._scene.marks_changed, self._scene.changed, look.changed):
            signal.connect(self.update)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self._texts.clear()
        self._plain, self._strong = ui_font(11), ui_font(11, bold=True)

    def minimumSizeHint(self) -> QSize:
        """Room for the lanes and a word."""
        return QSize(self._names_left() + look.px(72), 0)

    def _lane_left(self, lane: int) -> int:
        return look.px(_LANE) + look.px(_LANE) * min(lane, MARGIN_LANES)

    def _names_left(self) -> int:
        lanes = self._scene.marks.lane_count
        return look.px(_LANE) + max(look.px(_NAMES), look.px(_LANE) * (lanes + 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Brackets of all codings in view, then leaders, then names."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look.tokens.surface))
        self._brackets = self._find_brackets()
        self._names = self._find_names()
        for bracket in self._brackets:
            if bracket.lane < MARGIN_LANES and bracket.bottom > 0:
                self._paint_bracket(painter, bracket)
        painter.setOpacity(1.0)
        shown = {bracket.coding: bracket for bracket in self._brackets}
        for name in self._names:
            if name.code is not None:
                self._paint_leader(painter, name, shown[name.codings[0]])
            self._paint_name(painter, name)

    # What is where

    def _find_brackets(self) -> list[Bracket]:
        """One viewport further up than needed, so that names do not jump while scrolling."""
        lines = self._view.lines(-self.height(), self.height())
        if not lines:
            return []
        marks, starts = self._scene.marks, [line.start for line in lines]
        seen = marks.between(lines[0].start, lines[-1].end)
        columns = (seen, marks.ids[seen], marks.codes[seen], marks.margin_lanes[seen])
        rows = zip(*(column.tolist() for column in columns), strict=True)
        return [Bracket(*row, *self._edges(row[0], lines, starts)) for row in rows]

    def _edges(self, index: int, lines: list[Line], starts: list[int]) -> tuple[int, int, int | None]:
        start, end = int(self._scene.marks.starts[index]), int(self._scene.marks.ends[index])
        first, last = lines[bisect_right(starts, start) - 1], lines[bisect_right(starts, end - 1) - 1]
        above, below = start < starts[0], end > lines[-1].end
        top = -self.height() - _OUTSIDE if above else first.top + 1
        bottom = self.height() + _OUTSIDE if below else last.bottom + 1
        return top, bottom, None if above else round(first.centre)

    def _find_names(self) -> list[Name]:
        """Names beside first lines; then, where there is room, names of codings that began above the viewport."""
        chosen, pitch = self._scene.chosen, look.px(_PITCH)
        wants = [
            Want(bracket.begins, bracket.lane, bracket.coding, bracket.code, bracket.coding == chosen)
            for bracket in self._brackets
            if bracket.begins is not None
        ]
        placed = place(wants, pitch, look.px(_REACH))
        names = [name for name in placed if -pitch < name.y < self.height() + pitch]
        named = {coding for name in names for coding in name.codings}
        y = pitch
        for bracket in self._brackets:
            if bracket.coding not in named and bracket.top < 0 < bracket.bottom:
                while any(abs(name.y - y) < pitch for name in names):
                    y += pitch
                if y < min(bracket.bottom, self.height() - pitch):
                    names.append(Name(y, bracket.lane, bracket.code, [bracket.coding]))
        return names

    # Painting

    def _paint_bracket(self, painter: QPainter, bracket: Bracket) -> None:
        painter.setOpacity(STRUCK if bracket.coding in self._scene.struck else 1.0)
        strong = bracket.coding == self._scene.chosen or bracket.coding in self._scene.hovered
        wide, tick = look.px(3) if strong else look.px(2), look.px(5)
        left, colour = self._lane_left(bracket.lane), self._scene.colour(bracket.code)
        height = bracket.bottom - bracket.top
        painter.fillRect(left, bracket.top, wide, height, colour)
        painter.fillRect(left, bracket.top, tick, look.px(2), colour)
        painter.fillRect(left, bracket.bottom - look.px(2), tick, look.px(2), colour)

    def _paint_leader(self, painter: QPainter, name: Name, bracket: Bracket) -> None:
        """A level line to the name; where the name slid below its bracket, it climbs back to it."""
        chosen = self._scene.chosen in name.codings
        colour = self._scene.colour(bracket.code) if chosen else QColor(look.tokens.border)
        right, y = self._names_left() - look.px(4), round(name.y)
        left = min(self._lane_left(bracket.lane) + look.px(5), right - look.px(3))
        foot = min(y, bracket.bottom - look.px(3))
        painter.setPen(QPen(colour, 1))
        if foot == y:
            painter.drawLine(left, y, right, y)
            return
        knee = right - look.px(4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPolyline([QPointF(left, foot + 0.5), QPointF(knee, y + 0.5), QPointF(right, y + 0.5)])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_name(self, painter: QPainter, name: Name) -> None:
        text = label(name, self._scene.name(name.code) if name.code is not None else "")
        painter.setPen(QColor(self._ink(name)))
        self._texts.draw(painter, self._name_rect(name), text, self._font(name), Qt.AlignmentFlag.AlignLeft)

    def _font(self, name: Name) -> QFont:
        font = QFont(self._strong if self._scene.chosen in name.codings else self._plain)
        if self._scene.struck.issuperset(name.codings):
            font.setStrikeOut(True)
        if name.code is not None and not self._scene.hovered.isdisjoint(name.codings):
            font.setUnderline(True)
        return font

    def _ink(self, name: Name) -> str:
        if self._scene.chosen in name.codings:
            return look.tokens.text
        return look.tokens.muted if name.code is None else look.tokens.text2

    def _name_rect(self, name: Name) -> QRect:
        pitch = look.px(_PITCH)
        left = self._names_left()
        return QRectF(left, round(name.y) - pitch / 2, self.width() - left, pitch).toRect()

    # Mouse

    def codings_at(self, point: QPoint) -> list[int]:
        """Ids of the codings whose name or bracket lies under a point."""
        for name in self._names:
            if self._name_rect(name).contains(point):
                return name.codings
        for bracket in self._brackets:
            left = self._lane_left(bracket.lane) - 1
            if left <= point.x() < left + look.px(_LANE) and bracket.top <= point.y() < bracket.bottom:
                return [bracket.coding]
        return []

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the codings under the mouse; a pressed one is dragged out."""
        place = event.position().toPoint()
        if event.buttons() & Qt.MouseButton.LeftButton and self._held:
            if (place - self._pressed).manhattanLength() >= QApplication.startDragDistance():
                held, self._held = self._held, []
                self._drag(held)
            return
        codings = self.codings_at(event.position().toPoint())
        self.setCursor(Qt.CursorShape.PointingHandCursor if codings else Qt.CursorShape.ArrowCursor)
        self._scene.show(hovered=frozenset(codings))
        self.card_asked.emit(codings, event.globalPosition().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        """No hover without a mouse."""
        self._view.pointer.leave()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the coding; ask for its menu with the right button."""
        codings = self.codings_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.RightButton:
            self._view.context_asked.emit(codings, event.globalPosition().toPoint())
        elif codings:
            self._held, self._pressed = codings, event.position().toPoint()
            self._view.pointer.choose_among(codings)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._held = []

    def _drag(self, codings: list[int]) -> None:
        """Drag codings onto a code of the tree, which changes their code or with Ctrl adds it."""
        quotes = "1 quote" if len(codings) == 1 else f"{len(codings)} quotes"
        drag = QDrag(self)
        drag.setMimeData(sign(codings_mime(codings), self))
        drag.setPixmap(drag_label(quotes, self.devicePixelRatioF()))
        drag.setHotSpot(QPoint(-look.px(12), -look.px(12)))
        drag.exec(Qt.DropAction.CopyAction)
