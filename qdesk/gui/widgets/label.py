"""Text in a size and a colour of the look."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from qdesk.gui.look.fonts import ui_font
from qdesk.gui.look.theme import look


class Label(QLabel):
    """A label that follows the look. ``size`` is a LOOK size, ``token`` the name of a colour of the look."""

    def __init__(
        self, text: str = "", size: int = 13, bold: bool = False, token: str = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._size, self._bold, self._token = size, bold, token
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFont(ui_font(self._size, self._bold))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(getattr(look.tokens, self._token)))
        self.setPalette(palette)
