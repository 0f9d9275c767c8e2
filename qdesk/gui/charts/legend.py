"""The legend of a heat map: what the shades mean, and what stands on the diagonal."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from qdesk.analysis.figure import HeatMap
from qdesk.analysis.units import held_word
from qdesk.gui.charts.medium import Medium
from qdesk.gui.charts.ramp import STEPS, ramp_of
from qdesk.gui.look.tokens import Tokens

_SHADES = 7
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


def legend_words(heatmap: HeatMap) -> str:
    """The legend's sentences."""
    unit = heatmap.unit
    if unit == "overlap":
        held = "quotes with the code"
        what = "Share of the text under either code that is under both." if heatmap.measure == "c" else (
            "Pairs of quotes that overlap.")  # fmt: skip
    else:
        held = f"{held_word(unit)}s with the code"
        what = f"Share of the {unit}s with either code that hold both." if heatmap.measure == "c" else (
            f"{unit.capitalize()}s that hold both codes.")  # fmt: skip
    least = heatmap.least_written
    unwritten = f" Cells under {_number(least, heatmap)} show no number." if least != 1 else ""
    return f"{what}{unwritten} On the diagonal: {held}."


def legend_size(medium: Medium, heatmap: HeatMap) -> QSize:
    """Room that ``draw_legend`` needs."""
    words = QFontMetrics(medium.side).boundingRect(
        QRect(0, 0, medium.legend_width, 10**6), _WRAPPED, legend_words(heatmap)
    )
    return QSize(medium.legend_width, _ramp_bottom(medium) + 2 * _line(medium) + words.height())


def draw_legend(painter: QPainter, rect: QRect, medium: Medium, heatmap: HeatMap, tokens: Tokens) -> None:
    """Title, ramp with its numbers, sentences."""
    painter.setFont(medium.title)
    painter.setPen(QColor(tokens.text))
    painter.drawText(rect, _WRAPPED, "c-coefficient" if heatmap.measure == "c" else "Count")
    width = medium.legend_width * 7 // 10 // _SHADES
    top = rect.top() + _ramp_bottom(medium) - medium.ramp_height
    for shade in range(_SHADES):
        colour = ramp_of(tokens).colours[shade * (STEPS - 1) // (_SHADES - 1)]
        painter.fillRect(rect.left() + shade * width, top, width, medium.ramp_height, colour)
    painter.setFont(medium.side)
    painter.setPen(QColor(tokens.muted))
    numbers = QRect(rect.left(), top + medium.ramp_height + medium.gap // 4, _SHADES * width, _line(medium))
    centre, left, right = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    for part, side in ((0.0, left), (0.5, centre), (1.0, right)):
        painter.drawText(numbers, side, _number(part * heatmap.top, heatmap))
    words = rect.adjusted(0, numbers.bottom() + medium.gap - rect.top(), 0, 0)
    painter.drawText(words, _WRAPPED, legend_words(heatmap))


def _number(value: float, heatmap: HeatMap) -> str:
    if not value:
        return "0"
    return f"{value:.2f}" if heatmap.measure == "c" else f"{value:,.0f}"


def _line(medium: Medium) -> int:
    return QFontMetrics(medium.side).lineSpacing() + 1


def _ramp_bottom(medium: Medium) -> int:
    return QFontMetrics(medium.title).lineSpacing() + medium.gap + medium.ramp_height
