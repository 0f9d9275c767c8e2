"""Keeps up with widgets that move, scroll, grow or go: whatever does, is painted anew or hidden."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_Type = QEvent.Type

_TELLING: Final = frozenset({_Type.Paint, _Type.Resize, _Type.Move, _Type.Show, _Type.Hide, _Type.WindowUnblocked})
"""The last one comes to a window when a dialog over it has closed."""


class Follower(QObject):
    """``moved`` comes once after any number of events of the watched widgets."""

    moved = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.moved)

    def watch(self, widgets: Iterable[QWidget]) -> None:
        """Watch these too; to watch one again does no harm."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Nothing is kept from the widgets."""
        if event.type() in _TELLING:
            self._soon.start()
        return False
