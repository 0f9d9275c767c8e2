"""One page of the report as a picture, on the sunken ground of the dialog."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from qdesk.gui.exporting.preview import Pages
from qdesk.gui.look.theme import look

_MARGIN = 16
_NOTCH = 120
"""Qt's angle of one step of a mouse wheel."""


class PageView(QScrollArea):
    """Shows a page whole, or as wide as there is room. ``turned`` asks for the next page (1) or the one before (-1)."""

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_view")
        self.setAccessibleName("Page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._paper = _Paper()
        self.setWidget(self._paper)
        for ground in (self.viewport(), self._paper):
            ground.setAutoFillBackground(False)
        self._whole, self._turned_by = True, 0
        look.changed.connect(self._fit)

    def show_page(self, pages: Pages, place: int) -> None:
        """Show a page from its top."""
        self._paper.show_page(pages, place)
        self.setAccessibleDescription(f"Page {place + 1} of {len(pages.pages)}, {pages.pages[place].section}")
        self._fit()
        self.verticalScrollBar().setValue(0)

    def set_whole(self, whole: bool) -> None:
        """Show the whole page, or its whole width."""
        self._whole = whole
        self._fit()

    def _fit(self) -> None:
        size = self._paper.page_size()
        room = self.viewport().size() - QSize(2, 2) * look.px(_MARGIN)
        scale = room.width() / size.width()
        if self._whole:
            scale = min(scale, room.height() / size.height())
        height = round(size.height() * scale) + 2 * look.px(_MARGIN)
        self._paper.resize(self.viewport().width(), max(height, self.viewport().height()))
        self._paper.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Left: -1}
        if step := steps.get(Qt.Key(event.key())):
            self.turned.emit(step)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the pages where there is nothing to scroll."""
        if self.verticalScrollBar().maximum():
            super().wheelEvent(event)
            return
        self._turned_by -= event.angleDelta().y()
        steps = int(self._turned_by / _NOTCH)
        self._turned_by -= steps * _NOTCH
        if steps:
            self.turned.emit(steps)
        event.accept()


class _Paper(QWidget):
    """Paints the page as large as it fits, from a picture kept until page or size change."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: Pages | None = None
        self._place = 0
        self._picture = QPixmap()

    def show_page(self, pages: Pages, place: int) -> None:
        self._pages, self._place, self._picture = pages, place, QPixmap()
        self.update()

    def page_size(self) -> QSize:
        if self._pages is None:
            return QSize(1, 1)
        return self._pages.pages[self._place].size.toSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._pages is None:
            return
        margin = look.px(_MARGIN)
        size = self.page_size().scaled(self.size() - QSize(2, 2) * margin, Qt.AspectRatioMode.KeepAspectRatio)
        painter = QPainter(self)
        if self._picture.deviceIndependentSize().toSize() != size:
            self._picture = self._drawn(self._pages, size)
        corner = QPoint((self.width() - size.width()) // 2, (self.height() - size.height()) // 2)
        painter.drawPixmap(corner, self._picture)
        painter.setPen(QPen(QColor(look.tokens.border), 1))
        painter.drawRect(QRectF(corner.x(), corner.y(), size.width(), size.height()).adjusted(-0.5, -0.5, 0.5, 0.5))

    def _drawn(self, pages: Pages, size: QSize) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        scale = size.width() / pages.pages[self._place].size.width()
        painter.scale(scale, scale)
        pages.paint(painter, self._place)
        painter.end()
        return picture
