"""The code tree as Qt sees it: ids in the indexes, a diff instead of a reset, counts kept beside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from qdesk.gui.codes.tree import ROOT, Insert, Move, Remove, Tree, steps
from qdesk.gui.mime import CODES, codes_mime
from qdesk.store.counts import CodeCount
from qdesk.store.records import Code
from qdesk.text.counted import counted

_TOP = QModelIndex()
_NO_COUNT = CodeCount()
_ROW_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEditable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemIsDropEnabled
)
Index = QModelIndex | QPersistentModelIndex


class CodesModel(QAbstractItemModel):
    """One column; an index carries its code's id, so a stale one can do no harm.

    ``show`` and ``set_counts`` change only what differs: expansion, selection, current row and scroll survive.
    """

    rename_asked = Signal(int, str)  # code, new name

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tree = Tree()
        self._codes: dict[int, Code] = {}
        self._counts: Mapping[int, CodeCount] = {}
        self._digits: Mapping[int, int] = {}

    # What the rows say

    def code(self, code: int) -> Code:
        """The record behind a row. Raises KeyError for an id that is not in the tree."""
        return self._codes[code]

    def counts(self, code: int) -> tuple[int, int]:
        """Quotes and people as the row shows them: a code's own, rolled up for a theme."""
        count = self._counts.get(code, _NO_COUNT)
        if self._codes[code].kind == "theme":
            return count.codings_rolled_up, count.participants_rolled_up
        return count.codings, count.participants

    def all_counts(self, code: int) -> CodeCount:
        """Own and rolled-up counts of a code."""
        return self._counts.get(code, _NO_COUNT)

    def digit(self, code: int) -> int | None:
        """The digit key that applies the code, if it has one."""
        return self._digits.get(code)

    def path(self, code: int) -> str:
        """Theme and code as "Theme > Code"."""
        above = [self._codes[ancestor].name for ancestor in self.tree.ancestors(code)]
        return " > ".join([*reversed(above), self._codes[code].name])

    # What changes them

    def show(self, codes: Sequence[Code]) -> None:
        """Take over the project's codes (in tree order) with the fewest row changes."""
        wanted = Tree((code.id, code.parent) for code in codes)
        before, after = self._codes, {code.id: code for code in codes}
        self._codes = before | after
        for step in steps(self.tree, wanted):
            self._carry_out(step)
        self._codes = after
        self._tell(code for code, new in after.items() if code in before and _looks_other(before[code], new))

    def set_counts(self, counts: Mapping[int, CodeCount]) -> None:
        """Take over the counts; only rows whose numbers differ are repainted."""
        before, self._counts = self._counts, dict(counts)  # a copy: the project keeps counting in its own
        self._tell(code for code in self._codes if counts.get(code, _NO_COUNT) != before.get(code, _NO_COUNT))

    def set_digits(self, digits: Mapping[int, int]) -> None:
        """Which digit key applies which code (code id to digit)."""
        before, self._digits = self._digits, dict(digits)
        self._tell(code for code in self._codes if before.get(code) != digits.get(code))

    def _carry_out(self, step: Insert | Move | Remove) -> None:
        if isinstance(step, Insert):
            self.beginInsertRows(self.index_of(step.parent), step.row, step.row + len(step.codes) - 1)
            self.tree.insert(*step)
            self.endInsertRows()
        elif isinstance(step, Remove):
            self.beginRemoveRows(self.index_of(step.parent), step.first, step.last)
            self.tree.remove(*step)
            self.endRemoveRows()
        else:
            source, row = self.tree.parent[step.code], self.tree.row(step.code)
            gap = step.row + (source == step.parent and step.row > row)  # Qt counts with the moved row still there
            self.beginMoveRows(self.index_of(source), row, row, self.index_of(step.parent), gap)
            self.tree.move(*step)
            self.endMoveRows()

    def _tell(self, codes: Any) -> None:
        for code in codes:
            index = self.index_of(code)
            self.dataChanged.emit(index, index)

    # Qt's side

    def index_of(self, code: int) -> QModelIndex:
        """The index of a code; an invalid one for the root."""
        return _TOP if code == ROOT else self.createIndex(self.tree.row(code), 0, code)

    def index(self, row: int, column: int, parent: Index = _TOP) -> QModelIndex:
        rows = self._rows(parent)
        if column != 0 or not 0 <= row < len(rows):
            return QModelIndex()
        return self.createIndex(row, 0, rows[row])

    def parent(self, index: Index | None = None) -> Any:
        if index is None:
            return super().parent()
        return self.index_of(self.tree.parent.get(index.internalId(), ROOT)) if index.isValid() else QModelIndex()

    def rowCount(self, parent: Index = _TOP) -> int:
        return len(self._rows(parent))

    def columnCount(self, parent: Index = _TOP) -> int:
        return 1

    def hasChildren(self, parent: Index = _TOP) -> bool:
        return bool(self._rows(parent))

    def _rows(self, parent: Index) -> list[int]:
        return self.tree.children.get(parent.internalId() if parent.isValid() else ROOT, [])

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _ROW_FLAGS if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        code = self._codes.get(index.internalId()) if index.isValid() else None
        if code is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return code.name
        if role == Qt.ItemDataRole.ToolTipRole:
            definition = f"<br>{escape(code.definition)}" if code.definition else ""
            return f"<qt><b>{escape(code.name)}</b>{definition}<br>{self._counted(code)}</qt>"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(code)
        return None

    def _counted(self, code: Code) -> str:
        """The counts in words; those of a theme are its own and those with all below it."""
        quotes, people = self.counts(code.id)
        if code.kind == "theme":
            own = counted(self.all_counts(code.id).codings, "quote")
            said = f"{own} of its own, {quotes:,} with the codes inside it"
        else:
            said = counted(quotes, "quote")
        return f"{said}, {people:,} {'person' if people == 1 else 'people'}"

    def _spoken(self, code: Code) -> str:
        digit = self.digit(code.id)
        key = f", key {digit}" if digit else ""
        return f"{code.name}, {code.kind}, {self._counted(code)}{key}"

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a new name; the row follows when the project has it."""
        name = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not name:
            return False
        if name != self._codes[index.internalId()].name:
            self.rename_asked.emit(index.internalId(), name)
        return True

    def mimeTypes(self) -> list[str]:
        return [CODES]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Ids of the dragged codes in tree order, without those below another of them."""
        return codes_mime(self.tree.tops(index.internalId() for index in indexes))

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction


def _looks_other(before: Code, after: Code) -> bool:
    """True if the row must be painted again."""

    def shown(code: Code) -> tuple[str, ...]:
        return code.name, code.kind, code.colour, code.slot, code.definition

    return shown(before) != shown(after)
