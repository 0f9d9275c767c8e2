"""The list of quotes: rows of many heights that keep their place on a resize, with keys and clicks as signals."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, QTimerEvent, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from qdesk.gui.look.theme import look
from qdesk.gui.quotes.delegate import QuoteDelegate
from qdesk.gui.quotes.entries import Heading, Passage
from qdesk.gui.quotes.model import QuotesModel

BATCH = 100
"""Rows laid out at once when a list opens; the rest follows between events."""

_SIDE = 16


class QuotesView(QListView):
    """Emits what was asked of passages; it changes nothing itself."""

    placed = Signal(object)  # Passage: show it in its document
    star_asked = Signal(object)  # Passage
    copy_asked = Signal(list)  # list[Passage]
    uncode_asked = Signal(list)  # list[Passage]
    menu_asked = Signal(list, QPoint)  # list[Passage], global place

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quotes_list")
        self.setAccessibleName("Quotes")
        self.rows = QuotesModel(self)
        self.drawing = QuoteDelegate(self)
        self._anchor: tuple[object, int] | None = None  # key of the row to come back to, and where its top stood
        self._pressed = QPersistentModelIndex()
        self.setModel(self.rows)
        self.setItemDelegate(self.drawing)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setWordWrap(True)  # else a new width never asks for new heights
        self.setMouseTracking(True)
        look.changed.connect(self._relook)

    def passages(self) -> list[Passage]:
        """The passages selected, in the order of the list."""
        indexes = sorted(self.selectedIndexes(), key=QModelIndex.row)
        return [self.rows.row(index) for index in indexes]

    def sizeHint(self) -> QSize:
        """LOOK's dock."""
        return QSize(look.px(320), look.px(600))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the words the width between the paddings; the scroll bar's room lies in the right one."""
        self.drawing.text_width = max(look.px(80), event.size().width() - 2 * look.px(_SIDE))
        super().resizeEvent(event)

    def doItemsLayout(self) -> None:
        """Lay out, keeping the top row where it stands: the first batch reaches beyond it."""
        self.keep_place()
        row = self.rows.index_of(self._anchor[0]).row() if self._anchor else 0
        self.setBatchSize(max(0, row) + BATCH)
        super().doItemsLayout()
        self._restore()

    def timerEvent(self, event: QTimerEvent) -> None:
        """A batch may have laid out the row to come back to."""
        super().timerEvent(event)
        self._restore()

    def keep_place(self) -> None:
        """Note the first row in sight, to come back to it after the next layout; call before the rows change."""
        top = self.indexAt(QPoint(1, 1))
        if self._anchor is None and top.isValid() and self.verticalScrollBar().value() > 0:
            self._anchor = (self.rows.row(top).key, self.visualRect(top).top())

    def _restore(self) -> None:
        if self._anchor is None:
            return
        key, offset = self._anchor
        index = self.rows.index_of(key)
        box = self.visualRect(index)
        if not index.isValid() or box.isValid():
            self._anchor = None
        if box.isValid():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + box.top() - offset)

    def event(self, event: QEvent) -> bool:
        """Keys that mean something here win over the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and self._act_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the place, S stars, Delete uncodes, Copy copies with citations; else the list's own keys."""
        act = self._act_of(event)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _act_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        chosen = self.passages()
        if not chosen:
            return None
        if event.matches(QKeySequence.StandardKey.Copy):
            return partial(self.copy_asked.emit, chosen)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        signals = {
            Qt.Key.Key_Return: partial(self.placed.emit, chosen[0]),
            Qt.Key.Key_Enter: partial(self.placed.emit, chosen[0]),
            Qt.Key.Key_S: partial(self.star_asked.emit, chosen[0]),
            Qt.Key.Key_Delete: partial(self.uncode_asked.emit, chosen),
        }
        return signals.get(Qt.Key(event.key()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note what was pressed: a click needs press and release on one row."""
        self._pressed = QPersistentModelIndex(self.indexAt(event.position().toPoint()))
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A plain click on the star stars, elsewhere on a quote it goes to the place."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        if not plain or not index.isValid() or index != self._pressed:
            return
        passage = self.rows.row(index)
        if isinstance(passage, Heading):
            return
        on_star = self.drawing.star_area(self.visualRect(index), passage).contains(point)
        (self.star_asked if on_star else self.placed).emit(passage)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the selected passages, beside the current one if asked by the keyboard."""
        chosen = self.passages()
        if chosen:
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            beside = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
            self.menu_asked.emit(chosen, beside if by_key else event.globalPos())

    def _relook(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
