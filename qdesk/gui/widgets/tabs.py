"""The tabs of the middle: text only, the current one 600 with a 2-px accent line, a cross where it is wanted."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from qdesk.gui.look.fonts import ui_font
from qdesk.gui.look.icons import paint_icon
from qdesk.gui.look.theme import look

_FIRST, _PAD, _GAP, _CROSS, _END = 24, 16, 8, 12, 16
"""At 100 %: space before the first name, before another; between name and cross; the cross; behind it."""


class Tabs(QTabBar):
    """Every tab keeps the room of its 600 width and of the cross, so nothing moves under the pointer.

    A click on a cross, or the middle button on a tab, emits ``tabCloseRequested(index)``; tabs can be without one.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tabs")
        self.setAccessibleName("Open pages")
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._hovered = -1
        self._pressed = -1
        look.changed.connect(self._resize)
        self._resize()

    def set_closable(self, index: int, closable: bool) -> None:
        """Give a tab its cross, or take it away; at first every tab has one."""
        self.setTabData(index, closable)
        self.update()

    def tabSizeHint(self, index: int) -> QSize:
        width = QFontMetrics(ui_font(13, bold=True)).horizontalAdvance(self.tabText(index))
        return QSize(_lead(index) + width + look.px(_GAP) + look.px(_CROSS) + look.px(_END), look.px(40))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), look.px(40))

    def cross_rect(self, index: int) -> QRect:
        """Where the cross of a tab is painted and caught (logical pixels of the bar)."""
        tab = self.tabRect(index)
        side = look.px(_CROSS)
        left = tab.right() + 1 - look.px(_END) - side
        return QRect(left, tab.top() + (tab.height() - side) // 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(look.tokens.background))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(look.tokens.border))
        for index in range(self.count()):
            if self.isTabVisible(index):
                self._paint_tab(painter, index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(event.position().toPoint())
        super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._to_close(event)
        if self._pressed < 0:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, -1
        if pressed >= 0 and pressed == self._to_close(event):
            self.tabCloseRequested.emit(pressed)
        else:
            super().mouseReleaseEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(QPoint(-1, -1))
        super().leaveEvent(event)

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        tokens = look.tokens
        tab, current, cross = self.tabRect(index), index == self.currentIndex(), self.cross_rect(index)
        words = tab.adjusted(_lead(index), 0, 0, 0)
        lit = current or index == self._hovered
        painter.setFont(ui_font(13, bold=current))
        painter.setPen(QColor(tokens.text if lit else tokens.text2))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.tabText(index))
        if lit and self.tabData(index) is not False:
            paint_icon(painter, QRectF(cross), "close", QColor(tokens.muted))
        if current:
            line = QRect(words.left(), self.height() - 2, cross.right() + 1 - words.left(), 2)
            painter.fillRect(line, QColor(tokens.accent))
        if current and self.hasFocus() and self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            painter.setPen(QPen(QColor(tokens.accent), 2))
            inset = words.adjusted(-look.px(8), look.px(5), 0, -look.px(6))
            painter.drawRoundedRect(inset.adjusted(0, 0, -look.px(8), 0), look.px(6), look.px(6))

    def _to_close(self, event: QMouseEvent) -> int:
        """The tab that a press or release of this button closes, or -1."""
        place = event.position().toPoint()
        index, reach = self.tabAt(place), look.px(4)
        if self.tabData(index) is False:
            return -1
        if event.button() == Qt.MouseButton.MiddleButton:
            return index
        on_cross = self.cross_rect(index).adjusted(-reach, -reach, reach, reach).contains(place)
        return index if index >= 0 and event.button() == Qt.MouseButton.LeftButton and on_cross else -1

    def _hover(self, place: QPoint) -> None:
        index = self.tabAt(place)
        if index != self._hovered:
            self._hovered = index
            self.update()

    def _resize(self) -> None:
        """Let the bar lay its tabs out anew: only a change of its font makes it ask for their sizes."""
        self.setFont(ui_font(13))
        self.setIconSize(QSize(look.px(16), look.px(16)))
        self.setFixedHeight(look.px(40))
        self.update()


def _lead(index: int) -> int:
    return look.px(_FIRST if index == 0 else _PAD)
