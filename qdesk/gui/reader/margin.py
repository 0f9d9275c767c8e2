"""The margin: a bracket for each coding beside its lines, joined to the name of its code."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDrag, QFont, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from qdesk.gui.look.fonts import ui_font
from qdesk.gui.look.theme import look
from qdesk.gui.mime import codings_mime, sign
from qdesk.gui.reader.draglabel import drag_label
from qdesk.gui.reader.marks import MARGIN_LANES
from qdesk.gui.reader.names import ABOVE, Bracket, Name, free_rows, label, place
from qdesk.gui.reader.paint import STRUCK
from qdesk.gui.reader.texts import Texts
from qdesk.gui.reader.view import TextView

_LANE = 6
_NAMES = 36
"""px from the first lane to the names, while at most five lanes are in use."""
_PITCH = 17
_REACH = 102
_SWATCH = 6
_OUTSIDE = 20
"""px by which a bracket that goes on beyond the viewport is drawn past its edge."""


class Margin(QWidget):
    """Brackets and names beside a view; hovering lights the whole coding up, a click chooses it."""

    card_asked = Signal(list, QPoint)
    list_asked = Signal(list, QRect)  # codings of "+n more", and where it stands, in px of the margin

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._view, self._scene = view, view.scene
        self._names: list[Name] = []
        self._brackets: list[Bracket] = []
        self._texts = Texts()
        self._fonts: dict[tuple[bool, bool, bool], QFont] = {}
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
        self._fonts.clear()

    def minimumSizeHint(self) -> QSize:
        """Room for the lanes and a word."""
        return QSize(self._names_left() + look.px(72), 0)

    def _lane_left(self, lane: int) -> int:
        return look.px(_LANE) + look.px(_LANE) * min(lane, MARGIN_LANES)

    def _names_left(self) -> int:
        lanes = self._scene.marks.lane_count
        slots = lanes + 1 + (lanes == MARGIN_LANES)  # for a bracket that found no lane
        return look.px(_LANE) + max(look.px(_NAMES), look.px(_LANE) * slots)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Leaders, the brackets of all codings in view above them, then names."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look.tokens.surface))
        self._brackets = self._find_brackets()
        self._names = self._find_names()
        shown = {bracket.coding: bracket for bracket in self._brackets}
        for name in self._names:
            if name.code is not None:
                self._paint_leader(painter, name, shown[name.codings[0]])
        for bracket in self._brackets:
            if bracket.bottom > 0 and (bracket.lane < MARGIN_LANES or self._is_lit(bracket.coding)):
                self._paint_bracket(painter, bracket)
        painter.setOpacity(1.0)
        for name in self._names:
            self._paint_name(painter, name)

    # What is where

    def _find_brackets(self) -> list[Bracket]:
        """One viewport further up than needed, so that names do not jump while scrolling."""
        height = self.height()
        lines = self._view.lines(-height, height)
        if not lines:
            return []
        marks = self._scene.marks
        seen = marks.between(lines[0].start, lines[-1].end)
        starts, ends = marks.starts[seen], marks.ends[seen]
        table = np.array([(line.start, line.end, line.top + 1, line.bottom + 1, line.centre) for line in lines])
        first = np.searchsorted(table[:, 1], starts, "right")
        last = np.searchsorted(table[:, 0], ends, "left") - 1
        above = (starts < lines[0].start) & (self._view.verticalScrollBar().value() > height)
        top = np.where(above, -height - _OUTSIDE, table[first, 2])
        bottom = np.where(ends > lines[-1].end, height + _OUTSIDE, table[last, 3])
        begins = np.where(above, ABOVE, table[first, 4].round())
        on = first <= last  # else folded away
        columns = (marks.ids[seen], marks.codes[seen], marks.lanes(seen), top, bottom, begins)
        return [Bracket(*row) for row in np.stack(columns)[:, on].astype(np.int64).T.tolist()]

    def _find_names(self) -> list[Name]:
        """Names beside first lines; then, where there is room, names of codings that began above the viewport."""
        pitch = look.px(_PITCH)
        placed = place(self._brackets, pitch, look.px(_REACH), self._scene.chosen)
        names = [name for name in placed if -pitch < name.y < self.height() + pitch]
        named = {coding for name in names for coding in name.codings}
        free = free_rows([name.y for name in names], pitch, self.height())
        y = next(free, None)
        for bracket in self._brackets:
            if y is None:
                break
            if bracket.coding not in named and bracket.top < 0 and y < bracket.bottom:
                names.append(Name(y, bracket.lane, bracket.code, [bracket.coding]))
                y = next(free, None)
        return names

    # Painting

    def _is_lit(self, coding: int) -> bool:
        return coding == self._scene.chosen or coding in self._scene.hovered

    def _paint_bracket(self, painter: QPainter, bracket: Bracket) -> None:
        """One that found no lane is painted outside of them while it is chosen or hovered."""
        painter.setOpacity(STRUCK if bracket.coding in self._scene.struck else 1.0)
        wide, tick = look.px(3) if self._is_lit(bracket.coding) else look.px(2), look.px(5)
        left, colour = self._lane_left(bracket.lane), self._scene.colour(bracket.code)
        height = bracket.bottom - bracket.top
        painter.fillRect(left, bracket.top, wide, height, colour)
        painter.fillRect(left, bracket.top, tick, look.px(2), colour)
        painter.fillRect(left, bracket.bottom - look.px(2), tick, look.px(2), colour)

    def _paint_leader(self, painter: QPainter, name: Name, bracket: Bracket) -> None:
        """A level line to the name; where the name slid below its bracket, it climbs back to it.

        A name whose coding found no lane has no bracket to lead to, but a swatch.
        """
        chosen, right, y = self._scene.chosen in name.codings, self._names_left() - look.px(4), round(name.y)
        if bracket.lane == MARGIN_LANES:
            side = look.px(_SWATCH)
            left = self._names_left() - look.px(2) - side
            painter.fillRect(left, y - side // 2, side, side, self._scene.colour(bracket.code))
            return
        colour = self._scene.colour(bracket.code) if chosen else QColor(look.tokens.border)
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
        self._texts.draw(
            painter, self._name_rect(name), text, self._font(name), self._ink(name), look.tokens.surface
        )  # fmt: skip

    def _font(self, name: Name) -> QFont:
        struck, hovered = self._scene.struck, self._scene.hovered
        strong, lit = self._scene.chosen in name.codings, name.code is not None and bool(hovered)
        key = strong, bool(struck) and struck.issuperset(name.codings), lit and not hovered.isdisjoint(name.codings)
        if key not in self._fonts:
            font = self._fonts[key] = ui_font(11, bold=strong)
            font.setStrikeOut(key[1])
            font.setUnderline(key[2])
        return self._fonts[key]

    def _ink(self, name: Name) -> str:
        if self._scene.chosen in name.codings:
            return look.tokens.text
        return look.tokens.muted if name.code is None else look.tokens.text2

    def _name_rect(self, name: Name) -> QRect:
        left, pitch = self._names_left(), look.px(_PITCH)
        return QRect(left, round(name.y) - pitch // 2, self.width() - left, pitch)

    # Mouse

    def codings_at(self, point: QPoint) -> list[int]:
        """Ids of the codings whose name or bracket lies under a point."""
        for name in self._names:
            if self._name_rect(name).contains(point):
                return name.codings
        for bracket in self._brackets:
            left = self._lane_left(bracket.lane) - 1
            across, down = left <= point.x() < left + look.px(_LANE), bracket.top <= point.y() < bracket.bottom
            if across and down and (bracket.lane < MARGIN_LANES or self._is_lit(bracket.coding)):
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
        """Choose the coding; ask for its menu with the right button. "+n more" lists them all."""
        heap = next((name for name in self._names if name.code is None and self._holds(name, event)), None)
        codings = self.codings_at(event.position().toPoint())
        if heap is not None:
            self.list_asked.emit(heap.codings, self._name_rect(heap))
        elif event.button() == Qt.MouseButton.RightButton:
            self._view.asked_at = None
            self._view.context_asked.emit(codings, event.globalPosition().toPoint())
        elif codings:
            self._held, self._pressed = codings, event.position().toPoint()
            self._view.pointer.choose_among(codings)

    def _holds(self, name: Name, event: QMouseEvent) -> bool:
        return self._name_rect(name).contains(event.position().toPoint())

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
