"""The list of steps: says which one is pointed at, by the mouse or by the selection."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from qdesk.gui.history.delegate import StepDelegate
from qdesk.gui.history.lines import Day
from qdesk.gui.history.model import HistoryModel
from qdesk.gui.look.theme import look


class HistoryView(QListView):
    """Step ids go out; 0 is the beginning, -1 nothing."""

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
        self.setMouseTracking(True)
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
        """Say what the pointer is on."""
        super().mouseMoveEvent(event)
        self.hovered.emit(self._step(self.indexAt(event.position().toPoint())))

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is on nothing."""
        super().leaveEvent(event)
        self.hovered.emit(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter agrees, Esc cancels, arrows choose."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.agreed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Another step lies under a pointer at rest."""
        super().scrollContentsBy(dx, dy)
        if self.underMouse():
            self.hovered.emit(self._step(self.indexAt(self.viewport().mapFromGlobal(self.cursor().pos()))))

    def _step(self, index: QModelIndex) -> int:
        if not index.isValid() or not self.rows.flags(index) & Qt.ItemFlag.ItemIsSelectable:
            return -1
        entry = self.rows.row(index)
        return -1 if isinstance(entry, Day) else entry.key
