"""Paints the rows of the code tree from the look in force, and edits names in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qdesk.gui.codes.rows import ROW_HEIGHT, RowParts, row_parts
from qdesk.gui.look.colours import code_colour, contrast
from qdesk.gui.look.fonts import number_font, ui_font
from qdesk.gui.look.theme import look
from qdesk.gui.widgets.keycap import paint_keycap
from qdesk.store.records import Code

if TYPE_CHECKING:
    from qdesk.gui.codes.view import CodeTree

Index = QModelIndex | QPersistentModelIndex
_FILLED = "filled"
_DRAGGED_OPACITY = 0.4
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CodeDelegate(QStyledItemDelegate):
    """One row: chevron, swatch (dot for a theme, "+" while text is selected), name, key-cap, quotes, people."""

    def __init__(self, tree: CodeTree) -> None:
        super().__init__(tree)
        self._tree = tree
        self._elided: dict[tuple[str, int, bool], str] = {}
        self._parts: dict[tuple[int, int, int, int | None, int], RowParts] = {}
        self._set_fonts()
        look.changed.connect(self._set_fonts)

    def _set_fonts(self) -> None:
        self._elided.clear()
        self._parts.clear()
        self._plain, self._bold = ui_font(13), ui_font(13, bold=True)
        self._small = number_font(11)

    def parts(self, index: Index, size: QSize) -> RowParts:
        """Where the parts of a row stand, from its top left."""
        model, code = self._tree.codes_model, index.internalId()
        digit = model.digit(code)
        key = size.width(), size.height(), model.tree.level(code), digit, self._tree.right_margin()
        parts = self._parts.get(key)
        if parts is None:
            parts = self._parts[key] = row_parts(size, key[2], str(digit) if digit else "", key[4])
        return parts

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look.px(120), look.px(ROW_HEIGHT))

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: QRect = option.rect
        state: QStyle.StateFlag = option.state
        code = self._tree.codes_model.code(index.internalId())
        parts = self.parts(index, row.size())
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.translate(row.topLeft())
        fill = self._fill(code.id, selected, bool(state & QStyle.StateFlag.State_MouseOver))
        if fill:
            painter.fillRect(0, 0, row.width(), row.height(), QColor(fill))
        if code.id in self._tree.dragged:
            painter.setOpacity(_DRAGGED_OPACITY)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._tree.model().hasChildren(index):
            self._paint_chevron(painter, parts.chevron, self._tree.isExpanded(index))
        self._paint_swatch(painter, parts.swatch, code, selected)
        self._paint_name(painter, parts.name, code)
        self._paint_numbers(painter, parts, code.id, selected)
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            painter.setPen(QPen(QColor(look.tokens.accent), 2))
            painter.drawRect(QRectF(1, 1, row.width() - 2, row.height() - 2))
        painter.restore()

    def _fill(self, code: int, selected: bool, hovered: bool) -> str | None:
        if selected or self._tree.framed == code:
            return look.tokens.selected
        return look.tokens.hover if hovered and not self._tree.dragged else None

    def _paint_chevron(self, painter: QPainter, rect: QRect, is_open: bool) -> None:
        middle, reach = QRectF(rect).center(), rect.width() * 0.28
        across, along = QPointF(reach, 0), QPointF(0, reach / 2)
        if not is_open:
            across, along = QPointF(0, reach), QPointF(reach / 2, 0)
        pen = QPen(QColor(look.tokens.text2), look.px(13) / 10)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline([middle - across - along, middle + along, middle + across - along])

    def _paint_swatch(self, painter: QPainter, rect: QRect, code: Code, selected: bool) -> None:
        colour = code_colour(code.colour, code.slot)
        shape = QRectF(rect)
        radius = shape.width() / 2 if code.kind == "theme" else look.px(3)
        if selected:
            painter.setPen(QPen(QColor(look.tokens.surface), 1))
            shape = shape.adjusted(-0.5, -0.5, 0.5, 0.5)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(shape, radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._tree.coding_by_click:
            reach = QRectF(rect).width() / 3.4
            middle = QRectF(rect).center()
            painter.setPen(QPen(_on(colour), look.px(15) / 10))
            painter.drawLine(middle - QPointF(reach, 0), middle + QPointF(reach, 0))
            painter.drawLine(middle - QPointF(0, reach), middle + QPointF(0, reach))

    def _paint_name(self, painter: QPainter, rect: QRect, code: Code) -> None:
        bold = code.kind == "theme"
        font = self._bold if bold else self._plain
        key = code.name, rect.width(), bold
        text = self._elided.get(key)
        if text is None:
            text = QFontMetrics(font).elidedText(code.name, Qt.TextElideMode.ElideRight, rect.width())
            self._elided[key] = text
        painter.setFont(font)
        painter.setPen(QColor(look.tokens.text))
        painter.drawText(rect, _LEFT, text)

    def _paint_numbers(self, painter: QPainter, parts: RowParts, code: int, selected: bool) -> None:
        model, tokens = self._tree.codes_model, look.tokens
        quotes, people = model.counts(code)
        painter.setFont(self._small)
        painter.setPen(QColor(tokens.text2 if selected else tokens.muted))
        painter.drawText(parts.quotes, _RIGHT, f"{quotes:,}" if quotes < 10_000 else f"{quotes // 1000}k")
        if parts.people:
            painter.drawText(parts.people, _RIGHT, str(people))
        if parts.keycap:
            paint_keycap(painter, QRectF(parts.keycap), str(model.digit(code)))

    # Renaming

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = QLineEdit(parent)
        field.setObjectName("codeNameEditor")
        field.setAccessibleName(f"New name of {index.data()}")
        field.setFont(self._bold if self._tree.codes_model.code(index.internalId()).kind == "theme" else self._plain)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill the editor once only: the view asks again whenever a count changes, over half-typed text."""
        if not editor.property(_FILLED):
            editor.setProperty(_FILLED, True)
            super().setEditorData(editor, index)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        row: QRect = option.rect
        left = row.left() + self.parts(index, row.size()).name.left() - look.px(6)
        editor.setGeometry(QRect(left, row.top() + 1, row.right() - 1 - left, row.height() - 2))


def _on(colour: QColor) -> QColor:
    """Black or white, whichever stands out more on a colour."""
    return max((QColor("#000000"), QColor("#FFFFFF")), key=lambda ink: contrast(ink, colour))
