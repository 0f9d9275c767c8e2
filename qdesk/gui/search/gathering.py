"""Long lists gathered between events, so that a key typed meanwhile is heard at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from time import perf_counter
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from qdesk.errors import QDeskError

SLICE: Final = 0.03
"""Seconds of work between two turns of the event loop; what takes less is there before ``start`` returns."""


class Gathering(QObject):
    """Gathers what an iterator of batches gives. Starting another one gives up the one before."""

    done = Signal(object)  # list: everything
    went_on = Signal(object)  # list: what there is so far, once a slice is over
    failed = Signal(str)  # a known error in one sentence

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._batches: Iterator[Iterable[Any]] = iter(())
        self._found: list[Any] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_busy(self) -> bool:
        """Whether there is more to come."""
        return self._timer.isActive()

    def start(self, batches: Iterable[Iterable[Any]]) -> None:
        """Begin with the first slice at once."""
        self._batches, self._found = iter(batches), []
        self._timer.start()
        self._go_on()

    def stop(self) -> None:
        """Give up what is not done."""
        self._timer.stop()
        self._batches = iter(())

    def _go_on(self) -> None:
        end = perf_counter() + SLICE
        try:
            for batch in self._batches:
                self._found += batch
                if perf_counter() > end:
                    self.went_on.emit(self._found)
                    return
        except QDeskError as error:
            self.stop()
            self.failed.emit(str(error))
            return
        self.stop()
        self.done.emit(self._found)
