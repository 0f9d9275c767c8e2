"""Rows of the help's list: pages under their groups, or the pages that were found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qdesk.gui.help.finding import Hit
from qdesk.gui.help.pages import Page
from qdesk.text.spans import Span

Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list. Without ``page`` it is the title of a group; ``context`` stands below the title.

    Marks are code points of the title and of the context that were typed.
    """

    title: str
    page: str = ""
    title_marks: tuple[Span, ...] = ()
    context: str = ""
    context_marks: tuple[Span, ...] = ()


def rows_of_pages(pages: Sequence[Page]) -> list[Row]:
    """All pages under the titles of their groups."""
    rows: list[Row] = []
    for group, members in groupby(pages, lambda page: page.group):
        rows += [Row(group), *(Row(page.title, page.name) for page in members)]
    return rows


def rows_of_hits(hits: Sequence[Hit]) -> list[Row]:
    """The pages found, best first."""
    return [Row(hit.page.title, hit.page.name, hit.title_marks, hit.context, hit.context_marks) for hit in hits]


class PagesModel(QAbstractListModel):
    """The rows shown; exchanged as a whole."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Number of rows, titles of groups included."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title; for a screen reader with the line below it."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (row.title, row.context) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Titles of groups cannot be chosen."""
        if not index.isValid() or not self.rows[index.row()].page:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def index_of(self, page: str) -> QModelIndex:
        """The row of a page, or an invalid index."""
        place = next((i for i, row in enumerate(self.rows) if page and row.page == page), -1)
        return self.index(place) if place >= 0 else QModelIndex()
