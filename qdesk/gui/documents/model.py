"""The list of documents as Qt sees it: a diff instead of a reset."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from qdesk.gui.codes.tree import ROOT, Insert, Move, Remove, Tree, steps
from qdesk.store.records import Document

_TOP = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
COUNT = Qt.ItemDataRole.UserRole + 1
"""Role of the number of codings."""


class DocumentsModel(QAbstractListModel):
    """Documents by id, with the number of their codings; ``facts_of`` gives the tooltip when it is wanted."""

    rename_asked = Signal(int, str)  # document, new name

    def __init__(self, facts_of: Callable[[Document], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._facts_of = facts_of
        self._order = Tree()
        self._documents: dict[int, Document] = {}
        self._counts: dict[int, int] = {}

    def document(self, document: int) -> Document:
        """The record behind a row. Raises KeyError."""
        return self._documents[document]

    def count(self, document: int) -> int:
        """Codings of a document."""
        return self._counts.get(document, 0)

    def ids(self) -> list[int]:
        """Ids of the documents in the order of the rows."""
        return list(self._order.children[ROOT])

    def id_at(self, index: Index) -> int:
        """Id of the document in a row."""
        return self._order.children[ROOT][index.row()]

    def show(self, documents: Sequence[Document]) -> None:
        """Take over the project's documents with the fewest row changes."""
        before, after = self._documents, {document.id: document for document in documents}
        self._documents = before | after
        for step in steps(self._order, Tree((document, None) for document in after)):
            self._carry_out(step)
        self._documents = after
        self._tell([key for key, new in after.items() if key in before and before[key].name != new.name])

    def set_counts(self, counts: Mapping[int, int]) -> None:
        """Take over the numbers of codings of some documents; only rows whose number differs are repainted."""
        other = [document for document, count in counts.items() if count != self.count(document)]
        self._counts.update(counts)
        self._tell(other)

    def _carry_out(self, step: Insert | Move | Remove) -> None:
        if isinstance(step, Insert):
            self.beginInsertRows(_TOP, step.row, step.row + len(step.codes) - 1)
            self._order.insert(*step)
            self.endInsertRows()
        elif isinstance(step, Remove):
            self.beginRemoveRows(_TOP, step.first, step.last)
            self._order.remove(*step)
            self.endRemoveRows()
        else:
            row = self._order.row(step.code)
            self.beginMoveRows(_TOP, row, row, _TOP, step.row + (step.row > row))
            self._order.move(*step)
            self.endMoveRows()

    def _tell(self, documents: Sequence[int]) -> None:
        told = set(documents)
        rows = [row for row, document in enumerate(self._order.children[ROOT]) if document in told]
        if rows:
            self.dataChanged.emit(self.index(rows[0]), self.index(rows[-1]))

    def index_of(self, document: int) -> QModelIndex:
        """The index of a document; an invalid one for an id that is not here."""
        return self.index(self._order.row(document)) if document in self._order else QModelIndex()

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._order.children[ROOT])

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        document = self._documents[self.id_at(index)]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return document.name
        if role == COUNT:
            return self.count(document.id)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._facts_of(document)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{document.name}, codings {self.count(document.id)}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a new name; the row follows when the project has it."""
        name = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not name:
            return False
        document = self.id_at(index)
        if name != self._documents[document].name:
            self.rename_asked.emit(document, name)
        return True
