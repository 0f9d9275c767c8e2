"""A combo box that paints its own arrow: a style sheet could only take one from a picture file."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyledItemDelegate, QStyleOptionComboBox, QStylePainter, QWidget

from qdesk.gui.look.icons import paint_icon
from qdesk.gui.look.theme import look
from qdesk.gui.look.tokens import DISABLED


class Combo(QComboBox):
    """A choice of a few words. ``flat`` leaves the frame away, for tool rows."""

    def __init__(self, name: str, items: list[str], flat: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("combo")
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)  # on Linux the value is told in place of the name
        self.setItemDelegate(QStyledItemDelegate(self))  # the default one ignores the sheet's row height
        if flat:
            self.setProperty("part", "flat")
        self.addItems(items)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words that do not fit are elided; Qt would cut them off."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        box = QStyle.ComplexControl.CC_ComboBox
        room = self.style().subControlRect(box, option, QStyle.SubControl.SC_ComboBoxEditField, self)
        words = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room.width())
        option.currentText = words
        painter.drawComplexControl(box, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        if not self.isEnabled():
            painter.setOpacity(DISABLED)
        side = look.px(14)
        arrow = QRectF(self.width() - look.px(8) - side, (self.height() - side) / 2, side, side)
        paint_icon(painter, arrow, "chevron-down", QColor(look.tokens.text2))
