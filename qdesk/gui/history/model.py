"""The lines of the history for the view and the screen reader."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from qdesk.gui.history.lines import Beginning, Day, Entry, Line
from qdesk.gui.widgets.listmodel import Index, RowsModel

BEGINNING = "The beginning of the project"
_STATES = {"done": "", "undone": "undone", "abandoned": "undone, replaced by later work"}


class HistoryModel(RowsModel[Entry]):
    """Steps newest first, older ones when the view comes to them. Days and abandoned steps cannot be chosen."""

    older_asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda entry: entry.key, parent)
        self.whole = True

    def canFetchMore(self, parent: Index) -> bool:
        """Whether older steps are still to come."""
        return not self.whole

    def fetchMore(self, parent: Index) -> None:
        """The view has come to the end: ask for older steps."""
        self.older_asked.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The label; for a screen reader with time, state and reason."""
        if not index.isValid():
            return None
        entry = self.row(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return label(entry)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (label(entry), *_facts(entry)) if part)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(entry, Line):
            return "\n".join(part for part in (label(entry), detail(entry)) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A step one can go to can be selected."""
        entry = self.row(index) if index.isValid() else None
        if entry is None or isinstance(entry, Day) or (isinstance(entry, Line) and entry.step.state == "abandoned"):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def index_of(self, key: object) -> QModelIndex:
        """The index of a line by its key, or an invalid one."""
        row = next((i for i, entry in enumerate(self.rows) if entry.key == key), -1)
        return self.index(row) if row >= 0 else QModelIndex()


def label(entry: Entry) -> str:
    """What was done, the day's title, or the beginning."""
    if isinstance(entry, Line):
        return entry.step.label
    return entry.title if isinstance(entry, Day) else BEGINNING


def detail(entry: Entry) -> str:
    """What stands under a step: what became of it if it is not plain to see, and its reason."""
    if isinstance(entry, (Day, Beginning)):
        return ""
    why = f"why: {' '.join(entry.step.why.split())}" if entry.step.why.strip() else ""
    replaced = "replaced by later work" if entry.step.state == "abandoned" else ""
    return " · ".join(part for part in (replaced, why) if part)


def _facts(entry: Entry) -> tuple[str, ...]:
    if not isinstance(entry, Line):
        return ()
    return entry.clock, _STATES[entry.step.state], entry.step.why
