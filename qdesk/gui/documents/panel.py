"""The panel of documents: head, filter, list."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QStackedLayout, QVBoxLayout, QWidget

from qdesk.gui.acts import documents as act
from qdesk.gui.bus import Bus
from qdesk.gui.documents.facts import facts_of
from qdesk.gui.documents.view import DocumentList
from qdesk.gui.look.theme import look
from qdesk.gui.widgets.dialog import confirm
from qdesk.gui.widgets.empty import EmptyState
from qdesk.gui.widgets.filterfield import FilterField
from qdesk.gui.widgets.panel import PanelHeader
from qdesk.store.changes import Changes


class DocumentsPanel(QWidget):
    """The list of documents. It reads the project when something changed, or when it is shown after that."""

    opened = Signal(int)
    import_asked = Signal()

    def __init__(self, bus: Bus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("documentsPanel")
        self.setAccessibleName("Documents")
        self._bus = bus
        self._stale_list = True
        self._stale_counts: set[int] | None = None  # documents to count again, None for all
        self.list = DocumentList(lambda document: facts_of(bus.project, document))
        self._head = PanelHeader("Documents")
        self._filter = FilterField("Find a document")
        self._filter.setObjectName("documentFilter")
        self._empty = EmptyState("No interviews yet. Import them, or drop files on the window.", "Import")
        self._head.add_tool("search", "Find a document").clicked.connect(self.open_filter)
        self._head.add_tool("plus", "Import documents").clicked.connect(self.import_asked)
        self._empty.acted.connect(self.import_asked)
        self._filter.textChanged.connect(self._narrow)
        self._filter.left.connect(self.list.setFocus)
        self.list.opened.connect(self.opened)
        self.list.delete_asked.connect(self.delete_chosen)
        self.list.menu_asked.connect(self._open_menu)
        self.list.documents_model.rename_asked.connect(lambda document, name: act.rename(bus, document, name))
        self._lay_out()
        bus.changed.connect(self._on_changed)
        look.changed.connect(self._resize)

    def _lay_out(self) -> None:
        self._fields = QVBoxLayout()
        self._fields.addWidget(self._filter)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(self._fields)
        column.addLayout(self._stack, 1)
        self._resize()

    def _resize(self) -> None:
        self._fields.setContentsMargins(look.px(16), 0, look.px(16), 0)

    # What others ask of it

    def choose(self, document: int) -> None:
        """Mark the document that the reader shows."""
        self.refresh()
        self.list.choose(document)

    def open_filter(self) -> None:
        """Show the filter field."""
        self._filter.open()

    def rename_current(self) -> None:
        """Rename the current document in its row."""
        self.list.setFocus()
        self.list.edit(self.list.currentIndex())

    def delete_chosen(self) -> None:
        """Delete the selected documents, after asking and saying what goes with them."""
        documents = self.list.chosen()
        if not documents:
            return
        model = self.list.documents_model
        codings = sum(model.count(document) for document in documents)
        one = len(documents) == 1
        what = f"“{model.document(documents[0]).name}”" if one else f"{len(documents)} documents"
        lost = f" with {codings:,} {'coding' if codings == 1 else 'codings'}" if codings else ""
        sentence = f"The text goes{lost}. Undo brings {'it' if one else 'them'} back."
        if confirm(self.window(), f"Delete {what}?", sentence, "Delete"):
            act.delete(self._bus, documents)

    # Following the project

    def refresh(self) -> None:
        """Read what has gone stale."""
        project, model = self._bus.project, self.list.documents_model
        if self._stale_list:
            documents = project.documents.list()
            model.show(documents)
            self._head.set_count(f"{len(documents):,}" if documents else "")
            self._stack.setCurrentWidget(self.list if documents else self._empty)
            if self._filter.text():
                self._narrow(self._filter.text())
        model.set_counts(project.codings.per_document(self._stale_counts))
        self._stale_list, self._stale_counts = False, set()

    def _on_changed(self, changes: Changes) -> None:
        self._stale_list |= changes.touches("document")
        if self._stale_counts is not None:
            self._stale_counts |= changes.documents
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _narrow(self, letters: str) -> None:
        """Show only documents whose name holds the letters."""
        wanted, model = letters.strip().casefold(), self.list.documents_model
        for row, document in enumerate(model.ids()):
            self.list.setRowHidden(row, wanted not in model.document(document).name.casefold())

    def _open_menu(self, pos: QPoint) -> None:
        documents = self.list.chosen()
        menu = QMenu(self)
        menu.setObjectName("documentMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if len(documents) == 1:
            menu.addAction("Open", "Return", lambda: self.opened.emit(documents[0]))
            menu.addAction("Rename", "F2", self.rename_current)
        if documents:
            menu.addAction("Delete…", "Del", self.delete_chosen)
            menu.addSeparator()
        menu.addAction("Import…", self.import_asked.emit)
        menu.popup(pos)
