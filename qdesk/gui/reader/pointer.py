"""What the mouse does in the text: choose a coding, drag the selection out, pull a handle, hover a band."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from qdesk.gui.look.theme import look
from qdesk.gui.reader.lines import Line
from qdesk.gui.reader.paint import Handle, band_rects
from qdesk.gui.reader.selecting import snapped
from qdesk.text.extents import Extent
from qdesk.text.spans import Span

if TYPE_CHECKING:
    from qdesk.gui.reader.view import TextView


class Pointer:
    """The mouse over one view. ``press``, ``move`` and ``release`` tell whether Qt's own handling is to be left out."""

    def __init__(self, view: TextView) -> None:
        self._view = view
        self._pressed = QPoint()
        self._doubled = QElapsedTimer()
        self._clicks = 0
        self._from_selection = False
        self._grip: Handle | None = None

    def press(self, event: QMouseEvent) -> bool:
        """Take hold of a handle or of the selection."""
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        self._pressed = event.position().toPoint()
        self._grip = self._handle_at(self._pressed)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        self._from_selection = plain and not self._grip and self.over_selection(self._pressed)
        return self._grip is not None or self._from_selection

    def doubled(self) -> None:
        """Two clicks took a word; more soon after take more and are no grip on the selection."""
        self._clicks = 2
        self._doubled.start()

    def clicked_extent(self, event: QMouseEvent) -> Extent | None:
        """What a press takes right after a double click at its place: the sentence, then the paragraph; else None."""
        place = event.position().toPoint()
        here = (place - self._pressed).manhattanLength() < QApplication.startDragDistance()
        soon = self._doubled.isValid() and self._doubled.elapsed() < QApplication.doubleClickInterval()
        if event.button() != Qt.MouseButton.LeftButton or not (soon and here):
            return None
        self._pressed = place
        self._clicks += 1
        self._doubled.start()
        return "sentence" if self._clicks == 3 else "paragraph"

    def move(self, event: QMouseEvent) -> bool:
        """Pull the handle, start dragging the selection, or hover."""
        place = event.position().toPoint()
        if self._grip:
            self._pull(self._grip, place)
        elif self._from_selection:
            if (place - self._pressed).manhattanLength() >= QApplication.startDragDistance():
                self._from_selection = False
                self._view.start_drag()
        else:
            if not event.buttons():
                self._hover(place)
            return False
        return True

    def release(self, event: QMouseEvent) -> bool:
        """Let go of the handle; a click inside the selection that dragged nothing gives it up."""
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        if self._grip:
            self._let_go()
            return True
        if self._from_selection:
            self._from_selection = False
            self._view.setTextCursor(self._view.cursorForPosition(self._pressed))
            self.click(self._pressed)
            return True
        return False

    def clicked(self, event: QMouseEvent) -> bool:
        """True if this release ends a click, not a stroke."""
        moved = (event.position().toPoint() - self._pressed).manhattanLength()
        return event.button() == Qt.MouseButton.LeftButton and moved < QApplication.startDragDistance()

    def click(self, place: QPoint) -> None:
        """Choose the smallest coding here; on a chosen one, the next larger."""
        self.choose_among(self.codings_at(place))

    def choose_among(self, codings: list[int]) -> None:
        """Choose the first of these codings, or the one after the chosen one; None if there are none."""
        chosen = self._view.scene.chosen
        following = codings.index(chosen) + 1 if chosen in codings else 0
        self._view.choose(codings[following % len(codings)] if codings else None)

    def cancel(self) -> bool:
        """Give up a handle in motion; False if none was."""
        held, self._grip = self._grip is not None, None
        self._view.scene.show(ghost=None)
        return held

    def leave(self) -> None:
        """The mouse left the text."""
        self._view.scene.show(hovered=frozenset())
        self._view.card_asked.emit([], QPoint())

    def codings_at(self, place: QPoint) -> list[int]:
        """Ids of the codings under a point of the viewport, the shortest first."""
        line = self._line_at(place)
        if line is None:
            return []
        scene = self._view.scene
        found = scene.codings_in(line.start, line.end)
        return [coding for coding in found if _holds(line, scene.range_of(coding), place)]

    def over_selection(self, place: QPoint) -> bool:
        """True if the point lies on highlighted text."""
        line = self._line_at(place)
        return line is not None and _holds(line, self._view.selected_units(), place)

    def _line_at(self, place: QPoint) -> Line | None:
        """The line under a point, from its tint to the next one; ``cursorForPosition`` would snap to the nearest."""
        lines = self._view.lines_between(place.y() - look.px(4), place.y() + look.px(4))
        return next((line for line in lines if line.top <= place.y() < line.top + line.pitch), None)

    def _handle_at(self, place: QPoint) -> Handle | None:
        reach = look.px(20) // 2
        shown = self._view.shown_handles()
        near = (handle for handle in shown if (QPoint(handle.x, handle.y) - place).manhattanLength() <= reach)
        return next(near, None)

    def _pull(self, grip: Handle, place: QPoint) -> None:
        scene, view = self._view.scene, self._view
        ends = scene.ghost or scene.range_of(scene.chosen)
        if ends is None:
            return
        # The finger holds the handle, which hangs above or below the line it belongs to.
        aim = place + QPoint(0, look.px(12) if grip.at_start else -look.px(16))
        unit = view.cursorForPosition(aim).position()
        point = scene.positions.point(unit)
        if view.snapping:
            point = snapped(scene.document.text, point, at_start=grip.at_start)
        ends = (scene.positions.unit(point), ends[1]) if grip.at_start else (ends[0], scene.positions.unit(point))
        if ends[0] < ends[1]:
            scene.show(ghost=ends)
        view.scroll_at_edge(place)

    def _let_go(self) -> None:
        scene, ghost = self._view.scene, self._view.scene.ghost
        self._grip = None
        scene.show(ghost=None)
        if ghost and ghost != scene.range_of(scene.chosen):
            self._view.resize_asked.emit(scene.chosen, Span(*scene.span(*ghost)))

    def _hover(self, place: QPoint) -> None:
        band = self._band_at(place)
        self._view.scene.show(hovered=frozenset(band))
        self._view.card_asked.emit(band, self._view.viewport().mapToGlobal(place))
        self._view.viewport().setCursor(self._shape(place))

    def _band_at(self, place: QPoint) -> list[int]:
        line = self._line_at(place)
        paragraph = self._view.scene.paragraph_at(line.start) if line else None
        if line is None or paragraph is None or place.y() < line.bottom:
            return []
        reach = look.px(1)
        return [
            band.coding
            for band in self._view.scene.bands(paragraph).between(line.start, line.end)
            for rect in band_rects(line, band.start, band.end, band.lane)
            if rect.adjusted(0, 0, 0, reach).contains(place)
        ][:1]

    def _shape(self, place: QPoint) -> Qt.CursorShape:
        if self._handle_at(place):
            return Qt.CursorShape.SizeHorCursor
        return Qt.CursorShape.ArrowCursor if self.over_selection(place) else Qt.CursorShape.IBeamCursor


def _holds(line: Line, units: tuple[int, int] | None, place: QPoint) -> bool:
    return units is not None and any(left - 1 <= place.x() <= right for left, right in line.stretches(*units))
