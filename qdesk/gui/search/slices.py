"""Long work done between events, so that a key typed meanwhile is heard at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from qdesk.errors import QDeskError

SLICE = 0.03
"""Seconds of work between two turns of the event loop; what takes less is done before ``start`` returns."""


class Slices(QObject):
    """Goes through the steps of one piece of work. Starting another gives up the one before."""

    done = Signal()
    went_on = Signal()  # a slice is over, and there is more to do
    failed = Signal(str)  # a known error in one sentence

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_busy(self) -> bool:
        """Whether there is more to do."""
        return self._timer.isActive()

    def start(self, steps: Iterable[object]) -> None:
        """Begin with the first slice at once."""
        self._steps = iter(steps)
        self._timer.start()
        self._go_on()

    def stop(self) -> None:
        """Give up what is not done."""
        self._timer.stop()
        self._steps = iter(())

    def _go_on(self) -> None:
        end = perf_counter() + SLICE
        try:
            for _step in self._steps:
                if perf_counter() > end:
                    self.went_on.emit()
                    return
        except QDeskError as error:
            self.stop()
            self.failed.emit(str(error))
            return
        self.stop()
        self.done.emit()
