"""Codes dropped on the selection. Elsewhere in the text they are refused, and the cursor says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from qdesk.gui.look.theme import look
from qdesk.gui.mime import CODES, codes_of, is_ours

if TYPE_CHECKING:
    from qdesk.gui.reader.view import TextView

_EDGE = 24
_TICK = 16


class Drops:
    """Drags over one view. Qt's auto-scroll is lost once its move handler is replaced, so it is here again."""

    def __init__(self, view: TextView) -> None:
        self._view = view
        self._place = QPoint()
        self.over = False
        self._timer = QTimer(view, interval=_TICK)
        self._timer.timeout.connect(lambda: view.scroll_at_edge(self._place))

    def enter(self, event: QDragEnterEvent) -> None:
        """Codes may come in; whether they may be dropped is told on every move."""
        if event.mimeData().hasFormat(CODES) and is_ours(event.mimeData(), self._view):
            event.acceptProposedAction()
            stands = self._view.selection is not None
            self._view.hinted.emit(
                "Drop it on the selected text." if stands else "Select a passage first, then drop a code on it."
            )
        else:
            event.ignore()

    def move(self, event: QDragMoveEvent) -> None:
        """Accept over the selection only."""
        self._place = event.position().toPoint()
        self._timer.start()
        self._show(self._welcome(event))

    def leave(self) -> None:
        """The drag went elsewhere."""
        self._timer.stop()
        self._show(False)

    def drop(self, event: QDropEvent) -> None:
        """Hand on the ids of the codes."""
        welcome = self._welcome(event)
        self.leave()
        if welcome:
            self._view.code_dropped.emit(codes_of(event.mimeData()))

    def _welcome(self, event: QDropEvent) -> bool:
        """A copy if the source allows it: after a move an item view would delete its rows."""
        place = event.position().toPoint()
        if not event.mimeData().hasFormat(CODES) or not self._view.pointer.over_selection(place):
            event.ignore()
            return False
        if event.possibleActions() & Qt.DropAction.CopyAction:
            event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return True

    def _show(self, over: bool) -> None:
        if over != self.over:
            self.over = over
            self._view.viewport().update()


def edge_speed(place: int, length: int) -> int:
    """Pixels to scroll at a tick, from the depth into a 24-px edge: negative is up."""
    edge = look.px(_EDGE)
    return max(-edge, min(0, place - edge)) // 2 if place < edge else min(edge, max(0, place - length + edge)) // 2
