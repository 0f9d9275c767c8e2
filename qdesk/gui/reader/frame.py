"""The parts of the reader and where they stand: head, gutter, text, margin and map."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from qdesk.gui.look.theme import look
from qdesk.gui.reader.card import HoverCard
from qdesk.gui.reader.format import SLACK
from qdesk.gui.reader.gutter import Gutter
from qdesk.gui.reader.header import Header
from qdesk.gui.reader.margin import Margin
from qdesk.gui.reader.minimap import MiniMap
from qdesk.gui.reader.scene import Scene
from qdesk.gui.reader.view import TextView

_GUTTER, _COLUMN, _LEAST, _GAP, _MAP = 56, 560, 280, 18, 14


class ReaderFrame(QWidget):
    """The text column keeps its width; what is left over goes to the names beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = Scene(self)
        self.header = Header(self)
        self.view = TextView(self._scene, self)
        self._gutter, self._margin, self._map = Gutter(self.view), Margin(self.view), MiniMap(self.view)
        self._card = HoverCard(self._scene, self)
        self.setFocusProxy(self.view)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.header)
        rows.addWidget(self.view, 1)
        for source in (self.view, self._gutter, self._margin):
            source.card_asked.connect(self._card.ask)
        for part in (self.view, self._gutter, self._margin, self._map):
            part.installEventFilter(self)
        self._scene.marks_changed.connect(self._arrange)
        look.changed.connect(self._arrange)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The scroll bar has no ground of its own."""
        QPainter(self).fillRect(event.rect(), QColor(look.tokens.surface))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the new room."""
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls from beside the text, too; strips follow the view's size."""
        if watched is self.view:
            if event.type() == QEvent.Type.Resize:
                self._arrange()
        elif isinstance(event, QWheelEvent):
            return QApplication.sendEvent(self.view.viewport(), event)
        return False

    def _arrange(self) -> None:
        slack = look.px(SLACK)
        bar = self.view.verticalScrollBar().sizeHint().width()
        left, room = look.px(_GUTTER) - slack, self.view.width() - bar - look.px(_MAP)
        beside = self._margin.minimumSizeHint().width() + look.px(_GAP)
        column = max(look.px(_LEAST), min(look.px(_COLUMN), room - look.px(_GUTTER) - beside)) + 2 * slack
        right = left + column
        self.view.setViewportMargins(left, 0, max(0, self.view.width() - bar - right), 0)
        height = self.view.height()
        self._gutter.setGeometry(0, 0, left, height)
        self._margin.setGeometry(right, 0, max(0, room - right), height)
        self._map.setGeometry(room, 0, look.px(_MAP), height)
