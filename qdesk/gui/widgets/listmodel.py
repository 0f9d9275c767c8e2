"""A list model that is refreshed by difference, so that the view keeps its selection, current row and scroll."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()

_DIFF_LIMIT = 2_000
"""Rows between the common beginning and end above which they are exchanged as a whole."""


class RowsModel(QAbstractListModel, Generic[T]):
    """Rows of plain frozen records; ``key_of`` tells which old and new rows are the same one."""

    def __init__(self, key_of: Callable[[T], Hashable], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key_of = key_of
        self._rows: list[T] = []

    @property
    def rows(self) -> Sequence[T]:
        """All rows, in order."""
        return self._rows

    def row(self, index: Index) -> T:
        """The record of an index of this model."""
        return self._rows[index.row()]

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = 0) -> Any:
        """Nothing: subclasses know their text."""
        return None

    def show(self, rows: Sequence[T]) -> None:
        """Turn the rows into these ones by removing, inserting and changing as little as can be."""
        head = _common(self._rows, rows)
        tail = _common(self._rows[head:][::-1], rows[head:][::-1])
        after = len(rows) - tail
        old = [self._key_of(row) for row in self._rows[head : len(self._rows) - tail]]
        new = [self._key_of(row) for row in rows[head:after]]
        for first, last, start, end in _edits(old, new):
            self._exchange(head + first, head + last, rows[head + start : head + end])
        self._tell_changed(rows, head, after)

    def _exchange(self, first: int, last: int, rows: Sequence[T]) -> None:
        if last > first:
            self.beginRemoveRows(QModelIndex(), first, last - 1)
            del self._rows[first:last]
            self.endRemoveRows()
        if rows:
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows[first:first] = rows
            self.endInsertRows()

    def _tell_changed(self, rows: Sequence[T], start: int, end: int) -> None:
        changed = [i for i in range(start, end) if self._rows[i] != rows[i]]
        self._rows = list(rows)
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))


def _common(old: Sequence[object], new: Sequence[object]) -> int:
    """How many rows are the same from the beginning; records that were kept are the very same objects."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((i for i, (a, b) in pairs if a is not b and a != b), min(len(old), len(new)))


def _edits(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int, int, int]]:
    """Exchanges ``old[a:b]`` for ``new[c:d]`` from the last to the first, so that earlier rows keep their numbers."""
    if len(old) + len(new) > _DIFF_LIMIT:
        return [(0, len(old), 0, len(new))]
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(a, b, c, d) for step, a, b, c, d in reversed(steps) if step != "equal"]
