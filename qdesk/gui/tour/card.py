"""The card of the tour: where one is, what to do, and how to go on or leave. It never takes the focus by itself."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qdesk.gui.look.icons import paint_icon
from qdesk.gui.look.theme import look
from qdesk.gui.widgets.card import Card
from qdesk.gui.widgets.label import Label, Sentence
from qdesk.gui.widgets.link import Link

_WIDTH = 292
"""LOOK's px: it stands over the side at the right, with a gap at each hand, and leaves the text's margin free."""


@dataclass(frozen=True, slots=True)
class Page:
    """What the card says. ``act`` is its primary button, ``leave`` and ``skip`` are links; "" is not shown."""

    count: str
    title: str
    words: str
    keys: str = ""
    is_done: bool = False
    leave: str = ""
    skip: str = ""
    act: str = ""

    @property
    def spoken(self) -> str:
        """All of it, for a screen reader."""
        done = "Done." if self.is_done else ""
        return " ".join(part for part in (f"{self.title}.", done, self.words, self.keys) if part)


class TourCard(Card):
    """Stays until it is told to go. Enter presses what has the focus in it, Esc leaves."""

    acted = Signal()
    skipped = Signal()
    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("tour_card")
        self.page = Page("", "", "")
        self._count, self._done = Label("", 11, token="muted"), _Done()
        self._title = Label("", 15, bold=True)
        self._title.setWordWrap(True)
        self._words, self._keys = Sentence(token="text"), Sentence(size=11, token="muted")
        self.leave, self.skip, self.act = Link(), Link(), QPushButton()
        self.act.setProperty("primary", True)
        for button, name, signal in (
            (self.leave, "tour_leave", self.left), (self.skip, "tour_skip", self.skipped),
            (self.act, "tour_act", self.acted),
        ):  # fmt: skip
            button.setObjectName(name)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus with the work
            button.clicked.connect(signal)
        self._lay_out()
        look.changed.connect(self.fit)

    def _lay_out(self) -> None:
        self._head, self._foot = QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self._count)
        self._head.addStretch(1)
        self._head.addWidget(self._done)
        self._foot.addWidget(self.leave)
        self._foot.addStretch(1)
        self._foot.addWidget(self.skip)
        self._foot.addWidget(self.act)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        for words in (self._title, self._words, self._keys):
            self._column.addWidget(words)
        self._column.addLayout(self._foot)

    def say(self, page: Page) -> None:
        """Show a page; a focus within the card goes to its first button."""
        had_focus = self.isAncestorOf(self.window().focusWidget() or self)
        self.page = page
        self._count.setText(page.count)
        self._title.setText(page.title)
        self._words.say(page.words)
        self._keys.say(page.keys)
        for part, text in ((self.leave, page.leave), (self.skip, page.skip), (self.act, page.act)):
            part.setText(text)
            part.setAccessibleName(text)
        first = self.act if page.act else self.skip
        self.setFocusProxy(first)
        first.show()
        if had_focus:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        for part, is_shown in (
            (self._count, page.count), (self._done, page.is_done), (self._keys, page.keys), (self.leave, page.leave),
            (self.skip, page.skip), (self.act, page.act),
        ):  # fmt: skip
            part.setVisible(bool(is_shown))
        self.setAccessibleName(f"Guided tour, {page.count}" if page.count else "Guided tour")
        self.setAccessibleDescription(page.spoken)
        self.fit()

    def fit(self) -> None:
        """Of its width, as high as the words need: Qt guesses the height of wrapped words for another width."""
        margin = look.px(16)
        self._column.setContentsMargins(margin, look.px(12), margin, look.px(12))
        self._column.setSpacing(look.px(4))
        self._keys.setContentsMargins(0, look.px(4), 0, 0)
        self._foot.setContentsMargins(0, look.px(8), 0, 0)
        self._foot.setSpacing(look.px(8))
        self._column.invalidate()
        width = look.px(_WIDTH)
        self.setFixedSize(width, self._column.totalHeightForWidth(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that come here come from the buttons."""
        focused = self.window().focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)


class _Done(QWidget):
    """A tick and "Done"."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tour_done")
        self._label = Label("Done", 11, token="text2")
        row = QHBoxLayout(self)
        row.addWidget(self._label)
        look.changed.connect(self._resize)
        self._resize()

    def _resize(self) -> None:
        self.layout().setContentsMargins(look.px(18), 0, 0, 0)

    def sizeHint(self) -> QSize:
        return self.layout().sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        side = look.px(14)
        box = QRectF(0, (self.height() - side) / 2, side, side)
        paint_icon(QPainter(self), box, "check", QColor(look.tokens.accent))
