"""The head of a panel: what stands here, how many, and its tools."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qdesk.gui.look.theme import look
from qdesk.gui.widgets.label import Label
from qdesk.gui.widgets.tool import ToolButton

TITLE = 13
"""LOOK size of the title, as in the pictures."""


class PanelHeader(QWidget):
    """40 px: a title, a muted count beside it, tool buttons at the right."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel_header")
        self.setAccessibleName(title)
        self._title = Label(title, TITLE, bold=True)
        self._count = Label("", 11, token="muted")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._title)
        self._row.addWidget(self._count)
        self._row.addStretch(1)
        look.changed.connect(self._resize)
        self._resize()

    def set_title(self, title: str) -> None:
        """Change the title."""
        self.setAccessibleName(title)
        self._title.setText(title)

    def set_count(self, count: str) -> None:
        """Change the muted text beside the title: "22", "37 quotes · 15 people", or ""."""
        self._count.setText(count)

    def add_tool(self, icon_name: str, tip: str) -> ToolButton:
        """Add a tool button at the right end and return it."""
        button = ToolButton(icon_name, tip)
        self.add_widget(button)
        return button

    def add_widget(self, widget: QWidget) -> None:
        """Add any widget at the right end."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def _resize(self) -> None:
        self.setFixedHeight(look.px(40))
        self._row.setContentsMargins(look.px(16), 0, look.px(10), 0)
        self._row.setSpacing(look.px(8))
