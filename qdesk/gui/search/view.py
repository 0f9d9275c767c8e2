"""The list of hits: arrows move, Space checks, Enter or a click goes to the place, pointing shows the paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from qdesk.gui.look.theme import look
from qdesk.gui.search.delegate import GAP, HitDelegate
from qdesk.gui.search.hits import HitsModel
from qdesk.gui.search.pages import Pages
from qdesk.store.search import Hit


class HitsView(QListView):
    """Shows the hits of one search and tells what is asked of them."""

    opened = Signal(object)  # Hit: show it in its document
    document_opened = Signal(int)
    pointed = Signal(object)  # Hit | None: the one under the pointer, else the current one

    def __init__(self, pages: Pages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hits_list")
        self.setAccessibleName("Hits")
        self._pages = pages
        self.hits = HitsModel(self._spoken, self)
        self.setModel(self.hits)
        self.drawing = HitDelegate(pages, self)
        self.setItemDelegate(self.drawing)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.entered.connect(self._point)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def sizeHint(self) -> QSize:
        """A dozen rows."""
        return QSize(look.px(640), look.px(400))

    def show_hits(self, hits: Sequence[Hit], *, anew: bool) -> None:
        """Show the hits of a search; ``anew`` from the first one, all of them checked, else at the row they were."""
        row = self.currentIndex().row()
        scrolled = self.verticalScrollBar().value()
        self._pages.clear()
        self.drawing.lines.clear()
        self.hits.show(hits, anew=anew)
        if self.hits.rowCount():
            first = 1 if anew or row < 0 else min(row, self.hits.rowCount() - 1)
            self.setCurrentIndex(self.hits.index(first))
            self.scrollToTop() if anew else self.verticalScrollBar().setValue(scrolled)
        self.pointed.emit(self.current)

    @property
    def current(self) -> Hit | None:
        """The hit of the current row."""
        return self.hits.hit_at(self.currentIndex())

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """Show the paragraph of the new row."""
        super().currentChanged(current, previous)
        self.pointed.emit(self.hits.hit_at(current))

    def dataChanged(self, first: QModelIndex, last: QModelIndex, roles: Sequence[int] = ()) -> None:
        """Paint changed rows. The list's own way lays out all rows again; these are of one height."""
        QAbstractItemView.dataChanged(self, first, last, roles)

    def _point(self, index: QModelIndex) -> None:
        hit = self.hits.hit_at(index)
        if hit is not None:
            self.pointed.emit(hit)

    def leaveEvent(self, event: QEvent) -> None:
        """Without a pointer the current row counts."""
        super().leaveEvent(event)
        self.pointed.emit(self.current)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a check mark toggles it and leaves the current row alone."""
        index = self._marked_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.hits.toggle(index)
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a fast pair is a press."""
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a row goes to its place."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        plain = event.button() == Qt.MouseButton.LeftButton and event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and index.isValid() and index == self.currentIndex() and not self._marked_at(place).isValid():
            self._open(index)

    def _marked_at(self, place: QPoint) -> QModelIndex:
        """The row whose check mark, or the room round it, is at a place."""
        index = self.indexAt(place)
        reach = self.drawing.mark_rect(self.visualRect(index)).right() + look.px(GAP)
        return index if index.isValid() and place.x() <= reach else QModelIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space checks, Enter opens, Ctrl+A checks all; the rest moves."""
        index = self.currentIndex()
        if index.isValid() and event.key() == Qt.Key.Key_Space:
            self.hits.toggle(index)
        elif index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(index)
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.hits.set_all(True)
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        hit = self.hits.hit_at(index)
        if hit is not None:
            self.opened.emit(hit)
        else:
            self.document_opened.emit(self.hits.rows[index.row()].document)

    def _spoken(self, hit: Hit) -> str:
        """Citation and words, as a screen reader says them."""
        around = self._pages.around(hit)
        return f"{around.citation}: {' '.join((around.before + around.text + around.after).split())}"

    def paintEvent(self, event: QPaintEvent) -> None:
        """On surface."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(look.tokens.surface))
        painter.end()
        super().paintEvent(event)
