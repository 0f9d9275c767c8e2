"""The list of steps: says which one is pointed at, by the mouse or by the selection."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from qdesk.gui.history.delegate import StepDelegate
from qdesk.gui.history.lines import Day
from qdesk.gui.history.model import HistoryModel
from qdesk.gui.look.theme import look

REST_MS = 300
"""How long the pointer must rest on a step: on its way over the list it points at none."""


class HistoryView(QListView):
    """Step ids go out; 0 is the beginning, -1 nothing. ``hovered`` is the step on which the pointer came to rest."""

    hovered = Signal(int)
    chosen = Signal(int)
    agreed = Signal()  # Enter on the selected step
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history_list")
        self.setAccessibleName("Steps, newest first")
        self.rows = HistoryModel(self)
        self.drawing = StepDelegate(self)
        self.setModel(self.rows)
        self.setItemDelegate(self.drawing)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)  # lays out again once a new width holds still
        self.setMouseTracking(True)
        self._hovered = self._pointed = -1
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(lambda: self._hover(self._pointed))
        self.selectionModel().selectionChanged.connect(lambda: self.chosen.emit(self.selected))
        look.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def selected(self) -> int:
        """The selected step, or -1."""
        indexes = self.selectedIndexes()
        return self._step(indexes[0]) if indexes else -1

    def strike(self, undoing: frozenset[int], redoing: frozenset[int]) -> None:
        """Draw steps as undone or as done again."""
        if (undoing, redoing) != (self.drawing.undoing, self.drawing.redoing):
            self.drawing.undoing, self.drawing.redoing = undoing, redoing
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Another step is pointed at once the pointer rests on it; the one before no longer is."""
        super().mouseMoveEvent(event)
        step = self._step(self.indexAt(event.position().toPoint()))
        if step == self._hovered:
            self._rest.stop()
            return
        self.point_at_nothing()
        self._pointed = step
        self._rest.start()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is on nothing."""
        super().leaveEvent(event)
        self.point_at_nothing()

    def point_at_nothing(self) -> None:
        """Until the pointer moves and rests again."""
        self._rest.stop()
        self._hover(-1)

    def _hover(self, step: int) -> None:
        if step != self._hovered:
            self._hovered = step
            self.hovered.emit(step)

    def doItemsLayout(self) -> None:
        """Lay out with reasons broken at the width in force."""
        self.drawing.width = self.viewport().width()
        super().doItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter agrees, Esc cancels, arrows choose."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.agreed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The step that comes to lie under the pointer was not pointed at."""
        super().scrollContentsBy(dx, dy)
        self.point_at_nothing()

    def _step(self, index: QModelIndex) -> int:
        if not index.isValid() or not self.rows.flags(index) & Qt.ItemFlag.ItemIsSelectable:
            return -1
        entry = self.rows.row(index)
        return -1 if isinstance(entry, Day) else entry.key
