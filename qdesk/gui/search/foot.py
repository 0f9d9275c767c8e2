"""The foot of the search: what to code for each hit, and the button that codes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from qdesk.gui.look.theme import look
from qdesk.gui.search import wording
from qdesk.gui.search.delegate import SIDE
from qdesk.gui.search.passages import WHATS, What
from qdesk.gui.widgets.combo import Combo
from qdesk.gui.widgets.label import Label
from qdesk.gui.widgets.tool import ToolButton

_HEIGHT, _GAP, _LEAST_CHOICE = 48, 8, 136
"""LOOK's px: the foot, between parts, and the least width of the choice."""


class CodeFoot(QWidget):
    """``what_changed``: other passages are wanted; ``code_asked``: code them; ``speaker_asked``: by speaker instead."""

    what_changed = Signal()
    code_asked = Signal()
    speaker_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("code_foot")
        self._name = Label("Code", 13, token="text2")
        self._what = Combo("What to code for each hit", list(WHATS.values()))
        self._what.setObjectName("code_what")
        self._what.setCurrentIndex(list(WHATS).index("sentence"))
        self._what.currentIndexChanged.connect(self.what_changed)
        self.speaker = ToolButton("people", "Code all that a speaker says", "All that a speaker says…")
        self.speaker.setObjectName("code_speaker")
        self.speaker.clicked.connect(self.speaker_asked)
        self._note = Label("", 11, token="muted")
        self._note.setObjectName("code_note")
        self._note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.button = QPushButton()
        self.button.setObjectName("code_hits")
        self.button.setProperty("primary", True)
        self.button.clicked.connect(self.code_asked)
        self._row = QHBoxLayout(self)
        for part, stretch in ((self._name, 0), (self._what, 0), (self.speaker, 0), (self._note, 1), (self.button, 0)):
            self._row.addWidget(part, stretch)
        look.changed.connect(self._measure)
        self._measure()

    @property
    def what(self) -> What:
        """What is coded for a hit."""
        return list(WHATS)[self._what.currentIndex()]

    def set_what(self, what: What) -> None:
        """Choose what is coded for a hit."""
        self._what.setCurrentIndex(list(WHATS).index(what))

    def show_passages(self, checked: int, listed: int, passages: int | None, *, writable: bool) -> None:
        """How many hits there are, are checked, and how many passages these come to; None while they are counted."""
        self.button.setText(wording.code_button(passages))
        self.button.setAccessibleName(self.button.text())
        self.button.setEnabled(bool(passages) and writable)
        self.speaker.setEnabled(writable)
        self._note.setText(wording.beside_button(checked, listed, passages, self.what))
        self._note.setToolTip(self._note.text())
        self._share_out()

    def _measure(self) -> None:
        self.setFixedHeight(look.px(_HEIGHT))
        self._row.setContentsMargins(look.px(SIDE), 0, look.px(SIDE), 0)
        self._row.setSpacing(look.px(_GAP))
        self._share_out()

    def _share_out(self) -> None:
        """Where room is short, the choice gives it; words on buttons stay whole."""
        parts = (self._name, self.speaker, self.button)
        used = sum(part.sizeHint().width() for part in parts) + 4 * look.px(_GAP) + 2 * look.px(SIDE)
        wanted = self._what.sizeHint().width()
        self._what.setFixedWidth(max(look.px(_LEAST_CHOICE), min(wanted, self.width() - used)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the new room."""
        super().resizeEvent(event)
        self._share_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Chrome, with a hairline above."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look.tokens.background))
        painter.fillRect(0, 0, self.width(), 1, QColor(look.tokens.hairline))
