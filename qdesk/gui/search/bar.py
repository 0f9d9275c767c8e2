"""The controls of a search: what to look for, how to match, where."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qdesk.analysis.finding import How
from qdesk.gui.look.theme import look
from qdesk.gui.search.filters import Filters
from qdesk.gui.widgets.searchfield import SearchField
from qdesk.gui.widgets.segments import Segments
from qdesk.store.project import Project

TYPED_MS: Final = 150
"""How long after the last key the search begins."""

HOWS: Final[tuple[How, ...]] = ("words", "forms", "letters", "pattern")
_NAMES: Final = ["Words", "Forms", "Letters", "Pattern"]
_TIPS: Final = (
    "Words that stand one after the other; the last may go on. a | b finds either.",
    "Words in every form: trust finds trusted and trusting, in the language of each interview.",
    "Letters within words as well: rust finds trust.",
    "A regular expression on the text as it stands.",
)

_SIDE, _GAP, _FIELD, _LEAST, _MOST = 24, 8, 32, 200, 480
"""LOOK's px: the sides, between controls, the field's height, its least and its most width."""


class SearchBar(QWidget):
    """One line where it is wide enough; else the filters stand below. ``asked``: search as it stands now."""

    asked = Signal()
    left = Signal()  # Down or Enter in the field: go on to the hits

    def __init__(self, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search_bar")
        self.field = _Field("Search in all interviews")
        self._hows = Segments("How to match", _NAMES)
        self._hows.setObjectName("search_how")
        self.filters = Filters(project)
        self._typed = QTimer(self, singleShot=True, interval=TYPED_MS)
        self._build()
        self.field.textChanged.connect(lambda _text: self._typed.start())
        self.field.entered.connect(self._on_entered)
        self._typed.timeout.connect(self.asked)
        self._hows.chosen.connect(lambda _place: self.ask_now())
        self.filters.changed.connect(self.ask_now)
        look.changed.connect(self._measure)
        self._measure()

    def _build(self) -> None:
        for segment, tip in zip(self._hows.findChildren(QWidget, "segment"), _TIPS, strict=True):
            segment.setToolTip(tip)
        self._top, self._below = QHBoxLayout(), QHBoxLayout()
        self._top.addWidget(self.field, 1)
        self._top.addWidget(self._hows, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._top)
        self._column.addLayout(self._below)
        self._below.addWidget(self.filters, 0, Qt.AlignmentFlag.AlignVCenter)

    @property
    def how(self) -> How:
        """How to match."""
        return HOWS[self._hows.current]

    def set_how(self, how: How) -> None:
        """Match in another way and search."""
        self._hows.choose(HOWS.index(how))
        self.ask_now()

    def ask(self, text: str, how: How) -> None:
        """Put words in the field and search for them."""
        self.field.setText(text)
        self.set_how(how)

    def ask_now(self) -> None:
        """Search without waiting for further keys."""
        self._typed.stop()
        self.asked.emit()

    def _on_entered(self) -> None:
        if self._typed.isActive():
            self.ask_now()
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the filters into the line, or put them below."""
        super().resizeEvent(event)
        self._place_filters()

    def _place_filters(self) -> None:
        sides = look.px(2 * _SIDE + 3 * _GAP + _LEAST)
        needed = sides + self._hows.sizeHint().width() + self.filters.sizeHint().width()
        row, other = (self._top, self._below) if self.width() >= needed else (self._below, self._top)
        if row.indexOf(self.filters) < 0:
            other.removeWidget(self.filters)
            row.addWidget(self.filters, 0, Qt.AlignmentFlag.AlignVCenter)

    def _measure(self) -> None:
        self._column.setContentsMargins(look.px(_SIDE), look.px(_GAP), look.px(_SIDE), look.px(_GAP))
        self._column.setSpacing(look.px(4))
        self._top.setSpacing(look.px(_GAP))
        self.field.setMaximumWidth(look.px(_MOST))
        self._place_filters()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Surface."""
        QPainter(self).fillRect(event.rect(), QColor(look.tokens.surface))


class _Field(SearchField):
    """32 px high. ``entered``: Enter or Down was pressed."""

    entered = Signal()

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As high as a dialog's."""
        return QSize(super().sizeHint().width(), look.px(_FIELD))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down go on to the hits."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
