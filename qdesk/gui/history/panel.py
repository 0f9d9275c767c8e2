"""The History panel: points at a step to see what would be undone, then goes there with one button."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from qdesk.gui.bus import Bus
from qdesk.gui.history.journeycard import JourneyCard
from qdesk.gui.history.lines import Journey, journey, lines
from qdesk.gui.history.view import HistoryView
from qdesk.gui.look.theme import look
from qdesk.gui.widgets.empty import EmptyState
from qdesk.gui.widgets.panel import PanelHeader
from qdesk.store.changes import Changes
from qdesk.store.steps import Step
from qdesk.text.counted import counted

_NOTHING_DONE = "Nothing done yet. Every step will stand here with its time, and each can be undone."

PAGE = 500
"""Steps listed at first, and more at a time when the list is scrolled to its end."""

EFFECTS_OF = 1_000
"""Steps up to which their effects are counted: beyond, the number of steps says it, and counting takes too long."""


class HistoryPanel(QWidget):
    """Listens to ``bus.changed``; a hidden panel reads again when it is shown. It undoes nothing itself."""

    preview = Signal(list)  # ids of the steps that would be undone, [] for none
    undo_asked = Signal(list)  # ids of the steps, in the order of undoing
    redo_asked = Signal(list)

    def __init__(self, bus: Bus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history_panel")
        self.setAccessibleName("History")
        self._bus = bus
        self._steps: Sequence[Step] = ()
        self._listed = PAGE
        self._stale = True
        self._shown: tuple[int, ...] = ()
        self.header = PanelHeader("History")
        self.view = HistoryView()
        self.card = JourneyCard()
        self.card.hide()
        self._empty = EmptyState(_NOTHING_DONE)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addSpacing(1)
        column.addLayout(self._stack, 1)
        column.addWidget(self.card)
        self._connect()

    def _connect(self) -> None:
        self.view.hovered.connect(self._point_at)
        self.view.chosen.connect(self._choose)
        self.view.agreed.connect(self.card.go.setFocus)
        self.view.cancelled.connect(self.cancel)
        self.card.agreed.connect(self._go)
        self.card.cancelled.connect(self.cancel)
        self.view.rows.older_asked.connect(self._list_older)
        self._bus.changed.connect(self._on_changes)

    # ---- reading

    def refresh(self) -> None:
        """Read the steps again; the scroll stays, a chosen point is given up: its question no longer holds."""
        self._stale = False
        self.view.point_at_nothing()
        self.cancel()
        self._steps = self._bus.project.history.steps()
        number = len(self._steps)
        self.header.set_count(counted(number, "step") if number else "")
        self._stack.setCurrentWidget(self.view if number else self._empty)
        self._list()

    def _list(self) -> None:
        whole = len(self._steps) <= self._listed
        self.view.rows.whole = whole
        self.view.rows.show(lines(self._steps[: self._listed], date.today(), whole=whole))

    def _list_older(self) -> None:
        self._listed += PAGE
        self._list()

    def _on_changes(self, _changes: Changes) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was done while the panel was hidden."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    # ---- pointing and going

    def cancel(self) -> None:
        """Choose nothing; the focus does not stay on a button that goes away."""
        if self.card.isAncestorOf(self.focusWidget() or self):
            self.view.setFocus()
        self.view.selectionModel().clear()

    def _journey(self, step: int) -> Journey | None:
        return journey(self._steps, step, date.today()) if step >= 0 else None

    def _point_at(self, step: int) -> None:
        """Strike what going there would undo; with the pointer on nothing, what the selection would."""
        way = self._journey(step if step >= 0 else self.view.selected)
        undoing = way.steps if way and way.way == "undo" else ()
        redoing = way.steps if way and way.way == "redo" else ()
        self.view.strike(frozenset(undoing), frozenset(redoing))
        if undoing != self._shown:
            self._shown = undoing
            self.preview.emit(list(undoing))

    def _choose(self, step: int) -> None:
        self._point_at(step)
        way = self._journey(step)
        why = next((other.why.strip() for other in self._steps if other.id == step), "")
        self.card.give_reason(why)
        counted = way is not None and way.way == "undo" and len(way.steps) <= EFFECTS_OF
        self.card.ask(way, self._bus.project.history.effects(way.steps) if way and counted else [])
        self.card.setVisible(way is not None or bool(why))
        if self.card.isVisible():
            self.layout().activate()
            self.view.scrollTo(self.view.currentIndex())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Chrome, and a hairline under the head."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look.tokens.background))
        painter.fillRect(0, self.header.height(), self.width(), 1, QColor(look.tokens.border))

    def _go(self) -> None:
        way = self._journey(self.view.selected)
        self.cancel()
        if way is not None:
            (self.undo_asked if way.way == "undo" else self.redo_asked).emit(list(way.steps))
