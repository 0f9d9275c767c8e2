"""How rows of the picker and the palette are drawn."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qdesk.gui.look.colours import code_colour
from qdesk.gui.look.fonts import number_font, ui_font
from qdesk.gui.look.icons import paint_icon
from qdesk.gui.look.theme import look
from qdesk.gui.picker.rows import Row, Swatch
from qdesk.gui.widgets.keycap import keycap_size, paint_keycap
from qdesk.gui.widgets.titledrows import Index

_ROW, _BREAK, _SIDE, _NAME, _SPACE = 28, 16, 16, 20, 8
"""LOOK's px: a row, what parts a section from the rows above, the side, swatch to name, between two parts."""


class RowDelegate(QStyledItemDelegate):
    """Rows of 28 px; a section's title and a link have a hairline above them unless they come first."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """28 px, and 16 for a hairline with its room."""
        return QSize(look.px(200), look.px(_ROW) + (look.px(_BREAK) if self._parted(index) else 0))

    @staticmethod
    def _parted(index: Index) -> bool:
        row: Row = index.model().rows[index.row()]
        return index.row() > 0 and (row.act is None or bool(row.icon))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row from the tokens in force."""
        row: Row = index.model().rows[index.row()]
        area = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._parted(index):
            middle = area.top() + look.px(_BREAK) // 2
            painter.fillRect(QRect(area.left(), middle, area.width(), 1), QColor(look.tokens.border))
            area.setTop(area.top() + look.px(_BREAK))
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(area, QColor(look.tokens.selected))
        line = area.adjusted(look.px(_SIDE), 0, -look.px(_SIDE), 0)
        if row.act is None:
            painter.setFont(ui_font(11))
            painter.setPen(QColor(look.tokens.muted))
            painter.drawText(line, _LEFT, row.title)
        else:
            self._paint_row(painter, line, row, selected)
        painter.restore()

    def _paint_row(self, painter: QPainter, line: QRect, row: Row, selected: bool) -> None:
        facts = QColor(look.tokens.text2 if selected else look.tokens.muted)
        self._paint_end(painter, line, row, facts)
        self._paint_front(painter, line, row, selected)
        used = self._paint_title(painter, line, row)
        line.setLeft(line.left() + used + look.px(_SPACE))
        if row.note and line.width() > look.px(24):
            painter.setFont(ui_font(11))
            painter.setPen(facts)
            painter.drawText(line, _LEFT, _elided(painter, row.note, line.width()))

    @staticmethod
    def _paint_end(painter: QPainter, line: QRect, row: Row, facts: QColor) -> None:
        """Count or key-cap; takes its room off the line."""
        width = 0
        if row.keys:
            size = keycap_size(row.keys)
            width = size.width()
            top = line.center().y() + 1 - size.height() // 2
            paint_keycap(painter, QRectF(line.right() + 1 - width, top, width, size.height()), row.keys)
        elif row.count:
            painter.setFont(number_font(11))
            painter.setPen(facts)
            width = painter.fontMetrics().horizontalAdvance(row.count)
            painter.drawText(line, _RIGHT, row.count)
        if width:
            line.setRight(line.right() - width - look.px(_SPACE))

    @staticmethod
    def _paint_front(painter: QPainter, line: QRect, row: Row, selected: bool) -> None:
        """Swatch or plus; takes its room off the line."""
        side = look.px(12)
        box = QRectF(line.left(), line.center().y() + 1 - side / 2, side, side)
        if row.icon:
            paint_icon(painter, box, row.icon, QColor(look.tokens.accent))
        elif row.swatch:
            _paint_swatch(painter, box, row.swatch, selected)
        if row.icon or row.swatch:
            line.setLeft(line.left() + look.px(_NAME))

    @staticmethod
    def _paint_title(painter: QPainter, line: QRect, row: Row) -> int:
        """The title with its marks; the pixels it took."""
        font, bold = ui_font(13, bold=bool(row.icon)), ui_font(13, bold=True)
        whole = QFontMetrics(bold).horizontalAdvance(row.title) <= line.width()
        painter.setFont(font)
        title = row.title if whole else _elided(painter, row.title, line.width())
        layout = QTextLayout(title, font)
        layout.setFormats([_bold_range(row.title, mark) for mark in row.marks] if whole else [])
        layout.beginLayout()
        laid = layout.createLine()
        layout.endLayout()
        painter.setPen(QColor(look.tokens.accent if row.icon else look.tokens.text))
        layout.draw(painter, QPointF(line.left(), line.top() + (line.height() - laid.height()) / 2))
        return round(laid.naturalTextWidth())


_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def _paint_swatch(painter: QPainter, box: QRectF, swatch: Swatch, selected: bool) -> None:
    """A code's square or a theme's dot, on a selected row with a ring of the surface colour."""
    painter.setPen(QPen(QColor(look.tokens.surface), 1) if selected else Qt.PenStyle.NoPen)
    painter.setBrush(code_colour(swatch.colour, swatch.slot))
    radius = box.width() / 2 if swatch.round else look.px(3)
    painter.drawRoundedRect(box, radius, radius)


def _bold_range(title: str, mark: tuple[int, int]) -> QTextLayout.FormatRange:
    """A mark in code points as Qt's range in UTF-16 units."""
    spot = QTextLayout.FormatRange()
    spot.start, end = (len(title[:point].encode("utf-16-le")) // 2 for point in mark)
    spot.length = end - spot.start
    form = QTextCharFormat()
    form.setFontWeight(ui_font(13, bold=True).weight())
    spot.format = form
    return spot


def _elided(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
