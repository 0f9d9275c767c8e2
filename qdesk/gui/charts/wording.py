"""Small print in several lines: lines of 16 on type of 11, in any medium."""

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption


def height_of_words(text: str, font: QFont, width: int) -> int:
    """Height of the words when they wrap at a width."""
    return _shaped(text, font, width).lineCount() * _line(font)


def draw_words(painter: QPainter, corner: QPoint, text: str, font: QFont, width: int, colour: str) -> None:
    """Draw the words from their top left corner."""
    painter.setPen(QColor(colour))
    _shaped(text, font, width).draw(painter, QPointF(corner))


def _shaped(text: str, font: QFont, width: int) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top + (_line(font) - line.height()) / 2))
        top += _line(font)
    layout.endLayout()
    return layout


def _line(font: QFont) -> int:
    return round(font.pixelSize() * 16 / 11)
