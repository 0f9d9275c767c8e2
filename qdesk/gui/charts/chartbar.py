"""The row of choices above a chart: unit, measure, order, codes, and how to save it."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from qdesk.analysis.study import Choice
from qdesk.analysis.units import MEASURES, UNITS, Measure, Unit
from qdesk.gui.look.theme import look
from qdesk.gui.widgets.combo import Combo
from qdesk.gui.widgets.label import Label
from qdesk.gui.widgets.tool import ToolButton

_UNITS = ["Overlapping text", "Paragraph", "Turn", "Document", "Participant"]
_MEASURES = ["Count", "c-coefficient"]
_WITH_NAMES, _LEAST_CHOICE = 736, 56
"""LOOK's px: a bar this wide names its choices; the least width of one."""

_CHOICES: tuple[Choice, ...] = ("all", "themes", "selected")


class ChartBar(QWidget):
    """``chosen`` fires when another table or order is wanted, ``sized`` when another size of the cells."""

    chosen = Signal()
    sized = Signal()
    save_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chart_bar")
        self._row = QHBoxLayout(self)
        self._labels: list[Label] = []
        self._unit = self._add("Unit", _UNITS)
        self._measure = self._add("Measure", _MEASURES)
        self._order = self._add("Order", ["By tree", "By similarity"])
        self._codes = self._add("Codes", ["All", "Themes"])
        self._size = self._add("Size", ["With names", "All in view"])
        self._row.addStretch(1)
        save = ToolButton("export", "Save figure", "Save figure")
        save.setObjectName("save_figure")
        save.clicked.connect(self.save_asked)
        self._row.addWidget(save)
        for combo in (self._unit, self._measure, self._order, self._codes):
            combo.currentIndexChanged.connect(self.chosen)
        self._size.currentIndexChanged.connect(self.sized)
        self.offer_sizes(False)
        look.changed.connect(self._resize)
        self._resize()

    @property
    def unit(self) -> Unit:
        """What counts as together."""
        return UNITS[self._unit.currentIndex()]

    @property
    def measure(self) -> Measure:
        """What the cells show."""
        return MEASURES[self._measure.currentIndex()]

    @property
    def similar(self) -> bool:
        """True for the order by similarity, else the tree's."""
        return self._order.currentIndex() == 1

    @property
    def choice(self) -> Choice:
        """Which codes are rows."""
        return _CHOICES[self._codes.currentIndex()]

    @property
    def whole(self) -> bool:
        """True if all cells shall be in view, even too small for names."""
        return self._size.currentIndex() == 1

    def offer_selected(self, number: int) -> None:
        """Offer the codes selected in the tree as a third choice and take it; with none it goes, and All stands."""
        blocked = self._codes.blockSignals(True)
        if self._codes.count() == len(_CHOICES):
            self._codes.removeItem(2)
        if number:
            self._codes.addItem(f"Selected {number}")
        self._codes.setCurrentIndex(2 if number else 0)
        self._codes.blockSignals(blocked)

    def name_all(self, number: int) -> None:
        """Say how many codes All are."""
        self._codes.setItemText(0, f"All {number}")

    def offer_sizes(self, offered: bool) -> None:
        """Show the choice of cell sizes, which is needed only where names do not fit."""
        self._size.setVisible(offered)
        self._name_choices()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Surface, with a hairline under it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look.tokens.surface))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), QColor(look.tokens.hairline))

    def _add(self, name: str, items: list[str]) -> QComboBox:
        label = Label(name, 11, token="muted")
        combo = Combo(name, items)
        combo.setObjectName(f"chart_{name.lower()}")
        combo.setToolTip(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        label.setBuddy(combo)
        self._labels.append(label)
        self._row.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(combo)
        return combo

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is too narrow for all, the choices stand without their names: tooltips have them."""
        super().resizeEvent(event)
        self._name_choices()

    def _name_choices(self) -> None:
        for label in self._labels:
            label.setVisible(self.width() >= look.px(_WITH_NAMES) and not label.buddy().isHidden())

    def _resize(self) -> None:
        self.setFixedHeight(look.px(48))
        for combo in (self._unit, self._measure, self._order, self._codes, self._size):
            combo.setMinimumWidth(look.px(_LEAST_CHOICE))
        self._row.setContentsMargins(look.px(24), 0, look.px(24), 0)
        self._row.setSpacing(look.px(8))
