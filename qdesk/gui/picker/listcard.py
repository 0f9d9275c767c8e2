"""A card with a field, a list that follows what is typed, and a foot line with the keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from qdesk.gui.look.fonts import ui_font
from qdesk.gui.look.theme import look
from qdesk.gui.picker.drawing import RowDelegate
from qdesk.gui.picker.rows import Row
from qdesk.gui.widgets.card import Card
from qdesk.gui.widgets.keycap import keycap_size, paint_keycap
from qdesk.gui.widgets.searchfield import SearchField
from qdesk.gui.widgets.titledrows import TitledRows

_FIELD, _FOOT, _GAP, _MOST = 32, 33, 8, 420
"""LOOK's px: the field, the foot with its hairline, the gaps, and the list before it scrolls."""


class ListCard(Card):
    """Typing filters, arrows move, Enter acts, Ctrl+Enter acts and stays, Esc or a loss of focus closes.

    Subclasses give ``rows_for``.
    """

    can_stay = True
    """Whether Ctrl+Enter acts and leaves the card open."""

    def __init__(self, window: QWidget, placeholder: str, width: int, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__(window)
        self._width, self._keys = width, keys
        self.field = _Field(placeholder)
        self.list = _Rows()
        self._column = QVBoxLayout(self)
        self._field_row = QHBoxLayout()
        self._field_row.addWidget(self.field)
        self._column.addLayout(self._field_row)
        self._column.addWidget(self.list)
        self.field.installEventFilter(self)
        window.installEventFilter(self)
        self.field.textChanged.connect(self.refresh)
        self.list.clicked.connect(lambda index: self._act(index.row(), stay=False))
        QApplication.instance().focusChanged.connect(self._on_focus)
        look.changed.connect(self._measure)
        self._measure()

    def rows_for(self, typed: str) -> Sequence[Row]:
        """The rows for what was typed."""
        raise NotImplementedError

    # ---- open and close

    def start(self, typed: str) -> None:
        """Take the focus with a text to begin with; call after the card was placed."""
        self.field.setText(typed)
        self.refresh()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """A click elsewhere in the window closes; another window in front does not."""
        if self.isVisible() and new is not None and not self.isAncestorOf(new) and new.window() is self.window():
            self.hide()

    # ---- rows

    def refresh(self) -> None:
        """Show the rows for what stands in the field, the first one selected."""
        self.list.rows.show(self.rows_for(self.field.text()))
        self._select(next((i for i, row in enumerate(self.list.rows.rows) if row.act), -1))
        self._fit()

    @property
    def current(self) -> Row | None:
        """The selected row."""
        index = self.list.currentIndex()
        return self.list.rows.rows[index.row()] if index.isValid() else None

    def _select(self, number: int) -> None:
        self.list.setCurrentIndex(self.list.rows.index(number))
        # The focus stays in the field: this is how a screen reader hears of the row.
        self.field.setAccessibleDescription(self.current.spoken if self.current else "")

    def _step(self, by: int) -> None:
        """Go on by rows that can be chosen, round the ends."""
        usable = [i for i, row in enumerate(self.list.rows.rows) if row.act]
        here = self.list.currentIndex().row()
        if usable:
            self._select(usable[(usable.index(here) + by) % len(usable)] if here in usable else usable[0])

    def _act(self, number: int, stay: bool) -> None:
        row = self.list.rows.rows[number]
        if row.act is None:
            return
        if stay:
            self.field.selectAll()
        elif not row.stays:
            self.hide()
        row.act(stay)

    # ---- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that mean something here before the field and the window's shortcuts do.

        A resized window closes the card: what it stood beside has moved.
        """
        if watched is self.parentWidget():
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self.hide()
            return False
        if event.type() == QEvent.Type.ShortcutOverride and self._means(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and self._means(event):
            self.on_key(event)
            return True
        return super().eventFilter(watched, event)

    def _means(self, event: QKeyEvent) -> bool:
        return event.key() in _KEYS

    def on_key(self, event: QKeyEvent) -> None:
        """Carry out one of the card's keys."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.hide()
        elif key in _STEPS:
            self._step(_STEPS[Qt.Key(key)])
        elif self.list.currentIndex().isValid():
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._act(self.list.currentIndex().row(), stay=control and self.can_stay)

    # ---- look

    def _measure(self) -> None:
        gap = look.px(_GAP)
        self._column.setContentsMargins(1, gap, 1, look.px(_FOOT) + gap)
        self._column.setSpacing(gap)
        self._field_row.setContentsMargins(gap, 0, gap, 0)
        self._fit()

    def _fit(self) -> None:
        """As high as the rows, up to where the list scrolls. The top left corner stays."""
        self.list.setFixedHeight(min(self.list.content_height(), look.px(_MOST)))
        self.setFixedWidth(look.px(self._width))
        self.adjustSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card, and its foot inside the rounding."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path, foot = QPainterPath(), look.px(_FOOT)
        path.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), look.px(8) - 1, look.px(8) - 1)
        painter.setClipPath(path)
        top = self.height() - foot
        painter.fillRect(0, top, self.width(), foot, QColor(look.tokens.background))
        painter.fillRect(0, top, self.width(), 1, QColor(look.tokens.hairline))
        self._paint_keys(painter, look.px(16), top + 1 + (foot - 1) // 2)

    def _paint_keys(self, painter: QPainter, left: int, middle: int) -> None:
        for keys, means in self._keys:
            size = keycap_size(keys)
            paint_keycap(painter, QRectF(left, middle - size.height() // 2, size.width(), size.height()), keys)
            left += size.width() + look.px(6)
            painter.setFont(ui_font(11))
            painter.setPen(QColor(look.tokens.muted))
            width = painter.fontMetrics().horizontalAdvance(means)
            painter.drawText(QRectF(left, middle - 12, width + 2, 24), Qt.AlignmentFlag.AlignVCenter, means)
            left += width + look.px(12)


_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
_KEYS = {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, *_STEPS}


class _Field(SearchField):
    """A field as high as a dialog's."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), look.px(_FIELD))


class _Rows(QListView):
    """The list under the field; it never takes the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card_list")
        self.setAccessibleName("Matches")
        self.rows = TitledRows[Row](self)
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)

    def content_height(self) -> int:
        """Pixels of all rows."""
        return sum(self.sizeHintForIndex(self.rows.index(row)).height() for row in range(self.rows.rowCount()))

    def sizeHint(self) -> QSize:
        return QSize(look.px(200), self.content_height())
