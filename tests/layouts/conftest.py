"""A window and a keyboard of some country before it: keys are pressed by their place, X says what they mean."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qdesk.gui.application import make_window
from qdesk.gui.look.theme import look
from qdesk.gui.preferences import Preferences
from qdesk.gui.start.recents import Recents
from qdesk.gui.window.window import MainWindow
from qdesk.importers import read_document
from qdesk.store.project import Project

TOOLS = ("xdotool", "setxkbmap")


class Keyboard:
    """Presses keys by their X key codes. ``layouts`` is what setxkbmap takes, the first one is in force."""

    def __init__(self, layouts: str) -> None:
        subprocess.run(["setxkbmap", "-option", "", *layouts.split()], check=True)

    def press(self, *keys: int, held: tuple[int, ...] = ()) -> None:
        """One key after another, while others are held down."""
        words = [f"keydown {key}" for key in held]
        words += [f"key {key:02}" for key in keys]  # one figure alone would be a digit, not a place
        words += [f"keyup {key}" for key in reversed(held)]
        subprocess.run(["xdotool", *" ".join(words).split()], check=True)


@pytest.fixture
def keyboard_of(xvfb: object) -> Iterator[type[Keyboard]]:
    """Puts a keyboard before the display of these tests; at the end it is the one it was."""
    if lacking := [tool for tool in TOOLS if shutil.which(tool) is None]:
        missing = f"{' and '.join(lacking)} lacking"
        if Path("/etc/debian_version").exists():
            pytest.fail(f"{missing}: run packaging/bootstrap.sh --tests")
        pytest.skip(missing)
    assert xvfb is not None, "only on a display of the tests' own: nobody else's keyboard is changed"
    yield Keyboard
    Keyboard("us")


@pytest.fixture
def window(request: pytest.FixtureRequest, qapp: QApplication, qtbot: Any, tmp_path: Path) -> Iterator[MainWindow]:
    """A window in front, on the module's interview, with nine codes pinned to 1-9."""
    interview, path = tmp_path / "Sadia.txt", tmp_path / "Study.qdesk"
    interview.write_text(request.module.INTERVIEW, encoding="utf-8")
    with Project.create(path) as project, project.change("Begin"):
        project.documents.add(read_document(interview))
        codes = [project.codes.add(f"Code {number}") for number in range(1, 10)]
    look.apply(qapp)
    window = make_window(Preferences(tmp_path / "preferences.json"), Recents(tmp_path / "recents.json"))
    window.show()
    QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.doors.open(str(path))
    for code in codes:
        window.desk.coding.pin(code)
    window.desk.reader.setFocus()
    yield window
    window.close()
    window.deleteLater()
    QApplication.processEvents()
