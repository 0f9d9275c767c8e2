"""The window of the help: search and list at the left, the page at the right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from qdesk.gui.help.finding import find, words_of
from qdesk.gui.help.list import PagesList
from qdesk.gui.help.pages import read_contents
from qdesk.gui.help.rows import rows_of_hits, rows_of_pages
from qdesk.gui.help.view import PageView
from qdesk.gui.look.theme import look
from qdesk.gui.widgets.empty import EmptyState
from qdesk.gui.widgets.label import Label
from qdesk.gui.widgets.searchfield import SearchField
from qdesk.gui.widgets.tool import ToolButton
from qdesk.gui.widgets.widedialog import Plane

SIZE = QSize(960, 700)
_SIDE, _BAR = 264, 40
"""LOOK's px: the window, the left column, the bar above the page."""


class HelpWindow(QWidget):
    """Non-modal, a window of its own that keeps no program running. It remembers nothing."""

    def __init__(self, folder: Path) -> None:
        """``folder`` is that of the help: ``contents.toml``, ``pages/``, ``pictures/``."""
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("help_window")
        self.setWindowTitle("QDesk help")
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.contents = read_contents(folder)
        self.field = SearchField("Search the help")
        self.list = PagesList()
        self.view = PageView(folder)
        self._nothing = EmptyState("")
        self._build()
        self._connect()
        self._show_rows()
        self.resize(look.px(SIZE.width()), look.px(SIZE.height()))

    def _build(self) -> None:
        self._found = QStackedWidget()
        self._found.addWidget(self.list)
        self._found.addWidget(self._nothing)
        self._search = QHBoxLayout()
        self._search.addWidget(self.field)
        self._left = Plane("background")
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addLayout(self._search)
        left.addWidget(self._found, 1)
        self._line, self._rule = Plane("border"), Plane("hairline")
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._build_bar())
        right.addWidget(self._rule)
        right.addWidget(self.view, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._left)
        whole.addWidget(self._line)
        whole.addLayout(right, 1)
        look.changed.connect(self._measure)
        self._measure()

    def _build_bar(self) -> QWidget:
        self.back, self.forward = ToolButton("arrow-left", "Back"), ToolButton("arrow-right", "Forward")
        self._group = Label("", 11, token="muted")
        self._bar = Plane("surface")
        self._tools = QHBoxLayout(self._bar)
        for part in (self.back, self.forward, self._group):
            self._tools.addWidget(part)
        self._tools.addStretch(1)
        return self._bar

    def _measure(self) -> None:
        gap = look.px(8)
        self._left.setFixedWidth(look.px(_SIDE))
        self._search.setContentsMargins(look.px(16), gap, look.px(16), gap)
        self._bar.setFixedHeight(look.px(_BAR))
        self._tools.setContentsMargins(gap, 0, gap, 0)
        self._tools.setSpacing(look.px(4))
        self._line.setFixedWidth(1)
        self._rule.setFixedHeight(1)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _text: self._show_rows())
        self.field.returnPressed.connect(self.list.enter)
        self._nothing.acted.connect(self.field.clear)
        self.list.chosen.connect(self._on_chosen)
        self.view.turned.connect(self._on_turned)
        for button, turn, available, keys in (
            (self.back, self.view.backward, self.view.backwardAvailable, "Alt+Left"),
            (self.forward, self.view.forward, self.view.forwardAvailable, "Alt+Right"),
        ):
            button.setEnabled(False)
            button.setToolTip(f"{button.toolTip()} ({QKeySequence(keys).toString(_NATIVE)})")
            button.clicked.connect(turn)
            available.connect(button.setEnabled)
            QShortcut(QKeySequence(keys), self, turn)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._search_again)

    # ---- pages

    def open_page(self, name: str = "") -> None:
        """Show a page; the first one where there is none of that name."""
        page = self.contents.page(name) or self.contents.first
        if page.name != self.view.page:
            self.view.open_page(page.name)

    def _on_chosen(self, name: str) -> None:
        self.open_page(name)
        self.view.show_first_mark()

    def _on_turned(self, name: str) -> None:
        """A link, or the way back, led to a page: the list follows."""
        self.list.mark(name)
        page = self.contents.page(name)
        self._group.setText(page.group if page else "")
        self.view.setAccessibleName(page.title if page else "Help page")

    # ---- search

    def _show_rows(self) -> None:
        """All pages, or those that hold what was typed; the page keeps its words marked."""
        typed = self.field.text()
        words = words_of(typed)
        hits = find(self.contents.pages, typed)
        self.view.mark(words)
        if words:
            self.list.show_rows(rows_of_hits(hits), page="")
        else:
            self.list.show_rows(rows_of_pages(self.contents.pages), self.view.page)
        self._nothing.say(f"No page has “{typed.strip()}”.", "Show all pages")
        self._found.setCurrentWidget(self.list if hits or not words else self._nothing)

    def _search_again(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    # ---- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, Down goes from the field to the list, letters go to the field from wherever they are typed."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == Qt.Key.Key_Down and self.focusWidget() is self.field:
            self.list.enter()
        elif event.text().isprintable() and event.text().strip() and self.focusWidget() is not self.field:
            self._search_again()
            self.field.insert(event.text())
        else:
            super().keyPressEvent(event)


_NATIVE = QKeySequence.SequenceFormat.NativeText
