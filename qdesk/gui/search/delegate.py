"""How rows of the search are painted: a check mark, who says it where, and the hit among the words round it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qdesk.errors import QDeskError
from qdesk.gui.look.fonts import number_font, ui_font
from qdesk.gui.look.theme import look
from qdesk.gui.search.hits import Heading, HitsModel, Index
from qdesk.gui.search.marks import paint_mark
from qdesk.gui.search.pages import Pages
from qdesk.gui.search.shaping import Lines
from qdesk.store.search import Hit

ROW, SIDE, MARK, GAP = 32, 24, 16, 12
"""LOOK's px: a row, its sides, the check mark, and between two parts."""

_FACTS, _FEW_FACTS, _NARROW = 120, 56, 640
"""LOOK's px of the citations; in a list narrower than the last one, only paragraph numbers."""

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class HitDelegate(QStyledItemDelegate):
    """Rows of one height."""

    def __init__(self, pages: Pages, parent: QObject) -> None:
        super().__init__(parent)
        self.lines = Lines(pages)
        look.changed.connect(self.lines.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as Arabic letters need."""
        return QSize(look.px(200), look.px(ROW))

    @staticmethod
    def mark_rect(row: QRect) -> QRect:
        """The check mark of a row."""
        side = look.px(MARK)
        return QRect(row.left() + look.px(SIDE), row.top() + (row.height() - side) // 2, side, side)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row from the tokens in force."""
        model: HitsModel = index.model()
        row, area = model.rows[index.row()], QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, isinstance(row, Heading))
        paint_mark(painter, option, self.mark_rect(area), model.state(row))
        area.setLeft(self.mark_rect(area).right() + 1 + look.px(GAP))
        area.setRight(area.right() - look.px(SIDE))
        if isinstance(row, Heading):
            _paint_heading(painter, area, row)
        else:
            self._paint_hit(painter, option, area, row)
        self._paint_focus(painter, option)
        painter.restore()

    @staticmethod
    def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, is_heading: bool) -> None:
        tokens, row = look.tokens, option.rect
        ground = tokens.background if is_heading else tokens.surface
        if option.state & QStyle.StateFlag.State_Selected:
            ground = tokens.selected
        elif option.state & QStyle.StateFlag.State_MouseOver:
            ground = tokens.hover
        painter.fillRect(row, QColor(ground))
        painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), QColor(tokens.hairline))

    def _paint_hit(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, hit: Hit) -> None:
        narrow = option.rect.width() < look.px(_NARROW)
        facts = QRect(area)
        facts.setWidth(look.px(_FEW_FACTS if narrow else _FACTS))
        words = area.adjusted(facts.width() + look.px(GAP), 0, 0, 0)
        try:
            line = self.lines.line(hit, words.width())
        except QDeskError:  # deleted in another window this moment; the list is about to be read again
            return
        around = line.around
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setFont(number_font(11))
        painter.setPen(QColor(look.tokens.text2 if selected else look.tokens.muted))
        cited = f"¶ {around.number}" if narrow else around.short
        painter.drawText(facts, _LEFT, painter.fontMetrics().elidedText(cited, _MIDDLE, facts.width()))
        line.draw(painter, QRectF(words), QColor(look.tokens.said if around.is_asked else look.tokens.text))

    @staticmethod
    def _paint_focus(painter: QPainter, option: QStyleOptionViewItem) -> None:
        focus = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange
        if option.state & focus == focus:
            painter.setPen(QPen(QColor(look.tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(option.rect.adjusted(3, 2, -3, -3), look.px(4), look.px(4))


_MIDDLE = Qt.TextElideMode.ElideMiddle


def _paint_heading(painter: QPainter, area: QRect, heading: Heading) -> None:
    tokens = look.tokens
    count = f"{heading.hits:,}"
    painter.setFont(number_font(11))
    painter.setPen(QColor(tokens.muted))
    painter.drawText(area, _RIGHT, count)
    area.setRight(area.right() - painter.fontMetrics().horizontalAdvance(count) - look.px(GAP))
    font = ui_font(13, bold=True)
    painter.setFont(font)
    painter.setPen(QColor(tokens.text))
    painter.drawText(
        area, _LEFT, QFontMetrics(font).elidedText(heading.name, Qt.TextElideMode.ElideRight, area.width())
    )
