"""The recent projects as rows: arrows move, Enter or a click opens, Delete takes off the list."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from qdesk.gui.look.fonts import ui_font
from qdesk.gui.look.theme import look
from qdesk.gui.look.tokens import DISABLED
from qdesk.gui.start.recents import Recent
from qdesk.gui.start.wording import place, reason_missing, when

_PATH, _MISSING = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_LINES = Qt.ItemDataRole.UserRole + 2


class RecentList(QListWidget):
    """``opened`` gives the path of a project whose file is there; ``forgotten`` one that the user took off the list."""

    opened = Signal(object)  # Path
    forgotten = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recent_projects")
        self.setAccessibleName("Recent projects")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Row(self))
        self.itemClicked.connect(self._open)
        look.changed.connect(self.doItemsLayout)

    def show_recents(self, recents: Sequence[Recent], now: datetime, home: Path) -> None:
        """Fill the list, latest first; the first project becomes the current one."""
        self.clear()
        for recent in recents:
            reason = reason_missing(recent.path)
            where = place(recent.path, home)
            lines = (recent.name, f"{where} ({reason})" if reason else where, recent.holding, when(recent.changed, now))
            item = QListWidgetItem(recent.name, self)
            item.setData(_PATH, recent.path)
            item.setData(_MISSING, bool(reason))
            item.setData(_LINES, lines)
            item.setToolTip(f"{recent.path}\nLast changed: {when(recent.changed, now)}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(lines))
        self.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete takes the current project off the list."""
        item = self.currentItem()
        if item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(item)
        elif item is not None and event.key() == Qt.Key.Key_Delete:
            self.forgotten.emit(item.data(_PATH))
        else:
            super().keyPressEvent(event)

    def _open(self, item: QListWidgetItem) -> None:
        if not item.data(_MISSING):
            self.opened.emit(item.data(_PATH))


class _Row(QStyledItemDelegate):
    """Name and place at the left, counts and date at the right; a missing project at 38 %."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(look.px(200), look.px(64))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        if index.data(_MISSING):
            painter.setOpacity(DISABLED)
        name, where, holds, changed = index.data(_LINES)
        room = QRectF(option.rect).adjusted(look.px(17), 0, -look.px(17), 0)
        _pair(painter, room.adjusted(0, look.px(14), 0, 0), 22, (name, 15, True, "text"), (holds, 13, False, "text2"))
        _pair(
            painter, room.adjusted(0, look.px(36), 0, 0), 16, (where, 11, False, "muted"), (changed, 11, False, "muted")
        )
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """Selected: a fill, and the ring inside the row while the list has the focus. Hovered: a paler fill."""
        tokens = look.tokens
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected) and bool(state & QStyle.StateFlag.State_HasFocus)
        if not (chosen or state & QStyle.StateFlag.State_MouseOver):
            return
        painter.setBrush(QColor(tokens.selected if chosen else tokens.hover))
        painter.setPen(QPen(QColor(tokens.accent), 2) if chosen else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), look.px(8), look.px(8))


_Words = tuple[str, int, bool, str]
"""Text, LOOK size, whether 600, and the token of its colour."""


def _pair(painter: QPainter, room: QRectF, height: int, left: _Words, right: _Words) -> None:
    """One line: ``right`` whole at the right end, ``left`` elided in what remains."""
    line = QRectF(room.x(), room.y(), room.width(), look.px(height))
    taken = QFontMetrics(ui_font(right[1], right[2])).horizontalAdvance(right[0]) + look.px(16)
    for (text, size, bold, token), space, side in (
        (left, line.adjusted(0, 0, -taken, 0), Qt.AlignmentFlag.AlignLeft),
        (right, line, Qt.AlignmentFlag.AlignRight),
    ):
        font = ui_font(size, bold)
        painter.setFont(font)
        painter.setPen(QColor(getattr(look.tokens, token)))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(space.width()))
        painter.drawText(space, side | Qt.AlignmentFlag.AlignVCenter, shown)
