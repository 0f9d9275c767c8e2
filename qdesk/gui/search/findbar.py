"""Find in the interview that is open: a strip under the reader's head that marks every place and steps through them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qdesk.analysis.finding import letters_in
from qdesk.gui.look.theme import look
from qdesk.gui.reader.reader import Reader
from qdesk.gui.widgets.label import Label
from qdesk.gui.widgets.link import Link
from qdesk.gui.widgets.searchfield import SearchField
from qdesk.gui.widgets.tool import ToolButton
from qdesk.text.counted import counted
from qdesk.text.spans import Span

_HEIGHT, _SIDE, _INDENT, _GAP, _FIELD = 40, 24, 56, 8, 280
"""LOOK's px: the strip, its right side, its left one as that of the text, between parts, the field."""

_TAKEN: Final = 60
"""Code points of a selection up to which it is looked for at once."""


class FindBar(QWidget):
    """Hidden until opened. ``all_asked`` gives the words to look for in all interviews, as letters.

    Enter and F3 step on, with Shift back, round the ends; Esc closes. The caret of the text goes along.
    """

    all_asked = Signal(str)

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.setObjectName("find_bar")
        self.setAccessibleName("Find in this interview")
        self._reader, self._scene = reader, reader.view.scene
        self._places: Callable[[str], list[Span]] | None = None
        self._spans: Sequence[Span] = ()
        self._now: int | None = None
        self._origin = 0
        self._build()
        self._connect()
        self.hide()

    def _build(self) -> None:
        self._field = SearchField("Find in this interview")
        self._field.setObjectName("find_field")
        self._count = Label("", 11, token="muted")
        self._count.setObjectName("find_count")
        self._back = ToolButton("arrow-left", "Previous place (Shift+F3)")
        self._on = ToolButton("arrow-right", "Next place (F3)")
        self._all = Link("In all interviews")
        self._all.setObjectName("find_all")
        self._close = ToolButton("close", "Close (Esc)")
        self._row = QHBoxLayout(self)
        for part in (self._field, self._back, self._on, self._count):
            self._row.addWidget(part)
        self._row.addStretch(1)
        self._row.addWidget(self._all)
        self._row.addWidget(self._close)
        look.changed.connect(self._measure)
        self._measure()

    def _connect(self) -> None:
        self._field.textChanged.connect(self._on_typed)
        self._back.clicked.connect(lambda: self.step(forward=False))
        self._on.clicked.connect(lambda: self.step())
        self._all.clicked.connect(lambda: self.all_asked.emit(self._field.text().strip()))
        self._close.clicked.connect(self.close_bar)
        self._scene.text_changed.connect(self._on_text)
        self._field.installEventFilter(self)
        self._reader.installEventFilter(self)
        self._keys = [
            self._shortcut("F3", lambda: self.step()),
            self._shortcut("Shift+F3", lambda: self.step(forward=False)),
        ]

    def _shortcut(self, keys: str, act: Callable[[], object]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self._reader, act)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setEnabled(False)
        return shortcut

    # ---- open and close

    def open_bar(self) -> None:
        """Show the strip and look for what is selected, or else for what was looked for before."""
        selection, view = self._reader.selection, self._reader.view
        self._origin = selection.span.start if selection else self._scene.positions.point(view.textCursor().position())
        self.show()
        for key in self._keys:
            key.setEnabled(True)
        words = selection.span.of(self._scene.document.text) if selection else ""
        if words and len(words) <= _TAKEN and "\n" not in words:
            self._field.setText(words)
        self._find(go=bool(self._field.text().strip()))
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def close_bar(self) -> None:
        """Hide the strip and the marks, and go back to the text."""
        self.hide()
        for key in self._keys:
            key.setEnabled(False)
        self._reader.show_found(())
        self._reader.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- finding

    def _on_typed(self) -> None:
        if self.isVisible():
            self._find(go=True)

    def _on_text(self) -> None:
        """Another interview, or another state of this one."""
        self._places, self._origin = None, 0
        if self.isVisible():
            self._find(go=False)

    def _find(self, *, go: bool) -> None:
        """Find all places anew; go to the first one from where the search began."""
        if self._places is None:
            self._places = letters_in(self._scene.document.text)
        self._spans = self._places(self._field.text())
        self._now = None
        if go and self._spans:
            self._go(bisect_left(self._spans, (self._origin,)) % len(self._spans))
        else:
            self._show()

    def step(self, *, forward: bool = True) -> None:
        """Go to the next place, or to the one before."""
        if not self._spans:
            return
        if self._now is None:
            here = self._scene.positions.point(self._reader.view.textCursor().position())
            self._now = bisect_left(self._spans, (here,)) - (1 if forward else 0)
        self._go((self._now + (1 if forward else -1)) % len(self._spans))

    def _go(self, number: int) -> None:
        self._now = number
        self._show()
        self._reader.goto(self._spans[number], flash=False)

    def _show(self) -> None:
        self._reader.show_found(self._spans, self._now)
        self._count.setText(self._counted())
        self._field.setAccessibleDescription(self._count.text())
        for button in (self._back, self._on):
            button.setEnabled(bool(self._spans))

    def _counted(self) -> str:
        if not self._field.text().strip():
            return ""
        if not self._spans:
            return "No hit"
        there = len(self._spans)
        return counted(there, "hit") if self._now is None else f"{self._now + 1:,} of {there:,}"

    # ---- keys and look

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter steps, with Shift back; Esc closes, in the text too where nothing else wants it."""
        if event.type() != QEvent.Type.KeyPress or self.isHidden():
            return False
        assert isinstance(event, QKeyEvent)
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
            return True
        if watched is self._field and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(forward=not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return True
        return False

    def _measure(self) -> None:
        self.setFixedHeight(look.px(_HEIGHT))
        self._field.setFixedWidth(look.px(_FIELD))
        self._row.setContentsMargins(look.px(_INDENT), 0, look.px(_SIDE), 1)
        self._row.setSpacing(look.px(_GAP))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Chrome, with a hairline below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look.tokens.background))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(look.tokens.hairline))
