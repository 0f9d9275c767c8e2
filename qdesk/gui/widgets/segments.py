"""A segmented control: one of a few views, all names in sight."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from qdesk.gui.look.fonts import ui_font
from qdesk.gui.look.theme import look


class Segments(QWidget):
    """Names side by side, such as Matrix, Network, Pairs. ``chosen`` gives the place of the user's choice, from 0."""

    chosen = Signal(int)

    def __init__(self, name: str, names: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("segments")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        for place, text in enumerate(names):
            segment = _Segment(text, place == 0, place == len(names) - 1)
            self._group.addButton(segment, place)
            row.addWidget(segment)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self.chosen)

    @property
    def current(self) -> int:
        """Place of the chosen name, from 0."""
        return self._group.checkedId()

    def choose(self, place: int) -> None:
        """Choose a name without saying so."""
        self._group.button(place).setChecked(True)


class _Segment(QAbstractButton):
    """One name; the first and the last carry the round corners."""

    def __init__(self, text: str, first: bool, last: bool) -> None:
        super().__init__()
        self.setObjectName("segment")
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._first, self._last = first, last
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """The 600 width is kept on every segment."""
        width = QFontMetrics(ui_font(13, bold=True)).horizontalAdvance(self.text())
        return QSize(width + look.px(24), look.px(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.rect())
        painter.setPen(QPen(QColor(tokens.border), 1))
        fill = tokens.selected if self.isChecked() else tokens.hover if self.underMouse() else tokens.surface
        painter.setBrush(QColor(fill))
        painter.drawPath(self._outline())
        painter.setPen(QColor(tokens.accent if self.isChecked() else tokens.text2))
        painter.setFont(ui_font(13, bold=self.isChecked()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _outline(self) -> QPainterPath:
        """A rounded box that runs out of the widget at its inner sides; its left side is the line between two."""
        radius = look.px(6)
        left = 0.5
        right = self.width() - 0.5 if self._last else self.width() + radius + 1
        box = QRectF(left, 0.5, right - left, self.height() - 1)
        path = QPainterPath()
        if self._first:
            path.addRoundedRect(box, radius, radius)
            return path
        box.setLeft(left - radius - 1)
        path.addRoundedRect(box, radius, radius)
        inner = QPainterPath()
        inner.addRect(QRectF(left, -1, self.width() + 2 * radius, self.height() + 2))
        return path.intersected(inner)
