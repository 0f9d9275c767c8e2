"""The head of the reader: the document's name, facts about it, the filter of codes and more."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from qdesk.gui.look.fonts import ui_font
from qdesk.gui.look.icons import paint_icon
from qdesk.gui.look.theme import look

_HEIGHT = 64
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
"""Over the text's column also for a name that runs from right to left."""

_LONGEST = 200
"""px of the words on the filter's button."""


class Header(QWidget):
    """Name 21/600 over a muted line of facts; at the right "All codes" and "…". Menus are left to the window."""

    filter_asked = Signal(QPoint)  # global place for a menu
    all_asked = Signal()  # the filter shall be lifted
    more_asked = Signal(QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reader_header")
        self.setAccessibleName("Document")
        self._title, self._facts = QLabel(self), QLabel(self)
        self._title.setObjectName("reader_title")
        self._facts.setObjectName("reader_facts")
        for label in (self._title, self._facts):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMinimumWidth(1)
            label.setAlignment(_LEFT)
        self._filter = _FilterButton(self)
        self._all = _HeadButton(self, "reader_all_codes", "Show all codes again", "close")
        self._more = _HeadButton(self, "reader_more", "More about this document", "more")
        self._filter.clicked.connect(lambda: self.filter_asked.emit(_below(self._filter)))
        self._all.clicked.connect(self._lift)
        self._more.clicked.connect(lambda: self.more_asked.emit(_below(self._more)))
        self._arrange()
        self.set_filter("")
        look.changed.connect(self._dress)
        self._dress()

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setSpacing(0)
        grid.addWidget(self._title, 0, 0)
        grid.addWidget(self._facts, 1, 0)
        for column, button in enumerate((self._filter, self._all, self._more), 1):
            grid.addWidget(button, 0, column, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)

    def _dress(self) -> None:
        self.layout().setContentsMargins(look.px(56), look.px(12), look.px(24), look.px(12))
        self.layout().setHorizontalSpacing(look.px(4))
        self.setFixedHeight(look.px(_HEIGHT))
        self._title.setFixedHeight(look.px(24))
        for label, size, colour in ((self._title, 21, look.tokens.text), (self._facts, 11, look.tokens.muted)):
            label.setFont(ui_font(size, bold=size > 20))
            palette = label.palette()
            palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
            label.setPalette(palette)
        self.update()

    def set_document(self, name: str, facts: str) -> None:
        """Show a document's name and facts."""
        self._title.setText(name)
        self._title.setToolTip(name)
        self._facts.setText(facts)

    def set_filter(self, shown: str) -> None:
        """Say to which codes the view is narrowed, "" for all; a cross beside it lifts the filter."""
        self._filter.say(shown)
        self._all.setVisible(bool(shown))

    def _lift(self) -> None:
        """The cross goes with the filter, so the focus stays on the button beside it."""
        if self._all.hasFocus():
            self._filter.setFocus()
        self.all_asked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Surface, with a hairline below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look.tokens.surface))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(look.tokens.hairline))


def _below(button: QToolButton) -> QPoint:
    return button.mapToGlobal(QPoint(0, button.height()))


class _HeadButton(QToolButton):
    """A flat button with an icon."""

    def __init__(self, parent: QWidget, name: str, title: str, icon: str) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setToolTip(title)
        self.setProperty("part", "tool")

    def sizeHint(self) -> QSize:
        """28 px square."""
        return QSize(look.px(28), look.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill while hovered or pressed, then the icon."""
        painter = QPainter(self)
        self._paint_ground(painter, look.tokens.hover if self.underMouse() else "")
        side = look.px(16)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        paint_icon(painter, box, self._icon, QColor(look.tokens.text2))

    def _paint_ground(self, painter: QPainter, fill: str) -> None:
        if fill or self.isDown():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.tokens.selected if self.isDown() else fill))
            painter.drawRoundedRect(self.rect(), look.px(6), look.px(6))


class _FilterButton(_HeadButton):
    """Says which codes are shown; while that is not all, filled like a checked button and with a funnel before it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "reader_filter", "Codes shown", "filter")
        self._on = False

    def say(self, shown: str) -> None:
        """The codes shown, "" for all."""
        self._on = bool(shown)
        self.setText(shown or "All codes")
        self.setAccessibleDescription(self.text())
        self.setToolTip(f"Only {shown} is shown" if shown else "Codes shown")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the funnel, the words and the chevron."""
        words = min(self.fontMetrics().horizontalAdvance(self.text()) + 1, look.px(_LONGEST))
        return QSize(words + look.px(36 + 20 * self._on), look.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill, funnel, words, chevron."""
        painter = QPainter(self)
        tokens, side = look.tokens, look.px(16)
        self._paint_ground(painter, tokens.selected if self._on else tokens.hover if self.underMouse() else "")
        ink = QColor(tokens.accent if self._on else tokens.text2)
        area = self.rect().adjusted(look.px(8 + 20 * self._on), 0, -look.px(28), 0)
        top = (self.height() - side) / 2
        if self._on:
            paint_icon(painter, QRectF(look.px(8), top, side, side), self._icon, ink)
        paint_icon(painter, QRectF(self.width() - look.px(6) - side, top, side, side), "chevron-down", ink)
        painter.setPen(ink)
        painter.setFont(self.font())
        words = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
