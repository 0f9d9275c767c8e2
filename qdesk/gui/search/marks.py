"""Check marks in rows that are painted."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

_STATES: Final = {
    Qt.CheckState.Checked: QStyle.StateFlag.State_On,
    Qt.CheckState.PartiallyChecked: QStyle.StateFlag.State_NoChange,
    Qt.CheckState.Unchecked: QStyle.StateFlag.State_Off,
}


def paint_mark(painter: QPainter, option: QStyleOptionViewItem, rect: QRect, state: Qt.CheckState) -> None:
    """The check mark of the style, as check boxes have it."""
    mark = QStyleOptionViewItem(option)
    mark.rect = rect
    mark.state = QStyle.StateFlag.State_Enabled | _STATES[state]
    style = option.widget.style() if option.widget else QApplication.style()
    style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, mark, painter, option.widget)
