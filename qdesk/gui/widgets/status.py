"""The status bar: what the project holds, what was just done, what is selected."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QStatusBar, QWidget

from qdesk.gui.look.theme import look
from qdesk.gui.widgets.label import Label
from qdesk.gui.widgets.link import Link

_STANDS_MS = 20_000
"""How long a sentence stands: long enough to be read, too short to be taken for the present."""

_OWN = 3
"""Logical pixels that QStatusBar itself leaves at its left end."""


class StatusBar(QStatusBar):
    """24 px: facts and the told sentence at the left, the selection at the right. ``undo_asked``: Undo was chosen."""

    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_bar")
        self.setAccessibleName("Status")
        self.setSizeGripEnabled(False)
        self._facts = Label("", 11, token="muted")
        self._told = Label("", 11, token="text2")
        self._undo = Link("Undo", 11)
        self._undo.clicked.connect(self.undo_asked)
        self._fade = QTimer(self, singleShot=True, interval=_STANDS_MS)
        self._fade.timeout.connect(lambda: self.tell(""))
        self._selection = Label("", 11, token="muted")
        left, self._left = _row(self._facts, self._told, self._undo)
        self.addWidget(left)
        right, self._right = _row(self._selection)
        self.addPermanentWidget(right)
        look.changed.connect(self._resize)
        self._resize()
        self.tell("")

    def set_facts(self, facts: str) -> None:
        """What the project holds: "Saved    22 interviews · 406 quotes · 20 codes in 5 themes"."""
        self._facts.setText(facts)

    def set_selection(self, selection: str) -> None:
        """What is selected: "15 words selected · Teacher 7 · ¶ 13"."""
        self._selection.setText(selection)

    def tell(self, sentence: str, undo: bool = False) -> None:
        """Say what was done, with Undo beside it if asked; it stands for a while or until the next. "" clears it."""
        self._fade.start() if sentence else self._fade.stop()
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))
        self._undo.setVisible(undo)
        if sentence and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _resize(self) -> None:
        self.setFixedHeight(look.px(24))
        self._left.setContentsMargins(look.px(16) - _OWN, 0, 0, 0)
        self._left.setSpacing(look.px(16))
        self._right.setContentsMargins(0, 0, look.px(16), 0)


def _row(*parts: QWidget) -> tuple[QWidget, QHBoxLayout]:
    row = QWidget()
    layout = QHBoxLayout(row)
    for part in parts:
        layout.addWidget(part)
    return row, layout
