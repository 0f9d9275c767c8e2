"""How the rows of the help's list are drawn."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qdesk.gui.help.rows import Row
from qdesk.gui.look.fonts import ui_font
from qdesk.gui.look.theme import look
from qdesk.gui.positions import Positions
from qdesk.gui.widgets.titledrows import Index
from qdesk.text.spans import Span

_GROUP, _PAGE, _HIT, _SIDE, _TITLE, _CONTEXT = 32, 28, 48, 16, 20, 16
"""LOOK's px: height of the three kinds of rows, the room at the sides, the lines of a title and of its context."""


class PagesDelegate(QStyledItemDelegate):
    """A group's title, a page, or a page that was found with the line in which the words stand."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """32 px for a group's title, 28 for a page, 48 for one that was found."""
        row: Row = index.model().rows[index.row()]
        return QSize(look.px(160), look.px(_HIT if row.context else _PAGE if row.page else _GROUP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row from the tokens in force."""
        row: Row = index.model().rows[index.row()]
        side = look.px(_SIDE)
        area = QRect(option.rect)
        line = area.adjusted(side, 0, -side, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not row.page:
            painter.setFont(ui_font(11, bold=True))
            painter.setPen(QColor(look.tokens.text2))
            painter.drawText(line.adjusted(0, look.px(8), 0, 0), _LEFT, row.title)
        else:
            self._paint_page(painter, option, line, row)
        painter.restore()

    def _paint_page(self, painter: QPainter, option: QStyleOptionViewItem, line: QRect, row: Row) -> None:
        tokens = look.tokens
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.fillRect(option.rect, QColor(tokens.selected if selected else tokens.hover))
        if option.state & QStyle.StateFlag.State_HasFocus and _by_keyboard(option):
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRoundedRect(QRect(option.rect).adjusted(1, 1, -1, -1), look.px(4), look.px(4))
        if not row.context:
            _draw_marked(painter, line, row.title, row.title_marks, 13, "text")
            return
        top = line.top() + look.px(6)
        title = QRect(line.left(), top, line.width(), look.px(_TITLE))
        context = QRect(line.left(), top + look.px(_TITLE), line.width(), look.px(_CONTEXT))
        _draw_marked(painter, title, row.title, row.title_marks, 13, "text")
        _draw_marked(painter, context, row.context, row.context_marks, 11, "text2" if selected else "muted")


_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def _by_keyboard(option: QStyleOptionViewItem) -> bool:
    return option.widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


def _draw_marked(painter: QPainter, line: QRect, text: str, marks: Sequence[Span], px: int, token: str) -> None:
    """One line of text, elided at its end, with the marks in 600 and in the text colour."""
    shown = QFontMetrics(ui_font(px, bold=True)).elidedText(text, Qt.TextElideMode.ElideRight, line.width())
    layout = QTextLayout(shown, ui_font(px))
    positions = Positions(text)
    layout.setFormats([_bold(*positions.range(mark), px) for mark in marks])
    layout.beginLayout()
    laid = layout.createLine()
    layout.endLayout()
    painter.setPen(QColor(getattr(look.tokens, token)))
    layout.draw(painter, QPointF(line.left(), line.top() + (line.height() - laid.height()) / 2))


def _bold(start: int, end: int, px: int) -> QTextLayout.FormatRange:
    stretch = QTextLayout.FormatRange()
    stretch.start, stretch.length = start, end - start
    form = QTextCharFormat()
    form.setFontWeight(ui_font(px, bold=True).weight())
    form.setForeground(QColor(look.tokens.text))
    stretch.format = form
    return stretch
