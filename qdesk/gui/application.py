"""The program with its window: the application, its look, the last resort for bugs."""

from __future__ import annotations

import sys

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from qdesk import __version__
from qdesk.gui.crash import catch_crashes
from qdesk.gui.look.theme import look
from qdesk.gui.preferences import Preferences, settings_folder
from qdesk.gui.start.recents import Recents, default_path
from qdesk.gui.window.window import MainWindow
from qdesk.places import resources


def run(arguments: list[str]) -> int:
    """Open the window, on the project named if there is one, and stay until it is closed; the exit status."""
    app = QApplication([sys.argv[0]])
    app.setApplicationName("QDesk")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("qdesk")
    app.setWindowIcon(QIcon(str(resources() / "qdesk.svg")))
    catch_crashes()
    preferences = Preferences(settings_folder() / "preferences.json")
    look.scale = preferences.get("size", 100) / 100
    look.apply(app)
    look.set_theme(preferences.get("theme", "system"))
    window = make_window(preferences, Recents(default_path()))
    window.show()
    if arguments:
        window.doors.open(arguments[0])
    return app.exec()


def make_window(preferences: Preferences, recents: Recents) -> MainWindow:
    """A main window where it stood last, 1280 x 800 at first."""
    window = MainWindow(preferences, recents)
    geometry = QByteArray.fromBase64(preferences.get("geometry", "").encode())
    if not window.restoreGeometry(geometry):
        window.resize(1280, 800)
    return window
