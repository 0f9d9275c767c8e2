"""The list in the card of a filter: options with check marks, under a row for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qdesk.gui.look.colours import code_colour
from qdesk.gui.look.fonts import ui_font
from qdesk.gui.look.theme import look
from qdesk.gui.picker.rows import Swatch
from qdesk.gui.search.marks import paint_mark
from qdesk.text.folding import fold

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

ROW = 28
_SIDE, _MARK, _GAP, _INDENT = 12, 16, 8, 16
"""LOOK's px: a row; its sides, the check mark, between parts, a level."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something that can be checked; ``level`` indents it, ``swatch`` is a code's. ``id`` None is "all of them"."""

    id: int | None
    name: str
    swatch: Swatch | None = None
    level: int = 0


class Options(QAbstractListModel):
    """The options that fit what was typed, under a row for all of them."""

    checked_changed = Signal(object)  # frozenset[int] | None

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.options: Sequence[Option] = ()
        self.rows: Sequence[Option] = ()
        self._checked: frozenset[int] = frozenset()

    def begin(self, options: Sequence[Option], checked: frozenset[int]) -> None:
        """Take other options."""
        self.options, self._checked = options, checked

    def narrow(self, typed: str, every: str) -> None:
        """Show the options in whose names every typed word stands, and first the row for all."""
        words = fold(typed).split()
        fitting = [one for one in self.options if all(word in fold(one.name) for word in words)]
        self.beginResetModel()
        self.rows = fitting if words else [Option(None, every), *fitting]
        self.endResetModel()

    def state(self, option: Option) -> Qt.CheckState:
        """Its check mark."""
        on = not self._checked if option.id is None else option.id in self._checked
        return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked

    def toggle(self, index: Index) -> None:
        """Check or uncheck a row; the row for all takes every check mark away."""
        option = self.rows[index.row()]
        self._checked = frozenset() if option.id is None else self._checked ^ {option.id}
        self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))
        self.checked_changed.emit(self._checked or None)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Options in sight."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name and check mark."""
        if not index.isValid():
            return None
        option = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return option.name
        return self.state(option) if role == Qt.ItemDataRole.CheckStateRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be checked."""
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable if index.isValid() else flag(0)


class OptionList(QListView):
    """A click anywhere on a row, or Space, checks it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("checks_list")
        self.setAccessibleName("Choose")
        self.options = Options(self)
        self.setModel(self.options)
        self.setItemDelegate(_OptionDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Check the row."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.options.toggle(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space checks; Enter and Esc are the card's."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.options.toggle(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)


class _OptionDelegate(QStyledItemDelegate):
    """A check mark, a code's swatch, a name."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows of one height."""
        return QSize(look.px(120), look.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row from the tokens in force."""
        model: Options = index.model()
        row, tokens = model.rows[index.row()], look.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = option.state & QStyle.StateFlag.State_HasFocus and option.state & QStyle.StateFlag.State_Selected
        if focused or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(tokens.selected if focused else tokens.hover))
        area, side = option.rect.adjusted(look.px(_SIDE), 0, -look.px(_SIDE), 0), look.px(_MARK)
        paint_mark(painter, option, QRect(area.left(), area.center().y() + 1 - side // 2, side, side), model.state(row))
        area.setLeft(area.left() + side + look.px(_GAP) + row.level * look.px(_INDENT))
        if row.swatch is not None:
            _paint_swatch(painter, area, row.swatch)
            area.setLeft(area.left() + look.px(20))
        painter.setFont(ui_font(13))
        painter.setPen(QColor(tokens.text))
        name = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.restore()


def _paint_swatch(painter: QPainter, area: QRect, swatch: Swatch) -> None:
    side = look.px(12)
    box = QRectF(area.left(), area.center().y() + 1 - side / 2, side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(code_colour(swatch.colour, swatch.slot))
    radius = side / 2 if swatch.round else look.px(3)
    painter.drawRoundedRect(box, radius, radius)
