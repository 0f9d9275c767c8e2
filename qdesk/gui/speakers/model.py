"""The table of speakers as Qt asks for it. What is typed in a cell is told, not kept: the project changes it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from qdesk.gui.look.fonts import ui_font
from qdesk.gui.speakers.rows import SpeakerRow

Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()


class Column(IntEnum):
    """What the columns hold."""

    NAME = 0
    ROLE = 1
    PARTICIPANT = 2
    TURNS = 3
    DOCUMENTS = 4


TITLES = ("Speaker", "Role", "Participant", "Turns", "Documents")
ROLES = ("Answers", "Asks")
"""By whether somebody asks the questions."""


class SpeakersModel(QAbstractTableModel):
    """One row a speaker. ``edited`` gives the speaker, the column and what was typed or chosen."""

    edited = Signal(int, int, str)

    def __init__(self, parent: QObject | None = None, *, fixed: bool = False) -> None:
        """``fixed``: the project is read only."""
        super().__init__(parent)
        self._fixed = fixed
        self.rows: Sequence[SpeakerRow] = ()

    def show(self, rows: Sequence[SpeakerRow]) -> None:
        """Show these rows; the view loses its selection if they are others than before."""
        if [row.id for row in rows] == [row.id for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(Column) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Number of speakers."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Number of facts about a speaker."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell; a screen reader hears them with the title of the column."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._words(self.rows[index.row()], Column(index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{TITLES[index.column()]}: {self._words(self.rows[index.row()], Column(index.column()))}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(index.column())
        return None

    @staticmethod
    def _words(row: SpeakerRow, column: Column) -> str:
        words = (row.name, ROLES[row.asks], row.participant, f"{row.turns:,}", f"{row.documents:,}")
        return words[column]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The titles of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return TITLES[section]
        if role == Qt.ItemDataRole.FontRole:
            return ui_font(11)
        return _side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Who asks speaks for no participant; a read-only project is looked at only."""
        flags = super().flags(index)
        if not index.isValid() or index.column() > Column.PARTICIPANT:
            return flags
        is_nobodys = index.column() == Column.PARTICIPANT and self.rows[index.row()].asks
        return flags if self._fixed or is_nobodys else flags | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was typed; the row follows the project."""
        if role == Qt.ItemDataRole.EditRole and index.isValid() and value != index.data():
            self.edited.emit(self.rows[index.row()].id, index.column(), str(value))
        return False


def _side(column: int) -> Qt.AlignmentFlag:
    right = column in (Column.TURNS, Column.DOCUMENTS)
    return Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
