"""The head of the dock: whose quotes these are, and how many of how many people."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qdesk.gui.look.fonts import ui_font
from qdesk.gui.look.theme import look
from qdesk.gui.quotes.delegate import paint_swatch
from qdesk.store.records import Code

_ROW, _STEP, _SIDE, _NAME = 40, 22, 16, 20
"""LOOK's px: one name's head, each further name, the side, and swatch to name."""


class QuotesHeader(QWidget):
    """Up to two names with their swatches, one below the other, or one title; counts end the last line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quotes_header")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._names: Sequence[tuple[str, Code | None]] = [("Quotes", None)]
        self._counts = ""
        look.changed.connect(self.updateGeometry)

    def set_names(self, names: Sequence[tuple[str, Code | None]], counts: str) -> None:
        """Show names (a code's with its swatch) and the counts."""
        self._names, self._counts = names, counts
        self.setAccessibleName(f"Quotes of {' and '.join(name for name, _ in names)}, {counts}" if names else "Quotes")
        self.setToolTip("\n".join(name for name, _ in names))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """40 px, and 22 for a second name."""
        return QSize(look.px(320), look.px(_ROW) + look.px(_STEP) * max(0, len(self._names) - 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint swatches, names and counts from the tokens in force."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, step = look.px(_SIDE), look.px(_STEP)
        top = (self.height() - step * len(self._names)) // 2
        small = QFontMetrics(ui_font(11))
        for number, (name, code) in enumerate(self._names):
            line = QRect(side, top + number * step, self.width() - 2 * side, step)
            if number == len(self._names) - 1:
                self._paint_counts(painter, line)
                line.setRight(line.right() - small.horizontalAdvance(self._counts) - look.px(8))
            if code is not None:
                paint_swatch(painter, line.left(), line.center().y(), code)
                line.setLeft(line.left() + look.px(_NAME))
            font = ui_font(13, bold=True)
            painter.setFont(font)
            painter.setPen(QColor(look.tokens.text))
            shown = QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_counts(self, painter: QPainter, line: QRect) -> None:
        painter.setFont(ui_font(11))
        painter.setPen(QColor(look.tokens.muted))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._counts)
