"""Heights of many quotes found between events, so that neither opening nor resizing a long list stops the window.

Qt's own batched layout is no help: it paints nothing before its last batch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from qdesk.gui.quotes.entries import Entry

SLICE = 0.008
"""Seconds of measuring between two turns of the event loop: half a frame."""


class Measuring(QObject):
    """Runs a measure over entries; ``done`` fires once all are measured. A new start gives up the one before."""

    done = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rest: Iterator[Entry] = iter(())
        self._measure: Callable[[Entry], object] = id
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def start(self, entries: Iterable[Entry], measure: Callable[[Entry], object]) -> None:
        """Measure the entries, beginning with the first slice at once."""
        self._rest, self._measure = iter(entries), measure
        self._timer.start(0)
        self._go_on()

    def _go_on(self) -> None:
        end = perf_counter() + SLICE
        for entry in self._rest:
            self._measure(entry)
            if perf_counter() > end:
                return
        self._timer.stop()
        self.done.emit()
