"""The quotes dock: head, filter, grouping, and the list or one sentence where there is nothing to list."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtGui import QColor, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from qdesk.gui.bus import Bus, Place, QuoteQuery
from qdesk.gui.look.theme import look
from qdesk.gui.quotes.citing import counted
from qdesk.gui.quotes.entries import Grouping, Passage, arranged, fitting, meeting, people, single, spliced
from qdesk.gui.quotes.header import QuotesHeader
from qdesk.gui.quotes.verbs import QuoteVerbs
from qdesk.gui.quotes.view import QuotesView
from qdesk.gui.widgets.combo import Combo
from qdesk.gui.widgets.empty import EmptyState
from qdesk.gui.widgets.searchfield import SearchField
from qdesk.store.changes import Changes
from qdesk.store.records import Code

_NOTHING_ASKED = "Choose a code, or click on any number, and the quotes stand here."
_NO_QUOTES = "No quotes yet. Select text and drag it onto this code."
_NO_PAIRS = "These codes do not meet any more."
_READ = ("coding", "code", "document", "turn", "speaker", "case")
"""Tables whose changes may change what is listed; those of codings alone only in their documents."""


class QuotesPanel(QWidget):
    """Listens to ``bus.quotes_asked`` and ``bus.changed``; a hidden panel reads again when it is shown."""

    def __init__(self, bus: Bus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quotes_panel")
        self.setAccessibleName("Quotes")
        self._bus = bus
        self._query: QuoteQuery | None = None
        self._passages: list[Passage] = []
        self._codes: dict[int, Code] = {}
        self._stale = False
        self.view = QuotesView()
        self.verbs = QuoteVerbs(bus, self.view)
        self._build()
        self.view.placed.connect(self._go)
        bus.quotes_asked.connect(self.ask)
        bus.changed.connect(self._on_changes)
        look.changed.connect(self._measure)
        self._show_entries()

    # ---- what is shown

    @property
    def grouping(self) -> Grouping:
        """How the passages are gathered."""
        return list(Grouping)[self._grouping.currentIndex()]

    def set_grouping(self, grouping: Grouping) -> None:
        """Gather the passages in another way."""
        self._grouping.setCurrentIndex(list(Grouping).index(grouping))

    def ask(self, query: QuoteQuery) -> None:
        """Show the quotes of a query from its first one."""
        self._query = query
        self.view.scrollToTop()
        self._children.blockSignals(True)
        self._children.setChecked(query.with_children)
        self._children.blockSignals(False)
        self._filter.clear()
        self._read()
        self.view.selectionModel().clear()

    def _read(self) -> None:
        """Read the quotes again; scroll and selection stay."""
        self._stale = False
        if self._query is None:
            return
        project = self._bus.project
        self._codes = {code.id: code for code in project.codes.list()}
        self.view.drawing.codes = self._codes
        asked, named = self._asked(), self._query.codings
        self._children.setVisible(named is None and self._below(asked) != set(asked))
        if named is None:
            self._passages = single(project.codings.quotes(codes=self._wanted()))
        elif self._is_pair():
            self._passages = meeting(project.codings.quotes(codings=named), project.documents.text)
        else:
            self._passages = single(project.codings.quotes(codings=named))
        self._show_head()
        self._show_entries()

    def _read_again(self, documents: Collection[int]) -> None:
        """Read the quotes of some documents again; the passages of the others stay the very same."""
        project = self._bus.project
        fresh = single(project.codings.quotes(codes=self._wanted(), documents=documents))
        self._passages = spliced(self._passages, documents, fresh, project.documents.ids())
        self._show_head()
        self._show_entries()

    def _asked(self) -> list[int]:
        """The codes of the query that are there."""
        return [code for code in self._query.codes if code in self._codes] if self._query else []

    def _wanted(self) -> list[int]:
        """The codes whose quotes are listed."""
        asked = self._asked()
        return list(self._below(asked)) if self._children.isChecked() else asked

    def _is_pair(self) -> bool:
        return self._query is not None and self._query.codings is not None and len(self._query.codes) == 2

    def _below(self, codes: list[int]) -> set[int]:
        """The codes and all that lie in them; parents stand before their children in tree order."""
        found = set(codes)
        for code in self._codes.values():
            if code.parent in found:
                found.add(code.id)
        return found

    def _show_head(self) -> None:
        title = self._query.title if self._query else ""
        names: list[tuple[str, Code | None]] = [(self._codes[code].name, self._codes[code]) for code in self._asked()]
        if not names or len(names) > 2:
            names = [(title or counted(len(names), "code", "codes"), None)] if names or title else [("Quotes", None)]
        what = ("passage", "passages") if self._is_pair() else ("quote", "quotes")
        counts = f"{counted(len(self._passages), *what)} · {counted(people(self._passages), 'person', 'people')}"
        self._head.set_names(names, counts)

    def _show_entries(self) -> None:
        shown = fitting(self._passages, self._filter.text())
        names = {code.id: code.name for code in self._codes.values()}
        several = len({quote.code for passage in self._passages for quote in passage.quotes}) > 1
        self.view.rows.code_names = names if several and self.grouping is not Grouping.CODE else {}
        self.view.show_entries(arranged(shown, self.grouping, names))
        self._empty.say(self._nothing(), "Clear the filter" if self._passages else "")
        self._stack.setCurrentWidget(self.view if shown else self._empty)

    def _nothing(self) -> str:
        if self._passages:
            return f"No quote contains “{self._filter.text().strip()}”."
        if self._query is None or self._codes.keys().isdisjoint(self._query.codes):  # none asked for, or all are gone
            return _NOTHING_ASKED
        return _NO_PAIRS if self._query.codings is not None else _NO_QUOTES

    # ---- what happens

    def _go(self, passage: Passage) -> None:
        self._bus.place_asked.emit(Place(passage.lead.document, passage.span, passage.lead.coding))

    def _on_changes(self, changes: Changes) -> None:
        if self._query is None or not changes.touches(*_READ):
            return
        if not self.isVisible():
            self._stale = True
        elif self._query.codings is None and not changes.touches(*_READ[1:]):
            self._read_again(changes.documents)
        else:
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the panel was hidden."""
        super().showEvent(event)
        if self._stale:
            self._read()

    # ---- how it is built

    def _build(self) -> None:
        self._make_parts()
        self._tools = QHBoxLayout()
        self._tools.addWidget(self._filter, 1)
        self._tools.addWidget(self._grouping)
        self._box = QVBoxLayout()
        self._box.addLayout(self._tools)
        self._box.addWidget(self._children)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addLayout(self._box)
        whole.addWidget(self._stack, 1)
        self._measure()

    def _make_parts(self) -> None:
        self._head = QuotesHeader()
        self._filter = SearchField("Filter")
        self._filter.setObjectName("quotes_filter")
        self._filter.setAccessibleName("Filter quotes")
        self._filter.textChanged.connect(self._show_entries)
        self._grouping = Combo("Group quotes", [grouping.value for grouping in Grouping])
        self._grouping.setObjectName("quotes_grouping")
        self._grouping.currentIndexChanged.connect(self._show_entries)
        self._children = QCheckBox("With the codes inside it")
        self._children.setObjectName("quotes_children")
        self._children.toggled.connect(self._read)
        self._children.hide()
        self._empty = EmptyState(_NOTHING_ASKED)
        self._empty.acted.connect(self._filter.clear)
        self._stack = QStackedWidget()
        self._stack.setObjectName("quotes_stack")
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)

    def _measure(self) -> None:
        """Margins at the size in force."""
        self._tools.setSpacing(look.px(8))
        self._box.setSpacing(look.px(4))
        self._box.setContentsMargins(look.px(16), 0, look.px(16), look.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Chrome behind the head, surface behind the list, one hairline between."""
        painter, tokens, top = QPainter(self), look.tokens, self._stack.y()
        painter.fillRect(0, 0, self.width(), top, QColor(tokens.background))
        painter.fillRect(0, top - 1, self.width(), 1, QColor(tokens.border))
        painter.fillRect(0, top, self.width(), self.height() - top, QColor(tokens.surface))
