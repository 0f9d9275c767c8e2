"""The parts of a window that can be pointed at, as rectangles in pixels of the window."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QMenu, QWidget

from qdesk.gui.look.theme import look

if TYPE_CHECKING:
    from qdesk.gui.window.window import MainWindow

Rects = tuple[QRect, ...]
"""None for what is out of sight."""

_INSET = 3
"""LOOK's px by which a thing of its own is taken smaller, since the frame stands off it."""

_DOCK = 320
"""LOOK's px of the side at the right, for when it is folded away and about to come."""


class Parts:
    """Finds them in one window that shows a project."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def within(self, widget: QWidget, rects: Iterable[QRect] | None = None) -> Rects:
        """Rectangles of a widget, or all of it, as far as they are in sight."""
        if not widget.isVisible():
            return ()
        corner = widget.mapTo(self._window, QPoint(0, 0))
        shown = (rect.intersected(widget.rect()) for rect in (rects if rects is not None else [widget.rect()]))
        return tuple(rect.translated(corner) for rect in shown if rect.isValid())

    def thing(self, widget: QWidget, rect: QRect | None = None) -> Rects:
        """A widget, row or cell that is framed by itself."""
        inset = look.px(_INSET)
        found = self.within(widget, None if rect is None else [rect])
        return tuple(one.adjusted(inset, inset, -inset, -inset) for one in found)

    def tool(self, name: str) -> Rects:
        """The button of an action in the tool row."""
        return self.thing(self._window.tools.findChild(QWidget, f"tool_{name}"))

    def menu(self, title: str) -> Rects:
        """A title of the menu bar; none where the system shows the menus."""
        bar, menu = self._window.menuBar(), self._menu_of(title)
        return () if bar.isNativeMenuBar() else self.thing(bar, bar.actionGeometry(menu.menuAction()))

    def opened(self, title: str) -> Rects:
        """What a menu covers when it is open."""
        return tuple(QRect(rect.bottomLeft(), self._menu_of(title).sizeHint()) for rect in self.menu(title))

    def _menu_of(self, title: str) -> QMenu:
        return next(action.menu() for action in self._window.menuBar().actions() if action.text() == title)

    def right(self) -> Rects:
        """The side at the right; folded away, the room it will take."""
        desk = self._window.desk
        assert desk is not None
        if desk.right.isVisible():
            return self.within(desk.right)
        room = desk.rect()
        room.setLeft(room.right() + 1 - look.px(_DOCK))
        return self.within(desk, [room])
