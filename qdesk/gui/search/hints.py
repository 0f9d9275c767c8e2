"""What stands where hits will stand: what can be typed, by example."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from qdesk.analysis.finding import How
from qdesk.gui.look.theme import look
from qdesk.gui.widgets.label import Label, Sentence
from qdesk.gui.widgets.link import Link

_SENTENCE: Final = "Type a word, and every place where it is said stands here in its sentence."

_EXAMPLES: Final[tuple[tuple[str, How, str], ...]] = (
    ("shared decision", "words", "words that stand one after the other; the last may go on"),
    ("trust | faith", "words", "one or the other"),
    ("trust", "forms", "Forms: trusted and trusting as well"),
    ("together", "letters", "Letters: also inside altogether"),
    (r"\d+ (years|months)", "pattern", "Pattern: a regular expression"),
)


class Hints(QWidget):
    """A sentence and examples. ``tried`` gives the text of the one that was chosen and how it matches."""

    tried = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search_hints")
        self.setAccessibleName(_SENTENCE)
        sentence = Sentence(_SENTENCE, token="muted")
        sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sentence.say(_SENTENCE)
        self._grid = QGridLayout()
        for row, (text, how, means) in enumerate(_EXAMPLES):
            link = Link(text)
            link.setObjectName(f"example_{row}")
            link.setAccessibleName(f"Search for {text}: {means}")
            link.clicked.connect(lambda _checked=False, text=text, how=how: self.tried.emit(text, how))
            self._grid.addWidget(link, row, 0, Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(Label(means, 13, token="muted"), row, 1)
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)
        self._column.addWidget(sentence)
        centred = QWidget()
        centred.setLayout(self._grid)
        self._column.addWidget(centred, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(3)
        look.changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        margin = look.px(16)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(look.px(16))
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(16))
        self._grid.setVerticalSpacing(look.px(8))
