"""How a step is drawn: its dot on the day's line, the label, the reason, the time; struck if it is not in force."""

from __future__ import annotations

from collections.abc import Set

from PySide6.QtCore import QObject, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qdesk.gui.history.lines import Day, Entry, Line
from qdesk.gui.history.model import detail, label
from qdesk.gui.history.reasons import reason_lines
from qdesk.gui.look.fonts import number_font, ui_font
from qdesk.gui.look.theme import look
from qdesk.gui.widgets.listmodel import Index

_DAY, _PADDING, _LABEL, _DETAIL, _SIDE, _DOT, _TEXT = 32, 6, 20, 16, 16, 20, 40
"""LOOK's px: a day's row, above and below a step, its label, a line of its reason, the right side, the dot's middle,
the text's left."""


class StepDelegate(QStyledItemDelegate):
    """``undoing`` and ``redoing`` are the step ids of the journey pointed at: drawn as they would be after it.

    ``width`` is that of a row in pixels as last laid out: it decides how many lines a reason takes.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.undoing: Set[int] = frozenset()
        self.redoing: Set[int] = frozenset()
        self.width = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """32 px, and 16 for each line of the reason; the width is the view's."""
        entry = index.model().row(index)
        if isinstance(entry, Day):
            return QSize(0, look.px(_DAY))
        return QSize(0, 2 * look.px(_PADDING) + look.px(_LABEL) + len(self._reason(entry)) * look.px(_DETAIL))

    def _reason(self, entry: Entry) -> tuple[str, ...]:
        width = max(look.px(80), self.width - look.px(_TEXT) - look.px(_SIDE))
        return reason_lines(detail(entry), width, look.scale, look.ui_family)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row from the tokens in force."""
        entry: Entry = index.model().row(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(entry, Day):
            painter.setFont(ui_font(11, bold=True))
            painter.setPen(QColor(look.tokens.text2))
            painter.drawText(option.rect.adjusted(look.px(_SIDE), look.px(8), 0, 0), _LEFT, entry.title)
        else:
            self._paint_step(painter, option, entry)
        painter.restore()

    def _paint_step(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
        tokens, row = look.tokens, option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        fill = QColor(tokens.selected if selected else tokens.hover if hovered else tokens.surface)
        painter.fillRect(row, fill)
        self._paint_dot(painter, row, entry, fill)
        line = QRect(row.left() + look.px(_TEXT), row.top() + look.px(_PADDING), 0, look.px(_LABEL))
        line.setRight(row.right() - look.px(_SIDE))
        facts = QColor(tokens.text2 if selected else tokens.muted)
        if isinstance(entry, Line):
            painter.setFont(number_font(11))
            painter.setPen(facts)
            painter.drawText(line, _RIGHT, entry.clock)
        full = line.width()
        line.setWidth(full - look.px(40))
        self._paint_label(painter, line, entry)
        painter.setFont(ui_font(11))
        painter.setPen(facts)
        for words in self._reason(entry):
            line = QRect(line.left(), line.bottom() + 1, full, look.px(_DETAIL))
            painter.drawText(line, _LEFT, words)

    def _in_force(self, entry: Entry) -> bool:
        """Whether the step is done, after the journey pointed at."""
        if not isinstance(entry, Line):
            return True
        step = entry.step
        return step.id in self.redoing or (step.state == "done" and step.id not in self.undoing)

    def _paint_label(self, painter: QPainter, line: QRect, entry: Entry) -> None:
        done = self._in_force(entry)
        font = QFont(ui_font(13))
        font.setStrikeOut(not done)
        painter.setFont(font)
        painter.setPen(QColor(look.tokens.text if done else look.tokens.muted))
        painter.drawText(line, _LEFT, _elided(painter, label(entry), line.width()))

    def _paint_dot(self, painter: QPainter, row: QRect, entry: Entry, fill: QColor) -> None:
        tokens = look.tokens
        centre = QPointF(row.left() + look.px(_DOT), row.top() + look.px(_PADDING) + look.px(_LABEL) / 2)
        if isinstance(entry, Line):
            top = centre.y() if entry.first else row.top()
            bottom = centre.y() if entry.last else row.bottom() + 1
            painter.setPen(QPen(QColor(tokens.border), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawLine(QPointF(centre.x(), top), QPointF(centre.x(), bottom))
        colour = QColor(tokens.accent if self._in_force(entry) else tokens.border)
        painter.setPen(QPen(fill, 2))
        painter.setBrush(colour)
        painter.drawEllipse(centre, look.px(5), look.px(5))


_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def _elided(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
