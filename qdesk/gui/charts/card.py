"""The card that tells the pointed cell in a sentence, and where it may stand: never over cells or names."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from qdesk.analysis.figure import HeatMap
from qdesk.analysis.reading import Reading
from qdesk.gui.charts.heatmap import draw_swatch
from qdesk.gui.charts.layout import Layout
from qdesk.gui.charts.medium import Medium
from qdesk.gui.charts.wording import draw_words, height_of_words
from qdesk.gui.look.fonts import ui_font
from qdesk.gui.look.theme import look
from qdesk.gui.look.tokens import Tokens

_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_SHADOW = ((13, 2), (10, 3), (7, 3), (4, 3), (1, 6))
"""Rings of a soft shadow: pixels beyond the card, opacity of 255."""


def card_size(medium: Medium, reading: Reading, names: list[str]) -> QSize:
    """Width 336 and as high as the words need."""
    width = look.px(336)
    inner = width - 2 * medium.pad
    lines = _title_lines(medium, names, inner) + 1
    high = 2 * medium.pad + lines * _line() + medium.gap // 2
    if reading.detail:
        high += height_of_words(reading.detail, medium.side, inner)
    return QSize(width, high)


def place_card(layout: Layout, size: QSize, i: int, j: int) -> QRect:
    """Right of the longest name in its rows, else top right, else beside the cell where the chart fills everything."""
    medium, area, legend = layout.medium, layout.area, layout.legend
    cell = layout.cell_rect(i, j)
    lowest = area.height() - medium.pad - size.height()
    top = max(medium.pad, min(cell.center().y() - size.height() // 2, lowest))
    reach = max((layout.right_of(one) for one in layout.rows_between(top, top + size.height())), default=0)
    near, far = reach + 3 * medium.gap, area.width() - medium.edge - size.width()
    beside = [QPoint(max(near, (near + far) // 2), top), QPoint(near, top), QPoint(far, legend.bottom() + medium.pad)]
    for corner in beside:
        card = QRect(corner, size)
        if layout.clear(card) and not card.intersects(legend):
            return card
    top_right = QRect(QPoint(far, medium.pad), size)
    return top_right if layout.clear(top_right) else _at_cell(layout, size, cell)


def _at_cell(layout: Layout, size: QSize, cell: QRect) -> QRect:
    """Right of and below the cell, or on its other sides where that would leave the area."""
    gap, area = layout.medium.gap, layout.area
    x, y = cell.right() + 2 * gap, cell.bottom() + 2 * gap
    if x + size.width() > area.width() - gap:
        x = max(gap, cell.left() - 2 * gap - size.width())
    if y + size.height() > area.height() - gap:
        y = max(gap, cell.top() - 2 * gap - size.height())
    return QRect(QPoint(x, y), size)


def draw_card(
    painter: QPainter,
    card: QRect,
    medium: Medium,
    heatmap: HeatMap,
    reading: Reading,
    pair: tuple[int, ...],
    tokens: Tokens,
) -> None:
    """Both codes with their swatches, the count and c, the shares."""
    _draw_box(painter, card, tokens)
    inner = card.adjusted(medium.pad, medium.pad, -medium.pad, -medium.pad)
    y = _draw_title(painter, inner, medium, heatmap, pair, tokens)
    line = QRect(inner.left(), y + medium.gap // 2, inner.width(), _line())
    amount = reading.amount + (", " if reading.c else "")
    painter.setPen(QColor(tokens.text))
    painter.setFont(medium.name)
    painter.drawText(line, _MIDDLE, amount)
    line.setLeft(line.left() + QFontMetrics(medium.name).horizontalAdvance(amount))
    painter.setFont(ui_font(13, bold=True))
    painter.drawText(line, _MIDDLE, reading.c)
    below = QPoint(inner.left(), line.bottom() + 1)
    draw_words(painter, below, reading.detail, medium.side, inner.width(), tokens.muted)


def _draw_box(painter: QPainter, card: QRect, tokens: Tokens) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = look.px(8)
    painter.setPen(Qt.PenStyle.NoPen)
    for beyond, opacity in _SHADOW:
        painter.setBrush(QColor(0, 0, 0, opacity * (4 if tokens.dark else 1)))
        rim = card.adjusted(-beyond, 4 - beyond, beyond, 4 + beyond)
        painter.drawRoundedRect(rim, radius + beyond, radius + beyond)
    painter.setPen(QPen(QColor(tokens.border), 1))
    painter.setBrush(QColor(tokens.surface))
    painter.drawRoundedRect(card.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _draw_title(
    painter: QPainter, inner: QRect, medium: Medium, heatmap: HeatMap, pair: tuple[int, ...], tokens: Tokens
) -> int:
    """Draw the codes on one line, or on two where they are long; returns the lower end."""
    bold = ui_font(13, bold=True)
    two_lines = _title_lines(medium, [heatmap.names[one] for one in pair], inner.width()) == 2
    x, y = inner.left(), inner.top()
    for which, one in enumerate(pair):
        swatch = QRect(x, y + (_line() - medium.swatch) // 2, medium.swatch, medium.swatch)
        draw_swatch(painter, swatch, heatmap.colours[one])
        x = swatch.right() + 1 + medium.gap
        room = inner.right() - x - (_with_width(medium) if which == 0 else 0)
        name = QFontMetrics(bold).elidedText(heatmap.names[one], Qt.TextElideMode.ElideRight, room)
        x = _write(painter, name, bold, tokens.text, QPoint(x, y))
        if which == 0 and len(pair) == 2:
            x = _write(painter, "with", medium.name, tokens.text2, QPoint(x + medium.gap, y)) + medium.gap
        if which == 0 and two_lines:
            x, y = inner.left(), y + _line()
    return y + _line()


def _write(painter: QPainter, text: str, font: QFont, colour: str, place: QPoint) -> int:
    """Write on a line from ``place`` and return where the text ends."""
    width = QFontMetrics(font).horizontalAdvance(text)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(QRect(place, QSize(width + 1, _line())), _MIDDLE, text)
    return place.x() + width


def _title_lines(medium: Medium, names: list[str], room: int) -> int:
    bold = QFontMetrics(ui_font(13, bold=True))
    one_line = sum(bold.horizontalAdvance(name) + medium.swatch + medium.gap for name in names) + _with_width(medium)
    return 2 if len(names) == 2 and one_line > room else 1


def _with_width(medium: Medium) -> int:
    return QFontMetrics(medium.name).horizontalAdvance("with") + 2 * medium.gap


def _line() -> int:
    return look.px(22)
