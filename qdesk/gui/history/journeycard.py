"""The foot of the History panel: why a step was done, and what going there undoes, before it is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qdesk.gui.history.lines import Journey
from qdesk.gui.history.words import Question, Reason
from qdesk.gui.look.theme import look
from qdesk.gui.widgets.label import Label

_SIDE, _NARROW = 16, 160
"""LOOK's px: around the card, and the width to which it can shrink."""


class JourneyCard(QWidget):
    """The reason of the step chosen; a question, one sentence, a plain count of effects, and the one button."""

    agreed = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("journey_card")
        self.reason = Reason()
        self._asking = QWidget()
        self._question = Question()
        self._sentence = Label("", 13, token="text2")
        self._sentence.setWordWrap(True)
        self._effects = QGridLayout()
        self._effects.setColumnStretch(1, 1)
        self.go = QPushButton()
        self.go.setObjectName("journey_go")
        self.go.setProperty("primary", True)
        self.go.clicked.connect(self.agreed)
        self._cancel = QPushButton("Cancel")
        self._cancel.setObjectName("journey_cancel")
        self._cancel.clicked.connect(self.cancelled)
        self._lay_out()
        look.changed.connect(self._measure)
        self._measure()

    def give_reason(self, reason: str) -> None:
        """Show a reason; "" takes it away."""
        self.reason.say(reason)

    def ask(self, journey: Journey | None, effects: Sequence[tuple[int, str]]) -> None:
        """Ask about a journey, or nothing; ``effects`` are counts and phrases."""
        self._asking.setVisible(journey is not None)
        if journey is None:
            self.setAccessibleName(self.reason.words.words)
            return
        number = len(journey.steps)
        steps = "1 step" if number == 1 else f"{number:,} steps"
        if journey.way == "undo":
            self._question.say(f"Go back to {_place(journey)}?", journey.when)
            keeps = "redo brings it back" if number == 1 else "redo brings them back"
            self._sentence.setText(f"This undoes {steps}. Nothing is lost: {keeps}.")
            self.go.setText(f"Undo {steps}")
        else:
            self._question.say(f"Go forward to {_place(journey)}?", journey.when)
            self._sentence.setText(f"This does {steps} again.")
            self.go.setText(f"Redo {steps}")
        self.setAccessibleName(f"{self._question.accessibleName()} {self._sentence.text()}")
        self._show_effects(effects)
        self._turn_buttons()

    def _show_effects(self, effects: Sequence[tuple[int, str]]) -> None:
        while item := self._effects.takeAt(0):
            item.widget().deleteLater()
        for row, (count, phrase) in enumerate(effects):
            words = Label(phrase, 11, token="muted")
            words.setWordWrap(True)
            self._effects.addWidget(
                Label(f"{count:,}", 11, bold=True, token="text2"), row, 0, Qt.AlignmentFlag.AlignTop
            )
            self._effects.addWidget(words, row, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc cancels, Enter presses the button that has the focus."""
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.go)
        self._buttons.addWidget(self._cancel)
        self._buttons.addStretch(1)
        self._questions = QVBoxLayout(self._asking)
        self._questions.setContentsMargins(0, 0, 0, 0)
        self._questions.addWidget(self._question)
        self._questions.addWidget(self._sentence)
        self._questions.addLayout(self._effects)
        self._questions.addLayout(self._buttons)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.reason)
        self._column.addWidget(self._asking)

    def minimumSizeHint(self) -> QSize:
        """As narrow as a narrow dock: the buttons then stand below each other."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), look.px(_NARROW)), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the buttons to what fits."""
        super().resizeEvent(event)
        self._turn_buttons()

    def _turn_buttons(self) -> None:
        wide = self.go.sizeHint().width() + look.px(8) + self._cancel.sizeHint().width()
        fits = wide <= self.width() - 2 * look.px(_SIDE)
        self._buttons.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)

    def _measure(self) -> None:
        side = look.px(_SIDE)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(look.px(12))
        self._questions.setSpacing(look.px(8))
        self._effects.setColumnMinimumWidth(0, look.px(16))
        self._effects.setHorizontalSpacing(look.px(8))
        self._effects.setVerticalSpacing(look.px(4))
        self._buttons.setSpacing(look.px(8))
        self._buttons.setContentsMargins(0, look.px(8), 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Chrome with a hairline above."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look.tokens.background))
        painter.fillRect(0, 0, self.width(), 1, QColor(look.tokens.border))


def _place(journey: Journey) -> str:
    """Where one arrives; quotation marks inside a label become single ones."""
    if not journey.name:
        return "the beginning"
    inner = journey.name.translate(str.maketrans("“”", "‘’"))
    return f"after “{inner}”"
