"""The flat button of tool rows and panel headers."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from qdesk.gui.look.icons import icon
from qdesk.gui.look.theme import look


class ToolButton(QToolButton):
    """An icon, and words beside it if ``text`` is given. ``tip`` is its tooltip and its accessible name."""

    def __init__(self, icon_name: str, tip: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"tool_{icon_name}")
        self.setAccessibleName(tip)
        self.setToolTip(tip)
        self.setProperty("part", "tool")
        self.setIcon(icon(icon_name))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if text:
            self.setText(f" {text}")  # Qt's gap of 4 px becomes 8
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        look.changed.connect(self._resize)
        self._resize()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), look.px(28))

    def _resize(self) -> None:
        self.setIconSize(QSize(look.px(16), look.px(16)))
