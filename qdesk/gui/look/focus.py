"""The focus ring: 2 px of accent round a gap of 2 px, for keyboard focus only, one overlay per window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QSlider, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from qdesk.gui.look.theme import Look

_RINGED = (QAbstractButton, QComboBox, QSlider)
"""What wears the ring. Fields change their border, rows and tabs paint theirs inset."""

_OUTSIDE = 4
"""Logical pixels by which ring and gap stand out of the widget."""

_FOLLOWED = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show, QEvent.Type.EnabledChange}


class FocusRing(QWidget):
    """A transparent child of a window, above all else, that paints the ring round the widget it is given."""

    def __init__(self, window: QWidget, look: Look) -> None:
        super().__init__(window)
        self.setObjectName("focus_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._window, self._look = window, look
        self.hide()

    def surround(self, widget: QWidget) -> None:
        """Stand round a widget of this window, or hide where nothing of the widget is seen."""
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            self.hide()
            return
        corner = widget.mapTo(self._window, widget.rect().topLeft())
        rect = widget.rect().translated(corner)
        self.setGeometry(rect.adjusted(-_OUTSIDE, -_OUTSIDE, _OUTSIDE, _OUTSIDE))
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Gap in the surface colour, ring in the accent."""
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for inset, colour in ((3, tokens.surface), (1, tokens.accent)):
            painter.setPen(QPen(QColor(colour), 2))
            radius = 6 * self._look.scale + _OUTSIDE - inset
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)


class FocusRings(QObject):
    """Follows the focus of the whole application and puts the ring of each window where it belongs."""

    def __init__(self, app: QApplication, look: Look) -> None:
        super().__init__(app)
        self._look = look
        self._ring: FocusRing | None = None
        self._focused: QWidget | None = None
        self._watched: list[QWidget] = []
        app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep up with the focused widget and those that hold it."""
        if event.type() in _FOLLOWED and self._ring is not None and self._focused is not None:
            self._ring.surround(self._focused)
        return False

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._leave()
        if isinstance(new, _RINGED) and _by_keyboard(new):
            window = new.window()
            ring = window.findChild(FocusRing, options=Qt.FindChildOption.FindDirectChildrenOnly)
            self._ring = ring or FocusRing(window, self._look)
            self._focused = new
            self._watched = list(_with_parents(new))
            for widget in self._watched:
                widget.installEventFilter(self)
            self._ring.surround(new)

    def _leave(self) -> None:
        for widget in filter(isValid, self._watched):
            widget.removeEventFilter(self)
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
        self._ring = self._focused = None
        self._watched = []


def _by_keyboard(widget: QWidget) -> bool:
    return widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


def _with_parents(widget: QWidget) -> list[QWidget]:
    """The widget and all that hold it, up to its window."""
    parent = None if widget.isWindow() else widget.parentWidget()
    return [widget] if parent is None else [widget, *_with_parents(parent)]
