"""A short list under titles, exchanged as a whole: of the picker, the palette and the help."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()


class TitledRow(Protocol):
    """A line of such a list. ``spoken`` is what a screen reader says; titles of sections cannot be chosen."""

    @property
    def title(self) -> str: ...
    @property
    def spoken(self) -> str: ...
    @property
    def can_be_chosen(self) -> bool: ...


R = TypeVar("R", bound=TitledRow)


class TitledRows(QAbstractListModel, Generic[R]):
    """The rows shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[R] = ()

    def show(self, rows: Sequence[R]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Number of rows, titles included."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title, and what a screen reader says."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Titles can be neither chosen nor made current."""
        if not index.isValid() or not self.rows[index.row()].can_be_chosen:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
