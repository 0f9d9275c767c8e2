"""The place that says what can be dropped."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qdesk.gui.look.mix import mix
from qdesk.gui.look.theme import look
from qdesk.gui.widgets.label import Label


class DropZone(QWidget):
    """A dashed box with a sentence and the formats; ``set_lit`` while files that can be read hang over the page."""

    def __init__(self, sentence: str, formats: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drop_zone")
        self.setAccessibleName(f"{sentence}: {formats}")
        self._lit = False
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        for label in (Label(sentence, token="text2"), Label(formats, 11, token="muted")):
            self._column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        look.changed.connect(self._resize)
        self._resize()

    def set_lit(self, lit: bool) -> None:
        """Answer a drag over the page."""
        self._lit = lit
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QColor(tokens.accent) if self._lit else mix(tokens.muted, tokens.background, 0.5)
        pen = QPen(edge, 2 if self._lit else 1)
        pen.setDashPattern([3, 2] if self._lit else [3, 3])
        inset = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(QColor(tokens.selected) if self._lit else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), look.px(8), look.px(8))

    def _resize(self) -> None:
        self.setFixedHeight(look.px(96))
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(3))
