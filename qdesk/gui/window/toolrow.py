"""The one tool row: import, undo, redo, pen; the search field in the middle; size and panels at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QWidget

from qdesk.gui.look.theme import look
from qdesk.gui.widgets.combo import Combo
from qdesk.gui.widgets.line import Line
from qdesk.gui.widgets.searchfield import SearchField
from qdesk.gui.widgets.tool import ToolButton
from qdesk.gui.window.actions import Actions, keys_text

SIZES = (75, 90, 100, 110, 125, 150, 175, 200)
"""Sizes of everything, in per cent."""


class ToolRow(QWidget):
    """Buttons follow the actions they stand for. ``search_asked``: the field was clicked or entered."""

    search_asked = Signal()
    size_chosen = Signal(int)  # per cent

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tool_row")
        self.setAccessibleName("Tools")
        self._grid = QGridLayout(self)
        self._rows: dict[int, QHBoxLayout] = {}
        self.field = SearchField("Search, or type a command", keys=keys_text(actions["palette"]).replace("+", " "))
        self.field.setReadOnly(True)
        self.field.setObjectName("search_field")
        self.field.installEventFilter(self)
        self.sizes = Combo("Size of text and controls", [f"{size} %" for size in SIZES], flat=True)
        self.sizes.setObjectName("sizes")
        self.sizes.activated.connect(lambda index: self.size_chosen.emit(SIZES[index]))
        self.pen = _button(actions, "pen", "Pen")
        undo, redo = _button(actions, "undo"), _button(actions, "redo")
        left = [_button(actions, "import", "Import"), Line(), undo, redo, Line(), self.pen]
        right = [self.sizes, Line(), *(_button(actions, name) for name in ("left", "history", "right"))]
        for column, widgets in ((0, left), (2, right)):
            self._rows[column] = _row(widgets)
            self._grid.addLayout(self._rows[column], 0, column, _SIDES[column])
        self._grid.addWidget(self.field, 0, 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1000)  # the field first, up to its full width
        self._grid.setColumnStretch(2, 1)
        look.changed.connect(self._resize)
        self._resize()

    def _resize(self) -> None:
        self.setFixedHeight(look.px(44))
        self._grid.setContentsMargins(look.px(12), 0, look.px(12), 0)
        self._grid.setHorizontalSpacing(look.px(16))
        self.field.setMinimumWidth(look.px(160))
        self.field.setMaximumWidth(look.px(384))
        self.field.setFixedHeight(look.px(28))
        size = round(look.scale * 100)
        self.sizes.setCurrentIndex(min(range(len(SIZES)), key=lambda index: abs(SIZES[index] - size)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words on buttons stay whole, the search field gives; the sheet's least width would let them shrink."""
        for column, row in self._rows.items():
            self._grid.setColumnMinimumWidth(column, row.sizeHint().width())
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A border below, none round the row."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(look.tokens.border))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field opens the palette, which has the true field."""
        pressed = event.type() == QEvent.Type.MouseButtonPress
        typed = event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Space)
        if pressed or typed:
            self.search_asked.emit()
            return True
        return super().eventFilter(watched, event)


_SIDES = {0: Qt.AlignmentFlag.AlignLeft, 2: Qt.AlignmentFlag.AlignRight}


def _row(widgets: list[QWidget]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(look.px(4))
    for widget in widgets:
        row.addWidget(widget)
    return row


def _button(actions: Actions, name: str, text: str = "") -> QToolButton:
    """A button of an action; with ``text`` it shows that beside the icon."""
    action = actions[name]
    button = ToolButton(actions.rows[name].icon, action.text(), text)
    button.setObjectName(f"tool_{name}")
    button.setCheckable(action.isCheckable())

    def follow() -> None:
        keys = keys_text(action)
        button.setEnabled(action.isEnabled())
        button.setChecked(action.isChecked())
        button.setToolTip(f"{action.text()} ({keys})" if keys else action.text())
        button.setAccessibleName(action.text())

    action.changed.connect(follow)
    action.toggled.connect(lambda _on: button.setChecked(action.isChecked()))  # a handler may have refused
    button.clicked.connect(lambda _checked=False: action.trigger())
    follow()
    return button
