"""A real window to be measured: made as the program makes it, and told when its parts have been painted."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from qdesk.gui.application import make_window
from qdesk.gui.look.theme import look
from qdesk.gui.preferences import Preferences
from qdesk.gui.start.recents import Recents
from qdesk.gui.window.window import MainWindow

SIZE = 1440, 900
_PATIENCE = 30
"""Seconds after which a widget will not be painted any more."""


def application() -> QApplication:
    """The application, with its look."""
    app = QApplication.instance() or QApplication(["qdesk"])
    assert isinstance(app, QApplication)
    look.apply(app)
    return app


def main_window() -> MainWindow:
    """A window of its own preferences, shown."""
    folder = Path(tempfile.mkdtemp(prefix="qdesk-benchmarks-"))
    window = make_window(Preferences(folder / "preferences.json"), Recents(folder / "recents.json"))
    window.resize(*SIZE)
    window.show()
    Painted(window).wait()
    return window


class Painted(QObject):
    """Waits until each of some widgets has been painted."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self._widgets = widgets
        self._missing: set[QWidget] = set(widgets)
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a paint."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self._missing.discard(watched)
        return False

    def wait(self) -> None:
        """Handle events until all are painted. Raises AssertionError if one is not."""
        begun = perf_counter()
        while self._missing:
            QApplication.processEvents()
            names = [widget.objectName() or widget.parent().objectName() for widget in self._missing]
            assert perf_counter() - begun < _PATIENCE, f"not painted: {names}"

    def after(self, act: Callable[[], object]) -> float:
        """Milliseconds from an act until all are painted."""
        self._missing = set(self._widgets)
        begun = perf_counter()
        act()
        self.wait()
        return (perf_counter() - begun) * 1000


def settle(window: QWidget) -> None:
    """Let what was put off be done, outside the measured time."""
    for _ in range(20):
        QApplication.processEvents()
    window.repaint()
