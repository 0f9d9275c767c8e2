"""The hits as rows under the names of their documents, each with a check mark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from qdesk.store.search import Hit
from qdesk.text.counted import counted
from qdesk.text.spans import Span

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Key = tuple[int, Span]


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a document over its hits."""

    document: int
    name: str
    hits: int


Row = Heading | Hit


class HitsModel(QAbstractListModel):
    """Rows of one search. What was unchecked stays so while the same place is found again."""

    checks_changed = Signal()

    def __init__(self, spoken: Callable[[Hit], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spoken = spoken
        self.rows: Sequence[Row] = ()
        self._off: set[_Key] = set()
        self._off_in: Counter[int] = Counter()
        self._count = 0

    # ---- rows

    def show(self, hits: Sequence[Hit], *, anew: bool) -> None:
        """Show hits in the order of their documents; ``anew`` all are checked, else those not unchecked before."""
        self.beginResetModel()
        rows: list[Row] = []
        for document, group in groupby(hits, key=attrgetter("document")):
            members = list(group)
            rows += [Heading(document, members[0].document_name, len(members)), *members]
        self._off = set() if anew else self._still_off(hits)
        self.rows, self._count = rows, len(hits)
        self._off_in = Counter(document for document, _span in self._off)
        self.endResetModel()
        self.checks_changed.emit()

    def _still_off(self, hits: Sequence[Hit]) -> set[_Key]:
        """What was unchecked before: by its number in its document where as many are found there, for texts move."""
        before, after = _by_document(row for row in self.rows if isinstance(row, Hit)), _by_document(hits)
        still = self._off & {_key(hit) for hit in hits}
        for document, new in after.items():
            if len(old := before.get(document, [])) == len(new):
                still -= {key for key in still if key[0] == document}
                still |= {new[place] for place, key in enumerate(old) if key in self._off}
        return still

    @property
    def count(self) -> int:
        """How many hits are listed."""
        return self._count

    def hit_at(self, index: Index) -> Hit | None:
        """The hit of a row; None for a heading and for no row."""
        row = self.rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Hit) else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Hits and headings."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a hit or the name of a document, its check mark, and what a screen reader says."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name if isinstance(row, Heading) else row.text
        if role == Qt.ItemDataRole.CheckStateRole:
            return self.state(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.name}, {counted(row.hits, 'hit')}" if isinstance(row, Heading) else self._spoken(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be made current and checked."""
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable if index.isValid() else flag(0)

    # ---- checks

    def state(self, row: Row | None = None) -> Qt.CheckState:
        """The check mark of a row, or of all rows together."""
        if isinstance(row, Hit):
            off, of = _key(row) in self._off, 1
        elif row is not None:
            off, of = self._off_in[row.document], row.hits
        else:
            off, of = len(self._off), self._count
        if not off and of:
            return Qt.CheckState.Checked
        return Qt.CheckState.PartiallyChecked if off < of else Qt.CheckState.Unchecked

    def checked(self) -> list[Hit]:
        """The hits that are checked, in their order."""
        return [row for row in self.rows if isinstance(row, Hit) and _key(row) not in self._off]

    def toggle(self, index: Index) -> None:
        """Check or uncheck the hit of a row, or all hits under a heading."""
        row = self.rows[index.row()]
        on = self.state(row) is not Qt.CheckState.Checked
        members = [row] if isinstance(row, Hit) else [one for one in self._hits() if one.document == row.document]
        self._set(members, on)

    def set_all(self, on: bool) -> None:
        """Check or uncheck every hit."""
        self._set(self._hits(), on)

    def _hits(self) -> Iterable[Hit]:
        return (row for row in self.rows if isinstance(row, Hit))

    def _set(self, hits: Iterable[Hit], on: bool) -> None:
        keys = {_key(hit) for hit in hits}
        self._off = self._off - keys if on else self._off | keys
        self._off_in = Counter(document for document, _span in self._off)
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1), [Qt.ItemDataRole.CheckStateRole])
        self.checks_changed.emit()


def _by_document(hits: Iterable[Hit]) -> dict[int, list[_Key]]:
    keys: dict[int, list[_Key]] = {}
    for hit in hits:
        keys.setdefault(hit.document, []).append(_key(hit))
    return keys


def _key(hit: Hit) -> _Key:
    return hit.document, hit.span
