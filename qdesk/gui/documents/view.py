"""The list of documents on the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from qdesk.gui.documents.delegate import DocumentDelegate
from qdesk.gui.documents.model import DocumentsModel
from qdesk.gui.look.theme import look
from qdesk.store.records import Document


class DocumentList(QListView):
    """A click or Enter opens a document; Ctrl and Shift select several without opening."""

    opened = Signal(int)
    delete_asked = Signal()
    menu_asked = Signal(QPoint)  # global position

    def __init__(self, facts_of: Callable[[Document], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("documentList")
        self.setAccessibleName("Documents")
        self.documents_model = DocumentsModel(facts_of, self)
        self.setModel(self.documents_model)
        self.setItemDelegate(DocumentDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def chosen(self) -> list[int]:
        """Ids of the selected documents in the order of the rows."""
        return [self.documents_model.id_at(index) for index in sorted(self.selectedIndexes(), key=QModelIndex.row)]

    def choose(self, document: int) -> None:
        """Make a document the selected row and bring it into view."""
        index = self.documents_model.index_of(document)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def dataChanged(self, first: QModelIndex, last: QModelIndex, roles: Sequence[int] = ()) -> None:
        """Paint changed rows. The list's own way lays out all rows again; these are of one height."""
        QAbstractItemView.dataChanged(self, first, last, roles)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() == Qt.MouseButton.LeftButton and plain and index.isValid() and index == self.currentIndex():
            self.opened.emit(self.documents_model.id_at(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.opened.emit(self.documents_model.id_at(index))
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        pos = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            pos = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu_asked.emit(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(look.tokens.background))
        painter.end()
        super().paintEvent(event)
