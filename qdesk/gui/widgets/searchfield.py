"""A field with an icon in front and, if asked for, keys or a few muted words at its end."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from qdesk.gui.look.fonts import ui_font
from qdesk.gui.look.icons import paint_icon
from qdesk.gui.look.theme import look
from qdesk.gui.widgets.keycap import keycap_size, paint_keycap


class SearchField(QLineEdit):
    """A line edit whose placeholder is also its accessible name. ``keys`` show as a key-cap at the right."""

    def __init__(
        self, placeholder: str, keys: str = "", icon_name: str = "search", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("search_field")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._keys, self._icon, self._note = keys, icon_name, ""
        look.changed.connect(self._make_room)
        self._make_room()

    def set_note(self, note: str) -> None:
        """Muted words at the right, "15 words selected"; they take the place of the keys. "" takes them away."""
        self._note = note
        self._make_room()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        middle = self.height() / 2
        side = look.px(16)
        paint_icon(painter, QRectF(look.px(9), middle - side / 2, side, side), self._icon, QColor(look.tokens.text2))
        if self._note:
            painter.setFont(ui_font(11))
            painter.setPen(QColor(look.tokens.muted))
            painter.drawText(self.rect().adjusted(0, 0, -look.px(9), 0), _END, self._note)
        elif self._keys:
            size = keycap_size(self._keys)
            left = self.width() - look.px(8) - size.width()
            paint_keycap(
                painter, QRectF(left, round(middle - size.height() / 2), size.width(), size.height()), self._keys
            )

    def _make_room(self) -> None:
        end = 0
        if self._note:
            end = QFontMetrics(ui_font(11)).horizontalAdvance(self._note) + look.px(8)
        elif self._keys:
            end = keycap_size(self._keys).width() + look.px(8)
        self.setTextMargins(look.px(22), 0, end, 0)


_END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
