"""The legend of a heat map: what the shades mean, and what stands on the diagonal."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from qdesk.analysis.figure import HeatMap
from qdesk.analysis.units import held_word
from qdesk.gui.charts.medium import Medium
from qdesk.gui.charts.ramp import STEPS, ramp_of
from qdesk.gui.charts.wording import draw_words, height_of_words
from qdesk.gui.look.tokens import Tokens

_SHADES = 7


def legend_words(heatmap: HeatMap, numbered: bool, owned: bool) -> str:
    """The legend's sentences; ``numbered`` and ``owned`` if cells and diagonal have room for numbers."""
    sentences = [_what(heatmap)]
    least = heatmap.least_written
    if numbered and least != 1:
        sentences.append(f"Cells under {_number(least, heatmap)} show no number.")
    if owned:
        sentences.append(f"On the diagonal: {held_word(heatmap.unit)}s with the code.")
    return " ".join(sentences)


def legend_size(medium: Medium, words: str) -> QSize:
    """Room that ``draw_legend`` needs."""
    below = height_of_words(words, medium.side, medium.legend_width)
    return QSize(medium.legend_width, _words_top(medium) + below)


def draw_legend(
    painter: QPainter, corner: QPoint, medium: Medium, heatmap: HeatMap, words: str, tokens: Tokens
) -> None:
    """Title, ramp with its numbers, sentences."""
    painter.setFont(medium.title)
    painter.setPen(QColor(tokens.text))
    title = QRect(corner, QSize(medium.legend_width, _title_height(medium)))
    painter.drawText(title, Qt.AlignmentFlag.AlignLeft, "c-coefficient" if heatmap.measure == "c" else "Count")
    shade = QRect(corner.x(), title.bottom() + 1 + medium.gap, _shade_width(medium), medium.ramp_height)
    colours = ramp_of(tokens).colours
    for one in range(_SHADES):
        painter.fillRect(shade.translated(one * shade.width(), 0), colours[one * (STEPS - 1) // (_SHADES - 1)])
    _draw_scale(painter, shade.bottomLeft(), medium, heatmap, tokens)
    below = corner + QPoint(0, _words_top(medium))
    draw_words(painter, below, words, medium.side, medium.legend_width, tokens.muted)


def _draw_scale(painter: QPainter, corner: QPoint, medium: Medium, heatmap: HeatMap, tokens: Tokens) -> None:
    """0, half and the largest under the ramp; half only where it is a number of the measure."""
    painter.setFont(medium.side)
    painter.setPen(QColor(tokens.muted))
    top = heatmap.top
    room = QRect(corner + QPoint(0, medium.gap // 2), QSize(_SHADES * _shade_width(medium), 2 * medium.ramp_height))
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft, "0")
    painter.drawText(room, Qt.AlignmentFlag.AlignRight, _number(top, heatmap))
    if heatmap.measure == "c" or top % 2 == 0:
        painter.drawText(room, Qt.AlignmentFlag.AlignHCenter, _number(top / 2, heatmap))


def _what(heatmap: HeatMap) -> str:
    unit = heatmap.unit
    if heatmap.measure == "c":
        if unit == "overlap":
            return "Share of the text under either code that is under both."
        return f"Share of the {unit}s with either code that hold both."
    return "Pairs of quotes that overlap." if unit == "overlap" else f"{unit.capitalize()}s that hold both codes."


def _number(value: float, heatmap: HeatMap) -> str:
    return f"{value:.2f}" if heatmap.measure == "c" else f"{value:,.0f}"


def _shade_width(medium: Medium) -> int:
    return medium.legend_width // 10


def _title_height(medium: Medium) -> int:
    return QFontMetrics(medium.title).height()


def _words_top(medium: Medium) -> int:
    scale = medium.gap // 2 + QFontMetrics(medium.side).height() + medium.gap
    return _title_height(medium) + medium.gap + medium.ramp_height + scale
