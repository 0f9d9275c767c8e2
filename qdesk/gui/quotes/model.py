"""The rows of the quotes dock for the view, its selection and the screen reader."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from qdesk.gui.quotes.citing import citation, counted
from qdesk.gui.quotes.entries import Entry, Heading, Passage
from qdesk.gui.widgets.listmodel import Index, RowsModel


class QuotesModel(RowsModel[Entry]):
    """Passages, and headings that can be neither selected nor made current.

    ``code_names`` is filled where a colour alone would tell the codes apart.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda entry: entry.key, parent)
        self.code_names: Mapping[int, str] = {}

    def facts(self, passage: Passage) -> str:
        """The citation, with the code's name where the list shows several codes and no heading names them."""
        name = "" if passage.bands else self.code_names.get(passage.lead.code, "")
        return f"{citation(passage)} · {name}" if name else citation(passage)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words, and for a screen reader the words with their citation."""
        if not index.isValid():
            return None
        entry = self.row(index)
        if isinstance(entry, Heading):
            spoken = f"{entry.title}, {counted(entry.count, 'quote', 'quotes')}"
            return {Qt.ItemDataRole.DisplayRole: entry.title, Qt.ItemDataRole.AccessibleTextRole: spoken}.get(role)
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            starred = "Starred. " if entry.starred else ""
            return f"{starred}{entry.text} {self.facts(entry)}"
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return entry.comment
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A passage can be selected; a heading is only read."""
        if not index.isValid() or isinstance(self.row(index), Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def index_of(self, key: object) -> QModelIndex:
        """The index of a row by its key, or an invalid one."""
        row = next((i for i, entry in enumerate(self.rows) if entry.key == key), -1)
        return self.index(row) if row >= 0 else QModelIndex()
