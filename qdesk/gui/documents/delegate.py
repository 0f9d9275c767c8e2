"""Paints the rows of the list of documents, and edits names in place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qdesk.gui.documents.model import COUNT
from qdesk.gui.look.fonts import number_font, ui_font
from qdesk.gui.look.icons import paint_icon
from qdesk.gui.look.theme import look

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 28
_ICON, _NAME, _RIGHT, _COUNT = 16, 40, 16, 40
_FILLED = "filled"


class DocumentDelegate(QStyledItemDelegate):
    """One row: icon, name, number of codings at the panel's right edge."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._set_fonts()
        look.changed.connect(self._set_fonts)

    def _set_fonts(self) -> None:
        self._plain, self._small = ui_font(13), number_font(11)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look.px(120), look.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: QRect = option.rect
        state: QStyle.StateFlag = option.state
        tokens, selected = look.tokens, bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, QColor(tokens.selected if selected else tokens.hover))
        side = look.px(16)
        box = QRectF(row.left() + look.px(_ICON), row.top() + (row.height() - side) // 2, side, side)
        paint_icon(painter, box, "document", QColor(tokens.text2))
        middle = Qt.AlignmentFlag.AlignVCenter
        name = self._name_rect(row, option.widget)
        painter.setFont(self._plain)
        painter.setPen(QColor(tokens.text))
        text = QFontMetrics(self._plain).elidedText(index.data(), Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignLeft | middle, text)
        painter.setFont(self._small)
        painter.setPen(QColor(tokens.text2 if selected else tokens.muted))
        count = QRect(name.right(), row.top(), look.px(_COUNT), row.height())
        painter.drawText(count, Qt.AlignmentFlag.AlignRight | middle, f"{index.data(COUNT):,}")
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRect(QRectF(row).adjusted(1, 1, -1, -1))
        painter.restore()

    def _name_rect(self, row: QRect, view: QWidget) -> QRect:
        """Where the name stands; the counts keep their place when the scroll bar shows."""
        right = max(look.px(4), look.px(_RIGHT) - (view.width() - row.width()))
        end = row.right() + 1 - right - look.px(_COUNT)
        return QRect(row.left() + look.px(_NAME), row.top(), end - row.left() - look.px(_NAME), row.height())

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = QLineEdit(parent)
        field.setObjectName("documentNameEditor")
        field.setAccessibleName(f"New name of {index.data()}")
        field.setFont(self._plain)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill the editor once only: the view asks again whenever a count changes, over half-typed text."""
        if not editor.property(_FILLED):
            editor.setProperty(_FILLED, True)
            super().setEditorData(editor, index)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        row: QRect = option.rect
        left = row.left() + look.px(_NAME - 6)
        editor.setGeometry(left, row.top() + 1, row.right() - left - look.px(8), row.height() - 2)
