"""The middle of the desk: the text and, behind their tabs, the pages that are made when they are first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from qdesk.gui.bus import Bus
from qdesk.gui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from qdesk.gui.charts.matrix import MatrixTab
    from qdesk.gui.search.tab import SearchTab

READER, CHART, SEARCH = range(3)
_TITLES: Final = ("Interview", "Co-occurrence", "Search")


class Middle(QWidget):
    """Tabs over pages. Closing the text's tab is told, for the reader stays; the other pages are hidden and kept."""

    text_closed = Signal()
    turned = Signal(int)  # the page in front now
    facts_changed = Signal(str)  # right side of the status line

    def __init__(self, bus: Bus, text: QWidget) -> None:
        super().__init__()
        self._bus = bus
        self._made: dict[int, QWidget] = {READER: text}
        self._facts = dict.fromkeys(range(len(_TITLES)), "")
        self.tabs, self.pages = Tabs(), QStackedWidget()
        for page, title in enumerate(_TITLES):
            self.tabs.addTab(title)
            self.pages.addWidget(self._made.get(page) or QWidget())
            self.tabs.setTabVisible(page, page == READER)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.pages, 1)
        self.tabs.currentChanged.connect(self._turn_to)
        self.tabs.tabCloseRequested.connect(self._close)

    def made(self, page: int) -> QWidget | None:
        """A page, None until it was first shown."""
        return self._made.get(page)

    def show_page(self, page: int) -> QWidget:
        """Bring a page to the front, made if need be."""
        self.tabs.setTabVisible(page, True)
        self.tabs.setCurrentIndex(page)
        return self._made[page]

    def open_tabs(self) -> list[int]:
        """The pages whose tabs are there, the text's aside."""
        return [page for page in range(1, self.tabs.count()) if self.tabs.isTabVisible(page)]

    def set_open_tabs(self, pages: list[int]) -> None:
        """Show the tabs of these pages beside the text's; the pages themselves are made when they are shown."""
        for page in range(1, self.tabs.count()):
            self.tabs.setTabVisible(page, page in pages)

    def tell(self, page: int, facts: str) -> None:
        """The right side of the status line belongs to the page in front."""
        self._facts[page] = facts
        if page == self.pages.currentIndex():
            self.facts_changed.emit(facts)

    def _turn_to(self, page: int) -> None:
        if page not in self._made:
            self._put(page, self._make(page))
        self.pages.setCurrentIndex(page)
        self.turned.emit(page)
        self.facts_changed.emit(self._facts[page])

    def _make(self, page: int) -> MatrixTab | SearchTab:
        if page == CHART:
            from qdesk.gui.charts.matrix import MatrixTab  # numpy and pyqtgraph come with the first chart

            return MatrixTab(self._bus)
        from qdesk.gui.search.tab import SearchTab

        return SearchTab(self._bus)

    def _put(self, page: int, made: MatrixTab | SearchTab) -> None:
        made.status.connect(lambda facts: self.tell(page, facts))
        self.pages.removeWidget(self.pages.widget(page))
        self.pages.insertWidget(page, made)
        self._made[page] = made

    def _close(self, page: int) -> None:
        if page == READER:
            self.text_closed.emit()
        else:
            self.tabs.setCurrentIndex(READER)
            self.tabs.setTabVisible(page, False)
