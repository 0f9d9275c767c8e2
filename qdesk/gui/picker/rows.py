"""Rows of the picker and the palette: one frozen record each, and the model that shows them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qdesk.text.spans import Span

Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Swatch:
    """A code's colour as stored (light hex and slot); themes are round."""

    colour: str
    slot: str = ""
    round: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line. ``marks`` are code points of the title set in 600; ``note`` follows it, ``count`` or ``keys`` end it.

    A row without ``act`` is the title of a section; ``icon`` makes it a link with that icon. ``act`` is told whether
    the card stays open, which it does by Ctrl+Enter and always for a row that ``stays``.
    """

    title: str
    act: Callable[[bool], None] | None = None
    marks: tuple[Span, ...] = ()
    note: str = ""
    count: str = ""
    keys: str = ""
    swatch: Swatch | None = None
    icon: str = ""
    stays: bool = False

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(part for part in (self.title, self.note, self.count, self.keys) if part)


class RowList(QAbstractListModel):
    """A short list, exchanged as a whole with every key."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Number of rows, section titles included."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title, and what a screen reader says."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Section titles can be neither chosen nor made current."""
        if not index.isValid() or self.rows[index.row()].act is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
