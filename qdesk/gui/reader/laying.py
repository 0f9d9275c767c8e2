"""Laying out a long text behind what is shown already, in steps too short to be felt."""

from __future__ import annotations

from PySide6.QtCore import QAbstractEventDispatcher, QElapsedTimer, QEvent, QObject, QTimerEvent
from PySide6.QtGui import QTextDocument

_STEP_MS = 4


class LaidInSteps(QObject):
    """Takes the place of the timer by which Qt lays out the rest of a text.

    Qt's own steps double up to 200,000 characters, a tenth of a second in which nothing scrolls.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._place = 0
        layout = document.documentLayout()
        layout.update.connect(self._begin_anew)
        layout.installEventFilter(self)

    def _begin_anew(self, _where: object) -> None:
        """The text has got another width, or is another one."""
        self._place = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Step instead of Qt; its other timer tells a new size at once, and has no interval."""
        if not isinstance(event, QTimerEvent) or not _repeats(watched, event.timerId()):
            return False
        self._step()
        return True

    def _step(self) -> None:
        """To be asked for its place, a block must be laid out with all before it."""
        clock = QElapsedTimer()
        clock.start()
        layout, block = self._document.documentLayout(), self._document.findBlock(self._place)
        while block.isValid() and clock.elapsed() < _STEP_MS:
            layout.blockBoundingRect(block)
            block = block.next()
        self._place = block.position() if block.isValid() else self._document.characterCount()


def _repeats(owner: QObject, timer: int) -> bool:
    timers = QAbstractEventDispatcher.instance().registeredTimers(owner)
    return any(one.timerId == timer and one.interval > 0 for one in timers)
