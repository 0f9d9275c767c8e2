"""The labels found in a text, to be confirmed: who speaks, and who of them asks."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSizePolicy, QWidget

from qdesk.gui.importing.candidate import Voice
from qdesk.gui.look.fonts import number_font, ui_font
from qdesk.gui.look.theme import look
from qdesk.gui.widgets.label import Label

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


class _Name(QCheckBox):
    """A check box whose words are elided where they find no room."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - look.px(16 + 8) - 2
        elided = QFontMetrics(ui_font(13)).elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        self.setText(elided.replace("&", "&&"))


class Speakers(QWidget):
    """One row a label. ``changed`` gives its name, whether somebody speaks there, and whether that one asks."""

    changed = Signal(str, bool, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_speakers")
        self.setAccessibleName("Speakers")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._names: list[str] = []
        look.changed.connect(self._resize)
        self._resize()

    def show_voices(self, voices: Mapping[str, Voice]) -> None:
        """Show the labels; the same ones keep their rows, and with them the focus."""
        if list(voices) != self._names:
            self._build(voices)
        for row, voice in enumerate(voices.values(), 1):
            speaks, asks = self._boxes(row)
            for box, on in ((speaks, voice.speaks), (asks, voice.speaks and voice.asks)):
                blocked = box.blockSignals(True)
                box.setChecked(on)
                box.blockSignals(blocked)
            asks.setEnabled(voice.speaks)

    def _build(self, voices: Mapping[str, Voice]) -> None:
        self._names = list(voices)
        while item := self._grid.takeAt(0):
            item.widget().deleteLater()
        for column, (title, side) in enumerate((("Speaks", _LEFT), ("Turns", _RIGHT), ("Interviewer", _MIDDLE))):
            self._grid.addWidget(Label(title, 11, token="muted"), 0, column, side)
        for row, (name, voice) in enumerate(voices.items(), 1):
            self._add_row(row, name, voice)

    def _add_row(self, row: int, name: str, voice: Voice) -> None:
        speaks, asks = _Name(name), QCheckBox()
        speaks.setObjectName(f"speaks_{row}")
        speaks.setAccessibleName(f"{name} speaks")
        speaks.setToolTip(name)
        asks.setObjectName(f"asks_{row}")
        asks.setAccessibleName(f"{name} is an interviewer")
        count = Label(f"{voice.count:,}", 11, token="muted")
        count.setFont(number_font(11))
        self._grid.addWidget(speaks, row, 0)
        self._grid.addWidget(count, row, 1, _RIGHT)
        self._grid.addWidget(asks, row, 2, _MIDDLE)
        for box in (speaks, asks):
            box.toggled.connect(lambda _on: self.changed.emit(name, speaks.isChecked(), asks.isChecked()))

    def _boxes(self, row: int) -> tuple[QCheckBox, QCheckBox]:
        speaks, asks = (self._grid.itemAtPosition(row, column).widget() for column in (0, 2))
        return speaks, asks

    def _resize(self) -> None:
        self._grid.setHorizontalSpacing(look.px(12))
        self._grid.setVerticalSpacing(0)
