"""What stands where nothing stands yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qdesk.gui.look.theme import look
from qdesk.gui.widgets.label import Sentence
from qdesk.gui.widgets.link import Link


class EmptyState(QWidget):
    """One sentence of what will stand here, and at most one act below it. ``acted``: it was chosen."""

    acted = Signal()

    def __init__(self, sentence: str, act: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("empty_state")
        self._sentence = Sentence(token="muted")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._link = Link()
        self._link.clicked.connect(self.acted)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addWidget(self._sentence)
        self._column.addWidget(self._link, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        look.changed.connect(self._resize)
        self._resize()
        self.say(sentence, act)

    def say(self, sentence: str, act: str = "") -> None:
        """Change the sentence and the act; without an act no link is shown."""
        self._sentence.say(sentence)
        self._link.setText(act)
        self._link.setVisible(bool(act))
        self.setAccessibleName(sentence)

    def _resize(self) -> None:
        margin = look.px(16)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(look.px(8))
