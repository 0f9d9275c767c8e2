"""The card of a filter: all, or some of a list that are checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qdesk.gui.look.theme import look
from qdesk.gui.search.options import ROW, Option, OptionList
from qdesk.gui.search.popup import Popup
from qdesk.gui.widgets.searchfield import SearchField

_WIDTH, _MOST, _GAP = 264, 400, 8
"""LOOK's px: the card, the list before it scrolls, between parts."""

_FIELD_FROM = 10
"""Options from which there is a field to narrow them."""


class ChecksCard(Popup):
    """Nothing checked means all. ``chosen`` gives what is checked after every change, None for all."""

    chosen = Signal(object)  # frozenset[int] | None

    def __init__(self, opener: QWidget, every: str, options: Callable[[], Sequence[Option]]) -> None:
        super().__init__(opener)
        self.setObjectName("checks_card")
        self.setAccessibleName(every)
        self._every, self._options = every, options
        self._list = OptionList(self)
        self._field = SearchField("Filter")
        self._field.setObjectName("checks_filter")
        self._field.textChanged.connect(self._narrow)
        self._column = QVBoxLayout(self)
        self._field_row = QHBoxLayout()
        self._field_row.addWidget(self._field)
        self._column.addLayout(self._field_row)
        self._column.addWidget(self._list)
        self._list.options.checked_changed.connect(self.chosen)
        look.changed.connect(self._measure)

    def open_with(self, checked: frozenset[int] | None) -> None:
        """Open beside the opener with the options there are now, or close."""
        self._list.options.begin(self._options(), checked or frozenset())
        self._field.setVisible(len(self._list.options.options) >= _FIELD_FROM)
        self._field.clear()
        self._narrow()
        self.toggle()

    def take_focus(self) -> None:
        """The field if there is one, else the rows."""
        target = self._list if self._field.isHidden() else self._field
        target.setFocus(Qt.FocusReason.PopupFocusReason)

    def _narrow(self) -> None:
        self._list.options.narrow(self._field.text(), self._every)
        self._list.setCurrentIndex(self._list.options.index(0))
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the field to the rows, Enter closes."""
        if event.key() == Qt.Key.Key_Down:
            self._list.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close_card()
        else:
            super().keyPressEvent(event)

    def _measure(self) -> None:
        gap = look.px(_GAP)
        self._column.setContentsMargins(1, gap, 1, gap)
        self._column.setSpacing(gap)
        self._field_row.setContentsMargins(gap, 0, gap, 0)
        self._list.setFixedHeight(min(look.px(_MOST), look.px(ROW) * max(1, self._list.options.rowCount())))
        self.setFixedWidth(look.px(_WIDTH))
        self.adjustSize()
