"""The head of the reader: the document's name, facts about it, the filter of codes and more."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from qdesk.gui.look.fonts import ui_font
from qdesk.gui.look.theme import look

_HEIGHT = 64


class Header(QWidget):
    """Name 21/600 over a muted line of facts; at the right "All codes" and "…". Menus are left to the window."""

    filter_asked = Signal(QPoint)  # global place for a menu
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
        self._filter = _HeadButton(self, "reader_filter", "Codes shown", chevron=True)
        self._more = _HeadButton(self, "reader_more", "More about this document", chevron=False)
        self._filter.clicked.connect(lambda: self.filter_asked.emit(_below(self._filter)))
        self._more.clicked.connect(lambda: self.more_asked.emit(_below(self._more)))
        self._arrange()
        self.set_filter(None)
        look.changed.connect(self._dress)
        self._dress()

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setSpacing(0)
        grid.addWidget(self._title, 0, 0)
        grid.addWidget(self._facts, 1, 0)
        grid.addWidget(self._filter, 0, 1, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._more, 0, 2, 2, 1, Qt.AlignmentFlag.AlignTop)
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

    def set_filter(self, codes: int | None) -> None:
        """Say how many codes are shown, None for all."""
        text = "All codes" if codes is None else "1 code" if codes == 1 else f"{codes} codes"
        self._filter.setText(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Surface, with a hairline below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look.tokens.surface))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(look.tokens.hairline))


def _below(button: QToolButton) -> QPoint:
    return button.mapToGlobal(QPoint(0, button.height()))


class _HeadButton(QToolButton):
    """A flat button with a chevron after its text, or three dots."""

    def __init__(self, parent: QWidget, name: str, title: str, *, chevron: bool) -> None:
        super().__init__(parent)
        self._chevron = chevron
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setToolTip(title)
        self.setProperty("part", "tool")

    def sizeHint(self) -> QSize:
        """Room for the mark."""
        if not self._chevron:
            return QSize(look.px(28), look.px(28))
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + look.px(36), look.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill while hovered or focused, then text and mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse() or self.isDown():
            painter.setBrush(QColor(look.tokens.selected if self.isDown() else look.tokens.hover))
            painter.drawRoundedRect(self.rect(), look.px(6), look.px(6))
        ink = QColor(look.tokens.text2)
        x, y, step = self.width() - look.px(14), self.height() / 2, look.px(4)
        if self._chevron:
            painter.setPen(ink)
            area = self.rect().adjusted(look.px(8), 0, 0, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
            painter.setPen(QPen(ink, 1.5 * look.scale))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            half = step * 0.8
            painter.drawPolyline(
                [QPointF(x - half, y - half / 2), QPointF(x, y + half / 2), QPointF(x + half, y - half / 2)]
            )
        else:
            painter.setBrush(ink)
            for at in (-step, 0, step):
                painter.drawEllipse(QPointF(self.width() / 2 + at, y), 1.2 * look.scale, 1.2 * look.scale)
