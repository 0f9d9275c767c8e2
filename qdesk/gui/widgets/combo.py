"""A combo box that paints its own arrow: a style sheet could only take one from a picture file."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QWidget

from qdesk.gui.look.icons import paint_icon
from qdesk.gui.look.theme import look
from qdesk.gui.look.tokens import DISABLED


class Combo(QComboBox):
    """A choice of a few words. ``flat`` leaves the frame away, for tool rows."""

    def __init__(self, name: str, items: list[str], flat: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("combo")
        self.setAccessibleName(name)
        self.setItemDelegate(QStyledItemDelegate(self))  # the default one ignores the sheet's row height
        if flat:
            self.setProperty("part", "flat")
        self.addItems(items)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        if not self.isEnabled():
            painter.setOpacity(DISABLED)
        side = look.px(14)
        arrow = QRectF(self.width() - look.px(8) - side, (self.height() - side) / 2, side, side)
        paint_icon(painter, arrow, "chevron-down", QColor(look.tokens.text2))
