"""The words of the card: a question with its time behind it, and a reason that scrolls if it is very long."""

from __future__ import annotations

import re
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from qdesk.gui.look.theme import look
from qdesk.gui.widgets.label import Label, Sentence

_REASON = 200
"""LOOK's px: the height above which a reason scrolls; ten lines."""

_LONG_WORD = re.compile(r"(\S{12})(?=\S)")


class Question(Label):
    """A question in bold, with a time behind it in muted type."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.words, self._when = "", ""
        super().__init__("", 15, bold=True, parent=parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)

    def say(self, words: str, when: str) -> None:
        """Ask another question; ``when`` may be ""."""
        self.words, self._when = words, when
        self._dress()

    def _dress(self) -> None:
        super()._dress()
        style = f"color: {look.tokens.muted}; font-size: {look.px(13)}px; font-weight: 400"
        time = f' <span style="{style}">{escape(self._when)}</span>' if self._when else ""
        self.setAccessibleName(" ".join(part for part in (self.words, self._when) if part))
        self.setText(escape(breakable(self.words)) + time)


class Reason(QScrollArea):
    """A reason on as many lines as it needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("journey_reason")
        self.setAccessibleName("Why the step was done")
        self.words = Sentence(token="text")
        self.setWidget(self.words)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.words.setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, reason: str) -> None:
        """Give another reason; nothing is seen of an empty one."""
        self.words.say(breakable(reason))
        self.verticalScrollBar().setValue(0)
        self.setVisible(bool(reason))
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """The height of the words in pixels, ten lines at most."""
        return min(self.words.heightForWidth(width), look.px(_REASON))


def breakable(text: str) -> str:
    """The same words, with places to break in very long ones: a label breaks between words only."""
    return _LONG_WORD.sub("\\1\u200b", text)
