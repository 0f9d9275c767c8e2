"""The list at the left of the help: choosing a row asks for its page."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from qdesk.gui.help.delegate import PagesDelegate
from qdesk.gui.help.rows import Row
from qdesk.gui.look.theme import look
from qdesk.gui.widgets.titledrows import TitledRows


class PagesList(QListView):
    """``chosen`` gives the page of a row that was clicked, or gone to by the arrow keys."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help_pages")
        self.setAccessibleName("Help pages")
        self.pages = TitledRows[Row](self)
        self.setModel(self.pages)
        self.setItemDelegate(PagesDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        look.changed.connect(self._relook)

    def show_rows(self, rows: list[Row], page: str) -> None:
        """Show other rows, with that of a page as the current one, if it is among them."""
        self.pages.show(rows)
        self.mark(page)

    def mark(self, page: str) -> None:
        """Make the row of a page the current one without asking for it."""
        place = next((i for i, row in enumerate(self.pages.rows) if page and row.page == page), -1)
        blocked = self.blockSignals(True)
        self.setCurrentIndex(self.pages.index(place) if place >= 0 else QModelIndex())
        self.blockSignals(blocked)

    def enter(self) -> None:
        """Take the focus, on the first page if none is current."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.currentIndex().isValid() and self.pages.rows:
            first = next(place for place, row in enumerate(self.pages.rows) if row.page)
            self.setCurrentIndex(self.pages.index(first))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Ask for the page."""
        super().selectionChanged(selected, deselected)
        for index in selected.indexes():
            self.chosen.emit(self.pages.rows[index.row()].page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters belong to the search field, everything else to the list."""
        if event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows on chrome."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(look.tokens.background))
        painter.end()
        super().paintEvent(event)

    def _relook(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
