"""Paints a heat map. The same function serves the screen, SVG, PNG and Word."""

import numpy as np
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter

from qdesk.analysis.figure import HeatMap
from qdesk.gui.charts.layout import Layout, heavy
from qdesk.gui.charts.legend import draw_legend
from qdesk.gui.charts.numbers import number_in_cell
from qdesk.gui.charts.ramp import ramp_of
from qdesk.gui.look.tokens import Tokens

_NAME = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_SIDE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def draw(painter: QPainter, layout: Layout, heatmap: HeatMap, tokens: Tokens) -> None:
    """Paint the whole of ``layout.area``: surface, cells, numbers, names, legend."""
    painter.save()
    area = QRect(0, 0, layout.area.width(), layout.area.height())
    painter.fillRect(area, QColor(tokens.surface))
    if layout.scroll.x():
        painter.setClipRect(area.adjusted(layout.left, 0, 0, 0))
    if layout.cell < layout.medium.least_square and not layout.numbered:
        _draw_image(painter, layout, heatmap, tokens)
    else:
        _draw_squares(painter, layout, heatmap, tokens)
    if layout.cell >= 10 * layout.medium.hairline:
        _draw_own(painter, layout, heatmap, tokens)
    draw_legend(painter, layout.legend.topLeft(), layout.medium, heatmap, layout.legend_words, tokens)
    if layout.named:
        for i in layout.rows_seen():
            draw_side_name(painter, layout, heatmap, tokens, i)
        painter.setClipping(False)
        for i in layout.rows_seen():
            draw_name(painter, layout, heatmap, tokens, i)
    painter.restore()


def draw_name(painter: QPainter, layout: Layout, heatmap: HeatMap, tokens: Tokens, i: int, bold: bool = False) -> None:
    """The name at the left with its swatch; ``bold`` is the row or column pointed at."""
    font = heavy(layout.name_font) if bold else layout.name_font
    painter.setFont(font)
    painter.setPen(QColor(tokens.text if bold else tokens.text2))
    rect = layout.name_rect(i)
    name = layout.names[i]
    if bold:
        name = QFontMetrics(font).elidedText(heatmap.names[i], Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, _NAME, name)
    draw_swatch(painter, layout.swatch_rect(i), heatmap.colours[i])


def draw_side_name(
    painter: QPainter, layout: Layout, heatmap: HeatMap, tokens: Tokens, i: int, bold: bool = False
) -> None:
    """The name right of the diagonal."""
    painter.setFont(heavy(layout.side_font) if bold else layout.side_font)
    painter.setPen(QColor(tokens.text if bold else tokens.text2))
    painter.drawText(layout.side_rect(i), _SIDE, heatmap.names[i])


def draw_swatch(painter: QPainter, rect: QRect, colour: str) -> None:
    """The square of a code: corners rounded by a quarter of its side."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(rect, rect.width() / 4, rect.width() / 4)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _draw_squares(painter: QPainter, layout: Layout, heatmap: HeatMap, tokens: Tokens) -> None:
    ramp = ramp_of(tokens)
    rows, columns = layout.rows_seen(), layout.columns_seen()
    first = layout.cell_rect(rows.start, columns.start)
    steps = ramp.steps(heatmap.values[rows.start : rows.stop, columns.start : columns.stop], heatmap.top).tolist()
    painter.setFont(layout.medium.digit)
    for i in rows:
        y = first.top() + (i - rows.start) * layout.cell
        for j in range(columns.start, min(i, columns.stop)):
            x = first.left() + (j - columns.start) * layout.cell
            step = steps[i - rows.start][j - columns.start]
            painter.fillRect(x, y, first.width(), first.height(), ramp.colours[step])
            if layout.numbered and (number := number_in_cell(heatmap.values[i, j], heatmap)):
                painter.setPen(ramp.inks[step])
                painter.drawText(x, y, first.width(), first.height(), Qt.AlignmentFlag.AlignCenter, number)


def _draw_own(painter: QPainter, layout: Layout, heatmap: HeatMap, tokens: Tokens) -> None:
    """The diagonal: a framed square with the code's own n."""
    line = layout.medium.hairline
    painter.setFont(layout.medium.digit)
    for i in layout.rows_seen():
        rect = layout.cell_rect(i, i)
        painter.fillRect(rect, QColor(tokens.border))
        painter.fillRect(rect.adjusted(line, line, -line, -line), QColor(tokens.surface))
        if layout.owned:
            painter.setPen(QColor(tokens.muted))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(heatmap.n[i]))


def _draw_image(painter: QPainter, layout: Layout, heatmap: HeatMap, tokens: Tokens) -> None:
    """The triangle as k x k pixels, stretched; the diagonal in the border colour."""
    ramp = ramp_of(tokens)
    k = layout.k
    pixels = ramp.argb[ramp.steps(heatmap.values, heatmap.top)]
    pixels[np.diag_indices(k)] = QColor(tokens.border).rgb()
    pixels[np.triu_indices(k, 1)] = 0
    image = QImage(pixels.tobytes(), k, k, 4 * k, QImage.Format.Format_ARGB32)
    corner = layout.cell_rect(0, 0).topLeft()
    painter.drawImage(QRect(corner, QSize(k * layout.cell, k * layout.cell)), image)
    if layout.seam:
        _draw_seams(painter, layout, tokens)


def _draw_seams(painter: QPainter, layout: Layout, tokens: Tokens) -> None:
    corner = layout.cell_rect(0, 0).topLeft()
    whole = layout.k * layout.cell
    surface = QColor(tokens.surface)
    for i in range(1, layout.k + 1):
        painter.fillRect(corner.x(), corner.y() + i * layout.cell - layout.seam, whole, layout.seam, surface)
        painter.fillRect(corner.x() + i * layout.cell - layout.seam, corner.y(), layout.seam, whole, surface)
