"""The line over the hits: all of them checked or not, how many there are, and the interviewer left out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QWidget

from qdesk.gui.look.theme import look
from qdesk.gui.search.delegate import GAP, MARK, SIDE
from qdesk.gui.widgets.label import Label

_HEIGHT = 36


class CountRow(QWidget):
    """``all_checked`` gives the new state of all check marks."""

    all_checked = Signal(bool)
    interviewers_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("count_row")
        self._all = QCheckBox()
        self._all.setObjectName("check_all")
        self._all.setAccessibleName("All hits")
        self._all.setToolTip("All hits, or none")
        self._all.clicked.connect(self._on_all)
        self._counts = Label("", 13, token="text2")
        self._counts.setObjectName("search_counts")
        self._counts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._without = QCheckBox("Without the interviewer")
        self._without.setObjectName("without_interviewer")
        self._without.toggled.connect(self.interviewers_changed)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._all)
        self._row.addWidget(self._counts, 1)
        self._row.addWidget(self._without)
        look.changed.connect(self._measure)
        self._measure()

    @property
    def interviewers(self) -> bool:
        """Whether hits in what interviewers say count."""
        return not self._without.isChecked()

    def heed_interviewers(self) -> None:
        """Let interviewers count again, without saying so."""
        self._without.blockSignals(True)
        self._without.setChecked(False)
        self._without.blockSignals(False)

    def offer_without(self, offered: bool) -> None:
        """Show the choice only where there is an interviewer."""
        self._without.setVisible(offered)

    def say(self, counts: str) -> None:
        """What was found."""
        self._counts.setText(counts)
        self._counts.setToolTip(counts)

    def show_state(self, state: Qt.CheckState, offered: bool) -> None:
        """The check mark of all hits; without hits there is none."""
        self._all.setVisible(offered)
        self._all.setTristate(state is Qt.CheckState.PartiallyChecked)
        self._all.setCheckState(state)

    def _on_all(self) -> None:
        """Some or none become all, all become none; the marks come back through ``show_state``."""
        self.all_checked.emit(self._all.checkState() is not Qt.CheckState.Unchecked)

    def _measure(self) -> None:
        self.setFixedHeight(look.px(_HEIGHT))
        self._all.setFixedWidth(look.px(MARK))
        self._row.setContentsMargins(look.px(SIDE), 0, look.px(SIDE), 0)
        self._row.setSpacing(look.px(GAP))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Surface, with a hairline below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look.tokens.surface))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(look.tokens.hairline))
