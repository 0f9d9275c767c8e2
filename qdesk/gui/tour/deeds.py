"""What was really done in the window, whichever gesture, menu or key did it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication

from qdesk.gui.bus import Place, QuoteQuery
from qdesk.store.changes import Changes

if TYPE_CHECKING:
    from qdesk.gui.window.window import MainWindow

_REPORT: Final = "export_dialog"


class Deeds(QObject):
    """Watches the open project of a window and tells what the steps of the tour wait for. It changes nothing."""

    done = Signal(str)  # Deed

    def __init__(self, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        assert window.bus is not None
        assert window.desk is not None
        self._bus, self._desk = window.bus, window.desk
        self._parents = self._read_parents()
        self._bus.changed.connect(self._follow)
        self._bus.quotes_asked.connect(self._on_quotes)
        self._bus.place_asked.connect(self._on_place)
        self._desk.sides_changed.connect(self.look_at_the_sides)
        window.installEventFilter(self)

    def look_at_the_sides(self) -> None:
        """The history counts as looked at whenever it stands at the right."""
        if self._desk.right_shown is self._desk.history:
            self.done.emit("looked")

    def _read_parents(self) -> dict[int, int | None]:
        return {code.id: code.parent for code in self._bus.project.codes.list()}

    def _follow(self, changes: Changes) -> None:
        """Only what this window did counts, not another one."""
        before = self._parents
        if changes.touches("code"):
            self._parents = self._read_parents()
        if changes.cause == "undo":
            self.done.emit("undone")
        elif changes.cause == "do":
            if changes["coding"].inserted or changes.label.startswith("Code "):  # one that meets another joins it
                self.done.emit("coded")
            if any(self._parents.get(code, parent) != parent for code, parent in before.items()):
                self.done.emit("moved")

    def _on_quotes(self, _query: QuoteQuery) -> None:
        in_chart = self._desk.chart is not None and self._desk.pages.currentWidget() is self._desk.chart
        self.done.emit("compared" if in_chart else "asked")

    def _on_place(self, place: Place) -> None:
        if place.coding is not None:
            self.done.emit("gone")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A dialog that opens blocks its window."""
        if event.type() == QEvent.Type.WindowBlocked:
            dialog = QApplication.activeModalWidget()
            if dialog is not None and dialog.objectName() == _REPORT:
                self.done.emit("reported")
        return False
