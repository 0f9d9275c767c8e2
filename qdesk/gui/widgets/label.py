"""Text in a size and a colour of the look."""

from html import escape

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
        self.setForegroundRole(QPalette.ColorRole.WindowText)  # not the one that the parent's background asks for
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFont(ui_font(self._size, self._bold))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(getattr(look.tokens, self._token)))
        self.setPalette(palette)


class Sentence(Label):
    """Words that wrap, on lines of 20 px (11 px: 16). ``say`` takes plain text; nothing in it is read as HTML."""

    def __init__(self, text: str = "", size: int = 13, token: str = "text2", parent: QWidget | None = None) -> None:
        self.words = text
        super().__init__("", size, token=token, parent=parent)
        self.setWordWrap(True)

    def say(self, text: str) -> None:
        """Change the words."""
        self.words = text
        self._dress()

    def _dress(self) -> None:
        super()._dress()
        line = look.px(20 if self._size > 11 else 16)
        self.setAccessibleName(self.words)
        self.setText(f'<p style="margin: 0; line-height: {line}px">{escape(self.words)}</p>')
