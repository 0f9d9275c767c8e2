"""A button that reads like a link: an act in the accent colour, underlined under the pointer."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from qdesk.gui.look.fonts import ui_font
from qdesk.gui.look.theme import look


class Link(QPushButton):
    """``size`` is a LOOK size."""

    def __init__(self, text: str = "", size: int = 13, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._size = size
        self.setObjectName("link")
        self.setProperty("part", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFont(ui_font(self._size))
