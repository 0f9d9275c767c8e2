"""A dialog of two parts: what is chosen at the left, what comes of it beside it, facts and buttons at the foot."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qdesk.gui.look.theme import look
from qdesk.gui.widgets.dialog import Dialog
from qdesk.gui.widgets.label import Label, Sentence

_MARGIN = 48
"""Pixels of the screen that the dialog leaves free."""


class Plane(QWidget):
    """A part of a window filled with one colour of the look; ``token`` names it."""

    def __init__(self, token: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._token = token
        self.setAutoFillBackground(True)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(getattr(look.tokens, self._token)))
        self.setPalette(palette)


class Heading(QWidget):
    """A heading within a column of choices, with room above it and perhaps an act at its right end."""

    def __init__(self, text: str, act: QWidget | None = None) -> None:
        super().__init__()
        self._label = Label(text, 13, bold=True)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label, 1)
        if act is not None:
            self._row.addWidget(act)
        look.changed.connect(self._resize)
        self._resize()

    def say(self, text: str) -> None:
        """Change the words."""
        self._label.setText(text)

    def _resize(self) -> None:
        self._row.setContentsMargins(0, look.px(14), 0, look.px(4))


class WideDialog(Dialog):
    """``side`` is the column under the title, ``main`` the room beside it; ``facts`` stands at the foot's left end."""

    def __init__(self, parent: QWidget | None, title: str, side_width: int, size: QSize, main: str = "sunken") -> None:
        """``side_width`` and ``size`` are LOOK sizes; ``main`` names the colour of the room beside the side."""
        super().__init__(parent, title)
        self._side_width, self._wanted = side_width, size
        self._column.removeWidget(self._title)
        self.side_panel = QWidget()
        self.side = QVBoxLayout(self.side_panel)
        self._head = QVBoxLayout()
        self._head.addWidget(self._title)
        self.side.addLayout(self._head)
        self._line = Plane("border")
        self.main = Plane(main)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.side_panel)
        row.addWidget(self._line)
        row.addWidget(self.main, 1)
        self.body.addLayout(row, 1)
        self.facts, self._wrong = Sentence("", 11, "muted"), Sentence("", 11, "danger")
        self.facts.setObjectName("dialog_facts")
        self._wrong.setObjectName("dialog_failure")
        for place, words in enumerate((self.facts, self._wrong)):
            self._buttons.insertWidget(place, words, 100, Qt.AlignmentFlag.AlignVCenter)
        look.changed.connect(self._widen)
        self._widen()

    def tell(self, facts: str, wrong: bool = False) -> None:
        """Say facts at the foot, or in danger text what went wrong."""
        (self._wrong if wrong else self.facts).say(facts)
        self._wrong.setVisible(wrong)
        self.facts.setHidden(wrong)

    def _widen(self) -> None:
        margin = look.px(24)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.body.setContentsMargins(0, 0, 0, 0)
        self._head.setContentsMargins(margin, look.px(20), margin, look.px(16))
        self.side.setContentsMargins(0, 0, 0, look.px(16))
        self.side.setSpacing(0)
        self.side_panel.setFixedWidth(look.px(self._side_width))
        self._line.setFixedWidth(1)
        screen = self.screen().availableSize() - QSize(_MARGIN, _MARGIN)
        self.resize(QSize(look.px(self._wanted.width()), look.px(self._wanted.height())).boundedTo(screen))
