"""Where to search: a quiet button for each kind of narrowing, which tells what is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from qdesk.analysis.scope import Scope
from qdesk.gui.look.fonts import ui_font
from qdesk.gui.look.icons import paint_icon
from qdesk.gui.look.theme import look
from qdesk.gui.picker.rows import Swatch
from qdesk.gui.search.checks import ChecksCard
from qdesk.gui.search.options import Option
from qdesk.store.project import Project
from qdesk.store.records import Case, Document, Speaker
from qdesk.text.counted import counted

_HEIGHT, _SIDE, _ARROW, _MOST = 28, 8, 14, 160
"""LOOK's px: a button, its sides, its arrow, the most room for a name."""


class FilterButton(QToolButton):
    """Says "All speakers", a name, or "3 speakers"; a click opens the card with the choice. ``chosen`` None is all."""

    changed = Signal()

    def __init__(self, noun: str, options: Callable[[], Sequence[Option]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"filter_{noun}s")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._noun, self._options = noun, options
        self._card: ChecksCard | None = None
        self.chosen: frozenset[int] | None = None
        self.clicked.connect(self.open_card)
        look.changed.connect(self.updateGeometry)
        self._say()

    def choose(self, chosen: frozenset[int] | None) -> None:
        """Choose some of the options, or all, and tell it if that is a change."""
        if chosen != self.chosen:
            self.chosen = chosen
            self._say()
            self.changed.emit()

    def refresh(self) -> None:
        """Let go what is chosen and no longer there; names may have changed."""
        there = {option.id for option in self._options()}
        self.chosen = frozenset(self.chosen & there) or None if self.chosen else None
        self._say()

    def open_card(self) -> None:
        """Open the card of the choice, or close it."""
        if self._card is None:
            self._card = ChecksCard(self, f"All {self._noun}s", self._options)
            self._card.chosen.connect(self.choose)
        self._card.open_with(self.chosen)

    def _say(self) -> None:
        text = f"All {self._noun}s"
        if self.chosen:
            names = [option.name for option in self._options() if option.id in self.chosen]
            text = names[0] if len(names) == 1 else counted(len(names), self._noun)
        font = ui_font(13, bold=True)
        self.setText(QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, look.px(_MOST)))
        self.setAccessibleName(f"Search in {text}")
        self.setToolTip(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the words, which are 600 where something is chosen, and for the arrow."""
        words = QFontMetrics(ui_font(13, bold=bool(self.chosen))).horizontalAdvance(self.text())
        return QSize(words + look.px(3 * _SIDE + _ARROW), look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never less than that."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words and an arrow; filled under the pointer, and as selected where something is chosen."""
        painter, tokens = QPainter(self), look.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.chosen or self.isDown() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selected if self.chosen or self.isDown() else tokens.hover))
            painter.drawRoundedRect(self.rect(), look.px(6), look.px(6))
        ink = QColor(tokens.accent if self.chosen else tokens.text2)
        painter.setPen(ink)
        painter.setFont(ui_font(13, bold=bool(self.chosen)))
        words = self.rect().adjusted(look.px(_SIDE), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        side = look.px(_ARROW)
        box = QRectF(self.width() - look.px(_SIDE) - side, (self.height() - side) / 2, side, side)
        paint_icon(painter, box, "chevron-down", ink)


class Filters(QWidget):
    """Documents, participants, speakers and codes."""

    changed = Signal()

    def __init__(self, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search_filters")
        self._project = project
        self.documents = FilterButton("document", lambda: _named(project.documents.list()))
        self.participants = FilterButton("participant", lambda: _named(project.cases.list()))
        self.speakers = FilterButton("speaker", lambda: _named(project.speakers.list()))
        self.codes = FilterButton("code", self._codes)
        self._buttons = (self.documents, self.participants, self.speakers, self.codes)
        self._row = QHBoxLayout(self)
        for button in self._buttons:
            self._row.addWidget(button)
            button.changed.connect(self.changed)
        self._row.addStretch(1)
        look.changed.connect(self._measure)
        self._measure()

    def scope(self, *, interviewers: bool) -> Scope:
        """Where to search; with a theme, in the codes inside it too."""
        codes = self._with_children(self.codes.chosen) if self.codes.chosen else None
        return Scope(
            self.documents.chosen, self.participants.chosen, self.speakers.chosen, codes, interviewers=interviewers
        )

    @property
    def is_all(self) -> bool:
        """Whether nothing is narrowed."""
        return not any(button.chosen for button in self._buttons)

    def clear(self) -> None:
        """Search everywhere again."""
        for button in self._buttons:
            button.choose(None)

    def refresh(self) -> None:
        """Follow the project."""
        for button in self._buttons:
            button.refresh()

    def _codes(self) -> list[Option]:
        levels: dict[int, int] = {}
        for code in self._project.codes.list():
            levels[code.id] = 0 if code.parent is None else levels[code.parent] + 1
        return [
            Option(code.id, code.name, Swatch(code.colour, code.slot, code.kind == "theme"), levels[code.id])
            for code in self._project.codes.list()
        ]

    def _with_children(self, chosen: frozenset[int]) -> frozenset[int]:
        """Codes with those inside them; parents stand before their children in tree order."""
        found = set(chosen)
        for code in self._project.codes.list():
            if code.parent in found:
                found.add(code.id)
        return frozenset(found)

    def _measure(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.px(4))


def _named(records: Iterable[Document | Case | Speaker]) -> list[Option]:
    return [Option(record.id, record.name) for record in records]
