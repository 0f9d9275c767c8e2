"""The files of an import as a list: ticked or not, their names, and how they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOption,
    QStyleOptionViewItem,
    QWidget,
)

from qdesk.gui.importing.candidate import Candidate
from qdesk.gui.look.fonts import ui_font
from qdesk.gui.look.theme import look

Index = QModelIndex | QPersistentModelIndex
STATE = Qt.ItemDataRole.UserRole + 1
"""Role of the line under a name."""

_TOP = QModelIndex()
_BOX, _NAME, _RIGHT, _ROW = 24, 52, 12, 48


class FilesModel(QAbstractListModel):
    """One row a file. ``ticked``: a tick was set or taken away."""

    ticked = Signal()

    def __init__(self, candidates: Sequence[Candidate], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._candidates = candidates

    def tell(self, row: int) -> None:
        """Say that a file has changed."""
        self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._candidates)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        readable = index.isValid() and self._candidates[index.row()].file
        return flags | Qt.ItemFlag.ItemIsUserCheckable if readable else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        one = self._candidates[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one.name
        if role == Qt.ItemDataRole.CheckStateRole and one.file:
            return Qt.CheckState.Checked if one.ticked else Qt.CheckState.Unchecked
        if role == STATE:
            return state_of(one)
        if role == Qt.ItemDataRole.ToolTipRole:
            return one.failure or str(one.path)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{one.name}, {state_of(one)}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Set a tick or take it away."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self._candidates[index.row()].ticked = Qt.CheckState(value) == Qt.CheckState.Checked
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True


def state_of(one: Candidate) -> str:
    """How a file stands, in few words."""
    if one.failure:
        return "Could not be read"
    if one.file is None:
        return "Waiting to be read"
    guessed = "encoding guessed" if one.file.guessed else ""
    return " · ".join(fact for fact in (f"{one.file.words:,} words", one.twin, guessed) if fact)


class FilesDelegate(QStyledItemDelegate):
    """A row of 48 px: the tick, the name, under it the state."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look.px(120), look.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: QRect = option.rect
        state: QStyle.StateFlag = option.state
        tokens, selected = look.tokens, bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, QColor(tokens.selected if selected else tokens.hover))
        check = index.data(Qt.ItemDataRole.CheckStateRole)
        if check is not None:
            self._paint_tick(painter, option, Qt.CheckState(check) == Qt.CheckState.Checked)
        left, middle = row.left() + look.px(_NAME), row.top() + look.px(24)
        width = row.right() - look.px(_RIGHT) - left
        name = QRect(left, middle - look.px(18), width, look.px(20))
        below = QRect(left, middle + look.px(1), width, look.px(16))
        plain = tokens.text if check is not None else tokens.muted
        _write(painter, name, index.data(), 13, plain)
        _write(painter, below, index.data(STATE), 11, tokens.text2 if selected else tokens.muted)
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRect(QRectF(row).adjusted(1, 1, -1, -1))
        painter.restore()

    def _paint_tick(self, painter: QPainter, option: QStyleOptionViewItem, on: bool) -> None:
        mark = QStyleOption()
        mark.rect = _box(option.rect)
        mark.state = QStyle.StateFlag.State_Enabled | (QStyle.StateFlag.State_On if on else QStyle.StateFlag.State_Off)
        style = option.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, mark, painter, option.widget)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click on the tick, or the space bar on the row."""
        check = index.data(Qt.ItemDataRole.CheckStateRole)
        if check is None or not _asks_for_tick(event, option.rect):
            return False
        on = Qt.CheckState(check) == Qt.CheckState.Checked
        return model.setData(index, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked, _CHECK)


_CHECK = Qt.ItemDataRole.CheckStateRole


def _asks_for_tick(event: QEvent, row: QRect) -> bool:
    if isinstance(event, QKeyEvent):
        return event.key() == Qt.Key.Key_Space
    released = event.type() == QEvent.Type.MouseButtonRelease
    return released and isinstance(event, QMouseEvent) and event.position().x() < row.left() + look.px(_NAME - 4)


def _box(row: QRect) -> QRect:
    side = look.px(16)
    return QRect(row.left() + look.px(_BOX), row.top() + (row.height() - side) // 2, side, side)


def _write(painter: QPainter, room: QRect, text: str, size: int, colour: str) -> None:
    font = ui_font(size)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)


class FileList(QListView):
    """The list on the screen. ``shown``: the row of the file that is looked at."""

    shown = Signal(int)

    def __init__(self, candidates: Sequence[Candidate], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_files")
        self.setAccessibleName("Files")
        self.files = FilesModel(candidates, self)
        self.setModel(self.files)
        self.setItemDelegate(FilesDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(lambda now, _before: self.shown.emit(now.row()))
        look.changed.connect(self.scheduleDelayedItemsLayout)
