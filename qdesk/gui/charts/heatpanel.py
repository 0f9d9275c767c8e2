"""A heat map with its scroll bars, which show only where the chart is larger than its room."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QGridLayout, QScrollBar, QWidget

from qdesk.gui.charts.heatview import HeatView
from qdesk.gui.look.theme import look


class HeatPanel(QWidget):
    """``view`` is the chart itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("heat_panel")
        self.view = HeatView()
        self._down = QScrollBar(Qt.Orientation.Vertical)
        self._across = QScrollBar(Qt.Orientation.Horizontal)
        for bar, name in ((self._down, "Rows"), (self._across, "Columns")):
            bar.setObjectName(f"heat_{name.lower()}")
            bar.setAccessibleName(name)
            bar.valueChanged.connect(self._scroll)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.view, 0, 0)
        grid.addWidget(self._down, 0, 1)
        grid.addWidget(self._across, 1, 0)
        self.view.laid_out.connect(self._follow)
        self.setFocusProxy(self.view)

    def _scroll(self) -> None:
        self.view.scroll_to(QPoint(self._across.value(), self._down.value()))

    def _follow(self) -> None:
        layout = self.view.layout_now
        hidden = layout.content - layout.area
        for bar, extra, page, value in (
            (self._down, hidden.height(), layout.area.height(), layout.scroll.y()),
            (self._across, hidden.width(), layout.area.width() - layout.left, layout.scroll.x()),
        ):
            blocked = bar.blockSignals(True)
            bar.setRange(0, max(0, extra))
            bar.setPageStep(max(1, page))
            bar.setSingleStep(look.px(28))
            bar.setValue(value)
            bar.blockSignals(blocked)
            bar.setVisible(extra > 0)
