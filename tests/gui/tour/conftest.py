"""The real window on a small study, and the guide in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from tour_fakes import write_study

from qdesk.gui.look.theme import Look
from qdesk.gui.preferences import Preferences
from qdesk.gui.start.recents import Recents
from qdesk.gui.tour.guide import Guide
from qdesk.gui.window.window import MainWindow

Ids = dict[str, int]


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return tmp_path / "Study.qdesk"


@pytest.fixture
def ids(study: Path) -> Ids:
    return write_study(study)


@pytest.fixture
def make_window(qapp: QApplication, qtbot: object, dressed: Look, tmp_path: Path) -> Iterator[Callable[[], MainWindow]]:
    """Windows that share their preferences, as runs of the program do."""
    windows: list[MainWindow] = []

    def make() -> MainWindow:
        window = MainWindow(Preferences(tmp_path / "preferences.json"), Recents(tmp_path / "recents.json"))
        windows.append(window)
        window.resize(1280, 800)
        window.show()
        return window

    yield make
    for window in windows:
        window.close()
        window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(make_window: Callable[[], MainWindow], ids: Ids, study: Path) -> MainWindow:
    """A window that shows the study, laid out."""
    window = make_window()
    window.doors.open(str(study))
    QApplication.processEvents()
    return window


@pytest.fixture
def guide(window: MainWindow) -> Iterator[Guide]:
    guide = Guide(window)
    yield guide
    guide.put_away()
