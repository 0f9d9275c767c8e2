"""Fusion without its dotted focus frame, with our own check boxes and radio buttons; the rest is the style sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

from qdesk.gui.look.tokens import DISABLED

if TYPE_CHECKING:
    from qdesk.gui.look.theme import Look

_Corners = tuple[tuple[float, float], ...]

_TICK: Final[_Corners] = ((0.24, 0.52), (0.43, 0.70), (0.77, 0.32))
"""The three corners of a tick in a square of side 1."""

_Element = QStyle.PrimitiveElement

_ARROWS: Final[dict[QStyle.PrimitiveElement, _Corners]] = {
    _Element.PE_IndicatorArrowRight: ((0.36, 0.25), (0.61, 0.5), (0.36, 0.75)),
    _Element.PE_IndicatorArrowLeft: ((0.64, 0.25), (0.39, 0.5), (0.64, 0.75)),
    _Element.PE_IndicatorArrowDown: ((0.25, 0.36), (0.5, 0.61), (0.75, 0.36)),
    _Element.PE_IndicatorArrowUp: ((0.25, 0.64), (0.5, 0.39), (0.75, 0.64)),
}
"""Chevrons in a square of side 1."""

_Metric = QStyle.PixelMetric

_MARKS: Final = frozenset({
    _Metric.PM_IndicatorWidth, _Metric.PM_IndicatorHeight, _Metric.PM_ExclusiveIndicatorWidth,
    _Metric.PM_ExclusiveIndicatorHeight, _Metric.PM_SmallIconSize, _Metric.PM_ButtonIconSize,
})  # fmt: skip
"""What is 16 px at 100 %."""


class DeskStyle(QProxyStyle):
    """Paints the few marks that a style sheet could only take from picture files."""

    def __init__(self, look: Look) -> None:
        super().__init__("Fusion")
        self._look = look

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Check marks of our own, no focus frame, else Fusion."""
        if element == _Element.PE_FrameFocusRect:
            return
        if element in (_Element.PE_IndicatorCheckBox, _Element.PE_IndicatorItemViewItemCheck):
            self._check_box(painter, option)
        elif element == _Element.PE_IndicatorRadioButton:
            self._radio_button(painter, option)
        elif element == _Element.PE_IndicatorMenuCheckMark:
            self._menu_tick(painter, option)
        elif element in _ARROWS:
            self._arrow(painter, option, _ARROWS[element])
        else:
            super().drawPrimitive(element, option, painter, widget)

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """Check marks and small icons follow View > Size, else Fusion."""
        return self._look.px(16) if metric in _MARKS else super().pixelMetric(metric, option, widget)

    def _check_box(self, painter: QPainter, option: QStyleOption) -> None:
        tokens = self._look.tokens
        box = _square(option)
        on = bool(option.state & (QStyle.StateFlag.State_On | QStyle.StateFlag.State_NoChange))
        with _painting(painter, option):
            painter.setPen(QPen(QColor(tokens.accent if on else tokens.muted), 1))
            painter.setBrush(QColor(tokens.accent if on else tokens.surface))
            radius = box.width() / 4
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
            if option.state & QStyle.StateFlag.State_On:
                _line(painter, box, _TICK, QColor(tokens.on_accent))
            elif on:
                painter.setPen(QPen(QColor(tokens.on_accent), box.width() / 8))
                quarter = QPointF(box.width() / 4, 0)
                painter.drawLine(box.center() - quarter, box.center() + quarter)

    def _radio_button(self, painter: QPainter, option: QStyleOption) -> None:
        tokens = self._look.tokens
        box = _square(option).adjusted(0.5, 0.5, -0.5, -0.5)
        on = bool(option.state & QStyle.StateFlag.State_On)
        with _painting(painter, option):
            painter.setPen(QPen(QColor(tokens.accent if on else tokens.muted), 1))
            painter.setBrush(QColor(tokens.accent if on else tokens.surface))
            painter.drawEllipse(box)
            if on:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(tokens.on_accent))
                painter.drawEllipse(box.center(), box.width() / 5, box.width() / 5)

    def _menu_tick(self, painter: QPainter, option: QStyleOption) -> None:
        if option.state & QStyle.StateFlag.State_On:
            with _painting(painter, option):
                _line(painter, _square(option), _TICK, QColor(self._look.tokens.accent))

    def _arrow(self, painter: QPainter, option: QStyleOption, corners: _Corners) -> None:
        side = self._look.px(16)
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(option.rect).center())
        with _painting(painter, option):
            _line(painter, box, corners, QColor(self._look.tokens.text2))


class _painting:
    """A painter smoothed, dimmed where the option is disabled, and given back as it was."""

    def __init__(self, painter: QPainter, option: QStyleOption) -> None:
        self._painter = painter
        self._dim = not option.state & QStyle.StateFlag.State_Enabled

    def __enter__(self) -> None:
        self._painter.save()
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._dim:
            self._painter.setOpacity(DISABLED)

    def __exit__(self, *_raised: object) -> None:
        self._painter.restore()


def _square(option: QStyleOption) -> QRectF:
    """The largest square in the middle of the option's rectangle, on whole pixels."""
    rect = option.rect
    side = min(rect.width(), rect.height())
    return QRectF(rect.x() + (rect.width() - side) // 2, rect.y() + (rect.height() - side) // 2, side, side)


def _line(painter: QPainter, box: QRectF, corners: _Corners, colour: QColor) -> None:
    """Draw a line through corners given in a square of side 1, at the width of the icons' lines."""
    pen = QPen(colour, 1.5 * box.width() / 16, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline([QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in corners])
