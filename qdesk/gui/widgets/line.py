"""A short upright hairline between groups of tools."""

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from qdesk.gui.look.theme import look


class Line(QWidget):
    """1 px wide, 20 high, with 8 px of room at either side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("line")
        look.changed.connect(self._resize)
        self._resize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """One logical pixel in the border colour."""
        QPainter(self).fillRect(self.width() // 2, 0, 1, self.height(), QColor(look.tokens.border))

    def _resize(self) -> None:
        self.setFixedSize(look.px(17), look.px(20))
