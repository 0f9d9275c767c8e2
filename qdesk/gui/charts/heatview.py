"""The heat map on the screen: pointed at with mouse or arrow keys, scrolled where it is larger than its room."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from qdesk.analysis.cooccurrence import Cooccurrence
from qdesk.analysis.figure import HeatMap
from qdesk.analysis.reading import read_cell
from qdesk.gui.charts.card import card_size, draw_card, place_card
from qdesk.gui.charts.heatmap import draw, draw_name, draw_side_name
from qdesk.gui.charts.layout import Layout, fitted, laid_out
from qdesk.gui.charts.medium import screen
from qdesk.gui.look.theme import look

Place = tuple[int, int]

_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class _Chart(pg.GraphicsObject):
    """The whole picture, kept as pixels until it changes, so that pointing costs no new painting."""

    def __init__(self, view: HeatView) -> None:
        super().__init__()
        self._view = view
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def boundingRect(self) -> QRectF:
        return QRectF(self._view.viewport().rect())

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._view.layout_now is not None:
            draw(painter, self._view.layout_now, self._view.heatmap, look.tokens)


class _Pointed(pg.GraphicsObject):
    """Above the picture: the frame of the pointed cell, both its names in 600, and its card."""

    def __init__(self, view: HeatView) -> None:
        super().__init__()
        self._view = view

    def boundingRect(self) -> QRectF:
        return QRectF(self._view.viewport().rect())

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        layout, place = self._view.layout_now, self._view.place
        if layout is None or place is None:
            return
        heatmap, tokens = self._view.heatmap, look.tokens
        painter.save()
        _draw_frame(painter, layout, place)
        for one in sorted(set(place)) if layout.named else ():
            _draw_heavy(painter, layout, heatmap, one)
        reading = read_cell(self._view.table, heatmap.names, *place)
        pair = place if place[0] != place[1] else place[:1]
        card = place_card(layout, card_size(layout.medium, reading, [heatmap.names[one] for one in pair]), *place)
        draw_card(painter, card, layout.medium, heatmap, reading, pair, tokens)
        painter.restore()


class HeatView(pg.GraphicsView):
    """Shows a table. ``pointed`` gives (row, column) or None, ``opened`` the cell clicked or entered.

    ``laid_out`` follows every change of the layout, for the scroll bars.
    """

    pointed = Signal(object)
    opened = Signal(int, int)
    laid_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, useOpenGL=False, background=None)
        self.setObjectName("heat_map")
        self.setAccessibleName("Co-occurrence matrix")
        self.enableMouse(False)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.table: Cooccurrence
        self.heatmap: HeatMap
        self.layout_now: Layout | None = None
        self.place: Place | None = None
        self.names_fit = True
        self._whole = False
        self._pressed: Place | None = None
        self._chart, self._overlay = _Chart(self), _Pointed(self)
        self.addItem(self._chart)
        self.addItem(self._overlay)

    def show_table(self, table: Cooccurrence, heatmap: HeatMap) -> None:
        """Show a table of at least two codes, painted as ``heatmap`` says; the pointed cell is let go."""
        self.table, self.heatmap = table, heatmap
        self.point_at(None)
        self.lay_out()

    def set_whole(self, whole: bool) -> None:
        """All codes in view, names or not; or cells large enough for names, to be scrolled."""
        self._whole = whole
        self.lay_out()

    def lay_out(self) -> None:
        """Work the layout out again: for a new size, a new look."""
        if not hasattr(self, "heatmap"):
            return
        scroll = self.layout_now.scroll if self.layout_now else QPoint()
        medium, area = screen(), self.viewport().size()
        layout = fitted(medium, self.heatmap, area)
        self.names_fit = layout.named
        if not layout.named and not self._whole:
            layout = laid_out(medium, self.heatmap, area, look.px(14), named=True)
        self.layout_now = layout
        for item in (self._chart, self._overlay):
            item.prepareGeometryChange()
        self.scroll_to(scroll)

    def scroll_to(self, scroll: QPoint) -> None:
        """Scroll as far as the content goes."""
        layout = self.layout_now
        if layout is not None:
            room = layout.content - layout.area
            x, y = max(0, min(scroll.x(), room.width())), max(0, min(scroll.y(), room.height()))
            self.layout_now = layout.scrolled(QPoint(x, y))
            self._repaint()
            self.laid_out.emit()

    def point_at(self, place: Place | None) -> None:
        """Point at a cell of the lower triangle, or at none; it is told to screen readers too."""
        if place == self.place:
            return
        self.place = place
        self._overlay.update()
        told = str(read_cell(self.table, self.heatmap.names, *place)) if place else ""
        self.setAccessibleDescription(told)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if place else Qt.CursorShape.ArrowCursor)
        self.pointed.emit(place)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """A new size is a new layout."""
        super().resizeEvent(event)
        if hasattr(self, "_overlay"):
            self.lay_out()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at what is under the mouse."""
        self.point_at(self._under(event))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the cell, which opens if the button is released on it."""
        self._pressed = self._under(event) if event.button() == Qt.MouseButton.LeftButton else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the cell that was pressed."""
        if self._pressed is not None and self._pressed == self._under(event):
            self.opened.emit(*self._pressed)
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The first click has opened the cell."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Shift sideways."""
        if self.layout_now is not None:
            turn = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta() / 2
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                turn = turn.transposed()
            self.scroll_to(self.layout_now.scroll - turn)
            event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Let the cell go when the mouse leaves."""
        if event.type() == QEvent.Type.Leave and hasattr(self, "place"):
            self.point_at(None)
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the cell, Enter opens it, Esc lets it go."""
        key = Qt.Key(event.key())
        if key in _STEPS and self.layout_now is not None:
            self._step(*_STEPS[key])
        elif key in _ENTER and self.place is not None:
            self.opened.emit(*self.place)
        elif key == Qt.Key.Key_Escape and self.place is not None:
            self.point_at(None)
        else:
            event.ignore()

    def _step(self, down: int, right: int) -> None:
        if self.place is None:
            self._bring_into_view((1, 0))
            return
        i, j = self.place[0] + down, self.place[1] + right
        if 0 <= j <= i < len(self.heatmap.names):
            self._bring_into_view((i, j))

    def _bring_into_view(self, place: Place) -> None:
        layout = self.layout_now
        rect = layout.cell_rect(*place)
        scroll = QPoint(layout.scroll)
        for set_by, low, high, start, stop in (
            (scroll.setX, rect.left(), rect.right(), layout.left, layout.area.width()),
            (scroll.setY, rect.top(), rect.bottom(), layout.medium.pad, layout.area.height() - layout.medium.pad),
        ):
            now = layout.scroll.x() if set_by == scroll.setX else layout.scroll.y()
            set_by(now + min(0, low - start) + max(0, high - stop))
        if scroll != layout.scroll:
            self.scroll_to(scroll)
        self.point_at(place)

    def _under(self, event: QMouseEvent) -> Place | None:
        return self.layout_now.cell_at(event.position().toPoint()) if self.layout_now is not None else None

    def _repaint(self) -> None:
        self._chart.update()
        self._overlay.update()


def _draw_frame(painter: QPainter, layout: Layout, place: Place) -> None:
    width = look.px(2)
    rect = layout.cell_rect(*place)
    pen = QPen(QColor(look.tokens.text), width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(rect).adjusted(-width / 2, -width / 2, width / 2, width / 2))


def _draw_heavy(painter: QPainter, layout: Layout, heatmap: HeatMap, one: int) -> None:
    """Paint over the light names of a code with heavy ones."""
    tokens = look.tokens
    surface = QColor(tokens.surface)
    if layout.side_rect(one).left() > layout.left:
        painter.fillRect(layout.side_rect(one), surface)
        draw_side_name(painter, layout, heatmap, tokens, one, bold=True)
    painter.fillRect(layout.name_rect(one), surface)
    draw_name(painter, layout, heatmap, tokens, one, bold=True)
