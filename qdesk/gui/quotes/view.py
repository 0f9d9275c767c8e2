"""The list of quotes: rows of many heights that keep their place on a resize, with keys and clicks as signals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from qdesk.gui.look.theme import look
from qdesk.gui.quotes.delegate import QuoteDelegate
from qdesk.gui.quotes.entries import Entry, Heading, Passage
from qdesk.gui.quotes.measuring import Measuring
from qdesk.gui.quotes.model import QuotesModel

FIRST = 100
"""Rows shown at once when a long list opens; the rest follows when its heights are known."""

_SIDE, _STILL = 16, 100
"""LOOK's px at the sides; milliseconds after which a width that was dragged holds still."""


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
        self._entries: Sequence[Entry] = ()
        self._width = self.drawing.text_width  # the width to come, once it is measured
        self._measuring = Measuring(self)
        self._measuring.done.connect(self._on_measured)
        self._still = QTimer(self, singleShot=True)
        self._still.timeout.connect(self._measure)
        self.setModel(self.rows)
        self.setItemDelegate(self.drawing)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)
        look.changed.connect(self._relook)

    def passages(self) -> list[Passage]:
        """The passages selected, in the order of the list."""
        indexes = sorted(self.selectedIndexes(), key=QModelIndex.row)
        return [self.rows.row(index) for index in indexes]

    def sizeHint(self) -> QSize:
        """LOOK's dock."""
        return QSize(look.px(320), look.px(600))

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other rows; scroll and selection stay on rows that stay. A long new list comes in two parts."""
        self._entries = entries
        self._keep_place()
        listed = set(map(id, self.rows.rows))
        unknown = [entry for entry in entries if id(entry) not in listed and not self.drawing.knows(entry)]
        few = len(unknown) < FIRST
        if few or self._anchor is None:
            self.rows.show(entries if few else entries[:FIRST])
        still = self._width == self.drawing.text_width
        self._measuring.start(unknown if still else entries, partial(self.drawing.height, width=self._width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the new width; with a long list once it holds still and all heights for it are known."""
        super().resizeEvent(event)
        self._width = self._text_width()
        if self._width == self.drawing.text_width:
            return
        if len(self.rows.rows) > FIRST and self.isVisible():
            self._still.start(_STILL)
        else:
            self._on_measured()

    def _text_width(self) -> int:
        """Pixels between the paddings, as if the scroll bar were always there."""
        return max(look.px(80), self.width() - 2 * look.px(_SIDE))

    def _measure(self) -> None:
        self._measuring.start(self._entries, partial(self.drawing.height, width=self._width))

    def _on_measured(self) -> None:
        """Show all rows at the width to come."""
        changed = self.drawing.text_width != self._width
        self._keep_place()
        self.drawing.text_width = self._width
        self.rows.show(self._entries)
        if changed:
            self.doItemsLayout()

    def doItemsLayout(self) -> None:
        """Lay out, keeping the top row where it stands."""
        self._keep_place()
        super().doItemsLayout()
        if self._anchor is not None:
            key, offset = self._anchor
            self._anchor = None
            index = self.rows.index_of(key)
            if index.isValid():
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + self.visualRect(index).top() - offset)

    def _keep_place(self) -> None:
        """Note the first row in sight and where its top stands, to come back to it after the next layout."""
        if self._anchor is None and self.verticalScrollBar().value() > 0:
            top = self.indexAt(QPoint(1, 1))
            if top.isValid():
                self._anchor = (self.rows.row(top).key, self.visualRect(top).top())

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
        self._width = self.drawing.text_width = self._text_width()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
